// A round of three units, by hand: one in time, one late, one that sent nothing.
#include "cchc/inspection.hpp"
#include "test.hpp"

namespace inspection_test {

using namespace cchc;

namespace {

constexpr std::string_view outline_text =
    R"j({"format": "cchc.outline/1", "id": "small", "version": "1", "title": "Đề cương",
 "sections": [{"id": "I", "title": "Chung", "figures": [
  {"id": "plan", "type": "yes_no", "title": "Kế hoạch", "fact": "outline.plan"},
  {"id": "tasks", "type": "pair", "title": "Nhiệm vụ", "part": "xong", "whole": "tất cả", "fact": "outline.done",
   "whole_fact": "outline.planned"},
  {"id": "fixed", "type": "pair", "title": "Khắc phục", "part": "xong", "whole": "tất cả", "remedies_since": "2015-01-01",
   "fact": "outline.fixed", "whole_fact": "outline.raised"},
  {"id": "dossiers", "type": "dossiers", "title": "Hồ sơ", "required": false}]}]})j";

constexpr std::string_view plan_text = R"j({"format": "cchc.plan/1", "id": "round", "version": "1", "year": 2020,
 "document": {"number": "1/KH", "date": "2020-06-17"}, "period": {"from": "2020-01-01", "to": "2020-10-01"},
 "checklist": [{"id": "one-stop", "title": "Một cửa"}, {"id": "archive", "title": "Lưu trữ"}],
 "subjects": [{"unit": "A", "kind": "xa"}, {"unit": "B", "kind": "xa"}, {"unit": "C", "kind": "phong", "visited": false}],
 "reports": [{"id": "q1", "title": "Quý I", "period": {"from": "2019-12-15", "to": "2020-03-15"}, "due": "2020-03-20"}],
 "tasks": [{"id": "t", "text": "Lập đề cương", "owners": ["Phòng Nội vụ"], "due": "2020-07-01", "done": "2020-07-03"}],
 "self_report_due": "2020-08-31"})j";

constexpr std::string_view report_a = R"j({"format": "cchc.self-report/1", "unit": "A", "sent": "2020-08-31",
 "period": {"from": "2020-01-01", "to": "2020-10-01"}, "reports_sent": {"q1": "2020-03-23"},
 "figures": {"plan": {"value": true}, "tasks": {"part": 1, "whole": 2},
  "dossiers": {"received": 1, "on_time": 1, "early": 0, "overdue": 0}}})j";
constexpr std::string_view report_b = R"j({"format": "cchc.self-report/1", "unit": "B", "sent": "2020-09-04",
 "period": {"from": "2020-01-01", "to": "2020-10-01"},
 "figures": {"plan": {"value": "yes"}, "tasks": {"part": 9, "whole": 10}, "fixed": {"part": 1, "whole": 1}}})j";
constexpr std::string_view findings_text = R"j({"format": "cchc.findings/1",
 "findings": [{"id": "2019-1", "unit": "A", "kind": "shortcoming", "text": "Chậm", "origin": "inspection-2019", "raised": "2019-09-02"}],
 "conclusions": [{"unit": "A", "document": {"number": "3/KL", "date": "2019-10-01"}, "fixes": [{"finding": "2019-1", "due": "2019-12-31"}]}],
 "remedies": [{"finding": "2019-1", "measure": "Sửa", "done": "2020-01-03"}]})j";
constexpr std::string_view visit_a = R"j({"format": "cchc.visit/1", "unit": "A", "date": "2020-09-15",
 "items": [{"item": "one-stop", "result": "not_met"}]})j";

Inspection round_of(std::string_view plan = plan_text) {
    return Inspection(InspectionPlan::from_json(plan), Outline::from_json(outline_text), Calendar::builtin("vn"));
}

Inspection full_round() {
    Inspection round = round_of();
    CHECK(round.add_self_report(report_a, "a.json"));
    CHECK(round.add_self_report(report_b, "b.json"));
    CHECK(round.add_findings(findings_text, "f.json"));
    CHECK(round.add_visit(visit_a, "v.json"));
    return round;
}

const InspectionProblem* named(const InspectionResult& result, std::string_view code, std::string_view unit = {}) {
    for (const InspectionProblem& p : result.problems)
        if (p.code == code && (unit.empty() || p.unit == unit)) return &p;
    return nullptr;
}

std::size_t count_of(const InspectionResult& result, std::string_view code) {
    std::size_t n = 0;
    for (const InspectionProblem& p : result.problems) n += p.code == code;
    return n;
}

}  // namespace

TEST_CASE("Each unit of a round: in time, late, missing, by working days") {
    const InspectionResult result = full_round().result();
    REQUIRE(result.units.size() == 3);
    CHECK(result.units[0].self_report.state == DueState::in_time);
    CHECK(result.units[1].self_report.state == DueState::late);
    CHECK(result.units[1].self_report.working_days == 3);  // 1, 3, 4 September: the 2nd is the national day
    CHECK(result.units[2].self_report.state == DueState::missing);
    CHECK(result.units[0].reports_due.at(0).state == DueState::late);
    CHECK(result.units[0].reports_due.at(0).working_days == 1);
    CHECK(result.units[1].reports_due.at(0).state == DueState::missing);
    CHECK(result.units[2].reports_due.at(0).state == DueState::unknown);
    CHECK(result.tasks.at(0).state == DueState::late);
    CHECK(result.tasks.at(0).working_days == 2);
}

TEST_CASE("The consolidation is a ratio of sums, and names who is missing") {
    const InspectionResult result = full_round().result();
    const ConsolidatedFigure& tasks = result.consolidation.figures.at(1);
    CHECK(tasks.sum == Number(10));
    CHECK(tasks.whole == Number(12));
    CHECK(tasks.missing == std::vector<std::string>{"C"});
    const ConsolidatedFigure& plan = result.consolidation.figures.at(0);
    CHECK(plan.yes == 1);
    CHECK(plan.missing == std::vector<std::string>{"B", "C"});
}

TEST_CASE("Records of findings answer where the unit does not, and question it where it does") {
    const InspectionResult result = full_round().result();
    const SelfReport& a = result.self_reports.at(0);
    REQUIRE(a.figures.contains("fixed"));
    CHECK(a.figures.at("fixed").number == Decimal(1));
    CHECK(a.figures.at("fixed").whole == Decimal(1));
    CHECK(named(result, "missing_figure", "A") == nullptr);
    const InspectionProblem* differs = named(result, "figure_differs", "B");
    REQUIRE(differs != nullptr);  // B says 1 of 1, nothing was ever raised there
    CHECK_FALSE(differs->error);
    CHECK(result.units[0].remedies.handled == 1);
    CHECK(result.units[0].remedies.late == 1);
    CHECK(result.remedies.at(0).state == RemedyState::fixed_late);
    CHECK(result.remedies.at(0).working_days_late == 2);  // 2 and 3 January; the 1st is a holiday
}

TEST_CASE("Of the records count those of the origins that a figure names") {
    std::string outline(outline_text), findings(findings_text);
    const std::string since = "\"remedies_since\": \"2015-01-01\",";
    outline.replace(outline.find(since), since.size(),
                    since + " \"remedies_origins\": [\"inspection-2019\", \"inspection-2020\"],");
    findings.replace(findings.find("{\"id\": \"2019-1\""), 0,
                     "{\"id\": \"audit-1\", \"unit\": \"A\", \"kind\": \"shortcoming\", \"text\": \"x\", "
                     "\"origin\": \"audit\", \"raised\": \"2019-09-03\"}, "
                     "{\"id\": \"2020-1\", \"unit\": \"A\", \"kind\": \"difficulty\", \"text\": \"x\", "
                     "\"origin\": \"inspection-2020\", \"raised\": \"2020-09-03\"}, ");
    Inspection round(InspectionPlan::from_json(plan_text), Outline::from_json(outline), Calendar::builtin("vn"));
    CHECK(round.add_self_report(report_a, "a.json"));
    CHECK(round.add_findings(findings, "f.json"));
    const InspectionResult result = round.result();
    REQUIRE(result.self_reports.at(0).figures.contains("fixed"));
    CHECK(result.self_reports.at(0).figures.at("fixed").number == Decimal(1));
    CHECK(result.self_reports.at(0).figures.at("fixed").whole == Decimal(2));  // the audit's is not the team's
}

TEST_CASE("A plan or an as-of day that the calendar does not have is named") {
    std::string plan(plan_text);
    plan.replace(plan.find("\"to\": \"2020-10-01\""), 18, "\"to\": \"2400-10-01\"");
    const auto place = [](const auto& call) {
        try {
            call();
        } catch (const Error& error) {
            return error.where().source + "#" + error.where().pointer;
        }
        return std::string("nothing thrown");
    };
    CHECK(place([&] { round_of(plan); }) == "plan#/period");
    CHECK(place([] { round_of().result(make_date(2400, 1, 1)); }) == "as_of#");
}

TEST_CASE("A wrong pair is not replaced by the records") {
    Inspection round = round_of();
    CHECK(round.add_findings(findings_text, "f.json"));
    std::string text(report_a);
    text.replace(text.find("\"plan\": {"), 0, "\"fixed\": {\"part\": 5, \"whole\": 3}, ");
    CHECK(round.add_self_report(text, "a.json"));
    const InspectionResult result = round.result();
    CHECK_FALSE(result.self_reports.at(0).figures.contains("fixed"));
    CHECK(result.consolidation.figures.at(2).missing.size() == 3);
    CHECK(count_of(result, "part_above_whole") == 1);
}

TEST_CASE("A check that is not met needs a finding; unjudged ones are counted") {
    const InspectionResult result = full_round().result();
    CHECK(result.units[0].not_met == 1);
    CHECK(result.units[0].not_judged == 1);
    const InspectionProblem* missing = named(result, "missing_finding", "A");
    REQUIRE(missing != nullptr);
    CHECK(missing->figure == "one-stop");
    CHECK(missing->source == "v.json");
    CHECK(missing->pointer == "/items/0");
}

TEST_CASE("The figure of dossiers is held against the statistics") {
    Inspection round = full_round();
    Query query;
    query.from = round.plan().from;
    query.to = round.plan().to;
    query.policy = OutcomePolicy::builtin("outline-274");
    query.groupings = {{Dimension::agency}};
    Statistics statistics(query);
    const auto read = read_csv("id,agency,received,due,completed\n1,A,2020-03-02,2020-03-05,2020-03-04\n");
    statistics.add(read.dossiers);
    round.set_statistics(statistics.result());
    const InspectionResult result = round.result();
    REQUIRE(result.units[0].dossiers);
    CHECK(*result.units[0].dossiers == DossierFigure{1, 1, 0, 0});
    const InspectionProblem* differs = named(result, "figure_differs", "A");
    REQUIRE(differs != nullptr);
    CHECK_FALSE(differs->error);  // the report may be of another day
    CHECK(differs->message.en.find("before 2020-10-01") != std::string::npos);
    CHECK(differs->figure == "dossiers");
    CHECK(result.facts.at(0).values.at("dossiers.resolved.early") == FactValue(Decimal(1)));
    CHECK(named(result, "no_dossiers", "B") != nullptr);
    query.groupings.clear();
    CHECK_THROWS_AS(round.set_statistics(Statistics(query).result()), Error);
}

TEST_CASE("What does not belong to the round is named and does not count") {
    Inspection round = full_round();
    const auto with = [](std::string text, std::string_view from, std::string_view to) {
        return text.replace(text.find(from), from.size(), to);
    };
    CHECK_FALSE(round.add_self_report(report_a, "again.json"));
    CHECK_FALSE(round.add_self_report(with(std::string(report_a), "\"unit\": \"A\"", "\"unit\": \"Z\""), "z.json"));
    CHECK_FALSE(round.add_self_report(with(std::string(report_a), "2020-08-31", "2020-06-16"), "early.json"));
    CHECK_FALSE(round.add_self_report(with(std::string(report_a), "2020-01-01", "2020-02-01"), "period.json"));
    CHECK_FALSE(round.add_self_report("{", "half.json"));
    CHECK_FALSE(round.add_visit("[]", "list.json"));
    CHECK_FALSE(round.add_visit(with(std::string(visit_a), "\"unit\": \"A\"", "\"unit\": \"Z\""), "vz.json"));
    CHECK_FALSE(round.add_findings("", "empty.json"));
    CHECK_FALSE(round.add_facts(R"({"format": "cchc.facts/1", "unit": "Z", "facts": {}})", "fz.json"));
    CHECK_FALSE(round.add_scores(R"({"unit": "A"})", "s.json"));
    const InspectionResult result = round.result();
    CHECK(result.self_reports.size() == 2);
    for (const std::string_view code : {"second_report", "before_plan", "outside_period", "no_criteria"}) {
        INFO(code);
        CHECK(count_of(result, code) == 1);
    }
    CHECK(count_of(result, "unknown_unit") == 3);
    CHECK(count_of(result, "unreadable") == 3);
    CHECK(named(result, "second_report")->source == "again.json");
    CHECK(named(result, "unreadable")->message.en.find("half.json") == std::string::npos);
}

TEST_CASE("As of an earlier day, what came later has not come") {
    const InspectionResult result = full_round().result(make_date(2020, 9, 1));
    CHECK(result.self_reports.size() == 1);
    CHECK(result.units[1].self_report.state == DueState::missing);
    CHECK(result.visits.empty());
    CHECK(count_of(result, "after_as_of") == 2);  // said, not dropped unseen
    // Of a plan of that year: before its plan there is no round.
    std::string text(plan_text);
    text.replace(text.find("2020-06-17"), 10, "2019-06-17");
    Inspection of_2019 = round_of(text);
    CHECK(of_2019.add_findings(findings_text, "f.json"));
    const InspectionResult earlier = of_2019.result(make_date(2019, 9, 3));
    CHECK(earlier.findings.findings.size() == 1);
    CHECK(earlier.findings.conclusions.empty());
    CHECK(earlier.findings.remedies.empty());
    CHECK_FALSE(earlier.remedies.at(0).due);
    CHECK(of_2019.result(make_date(2019, 9, 2)).findings.findings.empty());
}

TEST_CASE("Who sent something that does not count, or is not there to say, is not called missing") {
    Inspection round = round_of();
    std::string other(report_a);
    other.replace(other.find("2020-01-01"), 10, "2020-02-01");
    CHECK_FALSE(round.add_self_report(other, "a.json"));
    const InspectionResult result = round.result();
    CHECK(result.units[0].self_report.state == DueState::unknown);
    CHECK(result.units[0].reports_due.at(0).state == DueState::unknown);
    CHECK(result.units[2].self_report.state == DueState::missing);
    CHECK(result.units[2].reports_due.at(0).state == DueState::unknown);
}

TEST_CASE("A day that the calendar does not have is a problem of its own, and the rest goes on") {
    std::string plan(plan_text);
    plan.replace(plan.find("2020-08-31"), 10, "2099-08-31");
    Inspection round = round_of(plan);
    CHECK(round.add_self_report(report_a, "a.json"));
    std::string findings(findings_text);
    findings.replace(findings.find("2019-12-31"), 10, "2099-12-31");
    CHECK(round.add_findings(findings, "f.json"));
    const InspectionResult result = round.result();
    CHECK(result.units[0].self_report.state == DueState::unknown);
    CHECK_FALSE(result.remedies.at(0).due);
    bool plan_said = false, fix_said = false;
    for (const InspectionProblem& p : result.problems) {
        plan_said = plan_said || (p.code == "outside_coverage" && p.pointer == "/self_report_due");
        fix_said = fix_said || (p.code == "outside_coverage" && p.figure == "2019-1");
    }
    CHECK(plan_said);
    CHECK(fix_said);
}

TEST_CASE("A finding of this round names a unit and a check of the plan") {
    Inspection round = round_of();
    CHECK(round.add_findings(R"j({"format": "cchc.findings/1", "findings": [
      {"id": "1", "unit": "Z", "kind": "shortcoming", "text": "t", "origin": "o", "raised": "2020-09-01", "item": "nope"},
      {"id": "2", "unit": "Z", "kind": "shortcoming", "text": "t", "origin": "o", "raised": "2018-09-03", "item": "nope"}]})j",
                             "f.json"));
    const InspectionResult result = round.result();
    CHECK(count_of(result, "unknown_unit") == 1);
    CHECK(count_of(result, "unknown_item") == 1);
    CHECK(named(result, "unknown_item")->pointer == "/findings/0");
}

TEST_CASE("What is wrong in a file of findings reaches the round, and what is right counts") {
    Inspection round = round_of();
    CHECK(round.add_findings(R"j({"format": "cchc.findings/1", "findings": [
      {"id": "1", "unit": "A", "kind": "shortcoming", "text": "t", "origin": "o", "raised": "2020-09-01"},
      {"id": "2", "unit": "A", "kind": "praise", "text": "t", "origin": "o", "raised": "2018-09-03"}]})j",
                             "f.json"));
    const InspectionResult result = round.result();
    CHECK(result.findings.findings.size() == 1);
    REQUIRE(named(result, "unknown_kind", "A") != nullptr);
    CHECK(named(result, "unknown_kind")->source == "f.json");
    CHECK(result.units[0].errors == 1);
    CHECK(to_json(result.problems).find("/findings/1/kind") != std::string::npos);
}

TEST_CASE("A finding of a generation ago is questioned") {
    Inspection round = round_of();
    CHECK(round.add_findings(R"j({"format": "cchc.findings/1", "findings": [
      {"id": "1", "unit": "A", "kind": "shortcoming", "text": "t", "origin": "o", "raised": "2000-01-01"},
      {"id": "2", "unit": "A", "kind": "shortcoming", "text": "t", "origin": "o", "raised": "1999-12-31"}]})j",
                             "f.json"));
    const InspectionResult result = round.result();
    CHECK(count_of(result, "raised_long_ago") == 1);
    const InspectionProblem* old = named(result, "raised_long_ago", "A");
    REQUIRE(old != nullptr);
    CHECK_FALSE(old->error);
    CHECK(old->figure == "2");
    CHECK(old->pointer == "/findings/1");
    CHECK(result.units[0].remedies.raised == 2);
}

TEST_CASE("A round of nothing, and its JSON") {
    const Inspection round = round_of();
    const InspectionResult result = round.result();
    CHECK(result.units.size() == 3);
    CHECK(result.errors() == 0);
    const std::string json = to_json(round, result);
    CHECK(json.find("\"format\": \"cchc.inspection-result/1\"") != std::string::npos);
    CHECK(json == to_json(round, round.result()));
}

}  // namespace inspection_test
