// Instants at the border: int64 seconds of wall time, in the years 1 to 9999.
#pragma once

#include <cstdint>

#include "cchc/time.hpp"

namespace cchc::capi {

inline constexpr std::int64_t first_instant = -62'135'596'800;  // 0001-01-01T00:00
inline constexpr std::int64_t past_instant = 253'402'300'800;   // 10000-01-01T00:00

constexpr bool in_range(std::int64_t seconds) noexcept { return seconds >= first_instant && seconds < past_instant; }

// The moment of an instant in range. At exactly 00:00 only the date is known: databases write dates so, and no office
// receives at midnight.
inline Moment moment_of(std::int64_t seconds) noexcept {
    const Instant instant{std::chrono::seconds{seconds}};
    const std::int32_t second = second_of_day(instant);
    return {date_of(instant), second == 0 ? -1 : second};
}

}  // namespace cchc::capi
