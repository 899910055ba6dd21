// How the points of a leaf came about, in words.
#pragma once

#include "report/score_parts.hpp"

namespace cchc::report::docs {

// Facts with their sources: "Hồ sơ đã giải quyết = 103 (số liệu hồ sơ); …"; a source is said once for those that follow
// each other.
std::string facts_words(const CriteriaSet& criteria, const LeafTrace& trace, const TraceSource& from, Lang lang);
// What gave the points: the row of the table that matched, the formula, or who gave them.
std::string rule_words(const CriteriaSet& criteria, const LeafScore& leaf, const LeafTrace& trace, const TraceSource& from,
                       Lang lang);
// The rule as the set writes it, with the values of its intermediate names; empty where there is nothing to compute.
std::string formula_words(const CriteriaSet& criteria, const LeafScore& leaf, const LeafTrace& trace, Lang lang);

}  // namespace cchc::report::docs
