// Exact numbers for points: a fraction of two whole numbers, so that 1/3 stays 1/3 until the decision says where to round.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cchc/decimal.hpp"

namespace cchc {

// What happens to the digits that rounding drops.
enum class RoundingMode : std::uint8_t {
    half_up,    // a half goes away from zero (2.5 → 3, -2.5 → -3): FEEL's "round half up"
    half_even,  // a half goes to the even neighbour (2.5 → 2): FEEL's decimal()
    half_down,  // a half goes toward zero (2.5 → 2): FEEL's "round half down"
    up,         // away from zero: FEEL's "round up"
    down,       // toward zero: FEEL's "round down"
    floor,      // toward minus infinity
    ceiling,    // toward plus infinity
};

// An exact fraction, always in lowest terms with a positive denominator, so equal values are equal objects however they were
// spelled. Small values (both parts below 2^63) take no memory of their own. Beyond 8,192 bits in either part a result
// throws ErrorCode::argument_range ("number too large"), so that no rule can eat the machine. Thread safety: a plain value.
class Number {
public:
    Number() noexcept = default;
    Number(std::int64_t whole) : numerator_(whole) {  // implicit: a whole number is a number
        if (whole == std::numeric_limits<std::int64_t>::min()) keep_small();
    }
    Number(int whole) noexcept : numerator_(whole) {}
    explicit Number(const Decimal& decimal);
    // numerator / denominator. Throws argument_range when the denominator is 0.
    Number(std::int64_t numerator, std::int64_t denominator);

    Number(const Number& other) : numerator_(other.numerator_), denominator_(other.denominator_) {
        if (other.big_ != nullptr) copy_big(other);
    }
    Number(Number&& other) noexcept : numerator_(other.numerator_), denominator_(other.denominator_), big_(other.big_) {
        other.big_ = nullptr;
    }
    Number& operator=(const Number& other) {
        if (big_ != nullptr || other.big_ != nullptr) return *this = Number(other);
        numerator_ = other.numerator_;
        denominator_ = other.denominator_;
        return *this;
    }
    Number& operator=(Number&& other) noexcept {
        std::swap(numerator_, other.numerator_);
        std::swap(denominator_, other.denominator_);
        std::swap(big_, other.big_);
        return *this;
    }
    ~Number() {
        if (big_ != nullptr) free_big();
    }

    // Reads sign, digits, fraction after '.' or ',' ("-2,50", "100", ".5") of up to 1,000 digits, or a fraction of two whole
    // numbers ("1/3") of up to 2,467 digits each, 8,192 bits. std::nullopt when the text is anything else.
    static std::optional<Number> parse(std::string_view text);

    Number& operator+=(const Number& other);
    Number& operator-=(const Number& other);
    Number& operator*=(const Number& other);
    Number& operator/=(const Number& other);  // throws argument_range when other is 0
    friend Number operator+(Number a, const Number& b) {
        a += b;
        return a;  // moved
    }
    friend Number operator-(Number a, const Number& b) {
        a -= b;
        return a;  // moved
    }
    friend Number operator*(Number a, const Number& b) {
        a *= b;
        return a;  // moved
    }
    friend Number operator/(Number a, const Number& b) {
        a /= b;
        return a;  // moved
    }
    Number operator-() const;

    friend bool operator==(const Number& a, const Number& b) noexcept {
        if (a.big_ != nullptr || b.big_ != nullptr) return a.compare(b) == 0;
        return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
    }
    friend std::strong_ordering operator<=>(const Number& a, const Number& b) { return a.compare(b) <=> 0; }

    int sign() const noexcept;  // -1, 0, 1
    bool is_whole() const noexcept;
    // Whether it ends as a decimal (the denominator has no prime factor but 2 and 5).
    bool is_decimal() const;

    // Rounded to `places` decimals (negative: tens, hundreds …), -1,000..1,000; throws argument_range outside.
    Number rounded(int places, RoundingMode mode) const;
    Number abs() const { return sign() < 0 ? -*this : *this; }
    // This value to a whole power, -9,999..9,999; throws argument_range outside, and for 0 to a negative power.
    Number power(std::int64_t exponent) const;
    // The square root: exact where it is a fraction, else to 34 significant digits, half even (IEEE 754 decimal128, as
    // FEEL). Throws argument_range for a negative number.
    Number sqrt() const;

    // This value × 10^places as a 64-bit whole number, if it is one.
    std::optional<std::int64_t> scaled(int places) const;
    // A 64-bit whole number, if it is one.
    std::optional<std::int64_t> whole() const { return scaled(0); }

    // Plain decimal notation without an exponent: "15", "-0.5". A value that does not end as a decimal, or not within 34
    // significant digits, is rounded to 34 significant digits, half even (IEEE 754 decimal128).
    std::string to_string() const;
    // The exact value, which parse() reads: all digits of a decimal that has no more than 1,000, else
    // "numerator/denominator".
    std::string to_exact_string() const;

private:
    struct Big;
    int compare(const Number& other) const noexcept;
    void keep_small();  // moves INT64_MIN, which has no negative, out of the small form
    void copy_big(const Number& other);
    void free_big() noexcept;

    std::int64_t numerator_ = 0;    // > INT64_MIN
    std::int64_t denominator_ = 1;  // > 0
    Big* big_ = nullptr;            // the value, where the two above cannot hold it
};

}  // namespace cchc
