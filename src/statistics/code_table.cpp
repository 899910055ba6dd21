#include "statistics/code_table.hpp"

namespace cchc::stats {
namespace {

struct Reverse {
    std::array<std::int16_t, word_count> code;
    Reverse() {
        code.fill(-1);
        for (std::size_t c = 0; c < codes.count; ++c) code[word(codes.meaning[c])] = static_cast<std::int16_t>(c);
    }
};

const Reverse& reverse() {
    static const Reverse table;  // never changed after it is made
    return table;
}

State ended_state(Status status) noexcept {
    switch (status) {
        case Status::refused: return State::refused;
        case Status::withdrawn: return State::withdrawn;
        case Status::returned: return State::returned;
        case Status::stopped: return State::stopped;
        default: return State::none;
    }
}

bool says_ended(Status status) noexcept {
    return ended_state(status) != State::none || status == Status::finished || status == Status::result_returned;
}

State state_of(const judge::Key& key, const OutcomePolicy& policy) noexcept {
    // Ended by the request for a supplement, and by nothing else.
    if (key.waiting && !judge::is_open(key.dates) && policy.waiting_supplement == OutcomePolicy::Waiting::ended_at_request)
        return State::none;
    if (key.end == judge::End::in_period) return ended_state(key.status);
    // Kept in process by the policy since an earlier period, which counted its end.
    if (key.end == judge::End::before_period) return State::none;
    const bool undated = key.end == judge::End::none && says_ended(key.status);
    if (key.waiting) return undated ? State::waiting_undated : State::waiting;
    return undated ? State::undated : State::none;
}

Meaning meaning_of(const judge::Key& key, const OutcomePolicy& policy) noexcept {
    Meaning m;
    m.place = judge::place(key, policy);
    if (m.place == Place::outside || m.place == Place::not_received) return m;
    m.state = state_of(key, policy);
    m.apology = key.apology && (m.place == Place::overdue || m.place == Place::open_overdue);
    m.inflow = key.inflow;
    return m;
}

}  // namespace

int code_of(std::uint16_t meaning_word) noexcept { return meaning_word < word_count ? reverse().code[meaning_word] : -1; }

std::uint8_t code_of(Problem problem) noexcept {
    Meaning m;
    m.place = Place::excluded;
    m.problem = problem;
    return static_cast<std::uint8_t>(code_of(word(m)));
}

judge::Table<std::uint8_t> make_table(const OutcomePolicy& policy) {
    judge::Table<std::uint8_t> table{};
    for (std::size_t k = 0; k < table.size(); ++k) {
        const int code = code_of(word(meaning_of(judge::unpack(k), policy)));
        // Keys that no row can have (a status or end out of range) have no code; they would count as outside.
        table[k] = code < 0 ? outside_code : static_cast<std::uint8_t>(code);
    }
    return table;
}

}  // namespace cchc::stats
