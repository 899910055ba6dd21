// Powers and square roots.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/number_big.hpp"
#include "base/number_digits.hpp"

namespace cchc {
namespace {

using exact::cpp_int;
using exact::Fraction;

// The root of a whole number, if it is a whole number.
std::optional<cpp_int> whole_root(const cpp_int& value) {
    cpp_int rest;
    cpp_int root = boost::multiprecision::sqrt(value, rest);
    return rest == 0 ? std::optional(std::move(root)) : std::nullopt;
}

// The root of a value whose root is no fraction: it lies on no half, so nearest is enough.
Fraction nearest_root(const Fraction& value) {
    const cpp_int above = exact::power_of_ten(exact::significant_digits);
    const cpp_int least = above / 10;
    for (int places = exact::places_for_digits(value) / 2 + exact::significant_digits / 2;;) {
        Fraction scaled = exact::times_ten_to(value, 2 * places);
        const cpp_int squared = scaled.numerator / scaled.denominator;
        const cpp_int root = boost::multiprecision::sqrt(squared);
        if (root >= above) {
            --places;
        } else if (root < least) {
            ++places;
        } else {
            // root + 1/2 squared, against the value, both times 4
            const cpp_int middle = 4 * root * cpp_int(root + 1) + 1;
            const bool up = 4 * scaled.numerator > middle * scaled.denominator;
            return exact::times_ten_to({up ? cpp_int(root + 1) : root, 1}, -places);
        }
    }
}

}  // namespace

Number Number::power(std::int64_t exponent) const {
    constexpr std::int64_t most = 9'999;
    if (exponent < -most || exponent > most)
        exact::refuse(fmt::format("an exponent must be from -{0} to {0}; found {1}", most, exponent));
    if (sign() == 0 && exponent < 0) exact::refuse("0 to a negative power");
    Number result(1);
    if (exponent == 0) return result;
    Fraction value = Big::of(*this);
    if (exponent < 0) value = exact::inverse(std::move(value));
    const auto times = static_cast<unsigned>(exponent < 0 ? -exponent : exponent);
    // A number of n bits to the power k has more than (n - 1) × k bits: refused before it is computed.
    const unsigned bits = std::max(exact::bits_of(value.numerator), exact::bits_of(value.denominator));
    if (bits > 1 && (bits - 1) * times >= exact::max_bits) exact::refuse_too_large();
    Big::set(result, Fraction{pow(value.numerator, times), pow(value.denominator, times)});
    return result;
}

Number Number::sqrt() const {
    if (sign() < 0) exact::refuse("the square root of a negative number");
    Number result;
    if (sign() == 0) return result;
    const Fraction value = Big::of(*this);
    std::optional<cpp_int> numerator = whole_root(value.numerator);
    std::optional<cpp_int> denominator = numerator ? whole_root(value.denominator) : std::nullopt;
    if (numerator && denominator) {
        Big::set(result, Fraction{*std::move(numerator), *std::move(denominator)});
        return result;
    }
    Fraction root = nearest_root(value);
    Big::set(result, exact::lowest_terms(std::move(root.numerator), std::move(root.denominator)));
    return result;
}

}  // namespace cchc
