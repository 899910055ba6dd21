// The table behind Dictionary: open addressing over 64-bit hashes, texts in one arena.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "cchc/dossier.hpp"

namespace cchc {

// A 64-bit hash of a short text. Folding the 128-bit product keeps the last letters of long keys in play.
inline std::uint64_t hash_text(std::string_view t) noexcept {
    __extension__ using wide = unsigned __int128;
    const auto mix = [](std::uint64_t a, std::uint64_t b) noexcept {
        const wide product = static_cast<wide>(a) * b;
        return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
    };
    const auto load = [](const char* p, std::size_t n) noexcept {
        std::uint64_t word = 0;
        std::memcpy(&word, p, n);
        return word;
    };
    std::uint64_t h = 0x9E3779B97F4A7C15U ^ t.size();
    const char* p = t.data();
    std::size_t n = t.size();
    for (; n > 16; p += 16, n -= 16) h = mix(load(p, 8) ^ 0xA0761D6478BD642FU, load(p + 8, 8) ^ h);
    std::uint64_t a = 0, b = 0;
    if (n >= 8) {
        a = load(p, 8);
        b = load(p + n - 8, 8);
    } else if (n >= 4) {
        a = load(p, 4);
        b = load(p + n - 4, 4);
    } else if (n > 0) {
        a = static_cast<unsigned char>(p[0]) | static_cast<std::uint64_t>(static_cast<unsigned char>(p[n / 2])) << 8 |
            static_cast<std::uint64_t>(static_cast<unsigned char>(p[n - 1])) << 16;
    }
    return mix(a ^ 0xE7037ED1A0B428DBU, b ^ h);
}

// Equality of short texts of the same length, without a call.
inline bool same_text(std::string_view a, std::string_view b) noexcept {
    if (a.size() != b.size()) return false;
    const std::size_t n = a.size();
    std::uint64_t x = 0, y = 0;
    if (n < 8) {
        for (std::size_t i = 0; i < n; ++i)
            if (a[i] != b[i]) return false;
        return true;
    }
    for (std::size_t i = 0; i + 8 < n; i += 8) {
        std::memcpy(&x, a.data() + i, 8);
        std::memcpy(&y, b.data() + i, 8);
        if (x != y) return false;
    }
    std::memcpy(&x, a.data() + n - 8, 8);
    std::memcpy(&y, b.data() + n - 8, 8);
    return x == y;
}

struct Dictionary::Table {
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t code = 0;
        std::uint32_t used = 0;
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

    // The slot of `text`, or the free slot where it belongs.
    const Slot& probe(std::string_view text, std::uint64_t hash) const noexcept {
        const std::size_t mask = slots.size() - 1;
        for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
            const Slot& slot = slots[i];
            if (slot.used == 0 || (slot.hash == hash && same_text(texts[slot.code], text))) return slot;
        }
    }
    // Asks the processor for the memory that probe() will look at.
    void prefetch(std::uint64_t hash) const noexcept { __builtin_prefetch(&slots[hash & (slots.size() - 1)]); }
    std::uint32_t add(std::string_view text, std::uint64_t hash);

private:
    std::string_view keep(std::string_view text);
    void grow();
};

}  // namespace cchc
