#include "wrap.hpp"

#include <algorithm>

#include "utf8.hpp"

namespace tool {
namespace {

std::vector<std::string_view> words_of(std::string_view text) {
    constexpr std::string_view blanks = " \t\n";
    std::vector<std::string_view> words;
    while (true) {
        const std::size_t from = text.find_first_not_of(blanks);
        if (from == std::string_view::npos) return words;
        const std::size_t to = std::min(text.find_first_of(blanks, from), text.size());
        words.push_back(text.substr(from, to - from));
        text.remove_prefix(to);
    }
}

// The bytes of the longest beginning of `word` that is at most `width` wide, marks included.
std::size_t bytes_within(std::string_view word, std::size_t width) {
    std::size_t fits = 0;
    for (std::size_t end = 1; end <= word.size(); ++end) {
        const bool inside = end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U;
        if (inside) continue;
        if (display_width(word.substr(0, end)) > width) break;
        fits = end;
    }
    return std::max<std::size_t>(fits, 1);
}

}  // namespace

std::string padded(std::string_view text, std::size_t width, Align align) {
    const std::size_t used = display_width(text);
    const std::size_t blanks = used < width ? width - used : 0;
    const std::size_t before = align == Align::left ? 0 : align == Align::right ? blanks : blanks / 2;
    return std::string(before, ' ') + std::string(text) + std::string(blanks - before, ' ');
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    const std::string indent(std::min(text.find_first_not_of(' '), width / 2), ' ');
    const std::size_t room = std::max<std::size_t>(width - indent.size(), 1);
    std::vector<std::string> lines(1);
    for (std::string_view word : words_of(text)) {
        if (!lines.back().empty()) {
            if (display_width(lines.back()) + 1 + display_width(word) <= room) {
                lines.back() += ' ';
                lines.back() += word;
                continue;
            }
            lines.emplace_back();
        }
        while (display_width(word) > room) {
            const std::size_t cut = bytes_within(word, room);
            lines.back() = word.substr(0, cut);
            word.remove_prefix(cut);
            lines.emplace_back();
        }
        lines.back() = word;
    }
    for (std::string& line : lines) line.insert(0, indent);
    return lines;
}

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    for (const std::string_view word : words_of(text)) longest = std::max(longest, display_width(word));
    return longest;
}

}  // namespace tool
