// Whole numbers of 64 and 128 bits, for exact fractions.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace cchc::exact {

__extension__ typedef __int128 Wide;

// What a small Number holds in either part: every such number has its negative there too.
constexpr bool is_small(Wide value) noexcept {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    return value >= -most && value <= most;
}

constexpr std::uint64_t magnitude(std::int64_t value) noexcept {
    const auto bits = static_cast<std::uint64_t>(value);
    return value < 0 ? 0 - bits : bits;
}

// The greatest common divisor; gcd(0, b) is b. One division brings both to the size of the smaller, which most often is 1 or
// a power of ten; then without divisions.
constexpr std::uint64_t gcd(std::uint64_t a, std::uint64_t b) noexcept {
    if (a < b) {
        const std::uint64_t more = b;
        b = a;
        a = more;
    }
    if (b <= 1) return b == 0 ? a : 1;
    a %= b;
    if (a <= 1) return a == 0 ? b : 1;
    const int twos = std::countr_zero(a | b);
    a >>= std::countr_zero(a);
    b >>= std::countr_zero(b);
    while (a != b) {
        const std::uint64_t less = a < b ? a : b;
        const std::uint64_t apart = a < b ? b - a : a - b;
        a = apart >> std::countr_zero(apart);
        b = less;
    }
    return a << twos;
}

// Quotient and remainder toward 0. A division of 128 bits is a call, which most values do not need.
constexpr Wide quotient(Wide value, std::int64_t by) noexcept {
    return is_small(value) ? Wide{static_cast<std::int64_t>(value) / by} : value / by;
}
constexpr std::int64_t remainder(Wide value, std::int64_t by) noexcept {
    return is_small(value) ? static_cast<std::int64_t>(value) % by : static_cast<std::int64_t>(value % by);
}

inline constexpr int max_tens = 18;  // 10^18 is the largest power of ten in 64 bits

constexpr std::int64_t ten_to(int power) noexcept {  // 0..max_tens
    std::int64_t value = 1;
    for (int i = 0; i < power; ++i) value *= 10;
    return value;
}

}  // namespace cchc::exact
