#pragma once

#include <span>

#include "cchc/statistics.hpp"

namespace cchc::stats {

// The columns of the form from the counters of one cell.
Counts counts_of(std::span<const std::uint32_t> counters, const Query& query);

// The sum of two rows of the same query: flows and, at the same moment, stocks.
Counts over_units(const Counts& a, const Counts& b);

}  // namespace cchc::stats
