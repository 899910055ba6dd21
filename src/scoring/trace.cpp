// How a leaf came about.
#include <algorithm>

#include "cchc/error.hpp"
#include "expression/walk.hpp"
#include "scoring/among.hpp"
#include "scoring/tracer.hpp"
#include "scoring/unit.hpp"

namespace cchc {
namespace scoring {
namespace {

using feel::Value;

std::string text_of(const Value& value) {
    switch (value.type) {
        case feel::Type::null: return "null";
        case feel::Type::missing: return "missing";
        case feel::Type::boolean: return value.flag ? "true" : "false";
        case feel::Type::number: return value.number.to_exact_string();
        default: return "\"" + std::string(value.text) + "\"";
    }
}

// Whether it is not known if a case arose: the table was not looked at then.
bool no_case_is_open(const criteria::CompiledLeaf& leaf, Scorer& scorer) {
    return leaf.no_case && scorer.value(*leaf.no_case).is_missing();
}

}  // namespace

Tracer::Tracer(const CriteriaSet& criteria, const Facts& facts, std::span<const std::optional<Number>> among)
    : set_(criteria.impl()), facts_(facts), scorer_(set_, kind_of(set_, facts)) {
    std::vector<std::string> problems;
    put_facts(set_, facts, scorer_, problems);
    put_among(set_, among, scorer_);
}

LeafTrace Tracer::leaf(std::size_t criterion) {
    if (criterion >= set_.criteria.size() || set_.leaf_of[criterion] < 0)
        throw Error(ErrorCode::argument_range, "no leaf of the set has this index");
    const auto index = static_cast<std::size_t>(set_.leaf_of[criterion]);
    const criteria::CompiledLeaf& leaf = set_.leaves[index];
    const Criterion& c = set_.criteria[criterion];
    LeafTrace out;
    out.legal_basis = c.legal_basis;
    scorer_.clear_inputs();
    Outcome outcome = scorer_.leaf(index);
    add_facts(leaf, out);
    for (const criteria::CompiledLet& let : leaf.lets)
        out.lets.push_back({let.name, let.code.text, text_of(scorer_.slots()[let.slot])});
    const bool looked_at = outcome.state != LeafState::no_case &&
                           !(outcome.state == LeafState::missing_input && no_case_is_open(leaf, scorer_));
    if (looked_at && c.rule.kind == RuleKind::table) add_rows(leaf, c.rule, out);
    if (c.rule.kind == RuleKind::expression) out.expression = leaf.points.text;
    if (outcome.row >= 0) out.expression = c.rule.rows[static_cast<std::size_t>(outcome.row)].points;
    if (outcome.state == LeafState::scored) {
        out.before_cap = std::move(outcome.before_cap);
        out.capped = std::move(outcome.capped);
        out.rounded = std::move(outcome.points);
    }
    return out;
}

// Every fact that the leaf can read, in the order of the rule, once.
void Tracer::add_facts(const criteria::CompiledLeaf& leaf, LeafTrace& out) const {
    leaf.for_each_code([&](const feel::Code& code) { add_names(code, out); });
}

void Tracer::add_names(const feel::Code& code, LeafTrace& out) const {
    const auto is_fact = [this](std::uint32_t slot) {
        return std::find(set_.fact_slots.begin(), set_.fact_slots.end(), slot) != set_.fact_slots.end();
    };
    for (std::size_t i = 0; i < code.names.size(); ++i) {
        if (!is_fact(code.name_slots[i])) continue;
        const std::string& name = code.names[i];
        bool known = false;
        for (const TraceFact& f : out.facts) known = known || f.name == name;
        if (known) continue;
        const auto fact = facts_.values.find(name);
        out.facts.push_back({name, fact == facts_.values.end() ? std::nullopt : std::optional(fact->second),
                             std::string(facts_.source_of(name))});
    }
}

void Tracer::add_rows(const criteria::CompiledLeaf& leaf, const Rule& rule, LeafTrace& out) {
    for (std::size_t i = 0; i < leaf.rows.size(); ++i) {
        const RuleRow& written = rule.rows[i];
        TraceRow row;
        row.row = i;
        row.verdict = scorer_.row(leaf.rows[i]);
        row.points = written.points;
        row.article = written.article;
        row.note = written.note;
        for (const criteria::CompiledCell& cell : leaf.rows[i].cells) {
            const Value& input = scorer_.inputs()[cell.input];
            row.cells.push_back({leaf.inputs[cell.input].text, cell.tests.text, text_of(input),
                                 verdict_of(scorer_.test(cell.tests, input))});
        }
        out.rows.push_back(std::move(row));
    }
}

}  // namespace scoring

LeafTrace trace(const CriteriaSet& criteria, const Facts& facts, std::size_t criterion,
                std::span<const std::optional<Number>> among) {
    return scoring::Tracer(criteria, facts, among).leaf(criterion);
}

}  // namespace cchc
