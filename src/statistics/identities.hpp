#pragma once

#include "statistics/impl.hpp"

namespace cchc::stats {

// One row of the result with what its identities need beyond the counts.
struct CheckedRow {
    std::string name;
    Counts counts;
    std::uint64_t opening = 0;  // open at the start of the period, as the period before counted them
    std::array<std::vector<std::string>, example_kinds> examples;
};

// Opening stock as the previous period closed with it: dossiers carried over, those included that the policy leaves out
// only now, because of the state in which they ended.
std::uint64_t opening_stock(std::span<const std::uint32_t> counters, const OutcomePolicy& policy) noexcept;

// How a row is called in a check: its key, or "total" for the row of all.
std::string row_name(const std::vector<std::string>& key);

// A summary entry for each of A to G, and one entry more for each violation. `rows` begins with the total.
std::vector<IdentityCheck> check_identities(const StatisticsResult& result, const std::vector<CheckedRow>& rows,
                                            std::uint64_t dossiers);

}  // namespace cchc::stats
