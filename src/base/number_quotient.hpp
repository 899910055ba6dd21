// A fraction rounded to a whole number: the one place that knows what the rounding modes mean.
#pragma once

#include "cchc/number.hpp"

namespace cchc::exact {

struct Steps {
    bool odd;       // the digit before the cut is odd
    bool negative;  // the value is below 0
    int half;       // what is cut off, against a half: -1, 0, 1
};

// Whether the value goes away from 0; what is cut off is not 0.
constexpr bool goes_away(const Steps& s, RoundingMode mode) noexcept {
    switch (mode) {
        case RoundingMode::half_up: return s.half >= 0;
        case RoundingMode::half_even: return s.half > 0 || (s.half == 0 && s.odd);
        case RoundingMode::half_down: return s.half > 0;
        case RoundingMode::up: return true;
        case RoundingMode::down: return false;
        case RoundingMode::floor: return s.negative;
        case RoundingMode::ceiling: return !s.negative;
    }
    return false;
}

template <class Whole>
struct Rounded {
    Whole value;
    bool exact;
};

// numerator / denominator (> 0) as a whole number.
template <class Whole>
Rounded<Whole> rounded_quotient(const Whole& numerator, const Whole& denominator, RoundingMode mode) {
    const Whole toward_zero = numerator / denominator;
    Whole cut = numerator % denominator;
    if (cut == 0) return {toward_zero, true};
    const bool negative = numerator < 0;
    if (negative) cut = -cut;
    const Whole missing = denominator - cut;
    const int half = cut < missing ? -1 : (cut > missing ? 1 : 0);
    if (!goes_away({toward_zero % 2 != 0, negative, half}, mode)) return {toward_zero, false};
    return {Whole(toward_zero + (negative ? -1 : 1)), false};
}

}  // namespace cchc::exact
