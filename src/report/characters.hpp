// What the characters of a text are to someone who lays it out.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/utf8_decode.hpp"

namespace cchc::report {

inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";  // U+FFFD, where something cannot be shown

// New line, vertical tab, form feed, return, next line, line and paragraph separator.
constexpr bool is_line_break(char32_t c) noexcept {
    return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// The bytes of the line break at byte i, 0 if there is none; return and new line are one.
inline std::size_t line_break_at(std::string_view t, std::size_t i) noexcept {
    const text::Decoded d = text::decode(t, i);
    if (d.length == 0 || !is_line_break(d.code)) return 0;
    return d.code == '\r' && i + 1 < t.size() && t[i + 1] == '\n' ? 2 : d.length;
}

// Not tab and not line breaks; with the two that XML cannot hold.
constexpr bool is_control(char32_t c) noexcept {
    return (c < 0x20 && c != '\t' && !is_line_break(c)) || (c >= 0x7F && c < 0xA0 && c != 0x85) || c == 0xFFFE ||
           c == 0xFFFF;
}

// Tab and the blanks of Unicode (category Zs).
constexpr bool is_blank(char32_t c) noexcept {
    return c == ' ' || c == '\t' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F ||
           c == 0x3000;
}

// Marks that turn the direction of what follows, beyond the text that holds them.
constexpr bool turns_direction(char32_t c) noexcept { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

// Columns of a terminal: combining marks and joiners 0, East Asian wide characters 2, all others 1.
int columns_of(char32_t c) noexcept;

}  // namespace cchc::report
