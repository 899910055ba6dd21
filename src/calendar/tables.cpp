#include "calendar/tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "calendar/hours.hpp"
#include "calendar/refusal.hpp"

namespace cchc {
namespace {

constexpr std::int64_t max_days = 146'097;  // any 400 years of the Gregorian calendar

[[noreturn]] void fail(const std::string& pointer, const std::string& message) { refuse_calendar(pointer, message); }

std::int64_t seconds_of(const std::vector<Session>& sessions) noexcept {
    std::int64_t sum = 0;
    for (const Session& s : sessions) sum += 60 * (s.to_minute - s.from_minute);
    return sum;
}

}  // namespace

Calendar::Tables::Tables(CalendarData calendar) : data(std::move(calendar)) {
    check_header();
    const OfficeHours hours(data);
    check_dates();
    check_open();
    build(hours);
    sum_up();
    // Only now, since an error before names the place of a day in the order given.
    const auto by_date = [](const auto& a, const auto& b) { return a.date < b.date; };
    std::sort(data.days_off.begin(), data.days_off.end(), by_date);
    std::sort(data.days_worked.begin(), data.days_worked.end(), by_date);
}

void Calendar::Tables::check_header() const {
    if (data.id.empty()) fail("/id", "a calendar needs an id");
    if (data.from >= data.to) fail("/coverage", "the coverage is empty: `to` must be after `from`");
    if ((data.to - data.from).count() > max_days) fail("/coverage", "a coverage is at most 400 years");
    if (data.from < *make_date(1, 1, 1) || data.to > *make_date(9999, 12, 31)) fail("/coverage", "years are 1 to 9999");
    if (data.projected_from && (*data.projected_from < data.from || *data.projected_from >= data.to))
        fail("/projection/from", "a projection begins inside the coverage");
}

void Calendar::Tables::check_dates() const {
    std::vector<std::pair<Date, std::string>> seen;
    const auto note = [&](Date date, const std::string& pointer) {
        if (date < data.from || date >= data.to)
            fail(pointer, fmt::format("{} lies outside the coverage {} to {}", to_string(date), to_string(data.from),
                                      to_string(data.to)));
        seen.emplace_back(date, pointer);
    };
    for (std::size_t i = 0; i < data.days_off.size(); ++i) {
        const auto& day = data.days_off[i];
        const std::string pointer = fmt::format("/days_off/{}", i);
        note(day.date, pointer + "/date");
        if (day.kind < DayKind::holiday || day.kind > DayKind::closure)
            fail(pointer + "/kind", "a day off is no working day and no weekly rest");
    }
    for (std::size_t i = 0; i < data.days_worked.size(); ++i)
        note(data.days_worked[i].date, fmt::format("/days_worked/{}/date", i));
    std::stable_sort(seen.begin(), seen.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto twice =
        std::adjacent_find(seen.begin(), seen.end(), [](const auto& a, const auto& b) { return a.first == b.first; });
    if (twice == seen.end()) return;
    const auto& [date, second] = *std::next(twice);
    const bool both = twice->second.substr(0, 7) != second.substr(0, 7);
    fail(second,
         fmt::format("{} is {}: see also {}", to_string(date), both ? "both off and worked" : "given twice", twice->second));
}

void Calendar::Tables::check_open() {
    if (!data.open.empty() && !data.projected_from) fail("/projection/from", "days that are open need a projection");
    for (std::size_t i = 0; i < data.open.size(); ++i)
        for (std::size_t c = 0; c < data.open[i].choices.size(); ++c)
            for (const Date date : data.open[i].choices[c]) {
                if (date < *data.projected_from || date >= data.to)
                    fail(fmt::format("/projection/open/{}/choices/{}", i, c),
                         fmt::format("{} lies outside the projection {} to {}", to_string(date),
                                     to_string(*data.projected_from), to_string(data.to)));
                open_on.emplace_back(to_days(date), i);
            }
    std::sort(open_on.begin(), open_on.end());
}

std::uint16_t Calendar::Tables::add_layout(const std::vector<Session>& sessions) {
    const auto known = std::find(layouts.begin(), layouts.end(), sessions);
    if (known != layouts.end()) return static_cast<std::uint16_t>(known - layouts.begin());
    if (layouts.size() > std::numeric_limits<std::uint16_t>::max()) fail("/days_worked", "too many different office hours");
    layouts.push_back(sessions);
    return static_cast<std::uint16_t>(layouts.size() - 1);
}

// First the office hours, then the days off, then the worked days, which may take the hours of another weekday.
void Calendar::Tables::build(const OfficeHours& hours) {
    first = to_days(data.from);
    days = to_days(data.to) - first;
    layouts.push_back({});
    kind.reserve(static_cast<std::size_t>(days));
    layout.reserve(static_cast<std::size_t>(days));
    for (Date d = data.from; d < data.to; d += std::chrono::days{1}) {
        layout.push_back(add_layout(hours.on(d, weekday_of(d))));
        kind.push_back(layout.back() == 0 ? DayKind::weekly_rest : DayKind::working);
    }
    for (const auto& off : data.days_off) {
        kind[index(to_days(off.date))] = off.kind;
        layout[index(to_days(off.date))] = 0;
    }
    for (std::size_t i = 0; i < data.days_worked.size(); ++i) {
        const auto& worked = data.days_worked[i];
        const std::size_t at = index(to_days(worked.date));
        if (layout[at] != 0)
            fail(fmt::format("/days_worked/{}/date", i), to_string(worked.date) + " is a working day already");
        const std::size_t like = worked.instead_of ? weekday_of(*worked.instead_of) : 0;
        layout[at] = add_layout(worked.sessions ? *worked.sessions : hours.on(worked.date, like));
        if (layout[at] == 0)
            fail(fmt::format("/days_worked/{}", i), "the weekday replaced has no sessions; give `sessions`");
        kind[at] = DayKind::worked;
    }
}

void Calendar::Tables::sum_up() {
    std::vector<std::int64_t> seconds;
    for (const auto& sessions : layouts) seconds.push_back(seconds_of(sessions));
    const auto n = static_cast<std::size_t>(days);
    worked_before.assign(n + 1, 0);
    seconds_before.assign(n + 1, 0);
    for (std::size_t i = 0; i < n; ++i) {
        const bool open = layout[i] != 0;
        worked_before[i + 1] = worked_before[i] + (open ? 1 : 0);
        seconds_before[i + 1] = seconds_before[i] + seconds[layout[i]];
        if (open) working_day.push_back(first + static_cast<std::int32_t>(i));
    }
}

std::int64_t Calendar::Tables::seconds_at(std::int64_t instant) const noexcept {
    const std::int64_t offset = instant - std::int64_t{first} * seconds_per_day;
    const auto day = static_cast<std::size_t>(offset / seconds_per_day);
    std::int64_t sum = seconds_before[day];
    if (day == layout.size()) return sum;
    const std::int64_t second = offset % seconds_per_day;
    for (const Session& s : layouts[layout[day]])
        sum += std::clamp<std::int64_t>(second - 60 * s.from_minute, 0, 60 * (s.to_minute - s.from_minute));
    return sum;
}

// The first instant lies at the end of the session that fills `seconds`, in the last day that begins with fewer.
std::int64_t Calendar::Tables::earliest_instant(std::int64_t seconds) const noexcept {
    const std::int64_t start = std::int64_t{first} * seconds_per_day;
    if (seconds == 0) return start;
    const auto it = std::lower_bound(seconds_before.begin(), seconds_before.end(), seconds);
    const auto day = static_cast<std::size_t>(it - seconds_before.begin()) - 1;
    std::int64_t left = seconds - seconds_before[day];
    for (const Session& s : layouts[layout[day]]) {
        const std::int64_t length = 60 * (s.to_minute - s.from_minute);
        if (left <= length) return start + static_cast<std::int64_t>(day) * seconds_per_day + 60 * s.from_minute + left;
        left -= length;
    }
    return start;  // not reached: `left` never exceeds the day's seconds
}

std::int64_t Calendar::Tables::latest_instant(std::int64_t seconds) const noexcept {
    const std::int64_t start = std::int64_t{first} * seconds_per_day;
    const auto it = std::upper_bound(seconds_before.begin(), seconds_before.end(), seconds);
    if (it == seconds_before.end()) return start + std::int64_t{days} * seconds_per_day;
    const auto day = static_cast<std::size_t>(it - seconds_before.begin()) - 1;
    std::int64_t left = seconds - seconds_before[day];
    for (const Session& s : layouts[layout[day]]) {
        const std::int64_t length = 60 * (s.to_minute - s.from_minute);
        if (left < length) return start + static_cast<std::int64_t>(day) * seconds_per_day + 60 * s.from_minute + left;
        left -= length;
    }
    return start;  // not reached: `left` is below the day's seconds
}

namespace {

template <class Days>
auto find_date(const Days& days, Date date) noexcept -> decltype(days.data()) {
    const auto it = std::lower_bound(days.begin(), days.end(), date, [](const auto& d, Date x) { return d.date < x; });
    return it == days.end() || it->date != date ? nullptr : &*it;
}

}  // namespace

const CalendarData::DayOff* Calendar::Tables::day_off(std::int32_t day) const noexcept {
    return find_date(data.days_off, from_days(day));
}

const CalendarData::DayWorked* Calendar::Tables::day_worked(std::int32_t day) const noexcept {
    return find_date(data.days_worked, from_days(day));
}

const CalendarData::OpenDays* Calendar::Tables::open_day(std::int32_t day) const noexcept {
    const auto it = std::lower_bound(open_on.begin(), open_on.end(), std::pair{day, std::size_t{0}});
    return it == open_on.end() || it->first != day ? nullptr : &data.open[it->second];
}

void Calendar::Tables::fail_coverage(std::int32_t day) const {
    throw Error(ErrorCode::outside_coverage,
                fmt::format("{} lies outside the calendar {} {}, which covers {} to {} (exclusive)",
                            to_string(from_days(day)), data.id, data.version, to_string(data.from), to_string(data.to)));
}

}  // namespace cchc
