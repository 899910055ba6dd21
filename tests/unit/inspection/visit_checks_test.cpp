// Visits held to the plan: each deviation alone.
#include "cchc/inspection.hpp"
#include "test.hpp"

namespace visit_checks_test {

using namespace cchc;

namespace {

constexpr std::string_view outline_text =
    R"j({"format": "cchc.outline/1", "id": "small", "version": "1", "title": "Đề cương",
 "sections": [{"id": "I", "title": "Chung", "figures": [{"id": "plan", "type": "yes_no", "title": "Kế hoạch"}]}]})j";

constexpr std::string_view plan_text = R"j({"format": "cchc.plan/1", "id": "round", "version": "1", "year": 2020,
 "document": {"number": "1/KH", "date": "2020-06-17"}, "period": {"from": "2020-01-01", "to": "2020-10-01"},
 "checklist": [{"id": "one-stop", "title": "Một cửa", "of": ["xa"]}, {"id": "archive", "title": "Lưu trữ"}],
 "team": [{"body": "Phòng Nội vụ", "role": "head"}, {"body": "Phòng Nội vụ", "role": "secretary"}, {"body": "Phòng Tư pháp"}],
 "subjects": [{"unit": "A", "kind": "xa", "visit": "2020-09-15"}, {"unit": "B", "kind": "phong"},
  {"unit": "C", "kind": "phong", "visited": false}]})j";

// The problems of a visit with these members, as "error|warning code pointer".
std::vector<std::string> problems_of(const std::string& members) {
    Inspection round(InspectionPlan::from_json(plan_text), Outline::from_json(outline_text), Calendar::builtin("vn"));
    round.add_visit(R"({"format": "cchc.visit/1", )" + members + "}", "v.json");
    std::vector<std::string> out;
    for (const InspectionProblem& p : round.result().problems) {
        CHECK(p.source == "v.json");
        CHECK_FALSE(p.message.vi.empty());
        CHECK_FALSE(p.message.en.empty());
        out.push_back((p.error ? "error " : "warning ") + p.code + " " + p.pointer);
    }
    return out;
}

using Problems = std::vector<std::string>;

}  // namespace

TEST_CASE("A visit as the plan has it says nothing") {
    CHECK(problems_of(R"("unit": "A", "date": "2020-09-15", "present": [{"body": "Phòng  Nội vụ", "role": "head"},
        {"body": "Phòng Tư pháp"}], "items": [{"item": "one-stop", "result": "met"}])")
              .empty());
}

TEST_CASE("A visit on another day, on a day off, or to a unit that the team does not visit is a question") {
    CHECK(problems_of(R"("unit": "A", "date": "2020-09-16")") == Problems{"warning other_day /date"});
    CHECK(problems_of(R"("unit": "B", "date": "2020-09-12")") == Problems{"warning day_off /date"});  // a Saturday
    CHECK(problems_of(R"("unit": "B", "date": "2020-09-02")") == Problems{"warning day_off /date"});  // the national day
    CHECK(problems_of(R"("unit": "C", "date": "2020-09-15")") == Problems{"warning unplanned_visit /unit"});
}

TEST_CASE("A visit before the plan does not count") {
    CHECK(problems_of(R"("unit": "B", "date": "2020-06-16")") == Problems{"error before_plan /date"});
    CHECK(problems_of(R"("unit": "B", "date": "2020-06-17")").empty());
    CHECK(problems_of(R"("unit": "B", "date": "2019-06-17")") == Problems{"error before_plan /date"});
}

TEST_CASE("Who is not of the team, or not in that role, is a question") {
    CHECK(problems_of(R"("unit": "B", "date": "2020-09-15", "present": [{"body": "Phòng Y tế"}])") ==
          Problems{"warning not_in_team /present/0"});
    CHECK(problems_of(R"("unit": "B", "date": "2020-09-15", "present": [{"body": "Phòng Nội vụ", "role": "secretary"},
        {"body": "Phòng Tư pháp", "role": "head"}])") == Problems{"warning not_in_team /present/1"});
}

TEST_CASE("A check that is not for this kind of unit is a question where it was judged") {
    CHECK(problems_of(R"("unit": "B", "date": "2020-09-15", "items": [{"item": "one-stop", "result": "not_met"}])") ==
          Problems{"warning not_for_kind /items/0"});
    CHECK(problems_of(R"("unit": "B", "date": "2020-09-15", "items": [{"item": "one-stop", "result": "not_applicable"}])")
              .empty());
}

}  // namespace visit_checks_test
