// Whom a figure or an item of the checklist asks.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace cchc::inspection {

// Whether units of this kind are asked what is asked `of` these kinds: none named are all of them, and a unit of an unknown
// kind (empty) is asked for all.
inline bool asked_of_kind(const std::vector<std::string>& of, std::string_view kind) {
    return of.empty() || kind.empty() || std::find(of.begin(), of.end(), kind) != of.end();
}

}  // namespace cchc::inspection
