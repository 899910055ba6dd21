// Codes that repeat: a text is looked up in the mapping once, and after that in a small table.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "dossier/dictionary.hpp"

namespace cchc::csv {

template <class E>
class CodeTable {
public:
    // The value of a text that is not empty: what find(text) says, an optional E.
    template <class Find>
    std::optional<E> operator()(std::string_view text, Find find) {
        Entry& entry = entries_[hash_text(text) >> 58];
        if (same_text(entry.text, text)) [[likely]]
            return entry.value;
        const std::optional<E> value = find(text);
        // Unknown texts are not kept: a file may have as many of them as rows.
        if (value && text.size() <= longest) entry = {std::string(text), *value};
        return value;
    }

private:
    static constexpr std::size_t longest = 64;
    struct Entry {
        std::string text;
        E value{};
    };
    std::array<Entry, 64> entries_;
};

}  // namespace cchc::csv
