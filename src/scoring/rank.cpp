// Rankings of units.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cchc/error.hpp"
#include "json/writer.hpp"
#include "scoring/among.hpp"
#include "scoring/number_json.hpp"

namespace cchc {
namespace {

std::string why_outside(const CriteriaSet::Impl& set, const Scorecard& card, const RankOptions& options) {
    if (!scoring::is_ranked(set, card.unit, card.kind, options.outside)) return "not ranked with the others";
    if (!card.complete) return "the total is not complete";
    if (card.rank_keys.empty()) return "the key of the ranking has no value";
    return {};
}

// Places for the rows [begin, end) of one group, which are sorted from the best.
void give_places(const CriteriaSet::Impl& set, std::span<const Scorecard> cards, std::span<RankRow> rows) {
    std::int64_t place = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool equal = i > 0 && cards[rows[i].unit].rank_keys == cards[rows[i - 1].unit].rank_keys;
        if (!equal) place = set.ties == Ties::dense ? place + 1 : static_cast<std::int64_t>(i) + 1;
        rows[i].rank = place;
        if (equal) rows[i].tied = rows[i - 1].tied = true;
    }
}

}  // namespace

std::vector<RankRow> rank(const CriteriaSet& criteria, std::span<const Scorecard> cards, const RankOptions& options) {
    const CriteriaSet::Impl& set = criteria.impl();
    std::vector<RankRow> ranked, outside;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        if (cards[i].set != set.id || cards[i].version != set.version)
            throw Error(ErrorCode::incompatible, fmt::format("unit \"{}\" was scored under {} {}, not {} {}", cards[i].unit,
                                                             cards[i].set, cards[i].version, set.id, set.version));
        RankRow row;
        row.unit = i;
        if (options.by_kind) row.group = cards[i].kind;
        row.reason = why_outside(set, cards[i], options);
        (row.reason.empty() ? ranked : outside).push_back(std::move(row));
    }
    const auto better = [&](const RankRow& a, const RankRow& b) {
        if (a.group != b.group) return a.group < b.group;
        const auto &left = cards[a.unit].rank_keys, &right = cards[b.unit].rank_keys;
        if (left != right) return std::lexicographical_compare(right.begin(), right.end(), left.begin(), left.end());
        return cards[a.unit].unit < cards[b.unit].unit;
    };
    const auto by_name = [&](const RankRow& a, const RankRow& b) { return cards[a.unit].unit < cards[b.unit].unit; };
    std::stable_sort(ranked.begin(), ranked.end(), better);
    std::stable_sort(outside.begin(), outside.end(), by_name);
    for (std::size_t begin = 0; begin < ranked.size();) {
        std::size_t end = begin;
        while (end < ranked.size() && ranked[end].group == ranked[begin].group) ++end;
        give_places(set, cards, std::span(ranked).subspan(begin, end - begin));
        begin = end;
    }
    ranked.insert(ranked.end(), std::make_move_iterator(outside.begin()), std::make_move_iterator(outside.end()));
    return ranked;
}

std::string ranking_to_json(const CriteriaSet& criteria, std::span<const Scorecard> cards, std::span<const RankRow> rows) {
    json::Writer w;
    w.object().member("format", "cchc.ranking/1").member("set", criteria.id()).member("version", criteria.version());
    w.key("units").array();
    for (const RankRow& row : rows) {
        const Scorecard& card = cards[row.unit];
        w.object().member("unit", card.unit);
        if (!card.kind.empty()) w.member("kind", card.kind);
        if (row.rank) {
            w.member("rank", *row.rank).member("tied", row.tied);
        } else {
            w.key("rank").raw("null").member("reason", row.reason);
        }
        scoring::number(w, "total", card.total);
        scoring::number(w, "index", card.index);
        if (card.band >= 0) w.member("band", criteria.bands()[static_cast<std::size_t>(card.band)].id);
        w.end();
    }
    return w.end().end().take();
}

}  // namespace cchc
