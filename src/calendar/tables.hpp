// What a calendar looks like once it is built: prefix tables over the coverage, so that adding and counting working days are
// two loads, and the same in seconds is a binary search.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "cchc/calendar.hpp"

namespace cchc {

class OfficeHours;

struct Calendar::Tables {
    explicit Tables(CalendarData calendar);

    CalendarData data;
    std::int32_t first = 0;  // days since 1970-01-01 of the first covered date
    std::int32_t days = 0;   // covered dates

    std::vector<DayKind> kind;          // [days]
    std::vector<std::uint16_t> layout;  // [days] index into layouts; 0 is "closed"
    std::vector<std::vector<Session>> layouts;
    std::vector<std::int32_t> worked_before;                    // [days + 1] working days in [first, first + i)
    std::vector<std::int64_t> seconds_before;                   // [days + 1] working seconds in [first, first + i)
    std::vector<std::int32_t> working_day;                      // date of the k-th working day, k = 0, 1, …
    std::vector<std::pair<std::int32_t, std::size_t>> open_on;  // dates of data.open, each with its index there, in order

    // In 64 bits: the distance from a first day before 1970 to the last day of 32 bits has no room in 32.
    bool covers(std::int32_t day) const noexcept { return day >= first && std::int64_t{day} - first < days; }
    bool covers_end(std::int32_t day) const noexcept { return day >= first && std::int64_t{day} - first <= days; }
    std::size_t index(std::int32_t day) const noexcept { return static_cast<std::size_t>(day - first); }

    // Index into working_day of the n-th working day from `day` (see Calendar::add_working_days); may be out of range.
    std::int64_t position(std::int32_t day, std::int64_t n) const noexcept {
        const auto after = static_cast<std::size_t>(n > 0);
        return worked_before[index(day) + after] + n - static_cast<std::int64_t>(after);
    }

    // Working seconds from the start of the coverage to an instant inside it.
    std::int64_t seconds_at(std::int64_t instant) const noexcept;
    // First and last instant with `seconds` working seconds before it; 0 <= seconds <= seconds_before.back().
    std::int64_t earliest_instant(std::int64_t seconds) const noexcept;
    std::int64_t latest_instant(std::int64_t seconds) const noexcept;

    const CalendarData::DayOff* day_off(std::int32_t day) const noexcept;
    const CalendarData::DayWorked* day_worked(std::int32_t day) const noexcept;
    const CalendarData::OpenDays* open_day(std::int32_t day) const noexcept;

    [[noreturn]] void fail_coverage(std::int32_t day) const;

private:
    void check_header() const;
    void check_dates() const;
    void check_open();
    std::uint16_t add_layout(const std::vector<Session>& sessions);
    void build(const OfficeHours& hours);
    void sum_up();
};

}  // namespace cchc
