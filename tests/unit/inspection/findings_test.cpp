// Files of findings: read, added, and checked against each other.
#include "cchc/findings.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "cchc/error.hpp"
#include "test.hpp"

namespace findings_test {

using namespace cchc;

namespace {

const Calendar& vn() {
    static const Calendar calendar = Calendar::builtin("vn");
    return calendar;
}

Findings read(const std::string& members, const char* source = "a.json") {
    return Findings::from_json(R"({"format": "cchc.findings/1")" + members + "}", source, vn());
}

std::string golden() {
    std::ifstream file(CCHC_SOURCE_DIR "/tests/golden/inspection/findings.json", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string finding(const std::string& id, const std::string& kind = "shortcoming",
                    const std::string& raised = "2019-09-20") {
    return R"({"id": ")" + id + R"(", "unit": "u", "kind": ")" + kind + R"(", "text": "t", "origin": "audit", "raised": ")" +
           raised + R"("})";
}

std::string conclusion(const std::string& fixes, const std::string& unit = "u") {
    return R"({"unit": ")" + unit + R"(", "document": {"number": "1", "date": "2019-10-15"}, "fixes": [)" + fixes + "]}";
}

// Codes and places of the problems, in order.
std::vector<std::string> problems(Findings all) {
    all.link();
    std::vector<std::string> out;
    for (const InspectionProblem& p : all.problems) {
        CHECK_FALSE(p.message.vi.empty());
        CHECK_FALSE(p.message.en.empty());
        CHECK(p.error == (p.code != "second_remedy"));
        out.push_back(p.code + " " + p.source + " " + p.pointer);
    }
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("Findings are written as they were read") {
    const Findings all = Findings::from_json(golden(), "findings.json", vn());
    REQUIRE(all.findings.size() == 3);
    CHECK(all.findings[2].kind == FindingKind::good_model);
    CHECK(all.findings[1].pointer == "/findings/1");
    CHECK(all.to_json() == golden());
    CHECK(problems(all).empty());
}

TEST_CASE("Working days of a fix count from the conclusion") {
    // After Monday 20/01/2020: 21, 22, (Tết) 30, 31 January and 3 February.
    const Findings all = read(R"(, "conclusions": [{"unit": "u", "document": {"date": "2020-01-20"},
        "fixes": [{"finding": "1", "working_days": 5}]}])");
    CHECK(all.conclusions[0].fixes[0].due == make_date(2020, 2, 3));
    try {
        read(
            R"(, "conclusions": [{"unit": "u", "document": {"date": "2026-12-20"}, "fixes": [{"finding": "1", "working_days": 30}]}])");
        FAIL("the calendar ends before that day");
    } catch (const Error& e) {
        CHECK(e.code() == ErrorCode::outside_coverage);
        CHECK(e.where().pointer == "/conclusions/0/fixes/0/working_days");
    }
}

TEST_CASE("A file of findings of the wrong shape is refused with its place") {
    const auto refused_at = [](const std::string& members) -> std::string {
        try {
            read(members);
        } catch (const Error& e) {
            return e.code() == ErrorCode::json_schema ? e.where().pointer : "another error";
        }
        return "nothing refused";
    };
    CHECK(refused_at(R"(, "rest": [])") == "/rest");
    CHECK(refused_at(R"(, "findings": [)" + finding("1", "praise") + "]") == "/findings/0/kind");
    CHECK(refused_at(R"(, "findings": [)" + finding("") + "]") == "/findings/0/id");
    CHECK(refused_at(R"(, "conclusions": [{"unit": "u", "document": {"number": "1"}}])") == "/conclusions/0/document");
    CHECK(refused_at(R"(, "conclusions": [)" + conclusion(R"({"finding": "1", "due": "2019-12-31", "working_days": 1})") +
                     "]") == "/conclusions/0/fixes/0/working_days");
    CHECK(refused_at(R"(, "conclusions": [)" + conclusion(R"({"finding": "1"}, {"finding": "1"})") + "]") ==
          "/conclusions/0/fixes/1");
    CHECK(refused_at(R"(, "remedies": [{"finding": "1", "done": "2019-12-20"}])") == "/remedies/0");
}

TEST_CASE("Findings of several files are checked against each other") {
    Findings all = read(R"(, "findings": [)" + finding("1") + "," + finding("2", "good_model") + "," + finding("3") + "]");
    all.add(read(R"(, "conclusions": [)" + conclusion(R"({"finding": "1"}, {"finding": "2"}, {"finding": "9"})") + "," +
                     conclusion(R"({"finding": "3"})", "other") + R"(],
        "remedies": [{"finding": "1", "measure": "m", "done": "2019-11-02"}, {"finding": "1", "measure": "m", "done": "2019-11-01"},
                     {"finding": "3", "measure": "m", "done": "2019-09-19"}, {"finding": "8", "measure": "m", "done": "2019-11-01"}])",
                 "b.json"));
    CHECK(problems(all) ==
          Lines{"fix_of_good_model b.json /conclusions/0/fixes/1", "unknown_finding b.json /conclusions/0/fixes/2",
                "conclusion_of_other_unit b.json /conclusions/1/fixes/0", "second_remedy b.json /remedies/0",
                "remedy_before_finding b.json /remedies/2", "unknown_finding b.json /remedies/3"});
}

TEST_CASE("Of two findings of one id the one raised first stands, whichever file came first") {
    const Findings early = read(R"(, "findings": [)" + finding("1", "difficulty", "2018-05-01") + "]", "2018.json");
    const Findings late = read(R"(, "findings": [)" + finding("1") + "]", "2019.json");
    for (const bool swapped : {false, true}) {
        Findings all = swapped ? late : early;
        all.add(swapped ? early : late);
        CHECK(problems(all) == Lines{"second_finding 2019.json /findings/0"});
        all.link();
        REQUIRE(all.findings.size() == 1);
        CHECK(all.findings[0].kind == FindingKind::difficulty);
    }
}

}  // namespace findings_test
