#include "calendar/hours.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calendar/names.hpp"
#include "calendar/refusal.hpp"

namespace cchc {
namespace {

std::string clock(std::int32_t minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

std::string text(const Session& s) { return clock(s.from_minute) + "-" + clock(s.to_minute); }

void check_day(const std::vector<Session>& sessions, const std::string& pointer) {
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        const Session& s = sessions[i];
        const std::string here = pointer + "/" + std::to_string(i);
        if (s.from_minute < 0 || s.to_minute > 1440 || s.from_minute >= s.to_minute)
            refuse_calendar(here, fmt::format("the session {} does not end after it begins, inside one date", text(s)));
        if (i > 0 && s.from_minute < sessions[i - 1].to_minute)
            refuse_calendar(here, fmt::format("the session {} overlaps or precedes {}", text(s), text(sessions[i - 1])));
    }
}

void check_week(const Week& week, const std::string& pointer) {
    const auto closed = [](const std::vector<Session>& s) { return s.empty(); };
    if (std::all_of(week.begin(), week.end(), closed)) refuse_calendar(pointer, "no weekday has a session");
    for (std::size_t d = 0; d < 7; ++d) check_day(week[d], fmt::format("{}/{}", pointer, weekday_names[d]));
}

std::size_t slot(std::chrono::month_day md) noexcept {
    return (static_cast<unsigned>(md.month()) - 1) * 31 + static_cast<unsigned>(md.day()) - 1;
}

std::size_t slot(Date date) noexcept {
    const std::chrono::year_month_day ymd{date};
    return slot(ymd.month() / ymd.day());
}

std::vector<std::uint8_t> season_of_day(const std::vector<CalendarData::Season>& seasons, const std::string& pointer) {
    std::vector<std::uint8_t> season(12 * 31, 0);
    if (seasons.size() > 12) refuse_calendar(pointer, "a year has at most 12 seasons");
    for (std::size_t i = 0; i < seasons.size(); ++i) {
        const auto& s = seasons[i];
        const std::string here = fmt::format("{}/{}", pointer, i);
        if (!s.from.ok() || !s.to.ok() || s.from == s.to)
            refuse_calendar(here, "a season needs two different days of the year");
        for (std::size_t d = 0; d < 7; ++d)
            if (s.week[d]) check_day(*s.week[d], fmt::format("{}/week/{}", here, weekday_names[d]));
        for (std::size_t d = slot(s.from); d != slot(s.to); d = (d + 1) % season.size()) {
            if (season[d] != 0) refuse_calendar(here, fmt::format("overlaps season {}", season[d] - 1));
            season[d] = static_cast<std::uint8_t>(i + 1);
        }
    }
    return season;
}

void check_worked(const CalendarData& data) {
    for (std::size_t i = 0; i < data.days_worked.size(); ++i) {
        const auto& sessions = data.days_worked[i].sessions;
        if (!sessions) continue;
        const std::string pointer = fmt::format("/days_worked/{}/sessions", i);
        check_day(*sessions, pointer);
        if (sessions->empty()) refuse_calendar(pointer, "a worked day needs a session");
    }
}

}  // namespace

OfficeHours::OfficeHours(const CalendarData& data) {
    add(data.from, data.week, data.seasons, "");
    for (std::size_t i = 0; i < data.effective.size(); ++i) {
        const CalendarData::Hours& hours = data.effective[i];
        const std::string pointer = fmt::format("/effective/{}", i);
        if (hours.from <= periods_.back().from || hours.from >= data.to)
            refuse_calendar(pointer + "/from", fmt::format("{} is not after {} and inside the coverage",
                                                           to_string(hours.from), to_string(periods_.back().from)));
        add(hours.from, hours.week, hours.seasons, pointer);
    }
    check_worked(data);
}

void OfficeHours::add(Date from, const Week& week, const std::vector<CalendarData::Season>& seasons,
                      const std::string& pointer) {
    check_week(week, pointer + "/week");
    periods_.push_back({from, &week, &seasons, season_of_day(seasons, pointer + "/seasons")});
}

const std::vector<Session>& OfficeHours::on(Date date, std::size_t weekday) const noexcept {
    std::size_t at = periods_.size() - 1;
    while (at > 0 && periods_[at].from > date) --at;
    const Period& period = periods_[at];
    if (const auto s = period.season[slot(date)]; s != 0)
        if (const auto& own = (*period.seasons)[s - 1u].week[weekday]) return *own;
    return (*period.week)[weekday];
}

}  // namespace cchc
