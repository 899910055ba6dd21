// The score of a unit with other points in some leaves, and how much a point of a leaf is worth in it.
#pragma once

#include <vector>

#include "scoring/unit.hpp"

namespace cchc::scoring {

// Scores again what stands in the leaves of a card; everything else of it is computed anew. The facts stay in the scorer.
void rescore(const CriteriaSet::Impl& set, Scorer& scorer, Scorecard& card);

// By leaf of the card: by how much a point more raises the points of each group above it, itself included (1 without
// rescaling). A leaf of an account: 1, which is the most that it can do to the total.
class PointWeights {
public:
    PointWeights(const CriteriaSet::Impl& set, std::size_t kind, const Scorecard& card);
    Number in_tree(std::size_t criterion) const;  // in the points of the tree, without the set's own weight
    Number within(std::size_t criterion, std::size_t group) const;  // in the points of a group; 0 outside it
    const Number& of_set() const noexcept { return of_set_; }       // what a point of the tree is worth in the total

private:
    const CriteriaSet::Impl& set_;
    std::vector<Number> factors_;  // by criterion: what rescaling does to the sum of a group
    Number of_set_ = 1;
};

}  // namespace cchc::scoring
