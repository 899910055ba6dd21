// The names of the enumerations in calendar files.
#pragma once

#include <string_view>
#include <utility>

#include "cchc/calendar.hpp"

namespace cchc {

inline constexpr std::pair<std::string_view, DayKind> day_off_kinds[] = {
    {"holiday", DayKind::holiday}, {"compensatory", DayKind::compensatory}, {"national_day", DayKind::national_day},
    {"swap", DayKind::swap},       {"closure", DayKind::closure},
};

inline constexpr std::pair<std::string_view, Evidence> evidence_names[] = {
    {"unstated", Evidence::unstated}, {"found", Evidence::found},         {"secondary", Evidence::secondary},
    {"derived", Evidence::derived},   {"projected", Evidence::projected},
};

inline constexpr std::string_view weekday_names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

}  // namespace cchc
