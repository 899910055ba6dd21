// The parts of calendar files that other documents have, too.
#pragma once

#include <vector>

#include "cchc/calendar.hpp"

namespace cchc {

namespace json {
class Writer;
}

void write_day_off(json::Writer& w, const CalendarData::DayOff& day);
// The member "open" of an object.
void write_open(json::Writer& w, const std::vector<CalendarData::OpenDays>& open);

}  // namespace cchc
