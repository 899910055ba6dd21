// What rows count as: a code of one byte for each row of a block (code_table.hpp), for statistics and reconciliation alike.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "cchc/statistics.hpp"
#include "statistics/code_table.hpp"

namespace cchc::stats {

// Throws argument_range or outside_coverage for a query that cannot be answered.
void check(const Query& query);
judge::Window window_of(const Query& query);

// A column of results: as long as the dossiers, or empty. Throws argument_range.
template <class T>
void require_length(std::span<T> out, std::size_t rows) {
    if (!out.empty() && out.size() != rows)
        throw Error(ErrorCode::argument_range, "a column of results has another length than the dossiers");
}

inline constexpr std::uint64_t max_rows = 4'000'000'000;  // so that no 32-bit counter can overflow

// Sets the codes of `rows`. Returns the largest: from codes.first_named on, some dossiers are named as examples.
std::uint8_t code_rows(const Dossiers& dossiers, const judge::Due& due, const OutcomePolicy& policy,
                       const judge::Table<std::uint8_t>& table, const judge::Window& window, judge::Rows rows,
                       std::uint8_t* row_codes);

// How often each code occurs.
using Histogram = std::array<std::uint32_t, stride>;
void count_codes(std::span<const std::uint8_t> row_codes, Histogram& out) noexcept;

}  // namespace cchc::stats
