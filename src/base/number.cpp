// Exact fractions in 64 bits: sums and products meet in 128, and only what does not fit goes to number_big.cpp.
#include "cchc/number.hpp"

#include <utility>

#include "base/number_big.hpp"
#include "base/wide.hpp"

namespace cchc {
namespace {

using exact::gcd;
using exact::magnitude;
using exact::Wide;

struct Ratio {
    Wide numerator;
    Wide denominator;
};

// a/b + c/d in lowest terms (Knuth, The Art of Computer Programming 2, 4.5.1): the divisors stay as small as the operands.
inline Ratio sum(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) noexcept {
    const auto common = b == d ? b : static_cast<std::int64_t>(gcd(magnitude(b), magnitude(d)));
    if (common == 1) return {Wide{a} * d + Wide{c} * b, Wide{b} * d};
    const Wide top = Wide{a} * (d / common) + Wide{c} * (b / common);
    const std::int64_t rest = exact::remainder(top, common);
    const auto shared = static_cast<std::int64_t>(gcd(magnitude(rest), magnitude(common)));
    return {exact::quotient(top, shared), Wide{b / common} * (d / shared)};
}

// a/b × c/d in lowest terms.
inline Ratio product(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) noexcept {
    if (a == 0 || c == 0) return {0, 1};
    const auto left = static_cast<std::int64_t>(gcd(magnitude(a), magnitude(d)));
    const auto right = static_cast<std::int64_t>(gcd(magnitude(c), magnitude(b)));
    return {Wide{a / left} * (c / right), Wide{b / right} * (d / left)};
}

}  // namespace

Number::Number(const Decimal& decimal) : numerator_(decimal.coefficient()) {
    if (decimal.scale() == 0) return;
    const std::int64_t tens = exact::ten_to(decimal.scale());
    const auto common = static_cast<std::int64_t>(gcd(magnitude(numerator_), magnitude(tens)));
    numerator_ /= common;
    denominator_ = tens / common;
}

Number::Number(std::int64_t numerator, std::int64_t denominator) {
    if (denominator == 0) exact::refuse("a fraction with the denominator 0");
    const auto common = static_cast<Wide>(gcd(magnitude(numerator), magnitude(denominator)));
    const Wide sign = denominator < 0 ? -1 : 1;
    Big::set(*this, sign * numerator / common, sign * denominator / common);
}

Number& Number::operator+=(const Number& other) {
    if (big_ == nullptr && other.big_ == nullptr) {
        if (std::int64_t whole = 0; denominator_ == 1 && other.denominator_ == 1 &&
                                    !__builtin_add_overflow(numerator_, other.numerator_, &whole) &&
                                    exact::is_small(whole)) {
            numerator_ = whole;
            return *this;
        }
        const Ratio r = sum(numerator_, denominator_, other.numerator_, other.denominator_);
        Big::set(*this, r.numerator, r.denominator);
    } else {
        Big::set(*this, exact::sum(Big::of(*this), Big::of(other)));
    }
    return *this;
}

Number& Number::operator-=(const Number& other) {
    if (big_ == nullptr && other.big_ == nullptr) {
        if (std::int64_t whole = 0; denominator_ == 1 && other.denominator_ == 1 &&
                                    !__builtin_sub_overflow(numerator_, other.numerator_, &whole) &&
                                    exact::is_small(whole)) {
            numerator_ = whole;
            return *this;
        }
        const Ratio r = sum(numerator_, denominator_, -other.numerator_, other.denominator_);
        Big::set(*this, r.numerator, r.denominator);
    } else {
        Big::set(*this, exact::sum(Big::of(*this), exact::negated(Big::of(other))));
    }
    return *this;
}

Number& Number::operator*=(const Number& other) {
    if (big_ == nullptr && other.big_ == nullptr) {
        if (std::int64_t whole = 0; denominator_ == 1 && other.denominator_ == 1 &&
                                    !__builtin_mul_overflow(numerator_, other.numerator_, &whole) &&
                                    exact::is_small(whole)) {
            numerator_ = whole;
            return *this;
        }
        const Ratio r = product(numerator_, denominator_, other.numerator_, other.denominator_);
        Big::set(*this, r.numerator, r.denominator);
    } else {
        Big::set(*this, exact::product(Big::of(*this), Big::of(other)));
    }
    return *this;
}

Number& Number::operator/=(const Number& other) {
    if (other.sign() == 0) exact::refuse("division by zero");
    if (big_ == nullptr && other.big_ == nullptr) {
        const std::int64_t sign = other.numerator_ < 0 ? -1 : 1;
        const Ratio r = product(numerator_, denominator_, sign * other.denominator_, sign * other.numerator_);
        Big::set(*this, r.numerator, r.denominator);
    } else {
        Big::set(*this, exact::product(Big::of(*this), exact::inverse(Big::of(other))));
    }
    return *this;
}

Number Number::operator-() const {
    Number result;
    if (big_ == nullptr) {
        result.numerator_ = -numerator_;
        result.denominator_ = denominator_;
    } else {
        Big::set(result, exact::negated(big_->value));
    }
    return result;
}

int Number::sign() const noexcept {
    if (big_ != nullptr) return big_->value.numerator.sign();
    return (numerator_ > 0) - (numerator_ < 0);
}

bool Number::is_whole() const noexcept { return big_ == nullptr ? denominator_ == 1 : big_->value.denominator == 1; }

int Number::compare(const Number& other) const noexcept {
    if (big_ != nullptr || other.big_ != nullptr) return Big::compare(*this, other);
    if (denominator_ == other.denominator_) return (numerator_ > other.numerator_) - (numerator_ < other.numerator_);
    const Wide left = Wide{numerator_} * other.denominator_;
    const Wide right = Wide{other.numerator_} * denominator_;
    return (left > right) - (left < right);
}

}  // namespace cchc
