// JSON records that cannot be read: each problem with its line, byte, pointer, id and message; the row is kept and counted.
#include "json_support.hpp"
#include "test.hpp"

namespace json_problem_test {

using namespace cchc;
using namespace cchc::test;

namespace {

const std::string good = R"({"id": "G", "received": "2020-03-02", "due": "2020-03-09"})";

struct Case {
    std::string record;
    Problem problem;
    std::uint64_t byte;
    std::string pointer;
    std::string field;
    std::string id;
    std::string message;
};

void check_issue(const Reading& reading, const Case& c, std::uint64_t line, std::uint64_t byte) {
    INFO(c.record);
    INFO(describe(reading.report));
    REQUIRE(reading.rows.size() == 3);
    CHECK(reading.rows[0].problem == Problem::none);
    CHECK(reading.rows[1].problem == c.problem);
    CHECK(reading.rows[2].problem == Problem::none);
    CHECK(reading.report.bad_rows == 1);
    CHECK(reading.report.by_problem[static_cast<std::size_t>(c.problem)] == 1);
    REQUIRE(reading.report.issues.size() == 1);
    const RowIssue& issue = reading.report.issues[0];
    CHECK(issue.line == line);
    CHECK(issue.column == 0);
    CHECK(issue.byte == byte);
    CHECK(issue.problem == c.problem);
    CHECK(issue.pointer == c.pointer);
    CHECK(issue.field == c.field);
    CHECK(issue.id == c.id);
    CHECK(issue.message == c.message);
}

// Two good records around the bad one, as lines and as an array.
void check(const Case& c) {
    check_issue(read_json_text(good + "\n" + c.record + "\n" + good), c, 2, c.byte);
    if (c.message.find("text that is none: the text") != std::string::npos) return;  // no JSON: an array ends there
    if (c.message.find("text that is none: syntax") != std::string::npos) return;
    check_issue(read_json_text("[" + good + ",\n " + c.record + ",\n" + good + "]"), c, 2, c.byte + 1);
}

const std::string date_hint = "expected a date such as 17/06/2020 09:10 or 2020-06-17T09:10 (day before month); found ";

}  // namespace

TEST_CASE("problems of values, as in CSV, with a pointer") {
    check({R"({"id": "H", "received": "06/17/2020"})", Problem::bad_date, 25, "/received", "received", "H",
           "bad_date: " + date_hint + "\"06/17/2020\""});
    check({R"({"NgayHenTra" :  "mai" , "id": "H", "received": "2020-03-02"})", Problem::bad_date, 18, "/NgayHenTra", "due",
           "H", "bad_date: " + date_hint + "\"mai\""});
    check({R"({"id": "H", "received": "2020-03-02", "Kênh": "fax"})", Problem::unknown_channel, 48, "/Kênh", "channel", "H",
           "unknown_channel: expected a channel such as 1, 2, 3 or in_person, online, post; found \"fax\""});
    check({R"({"id": "H", "received": "2020-03-02", "status": 99})", Problem::unknown_status, 49, "/status", "status", "H",
           "unknown_status: expected a status such as 1 to 10, or a name that the mapping lists; found \"99\""});
    check({R"({"id": "H", "received": "2020-03-02", "MucDo": 7})", Problem::unknown_service_level, 48, "/MucDo",
           "service_level", "H",
           "unknown_service_level: expected a service level such as 2, 3, 4, partial, full; found \"7\""});
    check({R"({"id": "H", "received": "2020-03-02", "limit": 1e2, "unit": "tuần"})", Problem::bad_limit, 48, "/limit",
           "limit", "H", "bad_limit: expected a time limit from 0 to 100000 with at most three decimals; found \"1e2\""});
    check({R"({"id": "H", "received": "2020-03-02", "limit": 0, "unit": "tuần"})", Problem::bad_limit, 48, "/limit", "limit",
           "H", "bad_limit: expected a limit above 0, or a due date; found \"0\""});
    check({R"({"id": "H", "received": "2020-03-02", "limit": 5, "unit": "ngày hè"})", Problem::bad_unit, 59, "/unit", "unit",
           "H", "bad_unit: expected a unit such as working_day, calendar_day, working_hour; found \"ngày hè\""});
    check({R"({"id": "H", "received": "2020-03-02", "due": "2020-03-01"})", Problem::due_before_received, 46, "/due", "due",
           "H", "due_before_received: expected a due date not before the receipt; found \"2020-03-01\""});
    check({R"({"id": "H", "received": "2020-03-02", "a": {"x": ["]"]}, "returned": "2020-03-01"})",
           Problem::completed_before_received, 70, "/returned", "returned", "H",
           "completed_before_received: expected an end not before the receipt; found \"2020-03-01\""});
    check({R"({"id": "H", "due": "2020-03-01"})", Problem::missing_received, 1, "", "received", "H",
           "missing_received: expected the date of receipt; found nothing"});
    check({R"({"id": null, "received": "2020-03-02"})", Problem::missing_id, 1, "", "id", "",
           "missing_id: expected a dossier id; found nothing"});
    check({R"({"id": "H", "received": "2020-03-02", "agency": {"a": 1}})", Problem::bad_json, 49, "/agency", "agency", "H",
           "bad_json: expected a text, a number, true, false or null; found an object"});
}

TEST_CASE("problems of records as a whole") {
    check({"[1]", Problem::bad_json, 1, "", "", "", "bad_json: expected an object; found an array"});
    check({"\"x\"", Problem::bad_json, 1, "", "", "", "bad_json: expected an object; found a string"});
    check({"17", Problem::bad_json, 1, "", "", "", "bad_json: expected an object; found a number"});
    check({R"({"id": "H", "id": "H"})", Problem::bad_json, 19, "/id", "", "",
           "bad_json: expected a JSON object; found text that is none: the key \"id\" stands twice"});
    check({R"({"b": {}, "a": [{"x": {}, "k": 1, "y": [{}], "k": 2}], "id": "H"})", Problem::bad_json, 51, "/a/0/k", "", "",
           "bad_json: expected a JSON object; found text that is none: the key \"k\" stands twice"});
    check({R"({"id": "H")", Problem::bad_json, 11, "", "", "",
           "bad_json: expected a JSON object; found text that is none: the text ends too early"});
    check({R"({"id": "H",})", Problem::bad_json, 12, "", "", "",
           "bad_json: expected a JSON object; found text that is none: syntax error"});
    check({"{\"id\": \"\xE3\"}", Problem::invalid_utf8, 9, "", "", "", "invalid_utf8: expected UTF-8 text"});
    check({std::string(R"({"a": )") + std::string(16, '[') + std::string(16, ']') + "}", Problem::bad_json, 22, "", "", "",
           "bad_json: expected a JSON object; found text that is none: nested deeper than 16 levels"});
    CHECK(read_json_text(R"({"id": 1, "received": "2020-03-02", "a": )" + std::string(15, '[') + std::string(15, ']') + "}")
              .report.bad_rows == 0);
}

TEST_CASE("a record that is too long is refused, and reading goes on") {
    ReadOptions options;
    options.max_record_bytes = good.size();
    const std::string lines = good + "\n" + good + " \n" + std::string(100, 'x') + "\n" + good;
    const Reading r = read_json_text(lines, options);
    REQUIRE(r.rows.size() == 4);
    CHECK(r.rows[1].problem == Problem::line_too_long);
    CHECK(r.rows[2].problem == Problem::line_too_long);
    CHECK(r.rows[3].id == "G");
    CHECK(r.report.issues[0].line == 2);
    const std::string longer = R"({"id": "]}", "x": [{}, "\"]"], "y": ")" + std::string(50, 'y') + "\"}";
    const Reading a = read_json_text("[" + good + "," + longer + "," + good + "]", options);
    REQUIRE(a.rows.size() == 3);
    CHECK(a.rows[1].problem == Problem::line_too_long);
    CHECK(a.rows[2].id == "G");
    CHECK(contains(a.report.issues[0].message, "the record is longer than 58 bytes"));
}

TEST_CASE("an array that is no JSON ends with its place") {
    const auto error = [](const std::string& text) {
        const Error e = error_of([&] { (void)read_json_text(text); });
        CHECK(e.code() == ErrorCode::json_syntax);
        return std::to_string(e.where().line) + ":" + std::to_string(e.where().column) + " " + e.message();
    };
    CHECK(error("[\n" + good + "\n" + good + "]") == "3:1 not JSON: expected , or ] behind an element of the array");
    CHECK(error("[\n{\"id\": 1,\n \"x\": tru}]") == "3:7 not JSON: syntax error");
    CHECK(contains(error("[" + good + ","), "1:61 the JSON text ends too early"));
    CHECK(contains(error("[{\"id\": "), "the JSON text ends too early"));
    CHECK(error("[1,]") == "1:4 not JSON: expected an element of the array");
    CHECK(error("[1] 2") == "1:5 not JSON: text behind the end of the array");
    CHECK(contains(error("{\"n\": tru,\n\"data\": []}"), "1:7 the object around the array: not JSON"));
    CHECK(contains(error("{\"n\": 1, \"data\": []\n, \"m\": }"), "2:8 the object around the array: not JSON"));
    CHECK(contains(error("{\"data\": []"), "the object around the array: the JSON text ends too early"));
    CHECK(contains(error(""), "the file is empty"));
    CHECK(contains(error(" \n "), "the file is empty"));
    CHECK(contains(error("id,received\n1,2020-03-02\n"), "1:1 not JSON: expected an array of dossiers"));
    CHECK(contains(error("{\"id\": 1,\n \"received\": 2}\n"), "1:1 the first object spans several lines"));
    CHECK(contains(error(std::string("\xFF\xFE{\0", 4)), "UTF-16"));
}

TEST_CASE("strict reading ends at the first bad record, with line, byte and pointer") {
    ReadOptions strict;
    strict.stop_at_first_issue = true;
    strict.source = "d.json";
    const Error e = error_of([&] { (void)read_json_text(good + "\n{\"id\": 1, \"received\": \"?\"}\n", strict); });
    CHECK(e.code() == ErrorCode::json_schema);
    CHECK(e.where().pointer == "/received");
    CHECK(e.where().line == 2);
    CHECK(e.where().column == 23);
    CHECK(contains(e.what(), "d.json#/received:2:23: bad_date"));
}

}  // namespace json_problem_test
