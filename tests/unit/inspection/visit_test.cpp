// Visits: read with all that is wrong listed, and written as they were read.
#include "cchc/visit.hpp"

#include <fstream>
#include <iterator>

#include "cchc/error.hpp"
#include "test.hpp"

namespace visit_test {

using namespace cchc;

namespace {

InspectionPlan plan_with(std::initializer_list<const char*> ids) {
    InspectionPlan plan;
    for (const char* id : ids) {
        ChecklistItem item;
        item.id = id;
        plan.checklist.push_back(item);
    }
    return plan;
}

Visit read(const std::string& members) {
    return Visit::from_json(R"({"format": "cchc.visit/1", "unit": "UBND xã Mẫu", "date": "2020-09-15")" + members + "}",
                            "visit.json", plan_with({"one-stop", "archives"}));
}

std::string golden() {
    std::ifstream file(CCHC_SOURCE_DIR "/tests/golden/inspection/visit.json", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// The only problem of a visit with these members: its code and place.
std::string only_problem(const std::string& members) {
    const Visit visit = read(members);
    if (visit.problems.size() != 1) return "not one problem";
    const InspectionProblem& p = visit.problems.front();
    CHECK(p.error);
    CHECK(p.unit == "UBND xã Mẫu");
    CHECK(p.source == "visit.json");
    CHECK_FALSE(p.message.vi.empty());
    CHECK_FALSE(p.message.en.empty());
    return p.code + " " + p.pointer;
}

}  // namespace

TEST_CASE("A visit is read with its members, items and dossiers") {
    const Visit visit = Visit::from_json(golden(), "visit.json", plan_with({"one-stop", "dossier-register"}));
    CHECK(visit.problems.empty());
    CHECK(visit.date == make_date(2020, 9, 15));
    CHECK(visit.from_time == "08:00");
    CHECK(visit.to_time == "11:00");
    REQUIRE(visit.present.size() == 2);
    CHECK(visit.present[0].role == TeamRole::head);
    CHECK(visit.present[0].post.en == "Head of division");
    REQUIRE(visit.items.size() == 2);
    CHECK(visit.items[0].result == CheckResult::partly);
    CHECK(visit.items[0].evidence == std::vector<std::string>{"anh-niem-yet.jpg"});
    CHECK(visit.items[1].pointer == "/items/1");
    REQUIRE(visit.sampled.size() == 3);
    const Dossier& d = visit.sampled[0].dossier;
    CHECK(d.procedure == "Khai sinh");
    CHECK(d.channel == Channel::in_person);
    CHECK(d.status == Status::result_returned);
    CHECK(to_string(*d.event(Event::received)) == "2020-03-02T09:10");
    CHECK(d.limit->amount.to_string() == "3");
    CHECK(visit.sampled[0].recorded == Outcome::on_time);
    CHECK_FALSE(visit.sampled[2].recorded.has_value());
    CHECK(visit.sampled[2].pointer == "/sampled/2");
}

TEST_CASE("A visit is written as it was read") {
    const InspectionPlan plan = plan_with({"one-stop", "dossier-register"});
    const std::string once = Visit::from_json(golden(), "a", plan).to_json();
    CHECK(once == golden());
    CHECK(Visit::from_json(once, "b", plan).to_json() == once);
}

TEST_CASE("A dossier of a visit takes the texts that files of dossiers take") {
    const Visit visit =
        read(R"(, "sampled": [{"id": "1", "received": "02/03/2020 09:10", "limit": "1,5", "unit": "ngày làm việc"}])");
    REQUIRE(visit.sampled.size() == 1);
    CHECK(to_string(*visit.sampled[0].dossier.event(Event::received)) == "2020-03-02T09:10");
    CHECK(visit.sampled[0].dossier.limit->amount.to_string() == "1.5");
    CHECK(visit.sampled[0].dossier.limit->unit == Unit::working_day);
}

TEST_CASE("What is wrong in a visit is listed with its place") {
    CHECK(only_problem(R"(, "items": [{"item": "parking", "result": "met"}])") == "unknown_item /items/0");
    CHECK(only_problem(R"(, "items": [{"item": "one-stop", "result": "met"}, {"item": "one-stop", "result": "not_met"}])") ==
          "second_item /items/1");
    CHECK(only_problem(R"(, "items": [{"item": "one-stop", "result": "good"}])") == "wrong_type /items/0/result");
    CHECK(only_problem(R"(, "items": {})") == "wrong_type /items");
    CHECK(only_problem(R"(, "present": [{"body": "b", "role": "chair"}])") == "wrong_type /present/0/role");
    CHECK(only_problem(R"(, "from_time": "24:00")") == "bad_time /from_time");
    CHECK(only_problem(R"(, "from_time": "08:00", "to_time": "07:59")") == "bad_time /to_time");
    CHECK(only_problem(R"(, "to_time": "8:00")") == "bad_time /to_time");
    CHECK(only_problem(R"(, "sampled": [{"id": "1", "received": "2020-03-02"}, {"id": "2", "received": "2020-03-02"},
        {"id": "1", "received": "2020-03-03"}])") == "second_sample /sampled/2");
    CHECK(only_problem(R"(, "opinions": [""])") == "wrong_type /opinions/0");
    CHECK(only_problem(R"(, "weather": "fine")") == "wrong_type /weather");
    CHECK(only_problem(R"(, "sampled": [{"id": "1", "received": "06/17/2020"}])") == "bad_dossier /sampled/0/received");
    CHECK(only_problem(R"(, "sampled": [{"id": "1"}])") == "bad_dossier /sampled/0");
    CHECK(only_problem(R"(, "sampled": [{"id": "1", "received": "2020-03-02", "limit": 3}])") ==
          "wrong_type /sampled/0/limit");
    CHECK(only_problem(R"(, "sampled": [{"id": "1", "received": "2020-03-02", "recorded": "good"}])") ==
          "wrong_type /sampled/0/recorded");
    CHECK(only_problem(R"(, "sampled": [{"id": "1", "received": "2020-03-02", "colour": "red"}])") ==
          "wrong_type /sampled/0/colour");
}

TEST_CASE("The rest of a visit stands beside what is wrong") {
    const Visit visit = read(R"(, "items": [{"item": "parking", "result": "met"}, {"item": "archives", "result": "not_met"}],
        "sampled": [{"id": "1", "received": "x"}, {"id": "2", "received": "2020-03-02"}, {"id": "3", "received": "y"},
                    {"id": "4", "received": "2020-03-02", "recorded": "early"}])");
    REQUIRE(visit.items.size() == 1);
    CHECK(visit.items[0].item == "archives");
    REQUIRE(visit.sampled.size() == 2);
    CHECK(visit.sampled[0].dossier.id == "2");
    CHECK(visit.sampled[1].recorded == Outcome::early);
    CHECK(visit.sampled[1].pointer == "/sampled/3");
    REQUIRE(visit.problems.size() == 3);
    CHECK(visit.problems[1].figure == "1");
    CHECK(visit.problems[2].figure == "3");
    CHECK(visit.problems[2].pointer == "/sampled/2/received");
}

TEST_CASE("A visit of no unit, no date or no format is refused") {
    const InspectionPlan plan;
    for (const char* text :
         {R"({"format": "cchc.visit/1", "unit": "u"})", R"({"format": "cchc.visit/1", "date": "2020-09-15"})",
          R"({"format": "cchc.visit/1", "unit": "", "date": "2020-09-15"})", R"({"unit": "u", "date": "2020-09-15"})", "[]",
          "{"})
        CHECK_THROWS_AS(Visit::from_json(text, "v", plan), Error);
}

}  // namespace visit_test
