// Several periods in one pass: the same question for each, and whether each one begins with what the one before it left
// open.
#pragma once

#include <string>
#include <vector>

#include "cchc/period.hpp"
#include "cchc/statistics.hpp"

namespace cchc {

struct PeriodResult {
    Period period;
    StatisticsResult result;
};

// Identity E between a period and the one after it.
struct SeriesChain {
    std::size_t previous = 0;  // index into the periods; the other is the next one
    bool adjacent = true;      // the one begins where the other ends; else nothing is checked
    std::vector<IdentityCheck> checks;
    bool holds() const noexcept;
};

struct SeriesResult {
    std::vector<PeriodResult> periods;
    std::vector<SeriesChain> chains;  // one less than there are periods
    bool chains_hold() const noexcept;
};

// Like Statistics, a commutative monoid: add(columns), merge(other). One object, one thread at a time.
class PeriodSeries {
public:
    // `query` is asked for each period; its own from and to are not looked at. Each period is judged as of its end. Throws
    // argument_range (no period, or more than 1200; an as-of date), and what Statistics throws for a period.
    PeriodSeries(Query query, std::vector<Period> periods);

    const std::vector<Period>& periods() const noexcept { return periods_; }
    // What one period is asked. Throws argument_range for an index that is no period.
    const Query& query(std::size_t period) const;
    // Adds dossiers to every period. The columns are not changed. `row_problem` takes the problem of each dossier in the
    // last period, as Statistics::add() does. Throws as that; the series is then no longer of use.
    void add(const Dossiers& dossiers, std::span<Problem> row_problem = {});
    // Adds the other's dossiers. Throws incompatible, and changes nothing, when queries or periods differ.
    void merge(const PeriodSeries& other);
    SeriesResult result() const;

private:
    std::vector<Period> periods_;
    std::vector<Statistics> statistics_;
};

// The periods with what each takes over and leaves, and each gap between them.
Table series_chain(const SeriesResult& result, Lang lang);
// What check_chain() found (format cchc.chain/1).
std::string chain_to_json(const std::vector<IdentityCheck>& checks);
// Everything (format cchc.series/1): for each period its name and cchc.statistics/1, and the chain.
std::string to_json(const SeriesResult& result);

}  // namespace cchc
