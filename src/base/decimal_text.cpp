#include "base/decimal_text.hpp"

#include <algorithm>
#include <cstddef>

#include "base/ascii.hpp"

namespace cchc::text {
namespace {

constexpr std::int64_t max_digits = 18;  // of a Decimal, and of its fraction

// Takes the digits at the front of the text.
std::string_view take_digits(std::string_view& rest) noexcept {
    const std::size_t size = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_digit) - rest.begin());
    const std::string_view digits = rest.substr(0, size);
    rest.remove_prefix(size);
    return digits;
}

bool take_minus(std::string_view& rest) noexcept {
    const bool minus = rest.starts_with('-');
    if (minus || rest.starts_with('+')) rest.remove_prefix(1);
    return minus;
}

// Its value; one too large to matter is a million million.
std::int64_t exponent_of(std::string_view digits, bool minus) noexcept {
    constexpr std::int64_t most = 1'000'000'000'000;
    std::int64_t value = 0;
    for (const char c : digits) value = std::min(most, value * 10 + (c - '0'));
    return minus ? -value : value;
}

// The number of digits whole.fraction, from the first that is not 0 to the last, times 10^exponent.
std::optional<Decimal> value_of(std::string_view whole, std::string_view fraction, std::int64_t exponent, bool minus) {
    const std::size_t size = whole.size() + fraction.size();
    const auto digit = [&](std::size_t i) { return i < whole.size() ? whole[i] : fraction[i - whole.size()]; };
    std::size_t first = 0, past = size;
    while (first < past && digit(first) == '0') ++first;
    while (past > first && digit(past - 1) == '0') --past;
    if (first == past) return Decimal();
    const std::int64_t scale = static_cast<std::int64_t>(past) - static_cast<std::int64_t>(whole.size()) - exponent;
    const std::int64_t zeros = std::max<std::int64_t>(0, -scale);
    if (static_cast<std::int64_t>(past - first) + zeros > max_digits || scale > max_digits) return std::nullopt;
    std::int64_t coefficient = 0;
    for (std::size_t i = first; i < past; ++i) coefficient = coefficient * 10 + (digit(i) - '0');
    for (std::int64_t i = 0; i < zeros; ++i) coefficient *= 10;
    return Decimal(minus ? -coefficient : coefficient, static_cast<int>(std::max<std::int64_t>(0, scale)));
}

}  // namespace

DecimalText read_decimal(std::string_view text, Exponent exponent) {
    const bool minus = take_minus(text);
    const std::string_view whole = take_digits(text);
    std::string_view fraction;
    if (text.starts_with('.') || text.starts_with(',')) {
        text.remove_prefix(1);
        fraction = take_digits(text);
        if (fraction.empty()) return {};
    }
    std::int64_t power = 0;
    if (exponent == Exponent::read && (text.starts_with('e') || text.starts_with('E'))) {
        text.remove_prefix(1);
        const bool down = take_minus(text);
        const std::string_view digits = take_digits(text);
        if (digits.empty()) return {};
        power = exponent_of(digits, down);
    }
    if (whole.empty() || !text.empty()) return {};
    return {true, value_of(whole, fraction, power, minus)};
}

std::string grouped(std::string_view digits, Lang lang) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += lang == Lang::vi ? '.' : ',';
        out += digits[i];
    }
    return out;
}

}  // namespace cchc::text
