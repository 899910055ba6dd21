// What is wrong with dossiers: flags for steps that the law does not allow, for due dates that were moved, and for records
// that cannot be true. They explain most disputes about figures, so a report counts them beside the Problems of the rows.
//
// Sources: Decree 61/2018/NĐ-CP art. 15, 17 and 19; Circular 01/2018/TT-VPCP art. 13 and 19; the data-quality report of a
// provincial one-stop system ("TD"), read in public source.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/statistics.hpp"

namespace cchc {

// A flag; its number is its bit. Only what happened before the as-of date counts, and of a dossier that was received on or
// after it only the two ..._in_future are asked. A text that could not be read (see Problem) is not a missing one. A status
// has no date: flags that rest on it say what the status of today says. All comparisons are by date.
enum class Flag : std::uint8_t {
    // More than one extension: the return date may be set anew at most once.
    second_extension = 0,
    // The letter of apology was sent later than one day before the due date that it excuses. The decree does not say that it
    // is a working day, so it is a calendar day: due on the 9th, a letter of the 8th is in time and one of the 9th is late.
    // The due date is the one that the first extension replaced, where that was kept, else the original one; of a dossier
    // that was paused and not extended, the current one. No flag where it is not known.
    late_apology = 1,
    // The first request for a supplement came later than the third working day after the receipt. No flag where the calendar
    // does not cover these days.
    late_supplement_request = 2,
    // More than one request for a supplement.
    second_supplement = 3,
    // Refused, with an end after the due date that counts under the policy.
    late_refusal = 4,
    // The date inside the dossier's code is not the date of receipt. Codes end with -YYMMDD-number (of this century) or
    // -YYYYMMDD-number: 000.00.01.H29-240115-0001, G09.20-20260609-0092637. Other ids have no flag.
    code_date_differs = 5,
    // The due date on record is not the original one, and no extension and no pause that had ended explains it; or an
    // extension or pause replaced or set another due date than the one that stood.
    due_edited = 6,
    // The outcome under the current due date is not that under the original one, all else as the policy says, because an
    // extension, a pause or an edit moved the recorded due date.
    outcome_changed_by_due = 7,
    // Filed online, though the service is of level 1 or 2.
    online_below_level_3 = 8,
    // No date of receipt; unless it was never received (registered, not accepted) or waits for a supplement.
    missing_received = 9,
    // Status finished or result returned, but neither date of an end.
    finished_without_end = 10,
    // Received, completed or returned later than `today`.
    received_in_future = 11,
    ended_in_future = 12,
    // Completed or returned before it was received.
    ended_before_received = 13,
    // Status withdrawn, sent back, refused or stopped, but no date of it.
    undated_state = 14,
};
inline constexpr std::uint8_t flag_count = 15;
std::string_view to_string(Flag flag) noexcept;
std::string to_text(Flag flag, Lang lang);
// The article or the system that the flag comes from (Vietnamese, as titles of law are).
std::string_view source_of(Flag flag) noexcept;
constexpr std::uint32_t bit(Flag flag) noexcept { return std::uint32_t{1} << static_cast<unsigned>(flag); }

// The flags of each dossier as of `as_of` (exclusive), as bits. Due dates are taken or computed as the policy says. `today`
// is the last day on which something can have happened; default: the day before as_of. Throws argument_range when `out` does
// not have dossiers.size() elements.
void flags(const Dossiers& dossiers, const OutcomePolicy& policy, const Calendar& calendar, const RuleSet& rules, Date as_of,
           std::span<std::uint32_t> out, std::optional<Date> today = std::nullopt);

// How many dossiers, and a few of them.
struct QualityCount {
    std::uint64_t count = 0;
    std::vector<std::string> examples;  // up to 5 ids, the smallest in byte order
};

// The flags of one agency, or of all.
struct QualityRow {
    std::string agency;
    std::uint64_t dossiers = 0;  // looked at
    std::uint64_t flagged = 0;   // of these, with at least one flag
    std::array<QualityCount, flag_count> flags;
    std::array<QualityCount, problem_count> problems;  // [0] is not used
};

struct QualityResult {
    Query query;
    Date today{};
    std::uint64_t dossiers = 0;  // rows added
    QualityRow total;
    std::vector<QualityRow> agencies;  // in order of name; those asked for are always there
};

// The flags of the dossiers of a period. Looked at are the dossiers that statistics count (received before `to` and `as_of`,
// not ended before `from`), rows with a Problem, which belong to no period, and dossiers received after `today`. Like
// Statistics a commutative monoid: any split of the dossiers, in any order, gives the same. One object, one thread at a
// time.
class QualityReport {
public:
    // `today` as in flags(). Throws as Statistics does; argument_range also for a query with groupings: the report counts by
    // agency and has no other.
    explicit QualityReport(Query query, std::optional<Date> today = std::nullopt);
    QualityReport(const QualityReport&);
    QualityReport& operator=(const QualityReport&);
    QualityReport(QualityReport&&) noexcept;
    QualityReport& operator=(QualityReport&&) noexcept;
    ~QualityReport();

    const Query& query() const noexcept;
    Date today() const noexcept;
    // Adds dossiers; the columns are not changed. `row_flags` takes the flags of each dossier that is looked at, 0 for
    // others; `row_problem` (which may be dossiers.problem) the problem of each, also where its due date cannot be computed.
    // Either may be empty; else throws argument_range when it does not have dossiers.size() elements.
    void add(const Dossiers& dossiers, std::span<std::uint32_t> row_flags = {}, std::span<Problem> row_problem = {});
    // Adds the other's dossiers. Throws incompatible when query or `today` differ.
    void merge(const QualityReport& other);
    QualityResult result() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// One line for each flag and for each problem that occurs, with examples.
Table quality_total(const QualityResult& result, Lang lang);
// Agency by agency: a line for the agency, then one for each flag and problem that it has.
Table quality_by_agency(const QualityResult& result, Lang lang);
// One line for each agency and flag or problem, the total first with an empty agency: columns agency, kind ("dossiers",
// "flagged", "flag", "problem"), name, count, examples. All flags are there, and the problems that occur.
std::string to_csv(const QualityResult& result);
// Everything (format cchc.quality/1).
std::string to_json(const QualityResult& result);

}  // namespace cchc
