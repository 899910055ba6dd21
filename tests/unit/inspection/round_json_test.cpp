// A whole round as JSON, byte for byte: what it adds up to was counted by hand from the parts below.
#include "cchc/inspection.hpp"
#include "refusal.hpp"
#include "test.hpp"

namespace round_json_test {

using namespace cchc;
using inspection_test::golden;

namespace {

constexpr std::string_view outline_text =
    R"j({"format": "cchc.outline/1", "id": "small", "version": "2", "title": "Đề cương",
 "sections": [{"id": "I", "title": "Chung", "figures": [
  {"id": "plan", "type": "yes_no", "title": {"vi": "Kế hoạch", "en": "Plan"}},
  {"id": "tasks", "type": "pair", "title": {"vi": "Nhiệm vụ", "en": "Tasks"}, "part": "xong", "whole": "tất cả",
   "fact": "outline.done", "whole_fact": "outline.planned"},
  {"id": "news", "type": "breakdown", "title": "Tin, bài", "required": false,
   "kinds": [{"id": "radio", "title": "đài"}, {"id": "web", "title": "trang tin"}]},
  {"id": "guidance", "type": "documents", "title": "Văn bản", "required": false},
  {"id": "dossiers", "type": "dossiers", "title": "Hồ sơ", "early": "inside", "of": ["xa"]}]}]})j";

constexpr std::string_view plan_text =
    R"j({"format": "cchc.plan/1", "id": "round", "version": "1", "year": 2020, "synthetic": true,
 "document": {"number": "1/KH", "date": "2020-06-17"}, "period": {"from": "2020-01-01", "to": "2020-10-01"},
 "checklist": [{"id": "one-stop", "title": "Một cửa"}, {"id": "archive", "title": "Lưu trữ"}],
 "subjects": [{"unit": "Xã A", "kind": "xa"}, {"unit": "Xã B", "kind": "xa"}, {"unit": "Phòng C", "kind": "phong", "visited": false}],
 "reports": [{"id": "q1", "title": "Quý I", "period": {"from": "2019-12-15", "to": "2020-03-15"}, "due": "2020-03-20"}],
 "tasks": [{"id": "outline", "text": "Lập đề cương", "owners": ["Phòng Nội vụ"], "due": "2020-07-01", "done": "2020-07-03"}],
 "self_report_due": "2020-08-31"})j";

// 10 points by the tasks that are done, 5 by people.
constexpr std::string_view criteria_text =
    R"j({"format": "cchc.criteria/1", "id": "mau", "version": "1", "status": "example",
 "title": {"vi": "Mẫu", "en": "Sample"}, "units": ["xa", "phong"], "valid": {"from": "2020-01-01", "to": null}, "max": 15,
 "rounding": {"places": 2, "mode": "half_up"}, "legal_basis": [{"document": "test"}],
 "facts": {"outline.done": {"type": "number"}, "outline.planned": {"type": "number"}},
 "fields": [{"id": "1", "title": {"vi": "Một", "en": "One"}, "max": 15, "criteria": [
  {"id": "1.1", "title": {"vi": "Nhiệm vụ", "en": "Tasks"}, "max": 10, "when_no_case": "zero",
   "rule": {"points": "max * outline.done / outline.planned"}},
  {"id": "1.2", "title": {"vi": "Sáng kiến", "en": "Ideas"}, "max": 5, "rule": {"manual": {"step": "0.5"}}}]}]})j";

// In time; its first quarterly report one working day late; 1 of 2 tasks; one dossier fewer than the records have.
constexpr std::string_view report_a = R"j({"format": "cchc.self-report/1", "unit": "Xã A", "sent": "2020-08-31",
 "period": {"from": "2020-01-01", "to": "2020-10-01"}, "reports_sent": {"q1": "2020-03-23"}, "proposals": ["Thêm máy quét"],
 "figures": {"plan": {"value": true}, "tasks": {"part": 1, "whole": 2}, "news": {"kinds": {"radio": 3, "web": 4}, "total": 7},
  "guidance": {"documents": [{"number": "05/KH", "date": "2020-01-20"}]},
  "dossiers": {"received": 1, "on_time": 1, "early": 1, "overdue": 0}}})j";
// Three working days late: the 2nd of September is the national day. 9 of 10 tasks.
constexpr std::string_view report_b = R"j({"format": "cchc.self-report/1", "unit": "Xã B", "sent": "2020-09-04",
 "period": {"from": "2020-01-01", "to": "2020-10-01"}, "not_applicable": {"dossiers": "Chưa có bộ phận một cửa"},
 "figures": {"plan": {"value": "yes"}, "tasks": {"part": 9, "whole": 10}, "news": {"kinds": {"radio": 2}}, "pages": {"value": 1}}})j";
constexpr std::string_view visit_a = R"j({"format": "cchc.visit/1", "unit": "Xã A", "date": "2020-09-15",
 "items": [{"item": "one-stop", "result": "partly"}, {"item": "archive", "result": "not_met"}],
 "sampled": [{"id": "1", "received": "2020-03-02", "due": "2020-03-05", "completed": "2020-03-06", "recorded": "on_time"}]})j";
constexpr std::string_view findings_text = R"j({"format": "cchc.findings/1", "findings": [
  {"id": "2019-1", "unit": "Xã A", "kind": "shortcoming", "text": "Chậm", "origin": "inspection-2019", "raised": "2019-09-02"},
  {"id": "2019-2", "unit": "Xã B", "kind": "difficulty", "text": "Thiếu máy", "origin": "inspection-2019", "raised": "2019-09-02"},
  {"id": "2020-1", "unit": "Xã A", "kind": "shortcoming", "item": "one-stop", "text": "Chưa niêm yết", "origin": "inspection-2020", "raised": "2020-09-15"},
  {"id": "2020-2", "unit": "Xã A", "kind": "good_model", "text": "Hẹn qua tin nhắn", "origin": "inspection-2020", "raised": "2020-09-15"}],
 "conclusions": [{"unit": "Xã A", "document": {"number": "3/KL", "date": "2019-10-01"}, "fixes": [{"finding": "2019-1", "due": "2019-12-31"}]},
  {"unit": "Xã B", "document": {"number": "4/KL", "date": "2019-10-01"}, "fixes": [{"finding": "2019-2", "due": "2019-12-31"}]}],
 "remedies": [{"finding": "2019-1", "measure": "Sửa", "done": "2020-01-03"}]})j";
constexpr std::string_view sheet_a =
    R"j({"format": "cchc.appraisal/1", "unit": "Xã A", "set": "mau", "version": "1", "entries": [
 {"criterion": "1.2", "round": "appraisal", "points": 3.5, "reason": "hai sáng kiến"}, {"criterion": "9", "round": "self", "points": 1}]})j";

StatisticsResult dossiers(const InspectionPlan& plan) {
    Query query;
    query.from = plan.from;
    query.to = plan.to;
    query.policy = OutcomePolicy::builtin("outline-274");
    query.groupings = {{Dimension::agency}};
    Statistics statistics(query);
    statistics.add(read_csv("id,agency,received,due,completed\n"
                            "1,Xã A,2020-03-02,2020-03-05,2020-03-04\n"
                            "2,Xã A,2020-03-02,2020-03-05,2020-03-06\n")
                       .dossiers);
    return statistics.result();
}

Inspection whole_round() {
    Inspection round(InspectionPlan::from_json(plan_text), Outline::from_json(outline_text), Calendar::builtin("vn"),
                     CriteriaSet::from_json(criteria_text, "mau.json"));
    CHECK(round.add_self_report(report_a, "self-reports/a.json"));
    CHECK(round.add_self_report(report_b, "self-reports/b.json"));
    CHECK_FALSE(round.add_self_report("{\n  \"unit\": ", "self-reports/torn.json"));
    CHECK(round.add_visit(visit_a, "visits/a.json"));
    CHECK(round.add_findings(findings_text, "findings/all.json"));
    CHECK(round.add_facts(
        R"({"format": "cchc.facts/1", "unit": "Xã B", "kind": "xa", "source": "survey", "facts": {"outline.done": 8}})",
        "facts/b.json"));
    CHECK(round.add_scores(sheet_a, "scores/a.json"));
    round.set_statistics(dossiers(round.plan()));
    return round;
}

}  // namespace

TEST_CASE("a whole round is written byte for byte") {
    const Inspection round = whole_round();
    CHECK(to_json(round, round.result()) == golden("result.json"));
}

TEST_CASE("a result is as of a day that the calendar covers") {
    const Inspection round = whole_round();
    CHECK(round.result(*round.plan().document.date).self_reports.empty());
    CHECK(round.result(round.calendar().to()).self_reports.size() == 2);
    CHECK_THROWS_AS(round.result(round.calendar().from() - std::chrono::days{1}), Error);
    CHECK_THROWS_AS(round.result(round.calendar().to() + std::chrono::days{1}), Error);
}

TEST_CASE("the problems of a self-report alone are written byte for byte") {
    const SelfReport report = SelfReport::from_json(report_b, "b.json", Outline::from_json(outline_text), "xa");
    CHECK(to_json(report.problems) == golden("problems.json"));
    CHECK(to_json(std::span<const InspectionProblem>()) ==
          "{\n  \"format\": \"cchc.inspection-problems/1\",\n  \"problems\": []\n}\n");
}

}  // namespace round_json_test
