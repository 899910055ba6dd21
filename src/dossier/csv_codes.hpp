// Codes that repeat: a text is looked up in the mapping once, and after that in a small table.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "dossier/text_key.hpp"

namespace cchc::csv {

template <class E>
class CodeTable {
public:
    // Sets `value` to that of a text that is not empty: what find(text) says, an optional E. False for an unknown text.
    template <class Find>
    bool operator()(std::string_view text, const TextHead& head, Find find, E& value) {
        const std::uint64_t mixed = (head.first ^ (head.second << 29 | head.second >> 35)) * 0x9E3779B97F4A7C15U;
        Entry& entry = entries_[mixed >> 58];
        if (entry.first == head.first && entry.second == head.second && entry.size == text.size()) [[likely]] {
            value = entry.value;
            return true;
        }
        const std::optional<E> found = find(text);
        if (!found) return false;  // and not kept: a file may have as many unknown texts as rows
        value = *found;
        // Nor are texts kept that are longer than what is compared.
        if (text.size() <= text_key::head) entry = {head.first, head.second, static_cast<std::uint32_t>(text.size()), value};
        return true;
    }

private:
    struct Entry {
        std::uint64_t first = 0;
        std::uint64_t second = 0;
        std::uint32_t size = 0;  // 0: nothing is here
        E value{};
    };
    std::array<Entry, 64> entries_;
};

}  // namespace cchc::csv
