// Finding ids that stand twice, within a window of the last rows, so that memory stays bounded for files of any size.
//
// The hashes of the ids are kept in order, and beside them a filter of bits that knows for nearly every new id that it is
// new. The few ids that the filter cannot tell from known ones wait, and are looked for among the hashes together, in one
// pass.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cchc::csv {

class DuplicateWindow {
public:
    // An id that stood before; rows are 1-based. `first_row` is the earliest within the window.
    struct Duplicate {
        std::uint64_t row;
        std::uint64_t line;
        std::uint64_t first_row;
        std::string id;
    };
    using Sink = std::function<void(Duplicate&&)>;

    // `sink` receives the duplicates in order of their rows, not at once.
    DuplicateWindow(std::size_t rows, Sink sink);

    // Notes the ids of the next rows, which stand on lines from `line` on, by their hashes (TextKey; 0: no id); id(i) gives
    // the text of one of them. Two different ids in a window of a million are taken for one with a chance of 3e-8.
    template <class Id>
    void note(std::span<const std::uint64_t> hashes, std::uint64_t line, Id id) {
        for (std::size_t from = 0; from < hashes.size();) {
            // No further than the generation goes: where it ends must not depend on how rows come together.
            const std::size_t count = std::min(hashes.size() - from, rows_ - current_.hashes.size());
            note_some(hashes.subspan(from, count), line + from, [&id, from](std::size_t i) { return id(from + i); });
            from += count;
        }
    }
    // Asks the processor for the memory that note() will need.
    void prefetch(std::uint64_t hash) const noexcept {
        __builtin_prefetch(&current_.word(hash), 1);
        __builtin_prefetch(&previous_.word(hash));
    }
    // Tells the sink what is known so far.
    void resolve();
    // Whether no row was forgotten.
    bool complete() const noexcept { return complete_; }

private:
    static constexpr std::size_t max_suspects = 1u << 16;

    struct Generation {
        std::uint64_t first_row = 1;
        std::vector<std::uint64_t> hashes;                                   // of each row from first_row on; 0: no id
        std::vector<std::uint64_t> filter = std::vector<std::uint64_t>(64);  // a power of two of words

        const std::uint64_t& word(std::uint64_t hash) const noexcept { return filter[hash & (filter.size() - 1)]; }
        // Three bits of one word.
        static std::uint64_t bits(std::uint64_t hash) noexcept {
            return std::uint64_t{1} << (hash >> 46 & 63) | std::uint64_t{1} << (hash >> 52 & 63) |
                   std::uint64_t{1} << (hash >> 58);
        }
        // Makes the filter large enough for so many more.
        void make_room(std::size_t more);
    };
    struct Suspect {
        std::uint64_t hash;
        std::uint64_t row;
        std::uint64_t line;
        std::size_t id_end;  // in suspect_ids_
    };
    template <class Id>
    void note_some(std::span<const std::uint64_t> hashes, std::uint64_t line, Id id) {
        current_.make_room(hashes.size());
        std::uint64_t* const filter = current_.filter.data();
        const std::uint64_t mask = current_.filter.size() - 1;
        for (std::size_t i = 0; i < hashes.size(); ++i) {
            const std::uint64_t hash = hashes[i], bits = Generation::bits(hash), word = filter[hash & mask];
            const bool known = (word & bits) == bits || (previous_.word(hash) & bits) == bits;
            filter[hash & mask] = word | bits;
            if (known && hash != 0) [[unlikely]]
                suspect(hash, row_ + i + 1, line + i, id(i));
        }
        current_.hashes.insert(current_.hashes.end(), hashes.begin(), hashes.end());
        row_ += hashes.size();
        if (current_.hashes.size() >= rows_ || suspects_.size() >= max_suspects) [[unlikely]]
            settle();
    }
    void suspect(std::uint64_t hash, std::uint64_t row, std::uint64_t line, std::string_view id);
    void settle();

    std::size_t rows_;
    Sink sink_;
    std::uint64_t row_ = 0;
    Generation current_;
    Generation previous_;  // the window before: together they reach back at least `rows_`
    std::vector<Suspect> suspects_;
    std::string suspect_ids_;
    bool complete_ = true;
};

}  // namespace cchc::csv
