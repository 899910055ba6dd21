#include "base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "base/utf8_decode.hpp"

namespace cchc::text {
namespace {

constexpr bool is_tail(unsigned char c) noexcept { return (c & 0xC0U) == 0x80U; }

// The base letters of the Latin characters that Vietnamese uses: U+00C0..U+01B0 in part, U+1EA0..U+1EF9.
char base_letter(char32_t c) noexcept {
    struct Range {
        char32_t from, to;
        char letter;
    };
    static constexpr std::array<Range, 26> ranges = {{
        {0xC0, 0xC3, 'a'},     {0xC8, 0xCA, 'e'},     {0xCC, 0xCD, 'i'},     {0xD2, 0xD5, 'o'},     {0xD9, 0xDA, 'u'},
        {0xDD, 0xDD, 'y'},     {0xE0, 0xE3, 'a'},     {0xE8, 0xEA, 'e'},     {0xEC, 0xED, 'i'},     {0xF2, 0xF5, 'o'},
        {0xF9, 0xFA, 'u'},     {0xFD, 0xFD, 'y'},     {0x102, 0x103, 'a'},   {0x110, 0x111, 'd'},   {0x128, 0x129, 'i'},
        {0x168, 0x169, 'u'},   {0x1A0, 0x1A1, 'o'},   {0x1AF, 0x1B0, 'u'},   {0x1EA0, 0x1EB7, 'a'}, {0x1EB8, 0x1EC7, 'e'},
        {0x1EC8, 0x1ECB, 'i'}, {0x1ECC, 0x1EE3, 'o'}, {0x1EE4, 0x1EF1, 'u'}, {0x1EF2, 0x1EF9, 'y'}, {0xD0, 0xD0, 'd'},
        {0xF0, 0xF0, 'd'},
    }};
    const auto* hit = std::find_if(ranges.begin(), ranges.end(), [c](const Range& r) { return c >= r.from && c <= r.to; });
    return hit == ranges.end() ? '\0' : hit->letter;
}

bool is_dropped(char32_t c) noexcept {
    return c == ' ' || c == '_' || c == '-' || c == '.' || c == ':' || c == '"' || c == '\'' || c == '\t' || c == '*' ||
           c == 0xA0 || c == 0xFEFF || (c >= 0x300 && c <= 0x36F);
}

}  // namespace

Decoded decode(std::string_view t, std::size_t i) noexcept {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(t[i + k]); };
    const unsigned char c = byte(0);
    if (c < 0x80) return {c, 1};
    const std::size_t length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
    if (c < 0xC2 || c > 0xF4 || i + length > t.size()) return {};
    char32_t code = c & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) {
        if (!is_tail(byte(k))) return {};
        code = (code << 6) | (byte(k) & 0x3FU);
    }
    constexpr std::array<char32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
    if (code < least[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
    return {code, length};
}

std::size_t find_invalid_utf8(std::string_view t) noexcept {
    std::size_t i = 0;
    while (i < t.size()) {
        if (i + 8 <= t.size()) {
            std::uint64_t word = 0;
            std::memcpy(&word, t.data() + i, 8);
            if ((word & 0x8080808080808080U) == 0) {
                i += 8;
                continue;
            }
        }
        const Decoded d = decode(t, i);
        if (d.length == 0) return i;
        i += d.length;
    }
    return std::string_view::npos;
}

std::string excerpt(std::string_view t, std::size_t max_bytes) {
    std::string out;
    std::size_t i = 0;
    while (i < t.size()) {
        const Decoded d = decode(t, i);
        const std::size_t length = d.length == 0 ? 1 : d.length;
        if (out.size() + length > max_bytes) return out + "…";
        const bool control = d.code < 0x20 || d.code == 0x7F;
        if (d.length == 0 || control) {
            out += d.length == 0 ? '?' : ' ';
        } else {
            out.append(t.substr(i, length));
        }
        i += length;
    }
    return out;
}

std::string fold(std::string_view t) {
    std::string out;
    for (std::size_t i = 0; i < t.size();) {
        const Decoded d = decode(t, i);
        if (d.length == 0) {
            out += t[i++];
            continue;
        }
        if (d.code >= 'A' && d.code <= 'Z') {
            out += static_cast<char>(d.code - 'A' + 'a');
        } else if (const char letter = base_letter(d.code); letter != '\0') {
            out += letter;
        } else if (!is_dropped(d.code)) {
            out.append(t.substr(i, d.length));
        }
        i += d.length;
    }
    return out;
}

}  // namespace cchc::text
