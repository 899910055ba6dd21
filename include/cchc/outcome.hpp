// What became of a dossier: early, on time, overdue, in process, no due date, or not judged; under a named policy.
//
// The outcome holds as of a date D, computed from dated events: only what happened before D 00:00 counts, so that last
// month's figures come out the same next year. A status without a date (withdrawn, but when?) changes nothing and is
// reported as undated. Sources: form II.06a/VPCP/KSTT (Circular 01/2020/TT-VPCP), Decree 61/2018/NĐ-CP.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/dossier.hpp"

namespace cchc {

enum class Outcome : std::uint8_t {
    early = 0,               // trước hạn: ended before its due date
    on_time = 1,             // đúng hạn
    overdue = 2,             // quá hạn
    in_process_within = 3,   // đang giải quyết, trong hạn
    in_process_overdue = 4,  // đang giải quyết, quá hạn
    no_due_resolved = 5,     // ended, no due date to compare with
    no_due_in_process = 6,   // open, no due date
    own_class = 7,           // ended in a state that the policy gives a column of its own
    excluded = 8,            // cannot be judged: see the row's Problem, or excluded by the policy
    not_received = 9,        // not received before the as-of date, or never (registered, not accepted)
};
inline constexpr std::uint8_t outcome_count = 10;
std::string_view to_string(Outcome outcome) noexcept;
std::string to_text(Outcome outcome, Lang lang);

// A policy: each choice on which the law, the forms and the systems differ, as a field (format cchc.policy/1).
struct OutcomePolicy {
    // Early and late by calendar date; by the instant; or early by date, and on the due date overdue by the instant.
    enum class Compare : std::uint8_t { date, instant, date_then_instant };
    // What makes a dossier early: that it ended before its due date; or also, where it ended on that date, that the
    // applicant had the result before it (as recorded; the statistics of OpenCPS look at both dates).
    enum class EarlyBy : std::uint8_t { end, end_or_return };
    // The event that ends a dossier: its result is ready, the applicant has it, or whichever is recorded first.
    enum class CompletedBy : std::uint8_t { completed, returned, first };
    // Which due date counts: the current one (after extensions) or the original one.
    enum class DueVersion : std::uint8_t { current, original };
    // Where it comes from: the record; the record or else receipt + limit; always receipt + limit.
    enum class DueSource : std::uint8_t { recorded, recorded_or_computed, computed };
    // A dossier without a due date: a class of its own, on time (open: within limit), early (open: within limit), or
    // excluded.
    enum class MissingDue : std::uint8_t { own_class, on_time, excluded, early };
    // An open dossier due on the last day before the as-of date: still within limit, or overdue.
    enum class DueOnLastDay : std::uint8_t { within, overdue };
    // A dossier that ended in a state other than a result: judged by its dates; always on time; still in process
    // within limit; a column of its own (received, but neither resolved nor in process); or excluded.
    enum class Ended : std::uint8_t { by_date, on_time, in_process_within, own_class, excluded };
    // An open dossier that waits for its applicant: within limit, judged by its due date, or ended for as long as it
    // waits, on the date on which the supplement was asked for (so that it is no stock, and identity E does not hold).
    enum class Waiting : std::uint8_t { in_process_within, by_date, ended_at_request };
    // An open dossier whose status is a waiting one (supplement, financial duty; stopped where that is kept in process), of
    // which no date tells since when: judged by its dates, or waiting. A status is that of today, so under by_status figures
    // of past periods change; the systems that do so are reproduced with it.
    enum class UndatedWaiting : std::uint8_t { ignored, by_status };
    // A second request for a supplement: nothing of its own, or the dossier is overdue from it on, open or ended (but for
    // end states that the policy does not judge by date).
    enum class SecondSupplement : std::uint8_t { by_date, overdue };
    // How the report shows early dossiers: beside those on time, or inside them ("of which early").
    enum class EarlyShown : std::uint8_t { beside_on_time, inside_on_time };

    std::string id;
    LocalText title;
    std::string source;
    Compare compare = Compare::date;
    EarlyBy early_by = EarlyBy::end;
    CompletedBy completed_by = CompletedBy::first;
    DueVersion due_version = DueVersion::current;
    DueSource due_source = DueSource::recorded_or_computed;
    MissingDue missing_due = MissingDue::own_class;
    DueOnLastDay due_on_last_day = DueOnLastDay::within;
    Ended refused = Ended::by_date;
    Ended withdrawn = Ended::on_time;
    Ended returned = Ended::on_time;
    Ended stopped = Ended::in_process_within;
    Waiting waiting_supplement = Waiting::in_process_within;
    UndatedWaiting undated_waiting = UndatedWaiting::ignored;
    SecondSupplement second_supplement = SecondSupplement::by_date;
    // What each kind of pause does to a due date that is computed. A recorded due date stands: the system that recorded it
    // has moved it. An open pause for a supplement or a financial duty makes a dossier wait (for its applicant).
    PauseModel supplement_pause = PauseModel::exclude;
    PauseModel financial_duty_pause = PauseModel::exclude;
    PauseModel verification_pause = PauseModel::exclude;
    PauseModel other_body_pause = PauseModel::exclude;
    EarlyShown early_shown = EarlyShown::beside_on_time;

    // "form-ii06a" (the default), "decree-61", "qd-766", "opencps", "td", "outline-274". Throws unknown_name.
    static OutcomePolicy builtin(std::string_view id);
    static std::vector<std::string> builtin_ids();
    // Reads a policy; "extends" names a built-in one whose fields it changes. Throws json_syntax, json_schema.
    static OutcomePolicy from_json(std::string_view text, std::string_view source = "policy");
    std::string to_json() const;
    friend bool operator==(const OutcomePolicy&, const OutcomePolicy&) = default;
};

// The counting rule of each unit, for due dates that must be computed.
struct RuleSet {
    std::array<CountingRule, unit_count> by_unit;
    RuleSet();  // the plain preset of each unit
    const CountingRule& operator[](Unit unit) const noexcept { return by_unit[static_cast<std::size_t>(unit)]; }
    void set(CountingRule rule);  // replaces the rule of its unit
};

// Computes the missing due dates that the policy wants, from receipt, limit, rule, calendar and pauses, into the `due`
// column (and clears it first where the policy says `computed`), as of `as_of`: what happened to the clock later does not
// count. A recorded due date that was changed later becomes the one that stood then, where the clock events kept it. A row
// whose due date cannot be computed gets a Problem. The clock events lose their due dates, which the column has then, and
// `original_due` the first one under a policy that asks for it. For classify(); statistics and reconciliations compute for
// themselves and take dossiers as they were read. Returns the number of rows without an answer.
std::size_t compute_due(Dossiers& dossiers, const OutcomePolicy& policy, const Calendar& calendar, const RuleSet& rules,
                        Date as_of);

// The outcome of each dossier as of `as_of`. `out` has dossiers.size() elements (else argument_range is thrown).
// Due dates are taken as they stand: call compute_due() first where limits must be counted.
void classify(const Dossiers& dossiers, const OutcomePolicy& policy, Date as_of, std::span<Outcome> out);

// The outcome from bare columns, for callers that have no Dossiers: instants in seconds (no_instant: did not happen);
// a due instant at exactly 00:00 is that whole date. `status` may be empty (all unknown). Returns rows not judged
// (received missing, or ended or due before receipt: Outcome::excluded). Throws argument_range on unequal lengths.
std::size_t classify(std::span<const std::int64_t> received, std::span<const std::int64_t> due,
                     std::span<const std::int64_t> ended, std::span<const Status> status, const OutcomePolicy& policy,
                     Date as_of, std::span<Outcome> out);

}  // namespace cchc
