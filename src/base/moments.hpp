// Many dates at once, in the two layouts that nearly all exports use: yyyy-MM-dd and dd/MM/yyyy, each with an optional HH:mm
// or HH:mm:ss. Everything else, and everything that is not valid, is left to parse_moment().
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace cchc::text {

// How far beyond the beginning of each text memory may be read, whatever its length.
inline constexpr std::size_t moments_margin = 24;

// Reads text i into day[i] (since 1970-01-01) and second[i] (-1: only a date). Empty texts change nothing. left[i] becomes 1
// where the text is left, and 0 elsewhere. Returns whether any is left.
bool read_moments(std::span<const std::string_view> texts, std::int32_t* day, std::int32_t* second,
                  std::uint8_t* left) noexcept;

}  // namespace cchc::text
