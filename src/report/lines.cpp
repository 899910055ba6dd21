#include "report/lines.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "report/characters.hpp"

namespace cchc::report {
namespace {

struct CodeRange {
    char32_t from, to;
};

// Combining marks of the scripts that meet here, joiners, variation selectors.
constexpr std::array<CodeRange, 13> no_columns = {{{0x300, 0x36F},
                                                   {0x483, 0x489},
                                                   {0x591, 0x5BD},
                                                   {0x610, 0x61A},
                                                   {0x64B, 0x65F},
                                                   {0x1AB0, 0x1AFF},
                                                   {0x1DC0, 0x1DFF},
                                                   {0x200B, 0x200F},
                                                   {0x2060, 0x2064},
                                                   {0x20D0, 0x20F0},
                                                   {0xFE00, 0xFE0F},
                                                   {0xFE20, 0xFE2F},
                                                   {0xFEFF, 0xFEFF}}};
constexpr std::array<CodeRange, 9> two_columns = {{{0x1100, 0x115F},
                                                   {0x2E80, 0xA4CF},
                                                   {0xAC00, 0xD7A3},
                                                   {0xF900, 0xFAFF},
                                                   {0xFE30, 0xFE6F},
                                                   {0xFF00, 0xFF60},
                                                   {0xFFE0, 0xFFE6},
                                                   {0x1F300, 0x1FAFF},
                                                   {0x20000, 0x3FFFD}}};

template <std::size_t N>
bool is_in(char32_t c, const std::array<CodeRange, N>& ranges) noexcept {
    return std::any_of(ranges.begin(), ranges.end(), [c](const CodeRange& r) { return c >= r.from && c <= r.to; });
}

// The lines that the text itself has, without what a terminal would obey: codes, and marks that turn the direction.
std::vector<std::string> own_lines(std::string_view t) {
    std::vector<std::string> lines(1);
    for (std::size_t i = 0; i < t.size();) {
        if (const std::size_t length = line_break_at(t, i); length > 0) {
            lines.emplace_back();
            i += length;
            continue;
        }
        const text::Decoded d = text::decode(t, i);
        const std::size_t length = std::max<std::size_t>(1, d.length);
        if (d.length == 0 || is_control(d.code)) {
            lines.back().append(replacement_character);
        } else if (d.code == '\t') {
            lines.back() += ' ';
        } else if (!turns_direction(d.code)) {
            lines.back().append(t.substr(i, length));
        }
        i += length;
    }
    return lines;
}

// The bytes from the beginning of a word that fit `width` columns, one character at least, with their combining marks.
std::size_t fitting(std::string_view word, int width) noexcept {
    int columns = 0;
    std::size_t i = 0;
    while (i < word.size()) {
        const text::Decoded d = text::decode(word, i);
        columns += columns_of(d.code);
        if (columns > width && i > 0) break;
        i += std::max<std::size_t>(1, d.length);
    }
    return i;
}

class Filler {
public:
    Filler(std::vector<std::string>& out, int width) : out_(out), width_(width) { out_.emplace_back(); }

    void add(std::string_view word) {
        const int columns = report::columns_of(word);
        if (used_ > 0 && used_ + 1 + columns > width_) next();
        if (used_ > 0) append(" ", 1);
        while (width_ - used_ < report::columns_of(word)) {
            const std::size_t part = fitting(word, width_);
            append(word.substr(0, part), width_);
            word.remove_prefix(part);
            next();
        }
        append(word, report::columns_of(word));
    }

private:
    void append(std::string_view text, int columns) {
        out_.back().append(text);
        used_ += columns;
    }
    void next() {
        out_.emplace_back();
        used_ = 0;
    }

    std::vector<std::string>& out_;
    int width_;
    int used_ = 0;
};

template <class F>
void for_each_word(std::string_view line, F&& take) {
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t end = std::min(line.find(' ', at), line.size());
        if (end > at) take(line.substr(at, end - at));
        at = end + 1;
    }
}

}  // namespace

int columns_of(char32_t c) noexcept {
    if (c < 0x300) return 1;
    if (is_in(c, no_columns)) return 0;
    return is_in(c, two_columns) ? 2 : 1;
}

int columns_of(std::string_view t) noexcept {
    int columns = 0;
    for (std::size_t i = 0; i < t.size();) {
        const text::Decoded d = text::decode(t, i);
        columns += columns_of(d.code);
        i += std::max<std::size_t>(1, d.length);
    }
    return columns;
}

std::vector<std::string> wrapped(std::string_view t, int width) {
    std::vector<std::string> out;
    for (std::string& line : own_lines(t)) {
        line.erase(line.find_last_not_of(' ') + 1);
        if (columns_of(line) <= width) {
            out.push_back(std::move(line));  // with its blanks as they are
            continue;
        }
        Filler filler(out, width);
        for_each_word(line, [&](std::string_view word) { filler.add(word); });
    }
    return out;
}

Extent extent_of(std::string_view t) {
    Extent extent;
    for (const std::string& line : own_lines(t)) {
        extent.line = std::max(extent.line, columns_of(line));
        for_each_word(line, [&](std::string_view word) { extent.word = std::max(extent.word, columns_of(word)); });
    }
    return extent;
}

std::string padded(std::string_view text, int width, Align align) {
    const auto spare = static_cast<std::size_t>(std::max(0, width - columns_of(text)));
    const std::size_t before = align == Align::left ? 0 : align == Align::right ? spare : spare / 2;
    std::string out(before, ' ');
    return out.append(text).append(spare - before, ' ');
}

}  // namespace cchc::report
