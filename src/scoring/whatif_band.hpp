// The next better band: what is missing to it.
#pragma once

#include <optional>

#include "cchc/whatif.hpp"
#include "scoring/unit.hpp"

namespace cchc::scoring {

// The result that a band measures; none where it measures an expression.
const criteria::ResultSlot* measured_by(const CriteriaSet::Impl& set, const feel::Code& on);

// The least value of what a band measures, from the present one up, that it takes; none where no higher value helps. On the
// grid of the set's rounding where it measures the rounded total.
struct Threshold {
    Number value;    // of what is measured, now
    Number needed;   // of it
    Number missing;  // points, before rounding; only where it measures a result
    bool open = false;
};
std::optional<Threshold> threshold_of(const CriteriaSet::Impl& set, Scorer& scorer, const Scorecard& card, int band);

// The band that comes next, or the wanted one; none where there is no better one. The results of the card are in the slots.
std::optional<NextBand> next_band(const CriteriaSet::Impl& set, Scorer& scorer, const Scorecard& card,
                                  const std::string& wanted);

}  // namespace cchc::scoring
