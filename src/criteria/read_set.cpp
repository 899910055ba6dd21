// The head of a criteria set: names, dates, numbers, ranking, the dictionary of facts, and what is added to a frame.
#include <fmt/format.h>

#include <algorithm>

#include "criteria/reader.hpp"
#include "expression/lexer.hpp"
#include "json/value.hpp"

namespace cchc::criteria {
namespace {

using json::Node;
using json::Object;

constexpr std::pair<std::string_view, bool> statuses[] = {{"official", false}, {"example", true}};
constexpr std::pair<std::string_view, Ties> tie_names[] = {{"competition", Ties::competition}, {"dense", Ties::dense}};
constexpr std::pair<std::string_view, bool> missing_names[] = {{"no_total", false}, {"left_out", true}};
constexpr std::pair<std::string_view, FactDefinition::Type> fact_types[] = {{"number", FactDefinition::Type::number},
                                                                            {"boolean", FactDefinition::Type::boolean},
                                                                            {"string", FactDefinition::Type::string}};

}  // namespace

void Reader::unknown_keys(Object& o) {
    for (const auto& [name, node] : o.rest())
        findings_.error("unknown_key", node.pointer(), fmt::format("unknown key \"{}\"", text::excerpt(name)));
}

void Reader::read(const std::vector<Node>& documents) {
    for (std::size_t i = 1; i < documents.size(); ++i)
        findings_.part([&] {
            Object o(documents[i]);
            std::vector<LegalBasis> basis;
            if (const auto l = o.find("legal_basis")) findings_.part([&] { basis = documents_of_set(*l); });
            if (const auto add = o.find("add")) additions(*add, basis);
        });
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const bool is_frame = i == 0, is_last = i + 1 == documents.size();
        findings_.part([&] {
            Object o(documents[i]);
            findings_.part([&] { o.expect_format("cchc.criteria/1"); });
            for (const std::string_view known : {"extends", "add"}) (void)o.find(known);
            head(o, is_frame, is_last);
            if (is_frame && o.find("extends")) return;  // what it extends was not found; that is said already
            if (const auto add = o.find("add"); is_frame && add)
                findings_.error("unknown_key", add->pointer(), "expected \"add\" only in a set that extends another");
            if (is_frame) {
                numbers(o);
                ranking(o);
            }
            if (const auto f = o.find("facts")) findings_.part([&] { dictionary(*f); });
            if (is_frame) {
                if (const auto f = o.find("fields")) {
                    tree(*f);
                } else {
                    findings_.error("shape", "", "the key \"fields\" is missing");
                }
                if (const auto a = o.find("accounts")) findings_.part([&] { accounts(*a); });
            }
            if (const auto b = o.find("bands")) {
                set_.bands.clear();
                findings_.part([&] { bands(*b); });
            }
            if (is_last) unknown_keys(o);
        });
    }
    if (!has_max_) guess_max();
    unused_additions();
}

// Where the maximum is missing, that is one finding; that the fields do not add up to it is none.
void Reader::guess_max() {
    set_.max.assign(set_.kinds(), Number());
    for (const Criterion& c : set_.criteria)
        for (std::size_t k = 0; c.depth == 0 && c.account < 0 && k < set_.kinds(); ++k)
            if (c.exists[k]) set_.max[k] += c.max[k];
}

// The kinds of unit are the frame's: its tree is read for them.
void Reader::head(Object& o, bool is_frame, bool is_last) {
    findings_.part([&] { set_.id = o.at("id").string(); });
    findings_.part([&] { set_.version = o.at("version").string(); });
    if (const auto t = o.find("title")) findings_.part([&] { set_.title = t->local(); });
    if (const auto s = o.find("status")) findings_.part([&] { set_.example = json::choice(*s, statuses); });
    if (const auto u = is_frame ? o.find("units") : std::nullopt) findings_.part([&] { units(*u); });
    const auto valid = o.find("valid");
    const bool readable = !valid || findings_.part([&] { dates(*valid); });
    if (readable && is_last && !set_.from)
        findings_.error("undated", valid ? valid->pointer() : "",
                        "the set says not from when on it is valid: expected \"valid\": {\"from\": …}");
    if (const auto l = o.find("legal_basis"))
        findings_.part([&] {
            set_.legal_basis.clear();
            set_.legal_basis = documents(*l);
        });
    if (const auto n = o.find("notes"))
        findings_.part([&] {
            set_.notes.clear();
            for (const Node& item : n->items()) set_.notes.push_back(item.local());
        });
}

// Every maximum is kept once for each kind.
void Reader::units(const Node& node) {
    constexpr std::size_t most = 64;
    const auto items = node.items();
    if (items.size() > most) node.fail(fmt::format("expected at most {} kinds of unit; found {}", most, items.size()));
    for (const Node& item : items) {
        const std::string_view name = item.string();
        if (std::find(set_.units.begin(), set_.units.end(), name) != set_.units.end())
            findings_.error("duplicate_id", item.pointer(),
                            fmt::format("the kind of unit \"{}\" is there twice", text::excerpt(name)));
        else
            set_.units.emplace_back(name);
    }
}

void Reader::dates(const Node& node) {
    Object o(node);
    if (const auto from = o.find("from")) set_.from = from->date();
    set_.to.reset();
    if (const auto to = o.find("to")) set_.to = to->date();
    unknown_keys(o);
    if (set_.from && set_.to && *set_.to <= *set_.from) node.fail("expected \"from\" before \"to\"");
}

void Reader::numbers(Object& o) {
    set_.max.assign(set_.kinds(), Number());
    if (const auto max = o.find("max")) {
        has_max_ = findings_.part([&] { set_.max = by_kind(*max, std::vector<bool>(set_.kinds(), true)); });
    } else {
        findings_.error("shape", "", "the key \"max\" is missing");
    }
    if (const auto r = o.find("rounding")) findings_.part([&] { set_.rounding = rounding(*r); });
    if (const auto r = o.find("criterion_rounding")) findings_.part([&] { set_.criterion_rounding = rounding(*r); });
    if (const auto n = o.find("not_applicable")) findings_.part([&] { set_.not_applicable = not_applicable(*n); });
    if (const auto m = o.find("when_missing"))
        findings_.part([&] { set_.missing_left_out = json::choice(*m, missing_names); });
}

void Reader::ranking(Object& o) {
    if (const auto t = o.find("ties")) findings_.part([&] { set_.ties = json::choice(*t, tie_names); });
    if (const auto t = o.find("tie_break"))
        findings_.part([&] {
            for (const Node& item : t->items()) set_.tie_break.push_back(expression(item));
        });
    if (const auto r = o.find("rank_by")) findings_.part([&] { set_.rank_by = expression(*r); });
    if (const auto u = o.find("unranked"))
        findings_.part([&] {
            const std::vector<bool> chosen = kinds(*u);
            for (std::size_t k = 0; k < set_.units.size(); ++k)
                if (chosen[k]) set_.unranked.push_back(set_.units[k]);
        });
}

void Reader::dictionary(const Node& node) {
    Object o(node);
    for (const auto& [name, item] : o.rest())
        findings_.part([&, &name = name, &item = item] {
            FactDefinition d = definition(name, item);
            const auto known = fact_index_.find(name);
            if (known != fact_index_.end()) {  // given anew by a set that extends
                set_.facts[known->second] = std::move(d);
            } else {
                fact_index_.emplace(name, set_.facts.size());
                set_.facts.push_back(std::move(d));
            }
        });
}

FactDefinition Reader::definition(const std::string& name, const Node& node) {
    Object o(node);
    FactDefinition d;
    d.name = name;
    if (!feel::is_name(name)) node.fail("expected a name that an expression can read: letters, digits, \"_\" and \".\"");
    d.type = json::choice(o.at("type"), fact_types);
    const auto of = [&](FactDefinition::Type type, std::string_view key) {
        auto found = o.find(key);
        if (found && d.type != type)
            found->fail(fmt::format("expected \"{}\" only of a {}", key, json::name_of(type, fact_types)));
        return found;
    };
    if (const auto m = of(FactDefinition::Type::number, "min")) d.min = number(*m);
    if (const auto m = of(FactDefinition::Type::number, "max")) {
        d.max = number(*m);
        if (d.min && *d.max < *d.min)
            m->fail(fmt::format("expected a maximum of {} or more; found {}", d.min->to_string(), d.max->to_string()));
    }
    if (const auto v = of(FactDefinition::Type::string, "values"))
        for (const Node& item : v->items()) d.values.emplace_back(item.string());
    if (const auto u = o.find("unit")) d.unit = u->string();
    if (const auto t = o.find("title")) d.title = t->local();
    if (const auto s = o.find("source")) d.source = s->string();
    unknown_keys(o);
    return d;
}

// The documents of a set are named in full: there is none above them that an article alone could mean.
std::vector<LegalBasis> Reader::documents_of_set(const Node& node) {
    set_.legal_basis.clear();
    auto read = documents(node);
    set_.legal_basis.clear();
    return read;
}

void Reader::additions(const Node& node, const std::vector<LegalBasis>& basis) {
    for (const Node& item : node.items())
        findings_.part([&] {
            Object o(item);
            const std::string under(o.at("under").string());
            auto components = std::make_shared<Node>(o.at("components"));
            o.done();
            if (!additions_.emplace(under, Addition{std::move(components), basis}).second)
                item.fail(fmt::format("components are added under \"{}\" twice", text::excerpt(under)));
        });
}

// What is added to a frame is taken out of the list where it is read.
void Reader::unused_additions() {
    for (const auto& [under, addition] : additions_)
        findings_.error(
            "unknown_id", addition.components->pointer(),
            fmt::format("expected a leaf of the frame that is no component; found \"{}\"", text::excerpt(under)));
}

}  // namespace cchc::criteria
