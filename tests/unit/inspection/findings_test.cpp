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
    // The calendar ends before that day: the other fix stands.
    Findings late = read(R"(, "conclusions": [{"unit": "u", "document": {"date": "2026-12-20"},
        "fixes": [{"finding": "1", "working_days": 30}, {"finding": "2", "working_days": 1}]}])");
    REQUIRE(late.conclusions.at(0).fixes.size() == 1);
    CHECK(late.conclusions[0].fixes[0].finding == "2");
    CHECK(late.conclusions[0].fixes[0].pointer == "/conclusions/0/fixes/1");
    late.findings = {Finding{"2", "u", FindingKind::shortcoming, {}, {}, {}, {}, {}, {}, *make_date(2026, 1, 1), {}, {}}};
    CHECK(problems(late) == Lines{"outside_coverage a.json /conclusions/0/fixes/0/working_days"});
}

TEST_CASE("A file that holds no findings at all is refused with its place") {
    const auto refused = [](const std::string& text) -> std::string {
        try {
            Findings::from_json(text, "a.json", vn());
        } catch (const Error& e) {
            CHECK(e.where().source == "a.json");
            return (e.code() == ErrorCode::json_syntax   ? "json_syntax "
                    : e.code() == ErrorCode::json_schema ? "json_schema "
                                                         : "another error ") +
                   e.where().pointer;
        }
        return "nothing refused";
    };
    const std::string good = R"("format": "cchc.findings/1")";
    CHECK(refused("{") == "json_syntax ");
    CHECK(refused("[]") == "json_schema ");
    CHECK(refused("{}") == "json_schema ");
    CHECK(refused(R"({"format": "cchc.visit/1"})") == "json_schema /format");
    for (const std::string list : {"findings", "conclusions", "remedies"})
        CHECK(refused("{" + good + R"(, ")" + list + R"(": {}})") == "json_schema /" + list);
    CHECK(refused("{" + good + R"(, "rest": []})") == "nothing refused");
}

TEST_CASE("What is wrong in a file of findings is listed in one run, and the rest of it stands") {
    const Findings all =
        read(R"(, "rest": [], "findings": [)" + finding("1", "praise") + "," + finding("") + "," +
             finding("3", "difficulty", "2019-02-30") + R"(, 7, {"id": "5", "unit": "u"},)" + finding("6") +
             R"(], "conclusions": [{"unit": "u", "document": {"number": "1"}}, {"unit": "v", "document": {}},
        {"unit": "u", "document": {"date": "2019-10-15"}, "fixes": {}},)" +
             conclusion(R"({"finding": "6", "due": "2019-12-31", "working_days": 1}, {"finding": "6"}, {"finding": "6"},
        {"due": "2019-12-31"}, {"finding": "1", "working_days": 0}, {"finding": "1", "until": "2019-12-31"}, {"finding": "7"})") +
             R"(], "remedies": [{"finding": "6", "done": "2019-12-20"}, {"finding": "6", "measure": "m", "done": 2019},
        {"finding": "6", "measure": "m", "done": "2019-12-20"}])");
    REQUIRE(all.findings.size() == 1);
    CHECK(all.findings[0].id == "6");
    REQUIRE(all.conclusions.size() == 1);
    REQUIRE(all.conclusions[0].fixes.size() == 2);
    CHECK(all.conclusions[0].fixes[1].finding == "7");
    CHECK(all.remedies.size() == 1);
    CHECK(problems(all) ==
          Lines{"unknown_kind a.json /findings/0/kind", "empty_text a.json /findings/1/id",
                "bad_date a.json /findings/2/raised", "wrong_type a.json /findings/3", "wrong_type a.json /findings/4",
                "wrong_type a.json /conclusions/0/document", "empty_document a.json /conclusions/1/document",
                "wrong_type a.json /conclusions/2/fixes", "wrong_type a.json /conclusions/3/fixes/0/working_days",
                "second_fix a.json /conclusions/3/fixes/2", "wrong_type a.json /conclusions/3/fixes/3",
                "number_range a.json /conclusions/3/fixes/4/working_days", "unknown_key a.json /conclusions/3/fixes/5/until",
                "wrong_type a.json /remedies/0", "wrong_type a.json /remedies/1/done", "unknown_key a.json /rest",
                "unknown_finding a.json /conclusions/3/fixes/6"});
    const InspectionProblem& kind = all.problems.at(0);
    CHECK(kind.unit == "u");
    CHECK(kind.figure == "1");
    CHECK(kind.message.en == "expected one of shortcoming, difficulty, good_model; found \"praise\"");
    CHECK(kind.message.vi.ends_with("mô hình hay); tìm thấy \"praise\""));
}

TEST_CASE("Who names a finding that was left out is told where it stands") {
    Findings all = read(R"(, "findings": [)" + finding("1", "praise") + R"(], "remedies": [
        {"finding": "1", "measure": "m", "done": "2019-12-20"}, {"finding": "2", "measure": "m", "done": "2019-12-20"}])");
    all.link();
    REQUIRE(all.problems.size() == 3);
    CHECK(all.problems[1].message.en == "the finding \"1\" at a.json#/findings/0/kind is wrong itself, and is left out");
    CHECK(all.problems[2].message.en == "no finding has the id \"2\"");
}

TEST_CASE("A conclusion before its finding, and a fix due before it could be asked for, are named and do not count") {
    const auto fixed = [](const char* concluded, const char* due) {
        return read(R"(, "findings": [)" + finding("1") + R"(], "conclusions": [{"unit": "u", "document": {"date": ")" +
                    concluded + R"("}, "fixes": [{"finding": "1", "due": ")" + due + R"("}]}])");
    };
    const auto codes = [&](const char* concluded, const char* due) {
        const Lines lines = problems(fixed(concluded, due));
        return lines.empty() ? std::string() : lines.front().substr(0, lines.front().find(' '));
    };
    const Date as_of = *make_date(2020, 1, 1);
    const auto state = [&](const char* concluded, const char* due) {
        return remedy_rows(fixed(concluded, due), as_of, vn()).at(0).state;
    };
    CHECK(codes("2019-09-20", "2019-09-20").empty());
    CHECK(state("2019-09-20", "2019-09-20") == RemedyState::overdue);
    CHECK(codes("2019-09-19", "2019-12-20") == "conclusion_before_finding");
    CHECK(state("2019-09-19", "2019-12-20") == RemedyState::open);
    CHECK(codes("2019-10-15", "2019-09-19") == "due_before_finding");
    CHECK(state("2019-10-15", "2019-09-19") == RemedyState::open);
    CHECK(codes("2019-10-15", "2019-10-14") == "due_before_conclusion");
    CHECK(state("2019-10-15", "2019-10-14") == RemedyState::open);
    CHECK(codes("2019-10-15", "2019-10-15").empty());
    Findings all = fixed("2019-10-15", "2019-09-19");
    all.link();
    CHECK(all.problems.at(0).message.en == "the due day 2019-09-19 is before the finding of 2019-09-20; it does not count");
    CHECK(all.problems.at(0).message.vi == "Hạn khắc phục 19/09/2019 trước ngày phát hiện 20/09/2019; không được tính");
}

TEST_CASE("A good model has no remedy") {
    CHECK(problems(read(R"(, "findings": [)" + finding("1", "good_model") + R"(], "remedies": [
        {"finding": "1", "measure": "m", "done": "2019-12-20"}])")) == Lines{"remedy_of_good_model a.json /remedies/0"});
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
