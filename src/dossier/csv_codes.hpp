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
    // The value of a text that is not empty: what find(text) says, an optional E.
    template <class Find>
    std::optional<E> operator()(std::string_view text, const TextKey& key, Find find) {
        Entry& entry = entries_[key.hash >> 58];
        if (entry.first == key.first && entry.second == key.second && entry.size == key.size) [[likely]]
            return entry.value;
        const std::optional<E> value = find(text);
        // Unknown texts are not kept, since a file may have as many of them as rows; nor are texts that a key does not hold.
        if (value && key.size <= text_key::head)
            entry = {key.first, key.second, static_cast<std::uint32_t>(key.size), *value};
        return value;
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
