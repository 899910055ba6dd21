#include "judge.hpp"

#include <algorithm>
#include <vector>

#include "cchc.h"
#include "moment.hpp"

namespace cchc::capi {
namespace {

bool plausible(std::int64_t instant) noexcept { return instant == no_instant || in_range(instant); }

// The date of `instant` lies before that of `received`; both are plausible.
bool precedes(std::int64_t instant, std::int64_t received) noexcept {
    if (instant == no_instant || instant >= received) return false;
    return date_of(Instant{std::chrono::seconds{instant}}) < date_of(Instant{std::chrono::seconds{received}});
}

// Why row i cannot be judged. The core counts such rows, but does not say which.
RowStatus status_of(const Judged& c, std::size_t i, bool known_state) noexcept {
    if (!known_state || !plausible(c.received[i]) || !plausible(c.due[i]) || !plausible(c.ended[i])) {
        return RowStatus::argument_range;
    }
    if (c.received[i] == no_instant) return RowStatus::missing;
    const bool reversed = precedes(c.due[i], c.received[i]) || precedes(c.ended[i], c.received[i]);
    return reversed ? RowStatus::argument_range : RowStatus::ok;
}

std::span<Outcome> outcomes(std::span<std::uint8_t> bytes) {
    return {reinterpret_cast<Outcome*>(bytes.data()), bytes.size()};
}

}  // namespace

std::size_t judge(const OutcomePolicy& policy, const Judged& columns, Date as_of) {
    constexpr auto unknown_state = static_cast<Status>(status_count);
    // A copy: the outcome may go where the status was, and the core must not see a number that is no state.
    std::vector<Status> states(columns.status.size());
    std::transform(columns.status.begin(), columns.status.end(), states.begin(),
                   [](std::uint8_t s) { return static_cast<Status>(std::min(s, status_count)); });
    std::vector<std::size_t> unknown;
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (states[i] != unknown_state) continue;
        states[i] = Status::unknown;
        unknown.push_back(i);
    }
    classify(columns.received, columns.due, columns.ended, states, policy, as_of, outcomes(columns.outcome));
    std::size_t failed = 0;
    auto next_unknown = unknown.begin();
    for (std::size_t i = 0; i < columns.received.size(); ++i) {
        const bool known_state = next_unknown == unknown.end() || *next_unknown != i;
        if (!known_state) ++next_unknown;
        const RowStatus status = status_of(columns, i, known_state);
        if (status != RowStatus::ok) {
            columns.outcome[i] = CCHC_OUTCOME_EXCLUDED;
            ++failed;
        }
        if (!columns.row_status.empty()) columns.row_status[i] = status;
    }
    return failed;
}

}  // namespace cchc::capi
