// From leaves to totals, index, band, and the keys of the ranking.
#include <algorithm>

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

std::optional<Number> least_leaf(const CriteriaSet::Impl& set, const Scorecard& card) {
    std::optional<Number> least;
    for (const LeafScore& leaf : card.leaves)
        if (leaf.points && set.criteria[static_cast<std::size_t>(leaf.criterion)].account < 0 &&
            (!least || *leaf.points < *least))
            least = leaf.points;
    return least;
}

Value result(const CriteriaSet::Impl& set, std::size_t kind, const ResultSlot& slot, const Scorecard& card,
             const Sums& sums) {
    switch (slot.kind) {
        case ResultSlot::Kind::total: return of(card.total);
        case ResultSlot::Kind::exact_total: return of(card.exact_total);
        case ResultSlot::Kind::index: return card.complete ? of(card.index) : Value::missing();
        case ResultSlot::Kind::min_leaf: return of(least_leaf(set, card));
        case ResultSlot::Kind::total_without:
            if (!card.exact_total) return Value::missing();
            return Value::of_number(*card.exact_total - sums.accounts[static_cast<std::size_t>(slot.account)]);
        case ResultSlot::Kind::points:
            if (slot.account >= 0) return Value::of_number(sums.accounts[static_cast<std::size_t>(slot.account)]);
            return sums.complete[static_cast<std::size_t>(slot.criterion)]
                       ? Value::of_number(sums.nodes[static_cast<std::size_t>(slot.criterion)].points)
                       : Value::missing();
        default:
            if (slot.account >= 0) return of(set.accounts[static_cast<std::size_t>(slot.account)].max);
            return Value::of_number(set.criteria[static_cast<std::size_t>(slot.criterion)].max[kind]);
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
        group.complete = sums.complete[i];
        card.groups.push_back(std::move(group));
    }
}

void add_totals(const CriteriaSet::Impl& set, std::size_t kind, const Sums& sums, Scorecard& card) {
    card.max = set.max[kind];
    card.points = sums.total.points;
    card.applicable = sums.total.max;
    card.index = percent(card.points, card.applicable);
    card.complete = sums.tree_complete;
    Number total = card.points;
    // The set as a whole keeps its weight too, where it says so.
    if (set.not_applicable == NotApplicable::rescale && card.applicable.sign() != 0) {
        total *= card.max;
        total /= card.applicable;
    }
    for (std::size_t a = 0; a < set.accounts.size(); ++a) {
        card.accounts.push_back({static_cast<int>(a), sums.accounts[a], sums.account_complete[a]});
        card.complete = card.complete && sums.account_complete[a];
        total += sums.accounts[a];
    }
    if (!card.complete) return;
    card.total = set.rounding ? total.rounded(set.rounding->places, set.rounding->mode) : total;
    card.exact_total = std::move(total);
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
    for (const feel::Code& code : set.compiled_ties)
        if (!add(code)) return;
    card.rank_keys = std::move(keys);
}

}  // namespace

void finish(const CriteriaSet::Impl& set, Scorer& scorer, Scorecard& card) {
    const std::size_t kind = scorer.kind();
    std::vector<Worth> worths(set.criteria.size());
    for (const LeafScore& leaf : card.leaves) worths[static_cast<std::size_t>(leaf.criterion)] = worth_of(leaf);
    Sums sums;
    add_up(set, kind, worths, sums);
    add_groups(set, kind, sums, card);
    add_totals(set, kind, sums, card);
    for (const ResultSlot& slot : set.results) scorer.slots()[slot.slot] = result(set, kind, slot, card, sums);
    card.band = find_band(set, scorer, card.band_reason);
    if (card.band < 0 && !card.complete) card.band_reason = "the total is not complete";
    add_rank_keys(set, scorer, card);
}

}  // namespace cchc::scoring
