// Names of units as people type them: which are the same, what is meant by the others, whom a file is of.
#include <fmt/format.h>

#include "cchc/inspection.hpp"
#include "test.hpp"

namespace unit_names_test {

using namespace cchc;

namespace {

constexpr std::string_view outline_text =
    R"j({"format": "cchc.outline/1", "id": "small", "version": "1", "title": "Đề cương",
 "sections": [{"id": "I", "title": "Chung", "figures": [
  {"id": "plan", "type": "yes_no", "title": "Kế hoạch"},
  {"id": "dossiers", "type": "dossiers", "title": "Hồ sơ", "of": ["xa"], "required": false}]}]})j";

// Four units whose names are close to each other.
constexpr std::string_view plan_text = R"j({"format": "cchc.plan/1", "id": "round", "version": "1", "year": 2020,
 "document": {"number": "1/KH", "date": "2020-06-17"}, "period": {"from": "2020-01-01", "to": "2020-10-01"},
 "checklist": [{"id": "one-stop", "title": "Một cửa"}],
 "subjects": [{"unit": "UBND xã Thanh", "kind": "xa"}, {"unit": "UBND xã Tân Thành", "kind": "xa"},
  {"unit": "UBND xã Húc", "kind": "xa"}, {"unit": "Phòng Tư pháp", "kind": "phong"}], "self_report_due": "2020-08-31"})j";

Inspection round_of(std::string_view plan = plan_text) {
    return Inspection(InspectionPlan::from_json(plan), Outline::from_json(outline_text), Calendar::builtin("vn"));
}

std::string report_of(std::string_view unit, std::string_view sent = "2020-08-20") {
    return fmt::format(R"j({{"format": "cchc.self-report/1", "unit": "{}", "sent": "{}",
 "period": {{"from": "2020-01-01", "to": "2020-10-01"}}, "figures": {{"plan": {{"value": true}}}}}})j",
                       unit, sent);
}

std::string visit_of(std::string_view unit, std::string_view day = "2020-09-15") {
    return fmt::format(R"j({{"format": "cchc.visit/1", "unit": "{}", "date": "{}"}})j", unit, day);
}

const InspectionProblem* named(const InspectionResult& result, std::string_view code, std::string_view unit = {}) {
    for (const InspectionProblem& p : result.problems)
        if (p.code == code && (unit.empty() || p.unit == unit)) return &p;
    return nullptr;
}

bool says(const InspectionProblem* p, std::string_view vi, std::string_view en) {
    return p != nullptr && p->message.vi.find(vi) != std::string::npos && p->message.en.find(en) != std::string::npos;
}

StatisticsResult dossiers(std::string_view rows, std::string_view policy = "outline-274",
                          Date to = *make_date(2020, 10, 1)) {
    Query query;
    query.from = *make_date(2020, 1, 1);
    query.to = to;
    query.policy = OutcomePolicy::builtin(policy);
    query.groupings = {{Dimension::agency}, {Dimension::month, Dimension::agency}};
    Statistics statistics(query);
    statistics.add(read_csv("id,agency,received,due,completed\n" + std::string(rows)).dossiers);
    return statistics.result();
}

}  // namespace

TEST_CASE("A unit in other blanks, or with decomposed letters, is that of the plan, under the plan's name") {
    Inspection round = round_of();
    CHECK(round.add_self_report(report_of("  UBND\u00A0xa\u0303  Thanh "), "a.json"));
    CHECK(round.add_visit(visit_of("UBND  xã Thanh"), "v.json"));
    CHECK(round.add_findings(R"j({"format": "cchc.findings/1", "findings": [{"id": "1", "unit": "UBND xa\u0303 Thanh ",
      "kind": "shortcoming", "text": "t", "origin": "o", "raised": "2020-09-15"}],
      "conclusions": [{"unit": " UBND xã Thanh", "document": {"number": "1", "date": "2020-09-20"}, "fixes": [{"finding": "1"}]}]})j",
                             "f.json"));
    CHECK(
        round.add_facts(R"j({"format": "cchc.facts/1", "unit": "UBND xã Thanh ", "facts": {"level": "high"}})j", "x.json"));
    const InspectionResult result = round.result();
    CHECK(result.problems.empty());
    CHECK(result.units[0].self_report.state == DueState::in_time);
    CHECK(result.self_reports.at(0).unit == "UBND xã Thanh");
    CHECK(result.visits.at(0).unit == "UBND xã Thanh");
    CHECK(result.units[0].visit.has_value());
    CHECK(result.units[0].remedies.raised == 1);
    CHECK(result.findings.conclusions.at(0).unit == "UBND xã Thanh");
    CHECK(result.facts.at(0).values.contains("level"));
    CHECK(result.unit("UBND xa\u0303 Thanh") == &result.units[0]);
}

TEST_CASE("A plan has no two spellings of one unit") {
    std::string plan(plan_text);
    plan.replace(plan.find("UBND xã Húc"), std::string("UBND xã Húc").size(), "UBND xa\u0303  Thanh");
    CHECK_THROWS_AS(InspectionPlan::from_json(plan), Error);
}

TEST_CASE("A name in other case or marks, or two letters apart, is not the same; the message asks") {
    Inspection round = round_of();
    CHECK_FALSE(round.add_self_report(report_of("ubnd xã Thanh"), "a.json"));
    CHECK_FALSE(round.add_visit(visit_of("UBND xã Tân Thạnh"), "v.json"));
    CHECK_FALSE(round.add_facts(R"j({"format": "cchc.facts/1", "unit": "Phòng Tư phápp", "facts": {}})j", "x.json"));
    CHECK_FALSE(round.add_visit(visit_of("Sở Nội vụ"), "w.json"));
    const InspectionResult result = round.result();
    CHECK(says(named(result, "unknown_unit", "ubnd xã Thanh"), "có phải là \"UBND xã Thanh\"?",
               "did you mean \"UBND xã Thanh\"?"));
    CHECK(says(named(result, "unknown_unit", "UBND xã Tân Thạnh"), "\"UBND xã Tân Thành\"", "\"UBND xã Tân Thành\""));
    CHECK(says(named(result, "unknown_unit", "Phòng Tư phápp"), "\"Phòng Tư pháp\"?", "\"Phòng Tư pháp\"?"));
    CHECK_FALSE(says(named(result, "unknown_unit", "Sở Nội vụ"), "có phải", "did you"));
    // Who may have sent that report is not called missing; the others are.
    CHECK(result.units[0].self_report.state == DueState::unknown);
    CHECK(result.units[1].self_report.state == DueState::missing);
}

TEST_CASE("A report that cannot be read is of the unit that its file is named after") {
    Inspection round = round_of();
    CHECK_FALSE(round.add_self_report("{", "self-reports/ubnd-xa-thanh.json"));
    CHECK_FALSE(round.add_self_report("{", "self-reports/huc.json"));
    CHECK_FALSE(round.add_self_report(R"({"unit": "Phòng Tư pháp"})", "self-reports/x.json"));
    const InspectionResult result = round.result();
    CHECK(named(result, "unreadable", "UBND xã Thanh") != nullptr);
    CHECK(named(result, "unreadable", "UBND xã Húc") != nullptr);
    CHECK(named(result, "unreadable", "Phòng Tư pháp") != nullptr);
    CHECK(named(result, "unknown_sender") == nullptr);
    CHECK(result.units[0].self_report.state == DueState::unknown);
    CHECK(result.units[1].self_report.state == DueState::missing);
    CHECK(result.units[2].self_report.state == DueState::unknown);
    CHECK(result.units[0].errors == 1);
}

TEST_CASE("Where no unit can be told, none is called missing") {
    // "thanh" ends the names of two units.
    for (const char* name : {"self-reports/thanh.json", "self-reports/1.json", ""}) {
        INFO(name);
        Inspection round = round_of();
        CHECK(round.add_self_report(report_of("UBND xã Húc"), "h.json"));
        CHECK_FALSE(round.add_self_report("{", name));
        const InspectionResult result = round.result();
        REQUIRE(named(result, "unknown_sender") != nullptr);
        CHECK(result.units[0].self_report.state == DueState::unknown);
        CHECK(result.units[1].self_report.state == DueState::unknown);
        CHECK(result.units[2].self_report.state == DueState::in_time);
        // Before the due day nobody owes anything yet.
        CHECK(round.result(make_date(2020, 8, 25)).units[0].self_report.state == DueState::waiting);
    }
}

TEST_CASE("Of several reports or visits of a unit the first before the as-of day counts") {
    Inspection round = round_of();
    CHECK(round.add_self_report(report_of("UBND xã Thanh", "2020-09-10"), "late.json"));
    CHECK_FALSE(round.add_self_report(report_of("UBND xã Thanh", "2020-08-20"), "early.json"));
    CHECK(round.add_visit(visit_of("UBND xã Thanh", "2020-09-15"), "v2.json"));
    CHECK_FALSE(round.add_visit(visit_of("UBND xã Thanh", "2020-08-25"), "v1.json"));
    const InspectionResult whole = round.result();
    REQUIRE(whole.self_reports.size() == 1);
    CHECK(whole.self_reports[0].source == "late.json");
    CHECK(whole.visits.at(0).source == "v2.json");
    CHECK(named(whole, "second_report")->source == "early.json");
    CHECK(named(whole, "second_visit")->source == "v1.json");
    const InspectionResult earlier = round.result(make_date(2020, 9, 1));
    REQUIRE(earlier.self_reports.size() == 1);
    CHECK(earlier.self_reports[0].source == "early.json");
    CHECK(earlier.units[0].self_report.state == DueState::in_time);
    CHECK(earlier.visits.at(0).source == "v1.json");
    CHECK(named(earlier, "second_report") == nullptr);
}

TEST_CASE("Agencies are units of the plan by their names; the others are named with their dossiers") {
    Inspection round = round_of();
    round.set_statistics(
        dossiers("1,UBND xã Thanh,2020-03-02,2020-03-05,2020-03-04\n"
                 "2,UBND  xa\u0303 Thanh,2020-03-02,2020-03-05,2020-03-09\n"
                 "3,ubnd xã húc,2020-03-02,2020-03-05,2020-03-05\n"
                 "4,Sở Tư pháp,2020-03-02,2020-03-05,2020-03-05\n"
                 "5,,2020-03-02,2020-03-05,2020-03-05\n"));
    const InspectionResult result = round.result();
    REQUIRE(result.units[0].dossiers);
    CHECK(*result.units[0].dossiers == DossierFigure{2, 1, 0, 1});
    CHECK(result.facts.at(0).values.at("dossiers.received.total") == FactValue(Decimal(2)));
    CHECK(round.statistics()->groups[0].rows.size() == 4);
    CHECK(round.statistics()->groups[1].rows.size() == 4);
    std::size_t outside = 0;
    for (const InspectionProblem& p : result.problems) outside += p.code == "unknown_agency";
    CHECK(outside == 3);
    const InspectionProblem* near = named(result, "unknown_agency", "ubnd xã húc");
    REQUIRE(near != nullptr);
    CHECK_FALSE(near->error);
    CHECK(says(near, "1 hồ sơ", "did you mean \"UBND xã Húc\"?"));
    // Communes are asked for their dossiers, divisions are not.
    CHECK(named(result, "no_dossiers", "UBND xã Thanh") == nullptr);
    CHECK(named(result, "no_dossiers", "UBND xã Húc") != nullptr);
    CHECK(named(result, "no_dossiers", "UBND xã Tân Thành")->figure == "dossiers");
    CHECK(named(result, "no_dossiers", "Phòng Tư pháp") == nullptr);
}

TEST_CASE("Statistics of another question are named, or refused") {
    constexpr std::string_view row = "1,UBND xã Thanh,2020-03-02,2020-03-05,2020-03-04\n";
    Inspection round = round_of();
    CHECK_THROWS_AS(round.set_statistics(dossiers(row, "form-ii06a")), Error);
    CHECK_FALSE(round.statistics());
    round.set_statistics(dossiers(row));
    const InspectionResult same = round.result();
    CHECK(named(same, "other_period") == nullptr);
    CHECK(named(same, "other_as_of") == nullptr);
    CHECK(named(round.result(make_date(2020, 9, 1)), "other_as_of") != nullptr);
    round.set_statistics(dossiers(row, "outline-274", *make_date(2020, 9, 1)));
    const InspectionResult other = round.result();
    CHECK(says(named(other, "other_period"), "01/09/2020", "2020-09-01"));
    CHECK(says(named(other, "other_as_of"), "01/09/2020", "2020-09-01"));
}

TEST_CASE("Before its plan there is no round") {
    const Inspection round = round_of();
    CHECK(round.result(make_date(2020, 6, 17)).units.size() == 4);
    try {
        round.result(make_date(2020, 6, 16));
        FAIL("taken");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::argument_range);
        CHECK(error.message().find("2020-06-17") != std::string::npos);
    }
    std::string plan(plan_text);
    plan.replace(plan.find(", \"date\": \"2020-06-17\""), 22, "");
    CHECK(round_of(plan).result(make_date(2020, 1, 1)).units.size() == 4);
    CHECK_THROWS_AS(round_of(plan).result(make_date(2019, 12, 31)), Error);
}

}  // namespace unit_names_test
