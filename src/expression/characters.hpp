// Which characters an expression may hold where: DMN 1.5, 10.3.1.2, rules 28 (name start), 29 (name part), 61 and 62 (white
// space). Quotes, dashes and signs that word processors put are none of them, so they are refused, not taken for names.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

namespace cchc::feel {

struct Character {
    char32_t code = 0;
    std::size_t length = 1;  // bytes
};

// The character at a place of valid UTF-8.
inline Character character_at(std::string_view text, std::size_t at) noexcept {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[at + i])); };
    const char32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead < 0xE0) return {((lead & 0x1F) << 6) | (byte(1) & 0x3F), 2};
    if (lead < 0xF0) return {((lead & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
    return {((lead & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4};
}

inline void append_utf8(std::string& out, char32_t c) {
    const auto tail = [&](int shift) { out += static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        tail(0);
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

struct CodeRange {
    char32_t first, last;
};

template <std::size_t n>
constexpr bool is_within(char32_t c, const CodeRange (&ranges)[n]) noexcept {
    return std::any_of(std::begin(ranges), std::end(ranges), [c](CodeRange r) { return c >= r.first && c <= r.last; });
}

inline bool is_digit(char32_t c) noexcept { return c >= '0' && c <= '9'; }

inline bool is_blank(char32_t c) noexcept {
    constexpr CodeRange blanks[] = {{0x09, 0x0D},     {0x20, 0x20},     {0x85, 0x85},     {0xA0, 0xA0},
                                    {0x1680, 0x1680}, {0x180E, 0x180E}, {0x2000, 0x200B}, {0x2028, 0x2029},
                                    {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000}, {0xFEFF, 0xFEFF}};
    return c < 0x80 ? c == ' ' || (c >= 0x09 && c <= 0x0D) : is_within(c, blanks);
}

// Without "?", which is the value under a unary test.
inline bool starts_name(char32_t c) noexcept {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    constexpr CodeRange letters[] = {{0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x2FF},    {0x370, 0x37D},
                                     {0x37F, 0x1FFF},  {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},
                                     {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};
    return is_within(c, letters) && !is_blank(c);
}

inline bool continues_name(char32_t c) noexcept {
    constexpr CodeRange marks[] = {{0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}};
    return starts_name(c) || is_digit(c) || is_within(c, marks);
}

}  // namespace cchc::feel
