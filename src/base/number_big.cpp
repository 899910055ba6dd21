// The large form of a Number, by Boost.Multiprecision: rare, so plain.
#include "base/number_big.hpp"

#include <array>
#include <cstddef>
#include <memory>
#include <utility>

#include "cchc/error.hpp"

namespace cchc::exact {

void refuse(std::string message) { throw Error(ErrorCode::argument_range, std::move(message)); }

void refuse_too_large() { refuse("number too large: more than 8,192 bits in its numerator or denominator"); }

unsigned bits_of(const cpp_int& value) { return value.is_zero() ? 0 : static_cast<unsigned>(msb(magnitude(value))) + 1; }

cpp_int power_of_ten(unsigned power) { return pow(cpp_int(10), power); }

Fraction lowest_terms(cpp_int numerator, cpp_int denominator) {
    const cpp_int common = gcd(magnitude(numerator), denominator);
    if (common != 1) {
        numerator /= common;
        denominator /= common;
    }
    return {std::move(numerator), std::move(denominator)};
}

Fraction sum(const Fraction& a, const Fraction& b) {
    const cpp_int common = gcd(a.denominator, b.denominator);
    const cpp_int other = a.denominator / common;
    const cpp_int top = a.numerator * cpp_int(b.denominator / common) + b.numerator * other;
    const cpp_int shared = gcd(magnitude(top), common);
    return {top / shared, other * cpp_int(b.denominator / shared)};
}

Fraction product(const Fraction& a, const Fraction& b) {
    const Fraction left = lowest_terms(a.numerator, b.denominator);
    const Fraction right = lowest_terms(b.numerator, a.denominator);
    return {left.numerator * right.numerator, left.denominator * right.denominator};
}

Fraction inverse(Fraction a) {
    if (a.numerator < 0) return {-a.denominator, -a.numerator};
    return {std::move(a.denominator), std::move(a.numerator)};
}

Fraction negated(Fraction a) { return {-a.numerator, std::move(a.denominator)}; }

namespace {

// Comparing must not throw, so it must not allocate: products of two numbers within max_bits stand on the stack.
using boost::multiprecision::limb_type;
static_assert(sizeof(limb_type) == sizeof(std::uint64_t), "limbs of 64 bits");
__extension__ typedef unsigned __int128 TwoLimbs;

struct Limbs {
    const limb_type* first;
    std::size_t size;
};
Limbs limbs_of(const cpp_int& value) noexcept { return {value.backend().limbs(), value.backend().size()}; }

using Product = std::array<limb_type, std::size_t{2} * max_bits / 64>;

Product multiply(Limbs a, Limbs b) noexcept {
    Product out{};
    for (std::size_t i = 0; i < a.size; ++i) {
        limb_type carry = 0;
        for (std::size_t k = 0; k < b.size; ++k) {
            const TwoLimbs here = TwoLimbs{a.first[i]} * b.first[k] + out[i + k] + carry;
            out[i + k] = static_cast<limb_type>(here);
            carry = static_cast<limb_type>(here >> 64U);
        }
        if (carry != 0) out[i + b.size] = carry;
    }
    return out;
}

struct Parts {
    Limbs numerator, denominator;
};

// Of a large number, or else of the two held.
Parts parts(const Fraction* large, const limb_type* held) noexcept {
    if (large == nullptr) return {{held, 1}, {held + 1, 1}};
    return {limbs_of(large->numerator), limbs_of(large->denominator)};
}

int compare_products(Limbs a, Limbs b, Limbs c, Limbs d) noexcept {
    const Product left = multiply(a, b);
    const Product right = multiply(c, d);
    for (std::size_t i = left.size(); i-- > 0;)
        if (left[i] != right[i]) return left[i] < right[i] ? -1 : 1;
    return 0;
}

}  // namespace
}  // namespace cchc::exact

namespace cchc {

exact::Fraction Number::Big::of(const Number& number) {
    if (number.big_ != nullptr) return number.big_->value;
    return {exact::cpp_int(number.numerator_), exact::cpp_int(number.denominator_)};
}

void Number::Big::set(Number& to, exact::Fraction value) {
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    if (value.numerator >= -most && value.numerator <= most && value.denominator <= most) {
        set(to, static_cast<std::int64_t>(value.numerator), static_cast<std::int64_t>(value.denominator));
        return;
    }
    if (exact::bits_of(value.numerator) > exact::max_bits || exact::bits_of(value.denominator) > exact::max_bits)
        exact::refuse_too_large();
    auto big = std::make_unique<Big>(Big{std::move(value)});
    delete to.big_;
    to.big_ = big.release();
    to.numerator_ = 0;  // what is left when the value moves away
    to.denominator_ = 1;
}

int Number::Big::compare(const Number& a, const Number& b) noexcept {
    const int sign = a.sign();
    if (sign != b.sign()) return sign < b.sign() ? -1 : 1;
    const std::array<exact::limb_type, 4> held{exact::magnitude(a.numerator_), exact::magnitude(a.denominator_),
                                               exact::magnitude(b.numerator_), exact::magnitude(b.denominator_)};
    const exact::Parts of_a = exact::parts(a.big_ == nullptr ? nullptr : &a.big_->value, &held[0]);
    const exact::Parts of_b = exact::parts(b.big_ == nullptr ? nullptr : &b.big_->value, &held[2]);
    const int order = exact::compare_products(of_a.numerator, of_b.denominator, of_b.numerator, of_a.denominator);
    return sign * order;
}

void Number::keep_small() { Big::set(*this, exact::Wide{numerator_}, exact::Wide{denominator_}); }

void Number::copy_big(const Number& other) { big_ = new Big(*other.big_); }

void Number::free_big() noexcept {
    delete big_;
    big_ = nullptr;
}

bool Number::is_decimal() const {
    if (big_ == nullptr) {
        std::int64_t rest = denominator_ >> std::countr_zero(exact::magnitude(denominator_));
        while (rest % 5 == 0) rest /= 5;
        return rest == 1;
    }
    const exact::cpp_int& denominator = big_->value.denominator;
    const exact::cpp_int rest = denominator >> lsb(denominator);
    // The largest power of 5 within the bound is a multiple of every other.
    constexpr unsigned fives = 3528;
    return pow(exact::cpp_int(5), fives) % rest == 0;
}

}  // namespace cchc
