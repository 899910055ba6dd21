#include "dossier/duplicates.hpp"

#include <algorithm>
#include <utility>

namespace cchc::csv {
namespace {

constexpr std::size_t first_slots = 1024;

}  // namespace

DuplicateWindow::Slot* DuplicateWindow::find(Table& table, std::uint64_t hash) noexcept {
    const std::size_t mask = table.slots.size() - 1;
    std::size_t i = hash & mask;
    while (table.slots[i].row != 0 && table.slots[i].hash != hash) i = (i + 1) & mask;
    return &table.slots[i];
}

void DuplicateWindow::grow(Table& table) {
    Table larger;
    larger.slots.resize(std::max(first_slots, 2 * table.slots.size()));
    for (const Slot& slot : table.slots)
        if (slot.row != 0) *find(larger, slot.hash) = slot;
    table.slots.swap(larger.slots);
}

std::optional<std::uint64_t> DuplicateWindow::note(std::uint64_t hash, std::uint64_t row) {
    if (rows_ == 0) return std::nullopt;
    if (current_.used >= rows_) {
        // The older half is forgotten; what it held can no longer be found.
        if (previous_.used != 0) complete_ = false;
        std::swap(previous_, current_);
        std::fill(current_.slots.begin(), current_.slots.end(), Slot{});
        current_.used = 0;
    }
    if (2 * (current_.used + 1) > current_.slots.size()) grow(current_);
    Slot* slot = find(current_, hash);
    if (slot->row != 0) return slot->row;
    std::optional<std::uint64_t> before;
    if (previous_.used != 0)
        if (const Slot* old = find(previous_, hash); old->row != 0) before = old->row;
    *slot = {hash, before.value_or(row)};
    ++current_.used;
    return before;
}

void DuplicateWindow::prefetch(std::uint64_t hash) const noexcept {
    for (const Table* table : {&current_, &previous_})
        if (!table->slots.empty()) __builtin_prefetch(&table->slots[hash & (table->slots.size() - 1)]);
}

}  // namespace cchc::csv
