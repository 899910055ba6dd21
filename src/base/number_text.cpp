// Numbers as text.
#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "base/ascii.hpp"
#include "base/number_big.hpp"
#include "base/number_digits.hpp"
#include "base/number_quotient.hpp"

namespace cchc {
namespace exact {

Fraction times_ten_to(Fraction value, int places) {
    (places > 0 ? value.numerator : value.denominator) *= power_of_ten(static_cast<unsigned>(places > 0 ? places : -places));
    return value;
}

int places_for_digits(const Fraction& value) {
    const auto bits = static_cast<int>(bits_of(value.numerator)) - static_cast<int>(bits_of(value.denominator));
    return significant_digits - 1 - bits * 30103 / 100000;  // log10(2)
}

}  // namespace exact

namespace {

using exact::cpp_int;
using exact::Fraction;

constexpr std::size_t max_decimal_digits = 1000;
constexpr std::size_t max_fraction_digits = 2467;  // of 2^8,192

// |coefficient| × 10^-places, places >= 0; every digit is written.
std::string plain(const std::string& digits, bool negative, std::size_t places) {
    std::string out = digits;
    if (places > 0) {
        if (out.size() <= places) out.insert(0, places + 1 - out.size(), '0');
        out.insert(out.size() - places, 1, '.');
        out.erase(out.find_last_not_of('0') + 1);
        if (out.back() == '.') out.pop_back();
    }
    return negative ? "-" + out : out;
}

// A value that is not 0, rounded to its significant digits.
std::string rounded_text(const Fraction& value, bool negative) {
    const cpp_int above = exact::power_of_ten(exact::significant_digits);
    const cpp_int least = above / 10;
    for (int places = exact::places_for_digits(value);;) {
        const Fraction scaled = exact::times_ten_to(value, places);
        const cpp_int digits = exact::rounded_quotient(scaled.numerator, scaled.denominator, RoundingMode::half_even).value;
        if (digits >= above) {
            --places;
        } else if (digits < least) {
            ++places;
        } else if (places > 0) {
            return plain(digits.str(), negative, static_cast<std::size_t>(places));
        } else {
            return plain(digits.str() + std::string(static_cast<std::size_t>(-places), '0'), negative, 0);
        }
    }
}

// Without large numbers, where the digits of a decimal fit 64 bits.
std::optional<std::string> short_text(std::int64_t numerator, std::int64_t denominator) {
    for (int places = 1; places <= exact::max_tens; ++places) {
        const std::int64_t tens = exact::ten_to(places);
        if (tens % denominator != 0) continue;
        const exact::Wide digits = exact::Wide{numerator} * (tens / denominator);
        if (!exact::is_small(digits)) return std::nullopt;
        return plain(std::to_string(exact::magnitude(static_cast<std::int64_t>(digits))), numerator < 0,
                     static_cast<std::size_t>(places));
    }
    return std::nullopt;
}

// The number of places after which a denominator of factors 2 and 5 ends.
std::size_t places_of(cpp_int denominator) {
    const auto twos = static_cast<std::size_t>(lsb(denominator));
    denominator >>= twos;
    std::size_t fives = 0;
    for (; denominator != 1 && fives <= max_decimal_digits; ++fives) denominator /= 5;
    return std::max(twos, fives);
}

cpp_int whole_of(std::string_view digits) {
    constexpr std::size_t step = exact::max_tens;
    cpp_int value = 0;
    for (std::size_t at = 0; at < digits.size(); at += step) {
        const std::string_view piece = digits.substr(at, step);
        std::int64_t part = 0;
        for (const char c : piece) part = part * 10 + (c - '0');
        value *= exact::ten_to(static_cast<int>(piece.size()));
        value += part;
    }
    return value;
}

bool all_digits(std::string_view text) noexcept { return std::all_of(text.begin(), text.end(), text::is_digit); }

struct Spelled {
    std::string digits;
    std::string_view below;  // of a fraction
    std::size_t places = 0;
};

// A number without its sign, taken apart.
std::optional<Spelled> spelled(std::string_view text) {
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
        const std::string_view above = text.substr(0, slash);
        const std::string_view below = text.substr(slash + 1);
        const bool sizes = !above.empty() && !below.empty() && std::max(above.size(), below.size()) <= max_fraction_digits;
        if (!sizes || !all_digits(above) || !all_digits(below)) return std::nullopt;
        if (below.find_first_not_of('0') == std::string_view::npos) return std::nullopt;
        return Spelled{std::string(above), below, 0};
    }
    const std::size_t mark = text.find_first_of(".,");
    const bool has_mark = mark != std::string_view::npos;
    const std::string_view after = has_mark ? text.substr(mark + 1) : std::string_view{};
    if (text.size() > max_decimal_digits + 1 || (has_mark && after.empty())) return std::nullopt;
    Spelled s{std::string(text.substr(0, mark)), {}, after.size()};
    s.digits += after;
    if (s.digits.empty() || s.digits.size() > max_decimal_digits || !all_digits(s.digits)) return std::nullopt;
    return s;
}

}  // namespace

std::optional<Number> Number::parse(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    const std::optional<Spelled> s = spelled(text);
    if (!s) return std::nullopt;
    const cpp_int top = whole_of(s->digits);
    const cpp_int bottom = s->below.empty() ? exact::power_of_ten(static_cast<unsigned>(s->places)) : whole_of(s->below);
    Number result;
    Fraction value = exact::lowest_terms(negative ? cpp_int(-top) : top, bottom);
    if (std::max(exact::bits_of(value.numerator), exact::bits_of(value.denominator)) > exact::max_bits) return std::nullopt;
    Big::set(result, std::move(value));
    return result;
}

std::string Number::to_string() const {
    if (big_ == nullptr) {
        if (denominator_ == 1) return std::to_string(numerator_);
        if (const auto text = short_text(numerator_, denominator_)) return *text;
    }
    Fraction value = Big::of(*this);
    value.numerator = exact::magnitude(value.numerator);
    return rounded_text(value, sign() < 0);
}

std::string Number::to_exact_string() const {
    if (big_ == nullptr && denominator_ == 1) return std::to_string(numerator_);
    const Fraction value = Big::of(*this);
    const std::string fraction = value.numerator.str() + "/" + value.denominator.str();
    if (!is_decimal()) return fraction;
    const std::size_t places = places_of(value.denominator);
    if (places > max_decimal_digits) return fraction;
    const Fraction whole = exact::times_ten_to(value, static_cast<int>(places));
    std::string text = plain(cpp_int(exact::magnitude(whole.numerator) / whole.denominator).str(), sign() < 0, places);
    const auto digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), text::is_digit));
    return digits <= max_decimal_digits ? text : fraction;
}

}  // namespace cchc
