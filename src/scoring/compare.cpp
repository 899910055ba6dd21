// One unit in two years, each under its own set.
#include <fmt/format.h>

#include "cchc/error.hpp"
#include "cchc/scoring.hpp"
#include "json/writer.hpp"
#include "scoring/number_json.hpp"

namespace cchc {
namespace {

struct Standing {
    std::optional<Number> points, index;
};

// Nothing where the set has no such criterion, or the unit has no points for it.
Standing standing(const CriteriaSet& criteria, const Scorecard& card, const std::string& id) {
    const int criterion = criteria.find(id);
    if (criterion < 0) return {};
    for (const GroupScore& g : card.groups)
        if (g.criterion == criterion) return {g.points, g.index};
    for (const LeafScore& l : card.leaves) {
        if (l.criterion != criterion) continue;
        if (l.points && l.max.sign() != 0) return {l.points, Number(100) * *l.points / l.max};
        return {l.points, std::nullopt};
    }
    return {};
}

void require_scored_under(const CriteriaSet& criteria, const Scorecard& card) {
    if (card.set == criteria.id() && card.version == criteria.version()) return;
    throw Error(ErrorCode::incompatible, fmt::format("unit \"{}\" was scored under {} {}, not {} {}", card.unit, card.set,
                                                     card.version, criteria.id(), criteria.version()));
}

void year(json::Writer& w, std::string_view name, const CriteriaSet& criteria, const Scorecard& card) {
    w.key(name).object().member("unit", card.unit);
    if (!card.kind.empty()) w.member("kind", card.kind);
    w.member("set", card.set).member("version", card.version);
    scoring::number(w, "total", card.total);
    scoring::number(w, "index", card.index);
    if (card.band >= 0) w.member("band", criteria.bands()[static_cast<std::size_t>(card.band)].id);
    w.end();
}

}  // namespace

std::vector<ScoreChange> compare(const CriteriaSet& criteria_before, const Scorecard& before,
                                 const CriteriaSet& criteria_after, const Scorecard& after) {
    require_scored_under(criteria_before, before);
    require_scored_under(criteria_after, after);
    std::vector<ScoreChange> out;
    const auto add = [&](const Criterion& c) {
        Standing was = standing(criteria_before, before, c.id), is = standing(criteria_after, after, c.id);
        out.push_back(
            {c.id, c.title, std::move(was.points), std::move(is.points), std::move(was.index), std::move(is.index)});
    };
    for (const Criterion& c : criteria_after.criteria()) add(c);
    for (const Criterion& c : criteria_before.criteria())
        if (criteria_after.find(c.id) < 0) add(c);
    return out;
}

std::string comparison_to_json(const CriteriaSet& criteria_before, const Scorecard& before,
                               const CriteriaSet& criteria_after, const Scorecard& after) {
    const std::vector<ScoreChange> changes = compare(criteria_before, before, criteria_after, after);
    json::Writer w;
    w.object().member("format", "cchc.comparison/1");
    year(w, "before", criteria_before, before);
    year(w, "after", criteria_after, after);
    w.key("criteria").array();
    for (const ScoreChange& change : changes) {
        w.object().member("criterion", change.id);
        scoring::number(w, "points_before", change.before);
        scoring::number(w, "points_after", change.after);
        scoring::number(w, "index_before", change.index_before);
        scoring::number(w, "index_after", change.index_after);
        w.end();
    }
    return w.end().end().take();
}

}  // namespace cchc
