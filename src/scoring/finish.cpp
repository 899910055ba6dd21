// From leaves to totals, index, band, and the keys of the ranking.
#include <algorithm>

#include "cchc/error.hpp"
#include "scoring/unit.hpp"

namespace cchc::scoring {
namespace {

using criteria::ResultSlot;
using feel::Value;

std::optional<Number> percent(const Number& points, const Number& applicable) {
    if (applicable.sign() == 0) return std::nullopt;
    return Number(100) * points / applicable;
}

Value of(const std::optional<Number>& number) { return number ? Value::of_number(*number) : Value::missing(); }

std::optional<Number> least_leaf(const CriteriaSet::Impl& set, std::size_t kind, const Sums& sums) {
    const Number* least = nullptr;
    for (const criteria::CompiledLeaf& leaf : set.leaves) {
        const Criterion& c = set.criteria[leaf.criterion];
        const Worth& worth = sums.nodes[leaf.criterion];
        if (c.account < 0 && c.exists[kind] && worth.state == LeafState::scored && c.max[kind].sign() > 0 &&
            (least == nullptr || worth.points < *least))
            least = &worth.points;
    }
    return least == nullptr ? std::nullopt : std::optional(*least);
}

Value result(const CriteriaSet::Impl& set, std::size_t kind, const ResultSlot& slot, const Totals& totals,
             const Sums& sums) {
    const auto account = static_cast<std::size_t>(slot.account), criterion = static_cast<std::size_t>(slot.criterion);
    switch (slot.kind) {
        case ResultSlot::Kind::total: return of(totals.total);
        case ResultSlot::Kind::exact_total: return of(totals.exact_total);
        case ResultSlot::Kind::index: return totals.complete ? of(totals.index) : Value::missing();
        case ResultSlot::Kind::min_leaf: return of(totals.least_leaf);
        case ResultSlot::Kind::total_without:
            return totals.exact_total ? Value::of_number(*totals.exact_total - sums.accounts[account]) : Value::missing();
        case ResultSlot::Kind::points:
            if (slot.account >= 0) return Value::of_number(sums.accounts[account]);
            return sums.complete[criterion] != 0 ? Value::of_number(sums.nodes[criterion].points) : Value::missing();
        default:
            if (slot.account >= 0) return of(set.accounts[account].max);
            return Value::of_number(set.criteria[criterion].max[kind]);
    }
}

void add_groups(const CriteriaSet::Impl& set, std::size_t kind, const Sums& sums, Scorecard& card) {
    for (std::size_t i = 0; i < set.criteria.size(); ++i) {
        const Criterion& c = set.criteria[i];
        if (c.leaf || !c.exists[kind]) continue;
        GroupScore group;
        group.criterion = static_cast<int>(i);
        group.max = c.max[kind];
        group.points = sums.nodes[i].points;
        group.applicable = sums.nodes[i].max;
        group.index = percent(group.points, group.applicable);
        group.complete = sums.complete[i] != 0;
        card.groups.push_back(std::move(group));
    }
}

void add_rank_keys(const CriteriaSet::Impl& set, Scorer& scorer, Scorecard& card) {
    if (!card.complete) return;
    std::vector<Number> keys;
    const auto add = [&](const feel::Code& code) {
        Value v = scorer.value(code);
        if (!v.is_number()) return false;
        keys.push_back(std::move(v.number));
        return true;
    };
    if (!add(set.compiled_rank_by)) return;
    // A unit without the value of a tie break stands behind its equals that have one.
    for (const feel::Code& code : set.compiled_ties)
        if (!add(code)) break;
    card.rank_keys = std::move(keys);
}

}  // namespace

Totals totals_of(const CriteriaSet::Impl& set, std::size_t kind, const Sums& sums) {
    Totals out;
    out.index = percent(sums.tree.points, sums.tree.max);
    // Where nothing applies there is nothing to add up.
    out.complete = sums.tree_complete && (sums.tree.max.sign() != 0 || set.max[kind].sign() == 0);
    Number total = sums.tree.points;
    // The set as a whole keeps its weight too, where it says so.
    if (set.not_applicable == NotApplicable::rescale && sums.tree.max.sign() != 0 && sums.tree.max != set.max[kind]) {
        total *= set.max[kind];
        total /= sums.tree.max;
    }
    for (std::size_t a = 0; a < set.accounts.size(); ++a) {
        out.complete = out.complete && sums.account_complete[a] != 0;
        total += sums.accounts[a];
    }
    if (!out.complete) return out;
    out.least_leaf = least_leaf(set, kind, sums);
    out.total = set.rounding ? total.rounded(set.rounding->places, set.rounding->mode) : total;
    out.exact_total = std::move(total);
    return out;
}

void put_results(const CriteriaSet::Impl& set, const Totals& totals, const Sums& sums, Scorer& scorer) {
    for (const ResultSlot& slot : set.results) scorer.slots()[slot.slot] = result(set, scorer.kind(), slot, totals, sums);
}

void finish(const CriteriaSet::Impl& set, Scorer& scorer, Scorecard& card) {
    const std::size_t kind = scorer.kind();
    card.max = set.max[kind];
    Sums sums;
    sums.nodes.resize(set.criteria.size());
    for (const LeafScore& leaf : card.leaves) sums.nodes[static_cast<std::size_t>(leaf.criterion)] = worth_of(leaf);
    Totals totals;
    try {
        add_up(set, kind, sums);
        add_groups(set, kind, sums, card);
        totals = totals_of(set, kind, sums);
    } catch (const Error& e) {
        if (e.code() != ErrorCode::argument_range) throw;
        // Fractions of so many unlike denominators that their sum is beyond a Number: this unit has no total, others have.
        card.problems.push_back("the total: the number is too large");
        card.complete = false;
        card.groups.clear();
        card.band_reason = "the total is not complete";
        return;
    }
    put_results(set, totals, sums, scorer);
    card.points = sums.tree.points;
    card.applicable = sums.tree.max;
    for (std::size_t a = 0; a < set.accounts.size(); ++a)
        card.accounts.push_back({static_cast<int>(a), sums.accounts[a], sums.account_complete[a] != 0});
    card.complete = totals.complete;
    card.index = std::move(totals.index);
    card.exact_total = std::move(totals.exact_total);
    card.total = std::move(totals.total);
    card.band = find_band(set, scorer, card.complete, card.band_reason);
    add_rank_keys(set, scorer, card);
}

}  // namespace cchc::scoring
