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
    };
    struct DayWorked {
        Date date{};
        std::optional<Date> instead_of;                // the swapped weekday
        std::optional<std::vector<Session>> sessions;  // default: those of the weekday replaced, else of Monday
        LocalText name;
        std::string source;
        Evidence evidence = Evidence::unstated;
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
};

// What the calendar knows about one date.
struct DayInfo {
    Date date{};
    DayKind kind = DayKind::working;
    LocalText name;      // of a day off or a worked rest day; empty for an ordinary day
    std::string source;  // the decision, notice or page that fixes it
    Evidence evidence = Evidence::unstated;
    std::optional<Date> instead_of;
    std::vector<Session> sessions;  // in order; empty on a day off

    bool is_working() const noexcept { return kind == DayKind::working || kind == DayKind::worked; }
};

// Which of several instants with the same working time before them is meant: with sessions 07:30-11:30 and
// 13:30-17:00, four hours after 07:30 is 11:30 (earliest) or 13:30 (latest).
enum class Boundary : std::uint8_t { earliest, latest };

class Calendar {
public:
    // Builds a calendar. Throws ErrorCode::json_schema with a JSON pointer (as if `data` were the file) when the week
    // has no session, sessions are out of order or overlap, seasons overlap, a date is given twice, lies outside the
    // coverage, is both off and worked, or is worked although it already works; coverage is at most 400 years.
    explicit Calendar(CalendarData data);

    // Reads a calendar file. `source` names it in errors. Throws json_syntax or json_schema with a JSON pointer.
    static Calendar from_json(std::string_view text, std::string_view source = "calendar");

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

private:
    struct Tables;
    std::shared_ptr<const Tables> tables_;
};

}  // namespace cchc
