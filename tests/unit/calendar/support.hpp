// Dates by their text, and a small office calendar to change one thing of at a time.
#pragma once

#include <string_view>
#include <vector>

#include "cchc/calendar.hpp"
#include "test.hpp"
#include "unit/base/error_of.hpp"

namespace cchc {

inline Date day(std::string_view text) { return parse_moment(text).value().date; }

inline Instant instant(std::string_view text) {
    const Moment m = parse_moment(text).value();
    return at(m.date, m.second);
}

// "07:30-11:30"
inline Session session(int from_hour, int from_minute, int to_hour, int to_minute) {
    return {from_hour * 60 + from_minute, to_hour * 60 + to_minute};
}

// Monday to Friday 07:30-11:30 and 13:30-17:00 in the years 2019 and 2020, with no day off.
inline CalendarData office() {
    CalendarData data;
    data.id = "office";
    data.version = "1";
    data.from = day("2019-01-01");
    data.to = day("2021-01-01");
    for (std::size_t d = 0; d < 5; ++d) data.week[d] = {session(7, 30, 11, 30), session(13, 30, 17, 0)};
    return data;
}

inline CalendarData::DayOff off(std::string_view date, DayKind kind = DayKind::holiday) {
    CalendarData::DayOff out;
    out.date = day(date);
    out.kind = kind;
    return out;
}

inline CalendarData::DayWorked worked(std::string_view date) {
    CalendarData::DayWorked out;
    out.date = day(date);
    return out;
}

inline CalendarData::Season season(unsigned from_month, unsigned from_day, unsigned to_month, unsigned to_day) {
    CalendarData::Season out;
    out.from = std::chrono::month{from_month} / std::chrono::day{from_day};
    out.to = std::chrono::month{to_month} / std::chrono::day{to_day};
    return out;
}

}  // namespace cchc
