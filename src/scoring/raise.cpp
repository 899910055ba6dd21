#include "scoring/raise.hpp"

namespace cchc::scoring {

void rescore(const CriteriaSet::Impl& set, Scorer& scorer, Scorecard& card) {
    card.groups.clear();
    card.accounts.clear();
    card.rank_keys.clear();
    card.band_reason.clear();
    card.exact_total.reset();
    card.total.reset();
    card.complete = true;
    finish(set, scorer, card);
}

// Every leaf that has points is given its maximum: then a group has points, and what it has over the sum of its children is
// its factor. So add_up stays the only place that knows the rule.
PointWeights::PointWeights(const CriteriaSet::Impl& set, std::size_t kind, const Scorecard& card)
    : set_(set), factors_(set.criteria.size(), Number(1)) {
    Sums sums;
    sums.nodes.resize(set.criteria.size());
    for (const LeafScore& leaf : card.leaves) {
        Worth worth = worth_of(leaf);
        if (worth.has_points) worth.points = worth.max;
        sums.nodes[static_cast<std::size_t>(leaf.criterion)] = std::move(worth);
    }
    add_up(set, kind, sums);
    for (std::size_t i = 0; i < set.criteria.size(); ++i) {
        if (set.criteria[i].leaf || !set.criteria[i].exists[kind]) continue;
        Number children;
        for (const int child : set.children[i])
            if (set.criteria[static_cast<std::size_t>(child)].exists[kind])
                children += sums.nodes[static_cast<std::size_t>(child)].points;
        if (children.sign() != 0) factors_[i] = sums.nodes[i].points / children;
    }
    if (set.not_applicable == NotApplicable::rescale && card.applicable.sign() != 0) of_set_ = card.max / card.applicable;
}

Number PointWeights::in_tree(std::size_t criterion) const {
    Number weight = 1;
    for (int i = set_.criteria[criterion].parent; i >= 0; i = set_.criteria[static_cast<std::size_t>(i)].parent)
        weight *= factors_[static_cast<std::size_t>(i)];
    return weight;
}

Number PointWeights::within(std::size_t criterion, std::size_t group) const {
    Number weight = 1;
    for (std::size_t i = criterion; i != group;) {
        if (set_.criteria[i].parent < 0) return 0;
        i = static_cast<std::size_t>(set_.criteria[i].parent);
        weight *= factors_[i];
    }
    return weight;
}

}  // namespace cchc::scoring
