// Small pieces of text reading that several rooms need.
#pragma once

#include <cstddef>
#include <string_view>

namespace cchc::text {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// The number written by `count` digits at `start`; -1 when one is no digit or the text ends before.
constexpr int digits(std::string_view t, std::size_t start, std::size_t count) noexcept {
    if (t.size() < start + count) return -1;
    int value = 0;
    for (std::size_t i = start; i < start + count; ++i) {
        if (!is_digit(t[i])) return -1;
        value = value * 10 + (t[i] - '0');
    }
    return value;
}

constexpr std::string_view trim(std::string_view t) noexcept {
    while (!t.empty() && (t.front() == ' ' || t.front() == '\t' || t.front() == '\r' || t.front() == '\n'))
        t.remove_prefix(1);
    while (!t.empty() && (t.back() == ' ' || t.back() == '\t' || t.back() == '\r' || t.back() == '\n')) t.remove_suffix(1);
    return t;
}

}  // namespace cchc::text
