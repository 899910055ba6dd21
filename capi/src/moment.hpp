// Instants at the border: int64 seconds of wall time, in the years 1 to 9999.
#pragma once

#include <cstdint>
#include <string_view>

#include "cchc/time.hpp"
#include "refusal.hpp"

namespace cchc::capi {

inline constexpr std::int64_t first_instant = -62'135'596'800;  // 0001-01-01T00:00
inline constexpr std::int64_t past_instant = 253'402'300'800;   // 10000-01-01T00:00

constexpr bool in_range(std::int64_t seconds) noexcept { return seconds >= first_instant && seconds < past_instant; }

// An argument that is one instant.
inline Instant instant_of(std::int64_t seconds, std::string_view argument) {
    if (!in_range(seconds)) refuse(CCHC_E_ARG_RANGE, argument, "is beyond the years 1 to 9999");
    return Instant{std::chrono::seconds{seconds}};
}

// The moment of an instant in range. At exactly 00:00 only the date is known: databases write dates so, and no office
// receives at midnight.
constexpr Moment moment_of(std::int64_t seconds) noexcept {
    const auto since_start = static_cast<std::uint64_t>(seconds - first_instant);  // not negative, in range
    const auto day = static_cast<std::int64_t>(since_start / seconds_per_day) + first_instant / seconds_per_day;
    const auto second = static_cast<std::int32_t>(since_start % seconds_per_day);
    return {from_days(static_cast<std::int32_t>(day)), second == 0 ? -1 : second};
}

}  // namespace cchc::capi
