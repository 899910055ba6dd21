// Decimals as programs spell them: zeros without end, exponents. What they say is read exactly or not at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "cchc/decimal.hpp"
#include "cchc/time.hpp"

namespace cchc::text {

enum class Exponent : std::uint8_t { refused, read };

struct DecimalText {
    bool is_number = false;        // the text is a decimal number …
    std::optional<Decimal> value;  // … that a Decimal holds exactly
};

// Sign, digits, a fraction after '.' or ',' and, where it is read, an exponent ("1e3", "1.5E-2"). Zeros that say nothing may
// stand on either side, as many as there are.
DecimalText read_decimal(std::string_view text, Exponent exponent);

// The digits of a whole number in groups of three, as the language writes them: "1.234.567", "1,234,567".
std::string grouped(std::string_view digits, Lang lang);

}  // namespace cchc::text
