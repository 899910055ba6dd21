// Scorecards and rankings as documents.
#include "unit/report/round_support.hpp"

namespace score_documents_test {

using namespace cchc;
using namespace cchc::report::test;
using report::Chart;
using report::ColumnTotal;
using report::Document;

TEST_CASE("Scores: fields against their maxima, a trace, a ranking with intervals") {
    const CriteriaSet criteria = CriteriaSet::builtin("huong-hoa-2020.inspection");
    const Inspection round = full_round(criteria);
    const InspectionResult result = round.result();
    REQUIRE(result.units[0].score);
    const Document traced = report::scorecard(criteria, *result.units[0].score, report::Head{}, Lang::vi, &result.facts[0]);
    REQUIRE(traced.table("cach-tinh") != nullptr);
    CHECK(traced.table("cach-tinh")->rows.size() == result.units[0].score->leaves.size());
    CHECK(report::scorecard(criteria, *result.units[0].score, report::Head{}, Lang::vi).table("cach-tinh") == nullptr);
    check_whole(traced);
    const report::Table* tree = traced.table("diem");
    REQUIRE(tree != nullptr);
    CHECK(*tree->rows.back()[3].value == result.units[0].score->points);

    std::vector<Scorecard> cards;
    for (const UnitResult& unit : result.units) cards.push_back(*unit.score);
    const std::vector<RankRow> rows = rank(criteria, cards);
    for (const Lang lang : {Lang::vi, Lang::en})
        check_whole(report::ranking(criteria, cards, rows, nullptr, report::Head{}, lang));
}

TEST_CASE("A ranking shows the interval of each place, and who is outside") {
    const CriteriaSet criteria = CriteriaSet::builtin("huong-hoa-2020.inspection");
    std::vector<Scorecard> cards(3);
    const std::vector<std::string> units = {"A", "B", "C"};
    for (std::size_t i = 0; i < 3; ++i) {
        cards[i].unit = units[i];
        cards[i].total.emplace(90 - 10 * static_cast<int>(i));
    }
    std::vector<RankRow> rows(3);
    for (std::size_t i = 0; i < 2; ++i) {
        rows[i].unit = i;
        rows[i].rank = static_cast<std::int64_t>(i) + 1;
    }
    rows[2].unit = 2;
    rows[2].reason = "the total is not complete";
    SensitivityResult draws;
    draws.draws = 10;
    draws.points = Number(1, 10);
    draws.units.resize(2);
    for (std::size_t i = 0; i < 2; ++i) {
        draws.units[i].unit = units[i];
        draws.units[i].rank = rows[i].rank;
        draws.units[i].best = 1;
        draws.units[i].worst = 2;
    }
    const Document d = report::ranking(criteria, cards, rows, &draws, report::Head{}, Lang::vi);
    check_whole(d);
    const report::Table* t = d.table("xep-hang");
    REQUIRE(t != nullptr);
    REQUIRE(t->rows.size() == 3);
    CHECK(*cell(*t, "1", 2).value == Number(90));
    CHECK(*cell(*t, "2", 5).value == Number(1));
    CHECK(*cell(*t, "2", 6).value == Number(2));
    CHECK(t->rows[2][7].text == "tổng điểm chưa đủ số liệu");
    const auto charts = blocks_of<Chart>(d);
    REQUIRE(charts.size() == 1);
    CHECK(charts[0]->kind == Chart::Kind::ranks);
    CHECK(charts[0]->categories == std::vector<std::string>{"A", "B"});
    CHECK(charts[0]->series[2].values[0] == 2.0);
    CHECK(charts[0]->alternative == "Thứ hạng và khoảng dao động: hạng 1: A (từ 1 đến 2); hạng 2: B (từ 1 đến 2)");
}

}  // namespace score_documents_test
