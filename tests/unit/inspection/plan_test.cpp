#include "cchc/plan.hpp"

#include "refusal.hpp"
#include "test.hpp"

namespace plan_test {

using namespace cchc;
using inspection_test::changed;
using inspection_test::golden;
using inspection_test::refusal;

namespace {

// A plan that extends the built-in one and says only `members`.
std::string extending(const std::string& members) {
    return R"({"format": "cchc.plan/1", "extends": "huong-hoa-2020")" + (members.empty() ? members : ", " + members) + "}";
}

}  // namespace

TEST_CASE("A plan is read with all of its parts, and written as it was") {
    const std::string text = golden("plan.json");
    const InspectionPlan plan = InspectionPlan::from_json(text);
    CHECK(plan.to_json() == text);

    CHECK(plan.synthetic);
    CHECK(plan.document.date == make_date(2020, 6, 17));
    CHECK(plan.year == 2020);
    REQUIRE(plan.item("one-stop") != nullptr);
    CHECK(plan.item("one-stop")->criterion == "I.8.1");
    CHECK(plan.item("one-stop")->source.place == "II, gạch 3");
    CHECK(plan.item("none") == nullptr);
    CHECK(plan.subjects_planned == 12);
    REQUIRE(plan.subject("UBND xã Thanh") != nullptr);
    CHECK(plan.subject("UBND xã Thanh")->visit == make_date(2020, 9, 15));
    REQUIRE(plan.subject("UBND xã Thanh")->notice);
    CHECK(plan.subject("UBND xã Thanh")->notice->number == "12/TB-ĐKT");
    CHECK_FALSE(plan.subject("UBND thị trấn Khe Sanh")->visited);
    CHECK(plan.subject("none") == nullptr);
    CHECK(plan.team[0].role == TeamRole::head);
    CHECK(plan.team[1].contents == std::vector<std::string>{"one-stop"});
    CHECK(plan.tasks[0].done == make_date(2020, 7, 14));
    CHECK_FALSE(plan.tasks[1].due);
    CHECK(plan.reports[0].due == make_date(2020, 3, 20));
    CHECK(plan.self_report_due == make_date(2020, 8, 31));
    CHECK(plan.to == make_date(2020, 10, 1));
    CHECK(plan.letterhead.authority == "TM. ĐOÀN KIỂM TRA");
    CHECK(plan.dossiers == std::vector<std::string>{"../dossiers.csv"});
}

TEST_CASE("A plan says how it is inspected, when the visits are planned, the level of a unit, and what is not its own") {
    const InspectionPlan plan = InspectionPlan::from_json(golden("plan.json"));
    REQUIRE(plan.forms.size() == 2);
    CHECK(plan.forms[0].id == "direct");
    CHECK(plan.forms[0].title.en == "Direct inspection");
    CHECK(plan.forms[0].text.vi == "Đoàn kiểm tra đến đơn vị");
    CHECK(plan.forms[0].source.place == "III.1, gạch 1");
    CHECK(plan.forms[1].text == LocalText{});
    REQUIRE(plan.visits_planned);
    CHECK(plan.visits_planned->from == make_date(2020, 7, 1));
    CHECK(plan.visits_planned->to == make_date(2020, 9, 21));
    CHECK(plan.visits_planned->source.quote == "Dự kiến quý III năm 2020");
    CHECK(plan.subjects[0].level == AdminLevel::commune);
    CHECK_FALSE(plan.subjects[1].level);
    REQUIRE(plan.additions.size() == 2);
    CHECK(plan.additions[1].en == "Evidence");
}

TEST_CASE("A plan of the fewest parts takes what is said for the rest") {
    const InspectionPlan plan = InspectionPlan::from_json(
        R"({"format": "cchc.plan/1", "id": "x", "version": "1", "document": {"number": "1/KH"}, "year": 2020,
            "period": {"from": "2020-01-01", "to": "2020-10-01"}, "team": [{"body": "Phòng Nội vụ"}],
            "subjects": [{"unit": "UBND xã Thanh", "kind": "xa"}]})");
    CHECK(plan.outline == "huong-hoa-2020");
    CHECK(plan.policy == "outline-274");
    CHECK(plan.calendar == "vn");
    CHECK(plan.criteria.empty());
    CHECK_FALSE(plan.synthetic);
    CHECK_FALSE(plan.self_report_due);
    CHECK(plan.team[0].role == TeamRole::member);
    CHECK(plan.subjects[0].visited);
    CHECK(InspectionPlan::from_json(plan.to_json()).to_json() == plan.to_json());
}

TEST_CASE("What a plan cannot be is refused where it stands") {
    const std::string text = golden("plan.json");
    const inspection_test::Refusal cases[] = {
        {R"("cchc.plan/1")", R"("cchc.plan/2")", "201 /format"},
        {R"("version": "1",)", R"()", "201 "},
        {R"("year": 2020,)", R"()", "201 "},
        {R"("year": 2020)", R"("year": "2020")", "201 /year"},
        {R"("synthetic": true)", R"("synthetic": 1)", "201 /synthetic"},
        {R"("synthetic": true)", R"("signer": "x")", "201 /signer"},
        {R"("id": "plan-issued")", R"("id": "one-stop")", "201 /checklist/1/id"},
        {R"("title": "Ban hành kế hoạch")", R"("title": "")", "201 /checklist/1/title"},
        {R"("criterion": "I.8.1")", R"("result": "met")", "201 /checklist/0/result"},
        {R"("unit": "UBND thị trấn Khe Sanh")", R"("unit": "UBND xã Thanh")", "201 /subjects/1/unit"},
        {R"("kind": "thi-tran",)", R"()", "201 /subjects/1"},
        {R"("visit": "2020-09-15")", R"("visit": "15/09/2020")", "201 /subjects/0/visit"},
        {R"("level": "commune")", R"("level": "xa")", "201 /subjects/0/level"},
        {R"("id": "self")", R"("id": "direct")", "201 /forms/1/id"},
        {R"("title": "Tự kiểm tra")", R"("title": "Tự kiểm tra", "of": [])", "201 /forms/1/of"},
        {R"("title": "Tự kiểm tra")", R"("title": "")", "201 /forms/1/title"},
        {R"("to": "2020-09-21")", R"("to": "2020-07-01")", "201 /visits_planned"},
        {R"("to": "2020-09-21",)", R"()", "201 /visits_planned"},
        {R"("to": "2020-09-21")", R"("to": "2020-09-21", "days": 1)", "201 /visits_planned/days"},
        {R"("Vai trò trong đoàn")", R"("")", "201 /additions/0"},
        {R"("subjects_planned": 12)", R"("subjects_planned": -1)", "201 /subjects_planned"},
        {R"("role": "head")", R"("role": "chair")", "201 /team/0/role"},
        {R"("role": "head")", R"("name": "x")", "201 /team/0/name"},
        {R"("contents": [
        "one-stop")",
         R"("contents": [
        "two-stop")",
         "201 /team/1/contents/0"},
        {R"("id": "filing")", R"("id": "notice")", "201 /tasks/1/id"},
        {R"("due": "2020-07-15")", R"("due": "2020-06-16")", "201 /tasks/0/due"},
        {R"("self_report_due": "2020-08-31")", R"("self_report_due": "2020-06-16")", "201 /self_report_due"},
        {R"("to": "2020-03-15")", R"("to": "2019-12-15")", "201 /reports/0/period"},
        {R"("due": "2020-03-20")", R"("due": "2019-12-14")", "201 /reports/0/due"},
        {R"("to": "2020-10-01")", R"("to": "2019-10-01")", "201 /period"},
        {R"("place": "Hướng Hóa")", R"("signer": "x")", "201 /letterhead/signer"},
        {R"("outline": "huong-hoa-2020")", R"("outline": "")", "201 /outline"},
        {R"("id": "small")", R"("id": "small", "extends": "none")", "302 /extends"},
        {R"("conflicts": [)", R"("conflicts": {)", "200 "},
    };
    for (const auto& c : cases) {
        INFO(c.from << " -> " << c.to);
        CHECK(refusal<InspectionPlan>(changed(text, c.from, c.to)) == c.pointer);
    }
}

TEST_CASE("What is due on the day of the plan is not before it") {
    const std::string text = golden("plan.json");
    CHECK(refusal<InspectionPlan>(changed(text, R"("2020-08-31")", R"("2020-06-17")")).empty());
    CHECK(refusal<InspectionPlan>(changed(text, R"("due": "2020-07-15")", R"("due": "2020-06-17")")).empty());
}

TEST_CASE("A second report of one id is refused") {
    const std::string text = changed(golden("plan.json"), R"("reports": [)",
                                     R"("reports": [{"id": "q1", "title": "x", "due": "2020-06-20",
                                         "period": {"from": "2020-03-15", "to": "2020-06-15"}},)");
    CHECK(refusal<InspectionPlan>(text) == "201 /reports/1/id");
}

TEST_CASE("A plan that extends another and says nothing is that plan") {
    const InspectionPlan base = InspectionPlan::builtin("huong-hoa-2020");
    CHECK(InspectionPlan::from_json(extending("")).to_json() == base.to_json());
}

TEST_CASE("A list replaces that of the plan extended whole, and the rest stands") {
    InspectionPlan expected = InspectionPlan::builtin("huong-hoa-2020");
    REQUIRE(expected.checklist.size() > 1);
    REQUIRE_FALSE(expected.team.empty());
    expected.id = "round";
    expected.subjects = {{"UBND xã Thanh", "xa", std::nullopt, true, std::nullopt, std::nullopt}};
    expected.team = {{"Phòng Nội vụ", TeamRole::head, {}, {}}};
    expected.self_report_due = make_date(2020, 8, 31);
    expected.basis.clear();
    const InspectionPlan plan = InspectionPlan::from_json(extending(
        R"("id": "round", "subjects": [{"unit": "UBND xã Thanh", "kind": "xa"}], "basis": [],
           "team": [{"body": "Phòng Nội vụ", "role": "head"}], "self_report_due": "2020-08-31")"));
    CHECK(plan.to_json() == expected.to_json());
}

TEST_CASE("Forms and the planned window are those of the plan extended until the text gives its own") {
    const InspectionPlan base = InspectionPlan::builtin("huong-hoa-2020");
    REQUIRE(base.forms.size() == 2);
    CHECK(base.forms[0].id == "direct");
    CHECK(base.forms[1].id == "self");
    REQUIRE(base.visits_planned);
    CHECK(base.visits_planned->from == make_date(2020, 7, 1));
    CHECK(base.visits_planned->to == make_date(2020, 10, 1));
    CHECK_FALSE(base.additions.empty());
    const InspectionPlan plan = InspectionPlan::from_json(
        extending(R"("forms": [], "additions": ["x"], "visits_planned": {"from": "2020-08-01", "to": "2020-09-01"})"));
    CHECK(plan.forms.empty());
    CHECK(plan.additions.size() == 1);
    REQUIRE(plan.visits_planned);
    CHECK(plan.visits_planned->from == make_date(2020, 8, 1));
    CHECK(plan.visits_planned->text == LocalText{});  // the words of another window would not be true of this one
}

TEST_CASE("A letterhead takes over what it does not say") {
    InspectionPlan expected = InspectionPlan::builtin("huong-hoa-2020");
    REQUIRE_FALSE(expected.letterhead.parent.empty());
    expected.letterhead.place = "Khe Sanh";
    expected.letterhead.addressees = {"Lưu: VT"};
    const InspectionPlan plan =
        InspectionPlan::from_json(extending(R"("letterhead": {"place": "Khe Sanh", "addressees": ["Lưu: VT"]})"));
    CHECK(plan.to_json() == expected.to_json());
}

TEST_CASE("What no longer fits the plan extended is refused where the text says it") {
    CHECK(refusal<InspectionPlan>(extending(R"("self_report_due": "2020-06-16")")) == "201 /self_report_due");
    CHECK(refusal<InspectionPlan>(
              extending(R"("self_report_due": "2020-08-31", "document": {"number": "1/KH", "date": "2020-09-01"})")) ==
          "201 /self_report_due");
    CHECK(refusal<InspectionPlan>(extending(R"("tasks": [{"id": "a", "text": "x", "due": "2020-06-16"}])")) ==
          "201 /tasks/0/due");
    CHECK(refusal<InspectionPlan>(extending(R"("team": [{"body": "x", "contents": ["none"]}])")) ==
          "201 /team/0/contents/0");
}

TEST_CASE("Every plan that ships is written as it is read") {
    for (const std::string& id : InspectionPlan::builtin_ids()) {
        INFO(id);
        const InspectionPlan plan = InspectionPlan::builtin(id);
        CHECK(plan.id == id);
        CHECK(InspectionPlan::from_json(plan.to_json()).to_json() == plan.to_json());
    }
    CHECK_THROWS_AS(InspectionPlan::builtin("none"), Error);
}

TEST_CASE("Levels have names and words") {
    CHECK(to_string(AdminLevel::commune) == "commune");
    CHECK(to_text(AdminLevel::province, Lang::vi) == "cấp tỉnh");
    CHECK(to_text(AdminLevel::district, Lang::en) == "district level");
    CHECK(to_text(static_cast<AdminLevel>(9), Lang::vi).empty());
}

TEST_CASE("Roles have names and words") {
    CHECK(to_string(TeamRole::secretary) == "secretary");
    CHECK(to_text(TeamRole::head, Lang::vi) == "Trưởng đoàn");
    CHECK(to_text(TeamRole::deputy, Lang::en) == "deputy head");
    CHECK(to_text(TeamRole::member, Lang::vi) == "Thành viên");
    CHECK(to_text(static_cast<TeamRole>(9), Lang::vi).empty());
}

}  // namespace plan_test
