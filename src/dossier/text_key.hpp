// Short texts as keys of hash tables: a hash, the length, and the first sixteen bytes, which are all of most texts.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace cchc {

struct TextKey {
    std::uint64_t hash = 0;
    std::uint64_t first = 0;   // bytes 0 to 7, zeros behind the end
    std::uint64_t second = 0;  // bytes 8 to 15
    std::size_t size = 0;
};

namespace text_key {

inline constexpr std::size_t head = 16;  // bytes that a key holds

inline std::uint64_t load(const char* p) noexcept {
    std::uint64_t word = 0;
    std::memcpy(&word, p, sizeof word);
    return word;
}

// Folding the 128-bit product keeps the last letters of long texts in play.
inline std::uint64_t mix(std::uint64_t a, std::uint64_t b) noexcept {
    __extension__ using wide = unsigned __int128;
    const wide product = static_cast<wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

// The hash of a text from its first sixteen bytes and the rest of it.
inline std::uint64_t hash(std::uint64_t first, std::uint64_t second, std::string_view t) noexcept {
    std::uint64_t h = mix(first ^ 0xE7037ED1A0B428DBU, second ^ 0x9E3779B97F4A7C15U ^ t.size());
    if (t.size() <= head) return h;
    const auto fold = [&h](const char* p) { h = mix(load(p) ^ 0xA0761D6478BD642FU, load(p + 8) ^ h); };
    for (std::size_t i = head; i + head < t.size(); i += head) fold(t.data() + i);
    fold(t.data() + t.size() - head);
    return h;
}

// 0xFF for each byte of the first n, of sixteen.
inline constexpr auto masks = [] {
    std::array<std::array<unsigned char, head>, head + 1> all{};
    for (std::size_t n = 0; n <= head; ++n)
        for (std::size_t i = 0; i < n; ++i) all[n][i] = 0xFF;
    return all;
}();

}  // namespace text_key

// The first sixteen bytes of a text behind which memory may be read, up to text_key::head bytes from its beginning.
struct TextHead {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
};
inline TextHead head_with_margin(std::string_view t) noexcept {
    const std::size_t n = t.size() < text_key::head ? t.size() : text_key::head;
    std::array<std::uint64_t, 2> mask;
    std::memcpy(mask.data(), text_key::masks[n].data(), sizeof mask);
    return {text_key::load(t.data()) & mask[0], text_key::load(t.data() + 8) & mask[1]};
}

// The key of a text behind which memory may be read, up to text_key::head bytes from its beginning.
inline TextKey key_with_margin(std::string_view t) noexcept {
    const auto [first, second] = head_with_margin(t);
    return {text_key::hash(first, second, t), first, second, t.size()};
}

// The same of any text.
inline TextHead head_of(std::string_view t) noexcept {
    if (t.size() >= text_key::head) return head_with_margin(t);
    std::array<char, text_key::head> padded{};
    if (!t.empty()) std::memcpy(padded.data(), t.data(), t.size());
    return head_with_margin({padded.data(), t.size()});
}
inline TextKey key_of(std::string_view t) noexcept {
    const auto [first, second] = head_of(t);
    return {text_key::hash(first, second, t), first, second, t.size()};
}

}  // namespace cchc
