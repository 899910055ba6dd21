// Rules and bands, as they were written; compile.cpp reads their expressions.
#include <fmt/format.h>

#include "criteria/reader.hpp"
#include "expression/lexer.hpp"
#include "json/value.hpp"

namespace cchc::criteria {
namespace {

using json::Node;
using json::Object;

constexpr std::pair<std::string_view, HitPolicy> hits[] = {{"unique", HitPolicy::unique},
                                                           {"first", HitPolicy::first},
                                                           {"collect_sum", HitPolicy::collect_sum},
                                                           {"collect_min", HitPolicy::collect_min},
                                                           {"collect_max", HitPolicy::collect_max}};

}  // namespace

Rule Reader::rule(const Node& node) {
    Object o(node);
    Rule out;
    const bool is_table = o.has("rows") || o.has("hit"), is_manual = o.has("manual"), is_expression = o.has("points");
    if (int{is_table} + int{is_manual} + int{is_expression} != 1)
        node.fail("expected exactly one of \"points\" (an expression), \"rows\" (a table) and \"manual\"");
    if (const auto let = o.find("let")) {
        constexpr std::size_t most = 1'000;  // they may stand above each other
        Object values(*let);
        const auto items = values.rest();
        if (items.size() > most) let->fail(fmt::format("expected at most {} lets; found {}", most, items.size()));
        for (const auto& [name, value] : items) {
            if (!feel::is_name(name))
                value.fail("expected a name that an expression can read: letters, digits, \"_\" and \".\"");
            out.let.emplace_back(name, expression(value));
        }
    }
    if (const auto cap = o.find("cap")) {
        Object c(*cap);
        if (const auto m = c.find("min")) out.cap_min = expression(*m);
        if (const auto m = c.find("max")) out.cap_max = expression(*m);
        unknown_keys(c);
    }
    if (is_table) {
        out.kind = RuleKind::table;
        table(o, out);
    } else if (is_manual) {
        out.kind = RuleKind::manual;
        if (const auto cap = o.find("cap"))
            findings_.error("manual", cap->pointer(), "expected no cap: \"min\" and \"max\" of a manual rule are its range");
        manual(o.at("manual"), out);
    } else {
        out.points = expression(o.at("points"));
    }
    unknown_keys(o);
    return out;
}

void Reader::table(Object& o, Rule& out) {
    findings_.part([&] { out.hit = json::choice(o.at("hit"), hits); });
    const Node rows = o.at("rows");
    const auto items = rows.items();
    if (items.empty()) rows.fail("expected at least one row");
    // A row that cannot be read leaves its place, so that the places of the others stay those of the file.
    for (const Node& item : items)
        if (!findings_.part([&] { out.rows.push_back(row(item)); })) out.rows.emplace_back();
}

RuleRow Reader::row(const Node& node) {
    Object o(node);
    RuleRow out;
    if (const auto when = o.find("when")) {
        Object cells(*when);
        for (const auto& [name, value] : cells.rest()) out.when.emplace_back(name, expression(value));
    }
    out.points = expression(o.at("points"));
    if (const auto a = o.find("article")) out.article = a->string();
    if (const auto n = o.find("note")) out.note = n->string();
    unknown_keys(o);
    return out;
}

void Reader::manual(const Node& node, Rule& out) {
    Object o(node);
    out.manual_min = "0";
    out.manual_max = "max";
    if (const auto m = o.find("min")) out.manual_min = expression(*m);
    if (const auto m = o.find("max")) out.manual_max = expression(*m);
    if (const auto s = o.find("step")) {
        out.manual_step = number(*s);
        if (out.manual_step->sign() <= 0)
            findings_.error("manual", s->pointer(),
                            fmt::format("expected a step above 0; found {}", out.manual_step->to_string()));
    }
    unknown_keys(o);
}

void Reader::bands(const Node& node) {
    std::set<std::string, std::less<>> ids;
    for (const Node& item : node.items()) {
        // A band that cannot be read leaves its place, as a row does.
        Band& out = set_.bands.emplace_back();
        out.exists.assign(set_.kinds(), false);
        out.on = "total";
        findings_.part([&] {
            out = band(item);
            if (!ids.insert(out.id).second)
                findings_.error("duplicate_id", item.pointer(),
                                fmt::format("the band \"{}\" is there twice", text::excerpt(out.id)));
        });
    }
}

Band Reader::band(const Node& node) {
    Object o(node);
    Band out;
    out.id = o.at("id").string();
    if (const auto t = o.find("title")) out.title = t->local();
    out.exists.assign(set_.kinds(), true);
    if (const auto u = o.find("units")) out.exists = kinds(*u);
    out.on = "total";
    if (const auto x = o.find("on")) out.on = expression(*x);
    if (const auto w = o.find("when")) out.when = expression(*w);
    if (const auto c = o.find("if")) out.condition = expression(*c);
    if (const auto l = o.find("legal_basis")) out.legal_basis = documents(*l);
    if (const auto caps = o.find("at_most"))
        for (const Node& item : caps->items()) {
            Object c(item);
            BandCap cap;
            cap.condition = expression(c.at("if"));
            if (const auto t = c.find("title")) cap.title = t->local();
            if (const auto l = c.find("legal_basis")) cap.legal_basis = documents(*l);
            unknown_keys(c);
            out.at_most.push_back(std::move(cap));
        }
    unknown_keys(o);
    return out;
}

}  // namespace cchc::criteria
