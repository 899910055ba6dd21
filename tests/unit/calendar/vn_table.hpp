// The days off of civil servants, typed from domain/deadlines.md §2.3, and the plainest calendar that can be made of them.
#pragma once

#include <map>
#include <set>
#include <sstream>
#include <string>

#include "unit/calendar/support.hpp"

namespace cchc {

// A line is a year of the machine-readable copy; a letter after a date is its mark in the table above that copy: c
// compensatory, s swapped, n the second National Day, none a statutory holiday.
inline constexpr const char* vn_lines[] = {
    "2015 off 01-01 01-02s 02-16s 02-17 02-18 02-19 02-20 02-23c 04-28 04-29s 04-30 05-01 09-02 work 02-14 04-25",
    "2016 off 01-01 02-08 02-09 02-10 02-11 02-12 04-18c 05-02c 05-03c 09-02 work",
    "2017 off 01-02c 01-26 01-27 01-30 01-31 02-01 04-06 05-01 05-02c 09-04c work",
    "2018 off 01-01 02-14 02-15 02-16 02-19 02-20 04-25 04-30 05-01 09-03c 12-31s work",
    "2019 off 01-01 02-04 02-05 02-06 02-07 02-08 04-15c 04-29s 04-30 05-01 09-02 work 01-05 05-04",
    "2020 off 01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02 work",
    "2021 off 01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03c 09-02 09-03n work",
    "2022 off 01-03c 01-31 02-01 02-02 02-03 02-04 04-11c 05-02c 05-03c 09-01n 09-02 work",
    "2023 off 01-02c 01-20 01-23 01-24 01-25 01-26 05-01 05-02c 05-03c 09-01n 09-04c work",
    "2024 off 01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29s 04-30 05-01 09-02 09-03n work 05-04",
    "2025 off 01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02s 09-01n 09-02 work 04-26",
    "2026 off 01-01 01-02s 02-16 02-17 02-18 02-19 02-20 04-27c 04-30 05-01 08-31s 09-01n 09-02 11-24 work 01-10 08-22",
};

// A calendar that knows nothing but two sets of dates, and is asked one day at a time.
struct PlainCalendar {
    Date from = day("2015-01-01");
    Date to = day("2027-01-01");
    std::map<Date, DayKind> off;
    std::set<Date> worked;

    bool covers(Date d) const { return d >= from && d < to; }
    bool works(Date d) const {
        if (worked.contains(d)) return true;
        return std::chrono::weekday{d}.iso_encoding() <= 5 && !off.contains(d);
    }
};

inline DayKind kind_of_mark(const std::string& item) {
    switch (item.back()) {
        case 'c': return DayKind::compensatory;
        case 's': return DayKind::swap;
        case 'n': return DayKind::national_day;
        default: return DayKind::holiday;
    }
}

inline PlainCalendar plain_vn() {
    PlainCalendar plain;
    for (const char* line : vn_lines) {
        std::istringstream in(line);
        std::string year, item;
        in >> year;
        bool is_off = true;
        while (in >> item) {
            if (item == "off" || item == "work") {
                is_off = item == "off";
                continue;
            }
            const Date date = day(year + "-" + item.substr(0, 5));
            if (is_off) {
                plain.off[date] = kind_of_mark(item);
            } else {
                plain.worked.insert(date);
            }
        }
    }
    return plain;
}

}  // namespace cchc
