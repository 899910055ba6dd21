#include "cchc/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cchc/error.hpp"
#include "scoring/sensitivity_model.hpp"

namespace cchc {
namespace {

using Ranges = std::vector<std::pair<std::uint64_t, std::uint64_t>>;

// Both together, neighbours joined; none where they overlap.
std::optional<Ranges> joined(Ranges all, const Ranges& more) {
    all.insert(all.end(), more.begin(), more.end());
    std::sort(all.begin(), all.end());
    Ranges out;
    for (const auto& range : all) {
        if (range.first == range.second) continue;
        if (!out.empty() && range.first < out.back().second) return std::nullopt;
        if (!out.empty() && range.first == out.back().second) {
            out.back().second = range.second;
        } else {
            out.push_back(range);
        }
    }
    return out;
}

// The least rank that at least so many percent of the draws do not exceed.
std::int64_t quantile(const std::vector<std::pair<std::int64_t, std::uint64_t>>& histogram, std::uint64_t draws,
                      std::uint64_t percent) {
    const std::uint64_t enough = draws / 100 * percent + (draws % 100 * percent + 99) / 100;
    std::uint64_t sum = 0;
    for (const auto& [rank, count] : histogram) {
        sum += count;
        if (sum >= enough) return rank;
    }
    return histogram.back().first;
}

Number count(std::uint64_t n) { return Number(static_cast<std::int64_t>(n)); }

}  // namespace

Sensitivity::Sensitivity(const CriteriaSet& criteria, std::span<const Scorecard> cards, const SensitivityOptions& options)
    : model_(scoring::make_model(criteria, cards, options)), seen_(model_->units.size()) {}

void Sensitivity::run(std::uint64_t first, std::uint64_t last, const Progress& progress) {
    if (last < first)
        throw Error(ErrorCode::argument_range, fmt::format("expected draws from {} up; found {}", first, last));
    auto ranges = joined(ranges_, {{first, last}});
    if (!ranges)
        throw Error(ErrorCode::argument_range, fmt::format("some of the draws {} to {} were made already", first, last));
    scoring::Drawer drawer(*model_);
    auto seen = seen_;
    const auto tell = [&](std::uint64_t draw) {
        if (progress) progress(static_cast<std::int64_t>(draw - first), static_cast<std::int64_t>(last - first));
    };
    for (std::uint64_t draw = first; draw < last; ++draw) {
        tell(draw);
        const std::vector<std::int64_t>& ranks = drawer.ranks(draw);
        for (std::size_t u = 0; u < ranks.size(); ++u) ++seen[u][ranks[u]];
    }
    tell(last);
    seen_.swap(seen);
    ranges_ = std::move(*ranges);
}

void Sensitivity::merge(const Sensitivity& other) {
    if (model_ != other.model_ && model_->key() != other.model_->key())
        throw Error(ErrorCode::incompatible, "draws of other units or options cannot be merged");
    auto ranges = joined(ranges_, other.ranges_);
    if (!ranges) throw Error(ErrorCode::incompatible, "some draws were made by both");
    auto seen = seen_;
    for (std::size_t u = 0; u < seen.size(); ++u)
        for (const auto& [rank, times] : other.seen_[u]) seen[u][rank] += times;
    seen_.swap(seen);
    ranges_ = std::move(*ranges);
}

namespace {

// Mean, extremes and quantiles; returns the sum of |rank − nominal|.
Number summarise(SensitivityUnit& unit, std::uint64_t draws) {
    Number sum, change;
    for (const auto& [rank, times] : unit.histogram) {
        sum += Number(rank) * count(times);
        change += Number(std::abs(rank - *unit.rank)) * count(times);
    }
    unit.mean = sum / count(draws);
    unit.best = unit.histogram.front().first;
    unit.worst = unit.histogram.back().first;
    unit.p5 = quantile(unit.histogram, draws, 5);
    unit.p95 = quantile(unit.histogram, draws, 95);
    return change;
}

Number mean_change(const std::vector<std::optional<std::int64_t>>& ranks, const std::vector<scoring::RankedUnit>& units) {
    Number sum;
    std::uint64_t both = 0;
    for (std::size_t u = 0; u < units.size(); ++u) {
        if (!ranks[u]) continue;
        sum += Number(std::abs(*ranks[u] - units[u].nominal));
        ++both;
    }
    return both == 0 ? sum : sum / count(both);
}

}  // namespace

SensitivityResult Sensitivity::result() const {
    SensitivityResult out;
    out.set = model_->criteria.id();
    out.version = model_->criteria.version();
    out.points = model_->options.points;
    out.weights = model_->options.weights;
    out.seed = model_->options.seed;
    out.ranges = ranges_;
    for (const auto& [first, last] : ranges_) out.draws += last - first;
    out.fields = model_->fields;
    std::vector<std::size_t> ranked(model_->cards.size(), 0);  // card → unit
    for (std::size_t u = 0; u < model_->units.size(); ++u) ranked[model_->units[u].card] = u;
    Number change;
    for (const RankRow& row : model_->rows) {
        SensitivityUnit& unit = out.units.emplace_back();
        unit.unit = model_->cards[row.unit].unit;
        unit.kind = model_->cards[row.unit].kind;
        unit.group = row.group;
        unit.rank = row.rank;
        unit.reason = row.reason;
        if (!row.rank) continue;
        const std::size_t u = ranked[row.unit];
        for (const auto& ranks : model_->without) unit.without.push_back(ranks[u]);
        unit.histogram.assign(seen_[u].begin(), seen_[u].end());
        if (out.draws > 0) change += summarise(unit, out.draws);
    }
    if (out.draws > 0 && !model_->units.empty()) out.mean_change = change / count(out.draws) / count(model_->units.size());
    for (const auto& ranks : model_->without) out.mean_change_without.push_back(mean_change(ranks, model_->units));
    return out;
}

}  // namespace cchc
