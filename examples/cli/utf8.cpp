#include "utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tool {
namespace {

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 1;  // bytes
    bool valid = false;
};

// The code point at the start of `text`, which is not empty. Refuses overlong forms, surrogates and values past U+10FFFF.
CodePoint first(std::string_view text) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1, true};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {};
    auto value = static_cast<char32_t>(lead & (0x7FU >> length));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return {};
        value = (value << 6U) | (byte(i) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    if (value < smallest[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
    return {value, length, true};
}

bool is_control(char32_t c) noexcept { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool has_no_width(char32_t c) noexcept {
    struct Range {
        char32_t from, to;
    };
    constexpr std::array<Range, 8> ranges{{{0x0300, 0x036F},
                                           {0x1AB0, 0x1AFF},
                                           {0x1DC0, 0x1DFF},
                                           {0x200B, 0x200F},
                                           {0x2060, 0x2064},
                                           {0x20D0, 0x20FF},
                                           {0xFE20, 0xFE2F},
                                           {0xFEFF, 0xFEFF}}};
    return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return c >= r.from && c <= r.to; });
}

}  // namespace

bool is_utf8(std::string_view text) noexcept {
    while (!text.empty()) {
        const CodePoint c = first(text);
        if (!c.valid) return false;
        text.remove_prefix(c.length);
    }
    return true;
}

std::size_t display_width(std::string_view text) noexcept {
    std::size_t width = 0;
    while (!text.empty()) {
        const CodePoint c = first(text);
        if (!c.valid || !has_no_width(c.value)) ++width;
        text.remove_prefix(c.length);
    }
    return width;
}

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const CodePoint c = first(text);
        const bool keep = c.valid && (!is_control(c.value) || c.value == '\n' || c.value == '\t');
        out += keep ? text.substr(0, c.length) : std::string_view("\xEF\xBF\xBD");
        text.remove_prefix(c.length);
    }
    return out;
}

}  // namespace tool
