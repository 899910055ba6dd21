// How the leaves of one unit came about: the facts are put in once, not for each leaf.
#pragma once

#include <span>

#include "scoring/scorer.hpp"

namespace cchc::scoring {

class Tracer {
public:
    // The set and the facts must outlive the tracer. Throws argument_range for a kind of unit that the set has not.
    Tracer(const CriteriaSet& criteria, const Facts& facts, std::span<const std::optional<Number>> among);

    // Whatever leaf was asked for before. Throws argument_range for an index of a criterion that is no leaf.
    LeafTrace leaf(std::size_t criterion);

private:
    void add_facts(const criteria::CompiledLeaf& leaf, LeafTrace& out) const;
    void add_names(const feel::Code& code, LeafTrace& out) const;
    void add_rows(const criteria::CompiledLeaf& leaf, const Rule& rule, LeafTrace& out);

    const CriteriaSet::Impl& set_;
    const Facts& facts_;
    Scorer scorer_;
};

}  // namespace cchc::scoring
