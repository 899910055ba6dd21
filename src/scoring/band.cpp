// The band of a unit.
#include <fmt/format.h>

#include <algorithm>

#include "scoring/unit.hpp"

namespace cchc::scoring {
namespace {

using criteria::CompiledBand;
using feel::Value;

Verdict takes(Scorer& scorer, const CompiledBand& band) {
    Verdict all = Verdict::yes;
    if (band.when) {
        const Value on = scorer.value(band.on);
        all = on.is_missing() ? Verdict::missing : verdict_of(scorer.test(*band.when, on));
    }
    if (all == Verdict::no || !band.condition) return all;
    const Verdict condition = verdict_of(scorer.value(*band.condition));
    if (condition == Verdict::no || condition == Verdict::missing || all == Verdict::yes) return condition;
    return all;
}

std::string undecided(const Band& band, Verdict why) {
    return fmt::format("band \"{}\" cannot be decided: {}", band.id,
                       why == Verdict::missing ? "a fact that it reads is missing" : "its condition has no value");
}

// The best band that takes the unit; -1 and a reason where one cannot be decided.
int taken(const CriteriaSet::Impl& set, Scorer& scorer, std::string& reason) {
    for (std::size_t i = 0; i < set.bands.size(); ++i) {
        if (!set.bands[i].exists[scorer.kind()]) continue;
        const Verdict v = takes(scorer, set.compiled_bands[i]);
        if (v == Verdict::yes) return static_cast<int>(i);
        if (v == Verdict::no) continue;
        reason = undecided(set.bands[i], v);
        return -1;
    }
    reason = "no band takes this result";
    return -1;
}

// The lowest band that a condition holds the unit down to; -1: none.
int cap(const CriteriaSet::Impl& set, Scorer& scorer, std::string& reason, bool& decided) {
    int lowest = -1;
    for (std::size_t i = 0; i < set.bands.size(); ++i) {
        if (!set.bands[i].exists[scorer.kind()]) continue;
        for (std::size_t k = 0; k < set.compiled_bands[i].at_most.size(); ++k) {
            const Verdict v = verdict_of(scorer.value(set.compiled_bands[i].at_most[k]));
            if (v == Verdict::no) continue;
            if (v != Verdict::yes) {
                decided = false;
                reason = fmt::format("{} ({})", undecided(set.bands[i], v), set.bands[i].at_most[k].condition);
                return -1;
            }
            lowest = static_cast<int>(i);
            reason = fmt::format("at most \"{}\": {}", set.bands[i].id, set.bands[i].at_most[k].condition);
        }
    }
    return lowest;
}

int lowest_band(const CriteriaSet::Impl& set, std::size_t kind) {
    int last = -1;
    for (std::size_t i = 0; i < set.bands.size(); ++i)
        if (set.bands[i].exists[kind]) last = static_cast<int>(i);
    return last;
}

}  // namespace

int find_band(const CriteriaSet::Impl& set, Scorer& scorer, std::string& reason) {
    if (lowest_band(set, scorer.kind()) < 0) return -1;
    std::string cap_reason;
    bool decided = true;
    const int capped = cap(set, scorer, cap_reason, decided);
    // Held down to the lowest, it is there whatever its points are.
    if (capped >= 0 && capped == lowest_band(set, scorer.kind())) {
        reason = cap_reason;
        return capped;
    }
    const int found = taken(set, scorer, reason);
    if (found < 0) return -1;
    if (!decided) {
        reason = cap_reason;
        return -1;
    }
    if (capped > found) {
        reason = cap_reason;
        return capped;
    }
    return found;
}

}  // namespace cchc::scoring
