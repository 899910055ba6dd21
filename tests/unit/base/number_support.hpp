// Numbers of tests: random ones of every size, and what 128 bits say about them.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>

#include "cchc/number.hpp"
#include "test.hpp"

namespace cchc {

__extension__ typedef __int128 Int128;

// The exact value of "n/d" or "n".
inline Number exact(const std::string& text) {
    const auto n = Number::parse(text.find('/') == std::string::npos ? text + "/1" : text);
    INFO(text);
    REQUIRE(n);
    return *n;
}

inline std::string digits_of(Int128 value) {
    if (value < 0) return "-" + digits_of(-value);
    std::string out;
    do {
        out.insert(out.begin(), static_cast<char>('0' + static_cast<int>(value % 10)));
        value /= 10;
    } while (value != 0);
    return out;
}

// A fraction by its definition: multiplied out, cut by Euclid.
struct Plain {
    Int128 numerator = 0;
    Int128 denominator = 1;

    static Plain of(Int128 n, Int128 d) {
        Int128 a = n < 0 ? -n : n, b = d < 0 ? -d : d;
        while (b != 0) a = std::exchange(b, a % b);
        if (d < 0) a = -a;
        return {n / a, d / a};
    }
    std::string text() const { return digits_of(numerator) + "/" + digits_of(denominator); }
};

// Random parts of up to `bits` bits, small ones as often as large ones.
class Random {
public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}
    std::int64_t part(int bits) {
        const auto shift = 64 - std::uniform_int_distribution<int>(1, bits)(engine_);
        const auto magnitude = static_cast<std::int64_t>(engine_() >> static_cast<unsigned>(shift));
        return (engine_() & 1U) != 0 ? magnitude : -magnitude;
    }
    std::int64_t above_zero(int bits) {
        const std::int64_t n = part(bits);
        return n == 0 ? 1 : (n < 0 ? -n : n);
    }
    int from(int least, int most) { return std::uniform_int_distribution<int>(least, most)(engine_); }

private:
    std::mt19937_64 engine_;
};

}  // namespace cchc
