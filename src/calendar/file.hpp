// What a calendar file says, before a calendar that it extends is put under it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cchc/calendar.hpp"

namespace cchc {

struct CalendarFile {
    CalendarData data;
    std::optional<std::string> extends;
    std::vector<Date> not_followed;
    bool has_coverage = false;
    bool has_week = false;
    bool has_seasons = false;
    bool has_effective = false;
};

// The file's data over that of its base, by the rules of Calendar::from_json. Refuses contradictions with their place in the
// file.
CalendarData extended(CalendarFile file, const Calendar& base);

}  // namespace cchc
