#include "cchc/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/once.hpp"
#include "calendar/tables.hpp"
#include "data/data.hpp"

namespace cchc {

Calendar::Calendar(CalendarData data) : tables_(std::make_shared<const Tables>(std::move(data))) {}

Calendar Calendar::builtin(std::string_view id) {
    const std::string_view text = data::builtin("calendars", id, "calendar");
    // Asked for by every query that names no other; a copy shares the tables.
    if (id == "vn") return once([text] { return from_json(text, "vn"); });
    return from_json(text, id);
}

const std::string& Calendar::id() const noexcept { return tables_->data.id; }
const std::string& Calendar::version() const noexcept { return tables_->data.version; }
const LocalText& Calendar::title() const noexcept { return tables_->data.title; }
Date Calendar::from() const noexcept { return tables_->data.from; }
Date Calendar::to() const noexcept { return tables_->data.to; }
const CalendarData& Calendar::data() const noexcept { return tables_->data; }

DayInfo Calendar::day(Date date) const {
    const std::int32_t d = to_days(date);
    if (!tables_->covers(d)) tables_->fail_coverage(d);
    DayInfo info;
    info.date = date;
    info.kind = tables_->kind[tables_->index(d)];
    info.sessions = tables_->layouts[tables_->layout[tables_->index(d)]];
    const auto describe = [&info](const auto& day) {
        info.name = day.name;
        info.source = day.source;
        info.evidence = day.evidence;
        info.published = day.published;
    };
    if (data().projected_from && date >= *data().projected_from) info.evidence = Evidence::projected;
    if (const auto* off = tables_->day_off(d)) describe(*off);
    if (const auto* worked = tables_->day_worked(d)) {
        describe(*worked);
        info.instead_of = worked->instead_of;
    }
    if (const auto* open = tables_->open_day(d); open != nullptr && info.is_working()) info.may_be_off = open->name;
    return info;
}

bool Calendar::is_working(Date date) const {
    const std::int32_t d = to_days(date);
    if (!tables_->covers(d)) tables_->fail_coverage(d);
    return tables_->layout[tables_->index(d)] != 0;
}

Date Calendar::add_working_days(Date date, std::int64_t n) const {
    const std::int32_t d = to_days(date);
    if (!tables_->covers(d)) tables_->fail_coverage(d);
    const auto known = static_cast<std::int64_t>(tables_->working_day.size());
    // Past the coverage by more than it is long: the position would only be out of range further.
    const std::int64_t position = n > known || n < -known ? -1 : tables_->position(d, n);
    if (position < 0 || position >= known)
        throw Error(ErrorCode::outside_coverage,
                    fmt::format("{} working days from {} leave the calendar {} {}, which covers {} to {} (exclusive)", n,
                                to_string(date), id(), version(), to_string(from()), to_string(to())));
    return from_days(tables_->working_day[static_cast<std::size_t>(position)]);
}

std::int64_t Calendar::count_working_days(Date from, Date to) const {
    const std::int32_t a = to_days(from), b = to_days(to);
    if (!tables_->covers_end(a)) tables_->fail_coverage(a);
    if (!tables_->covers_end(b)) tables_->fail_coverage(b);
    return tables_->worked_before[tables_->index(b)] - tables_->worked_before[tables_->index(a)];
}

std::int64_t Calendar::working_seconds(Date date) const {
    const std::int32_t d = to_days(date);
    if (!tables_->covers(d)) tables_->fail_coverage(d);
    const std::size_t i = tables_->index(d);
    return tables_->seconds_before[i + 1] - tables_->seconds_before[i];
}

std::int64_t Calendar::working_seconds(Instant from, Instant to) const {
    for (const Instant t : {from, to}) {
        const std::int32_t d = to_days(date_of(t));
        if (!tables_->covers(d) && t != at(this->to())) tables_->fail_coverage(d);
    }
    return tables_->seconds_at(to.time_since_epoch().count()) - tables_->seconds_at(from.time_since_epoch().count());
}

Instant Calendar::advance(Instant from, std::int64_t seconds, Boundary boundary) const {
    if (const std::int32_t d = to_days(date_of(from)); !tables_->covers(d)) tables_->fail_coverage(d);
    const std::int64_t now = from.time_since_epoch().count();
    const std::int64_t total = tables_->seconds_before.back();
    const std::int64_t before = tables_->seconds_at(now);
    // The bounds are compared this way round because before + seconds may overflow.
    if (seconds > total - before || seconds < -before)
        throw Error(ErrorCode::outside_coverage,
                    fmt::format("{} working seconds from {} leave the calendar {} {}, which covers {} to {} (exclusive)",
                                seconds, to_string(from), id(), version(), to_string(this->from()), to_string(to())));
    if (seconds == 0 && boundary == Boundary::earliest) return from;
    const std::int64_t target = before + seconds;
    const std::int64_t result =
        boundary == Boundary::earliest ? tables_->earliest_instant(target) : tables_->latest_instant(target);
    return Instant{std::chrono::seconds{result}};
}

}  // namespace cchc
