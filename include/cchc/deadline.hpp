// When a dossier is due: a time limit (thời hạn giải quyết), a counting rule, a calendar, and the moment of receipt.
//
// Sources: Civil Code 91/2015/QH13 art. 144-148; Decree 61/2018/NĐ-CP; the rules of the presets name their own.
// Every function here is pure: any thread, no state.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/calendar.hpp"
#include "cchc/decimal.hpp"

namespace cchc {

enum class Unit : std::uint8_t {
    working_day = 0,   // ngày làm việc: a date of the calendar, never "8 hours"
    calendar_day = 1,  // ngày
    working_hour = 2,  // giờ làm việc: time inside sessions
    clock_hour = 3,    // giờ
    week = 4,
    month = 5,
    year = 6,
};
inline constexpr std::uint8_t unit_count = 7;
std::string_view to_string(Unit unit) noexcept;
std::string to_text(Unit unit, Lang lang);
// The names above ("working_day"); std::nullopt for any other text.
std::optional<Unit> parse_unit(std::string_view text) noexcept;

// A time limit. `amount` is 0 .. 100000 with at most three decimals.
struct TimeLimit {
    Decimal amount;
    Unit unit = Unit::working_day;
};
inline constexpr std::int64_t max_limit_milli = 100'000'000;  // 100000 units in thousandths

// Where counting begins.
enum class CountFrom : std::uint8_t {
    next_day,     // the day of receipt is not counted (Civil Code art. 147.2)
    receipt_day,  // the day of receipt is the first day; limit 0 and limit 1 are both that day
    instant,      // from the moment itself (art. 147.1)
};
// The moment of the due date at which the limit ends.
enum class DueInstant : std::uint8_t {
    end_of_last_session,  // when the office closes
    keep_time,            // the time of day of receipt, moved into the sessions of the due date
    end_of_date,          // 24:00 (Civil Code art. 148.6)
};
// What happens when the last day is a rest day.
enum class Roll : std::uint8_t { none, next_working_day /* Civil Code art. 148.5 */ };
// What a receipt outside office hours means.
enum class OutsideSessions : std::uint8_t {
    as_received,   // the date and hour on the receipt count as they are
    next_session,  // received at the start of the next session
};
// A clock cut-off: a dossier received after this minute counts as received when the next working day opens.
struct CutOff {
    std::int32_t minute = 15 * 60;       // minutes after 00:00, 0..1440
    bool at_the_minute_is_late = false;  // whether a receipt exactly at `minute` is already late
    friend bool operator==(const CutOff&, const CutOff&) = default;
};

// A counting rule: every choice that the law or the systems make differently, by name (format cchc.rule/1).
// Presets: working-days, working-days-keep-time, calendar-days, working-hours, clock-hours, same-day-15h,
// from-next-day-15h, weeks, months, years.
struct CountingRule {
    std::string id;
    LocalText title;
    std::string source;  // the legal source of the rule as a whole
    Unit unit = Unit::working_day;
    CountFrom count_from = CountFrom::next_day;
    std::optional<CutOff> cut_off;
    OutsideSessions outside_sessions = OutsideSessions::as_received;
    DueInstant due_instant = DueInstant::end_of_last_session;
    Roll roll = Roll::none;
    bool swapped_day_is_rest = true;  // for the roll: is a weekday off by swap a rest day? The Code is silent.
    Boundary boundary = Boundary::earliest;

    static CountingRule builtin(std::string_view id);  // throws unknown_name
    static CountingRule builtin_for(Unit unit);        // the plain preset of a unit: working-days, calendar-days …
    static std::vector<std::string> builtin_ids();
    // Throws json_syntax or json_schema with a JSON pointer.
    static CountingRule from_json(std::string_view text, std::string_view source = "rule");
    std::string to_json() const;
    friend bool operator==(const CountingRule&, const CountingRule&) = default;
};

// A due moment. `date` decides by date; `at` is the instant. They differ for 24:00, which is 00:00 of the next date.
struct Due {
    Date date{};
    Instant at{};
    friend bool operator==(const Due&, const Due&) = default;
};

// When a dossier received at `received` is due. Throws limit_refused when the limit's unit is not the rule's, is negative,
// too large, has a fraction that the unit does not know (whole weeks, months, years, calendar days; halves of working
// days; whole seconds of hours) or is 0 where the day of receipt is not counted; outside_coverage when a date that
// the rule needs is not covered.
Due due(const Calendar& calendar, const CountingRule& rule, Instant received, const TimeLimit& limit);

// Batch form: `limit_milli` in thousandths of the rule's unit (15 days = 15000), `received` in seconds (see Instant),
// no_instant is missing. Fills due_at (no_instant where refused) and due_day (no_day); `due_day` and `status` may be
// empty. Returns the number of rows refused. Throws argument_range when lengths differ.
std::size_t due(const Calendar& calendar, const CountingRule& rule, std::span<const std::int64_t> received,
                std::span<const std::int64_t> limit_milli, std::span<std::int64_t> due_at,
                std::span<std::int32_t> due_day = {}, std::span<RowStatus> status = {});

// What a pause (tạm dừng) does to a due date; every system has its own answer.
enum class PauseModel : std::uint8_t {
    none,               // the clock runs on
    exclude,            // the time between is not counted: what was left of the limit runs on from the end of the pause
    add_elapsed,        // the working time between is added to the due instant, whenever it was
    restart,            // the whole limit is counted again from the end of the pause (Decree 61/2018/NĐ-CP art. 19.4)
    add_calendar_days,  // the calendar days between are added to the due date, then it moves off a rest day
    replace,            // a new due date is set
};

std::string_view to_string(PauseModel model) noexcept;
std::string to_text(PauseModel model, Lang lang);

// A pause as the clock sees it.
struct Pause {
    PauseModel model = PauseModel::exclude;
    Instant from{};             // when it began
    std::optional<Instant> to;  // when it ended; an open pause lasts
    std::optional<Due> due;     // the new due date, for `replace`; without one nothing moves
};

// When a dossier is due that was paused, as of `as_of`: of pauses only what happened before it counts. A pause that is open
// then stops the clock under `exclude` as if it ended at as_of, and moves nothing under the other models, which set a new
// due date when it ends. Pauses are taken in order of `from`, and may overlap: what one covered the next does not cover
// again.
//   `exclude` counts in the unit of the limit. Days: the day on which the pause begins has been used, counting goes on with
// the day after it ends (where the rule counts the day of receipt: the first has not been used, the last counts). Where
// only a part of the last day was used, the limit ends on the day on which the pause ends, or on the first working day after
// it. Hours: to the second. Weeks, months and years are counted as the calendar days that they have. A limit that had
// expired before the pause began stays expired. What lies before the receipt is not counted.
// Throws as due(); argument_range when a pause ends before it begins.
Due due_with_pauses(const Calendar& calendar, const CountingRule& rule, Instant received, const TimeLimit& limit,
                    std::span<const Pause> pauses, Instant as_of);

// How much working time lies between a moment and a due date. A day is a working day of that office, as long as its sessions
// are that day, never "8 hours".
struct WorkingTime {
    std::int64_t days = 0;     // whole working days
    std::int64_t seconds = 0;  // and working time beside them, less than a day
    bool overdue = false;      // the due date has passed
    friend bool operator==(const WorkingTime&, const WorkingTime&) = default;
};

// The working time from `now` to `due`, or since `due` where that is before `now`: the working dates that lie wholly between
// are whole days, as are the first and the last one where all of them is; else the rest of the first and the beginning of
// the last make another day where they are as long as the last one together. Throws outside_coverage.
WorkingTime time_left(const Calendar& calendar, Instant now, Instant due);
// "Còn 2 ngày 3 giờ" or "Quá 1 ngày 30 phút" (làm việc); "2 days 3 h left", "1 day 30 min overdue".
std::string to_text(const WorkingTime& time, Lang lang);

// One due date, explained day by day.
struct Explanation {
    enum class Role : std::uint8_t {
        receipt,     // the day of receipt, not counted
        counted,     // the number-th day of the limit
        skipped,     // a day off, not counted
        rolled_off,  // the last day, but a rest day: moved on by art. 148.5
        rolled_to,   // the working day that it was moved to
    };
    struct Step {
        Role role = Role::counted;
        std::int64_t number = 0;  // for `counted`
        DayInfo day;
    };
    std::string calendar_id;
    std::string calendar_version;
    CountingRule rule;
    TimeLimit limit;
    Instant received{};
    bool date_only = false;   // of the receipt only the date is known, so that no hour of it is shown
    Instant counted_from{};   // after cut-off and outside_sessions; equal to `received` when neither applied
    std::vector<Step> steps;  // in order of date; at most `max_steps`, then `steps_cut`
    bool steps_cut = false;
    Due due;
    // Set when the due date lies where the calendar is only projected: from when on, and what between receipt and due date
    // is still to be decided. A decision may move the due date.
    std::optional<Date> projected_from;
    std::vector<CalendarData::OpenDays> open;
};

// As due(), with its reasons. max_steps bounds the list (the due date itself is always exact).
Explanation explain(const Calendar& calendar, const CountingRule& rule, Instant received, const TimeLimit& limit,
                    std::size_t max_steps = 400);

// The explanation as text of several lines, in Vietnamese or English, each day off with its name and source.
std::string to_text(const Explanation& explanation, Lang lang);

}  // namespace cchc
