// Units scored together as one document.
#include "cchc/scores.hpp"

#include "cchc/error.hpp"
#include "support.hpp"

namespace scores_test {

namespace {

cchc::Facts facts(const std::string& unit, const char* value) {
    return cchc::Facts::from_json(R"({"format": "cchc.facts/1", "unit": ")" + unit + R"(", "facts": {"given.a": )" + value +
                                  R"(, "given.b": 0, "given.c": 0, "given.d": 0, "given.area": 0, "given.centre": 0}})");
}

}  // namespace

TEST_CASE("Scorecards stand in the order of the units, the ranking in the order of places") {
    const auto set = cchc::CriteriaSet::from_json(scoring_test::read_file("tests/golden/criteria/bands.json"));
    const std::vector<cchc::Facts> units = {facts("A", "5"), facts("B", "25"), facts("C", "20")};
    cchc::ScoresOptions options;
    options.ranking.outside = {"B"};
    const std::string text = cchc::scores_to_json(set, units, options);
    const auto root = cchc::json::parse(text, "scores");
    CHECK(scoring_test::text(root, "format") == "cchc.scores/1");
    const auto* cards = scoring_test::member(root, "scorecards");
    REQUIRE(cards->items.size() == 3);
    const auto together = cchc::score_together(set, units, {}, options.ranking.outside);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(scoring_test::text(cards->items[i], "unit") == units[i].unit);
        CHECK(scoring_test::text(cards->items[i], "points") == together[i].points.to_string());
    }
    const auto* ranking = scoring_test::member(*scoring_test::member(root, "ranking"), "units");
    CHECK(scoring_test::text(ranking->items[2], "unit") == "B");
    CHECK(text.find("\"trace\"") == std::string::npos);
    options.trace = true;
    CHECK(cchc::scores_to_json(set, units, options).find("\"trace\"") != std::string::npos);
    CHECK(cchc::scores_to_json(set, {}).find("\"scorecards\": []") != std::string::npos);
}

TEST_CASE("Options of scores are read strictly") {
    const auto options = cchc::ScoresOptions::from_json(
        R"({"format": "cchc.scores_options/1", "outside": ["A", "B"], "by_kind": true, "trace": true})");
    CHECK(options.ranking.outside == std::vector<std::string>{"A", "B"});
    CHECK(options.ranking.by_kind);
    CHECK(options.trace);
    CHECK_FALSE(cchc::ScoresOptions::from_json(R"({"format": "cchc.scores_options/1"})").trace);
    for (const char* bad : {"{}", R"({"format": "cchc.scores_options/1", "trace": 1})",
                            R"({"format": "cchc.scores_options/1", "outside": "A"})",
                            R"({"format": "cchc.scores_options/1", "sorted": true})"}) {
        INFO(bad);
        CHECK_THROWS_AS(cchc::ScoresOptions::from_json(bad), cchc::Error);
    }
}

}  // namespace scores_test
