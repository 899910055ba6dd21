// The cheapest set of leaves that reaches a band.
#pragma once

#include "cchc/whatif.hpp"
#include "scoring/whatif_goal.hpp"

namespace cchc::scoring {

inline constexpr std::size_t most_exact = 40;  // leaves that can move

// Leaves out `total` and `band` where nothing is found.
CheapestSet cheapest_set(Goal& goal);

}  // namespace cchc::scoring
