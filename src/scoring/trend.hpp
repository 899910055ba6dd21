// How an expression over results can move when points rise and the facts stay.
#pragma once

#include <cstdint>

#include "scoring/scorer.hpp"

namespace cchc::scoring {

using Trend = std::uint8_t;  // a set of the following; of a truth value, up is from false to true
inline constexpr Trend flat = 0, can_rise = 1, can_fall = 2, can_both = 3;

Trend trend_of(const CriteriaSet::Impl& set, const feel::Code& code, Scorer& scorer);

}  // namespace cchc::scoring
