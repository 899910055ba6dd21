// How early and how late dossiers are: one entry for each row of a block that has due dates to compare, and histograms by
// cell.
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "cchc/statistics.hpp"
#include "dossier/judge.hpp"

namespace cchc::stats {

enum class Distance : std::uint8_t { early, late, left, open_late, due_today };

struct TimedRow {
    std::uint32_t row;
    Distance distance;
    std::int32_t days;
};

// The distances of the rows, whose codes are known.
void time_rows(const Dossiers& dossiers, const judge::Due& due, const Query& query, const judge::Window& window,
               judge::Rows rows, std::span<const std::uint8_t> codes, std::vector<TimedRow>& out);

class Timings {
public:
    template <class CellOf>
    void add(std::span<const TimedRow> rows, CellOf cell_of) {
        for (const TimedRow& r : rows) add(cell_of(r.row), r.distance, r.days, 1);
    }
    void add(std::uint32_t cell, Distance distance, std::int32_t days, std::uint64_t dossiers);
    // `mine` is the own cell of each cell of the other.
    void merge(const Timings& other, std::span<const std::uint32_t> mine);
    const Timing& operator[](std::uint32_t cell) const noexcept;

private:
    std::unordered_map<std::uint32_t, Timing> by_cell_;
};

// Calls visit(distance, histogram) for each part of a timing that is a histogram.
template <class T, class Visit>
void each_histogram(T& timing, Visit visit) {
    visit(Distance::early, timing.early);
    visit(Distance::late, timing.late);
    visit(Distance::left, timing.left);
    visit(Distance::open_late, timing.open_late);
}

}  // namespace cchc::stats
