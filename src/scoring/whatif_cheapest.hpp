// The cheapest set of leaves that reaches a band.
#pragma once

#include <cstddef>
#include <functional>

#include "cchc/whatif.hpp"
#include "scoring/whatif_goal.hpp"

namespace cchc::scoring {

inline constexpr std::size_t most_exact = 40;  // leaves that can move

// Told between steps of the search how many of its parts are done, less than all.
using SearchProgress = std::function<void(std::size_t part)>;
inline constexpr std::size_t search_parts = 1000;

// Leaves out `total` and `band` where nothing is found.
CheapestSet cheapest_set(Goal& goal, const SearchProgress& progress);

}  // namespace cchc::scoring
