#include "calendar_year.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "problems.hpp"
#include "texts.hpp"

namespace tool {

cchc::Date first_of(int year, unsigned month) {
    return cchc::Date{std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(1)};
}

Year look_up(const cchc::Calendar& calendar, int number) {
    if (number < 1 || number > 9998) throw CallError("calendar: the year is a number such as 2020");
    const cchc::Date start = first_of(number, 1), end = first_of(number + 1, 1);
    Year year;
    year.number = number;
    year.from = std::max(start, calendar.from());
    year.to = std::min(end, calendar.to());
    if (year.from >= year.to) {
        throw DataError(fmt::format("the calendar {} covers {} to {}, and nothing of {}", calendar.id(),
                                    cchc::to_string(calendar.from()), cchc::to_string(calendar.to() - std::chrono::days(1)),
                                    number));
    }
    year.partial = year.from != start || year.to != end;
    if (const auto projected = calendar.projected_from(); projected && *projected < year.to)
        year.projected_from = std::max(*projected, year.from);
    std::set<cchc::Date> dates;
    for (const auto& day : calendar.data().days_off) dates.insert(day.date);
    for (const auto& day : calendar.data().days_worked) dates.insert(day.date);
    for (auto date = dates.lower_bound(year.from); date != dates.end() && *date < year.to; ++date) {
        year.days.push_back(calendar.day(*date));
    }
    for (unsigned m = 1; m <= 12; ++m) {
        const cchc::Date from = std::clamp(first_of(number, m), year.from, year.to);
        const cchc::Date to = std::clamp(m == 12 ? end : first_of(number, m + 1), year.from, year.to);
        year.working_days[m - 1] = calendar.count_working_days(from, to);
        year.total += year.working_days[m - 1];
    }
    return year;
}

std::vector<std::string> heading_lines(const cchc::Calendar& calendar, const Year& year, cchc::Lang lang) {
    const Texts& t = texts(lang);
    std::vector<std::string> lines = {calendar.title().in(lang),
                                      fmt::format(fmt::runtime(t.calendar_version), calendar.id(), calendar.version())};
    if (year.partial) {
        lines.push_back(fmt::format(fmt::runtime(t.partly_covered), cchc::to_text(year.from, lang),
                                    cchc::to_text(year.to - std::chrono::days(1), lang)));
    }
    if (year.projected_from)
        lines.push_back(fmt::format(fmt::runtime(t.projected), cchc::to_text(*year.projected_from, lang)));
    return lines;
}

}  // namespace tool
