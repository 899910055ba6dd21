#include "cchc/decimal.hpp"

#include <fmt/format.h>

#include <limits>

#include "cchc/error.hpp"

namespace cchc {
namespace {

constexpr std::int64_t limit = 1'000'000'000'000'000'000;  // 10^18
constexpr int max_scale = 18;

}  // namespace

Decimal::Decimal(std::int64_t value) : Decimal(value, 0) {}

Decimal::Decimal(std::int64_t coefficient, int scale) : coefficient_(coefficient), scale_(scale) {
    if (coefficient <= -limit || coefficient >= limit || scale < 0 || scale > max_scale)
        throw Error(ErrorCode::argument_range,
                    fmt::format("decimal {} × 10^-{} is out of range: at most 18 digits, scale 0..18", coefficient, scale));
    while (scale_ > 0 && coefficient_ % 10 == 0) {
        coefficient_ /= 10;
        --scale_;
    }
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    std::int64_t coefficient = 0;
    int scale = 0;
    int digits = 0;
    bool in_fraction = false;
    for (const char c : text) {
        if ((c == '.' || c == ',') && !in_fraction && digits > 0) {
            in_fraction = true;
        } else if (c >= '0' && c <= '9') {
            if (coefficient >= limit / 10) return std::nullopt;
            coefficient = coefficient * 10 + (c - '0');
            ++digits;
            if (in_fraction) ++scale;
        } else {
            return std::nullopt;
        }
    }
    if (digits == 0 || (in_fraction && scale == 0) || scale > max_scale) return std::nullopt;
    return Decimal(negative ? -coefficient : coefficient, scale);
}

std::optional<std::int64_t> Decimal::scaled(int places) const noexcept {
    if (places < scale_) return std::nullopt;
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max() / 10;
    std::int64_t value = coefficient_;
    for (int i = scale_; i < places; ++i) {
        if (value > most || value < -most) return std::nullopt;
        value *= 10;
    }
    return value;
}

std::string Decimal::to_string() const {
    const bool negative = coefficient_ < 0;
    std::string digits = std::to_string(negative ? -coefficient_ : coefficient_);
    if (scale_ > 0) {
        const auto scale = static_cast<std::size_t>(scale_);
        if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
        digits.insert(digits.size() - scale, 1, '.');
    }
    return negative ? "-" + digits : digits;
}

}  // namespace cchc
