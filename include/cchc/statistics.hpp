// Statistics of dossiers: counts by outcome for any grouping, form II.06a, rates, identities.
//
// Statistics are a commutative monoid: empty, add(columns), merge(other), bytes out and in. Any split of the dossiers, in
// any order, gives the same bytes. Source of the form: Circular 01/2020/TT-VPCP, form II.06a/VPCP/KSTT.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/calendar.hpp"
#include "cchc/facts.hpp"
#include "cchc/outcome.hpp"

namespace cchc {

// What dossiers are grouped by. month, quarter and year are those of receipt; cause is the recorded cause of lateness
// (nguyên nhân quá hạn).
enum class Dimension : std::uint8_t { agency, field, procedure, channel, month, quarter, year, cause, service_level };
std::string_view to_string(Dimension dimension) noexcept;
std::string to_text(Dimension dimension, Lang lang);

using Grouping = std::vector<Dimension>;  // {} is the total; {agency, field} one row for each pair that occurs

// The question (format cchc.query/1). Dossiers are taken that were received before `to` (and before `as_of`) and had not
// ended before `from`; each is judged as of `as_of`, which is exclusive like `to` (events before as_of 00:00 count).
struct Query {
    Date from{};
    Date to{};                          // exclusive
    std::optional<Date> as_of;          // default: `to`; must be after `from`
    std::vector<Grouping> groupings;    // at most 16; the total is always there
    std::vector<std::string> agencies;  // agencies that get a row in every grouping by {agency}, dossiers or not
    OutcomePolicy policy = OutcomePolicy::builtin("form-ii06a");
    Calendar calendar = Calendar::builtin("vn");
    RuleSet rules;
    bool timing = false;  // whether each row of the result has its Timing; it costs time and memory

    Date effective_as_of() const noexcept { return as_of.value_or(to); }

    // Reads a query: {"format":"cchc.query/1","from":…,"to":…,"as_of":…,"by":[["agency","field"]],"agencies":[…],
    // "policy":NAME or object,"calendar":NAME or object,"rules":[NAME or object,…],"timing":true}. Throws json_syntax,
    // json_schema.
    static Query from_json(std::string_view text, std::string_view source = "query");
    std::string to_json() const;
};

// A count of events over the period: receipts, resolutions. Flows add up over units and over periods.
struct Flow {
    std::uint64_t count = 0;
    friend Flow operator+(Flow a, Flow b) noexcept { return {a.count + b.count}; }
    friend bool operator==(const Flow&, const Flow&) = default;
};

// A count of dossiers at one moment: carried over, in process. Stocks add up over units at the same moment, never over
// periods, so there is no operator+.
struct Stock {
    std::uint64_t count = 0;
    Date at{};  // the stock stands at 00:00 of this date
    // Throws argument_range when the two stand at different moments.
    static Stock over_units(Stock a, Stock b);
    friend bool operator==(const Stock&, const Stock&) = default;
};

// One line of the statistics: the columns of form II.06a and what stands beside them.
struct Counts {
    Flow received_online;  // col 4
    Flow received_direct;  // col 5: in person, by post, or channel not given
    Stock carried_over;    // col 6: open at `from`
    Flow early;            // col 8
    Flow on_time;          // col 9
    Flow overdue;          // col 10
    Stock within;          // col 12
    Stock open_overdue;    // col 13

    Flow no_due_resolved;     // in col 7, but in none of 8-10
    Stock no_due_in_process;  // in col 11, but in neither of 12-13
    Flow own_class;           // in col 3, but in neither of 7 and 11 (policy Ended::own_class)

    // Beside the form. The states count the dossiers that reached them in the period, wherever the policy puts them.
    Flow withdrawn;
    Flow returned;
    Flow refused;
    Flow stopped;
    Stock waiting;                      // open, waiting for a supplement
    Flow apologies;                     // of the overdue (col 10 and 13), those with an apology before the as-of date
    std::uint64_t undated_state = 0;    // status withdrawn, returned, refused, stopped or finished, but no date of it
    std::uint64_t channel_missing = 0;  // received in the period, channel not given (counted in col 5)
    std::array<std::uint64_t, problem_count> excluded{};  // [0]: by the policy; else by Problem
    std::uint64_t not_received = 0;                       // registered or refused at the counter: never received
    std::uint64_t outside_period = 0;  // read, but not of this period: ended before it, or received after it

    std::uint64_t received_total() const noexcept;    // col 3 = 4 + 5 + 6
    std::uint64_t resolved_total() const noexcept;    // col 7
    std::uint64_t in_process_total() const noexcept;  // col 11
    std::uint64_t excluded_total() const noexcept;
    std::uint64_t dossiers_total() const noexcept;  // every row added: col 3 + excluded + not_received + outside_period
    friend bool operator==(const Counts&, const Counts&) = default;
};

// A rate with its parts. A zero denominator is "not available", never 0 or 100.
struct Rate {
    std::string_view id;  // "R1" …
    std::string_view title_vi;
    std::string_view title_en;
    std::string_view source_vi;  // the formula by columns of the form, and who uses it
    std::string_view source_en;
    std::uint64_t numerator = 0;
    std::uint64_t denominator = 0;
    // Per cent with `places` decimals, rounded half up; std::nullopt when not available.
    std::optional<std::string> percent(int places = 2) const;
};
// R1 (early + on time) / resolved; R2 (early + on time + within) / (resolved + in process);
// R3 1 - (overdue + open overdue) / received; R4 (early + on time) / received.
std::vector<Rate> rates(const Counts& counts);

// How many dossiers lie at each number of working days: exact, so that histograms of parts add up to that of the whole.
class DayHistogram {
public:
    void add(std::int32_t days, std::uint64_t dossiers = 1) { counts_[days] += dossiers; }
    void merge(const DayHistogram& other);
    const std::map<std::int32_t, std::uint64_t>& counts() const noexcept { return counts_; }  // by number of days
    std::uint64_t total() const noexcept;
    // The smallest number of days that at least `percent` per cent of the dossiers do not exceed (nearest rank, 1 to 100):
    // 50 is the median. std::nullopt when there are no dossiers.
    std::optional<std::int32_t> percentile(int percent) const noexcept;
    std::optional<std::int32_t> max() const noexcept;
    std::optional<std::string> mean(int places = 2) const;  // rounded half up
    friend bool operator==(const DayHistogram&, const DayHistogram&) = default;

private:
    std::map<std::int32_t, std::uint64_t> counts_;
};

// How early and how late, in working days of the calendar. Only dossiers that are judged by their dates are in it.
struct Timing {
    DayHistogram early;         // col 8: working days after the end, up to and with the due date
    DayHistogram late;          // col 10: working days after the due date, up to and with the end
    DayHistogram left;          // col 12: working days from the as-of date up to and with the due date
    DayHistogram open_late;     // col 13: working days after the due date, before the as-of date
    std::uint64_t due_today{};  // col 12: due within 24 hours of 00:00 of the as-of date
    std::uint64_t due_within(std::int32_t working_days) const noexcept;  // col 12: at most so many working days are left
    void merge(const Timing& other);
    friend bool operator==(const Timing&, const Timing&) = default;
};

// One row of a grouping: the values of its dimensions, and the counts.
struct GroupRow {
    std::vector<std::string> key;  // month "2020-03", quarter "2020-Q1", year "2020"; "" where not given
    Counts counts;
    Timing timing{};  // empty unless Query::timing
};

struct GroupResult {
    Grouping grouping;
    std::vector<GroupRow> rows;  // in order of key; agencies asked for are always there
};

// An identity of the form, checked.
struct IdentityCheck {
    char id = 'A';    // 'A' … 'G'
    std::string row;  // which row ("total", or its key), empty for a check of all rows
    bool holds = true;
    std::uint64_t left = 0;
    std::uint64_t right = 0;
    std::string text;                   // "7 = 8 + 9 + 10: 80 ≠ 78"
    std::vector<std::string> examples;  // up to 5 dossier ids that make the difference
};
std::string to_text(const IdentityCheck& check, Lang lang);  // its text in the language: "6 = 11 của kỳ trước"

struct StatisticsResult {
    Query query;
    Counts total;
    Timing timing{};  // of the total
    std::vector<GroupResult> groups;
    std::vector<IdentityCheck> identities;  // A, B, C, D, E, F, G over all rows; one more entry for each violation
    bool identities_hold() const noexcept;
};

class Statistics {
public:
    // Throws argument_range (empty period, as_of not after from, too many groupings), outside_coverage (period outside
    // the calendar).
    explicit Statistics(Query query);
    Statistics(const Statistics&);
    Statistics& operator=(const Statistics&);
    Statistics(Statistics&&) noexcept;
    Statistics& operator=(Statistics&&) noexcept;
    ~Statistics();

    const Query& query() const noexcept;
    // Adds dossiers. Missing due dates are computed as the policy says; the columns are not changed. `row_problem` (which
    // may be dossiers.problem) takes the problem of each, also where its due date cannot be computed; it may be empty.
    // Throws argument_range beyond 4,000,000,000 dossiers, and where row_problem has another length than the dossiers.
    void add(const Dossiers& dossiers, std::span<Problem> row_problem = {});
    // Adds the other's dossiers. Throws incompatible when the queries differ.
    void merge(const Statistics& other);
    std::uint64_t dossiers() const noexcept;  // rows added so far

    // Canonical bytes: equal statistics give equal bytes. Version and checksum inside.
    std::string to_bytes() const;
    // Throws bytes_corrupt (truncated, altered, other version).
    static Statistics from_bytes(std::string_view bytes);

    StatisticsResult result() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// Identity E over two results: the opening stock (col 6) of `current` equals the closing stock (col 11) of
// `previous`, in total and for each row of groupings that both have. Throws argument_range when the periods do not meet.
std::vector<IdentityCheck> check_chain(const StatisticsResult& previous, const StatisticsResult& current);

// --- Presentations. Pure functions of a result. ---

// A table of texts for display: captions of the columns, rows, and which cells are numbers (aligned right).
struct Table {
    std::vector<std::string> heading;                // lines above the table
    std::vector<std::vector<std::string>> captions;  // header rows; all with the same number of cells
    std::vector<bool> numeric;                       // by column
    std::vector<std::vector<std::string>> rows;
    std::size_t total_rows = 0;      // the last rows that are totals
    std::vector<std::string> notes;  // lines below the table
};

// Form II.06a/VPCP/KSTT for one grouping (its index in query.groupings), with the total row; notes carry the policy,
// the calendar, the counts beside the form and the identities. A grouping of two dimensions has a sum row for each
// value of the first (identity F).
Table form_ii06a(const StatisticsResult& result, std::size_t grouping, Lang lang);
// The presentation of the inspection outline of plan 274/KH-UBND: received; resolved on time, of which early; overdue;
// apologies.
Table form_outline(const StatisticsResult& result, std::size_t grouping, Lang lang);
// How early, how late and how soon due, for one grouping with the total row: number, median, 90th percentile, mean and
// greatest number of working days, and the dossiers due within 24 hours and within `soon` working days. Throws
// argument_range when the query did not ask for the timing.
Table timing_table(const StatisticsResult& result, std::size_t grouping, Lang lang, std::int32_t soon = 3);
// All counts of one grouping, one column each, captions in English (dotted names of facts).
std::string to_csv(const StatisticsResult& result, std::size_t grouping);
// Everything (format cchc.statistics/1): query, calendar and policy versions, totals, groups, rates, identities.
std::string to_json(const StatisticsResult& result);
// Facts `dossiers.*` of the total, or of one agency (by a grouping {agency}); throws argument_range if it has no row.
Facts facts(const StatisticsResult& result, std::string_view agency = {});

}  // namespace cchc
