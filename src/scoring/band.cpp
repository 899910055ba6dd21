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

// What the conditions of at_most say.
struct Caps {
    int lowest = -1;     // the lowest band that a condition holds the unit down to; -1: none
    int undecided = -1;  // the lowest band of a condition that has no value
    std::string reason, undecided_reason;
};

Caps look_at_caps(const CriteriaSet::Impl& set, Scorer& scorer) {
    Caps caps;
    for (std::size_t i = 0; i < set.bands.size(); ++i) {
        if (!set.bands[i].exists[scorer.kind()]) continue;
        for (std::size_t k = 0; k < set.compiled_bands[i].at_most.size(); ++k) {
            const Verdict v = verdict_of(scorer.value(set.compiled_bands[i].at_most[k]));
            const std::string& condition = set.bands[i].at_most[k].condition;
            if (v == Verdict::yes) {
                caps.lowest = static_cast<int>(i);
                caps.reason = fmt::format("at most \"{}\": {}", set.bands[i].id, condition);
            } else if (v != Verdict::no) {
                caps.undecided = static_cast<int>(i);
                caps.undecided_reason = fmt::format("{} ({})", undecided(set.bands[i], v), condition);
            }
        }
    }
    return caps;
}

int lowest_band(const CriteriaSet::Impl& set, std::size_t kind) {
    int last = -1;
    for (std::size_t i = 0; i < set.bands.size(); ++i)
        if (set.bands[i].exists[kind]) last = static_cast<int>(i);
    return last;
}

}  // namespace

int find_band(const CriteriaSet::Impl& set, Scorer& scorer, bool complete, std::string& reason) {
    const int lowest = lowest_band(set, scorer.kind());
    if (lowest < 0) return -1;
    Caps caps = look_at_caps(set, scorer);
    // Held down to the lowest, it is there whatever its points are.
    if (caps.lowest == lowest) {
        reason = std::move(caps.reason);
        return lowest;
    }
    if (!complete) {
        reason = "the total is not complete";
        return -1;
    }
    const int found = taken(set, scorer, reason);
    if (found < 0) return -1;
    // A condition that cannot be decided matters only where it would hold the unit further down.
    if (caps.undecided > std::max(found, caps.lowest)) {
        reason = std::move(caps.undecided_reason);
        return -1;
    }
    if (caps.lowest <= found) return found;
    reason = std::move(caps.reason);
    return caps.lowest;
}

}  // namespace cchc::scoring
