// The working calendar: which dates are working days, in which sessions the office is open, and why a day is off.
//
// A calendar is data with a coverage. It is immutable, cheap to copy (copies share the tables), and may be used by any
// number of threads. A date outside the coverage is an error for that call or row, never a silent Monday to Friday.
// Sources: Labour Code 45/2019/QH14 art. 111-112 (days off), the Government Office's yearly notices (swapped days).
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/error.hpp"
#include "cchc/time.hpp"

namespace cchc {

// A stretch of office hours inside one date: [from_minute, to_minute) in minutes after 00:00, 0 <= from < to <= 1440.
struct Session {
    std::int32_t from_minute = 0;
    std::int32_t to_minute = 0;
    friend bool operator==(const Session&, const Session&) = default;
};

// What a date is. The first two are working days (ngày làm việc), the others days off.
enum class DayKind : std::uint8_t {
    working,       // an ordinary working day of the week
    worked,        // a rest day that is worked instead of a swapped one (làm bù)
    weekly_rest,   // no session on this weekday (nghỉ hằng tuần)
    holiday,       // statutory public holiday (nghỉ lễ, Tết)
    compensatory,  // day off in lieu of a holiday on a weekly rest day (nghỉ bù, Labour Code art. 111.3)
    national_day,  // the second National Day (Labour Code art. 112.1đ, from 2021)
    swap,          // a weekday exchanged with a worked rest day (hoán đổi)
    closure,       // the office's own closure
};
std::string_view to_string(DayKind kind) noexcept;
std::string to_text(DayKind kind, Lang lang);

// How well a day of the calendar is evidenced.
enum class Evidence : std::uint8_t {
    unstated,   // the calendar's author did not say
    found,      // the decision or notice was read
    secondary,  // press or local notices name it; the decision itself was not read
    derived,    // worked out from found facts
    projected,  // nobody has decided it yet: the law and the lunar calendar let it be expected
};
std::string_view to_string(Evidence evidence) noexcept;

// The office hours of a week, Monday first; an empty day is a rest day.
using Week = std::array<std::vector<Session>, 7>;

// The content of a calendar file (format cchc.calendar/1), for building a calendar in C++.
struct CalendarData {
    // A part of the year with its own hours. `to` is exclusive and may lie before `from`: it then wraps the year.
    // A weekday that the season leaves out (std::nullopt) keeps the hours of `week`.
    struct Season {
        std::chrono::month_day from{};
        std::chrono::month_day to{};
        std::array<std::optional<std::vector<Session>>, 7> week;
    };
    struct DayOff {
        Date date{};
        DayKind kind = DayKind::holiday;  // holiday, compensatory, national_day, swap or closure
        LocalText name;
        std::string source;
        Evidence evidence = Evidence::unstated;
        std::optional<Date> published;  // when the decision was made known; none: always known
    };
    struct DayWorked {
        Date date{};
        std::optional<Date> instead_of;                // the swapped weekday
        std::optional<std::vector<Session>> sessions;  // default: those of the weekday replaced, else of Monday
        LocalText name;
        std::string source;
        Evidence evidence = Evidence::unstated;
        std::optional<Date> published;
    };
    // Office hours that hold from a date inside the coverage on, in place of those before.
    struct Hours {
        Date from{};
        Week week;
        std::vector<Season> seasons;
    };
    // Days off that the law grants but that are still to be decided. Each choice lists the working days that it would turn
    // into days off; an empty choice is "none".
    struct OpenDays {
        LocalText name;
        std::string source;
        std::vector<std::vector<Date>> choices;
        friend bool operator==(const OpenDays&, const OpenDays&) = default;
    };
    // The calendar that this one was made from (extends).
    struct Base {
        std::string id;
        std::string version;
        friend bool operator==(const Base&, const Base&) = default;
    };

    std::string id;
    std::string version;
    LocalText title;
    Date from{};  // coverage, [from, to)
    Date to{};
    Week week;
    std::vector<Season> seasons;
    std::vector<DayOff> days_off;
    std::vector<DayWorked> days_worked;
    std::vector<Hours> effective;        // in order of their dates
    std::optional<Date> projected_from;  // from this date on nothing is decided, only projected
    std::vector<OpenDays> open;          // what is still to be decided, on dates from projected_from on
    std::optional<Base> base;
};

// What the calendar knows about one date.
struct DayInfo {
    Date date{};
    DayKind kind = DayKind::working;
    LocalText name;                          // of a day off or a worked rest day; empty for an ordinary day
    std::string source;                      // the decision, notice or page that fixes it
    Evidence evidence = Evidence::unstated;  // projected: also of an ordinary day on which nothing was decided yet
    std::optional<Date> instead_of;
    std::vector<Session> sessions;  // in order; empty on a day off
    std::optional<Date> published;  // when the day was made known, if the calendar says
    LocalText may_be_off;           // a projected working day that a decision may still turn into a day off: which one

    bool is_working() const noexcept { return kind == DayKind::working || kind == DayKind::worked; }
};

// Which of several instants with the same working time before them is meant: with sessions 07:30-11:30 and
// 13:30-17:00, four hours after 07:30 is 11:30 (earliest) or 13:30 (latest).
enum class Boundary : std::uint8_t { earliest, latest };

class Calendar {
public:
    // Builds a calendar. Throws ErrorCode::json_schema with a JSON pointer (as if `data` were the file) when the week
    // has no session, sessions are out of order or overlap, seasons overlap, hours do not follow each other inside the
    // coverage, a date is given twice, lies outside the coverage, is both off and worked, or is worked although it already
    // works, or what is open is not projected; coverage is at most 400 years.
    explicit Calendar(CalendarData data);

    // Reads a calendar file. `source` names it in errors. Throws json_syntax or json_schema with a JSON pointer.
    // A file with "extends": ID takes over the calendar of that id, which is built in or `base`, and says only what differs:
    //   coverage      may be narrower than the base's, never wider; left out: the base's
    //   week          replaces all office hours of the base: its week, seasons and effective hours
    //   seasons, effective   each replaces its namesake
    //   not_followed  dates on which the base's day off or worked day does not hold here: the week's hours do. To work on
    //                 a day off of the base by other hours, or to close on a day it works, give the date here and in the
    //                 list
    //   days_off, days_worked   add a day, or replace the base's day off or worked day of that date. To turn the one into
    //   the
    //                 other without not_followed is a contradiction, and refused
    // A worked day of the base is left out where the office works on that weekday anyway, or rests on the weekday replaced.
    // The version takes over the base's marks (what follows '+'). data().base says what the base was; to_json() gives the
    // whole calendar, without "extends".
    static Calendar from_json(std::string_view text, std::string_view source = "calendar");
    // The same, with a base that is not built in: the file must extend base.id().
    static Calendar from_json(std::string_view text, std::string_view source, const Calendar& base);

    // A calendar that ships with the library: "vn" (civil servants of Viet Nam, 2015-01-01 to 2026-12-31, sessions
    // 07:30-11:30 and 13:30-17:00 as the stated default). Throws ErrorCode::unknown_name.
    static Calendar builtin(std::string_view id);

    const std::string& id() const noexcept;
    const std::string& version() const noexcept;
    const LocalText& title() const noexcept;
    Date from() const noexcept;  // coverage, [from, to)
    Date to() const noexcept;
    const CalendarData& data() const noexcept;

    // The calendar as a file (cchc.calendar/1); reading it back gives an equal calendar.
    std::string to_json() const;

    // The first date for which nothing is decided, only projected; none in a calendar without projection.
    std::optional<Date> projected_from() const noexcept { return data().projected_from; }

    // The calendar as it was known on `date`: without the days that were published later, so that a due date can be computed
    // as it stood. Where a statutory day (holiday, compensatory, national_day) of a year was published later, the year was
    // not decided yet: the coverage ends before it, for an office that would work on Tết was never what anyone knew. The
    // version gets the mark "+known-2025-06-01". Throws outside_coverage when no year is left.
    Calendar as_known_on(Date date) const;

    // Everything about one date. Throws outside_coverage.
    DayInfo day(Date date) const;

    // The four below throw outside_coverage when the argument or the result lies outside the coverage.
    bool is_working(Date date) const;
    // n > 0: the n-th working day after `date`. n < 0: the |n|-th before it. n = 0: `date` if it is a working day, else
    // the next working day. The day itself is never counted (Civil Code 91/2015/QH13 art. 147.2).
    Date add_working_days(Date date, std::int64_t n) const;
    Date next_working_day(Date date) const { return add_working_days(date, 1); }
    Date previous_working_day(Date date) const { return add_working_days(date, -1); }
    // Working days in [from, to); negative when to < from. Both ends may equal the end of the coverage.
    std::int64_t count_working_days(Date from, Date to) const;

    // Working seconds of the sessions of `date`. Throws outside_coverage.
    std::int64_t working_seconds(Date date) const;
    // Working seconds in [from, to) by sessions; negative when to < from. Throws outside_coverage.
    std::int64_t working_seconds(Instant from, Instant to) const;
    // The instant u with working_seconds(from, u) == seconds: the exact inverse of the function above. Where a stretch
    // of closed hours has the same working time throughout, `boundary` picks its first or last instant; 0 seconds with
    // Boundary::earliest is `from` itself. Throws outside_coverage.
    Instant advance(Instant from, std::int64_t seconds, Boundary boundary = Boundary::earliest) const;

    // Batch forms: row i reads element i of each input. Inputs are days since 1970-01-01; `no_day` is a missing value.
    // All spans have the same length, except `status`, which may be empty; `out` may be one of the inputs.
    // A row that cannot be judged gets no_day (is_working: 0) and its RowStatus; the return value counts such rows.
    // Throws argument_range when the lengths differ.
    std::size_t is_working(std::span<const std::int32_t> days, std::span<std::uint8_t> out,
                           std::span<RowStatus> status = {}) const;
    std::size_t add_working_days(std::span<const std::int32_t> days, std::span<const std::int32_t> n,
                                 std::span<std::int32_t> out, std::span<RowStatus> status = {}) const;
    std::size_t count_working_days(std::span<const std::int32_t> from, std::span<const std::int32_t> to,
                                   std::span<std::int32_t> out, std::span<RowStatus> status = {}) const;
    // Of instants: seconds since 1970-01-01T00:00, `no_instant` is a missing value and what a refused row gets; so it is as
    // a number of working seconds.
    std::size_t working_seconds(std::span<const std::int64_t> from, std::span<const std::int64_t> to,
                                std::span<std::int64_t> out, std::span<RowStatus> status = {}) const;
    std::size_t advance(std::span<const std::int64_t> from, std::span<const std::int64_t> seconds, Boundary boundary,
                        std::span<std::int64_t> out, std::span<RowStatus> status = {}) const;

private:
    struct Tables;
    std::shared_ptr<const Tables> tables_;
};

// What the calendar knows about each date of [from, to): {"format": "cchc.days/1", "calendar": {"id", "version"}, "days":
// [{"date", "kind", "working", "name", "source", "status", "published", "instead_of", "may_be_off", "sessions"}]}; what a
// day has not is left out. Throws outside_coverage, and argument_range when `to` is before `from`.
std::string days_to_json(const Calendar& calendar, Date from, Date to);

// The days off that the law lets expect in a year for which nothing is decided, for an office that rests on Saturday and
// Sunday. Every day has Evidence::projected. Labour Code 45/2019/QH14 art. 112.1: 1 January, Tết (5 days), the Hùng Kings'
// day (10/3 of the lunar calendar), 30 April, 1 May, National Day (2 September; from 2021 also the day before or after);
// Viet Nam Culture Day, 24 November, from 2026 (Resolution 28/2026/QH16, known from the press only). Art. 111.3: where such
// a day is a rest day, the next working day is off instead.
//
// What art. 112.3 leaves to the Prime Minister is `open`, unless every choice comes to the same: which day is the second
// National Day, and which five days are Tết. All decisions for 2015 to 2026 took the first three days of the lunar year,
// with two days before, or one before and one after; in 2016 these, and none before and two after, were the same working
// days. So the three days are certain, with the days off that all three choices share, and the others are open. Also open:
// whether Culture Day has a day in lieu, since the resolution was not read. Swaps (hoán đổi) follow from no rule: a
// projection has none.
struct ProjectedYear {
    int year = 0;
    std::vector<CalendarData::DayOff> days;    // in order; days off for certain, if the law stands
    std::vector<CalendarData::OpenDays> open;  // what is still to be decided
};
inline constexpr int first_projected_year = 2015;  // what was in force before was not read
inline constexpr int last_projected_year = 2199;   // the end of the lunar calendar
// Throws argument_range for a year outside these.
ProjectedYear projected_holidays(int year);
// {"format": "cchc.projection/1", "year": …, "days": [{"date", "kind", "name", "source"}], "open": [{"name", "source",
// "choices"}]}
std::string to_json(const ProjectedYear& year);

// The calendar, continued to the end of `to_year` with projected holidays; only then, and visibly: the version gets the mark
// "+projected-2030", projected_from() is the end of what was covered, every later day has Evidence::projected, and DayInfo
// tells where a decision is open. An open day counts as a working day. Rest days are those of the calendar's own hours.
// Throws argument_range when to_year ends inside the coverage or after last_projected_year, or the calendar is projected
// already.
Calendar with_projection(const Calendar& calendar, int to_year);

}  // namespace cchc
