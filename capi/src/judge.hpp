// Outcomes of a batch with the reason for each row that cannot be judged.
#pragma once

#include <cstdint>
#include <span>

#include "cchc/outcome.hpp"

namespace cchc::capi {

// The columns of a batch; all have the same length, except where empty is said.
struct Judged {
    std::span<const std::int64_t> received, due, ended;
    std::span<const std::uint8_t> status;  // empty: all unknown
    std::span<std::uint8_t> outcome;       // may be `status`
    std::span<RowStatus> row_status;       // empty: not wanted
};

// Fills outcome and row_status; returns the number of rows that cannot be judged.
std::size_t judge(const OutcomePolicy& policy, const Judged& columns, Date as_of);

}  // namespace cchc::capi
