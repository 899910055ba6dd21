#include "criteria/check.hpp"

namespace cchc::criteria {
void check_tables(const CriteriaSet::Impl&, Findings&) {}
void check_bands(const CriteriaSet::Impl&, Findings&) {}
}  // namespace cchc::criteria
