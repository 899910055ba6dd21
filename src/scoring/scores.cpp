#include "cchc/scores.hpp"

#include "json/value.hpp"
#include "json/writer.hpp"

namespace cchc {

ScoresOptions ScoresOptions::from_json(std::string_view text, std::string_view source) {
    const json::Value root = json::parse(text, source);
    json::Object o(json::Node(root, source));
    o.expect_format("cchc.scores_options/1");
    ScoresOptions options;
    if (const auto outside = o.find("outside"))
        for (const json::Node& unit : outside->items()) options.ranking.outside.emplace_back(unit.string());
    if (const auto by_kind = o.find("by_kind")) options.ranking.by_kind = by_kind->boolean();
    if (const auto trace = o.find("trace")) options.trace = trace->boolean();
    o.done();
    return options;
}

std::string scores_to_json(const CriteriaSet& criteria, std::span<const Facts> facts, const ScoresOptions& options,
                           const Progress& progress) {
    const auto cards = score_together(criteria, facts, {}, options.ranking.outside, progress);
    json::Writer w;
    w.object().member("format", "cchc.scores/1").key("scorecards").array();
    for (std::size_t i = 0; i < cards.size(); ++i)
        w.document(cards[i].to_json(criteria, options.trace ? &facts[i] : nullptr));
    w.end().key("ranking").document(ranking_to_json(criteria, cards, rank(criteria, cards, options.ranking)));
    return w.end().take();
}

}  // namespace cchc
