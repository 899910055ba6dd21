#include "scoring/whatif_band.hpp"

#include <fmt/format.h>

#include "cchc/error.hpp"
#include "scoring/entry.hpp"

namespace cchc::scoring {
namespace {

using criteria::CompiledBand;
using criteria::ResultSlot;
using feel::Value;

const CompiledBand& compiled(const CriteriaSet::Impl& set, int band) {
    return set.compiled_bands[static_cast<std::size_t>(band)];
}

// How many points make up a difference of what is measured.
Number in_points(const ResultSlot& slot, const Scorecard& card, const Number& difference) {
    return slot.kind == ResultSlot::Kind::index ? difference * card.applicable / Number(100) : difference;
}

bool exists(const CriteriaSet::Impl& set, const Scorer& scorer, int band) {
    return set.bands[static_cast<std::size_t>(band)].exists[scorer.kind()];
}

// Whether more points can bring the unit into the band; one whose value is missing may be.
bool ahead(const CriteriaSet::Impl& set, Scorer& scorer, const Scorecard& card, int band) {
    return !scorer.value(compiled(set, band).on).is_number() || threshold_of(set, scorer, card, band).has_value();
}

int next_better(const CriteriaSet::Impl& set, Scorer& scorer, const Scorecard& card) {
    int nearest = -1;
    for (int i = card.band < 0 ? static_cast<int>(set.bands.size()) : card.band; i-- > 0;) {
        if (!exists(set, scorer, i)) continue;
        if (ahead(set, scorer, card, i)) return i;
        if (nearest < 0) nearest = i;
    }
    return nearest;
}

int find_wanted(const CriteriaSet::Impl& set, const Scorer& scorer, const Scorecard& card, const std::string& wanted) {
    for (std::size_t i = 0; i < set.bands.size(); ++i) {
        const int band = static_cast<int>(i);
        if (set.bands[i].id != wanted || !exists(set, scorer, band)) continue;
        if (card.band < 0 || band < card.band) return band;
        throw Error(ErrorCode::argument_range, fmt::format("expected a band better than \"{}\"; found \"{}\"",
                                                           set.bands[static_cast<std::size_t>(card.band)].id, wanted));
    }
    throw Error(ErrorCode::unknown_name, fmt::format("the set {} has no band \"{}\" for this unit", set.id, wanted));
}

void measure(const CriteriaSet::Impl& set, Scorer& scorer, const Scorecard& card, NextBand& next) {
    const CompiledBand& band = compiled(set, next.band);
    const Value on = scorer.value(band.on);
    if (!on.is_number()) {
        next.reason = card.complete ? "what the band measures has no value" : "the total is not complete";
        return;
    }
    next.value = on.number;
    const auto threshold = threshold_of(set, scorer, card, next.band);
    if (!threshold) {
        next.reason = "no more points bring the unit into the band";
        return;
    }
    next.needed = threshold->needed;
    next.more_than = threshold->open;
    if (measured_by(set, band.on) == nullptr && threshold->needed != on.number) {
        next.reason = "the band measures an expression, not a result";
    } else {
        next.missing = threshold->missing;
    }
}

void conditions(const CriteriaSet::Impl& set, Scorer& scorer, NextBand& next) {
    const auto target = static_cast<std::size_t>(next.band);
    const Band& band = set.bands[target];
    if (const auto& code = set.compiled_bands[target].condition)
        if (const Verdict v = verdict_of(scorer.value(*code)); v != Verdict::yes)
            next.not_met.push_back({false, next.band, band.condition, v, {}, band.legal_basis});
    for (std::size_t i = target + 1; i < set.bands.size(); ++i) {
        if (!set.bands[i].exists[scorer.kind()]) continue;
        for (std::size_t k = 0; k < set.bands[i].at_most.size(); ++k) {
            const BandCap& cap = set.bands[i].at_most[k];
            const Verdict v = verdict_of(scorer.value(set.compiled_bands[i].at_most[k]));
            if (v != Verdict::no)
                next.not_met.push_back({true, static_cast<int>(i), cap.condition, v, cap.title, cap.legal_basis});
        }
    }
}

}  // namespace

const ResultSlot* measured_by(const CriteriaSet::Impl& set, const feel::Code& on) {
    const feel::Node& root = on.nodes[on.root];
    if (root.op != feel::Op::name && root.op != feel::Op::special) return nullptr;
    const std::uint32_t slot = root.op == feel::Op::name ? on.name_slots[root.a] : on.special_slots[root.a];
    for (const ResultSlot& result : set.results)
        if (result.slot == slot) return &result;
    return nullptr;
}

std::optional<Threshold> threshold_of(const CriteriaSet::Impl& set, Scorer& scorer, const Scorecard& card, int index) {
    const CompiledBand& band = compiled(set, index);
    const Value on = scorer.value(band.on);
    if (!on.is_number()) return std::nullopt;
    Threshold out{on.number, on.number, Number(), false};
    if (!band.when) return out;
    const ResultSlot* slot = measured_by(set, band.on);
    const bool rounded = slot != nullptr && slot->kind == ResultSlot::Kind::total && set.rounding;
    const auto entry = rounded ? entry_on_grid(*band.when, on.number, set.rounding->places, scorer)
                               : entry_from(*band.when, on.number, scorer);
    if (!entry) return std::nullopt;
    out.needed = entry->at;
    out.open = entry->open;
    if (slot == nullptr || (entry->at == on.number && !entry->open)) return out;
    if (rounded) {
        const Entry exact = rounds_to(entry->at, *set.rounding);
        out.missing = exact.at - *card.exact_total;
        out.open = exact.open;
    } else {
        out.missing = in_points(*slot, card, entry->at - on.number);
    }
    return out;
}

std::optional<NextBand> next_band(const CriteriaSet::Impl& set, Scorer& scorer, const Scorecard& card,
                                  const std::string& wanted) {
    NextBand next;
    next.band = wanted.empty() ? next_better(set, scorer, card) : find_wanted(set, scorer, card, wanted);
    if (next.band < 0) return std::nullopt;
    next.on = set.bands[static_cast<std::size_t>(next.band)].on;
    measure(set, scorer, card, next);
    conditions(set, scorer, next);
    return next;
}

}  // namespace cchc::scoring
