// One leaf of one unit: what the rule gives, in words, and what people gave.
#include <fmt/format.h>

#include "expression/fact_value.hpp"
#include "scoring/unit.hpp"

namespace cchc::scoring {
namespace {

std::string fault_text(const Outcome& out) {
    const auto [line, column] = feel::line_and_column(out.fault_code->text, out.fault_offset);
    return fmt::format("{} in \"{}\" (line {}, column {})", to_string(out.fault), out.fault_code->text, line, column);
}

std::string reason_of(const Outcome& out, const Criterion& c, const Number& max) {
    if (out.fault != feel::Fault::none)
        return out.fault_code == nullptr ? std::string(to_string(out.fault)) : fault_text(out);
    if (c.rule.kind == RuleKind::table && out.row < 0) return "no row matches";
    return fmt::format("the rule gives {}, outside {} to {}", out.points.to_string(), c.min.value_or(Number()).to_string(),
                       max.to_string());
}

}  // namespace

std::optional<Number> no_case_points(const Criterion& c, std::size_t kind) {
    std::optional<Number> points;  // emplace, not assignment: GCC 12 sees an uninitialised value in the latter
    if (c.when_no_case == NoCase::full) points.emplace(c.max[kind]);
    if (c.when_no_case == NoCase::zero) points.emplace();
    return points;
}

void set_no_case(const Criterion& c, std::size_t kind, LeafScore& score) {
    score.state = LeafState::no_case;
    score.missing.clear();
    score.points = no_case_points(c, kind);
    score.max = score.points ? c.max[kind] : Number();
    score.counts = score.points ? ScoreKind::computed : ScoreKind::none;
}

std::string name_of_slot(const CriteriaSet::Impl& set, std::uint32_t slot) {
    for (std::size_t i = 0; i < set.fact_slots.size(); ++i)
        if (set.fact_slots[i] == slot) return set.fact_names[i];
    for (const criteria::Among& among : set.among)
        if (among.slot == slot) return "the values of the other units (\"among units\")";
    return "a result";
}

LeafScore score_leaf(const CriteriaSet::Impl& set, Scorer& scorer, std::size_t leaf) {
    const Criterion& c = set.criteria[set.leaves[leaf].criterion];
    LeafScore score;
    score.criterion = static_cast<int>(set.leaves[leaf].criterion);
    score.max = c.max[scorer.kind()];
    Outcome out = scorer.leaf(leaf);
    score.state = out.state;
    switch (out.state) {
        case LeafState::scored:
            score.computed = out.points;
            score.before_cap = std::move(out.before_cap);
            score.points = std::move(out.points);
            score.counts = ScoreKind::computed;
            break;
        case LeafState::no_case:
            set_no_case(c, scorer.kind(), score);
            score.reason = "no case arose in the period";
            break;
        case LeafState::missing_input:
            for (const std::uint32_t slot : scorer.missing_slots(leaf)) score.missing.push_back(name_of_slot(set, slot));
            score.reason = c.rule.kind == RuleKind::manual ? "no score is given" : "facts are missing";
            break;
        case LeafState::no_rule: score.reason = reason_of(out, c, score.max); break;
        case LeafState::conflicting_rules: score.reason = "two rows of the table match"; break;
        case LeafState::not_applicable: break;
    }
    return score;
}

namespace {

std::optional<std::string> refused_points(const CriteriaSet::Impl& set, Scorer& scorer, std::size_t leaf,
                                          const GivenScore& given) {
    const criteria::CompiledLeaf& compiled = set.leaves[leaf];
    const Criterion& c = set.criteria[compiled.criterion];
    Number least = c.min.value_or(Number()), most = c.max[scorer.kind()];
    if (c.rule.kind == RuleKind::manual) {
        const feel::Value low = scorer.value(compiled.manual_min), high = scorer.value(compiled.manual_max);
        if (low.is_number()) least = low.number;
        if (high.is_number()) most = high.number;
    }
    if (given.points < least || given.points > most)
        return fmt::format("{}: expected points from {} to {}; found {}", c.id, least.to_string(), most.to_string(),
                           given.points.to_string());
    if (c.rule.manual_step && !((given.points - least) / *c.rule.manual_step).is_whole())
        return fmt::format("{}: expected points in steps of {}; found {}", c.id, c.rule.manual_step->to_string(),
                           given.points.to_string());
    return std::nullopt;
}

}  // namespace

void apply_given(const CriteriaSet::Impl& set, Scorer& scorer, std::size_t leaf, const GivenScores& given, LeafScore& score,
                 std::vector<std::string>& problems) {
    const auto take = [&](const std::optional<GivenScore>& from, std::optional<GivenScore>& to, ScoreKind kind) {
        if (!from) return;
        if (const auto why = refused_points(set, scorer, leaf, *from)) {
            problems.push_back(fmt::format("{} score of {}", to_string(kind), *why));
            return;
        }
        to = from;
        // A self-score counts only where facts or scores are missing: it fills no hole of the rule.
        if (score.state == LeafState::not_applicable) return;
        if (kind == ScoreKind::self && score.state != LeafState::missing_input) return;
        score.points = from->points;
        score.max = set.criteria[set.leaves[leaf].criterion].max[scorer.kind()];
        score.counts = kind;
        score.state = LeafState::scored;
        score.missing.clear();
        score.reason.clear();
    };
    const std::optional<Number> by_rule = score.points;
    take(given.self, score.given.self, ScoreKind::self);
    score.differs = score.given.self && by_rule && score.given.self->points != *by_rule;
    take(given.appraised, score.given.appraised, ScoreKind::appraised);
    take(given.after_explanation, score.given.after_explanation, ScoreKind::after_explanation);
}

void leaf_worth(const CriteriaSet::Impl& set, Scorer& scorer, std::size_t leaf, Worth& worth) {
    const Criterion& c = set.criteria[set.leaves[leaf].criterion];
    Outcome out = scorer.leaf(leaf);
    worth.state = out.state;
    worth.max = c.max[scorer.kind()];
    std::optional<Number> points;
    if (out.state == LeafState::scored) points = std::move(out.points);
    if (out.state == LeafState::no_case) points = no_case_points(c, scorer.kind());
    worth.has_points = points.has_value();
    worth.points = std::move(points).value_or(Number());
}

Worth worth_of(const LeafScore& score) {
    return {score.state, score.points.has_value(), score.points.value_or(Number()), score.max};
}

}  // namespace cchc::scoring
