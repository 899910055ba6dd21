// Statistics and scores in documents.
#include <map>

#include "unit/report/round_support.hpp"

namespace scores_test {

using namespace cchc;
using namespace cchc::report::test;
using report::Chart;
using report::ColumnTotal;
using report::Document;

TEST_CASE("Statistics come as tables and pictures, and form II.06a with sums that a sheet can compute") {
    Inspection round = full_round();
    round.set_statistics(small_statistics());
    const std::vector<Document> all = whole_documents(round, round.result());
    const Document d = report::summary(round, round.result(), Lang::vi);
    const report::Table* outcomes = d.table("ket-qua-ho-so");
    REQUIRE(outcomes != nullptr);
    CHECK(*cell(*outcomes, "Tổng số", 6).value == Number(2));
    CHECK(*cell(*outcomes, "Tổng số", 8).value == Number(200, 3));
    std::map<Chart::Kind, int> charts;
    for (const Chart* chart : blocks_of<Chart>(d)) ++charts[chart->kind];
    CHECK(charts[Chart::Kind::stacked_bars] == 1);
    CHECK(charts[Chart::Kind::line] == 1);
    CHECK(charts[Chart::Kind::histogram] == 1);
    const report::Table* late = d.table("so-ngay-qua-han");
    REQUIRE(late != nullptr);
    CHECK(*cell(*late, "2", 1).value == Number(1));  // due Thursday the 5th, done Monday the 9th
    const Document form = report::form_ii06a(small_statistics(), 0, report::Head{}, Lang::vi);
    const report::Table* table = form.table("mau-ii-06a");
    REQUIRE(table != nullptr);
    CHECK(table->columns.size() == 13);
    const report::Table* months = d.table("theo-thang");
    REQUIRE(months != nullptr);
    CHECK(*cell(*months, "03/2020", 2).value == Number(2));
    CHECK_THROWS_AS(report::form_ii06a(small_statistics(), 9, report::Head{}, Lang::vi), Error);
    CHECK(table->columns[2].total.kind == ColumnTotal::Kind::sum);
    CHECK(*table->rows.back()[2].value == Number(4));
    check_whole(form);
    check_whole(report::form_ii06a(small_statistics(), 0, report::Head{}, Lang::en));
}

TEST_CASE("Scores: fields against their maxima, a trace only where there are facts, a ranking") {
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
    for (const Lang lang : {Lang::vi, Lang::en}) {
        const Document d = report::ranking(criteria, cards, rows, nullptr, report::Head{}, lang);
        check_whole(d);
        REQUIRE(d.table("xep-hang") != nullptr);
        CHECK(d.table("xep-hang")->columns.size() == 6);  // no places that nobody drew
        CHECK(d.table("xep-hang")->rows.size() == 3);
    }
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
    CHECK(t->rows[2][7].text == "Tổng điểm chưa đủ số liệu");
    const auto charts = blocks_of<Chart>(d);
    REQUIRE(charts.size() == 1);
    CHECK(charts[0]->kind == Chart::Kind::ranks);
    CHECK(charts[0]->categories == std::vector<std::string>{"A", "B"});
    CHECK(charts[0]->series[2].values[0] == 2.0);
    CHECK(charts[0]->alternative == "Thứ hạng và khoảng dao động: hạng 1: A (từ 1 đến 2); hạng 2: B (từ 1 đến 2)");
}

TEST_CASE("Form II.06a speaks one language, down to sources and identities") {
    const Document vi = report::form_ii06a(small_statistics(), 0, report::Head{}, Lang::vi);
    const Document en = report::form_ii06a(small_statistics(), 0, report::Head{}, Lang::en);
    CHECK(cell(*vi.table("can-doi"), "E", 2).text == "6 = 11 của kỳ trước");
    CHECK(cell(*en.table("can-doi"), "E", 2).text == "6 = 11 of the previous period");
    CHECK(cell(*vi.table("ty-le"), "R1", 5).text == "(8 + 9) / 7; bảng thông tin của hệ thống một cửa điện tử");
    CHECK(cell(*en.table("ty-le"), "R4", 5).text == "(8 + 9) / 3; Decree 61/2018/NĐ-CP, Article 30.2c");
}

TEST_CASE("Agencies stand in the order of the plan, those outside it after them; counts are grouped everywhere") {
    Inspection round = round_of(R"({"unit": "UBND xã Thành", "kind": "xa"}, {"unit": "UBND xã Thanh", "kind": "xa"})");
    std::string csv = "id,agency,received,due,completed\n";
    for (int i = 0; i < 1200; ++i) {
        const std::string agency = i == 0 ? "Phòng A" : i < 11 ? "UBND xã Thanh" : "UBND xã Thành";
        csv += std::to_string(i) + "," + agency + ",2020-03-02,2020-03-05,2020-03-05\n";
    }
    Query query = small_statistics().query;
    Statistics statistics(query);
    statistics.add(read_csv(csv).dossiers);
    round.set_statistics(statistics.result());
    const InspectionResult result = round.result();
    for (const Document& d : report::all_documents(round, result, Lang::vi)) {
        if (d.kind != "summary" && d.kind != "form-ii06a") continue;
        const report::Table* t = d.table("ket-qua-ho-so");
        REQUIRE(t != nullptr);
        const bool form = d.kind == "form-ii06a";  // which has all agencies; the summary names those outside
        REQUIRE(t->rows.size() == (form ? 4 : 3));
        CHECK(t->rows[0][0].text == "UBND xã Thành");
        CHECK(t->rows[1][0].text == "UBND xã Thanh");
        CHECK(t->rows[2][0].text == (form ? "Phòng A" : "Tổng số"));
        CHECK(t->rows[0][2].text == "1.189");
        CHECK(blocks_of<Chart>(d)[0]->alternative.find(form ? "đúng hạn 1.200" : "đúng hạn 1.199") != std::string::npos);
        if (form) CHECK(d.table("mau-ii-06a")->rows[0][1].text == "UBND xã Thành");
    }
    const Document en = report::summary(round, result, Lang::en);
    CHECK(cell(*en.table("ket-qua-ho-so"), "Total", 2).text == "1,199");
}

TEST_CASE("A trace reads in words; its formulas stand apart") {
    const CriteriaSet criteria = CriteriaSet::builtin("huong-hoa-2020.inspection");
    Facts facts;
    facts.unit = "UBND xã Thanh";
    facts.kind = "xa";
    facts.source = "statistics";
    facts.values["dossiers.resolved.total"] = Decimal(103);
    facts.values["dossiers.resolved.early"] = Decimal(38);
    facts.values["dossiers.resolved.on_time"] = Decimal(62);
    facts.values["outline.i1a.plan_issued"] = true;
    facts.values["outline.i9.pci"] = std::string("raised");
    const Scorecard card = score(criteria, facts);
    const Document vi = report::scorecard(criteria, card, report::Head{}, Lang::vi, &facts);
    const Document en = report::scorecard(criteria, card, report::Head{}, Lang::en, &facts);
    const report::Table& trace = *vi.table("cach-tinh");
    CHECK(
        cell(trace, "I.3.d.1", 1).text ==
        "Hồ sơ đã giải quyết = 103; Hồ sơ đã giải quyết trước hạn = 38; Hồ sơ đã giải quyết đúng hạn = 62 (số liệu hồ sơ)");
    CHECK(cell(trace, "I.3.d.1", 2).text == "Dòng 2 của bảng điểm (trị số tính được 97,09: từ 90 đến dưới 98)");
    CHECK(cell(trace, "I.1.a.1", 2).text == "Dòng 1 của bảng điểm (Đã ban hành Kế hoạch cải cách hành chính năm 2020: có)");
    CHECK(cell(trace, "I.1.a.2", 2).text == "Chưa tính được: thiếu số liệu");
    CHECK(cell(*en.table("cach-tinh"), "I.3.d.1", 2).text ==
          "Row 2 of the table (the value computed 97.09: from 90 to less than 98)");
    for (const Document* d : {&vi, &en})
        for (const auto& row : d->table("cach-tinh")->rows)
            for (std::size_t c = 1; c < row.size(); ++c)
                for (const char* code : {"outline.", "max", "..", "[", "statistics]", "false", "true"})
                    CHECK(row[c].text.find(code) == std::string::npos);
    CHECK(cell(*vi.table("diem"), "I.1.a.2", 5).text == "Thiếu số liệu: Số nhiệm vụ của kế hoạch");
    CHECK(cell(*vi.table("cong-thuc"), "I.3.d.1", 1).text.find("dòng 2: max * 3 / 4") != std::string::npos);
}

TEST_CASE("Scores of another set are refused, not looked up") {
    const CriteriaSet criteria = CriteriaSet::builtin("huong-hoa-2020.inspection");
    std::vector<Scorecard> cards(4);
    cards[0].set = "another";
    cards[1].leaves.emplace_back().criterion = 100000;
    cards[2].groups.emplace_back().criterion = -1;
    cards[3].accounts.emplace_back().account = 7;
    const std::vector<RankRow> rows(1);
    for (const Scorecard& card : cards) {
        const auto code_of = [](const auto& call) -> std::optional<ErrorCode> {
            try {
                call();
            } catch (const Error& error) {
                return error.code();
            }
            return std::nullopt;
        };
        CHECK(code_of([&] { report::scorecard(criteria, card, report::Head{}, Lang::vi); }) == ErrorCode::argument_range);
        CHECK(code_of([&] {
                  report::ranking(criteria, {&card, 1}, rows, nullptr, report::Head{}, Lang::vi);
              }) == ErrorCode::argument_range);
    }
}

TEST_CASE("One set of draws stands in the summary and in the ranking; empty draws give no places") {
    const CriteriaSet criteria = CriteriaSet::builtin("huong-hoa-2020.inspection");
    const Inspection round = full_round(criteria);
    InspectionResult result = round.result();
    SensitivityResult draws;
    draws.draws = 1234;
    result.ranking.clear();
    for (std::size_t i = 0; i < result.units.size(); ++i) {
        RankRow& row = result.ranking.emplace_back();
        row.unit = i;
        row.rank = static_cast<std::int64_t>(i) + 1;
        SensitivityUnit& unit = draws.units.emplace_back();
        unit.unit = result.units[i].unit;
        unit.rank = row.rank;
        unit.best = 1;
        unit.worst = 3;
    }
    const SensitivityResult none;
    std::size_t seen = 0;
    for (const Document& d : report::all_documents(round, result, Lang::vi, &draws)) {
        const report::Table* t = d.table("xep-hang");
        if (t == nullptr) continue;
        ++seen;
        CHECK(t->columns.size() == 8);
        CHECK(*t->rows[0][6].value == Number(3));
        CHECK(t->notes.back().find("1.234 lần thử") != std::string::npos);
    }
    CHECK(seen == 2);
    for (const Document& d : report::all_documents(round, result, Lang::vi, &none))
        if (d.table("xep-hang") != nullptr) CHECK(d.table("xep-hang")->columns.size() == 6);
    CHECK(report::summary(round, result, Lang::vi, &none).table("xep-hang")->columns.size() == 6);
}

}  // namespace scores_test
