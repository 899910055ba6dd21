// The calendar as it was known on a date.
#include <fmt/format.h>

#include <algorithm>

#include "cchc/calendar.hpp"

namespace cchc {
namespace {

Date first_of_year(Date date) {
    return Date{std::chrono::year_month_day{date}.year() / std::chrono::January / std::chrono::day{1}};
}

bool later(const std::optional<Date>& published, Date date) { return published && *published > date; }

// Days that the office or a swap adds to a year; the others belong to what makes a year decided.
bool is_statutory(DayKind kind) { return kind != DayKind::swap && kind != DayKind::closure; }

}  // namespace

Calendar Calendar::as_known_on(Date date) const {
    CalendarData known = data();
    for (const auto& day : known.days_off)
        if (later(day.published, date) && is_statutory(day.kind)) known.to = std::min(known.to, first_of_year(day.date));
    if (known.to <= known.from)
        throw Error(ErrorCode::outside_coverage,
                    fmt::format("on {} no year of the calendar {} {} was decided yet", to_string(date), id(), version()));
    const auto dropped = [&](const auto& day) { return later(day.published, date) || day.date >= known.to; };
    std::erase_if(known.days_off, dropped);
    std::erase_if(known.days_worked, dropped);
    std::erase_if(known.effective, [&](const auto& hours) { return hours.from >= known.to; });
    if (known.projected_from && *known.projected_from >= known.to) {
        known.projected_from.reset();
        known.open.clear();
    }
    std::erase_if(known.open, [&](const auto& open) {
        return std::any_of(open.choices.begin(), open.choices.end(), [&](const auto& choice) {
            return std::any_of(choice.begin(), choice.end(), [&](Date d) { return d >= known.to; });
        });
    });
    known.version += "+known-" + to_string(date);
    return Calendar(std::move(known));
}

}  // namespace cchc
