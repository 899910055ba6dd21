// What scoring says in English is told in Vietnamese, with the same data.
#include "inspection/score_texts.hpp"
#include "cchc/appraisal.hpp"
#include "unit/report/round_support.hpp"

namespace score_texts_test {

using namespace cchc;
using namespace cchc::report::test;

namespace {

const CriteriaSet& rounds_set() {
    static const CriteriaSet set = CriteriaSet::from_json(R"({"format": "cchc.criteria/1", "id": "test.rounds",
        "version": "1", "valid": {"from": "2020-01-01"}, "max": 10, "fields": [{"id": "f", "max": 10, "criteria": [
        {"id": "a", "max": 4, "evidence": "required", "rule": {"manual": {"step": "0.5"}}},
        {"id": "b", "max": 3, "rule": {"points": "done"}},
        {"id": "c", "max": 3, "assessed_by": "survey", "rule": {"manual": {}}}]}]})");
    return set;
}

Facts rounds_facts() {
    Facts facts;
    facts.unit = "u";
    facts.values.emplace("done", Decimal(2));
    return facts;
}

std::string sheet_of(const std::string& entries, const std::string& rounds) {
    return R"({"format": "cchc.appraisal/1", "unit": "u", "set": "test.rounds", "version": "1", "rounds": )" + rounds +
           R"(, "entries": [)" + entries + "]}";
}

std::string entry_of(const char* criterion, const char* round, const std::string& rest) {
    return std::string(R"({"criterion": ")") + criterion + R"(", "round": ")" + round + "\"" +
           (rest.empty() ? "" : ", " + rest) + "}";
}

std::string refused_in_vietnamese(const std::string& entries, const std::string& rounds = "{}") {
    const auto sheet =
        read_appraisal(rounds_set(), rounds_facts(), sheet_of(entries, rounds), "sheet", Calendar::builtin("vn"));
    REQUIRE(sheet.refused.size() == 1);
    return inspection::refusal_in_vietnamese(sheet.refused.front());
}

}  // namespace

TEST_CASE("Each refusal of a score sheet has a Vietnamese sentence with its data") {
    const std::string points = R"("points": 1)", sheet = "phiếu chấm điểm: ";
    CHECK(refused_in_vietnamese(entry_of("x", "self", points)) == sheet + "bộ tiêu chí không có tiêu chí thành phần “x”");
    CHECK(refused_in_vietnamese(entry_of("c", "self", points)) == sheet + "đơn vị không tự chấm tiêu chí “c”");
    CHECK(refused_in_vietnamese(entry_of("a", "self", points)) ==
          sheet + "thiếu tài liệu kiểm chứng hoặc lý do nêu cách tính điểm");
    CHECK(refused_in_vietnamese(entry_of("b", "self", points) + "," + entry_of("b", "self", points)) ==
          sheet + "tiêu chí “b” được ghi hai lần ở vòng tự chấm");
    CHECK(refused_in_vietnamese(entry_of("b", "appraisal", R"("points": 1.5)")) ==
          sheet + "đổi điểm từ 2 thành 1,5 phải có lý do");
    CHECK(refused_in_vietnamese(entry_of("b", "explanation", "")) == sheet + "giải trình phải có lý do");
    CHECK(refused_in_vietnamese(entry_of("b", "explanation", points)) ==
          sheet + "giải trình không cho điểm; điểm do thẩm định lần hai cho");
    CHECK(refused_in_vietnamese(entry_of("b", "second_appraisal", points)) ==
          sheet + "thẩm định lần hai khi chưa có thẩm định lần đầu");
    CHECK(refused_in_vietnamese(entry_of("b", "appraisal", "")) == sheet + "không ghi điểm");
}

TEST_CASE("Refusals of late and locked rounds name the round and the days") {
    const std::string due = R"({"self": {"due": "2026-04-29"}, "explanation": {"locked": true}})";
    CHECK(refused_in_vietnamese(entry_of("b", "self", R"("points": 2, "at": "2026-04-30")"), due) ==
          "phiếu chấm điểm: vòng tự chấm đến hạn ngày 29/04/2026; điểm ghi ngày 30/04/2026");
    CHECK(refused_in_vietnamese(entry_of("b", "self", R"("points": 2)"), due) ==
          "phiếu chấm điểm: vòng tự chấm có hạn nên phải ghi ngày chấm");
    CHECK(refused_in_vietnamese(entry_of("a", "explanation", R"("reason": "x")"), due) ==
          "phiếu chấm điểm: vòng giải trình đã khóa");
}

TEST_CASE("A refusal that nobody foresaw is told without its English words") {
    CHECK(inspection::refusal_in_vietnamese({CheckFinding::Severity::error, "late", {}, "a new sentence", {}}) ==
          "phiếu chấm điểm: vòng “…” đến hạn ngày …; điểm ghi ngày …");
    CHECK(inspection::refusal_in_vietnamese({CheckFinding::Severity::error, "new_code", {}, "a new sentence", {}}) ==
          "phiếu chấm điểm: điểm ghi không dùng được");
}

TEST_CASE("Problems of scorecards are told in Vietnamese; unknown words are left to the reader of files") {
    const auto told = [](const char* text) { return inspection::score_problem_in_vietnamese(rounds_set(), text); };
    CHECK(told("fact \"done\": the sources differ") == "số liệu “done”: các nguồn ghi khác nhau nên chưa dùng được");
    CHECK(told("scores: the set has no leaf \"x\"") == "phiếu chấm điểm có tiêu chí “x” mà bộ tiêu chí không có");
    CHECK(told("no_case: a does not say what no case means") == "tiêu chí a không quy định cách chấm khi không phát sinh");
    CHECK(told("not_applicable: the set has no criterion \"x\"") ==
          "dữ kiện ghi không áp dụng tiêu chí “x” mà bộ tiêu chí không có");
    CHECK_FALSE(told("something new"));
    GivenScores given;
    given.self.emplace().points = Number(9);
    const Scorecard card = score(rounds_set(), rounds_facts(), {{"a", given}});
    REQUIRE(card.problems.size() == 1);
    CHECK(told(card.problems[0].c_str()) == "điểm tự chấm của tiêu chí a không đúng khung điểm nên không được tính");
}

TEST_CASE("Points of what is known so far are not shown as a whole") {
    std::vector<Scorecard> cards = {score(rounds_set(), rounds_facts())};  // a and c have no points
    REQUIRE_FALSE(cards[0].total);
    std::vector<RankRow> rows(1);
    rows[0].reason = "the total is not complete";
    const report::Document ranking = report::ranking(rounds_set(), cards, rows, nullptr, report::Head{}, Lang::vi);
    const report::Table& places = *ranking.table("xep-hang");
    CHECK(places.rows[0][3].text.empty());  // no index
    CHECK(places.rows[0][4].text == "Chưa xếp loại");
    CHECK(places.rows[0][5].text == "Tổng điểm chưa đủ số liệu");
    CHECK(places.notes[0] == "Bộ tiêu chí “test.rounds” (phiên bản 1).");
    CHECK(ranking.table("diem-binh-quan") == nullptr);  // no mean over fields that are not complete
    const report::Document card = report::scorecard(rounds_set(), cards[0], report::Head{}, Lang::vi);
    CHECK(says(all_texts(card), "Điểm của phần đã có số liệu: 2 điểm trên 10"));
    CHECK(says(all_texts(card), "Chỉ số: –"));
    CHECK(card.table("diem-linh-vuc")->notes == std::vector<std::string>{"Chưa đủ số liệu, điểm là của phần đã có: f."});
}

}  // namespace score_texts_test
