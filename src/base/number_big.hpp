// What a Number is made of where 64 bits are too few. Seen by base/number*.cpp only.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <string>

#include "base/wide.hpp"
#include "cchc/number.hpp"

namespace cchc::exact {

using boost::multiprecision::cpp_int;

inline constexpr unsigned max_bits = 8192;

// A fraction in lowest terms; the denominator is above 0.
struct Fraction {
    cpp_int numerator;
    cpp_int denominator;
};

[[noreturn]] void refuse(std::string message);  // argument_range
[[noreturn]] void refuse_too_large();

inline cpp_int magnitude(const cpp_int& value) { return abs(value); }
unsigned bits_of(const cpp_int& value);  // of its magnitude; 0 has none
cpp_int power_of_ten(unsigned power);

Fraction lowest_terms(cpp_int numerator, cpp_int denominator);
Fraction sum(const Fraction& a, const Fraction& b);
Fraction product(const Fraction& a, const Fraction& b);
Fraction inverse(Fraction a);  // of a fraction other than 0
Fraction negated(Fraction a);

}  // namespace cchc::exact

namespace cchc {

struct Number::Big {
    exact::Fraction value;

    static exact::Fraction of(const Number& number);
    static bool small(const Number& number) noexcept { return number.big_ == nullptr; }
    static std::int64_t numerator(const Number& small) noexcept { return small.numerator_; }
    static std::int64_t denominator(const Number& small) noexcept { return small.denominator_; }

    // Both take lowest terms and choose the form; the second throws argument_range beyond max_bits, and changes nothing
    // then.
    static void set(Number& to, exact::Wide numerator, exact::Wide denominator);
    static void set(Number& to, exact::Fraction value);

    static int compare(const Number& a, const Number& b) noexcept;
};

inline void Number::Big::set(Number& to, exact::Wide numerator, exact::Wide denominator) {
    if (!exact::is_small(numerator) || !exact::is_small(denominator)) {
        set(to, exact::Fraction{exact::cpp_int(numerator), exact::cpp_int(denominator)});
        return;
    }
    if (to.big_ != nullptr) to.free_big();
    to.numerator_ = static_cast<std::int64_t>(numerator);
    to.denominator_ = static_cast<std::int64_t>(denominator);
}

}  // namespace cchc
