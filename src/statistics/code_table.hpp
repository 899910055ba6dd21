// What a dossier counts as, in one byte: its place under the policy, the state it ended or waits in, an apology, and where
// it came from. A cell of the statistics is one counter for each code; every column of every form is a sum of some of them.
#pragma once

#include <array>
#include <cstdint>

#include "dossier/judge.hpp"

namespace cchc::stats {

using judge::Inflow;
using judge::Place;

// The state beside the outcome.
enum class State : std::uint8_t { none, refused, withdrawn, returned, stopped, waiting, undated, waiting_undated };

// Whether the dossier ended in the period in a state other than a result.
constexpr bool ended_in_state(State s) noexcept { return s >= State::refused && s <= State::stopped; }

struct Meaning {
    Place place = Place::outside;
    State state = State::none;
    bool apology = false;  // of overdue places only
    Inflow inflow = Inflow::online;
    Problem problem = Problem::none;  // with Place::excluded: why it cannot be judged

    friend constexpr bool operator==(const Meaning&, const Meaning&) = default;
};

// A meaning as a number that stays the same in serialised statistics, whatever order the codes have in this version.
constexpr std::uint16_t word(const Meaning& m) noexcept {
    return static_cast<std::uint16_t>(static_cast<unsigned>(m.place) | static_cast<unsigned>(m.state) << 4 |
                                      static_cast<unsigned>(m.apology) << 7 | static_cast<unsigned>(m.inflow) << 8 |
                                      static_cast<unsigned>(m.problem) << 10);
}
inline constexpr std::size_t word_count = 1u << 15;

struct Codes {
    std::array<Meaning, 256> meaning{};
    std::size_t count = 0;
    std::size_t first_named = 0;  // from this code on, dossiers are named as examples

    constexpr void add(const Meaning& m) { meaning[count++] = m; }
};

// Whether dossiers of a place are named: they break an identity, or are left out.
constexpr bool is_named(Place p) noexcept {
    return p == Place::no_due_resolved || p == Place::no_due_in_process || p == Place::own_class || p == Place::excluded;
}

namespace detail {

constexpr bool by_inflow(Codes& codes, Place place, State state, bool apology) {
    for (const Inflow in : {Inflow::online, Inflow::direct, Inflow::carried_over, Inflow::channel_missing})
        codes.add({place, state, apology, in, Problem::none});
    return true;
}

// All meanings that can occur. The sixteen everyday ones come first, so that they share one cache line in each cell.
constexpr Codes all_meanings() {
    Codes codes;
    codes.add({Place::outside, State::none, false, Inflow::online, Problem::none});
    for (const Inflow in : {Inflow::online, Inflow::direct, Inflow::carried_over, Inflow::channel_missing})
        for (const Place p : {Place::early, Place::on_time, Place::overdue, Place::within, Place::open_overdue})
            codes.add({p, State::none, false, in, Problem::none});
    codes.add({Place::not_received, State::none, false, Inflow::online, Problem::none});
    by_inflow(codes, Place::overdue, State::none, true);
    by_inflow(codes, Place::open_overdue, State::none, true);
    for (const Place p : {Place::no_due_resolved, Place::no_due_in_process, Place::excluded})
        by_inflow(codes, p, State::none, false);
    for (const State s : {State::refused, State::withdrawn, State::returned, State::stopped}) {
        for (const Place p : {Place::early, Place::on_time, Place::overdue, Place::no_due_resolved, Place::within,
                              Place::own_class, Place::excluded})
            by_inflow(codes, p, s, false);
        by_inflow(codes, Place::overdue, s, true);
    }
    for (const State s : {State::waiting, State::undated, State::waiting_undated}) {
        for (const Place p : {Place::within, Place::open_overdue, Place::no_due_in_process, Place::excluded})
            by_inflow(codes, p, s, false);
        by_inflow(codes, Place::open_overdue, s, true);
    }
    for (unsigned p = 1; p < problem_count; ++p)
        codes.add({Place::excluded, State::none, false, Inflow::online, static_cast<Problem>(p)});
    return codes;
}

// The meanings in order, those with named dossiers last: one compare then tells whether a block has any.
constexpr Codes make_codes() {
    const Codes all = all_meanings();
    Codes codes;
    for (const bool named : {false, true}) {
        if (named) codes.first_named = codes.count;
        for (std::size_t c = 0; c < all.count; ++c)
            if (is_named(all.meaning[c].place) == named) codes.add(all.meaning[c]);
    }
    return codes;
}

}  // namespace detail

inline constexpr Codes codes = detail::make_codes();
inline constexpr std::uint8_t outside_code = 0;
// Counters of a cell. An odd number of cache lines: a power of two would put the busy line of every cell into the same few
// places of the cache.
inline constexpr std::size_t stride = 272;
static_assert(codes.count <= stride);

// The code of a meaning word, or -1 for a word that no meaning has.
int code_of(std::uint16_t meaning_word) noexcept;
std::uint8_t code_of(Problem problem) noexcept;

// The policy as a table from keys to codes.
judge::Table<std::uint8_t> make_table(const OutcomePolicy& policy);

}  // namespace cchc::stats
