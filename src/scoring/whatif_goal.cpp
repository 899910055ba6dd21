#include "scoring/whatif_goal.hpp"

#include <algorithm>

#include "scoring/entry.hpp"
#include "scoring/whatif_band.hpp"

namespace cchc::scoring {
namespace {

using criteria::ResultSlot;

constexpr std::int64_t most_points = 1'000'000;  // 40 such gains stay far below 2^63

// Beyond a million points a gain is as good as endless, and a need as far as any.
std::int64_t counted(const Number& points, RoundingMode mode) {
    if (points >= Number(most_points)) return most_points * per_point;
    if (points.sign() <= 0) return 0;
    return (points * Number(per_point)).rounded(0, mode).whole().value_or(0);
}

}  // namespace

Goal::Goal(const CriteriaSet::Impl& set, Scorer& scorer, const Scorecard& card, int band, std::vector<Candidate> candidates)
    : set_(set),
      scorer_(scorer),
      card_(card),
      band_(band),
      candidates_(std::move(candidates)),
      raised_(candidates_.size(), false) {
    const PointWeights weights(set, scorer.kind(), card);
    add_caps();
    for (const Cap& cap : caps_)
        if (cap.trend == flat && verdict_of(scorer.value(*cap.code)) != Verdict::no) return;  // no points change that
    for (int i = 0; i <= band; ++i)
        if (set.bands[static_cast<std::size_t>(i)].exists[scorer.kind()])
            if (auto way = way_to(i, card, weights)) ways_.push_back(std::move(*way));
    has_conditions_ = !set.accounts.empty() || !sums_tell_all();
}

void Goal::add_caps() {
    for (std::size_t i = static_cast<std::size_t>(band_) + 1; i < set_.bands.size(); ++i) {
        if (!set_.bands[i].exists[scorer_.kind()]) continue;
        for (const feel::Code& code : set_.compiled_bands[i].at_most)
            caps_.push_back({&code, trend_of(set_, code, scorer_)});
    }
}

bool Goal::sums_tell_all() const {
    return std::all_of(caps_.begin(), caps_.end(), [](const Cap& cap) { return cap.trend == flat; }) &&
           std::all_of(ways_.begin(), ways_.end(), [](const Way& way) { return way.measured && way.condition == flat; });
}

bool Goal::useful(std::size_t candidate) const {
    return !sums_tell_all() ||
           std::any_of(ways_.begin(), ways_.end(), [&](const Way& way) { return way.gains[candidate] > 0; });
}

Number Goal::gain(const Candidate& c, const ResultSlot& slot, const PointWeights& weights) const {
    const auto criterion = static_cast<std::size_t>(card_.leaves[c.leaf].criterion);
    const Number points = c.to - c.from;
    const int account = set_.criteria[criterion].account;
    switch (slot.kind) {
        case ResultSlot::Kind::total_without:
            if (account == slot.account) return 0;
            [[fallthrough]];
        case ResultSlot::Kind::total:
        case ResultSlot::Kind::exact_total:
            return account >= 0 ? points : points * weights.in_tree(criterion) * weights.of_set();
        case ResultSlot::Kind::index: return account >= 0 ? Number() : points * weights.in_tree(criterion);
        default:  // points("…")
            if (slot.account >= 0) return account == slot.account ? points : Number();
            return points * weights.within(criterion, static_cast<std::size_t>(slot.criterion));
    }
}

std::optional<Way> Goal::way_to(int index, const Scorecard& card, const PointWeights& weights) {
    const criteria::CompiledBand& band = set_.compiled_bands[static_cast<std::size_t>(index)];
    Way way;
    way.band = index;
    way.measure = trend_of(set_, band.on, scorer_);
    if (band.condition) way.condition = trend_of(set_, *band.condition, scorer_);
    if (way.condition == flat && band.condition && verdict_of(scorer_.value(*band.condition)) != Verdict::yes)
        return std::nullopt;
    const auto threshold = threshold_of(set_, scorer_, card, index);
    way.gains.assign(candidates_.size(), 0);
    if (!threshold) {
        if (way.measure == can_rise) return std::nullopt;
        way.measure = can_both;
        return way;
    }
    way.least = threshold->needed;
    const ResultSlot* slot = measured_by(set_, band.on);
    way.measured = slot != nullptr && slot->kind != ResultSlot::Kind::min_leaf && slot->kind != ResultSlot::Kind::max_points;
    if (!way.measured) return way;
    way.need = counted(threshold->missing, threshold->open ? RoundingMode::floor : RoundingMode::ceiling);
    if (threshold->open) ++way.need;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
        way.gains[i] = counted(gain(candidates_[i], *slot, weights), RoundingMode::ceiling);
    return way;
}

const Scorecard& Goal::score(const std::vector<bool>& chosen) {
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
        if (chosen[i] == raised_[i]) continue;
        card_.leaves[candidates_[i].leaf].points = chosen[i] ? candidates_[i].to : candidates_[i].from;
        raised_[i] = chosen[i];
    }
    rescore(set_, scorer_, card_);
    ++scorings_;
    return card_;
}

// `known` is what can still happen to the results in the slots: they can only rise from the least set, only fall from the
// most. What is false then, and cannot become true that way, stays false.
bool Goal::caps_allow(Trend known) {
    for (const Cap& cap : caps_)
        if (verdict_of(scorer_.value(*cap.code)) != Verdict::no &&
            (cap.trend == flat || cap.trend == (known == can_rise ? can_rise : can_fall)))
            return false;
    return true;
}

bool Goal::way_allows(const Way& way, Trend known) {
    const criteria::CompiledBand& band = set_.compiled_bands[static_cast<std::size_t>(way.band)];
    if (band.condition && verdict_of(scorer_.value(*band.condition)) != Verdict::yes &&
        (way.condition == flat || way.condition == (known == can_rise ? can_fall : can_rise)))
        return false;
    if (!band.when || way.measure == can_both || way.measure == can_fall) return true;
    const feel::Value on = scorer_.value(band.on);
    if (!on.is_number()) return way.measure != flat;
    if (way.measure == flat) return scorer_.test(*band.when, on).is_true();
    return known == can_rise ? entry_from(*band.when, on.number, scorer_).has_value() : on.number >= way.least;
}

bool Goal::more_can_reach() {
    return caps_allow(can_rise) &&
           std::any_of(ways_.begin(), ways_.end(), [&](const Way& way) { return way_allows(way, can_rise); });
}

bool Goal::less_can_reach() {
    return caps_allow(can_fall) &&
           std::any_of(ways_.begin(), ways_.end(), [&](const Way& way) { return way_allows(way, can_fall); });
}

}  // namespace cchc::scoring
