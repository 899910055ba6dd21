#include "statistics/code_rows.hpp"

#include <algorithm>

#include "base/once.hpp"

namespace cchc::stats {
namespace {

const std::array<std::uint8_t, problem_count>& problem_codes() {
    return once([] {
        std::array<std::uint8_t, problem_count> codes{};
        for (std::size_t p = 1; p < problem_count; ++p) codes[p] = code_of(static_cast<Problem>(p));
        return codes;
    });
}

bool any_problem(const Problem* problem, std::size_t n) noexcept {
    std::uint8_t any = 0;
    for (std::size_t i = 0; i < n; ++i) any |= static_cast<std::uint8_t>(problem[i]);
    return any != 0;
}

}  // namespace

judge::Window window_of(const Query& query) {
    judge::Window window;
    window.from = to_days(query.from);
    window.as_of = to_days(query.effective_as_of());
    window.cut = std::min(to_days(query.to), window.as_of);
    return window;
}

std::uint8_t code_rows(const Dossiers& dossiers, const judge::Due& due, const OutcomePolicy& policy,
                       const judge::Table<std::uint8_t>& table, const judge::Window& window, judge::Rows rows,
                       std::uint8_t* const row_codes) {
    std::array<std::uint16_t, judge::block_rows> keys;
    judge::keys(dossiers, due, policy, window, rows, keys.data());
    const std::uint8_t* const codes_of_keys = table.data();
    for (std::size_t i = 0; i < rows.count; ++i) row_codes[i] = codes_of_keys[keys[i]];
    if (any_problem(due.problem, rows.count)) {
        const auto& by_problem = problem_codes();
        for (std::size_t i = 0; i < rows.count; ++i)
            if (due.problem[i] != Problem::none) row_codes[i] = by_problem[static_cast<std::size_t>(due.problem[i])];
    }
    std::uint8_t last = 0;
    for (std::size_t i = 0; i < rows.count; ++i) last = std::max(last, row_codes[i]);
    return last;
}

// Four counters for each code, so that runs of one code do not wait for each other.
void count_codes(std::span<const std::uint8_t> row_codes, Histogram& out) noexcept {
    std::array<Histogram, 4> part{};
    const std::uint8_t* const code = row_codes.data();
    const std::size_t n = row_codes.size();
    std::size_t i = 0;
    for (; i + 4 <= n; i += 4)
        for (std::size_t p = 0; p < 4; ++p) ++part[p][code[i + p]];
    for (; i < n; ++i) ++part[0][code[i]];
    for (std::size_t c = 0; c < out.size(); ++c) out[c] = part[0][c] + part[1][c] + part[2][c] + part[3][c];
}

}  // namespace cchc::stats
