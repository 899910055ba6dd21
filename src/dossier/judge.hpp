// The kernel that judges dossiers: columns in, one small number a row out, without a branch that depends on the data. What
// the number means under a policy is a table that is made once (outcome_of below; code_table.hpp in statistics).
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

#include "cchc/outcome.hpp"

namespace cchc::judge {

// How the dates of a dossier lie to each other, as of the as-of date.
enum class Dates : std::uint8_t { early, on_time, overdue, open_within, open_overdue, no_due_ended, no_due_open, outside };
// Where it came from in the period.
enum class Inflow : std::uint8_t { online, direct, carried_over, channel_missing };

// Whether dates say that a dossier has not ended.
constexpr bool is_open(Dates dates) noexcept {
    return dates == Dates::open_within || dates == Dates::open_overdue || dates == Dates::no_due_open;
}

// Whether it has ended: no end on record, an end on or after the as-of date, before it, or even before the period.
enum class End : std::uint8_t { none, later, in_period, before_period };

// All that a policy may need to know of a row, in 13 bits.
struct Key {
    Dates dates;
    Inflow inflow;
    bool apology;
    bool waiting;  // asked for a supplement and not answered; under Waiting::ended_at_request only while it has not ended
    End end;
    Status status;
};
inline constexpr std::size_t key_count = 8192;
constexpr std::size_t pack(const Key& k) noexcept {
    return static_cast<std::size_t>(k.dates) | static_cast<std::size_t>(k.inflow) << 3 |
           static_cast<std::size_t>(k.apology) << 5 | static_cast<std::size_t>(k.waiting) << 6 |
           static_cast<std::size_t>(k.end) << 7 | static_cast<std::size_t>(k.status) << 9;
}
constexpr Key unpack(std::size_t key) noexcept {
    return {static_cast<Dates>(key & 7), static_cast<Inflow>(key >> 3 & 3), (key >> 5 & 1) != 0,
            (key >> 6 & 1) != 0,         static_cast<End>(key >> 7 & 3),    static_cast<Status>(key >> 9)};
}

// A policy compiled to a table over all keys.
template <class T>
using Table = std::array<T, key_count>;

// The dates between which dossiers are taken and judged, as days. Dossiers received on or after `cut`, or ended
// before `from`, are outside.
struct Window {
    std::int32_t from = std::numeric_limits<std::int32_t>::min();
    std::int32_t cut = 0;
    std::int32_t as_of = 0;
};

inline constexpr std::size_t block_rows = 2048;

// A block of rows of a column that no dossier has a value in.
inline constexpr auto no_days = [] {
    std::array<std::int32_t, block_rows> none{};
    none.fill(no_day);
    return none;
}();
inline constexpr auto no_seconds = [] {
    std::array<std::int32_t, block_rows> none{};
    none.fill(-1);
    return none;
}();
inline const std::int32_t* days(const Dossiers& d, Event e, std::size_t start) noexcept {
    return d.event(e).day.empty() ? no_days.data() : d.event(e).day.data() + start;
}
inline const std::int32_t* seconds(const Dossiers& d, Event e, std::size_t start) noexcept {
    return d.event(e).second.empty() ? no_seconds.data() : d.event(e).second.data() + start;
}

// Some rows of the dossiers, at most block_rows.
struct Rows {
    std::size_t start;
    std::size_t count;
};

// What the clock says of a block as of a date, as the policy wants it: the columns' own due dates, those that stood then, or
// computed ones; and since when the applicant is waited for.
struct Due {
    const std::int32_t* day;
    const std::int32_t* second;
    const Problem* problem;
    const std::int32_t* asked;
    const std::int32_t* answered;
    const std::uint8_t* again;      // 1: asked for a second supplement; null: no row was
    const std::int32_t* first_day;  // the original due date; stands before `day` for policies that ask for it
    const std::int32_t* first_second;
};

// The clock events of a block as of a date. Where there are none, the columns are taken as they are.
class ClockView {
public:
    ClockView(const OutcomePolicy& policy, std::int32_t as_of) noexcept : policy_(policy), as_of_(as_of) {}
    // Valid until the next call.
    Due operator()(const Dossiers& dossiers, Rows rows);

private:
    void find_waiting(std::size_t i, std::span<const ClockEvent> events);
    void find_due(std::size_t i, std::span<const ClockEvent> events);

    // The columns of a block as they stood. Not in the view itself: callers have views on the stack, and most dossiers have
    // no clock events.
    struct Block {
        std::array<std::int32_t, block_rows> day;
        std::array<std::int32_t, block_rows> second;
        std::array<std::int32_t, block_rows> asked;
        std::array<std::int32_t, block_rows> answered;
        std::array<std::int32_t, block_rows> first_day;
        std::array<std::int32_t, block_rows> first_second;
        std::array<std::uint8_t, block_rows> again;
    };

    const OutcomePolicy& policy_;
    std::int32_t as_of_;
    std::unique_ptr<Block> block_;  // null until dossiers have clock events
};

// A rule for which the date of receipt alone says too little.
bool needs_hour(const CountingRule& rule) noexcept;

// The clock events of a dossier that the policy looks at, the round of the columns among them.
std::vector<ClockEvent> clock_of(const Dossiers& dossiers, std::size_t i, const OutcomePolicy& policy);
// The same as pauses, one for each, appended to `out`.
void add_pauses(const Dossiers& dossiers, std::size_t i, const OutcomePolicy& policy, std::vector<Pause>& out);

// Computes due dates of a block, where the policy wants them computed, into its own memory.
class DueComputer {
public:
    // The calendar, the policy and the rules must live on.
    DueComputer(const OutcomePolicy& policy, const Calendar& calendar, const RuleSet& rules, std::int32_t as_of)
        : policy_(policy), calendar_(calendar), rules_(rules), as_of_(as_of), view_(policy, as_of) {}
    // Valid until the next call.
    Due operator()(const Dossiers& dossiers, Rows rows);
    std::size_t failed() const noexcept { return failed_; }  // rows without an answer, in all calls

private:
    // Rows of one unit, gathered so that they go through the batch of that unit's rule together.
    struct Gathered {
        std::vector<std::size_t> row;
        std::vector<std::int64_t> received;
        std::vector<std::int64_t> limit;
    };
    bool any_wanted(const Dossiers& dossiers, Rows rows, const std::int32_t* due) const noexcept;
    void gather(const Dossiers& dossiers, Rows rows);
    void compute(const Dossiers& dossiers, std::size_t start, Unit unit);
    void note_failure(std::size_t i, Problem problem) noexcept;
    void apply_pauses(const Dossiers& dossiers, std::size_t start, Unit unit, std::size_t k);

    const OutcomePolicy& policy_;
    const Calendar& calendar_;
    const RuleSet& rules_;
    std::int32_t as_of_;
    ClockView view_;
    std::vector<Pause> pauses_;  // of one dossier
    std::array<Gathered, unit_count> by_unit_;
    std::vector<std::int64_t> at_;
    std::vector<std::int32_t> at_day_;
    std::vector<RowStatus> status_;
    std::array<std::int32_t, block_rows> day_{};
    std::array<std::int32_t, block_rows> second_{};
    std::array<Problem, block_rows> problem_{};
    std::size_t failed_ = 0;
};

// The keys of a block: one for each row.
void keys(const Dossiers& dossiers, const Due& due, const OutcomePolicy& policy, const Window& window, Rows rows,
          std::uint16_t* keys) noexcept;

// What the policy makes of a row.
enum class Place : std::uint8_t {
    early,
    on_time,
    overdue,
    no_due_resolved,  // resolved: col 7
    within,
    open_overdue,
    no_due_in_process,  // in process: col 11
    own_class,          // received, but in neither
    excluded,           // left out by the policy
    outside,
    not_received,
};
Place place(const Key& key, const OutcomePolicy& policy) noexcept;
Outcome outcome_of(Place place) noexcept;

}  // namespace cchc::judge
