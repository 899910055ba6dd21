// Exact decimal numbers: a time limit of 0.5 days is 5 × 10⁻¹, never a binary fraction.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cchc {

// An exact decimal: coefficient × 10^-scale. Always normalised (no trailing zero in the fraction), so equal
// values are equal objects. Range: |coefficient| < 10^18, 0 <= scale <= 18. Thread safety: a plain value.
class Decimal {
public:
    constexpr Decimal() = default;
    // A whole number, |value| < 10^18; larger ones throw ErrorCode::argument_range.
    explicit Decimal(std::int64_t value);
    // coefficient × 10^-scale; throws ErrorCode::argument_range outside the range above.
    Decimal(std::int64_t coefficient, int scale);

    // Reads an optional sign, digits, and an optional fraction after '.' or ',' ("15", "0,5", "-2.50").
    // No exponent, no blanks, no thousands separator. std::nullopt when the text is anything else.
    static std::optional<Decimal> parse(std::string_view text);

    std::int64_t coefficient() const noexcept { return coefficient_; }
    int scale() const noexcept { return scale_; }
    bool is_whole() const noexcept { return scale_ == 0; }
    bool is_negative() const noexcept { return coefficient_ < 0; }

    // This value × 10^places as a whole number, if it is one and fits ("0.5" scaled by 3 is 500).
    std::optional<std::int64_t> scaled(int places) const noexcept;

    // Plain notation without an exponent: "15", "0.5", "-2.5".
    std::string to_string() const;

    friend bool operator==(const Decimal&, const Decimal&) = default;

private:
    std::int64_t coefficient_ = 0;
    int scale_ = 0;
};

}  // namespace cchc
