#include "cchc/whatif.hpp"

#include <fmt/format.h>

#include "cchc/error.hpp"
#include "scoring/whatif_band.hpp"
#include "scoring/whatif_cheapest.hpp"
#include "scoring/whatif_moves.hpp"

namespace cchc {
namespace {

using scoring::Candidate;

void check_leaf(const CriteriaSet::Impl& set, const std::string& id) {
    const int index = set.find(id);
    if (index < 0 || !set.criteria[static_cast<std::size_t>(index)].leaf)
        throw Error(ErrorCode::unknown_name, fmt::format("the set {} has no leaf \"{}\"", set.id, id));
}

void check_options(const CriteriaSet::Impl& set, const WhatIfOptions& options) {
    for (const std::string& id : options.fixed) check_leaf(set, id);
    for (const auto& [id, cost] : options.costs) {
        check_leaf(set, id);
        if (cost.sign() < 0 || cost > Number(1'000'000) || !cost.scaled(6))
            throw Error(ErrorCode::argument_range,
                        fmt::format("cost of \"{}\": expected 0 to 1000000 with at most 6 decimals; found {}", id,
                                    cost.to_exact_string()));
    }
}

std::optional<Number> best_row(const LeafOutlook& leaf) {
    std::optional<Number> best;
    for (const FactMove& move : leaf.moves)
        if (move.kind == MoveKind::next_row && (!best || *move.points > *best)) best = move.points;
    return best;
}

// How far a leaf can be raised.
std::optional<Number> reach(const CriteriaSet::Impl& set, scoring::Scorer& scorer, const LeafOutlook& leaf,
                            WhatIfOptions::Reach how) {
    if (how == WhatIfOptions::Reach::next_row) return best_row(leaf);
    const auto criterion = static_cast<std::size_t>(leaf.criterion);
    if (set.criteria[criterion].rule.kind != RuleKind::manual) return leaf.max;
    const criteria::CompiledLeaf& compiled = set.leaves[static_cast<std::size_t>(set.leaf_of[criterion])];
    const feel::Value most = scorer.value(compiled.manual_max);
    return most.is_number() && most.number < leaf.max ? most.number : leaf.max;
}

std::vector<Candidate> candidates(const CriteriaSet::Impl& set, scoring::Scorer& scorer, const WhatIf& result,
                                  const WhatIfOptions& options) {
    std::vector<Candidate> out;
    for (std::size_t i = 0; i < result.leaves.size(); ++i) {
        const LeafOutlook& leaf = result.leaves[i];
        const std::string& id = set.criteria[static_cast<std::size_t>(leaf.criterion)].id;
        if (leaf.state != LeafState::scored || !leaf.points || options.fixed.contains(id)) continue;
        const auto to = reach(set, scorer, leaf, options.reach);
        if (!to || *to <= *leaf.points) continue;
        const auto cost = options.costs.find(id);
        Candidate c{i, *leaf.points, *to, cost == options.costs.end() ? Number(1) : cost->second, 0};
        c.scaled_cost = *c.cost.scaled(6);
        out.push_back(std::move(c));
    }
    return out;
}

CheapestSet cheapest(const CriteriaSet::Impl& set, scoring::Scorer& scorer, const WhatIf& result,
                     const WhatIfOptions& options, const scoring::SearchProgress& progress) {
    if (!result.now.exact_total) {
        CheapestSet none;
        none.reason = "the total is not complete";
        return none;
    }
    scoring::Goal goal(set, scorer, result.now, result.next->band, candidates(set, scorer, result, options));
    return scoring::cheapest_set(goal, progress);
}

}  // namespace

std::string_view to_string(MoveKind kind) noexcept {
    switch (kind) {
        case MoveKind::next_row: return "next_row";
        case MoveKind::one_more: return "one_more";
        case MoveKind::one_less: return "one_less";
        case MoveKind::late_to_on_time: return "late_to_on_time";
    }
    return "";
}

WhatIf what_if(const CriteriaSet& criteria, const Facts& facts, const ScoreSheet& sheet,
               std::span<const std::optional<Number>> among, const WhatIfOptions& options, const Progress& progress) {
    const CriteriaSet::Impl& set = criteria.impl();
    check_options(set, options);
    scoring::Scorer scorer(set, scoring::kind_of(set, facts));
    scoring::Movable unit(set, scorer, facts, sheet, among);
    WhatIf out;
    out.now = unit.now();
    const std::size_t steps = out.now.leaves.size() + scoring::search_parts;
    const auto tell = [&](std::size_t done) {
        if (progress) progress(static_cast<std::int64_t>(done), static_cast<std::int64_t>(steps));
    };
    out.next = scoring::next_band(set, scorer, out.now, options.band);
    for (const LeafScore& leaf : out.now.leaves) {
        tell(out.leaves.size());
        LeafOutlook& look = out.leaves.emplace_back();
        look.criterion = leaf.criterion;
        look.state = leaf.state;
        look.points = leaf.points;
        look.max = leaf.max;
        if (leaf.points) look.room = leaf.max - *leaf.points;
        const auto index = static_cast<std::size_t>(set.leaf_of[static_cast<std::size_t>(leaf.criterion)]);
        look.moves = scoring::moves_of(unit, index, leaf);
    }
    if (out.next) {
        unit.restore();
        out.cheapest = cheapest(set, scorer, out, options, [&](std::size_t part) { tell(out.leaves.size() + part); });
    }
    tell(steps);
    return out;
}

}  // namespace cchc
