// The table behind Dictionary: open addressing over 64-bit hashes, texts in one arena.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "cchc/dossier.hpp"
#include "dossier/text_key.hpp"

namespace cchc {

struct Dictionary::Table {
    // Half a cache line, with all that most look-ups compare.
    struct Slot {
        std::uint64_t first = 0;
        std::uint64_t second = 0;
        std::uint32_t size = 0;
        std::uint32_t hash = 0;
        std::uint32_t code_after = 0;  // the code plus one; 0: free
    };

    std::vector<Slot> slots;
    std::vector<std::string_view> texts;         // into the arena
    std::vector<std::unique_ptr<char[]>> arena;  // blocks that never move
    std::size_t left = 0;                        // free bytes at the end of the last block
    std::uint64_t serial;                        // no other table of this process has the same; never 0

    Table();
    Table(const Table& other);
    Table& operator=(const Table&) = delete;
    ~Table() = default;

    // The slot of `text`, or the free slot where it belongs. (A free slot looks like the empty text, which always stands
    // before any free one.)
    const Slot& probe(std::string_view text, const TextKey& key) const noexcept {
        const std::size_t mask = slots.size() - 1;
        for (std::size_t i = key.hash & mask;; i = (i + 1) & mask) {
            const Slot& slot = slots[i];
            if (slot.first == key.first && slot.second == key.second && slot.size == key.size && same_rest(slot, text, key))
                [[likely]]
                return slot;
            if (slot.code_after == 0) return slot;
        }
    }
    // Asks the processor for the memory that probe() will look at.
    void prefetch(const TextKey& key) const noexcept { __builtin_prefetch(&slots[key.hash & (slots.size() - 1)]); }
    std::uint32_t add(std::string_view text, const TextKey& key);

private:
    bool same_rest(const Slot& slot, std::string_view text, const TextKey& key) const noexcept {
        if (key.size <= text_key::head) return true;
        return slot.hash == static_cast<std::uint32_t>(key.hash >> 32) && same_bytes(texts[slot.code_after - 1], text);
    }
    // Of texts of one length, longer than a key's head, which is the same.
    static bool same_bytes(std::string_view a, std::string_view b) noexcept {
        using text_key::load;
        std::uint64_t differ = load(a.data() + a.size() - 8) ^ load(b.data() + b.size() - 8);
        for (std::size_t i = text_key::head; i + 8 < a.size(); i += 8) differ |= load(a.data() + i) ^ load(b.data() + i);
        return differ == 0;
    }
    void put(const TextKey& key, std::uint32_t code) noexcept;
    std::string_view keep(std::string_view text);
    void grow();
};

}  // namespace cchc
