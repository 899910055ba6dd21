#include "statistics/cells.hpp"

#include <algorithm>

namespace cchc::stats {

int example_kind(std::uint8_t code) noexcept {
    const Meaning& m = codes.meaning[code];
    switch (m.place) {
        case Place::no_due_resolved: return static_cast<int>(ExampleKind::no_due_resolved);
        case Place::no_due_in_process: return static_cast<int>(ExampleKind::no_due_in_process);
        case Place::own_class: return static_cast<int>(ExampleKind::own_class);
        case Place::excluded:
            if (m.problem != Problem::none) return static_cast<int>(ExampleKind::not_judged);
            // Only those that were open when the period began make opening and closing stock differ.
            return m.inflow == Inflow::carried_over && ended_in_state(m.state) ? static_cast<int>(ExampleKind::left_out)
                                                                               : -1;
        default: return -1;
    }
}

void keep_smallest(SmallestIds& ids, std::string_view id) {
    if (ids.size() == max_examples && id >= *ids.rbegin()) return;
    if (ids.find(id) != ids.end()) return;
    ids.emplace(id);
    if (ids.size() > max_examples) ids.erase(std::prev(ids.end()));
}

void add_example(Examples& examples, std::uint32_t cell, std::uint8_t kind, std::string_view id) {
    keep_smallest(examples[{cell, kind}], id);
}

std::size_t PairMap::place(std::uint64_t pair) const noexcept {
    const std::size_t mask = slots_.size() - 1;
    const std::uint64_t mixed = (pair ^ pair >> 32) * 0x9E3779B97F4A7C15U;
    std::size_t i = static_cast<std::size_t>(mixed >> 32) & mask;
    while (slots_[i] != 0 && pairs_[slots_[i] - 1] != pair) i = (i + 1) & mask;
    return i;
}

void PairMap::grow() {
    slots_.assign(std::max<std::size_t>(64, 2 * slots_.size()), 0);
    for (std::size_t n = 0; n < pairs_.size(); ++n) slots_[place(pairs_[n])] = static_cast<std::uint32_t>(n + 1);
}

std::uint32_t PairMap::add(std::uint32_t parent, std::uint32_t id) {
    if (2 * (pairs_.size() + 1) > slots_.size()) grow();
    const std::uint64_t pair = std::uint64_t{parent} << 32 | id;
    const std::size_t i = place(pair);
    if (slots_[i] == 0) {
        pairs_.push_back(pair);
        slots_[i] = static_cast<std::uint32_t>(pairs_.size());
    }
    return slots_[i] - 1;
}

Cells::Cells(std::size_t dimensions) : dimensions_(dimensions), next_(dimensions > 1 ? dimensions - 1 : 0) {
    if (dimensions == 0) fit(1);
}

void Cells::fit(std::size_t values) {
    if (values * stride > counts_.size()) counts_.resize(values * stride, 0);
}

bool Cells::is_empty(std::uint32_t cell) const noexcept {
    const auto all = counters(cell);
    return std::all_of(all.begin(), all.end(), [](std::uint32_t n) { return n == 0; });
}

void Cells::find(std::span<const std::span<const std::uint32_t>> ids, std::span<std::uint32_t> out) {
    std::copy_n(ids[0].begin(), out.size(), out.begin());
    for (std::size_t d = 1; d < dimensions_; ++d)
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = next_[d - 1].add(out[i], ids[d][i]);
    fit(next_.back().size());
}

std::uint32_t Cells::find_one(std::span<const std::uint32_t> ids) {
    std::uint32_t cell = dimensions_ == 0 ? 0 : ids[0];
    for (std::size_t d = 1; d < dimensions_; ++d) cell = next_[d - 1].add(cell, ids[d]);
    fit(cell + std::size_t{1});
    return cell;
}

std::vector<std::uint32_t> Cells::key(std::uint32_t cell) const {
    std::vector<std::uint32_t> ids(dimensions_);
    for (std::size_t d = dimensions_; d > 1; --d) {
        ids[d - 1] = next_[d - 2].id(cell);
        cell = next_[d - 2].parent(cell);
    }
    if (dimensions_ > 0) ids[0] = cell;
    return ids;
}

namespace {

// Four rows at a time, their loads before their stores: a counter may be any other's, as far as the compiler knows.
template <class CellOf>
void count_each(std::uint32_t* const counts, const std::uint8_t* const code, const std::size_t n, CellOf cell_of) noexcept {
    std::size_t i = 0;
    for (; i + 4 <= n; i += 4) {
        const std::size_t a = cell_of(i) * stride + code[i], b = cell_of(i + 1) * stride + code[i + 1],
                          c = cell_of(i + 2) * stride + code[i + 2], d = cell_of(i + 3) * stride + code[i + 3];
        ++counts[a];
        ++counts[b];
        ++counts[c];
        ++counts[d];
    }
    for (; i < n; ++i) ++counts[cell_of(i) * stride + code[i]];
}

}  // namespace

void Cells::count(std::span<const std::uint32_t> cells, std::span<const std::uint8_t> row_codes) noexcept {
    const std::uint32_t* const cell = cells.data();
    count_each(counts_.data(), row_codes.data(), row_codes.size(), [cell](std::size_t i) -> std::size_t { return cell[i]; });
}

void Cells::count(const std::uint32_t* const cell_of, std::span<const std::uint32_t> values,
                  std::span<const std::uint8_t> row_codes) noexcept {
    const std::uint32_t* const value = values.data();
    count_each(counts_.data(), row_codes.data(), row_codes.size(),
               [cell_of, value](std::size_t i) -> std::size_t { return cell_of[value[i]]; });
}

}  // namespace cchc::stats
