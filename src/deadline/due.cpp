#include <fmt/format.h>

#include <algorithm>

#include "deadline/count.hpp"
#include "deadline/names.hpp"

namespace cchc {
namespace counting {
namespace {

constexpr std::int64_t milli = 1000;

bool takes_zero(const CountingRule& rule) noexcept { return rule.count_from == CountFrom::receipt_day; }

bool in_session(const std::vector<Session>& sessions, std::int32_t second) noexcept {
    // The last minute of a session still belongs to it: a receipt stamped 17:00 was received.
    return std::any_of(sessions.begin(), sessions.end(),
                       [&](const Session& s) { return second >= 60 * s.from_minute && second <= 60 * s.to_minute; });
}

// The time of day moved into the sessions: back to the end of the last one before it, or on to the first opening.
std::int32_t into_sessions(const std::vector<Session>& sessions, std::int32_t second) noexcept {
    if (sessions.empty() || in_session(sessions, second)) return second;
    std::int32_t kept = 60 * sessions.front().from_minute;
    for (const Session& s : sessions)
        if (60 * s.to_minute <= second) kept = 60 * s.to_minute;
    return kept;
}

Date add_months(Date date, std::int64_t months) {
    using namespace std::chrono;
    const year_month_day start{date};
    const year_month_day moved = start + std::chrono::months{months};
    // Civil Code art. 148.3: where the last month has no such day, the limit ends on its last day.
    return Date{moved.ok() ? moved : moved.year() / moved.month() / last};
}

Due at_second(Date date, std::int32_t second) { return {date, at(date, second)}; }

// The instant that ends a stretch of time, with its date: midnight is 24:00 of the date that ends, not 00:00 of the next.
Due ending_at(Instant end) { return {date_of(end - std::chrono::seconds{1}), end}; }

// Where hours end, before any roll.
Due end_of_hours(const Calendar& calendar, const CountingRule& rule, Instant from, std::int64_t seconds) {
    const bool clock = rule.unit == Unit::clock_hour;
    const Instant end = clock ? from + std::chrono::seconds{seconds} : calendar.advance(from, seconds, rule.boundary);
    // The latest boundary is an opening, which belongs to the date that begins with it.
    return seconds > 0 && (clock || rule.boundary == Boundary::earliest) ? ending_at(end) : Due{date_of(end), end};
}

Due end_of_first_half(const std::vector<Session>& sessions, Date date) {
    if (sessions.empty()) return at_second(date, seconds_per_day / 2);
    const Session& first = sessions.front();
    if (sessions.size() > 1) return at_second(date, 60 * first.to_minute);
    return at_second(date, 30 * (first.from_minute + first.to_minute));
}

Due keep_time(const Calendar& calendar, Date date, Instant from, bool half) {
    const Due kept = at_second(date, into_sessions(calendar.day(date).sessions, second_of_day(from)));
    const std::int64_t seconds = half ? calendar.working_seconds(date) / 2 : 0;
    return seconds == 0 ? kept : ending_at(calendar.advance(kept.at, seconds));
}

Due on_date(const Calendar& calendar, const CountingRule& rule, Date date, Instant from, bool half) {
    if (rule.due_instant == DueInstant::end_of_date) return at_second(date, seconds_per_day);
    if (rule.due_instant == DueInstant::keep_time) return keep_time(calendar, date, from, half);
    const std::vector<Session> sessions = calendar.day(date).sessions;
    if (half)
        // Where the day of receipt counts, its first half may be over: then its second half is the half day.
        if (const Due noon = end_of_first_half(sessions, date); noon.at > from) return noon;
    return at_second(date, sessions.empty() ? seconds_per_day : 60 * sessions.back().to_minute);
}

Date last_working_day(const Calendar& calendar, const CountingRule& rule, Date from, const Amount& a) {
    // With keep_time the half day is added afterwards, from the kept time on.
    const std::int64_t n = a.whole + (a.half && rule.due_instant != DueInstant::keep_time ? 1 : 0);
    if (rule.count_from == CountFrom::next_day) return n == 0 ? from : calendar.add_working_days(from, n);
    const Date first = calendar.add_working_days(from, 0);
    return n <= 1 ? first : calendar.add_working_days(first, n - 1);
}

}  // namespace

const char* refusal(const CountingRule& rule, std::int64_t limit_milli) noexcept {
    if (limit_milli < 0) return "a time limit is not negative";
    if (limit_milli > max_limit_milli) return "a time limit is at most 100000 units";
    if (limit_milli == 0 && !takes_zero(rule)) return "a limit of 0 has a meaning only where the day of receipt is counted";
    if (is_hours(rule.unit)) return limit_milli * 3600 % milli == 0 ? nullptr : "hours must make whole seconds";
    if (rule.unit == Unit::working_day) {
        if (limit_milli % (milli / 2) != 0) return "a working day is a date: only whole and half days exist";
        if (limit_milli % milli != 0 && rule.due_instant == DueInstant::end_of_date)
            return "half a day has no end under a rule that ends at 24:00";
        return nullptr;
    }
    // The bound keeps every year inside what std::chrono::year holds; no calendar covers as much.
    if (rule.unit == Unit::year && limit_milli > 1000 * milli) return "a time limit is at most 1000 years";
    return limit_milli % milli == 0 ? nullptr : "only whole calendar days, weeks, months and years exist";
}

Amount amount(const CountingRule& rule, std::int64_t limit_milli) noexcept {
    if (is_hours(rule.unit)) return {0, false, limit_milli * 3600 / milli};
    return {limit_milli / milli, limit_milli % milli != 0, 0};
}

Instant counted_from(const Calendar& calendar, const CountingRule& rule, Instant received) {
    const Date date = date_of(received);
    static_cast<void>(calendar.is_working(date));  // throws for a receipt outside the coverage, under every rule
    if (rule.cut_off) {
        const std::int32_t minute = 60 * rule.cut_off->minute, second = second_of_day(received);
        if (second > minute || (second == minute && rule.cut_off->at_the_minute_is_late)) {
            const Date next = calendar.next_working_day(date);
            return at(next, 60 * calendar.day(next).sessions.front().from_minute);
        }
    }
    if (rule.outside_sessions == OutsideSessions::as_received) return received;
    if (in_session(calendar.day(date).sessions, second_of_day(received))) return received;
    return calendar.advance(received, 0, Boundary::latest);
}

Date last_day(const Calendar& calendar, const CountingRule& rule, Instant from, const Amount& a) {
    const Date day = date_of(from);
    switch (rule.unit) {
        case Unit::working_day: return last_working_day(calendar, rule, day, a);
        case Unit::calendar_day:
            return day + std::chrono::days{rule.count_from == CountFrom::next_day ? a.whole
                                                                                  : std::max<std::int64_t>(a.whole, 1) - 1};
        case Unit::working_hour:
        case Unit::clock_hour: return end_of_hours(calendar, rule, from, a.seconds).date;
        case Unit::week: return day + std::chrono::weeks{a.whole};
        case Unit::month: return add_months(day, a.whole);
        case Unit::year: return add_months(day, 12 * a.whole);
    }
    throw Error(ErrorCode::argument_range, "no such unit");
}

bool rolls(const Calendar& calendar, const CountingRule& rule, Date last) {
    // Asked under every rule: a due date that the calendar does not cover is refused, also where nothing rolls.
    const bool working = calendar.is_working(last);
    if (working || rule.roll == Roll::none) return false;
    return rule.swapped_day_is_rest || calendar.day(last).kind != DayKind::swap;
}

Due due(const Calendar& calendar, const CountingRule& rule, Instant from, const Amount& a) {
    Date date = last_day(calendar, rule, from, a);
    const bool rolled = rolls(calendar, rule, date);
    if (rolled) date = calendar.next_working_day(date);
    if (is_hours(rule.unit)) {
        if (rolled) return at_second(date, seconds_per_day);  // art. 148.5: the end of the next working day
        return end_of_hours(calendar, rule, from, a.seconds);
    }
    return on_date(calendar, rule, date, from, a.half);
}

}  // namespace counting

namespace {

[[noreturn]] void refuse(const CountingRule& rule, const TimeLimit& limit, std::string_view why) {
    throw Error(ErrorCode::limit_refused, fmt::format("the limit {} {} is refused under the rule {}: {}",
                                                      limit.amount.to_string(), to_string(limit.unit), rule.id, why));
}

}  // namespace

std::int64_t counting::accepted_milli(const CountingRule& rule, const TimeLimit& limit) {
    if (limit.unit != rule.unit) refuse(rule, limit, fmt::format("it counts in {}", to_string(rule.unit)));
    const auto scaled = limit.amount.scaled(3);
    if (!scaled) refuse(rule, limit, "at most three decimals");
    if (const char* reason = counting::refusal(rule, *scaled)) refuse(rule, limit, reason);
    return *scaled;
}

Due due(const Calendar& calendar, const CountingRule& rule, Instant received, const TimeLimit& limit) {
    const std::int64_t milli = counting::accepted_milli(rule, limit);
    return counting::due(calendar, rule, counting::counted_from(calendar, rule, received), counting::amount(rule, milli));
}

}  // namespace cchc
