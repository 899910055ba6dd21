// Significant digits of a fraction.
#pragma once

#include "base/number_big.hpp"

namespace cchc::exact {

inline constexpr int significant_digits = 34;  // of IEEE 754 decimal128

// Not reduced.
Fraction times_ten_to(Fraction value, int places);

// How many places make a whole number of about significant_digits digits of a value that is not 0; up to 2 off.
int places_for_digits(const Fraction& value);

}  // namespace cchc::exact
