// What is looked at once a set is read and compiled.
#pragma once

#include "criteria/findings.hpp"
#include "criteria/impl.hpp"

namespace cchc::criteria {

void check_sums(const CriteriaSet::Impl& set, Findings& findings);  // maxima of the tree, for every kind of unit
void check_leaves(const CriteriaSet::Impl& set,
                  Findings& findings);  // when_no_case, points outside the maximum, notes of rows
// Overlaps, gaps, rows that no case reaches. `dictionary` adds to that of the set.
void check_tables(const CriteriaSet::Impl& set, const std::vector<FactDefinition>& dictionary, Findings& findings);
void check_bands(const CriteriaSet::Impl& set, Findings& findings);  // overlaps and gaps of the bands

}  // namespace cchc::criteria
