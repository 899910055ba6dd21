// Finding ids that stand twice, within a window of the last rows, so that memory stays bounded for files of any size.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace cchc::csv {

class DuplicateWindow {
public:
    explicit DuplicateWindow(std::size_t rows) : rows_(rows) {}

    // Notes the hash of an id (hash_text) of a row (1-based). The row on which it stood before, if that is at most `rows`
    // back. Ids are compared by 64-bit hash: two different ids in a window of a million are taken for one with a chance of
    // 3e-8.
    std::optional<std::uint64_t> note(std::uint64_t hash, std::uint64_t row);
    // Asks the processor for the memory that note() will need: the table is larger than its caches.
    void prefetch(std::uint64_t hash) const noexcept;
    bool complete() const noexcept { return complete_; }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint64_t row = 0;  // 0: free
    };
    struct Table {
        std::vector<Slot> slots;
        std::size_t used = 0;
    };
    static Slot* find(Table& table, std::uint64_t hash) noexcept;
    static void grow(Table& table);

    std::size_t rows_;
    Table current_;
    Table previous_;  // the window before: together they reach back at least `rows_`
    bool complete_ = true;
};

}  // namespace cchc::csv
