// How a leaf came about.
#include "cchc/error.hpp"
#include "expression/walk.hpp"
#include "scoring/among.hpp"
#include "scoring/unit.hpp"

namespace cchc {
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

class Tracer {
public:
    Tracer(const CriteriaSet::Impl& set, const Facts& facts, std::size_t leaf, std::span<const std::optional<Number>> among)
        : set_(set), facts_(facts), leaf_(set.leaves[leaf]), index_(leaf), scorer_(set, scoring::kind_of(set, facts)) {
        std::vector<std::string> problems;
        scoring::put_facts(set, facts, scorer_, problems);
        scoring::put_among(set, among, scorer_);
    }

    LeafTrace run() {
        const Criterion& c = set_.criteria[leaf_.criterion];
        LeafTrace out;
        out.legal_basis = c.legal_basis;
        scoring::Outcome outcome = scorer_.leaf(index_);
        add_facts(out);
        for (const criteria::CompiledLet& let : leaf_.lets)
            out.lets.push_back({let.name, let.code.text, text_of(scorer_.slots()[let.slot])});
        const bool looked_at =
            outcome.state != LeafState::no_case && !(outcome.state == LeafState::missing_input && no_case_is_open());
        if (looked_at && c.rule.kind == RuleKind::table) add_rows(c.rule, out);
        if (c.rule.kind == RuleKind::expression) out.expression = leaf_.points.text;
        if (outcome.row >= 0) out.expression = c.rule.rows[static_cast<std::size_t>(outcome.row)].points;
        if (outcome.state == LeafState::scored) {
            out.before_cap = outcome.before_cap;
            out.capped = outcome.capped;
            out.rounded = outcome.points;
        }
        return out;
    }

private:
    // Whether it is not known if a case arose: the table was not looked at then.
    bool no_case_is_open() { return leaf_.no_case && scorer_.value(*leaf_.no_case).is_missing(); }

    // Every fact that the leaf can read, in the order of the rule, once.
    void add_facts(LeafTrace& out) const {
        leaf_.for_each_code([&](const feel::Code& code) { add_names(code, out); });
    }

    void add_names(const feel::Code& code, LeafTrace& out) const {
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

    bool is_fact(std::uint32_t slot) const {
        for (const std::uint32_t s : set_.fact_slots)
            if (s == slot) return true;
        return false;
    }

    void add_rows(const Rule& rule, LeafTrace& out) {
        for (std::size_t i = 0; i < leaf_.rows.size(); ++i) {
            const RuleRow& written = rule.rows[i];
            TraceRow row;
            row.row = i;
            row.verdict = scorer_.row(leaf_.rows[i]);
            row.points = written.points;
            row.article = written.article;
            row.note = written.note;
            for (std::size_t k = 0; k < leaf_.rows[i].cells.size(); ++k) {
                const criteria::CompiledCell& cell = leaf_.rows[i].cells[k];
                const Value& input = scorer_.inputs()[cell.input];
                row.cells.push_back({leaf_.inputs[cell.input].text, cell.tests.text, text_of(input),
                                     scoring::verdict_of(scorer_.test(cell.tests, input))});
            }
            out.rows.push_back(std::move(row));
        }
    }

    const CriteriaSet::Impl& set_;
    const Facts& facts_;
    const criteria::CompiledLeaf& leaf_;
    std::size_t index_;
    scoring::Scorer scorer_;
};

}  // namespace

LeafTrace trace(const CriteriaSet& criteria, const Facts& facts, std::size_t criterion,
                std::span<const std::optional<Number>> among) {
    const CriteriaSet::Impl& set = criteria.impl();
    if (criterion >= set.criteria.size() || set.leaf_of[criterion] < 0)
        throw Error(ErrorCode::argument_range, "no leaf of the set has this index");
    return Tracer(set, facts, static_cast<std::size_t>(set.leaf_of[criterion]), among).run();
}

}  // namespace cchc
