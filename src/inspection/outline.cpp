#include "cchc/outline.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "data/data.hpp"
#include "inspection/filled.hpp"
#include "inspection/json_parts.hpp"
#include "inspection/outline_names.hpp"
#include "json/value.hpp"

namespace cchc {
namespace inspection {

using json::Node;
using json::Object;

namespace {

class OutlineReader {
public:
    explicit OutlineReader(Outline& out) : out_(out) {}

    void read(const Node& document) {
        Object o(document);
        o.expect_format("cchc.outline/1");
        out_.id = filled_text(o.at("id"));
        out_.version = filled_text(o.at("version"));
        out_.title = filled_local(o.at("title"));
        if (const auto basis = o.find("basis")) out_.basis = legal_documents(*basis);
        sections(o.at("sections"), {}, 0);
        for (const auto& [figure, node] : named_) check_named(out_.figures[figure], node);
        if (const auto node = o.find("conflicts")) out_.conflicts = conflicts(*node);
        if (const auto node = o.find("additions")) out_.additions = filled_locals(*node);
        o.done();
    }

private:
    void sections(const Node& node, const std::string& parent, int depth) {
        for (const Node& item : node.items()) section(item, parent, depth);
    }

    // A section stands before its figures and they before the sections in it: the order of the text.
    void section(const Node& node, const std::string& parent, int depth) {
        Object o(node);
        OutlineSection s;
        s.id = fresh_name(o.at("id"), section_ids_, "section");
        s.parent = parent;
        s.depth = depth;
        s.title = filled_local(o.at("title"));
        s.source = source_line(o);
        const std::string id = s.id;
        out_.sections.push_back(std::move(s));
        if (const auto figures = o.find("figures"))
            for (const Node& item : figures->items()) out_.figures.push_back(figure(item, id));
        if (const auto inner = o.find("sections")) sections(*inner, id, depth + 1);
        o.done();
    }

    Figure figure(const Node& node, const std::string& section) {
        Object o(node);
        Figure f;
        f.section = section;
        f.id = fresh_name(o.at("id"), figure_ids_, "figure");
        f.type = json::choice(o.at("type"), figure_type_names);
        f.title = filled_local(o.at("title"));
        of_its_type(o, f);
        others(o, f);
        if (const auto of = o.find("of")) f.of = texts(*of);
        if (const auto required = o.find("required")) f.required = required->boolean();
        if (const auto node_fact = o.find("fact")) f.fact = fact(*node_fact);
        if (const auto basis = o.find("basis")) f.basis = legal_documents(*basis);
        f.source = source_line(o);
        o.done();
        return f;
    }

    // The members that only one type has; what is left where the type does not have it is refused by name.
    void of_its_type(Object& o, Figure& f) {
        const bool pair = f.type == FigureType::pair;
        if (pair) {
            f.part = filled_local(o.at("part"));
            f.whole = filled_local(o.at("whole"));
        } else {
            refuse(o, "part", "a pair");
            refuse(o, "whole", "a pair");
            refuse(o, "whole_fact", "a pair");
            refuse(o, "remedies_since", "a pair");
            refuse(o, "remedies_origins", "a pair");
            refuse(o, "better", "a pair");
        }
        if (const auto node = o.find("whole_fact")) f.whole_fact = fact(*node);
        f.remedies_since = optional_date(o, "remedies_since");
        if (!f.remedies_since) refuse(o, "remedies_origins", "a figure with \"remedies_since\"");
        if (const auto origins = o.find("remedies_origins")) f.remedies_origins = texts(*origins);
        if (const auto better = o.find("better")) f.better = json::choice(*better, better_names);
        if (f.type == FigureType::breakdown || f.type == FigureType::choice)
            kinds(o.at("kinds"), f);
        else
            refuse(o, "kinds", "a breakdown or a choice");
        if (f.type != FigureType::count && f.type != FigureType::money) refuse(o, "adds_up", "a count or money");
        if (const auto adds_up = o.find("adds_up")) f.adds_up = adds_up->boolean();
        if (f.type != FigureType::dossiers) refuse(o, "early", "a figure of dossiers");
        if (const auto early = o.find("early")) f.early_inside = json::choice(*early, early_names);
    }

    // Figures that this one is held against; they may stand after it.
    void others(Object& o, Figure& f) {
        const bool numbers = f.type == FigureType::count || f.type == FigureType::rate || f.type == FigureType::money ||
                             f.type == FigureType::pair || f.type == FigureType::dossiers;
        if (!numbers) refuse(o, "same_as", "a figure of numbers");
        if (f.type != FigureType::pair) refuse(o, "whole_at_least", "a pair");
        if (const auto same = o.find("same_as")) {
            f.same_as = filled_text(*same);
            named_.emplace_back(out_.figures.size(), *same);
        }
        if (const auto node = o.find("whole_at_least")) {
            Object part(*node);
            const Node figure = part.at("figure");
            f.whole_at_least = FigurePart{filled_text(figure), json::choice(part.at("part"), dossier_part_names)};
            part.done();
            named_.emplace_back(out_.figures.size(), figure);
        }
    }

    void check_named(const Figure& f, const Node& node) const {
        const Figure* other = out_.find(node.string());
        const bool same = node.string() == f.same_as && node.pointer().ends_with("/same_as");
        if (other == nullptr || other->id == f.id)
            node.fail(fmt::format("expected the id of another figure; found \"{}\"", text::excerpt(node.string())));
        if (other->type != (same ? f.type : FigureType::dossiers))
            node.fail(fmt::format("expected a figure of type {}; \"{}\" is of type {}",
                                  to_string(same ? f.type : FigureType::dossiers), other->id, to_string(other->type)));
    }

    static void refuse(Object& o, std::string_view key, std::string_view whose) {
        if (const auto node = o.find(key)) node->fail(fmt::format("only {} has \"{}\"", whose, key));
    }

    void kinds(const Node& node, Figure& f) {
        std::set<std::string> ids;
        for (const Node& item : node.items()) {
            Object o(item);
            FigureKind kind;
            kind.id = fresh_name(o.at("id"), ids, "kind");
            kind.title = filled_local(o.at("title"));
            if (f.type != FigureType::breakdown) refuse(o, "fact", "a kind of a breakdown");
            if (const auto node_fact = o.find("fact")) kind.fact = fact(*node_fact);
            o.done();
            f.kinds.push_back(std::move(kind));
        }
        if (f.kinds.empty()) node.fail("expected at least one kind; found none");
    }

    std::string fact(const Node& node) { return fresh_name(node, facts_, "fact"); }

    Outline& out_;
    std::vector<std::pair<std::size_t, Node>> named_;  // the figure that names another, and where
    std::set<std::string> section_ids_, figure_ids_, facts_;
};

}  // namespace

}  // namespace inspection

std::string_view to_string(FigureType type) noexcept { return json::name_of(type, inspection::figure_type_names); }

const Figure* Outline::find(std::string_view figure) const noexcept {
    const auto it = std::find_if(figures.begin(), figures.end(), [&](const Figure& f) { return f.id == figure; });
    return it == figures.end() ? nullptr : &*it;
}

const OutlineSection* Outline::section(std::string_view section) const noexcept {
    const auto it = std::find_if(sections.begin(), sections.end(), [&](const OutlineSection& s) { return s.id == section; });
    return it == sections.end() ? nullptr : &*it;
}

Outline Outline::builtin(std::string_view id) { return from_json(data::builtin("outlines", id, "outline"), id); }

std::vector<std::string> Outline::builtin_ids() { return data::builtin_ids("outlines"); }

Outline Outline::from_json(std::string_view text, std::string_view source) {
    const json::Value document = json::parse(text, source);
    Outline out;
    inspection::OutlineReader(out).read(json::Node(document, source));
    return out;
}

}  // namespace cchc
