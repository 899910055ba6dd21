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
//
// The seven identities that hold between the counters of OpenCPS are these here:
//   1 process = remaining + received, with 6 received = online + one-stop:       A (3 = 4 + 5 + 6)
//   2 process = release + cancelled + waiting + processing:                      D (3 = 7 + 11); the withdrawn are in 7, in
//     9 or in a class of their own as the policy says, those that wait are in 11. A class of its own breaks D, not 2
//   3 total = process + denied: no identity of the form, which has no column for those refused at the counter. G counts
//     them apart (not_received), so that none is lost
//   4 release = betimes + ontime + overtime:                                     B (7 = 8 + 9 + 10)
//   5 processing = undue + overdue:                                              C (11 = 12 + 13), those that wait included
//   7 closing stock = waiting + processing = remaining of the next period:       E (6 = 11 of the previous period)
// F, sums of rows, has no number there. As counters of their own they are the published form "opencps".
std::vector<IdentityCheck> check_identities(const StatisticsResult& result, const std::vector<CheckedRow>& rows,
                                            std::uint64_t dossiers);

}  // namespace cchc::stats
