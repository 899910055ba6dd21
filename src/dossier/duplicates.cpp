#include "dossier/duplicates.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace cchc::csv {
namespace {

constexpr std::size_t ids_per_word = 8;  // of the filter: 8 bits for each id, of which three are set

// The first rows of a few hashes among many. One bit tells of nearly every other hash that it is none of them.
class FirstRows {
public:
    explicit FirstRows(std::size_t hashes) : slots_(std::bit_ceil(2 * hashes + 2)), bits_(slots_.size() / 8 + 1) {}

    void want(std::uint64_t hash) noexcept {
        slots_[place(hash)] = {hash, 0};
        bits_[bit(hash) / 64] |= std::uint64_t{1} << bit(hash) % 64;
    }
    void see(std::uint64_t hash, std::uint64_t row) noexcept {
        if ((bits_[bit(hash) / 64] >> bit(hash) % 64 & 1) == 0) return;
        Slot& slot = slots_[place(hash)];
        if (slot.hash == hash && slot.row == 0) slot.row = row;
    }
    std::uint64_t row(std::uint64_t hash) const noexcept { return slots_[place(hash)].row; }

private:
    struct Slot {
        std::uint64_t hash = 0;  // 0: free
        std::uint64_t row = 0;
    };
    std::size_t place(std::uint64_t hash) const noexcept {
        const std::size_t mask = slots_.size() - 1;
        std::size_t i = hash >> 20 & mask;
        while (slots_[i].hash != 0 && slots_[i].hash != hash) i = (i + 1) & mask;
        return i;
    }
    std::size_t bit(std::uint64_t hash) const noexcept { return hash & (8 * slots_.size() - 1); }
    std::vector<Slot> slots_;
    std::vector<std::uint64_t> bits_;  // eight for each slot
};

}  // namespace

DuplicateWindow::DuplicateWindow(std::size_t rows, Sink sink) : rows_(rows), sink_(std::move(sink)) {}

void DuplicateWindow::Generation::make_room(std::size_t more) {
    const std::size_t words = std::bit_ceil((hashes.size() + more) / ids_per_word + 1);
    if (words <= filter.size()) return;
    filter.assign(2 * words, 0);
    for (const std::uint64_t hash : hashes) filter[hash & (filter.size() - 1)] |= bits(hash);
}

void DuplicateWindow::suspect(std::uint64_t hash, std::uint64_t row, std::uint64_t line, std::string_view id) {
    suspect_ids_ += id;
    suspects_.push_back({hash, row, line, suspect_ids_.size()});
}

void DuplicateWindow::resolve() {
    if (suspects_.empty()) return;
    FirstRows first(suspects_.size());
    for (const Suspect& s : suspects_) first.want(s.hash);
    for (const Generation* g : {&previous_, &current_})
        for (std::size_t i = 0; i < g->hashes.size(); ++i) first.see(g->hashes[i], g->first_row + i);
    std::size_t id = 0;
    for (const Suspect& s : suspects_) {
        const std::size_t from = std::exchange(id, s.id_end);
        if (const std::uint64_t row = first.row(s.hash); row != s.row)
            sink_({s.row, s.line, row, suspect_ids_.substr(from, s.id_end - from)});
    }
    suspects_.clear();
    suspect_ids_.clear();
}

void DuplicateWindow::settle() {
    resolve();
    if (current_.hashes.size() < rows_) return;
    // The older half is forgotten; what it held can no longer be found.
    if (!previous_.hashes.empty()) complete_ = false;
    std::swap(previous_, current_);
    current_.hashes.clear();
    std::fill(current_.filter.begin(), current_.filter.end(), std::uint64_t{0});
    current_.first_row = row_ + 1;
}

}  // namespace cchc::csv
