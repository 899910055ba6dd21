// The kernel that judges dossiers: columns in, one small number a row out, without a branch that depends on the data. What
// the number means under a policy is a table that is made once (outcome_of below; code_table.hpp in statistics).
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "cchc/outcome.hpp"

namespace cchc::judge {

// How the dates of a dossier lie to each other, as of the as-of date.
enum class Dates : std::uint8_t { early, on_time, overdue, open_within, open_overdue, no_due_ended, no_due_open, outside };
// Where it came from in the period.
enum class Inflow : std::uint8_t { online, direct, carried_over, channel_missing };

// Whether it has ended: no end on record, an end on or after the as-of date, before it, or even before the period.
enum class End : std::uint8_t { none, later, in_period, before_period };

// All that a policy may need to know of a row, in 13 bits.
struct Key {
    Dates dates;
    Inflow inflow;
    bool apology;
    bool waiting;
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

// Due dates and problems as the policy wants them: the columns' own, or computed ones.
struct DueColumns {
    std::span<const std::int32_t> day;
    std::span<const std::int32_t> second;
    std::span<const Problem> problem;
};
struct DueScratch {
    std::vector<std::int32_t> day;
    std::vector<std::int32_t> second;
    std::vector<Problem> problem;
};
// The due columns to judge by; `scratch` holds them where they are not the dossiers' own.
DueColumns due_columns(const Dossiers& dossiers, const OutcomePolicy& policy, const Calendar& calendar, const RuleSet& rules,
                       DueScratch& scratch);

inline constexpr std::size_t block_rows = 2048;

// The keys of rows [start, start + keys.size()), at most block_rows.
void keys(const Dossiers& dossiers, const DueColumns& due, const OutcomePolicy& policy, const Window& window,
          std::size_t start, std::span<std::uint16_t> keys);

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
