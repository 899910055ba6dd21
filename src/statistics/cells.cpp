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
            return static_cast<int>(m.problem == Problem::none ? ExampleKind::left_out : ExampleKind::not_judged);
        default: return -1;
    }
}

void add_example(Examples& examples, std::uint32_t cell, std::uint8_t kind, std::string_view id) {
    auto& ids = examples[{cell, kind}];
    if (ids.size() == max_examples && id >= *ids.rbegin()) return;
    if (ids.find(id) != ids.end()) return;
    ids.emplace(id);
    if (ids.size() > max_examples) ids.erase(std::prev(ids.end()));
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

Cells::Cells(std::size_t dimensions) : dimensions_(dimensions), next_(dimensions > 1 ? dimensions - 1 : 0) { fit(); }

std::uint32_t Cells::size() const noexcept {
    if (dimensions_ == 0) return 1;
    return next_.empty() ? static_cast<std::uint32_t>(first_ids_.size()) : next_.back().size();
}

void Cells::fit() { counts_.resize(size() * stride, 0); }

std::uint32_t Cells::first(std::uint32_t id) {
    if (id >= first_.size()) first_.resize(std::max<std::size_t>(id + std::size_t{1}, 2 * first_.size()), 0);
    if (first_[id] == 0) {
        first_ids_.push_back(id);
        first_[id] = static_cast<std::uint32_t>(first_ids_.size());
    }
    return first_[id] - 1;
}

void Cells::find(std::span<const std::span<const std::uint32_t>> ids, std::span<std::uint32_t> out) {
    if (dimensions_ == 0) {
        std::fill(out.begin(), out.end(), 0U);
        return;
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::uint32_t id = ids[0][i];
        const std::uint32_t known = id < first_.size() ? first_[id] : 0;
        out[i] = known != 0 ? known - 1 : first(id);
    }
    for (std::size_t d = 1; d < dimensions_; ++d)
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = next_[d - 1].add(out[i], ids[d][i]);
    fit();
}

std::uint32_t Cells::find_one(std::span<const std::uint32_t> ids) {
    std::uint32_t number = 0;
    if (dimensions_ > 0) number = first(ids[0]);
    for (std::size_t d = 1; d < dimensions_; ++d) number = next_[d - 1].add(number, ids[d]);
    fit();
    return number;
}

std::vector<std::uint32_t> Cells::key(std::uint32_t cell) const {
    std::vector<std::uint32_t> ids(dimensions_);
    for (std::size_t d = dimensions_; d > 1; --d) {
        ids[d - 1] = next_[d - 2].id(cell);
        cell = next_[d - 2].parent(cell);
    }
    if (dimensions_ > 0) ids[0] = first_ids_[cell];
    return ids;
}

void Cells::count(std::span<const std::uint32_t> cells, std::span<const std::uint8_t> row_codes) noexcept {
    std::uint32_t* counts = counts_.data();
    for (std::size_t i = 0; i < cells.size(); ++i) ++counts[cells[i] * stride + row_codes[i]];
}

}  // namespace cchc::stats
