// Rounding to places, and whole numbers of smaller parts.
#include <fmt/format.h>

#include <cstdlib>

#include "base/number_big.hpp"
#include "base/number_quotient.hpp"

namespace cchc {
namespace {

using exact::cpp_int;
using exact::Wide;

constexpr int max_places = 1000;

// 64 bits where they are enough, because a division of 128 bits is a call.
exact::Rounded<Wide> rounded_wide(Wide numerator, Wide denominator, RoundingMode mode) {
    if (!exact::is_small(numerator) || !exact::is_small(denominator))
        return exact::rounded_quotient<Wide>(numerator, denominator, mode);
    const auto r = exact::rounded_quotient<std::int64_t>(static_cast<std::int64_t>(numerator),
                                                         static_cast<std::int64_t>(denominator), mode);
    return {r.value, r.exact};
}

}  // namespace

Number Number::rounded(int places, RoundingMode mode) const {
    if (places < -max_places || places > max_places)
        exact::refuse(fmt::format("places must be from {} to {}; found {}", -max_places, max_places, places));
    if (places >= 0 && is_whole()) return *this;
    Number result;
    if (big_ == nullptr && std::abs(places) <= exact::max_tens) {
        const std::int64_t tens = exact::ten_to(std::abs(places));
        const Wide top = places > 0 ? Wide{numerator_} * tens : Wide{numerator_};
        const Wide bottom = places < 0 ? Wide{denominator_} * tens : Wide{denominator_};
        const exact::Rounded<Wide> r = rounded_wide(top, bottom, mode);
        if (r.exact) return *this;
        if (places <= 0) {
            Big::set(result, r.value * tens, 1);
            return result;
        }
        const std::int64_t rest = exact::remainder(r.value, tens);
        const auto common = static_cast<std::int64_t>(exact::gcd(exact::magnitude(rest), exact::magnitude(tens)));
        Big::set(result, exact::quotient(r.value, common), tens / common);
        return result;
    }
    exact::Fraction value = Big::of(*this);
    const cpp_int tens = exact::power_of_ten(static_cast<unsigned>(std::abs(places)));
    (places > 0 ? value.numerator : value.denominator) *= tens;
    const exact::Rounded<cpp_int> r = exact::rounded_quotient(value.numerator, value.denominator, mode);
    if (r.exact) return *this;
    Big::set(result, places > 0 ? exact::lowest_terms(r.value, tens) : exact::Fraction{r.value * tens, 1});
    return result;
}

std::optional<std::int64_t> Number::scaled(int places) const {
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    if (places == 0 && big_ == nullptr) return denominator_ == 1 ? std::optional(numerator_) : std::nullopt;
    if (sign() == 0) return 0;
    if (big_ == nullptr && places >= -exact::max_tens && places <= exact::max_tens) {
        const std::int64_t tens = exact::ten_to(std::abs(places));
        const Wide top = places > 0 ? Wide{numerator_} * tens : Wide{numerator_};
        const Wide bottom = places < 0 ? Wide{denominator_} * tens : Wide{denominator_};
        if (top % bottom != 0) return std::nullopt;
        const Wide whole = top / bottom;
        return whole >= least && whole <= most ? std::optional(static_cast<std::int64_t>(whole)) : std::nullopt;
    }
    // 10^2,600 is above 2^8,192 × 2^63, so no value within the bound ends there.
    constexpr int enough = 2600;
    if (places < -enough || places > enough) return std::nullopt;
    exact::Fraction value = Big::of(*this);
    (places > 0 ? value.numerator : value.denominator) *= exact::power_of_ten(static_cast<unsigned>(std::abs(places)));
    if (value.numerator % value.denominator != 0) return std::nullopt;
    const cpp_int whole = value.numerator / value.denominator;
    return whole >= least && whole <= most ? std::optional(static_cast<std::int64_t>(whole)) : std::nullopt;
}

}  // namespace cchc
