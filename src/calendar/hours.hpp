// The office hours of each date: weeks, their seasons, and from when they hold.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cchc/calendar.hpp"

namespace cchc {

// 0 Monday … 6 Sunday.
inline std::size_t weekday_of(Date date) noexcept { return std::chrono::weekday{date}.iso_encoding() - 1; }

class OfficeHours {
public:
    // Refuses hours that contradict themselves. `data` must outlive this.
    explicit OfficeHours(const CalendarData& data);

    // The sessions that a date would have if it were this weekday (0 Monday).
    const std::vector<Session>& on(Date date, std::size_t weekday) const noexcept;

private:
    struct Period {
        Date from{};
        const Week* week;
        const std::vector<CalendarData::Season>* seasons;
        std::vector<std::uint8_t> season;  // by (month - 1) * 31 + day - 1: season + 1, 0 none
    };
    void add(Date from, const Week& week, const std::vector<CalendarData::Season>& seasons, const std::string& pointer);

    std::vector<Period> periods_;  // never empty; in order of `from`
};

}  // namespace cchc
