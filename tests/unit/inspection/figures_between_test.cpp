// Figures of one report held against each other.
#include <algorithm>

#include "cchc/error.hpp"
#include "cchc/self_report.hpp"
#include "test.hpp"

namespace figures_between_test {

using namespace cchc;

namespace {

std::string outline_with(const std::string& slips, const std::string& apologies) {
    std::string out = R"j({"format": "cchc.outline/1", "id": "small", "version": "1", "title": "Đề cương",
 "sections": [{"id": "I", "title": "Chung", "figures": [
  {"id": "sorry", "type": "pair", "title": "Xin lỗi", "part": "đã xin lỗi", "whole": "trễ hẹn", "required": false)j";
    return out.append(apologies)
        .append(R"j(}, {"id": "dossiers", "type": "dossiers", "title": "Hồ sơ", "early": "inside", "required": false},
  {"id": "slips", "type": "dossiers", "title": "Một cửa", "required": false)j")
        .append(slips)
        .append(R"j(}, {"id": "words", "type": "text", "title": "Lời", "required": false}]}]})j");
}

Outline outline() {
    return Outline::from_json(
        outline_with(R"(, "same_as": "dossiers")", R"(, "whole_at_least": {"figure": "dossiers", "part": "overdue"})"));
}

// The codes and figures of the warnings of a report with these figures.
std::vector<std::string> questions(const std::string& figures) {
    const SelfReport report = SelfReport::from_json(
        R"({"format": "cchc.self-report/1", "unit": "A", "period": {"from": "2020-01-01", "to": "2020-10-01"}, "figures": {)" +
            figures + "}}",
        "a.json", outline());
    std::vector<std::string> out;
    for (const InspectionProblem& p : report.problems) {
        CHECK_FALSE(p.error);
        CHECK(p.pointer == "/figures/" + p.figure);
        CHECK(report.figures.contains(p.figure));
        out.push_back(p.code + " " + p.figure);
    }
    return out;
}

using Questions = std::vector<std::string>;

std::string refused(const std::string& slips, const std::string& apologies) {
    try {
        Outline::from_json(outline_with(slips, apologies));
    } catch (const Error& error) {
        return error.where().pointer;
    }
    return "taken";
}

}  // namespace

TEST_CASE("Two figures that say the same may be shown otherwise, not differ") {
    CHECK(questions(R"("dossiers": {"received": 9, "on_time": 7, "early": 4, "overdue": 1},
                       "slips": {"received": 9, "on_time": 3, "early": 4, "overdue": 1})")
              .empty());
    CHECK(questions(R"("dossiers": {"received": 9, "on_time": 7, "early": 4, "overdue": 1},
                       "slips": {"received": 9, "on_time": 4, "early": 4, "overdue": 1})") ==
          Questions{"figures_differ slips"});
    CHECK(questions(R"("slips": {"received": 9, "on_time": 4, "early": 4, "overdue": 1})").empty());
}

TEST_CASE("A whole is not less than what lies in it") {
    const std::string dossiers = R"("dossiers": {"received": 9, "on_time": 7, "early": 4, "overdue": 2}, )";
    CHECK(questions(dossiers + R"("sorry": {"part": 1, "whole": 2})").empty());
    CHECK(questions(dossiers + R"("sorry": {"part": 1, "whole": 3})").empty());  // open ones may be overdue, too
    CHECK(questions(dossiers + R"("sorry": {"part": 1, "whole": 1})") == Questions{"figures_differ sorry"});
}

TEST_CASE("More resolved than received is a question") {
    CHECK(questions(R"("dossiers": {"received": 9, "on_time": 7, "early": 4, "overdue": 2})").empty());
    CHECK(questions(R"("dossiers": {"received": 8, "on_time": 7, "early": 4, "overdue": 2})") ==
          Questions{"resolved_above_received dossiers"});
}

TEST_CASE("An outline names figures that there are, of the right type") {
    CHECK(refused(R"(, "same_as": "nope")", "") == "/sections/0/figures/2/same_as");
    CHECK(refused(R"(, "same_as": "slips")", "") == "/sections/0/figures/2/same_as");
    CHECK(refused(R"(, "same_as": "sorry")", "") == "/sections/0/figures/2/same_as");
    CHECK(refused("", R"(, "whole_at_least": {"figure": "words", "part": "overdue"})") ==
          "/sections/0/figures/0/whole_at_least/figure");
    CHECK(refused("", R"(, "whole_at_least": {"figure": "dossiers", "part": "lost"})") ==
          "/sections/0/figures/0/whole_at_least/part");
    CHECK(refused("", R"(, "same_as": "dossiers")") == "/sections/0/figures/0/same_as");
    CHECK(refused(R"(, "whole_at_least": {"figure": "dossiers", "part": "overdue"})", "") ==
          "/sections/0/figures/2/whole_at_least");
    const Outline read = outline();
    CHECK(Outline::from_json(read.to_json()).to_json() == read.to_json());
    CHECK(read.find("slips")->same_as == "dossiers");
}

TEST_CASE("The outline that ships holds its dossiers against each other") {
    const Outline shipped = Outline::builtin("huong-hoa-2020");
    CHECK(shipped.find("i8.dossiers")->same_as == "i3d.dossiers");
    REQUIRE(shipped.find("i3d.apologies")->whole_at_least);
    CHECK(shipped.find("i3d.apologies")->whole_at_least->part == DossierPart::overdue);
}

}  // namespace figures_between_test
