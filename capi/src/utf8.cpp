#include "utf8.hpp"

namespace cchc::capi {
namespace {

bool is_continuation(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

// Length of the character at the start of `text` (not empty), 0 if it is not valid. Unicode 15, table 3-7.
std::size_t character(std::string_view text) noexcept {
    const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const unsigned first = at(0);
    if (first < 0x80u) return 1;
    if (first < 0xC2u || first > 0xF4u) return 0;
    const std::size_t size = first < 0xE0u ? 2 : first < 0xF0u ? 3 : 4;
    const unsigned low = first == 0xE0u ? 0xA0u : first == 0xF0u ? 0x90u : 0x80u;
    const unsigned high = first == 0xEDu ? 0x9Fu : first == 0xF4u ? 0x8Fu : 0xBFu;
    if (at(1) < low || at(1) > high) return 0;
    for (std::size_t i = 2; i < size; ++i) {
        if (i >= text.size() || !is_continuation(text[i])) return 0;
    }
    return size;
}

}  // namespace

std::size_t utf8_valid_prefix(std::string_view text) noexcept {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t size = character(text.substr(at));
        if (size == 0) break;
        at += size;
    }
    return at;
}

std::size_t utf8_prefix(std::string_view text, std::size_t limit) noexcept {
    if (text.size() <= limit) return text.size();
    while (limit > 0 && is_continuation(text[limit])) --limit;
    return limit;
}

}  // namespace cchc::capi
