// Rows that cannot be read: each problem with its line, field, byte, id and message; the row is kept and counted.
#include "csv_support.hpp"
#include "test.hpp"

namespace csv_problem_test {

using namespace cchc;
using namespace cchc::test;

namespace {

const std::string header = "id,agency,channel,received,limit,unit,original_due,due,completed,returned,status,cause\n";
const std::string good_row = "HS-9,UBND xã B,1,2020-03-02,,,,2020-03-09,2020-03-06,,9,\n";

struct Case {
    std::string row;
    Problem problem;
    std::uint64_t column;  // 1-based field
    std::uint64_t byte;    // 1-based
    std::string field;
    std::string id;
    std::string message;
};

// Two good rows around the bad one; everything that is said about it.
void check(const Case& c) {
    const Reading reading = read(header + good_row + c.row + "\n" + "HS-10" + good_row.substr(4));
    INFO(c.row);
    INFO(describe(reading.report));
    REQUIRE(reading.rows.size() == 3);
    CHECK(reading.rows[0].problem == Problem::none);
    CHECK(reading.rows[1].problem == c.problem);
    CHECK(reading.rows[2].problem == Problem::none);
    CHECK(reading.report.rows == 3);
    CHECK(reading.report.bad_rows == 1);
    CHECK(reading.report.by_problem[static_cast<std::size_t>(c.problem)] == 1);
    REQUIRE(reading.report.issues.size() == 1);
    const RowIssue& issue = reading.report.issues[0];
    CHECK(issue.line == 3);
    CHECK(issue.column == c.column);
    CHECK(issue.byte == c.byte);
    CHECK(issue.problem == c.problem);
    CHECK(issue.field == c.field);
    CHECK(issue.id == c.id);
    CHECK(issue.message == c.message);
}

const std::string date_hint = ": expected a date such as 17/06/2020 09:10 or 2020-06-17T09:10 (day before month); found ";

}  // namespace

TEST_CASE("problems of fields") {
    check({"HS-1,A,1,06/17/2020,,,,,,,,", Problem::bad_date, 4, 10, "received", "HS-1",
           "bad_date" + date_hint + "\"06/17/2020\""});
    check({"HS-1,A,1,2020-02-30,,,,,,,,", Problem::bad_date, 4, 10, "received", "HS-1",
           "bad_date" + date_hint + "\"2020-02-30\""});
    check({"HS-1,A,1,2020-03-02,,,mai,,,,,", Problem::bad_date, 7, 23, "original_due", "HS-1",
           "bad_date" + date_hint + "\"mai\""});
    check(
        {"HS-1,A,1,2020-03-02,,,,09:10,,,,", Problem::bad_date, 8, 24, "due", "HS-1", "bad_date" + date_hint + "\"09:10\""});
    check({"HS-1,A,1,2020-03-02,,,,,\"2020,1\",,,", Problem::bad_date, 9, 25, "completed", "HS-1",
           "bad_date" + date_hint + "\"2020,1\""});
    check(
        {"HS-1,A,1,2020-03-02,,,,,, ? ,,", Problem::bad_date, 10, 26, "returned", "HS-1", "bad_date" + date_hint + "\"?\""});
    check({"HS-1,UBND xã A,fax,2020-03-02,,,,,,,,", Problem::unknown_channel, 3, 17, "channel", "HS-1",
           "unknown_channel: expected a channel such as 1, 2, 3 or in_person, online, post; found \"fax\""});
    check({"HS-1,A,1,2020-03-02,5,fortnight,,,,,,", Problem::bad_unit, 6, 23, "unit", "HS-1",
           "bad_unit: expected a unit such as working_day, calendar_day, working_hour; found \"fortnight\""});
    check({"HS-1,A,1,2020-03-02,,,,,,,99,", Problem::unknown_status, 11, 27, "status", "HS-1",
           "unknown_status: expected a status such as 1 to 10, or a name that the mapping lists; found \"99\""});
}

TEST_CASE("limits: 0, negative, too large, too fine, no number") {
    const std::string range = "a time limit from 0 to 100000 with at most three decimals";
    for (const char* limit : {"-1", "1000000000", "100000.001", "1e9", "abc", "0.0001", "-0.5", "1.", "9999999999999999999"})
        check({std::string("HS-1,A,1,2020-03-02,") + limit + ",working_day,,,,,,", Problem::bad_limit, 5, 21, "limit",
               "HS-1", "bad_limit: expected " + range + "; found \"" + limit + "\""});
    // 0 is a limit only under rules that count the day of receipt, or where the due date is on record anyway.
    for (const char* zero : {"0", "0.0", "00", "0,000", "0000"})
        check({std::string("HS-1,A,1,2020-03-02,\"") + zero + "\",working_day,,,,,,", Problem::bad_limit, 5, 21, "limit",
               "HS-1", std::string("bad_limit: expected a limit above 0, or a due date; found \"") + zero + "\""});
    check({"HS-1,A,1,2020-03-02,5,,,,,,,", Problem::bad_unit, 6, 23, "unit", "HS-1",
           "bad_unit: expected the unit of the limit; found \"\""});
}

TEST_CASE("limits that are read") {
    const auto limit = [](const std::string& text, const std::string& unit, const std::string& due, bool zero) {
        ReadOptions options;
        options.zero_limit_allowed = zero;
        const Dossier d =
            read(header + "HS-1,A,1,2020-03-02,\"" + text + "\"," + unit + ",," + due + ",,,,\n", options).rows.at(0);
        CHECK(d.problem == Problem::none);
        return d.limit ? d.limit->amount.to_string() + " " + std::string(to_string(d.limit->unit)) : "";
    };
    CHECK(limit("15", "working_day", "", false) == "15 working_day");
    CHECK(limit("0.5", "ngày làm việc", "", false) == "0.5 working_day");
    CHECK(limit("0,5", "Ngày", "", false) == "0.5 calendar_day");
    CHECK(limit("100000", "giờ", "", false) == "100000 clock_hour");
    CHECK(limit("0.001", "month", "", false) == "0.001 month");
    for (const char* zero : {"0", "0.0", "00", "0000"}) {
        CHECK(limit(zero, "working_day", "", true) == "0 working_day");
        CHECK(limit(zero, "working_day", "2020-03-02", false) == "0 working_day");
    }
    // Without its unit a limit says nothing, but the due date on record does.
    CHECK(limit("5", "", "2020-03-09", false).empty());
}

TEST_CASE("problems of a row as a whole") {
    check({"HS-1,A,1", Problem::wrong_field_count, 0, 1, "", "",
           "wrong_field_count: expected 12 fields as in the header; found 3 fields"});
    check({"HS-1,A,1,2020-03-02,,,,,,,,,", Problem::wrong_field_count, 0, 1, "", "",
           "wrong_field_count: expected 12 fields as in the header; found 13 fields"});
    check({",A,1,2020-03-02,,,,,,,,", Problem::missing_id, 1, 1, "id", "", "missing_id: expected a dossier id; found \"\""});
    check({"HS-1,A,1,,,,,,,,,", Problem::missing_received, 4, 10, "received", "HS-1",
           "missing_received: expected the date of receipt; found \"\""});
    check({"HS-1,A,1,null,,,,,,,,", Problem::missing_received, 4, 10, "received", "HS-1",
           "missing_received: expected the date of receipt; found \"null\""});
}

TEST_CASE("dates that contradict each other: the field that does is named") {
    const std::string due = "due_before_received: expected a due date not before the receipt; found ";
    const std::string end = "completed_before_received: expected an end not before the receipt; found ";
    check({"HS-1,A,1,2020-03-02,,,,2020-03-01,,,,", Problem::due_before_received, 8, 24, "due", "HS-1",
           due + "\"2020-03-01\""});
    check({"HS-1,A,1,2020-03-02,,,2020-02-01,2020-03-09,,,,", Problem::due_before_received, 7, 23, "original_due", "HS-1",
           due + "\"2020-02-01\""});
    check({"HS-1,A,1,2020-03-02,,,,,2020-03-01,,,", Problem::completed_before_received, 9, 25, "completed", "HS-1",
           end + "\"2020-03-01\""});
    check({"HS-1,A,1,2020-03-02,,,,,2020-03-05,2020-03-01,,", Problem::completed_before_received, 10, 36, "returned", "HS-1",
           end + "\"2020-03-01\""});
    // By date: an end at an earlier hour of the day of receipt is no contradiction.
    CHECK(read(header + "HS-1,A,1,2020-03-02 10:00,,,,2020-03-02 09:00,2020-03-02 08:00,,,\n").report.bad_rows == 0);
}

TEST_CASE("a contradiction in a column that a file has, though its better known sister is missing") {
    const Reading reading = read("id,received,returned,original_due\n1,2020-03-02,2020-03-01,\n2,2020-03-02,,2020-03-01\n");
    REQUIRE(reading.report.issues.size() == 2);
    CHECK(describe(reading.report.issues[0]) ==
          "2:3:14 completed_before_received [returned] [1] completed_before_received: expected an end not before the "
          "receipt; found "
          "\"2020-03-01\"\n");
    CHECK(describe(reading.report.issues[1]) ==
          "3:4:15 due_before_received [original_due] [2] due_before_received: expected a due date not before the receipt; "
          "found "
          "\"2020-03-01\"\n");
}

TEST_CASE("quotes: text after a closing quote") {
    check({"HS-1,\"A\"x,1,2020-03-02,,,,,,,,", Problem::bad_quote, 2, 6, "", "",
           "bad_quote: expected a separator after the closing quote; found \"A\""});
    check({"HS-1,A,1,2020-03-02,,,,,,,,\"c\" \"d\"", Problem::bad_quote, 12, 28, "", "",
           "bad_quote: expected a separator after the closing quote; found \"c\""});
}

TEST_CASE("a quote that never closes costs its line and nothing more") {
    const std::string open = "HS-1,\"A,1,2020-03-02,,,,,,,,\n";
    SECTION("in the middle of the file") {
        const Reading reading = read(header + good_row + open + "HS-10" + good_row.substr(4) + "HS-11" + good_row.substr(4));
        CHECK(ids_of(reading.rows) == std::vector<std::string>{"HS-9", "", "HS-10", "HS-11"});
        REQUIRE(reading.report.issues.size() == 1);
        const RowIssue& issue = reading.report.issues[0];
        CHECK(issue.problem == Problem::open_quote);
        CHECK(issue.line == 3);
        CHECK(issue.byte == 6);
        CHECK(issue.message == "a quote opens here and never closes; reading goes on with the next line");
    }
    SECTION("on the last line, with and without its line break") {
        for (const std::string& end : {open, open.substr(0, open.size() - 1), std::string("HS-1,\"")}) {
            const Reading reading = read(header + good_row + end);
            CHECK(reading.rows.size() == 2);
            CHECK(reading.rows.back().problem == Problem::open_quote);
            CHECK(reading.report.issues.at(0).line == 3);
            CHECK(reading.report.issues.at(0).byte == 6);
        }
    }
    SECTION("after quotes that do close") {
        const Reading reading = read(header + "\"HS-1\",\"a\"\"b,\",1,\"2020\n" + good_row);
        CHECK(ids_of(reading.rows) == std::vector<std::string>{"", "HS-9"});
        CHECK(reading.report.issues.at(0).line == 2);
        CHECK(reading.report.issues.at(0).byte == 18);
    }
    SECTION("on a later line of a record with a line break inside quotes") {
        const Reading reading = read(header + "HS-1,\"A\nB\",1,\"2020-03-02\n" + good_row);
        // The record's first line is given up; its second is then a line like any other.
        CHECK(reading.rows.back().id == "HS-9");
        CHECK(reading.report.by_problem[static_cast<std::size_t>(Problem::open_quote)] >= 1);
        CHECK(reading.report.issues.at(0).line == 2);
        CHECK(reading.report.issues.at(0).byte == 6);
        CHECK(reading.report.rows == reading.rows.size());
    }
}

TEST_CASE("places in a record of several lines") {
    const std::string text = header + "\"HS\n1\",\"A\"\"\nB,\",fax,2020-03-02,,,,,,,,\n" + "HS-2,\"x\n\ny\",1,?,,,,,,,,\n" +
                             "HS-3,A,1,,,,,,,,,\n";
    const ReadReport report = read(text).report;
    REQUIRE(report.issues.size() == 3);
    // Lines of the file: 1 header; 2-4 the first record; 5-7 the second; 8 the third.
    CHECK(report.issues[0].line == 4);
    CHECK(report.issues[0].byte == 5);
    CHECK(report.issues[0].field == "channel");
    CHECK(report.issues[0].id == "HS\n1");
    CHECK(report.issues[1].line == 7);
    CHECK(report.issues[1].byte == 6);
    CHECK(report.issues[1].field == "received");
    CHECK(report.issues[2].line == 8);
    CHECK(report.issues[2].byte == 10);
}

TEST_CASE("a field behind doubled quotes has its place") {
    const ReadReport report = read(header + "HS-1,\"a\"\"b,c\",fax,2020-03-02,,,,,,,,\n").report;
    REQUIRE(report.issues.size() == 1);
    CHECK(report.issues[0].column == 3);
    CHECK(report.issues[0].byte == 15);
}

TEST_CASE("windows-1258 bytes are refused where they stand, and the rest of the row is kept") {
    const Reading reading = read(header + "H\xE0-1,A,1,2020-03-02,,,,,,,,\n" + "HS-2,x\xE3 A,1,2020-03-02,,,,,,,,\n" +
                                 "HS-3,A,1,2020-03-02,,,,,,,,thi\xEAu\n" +
                                 "HS-4,A,tr\xFD"
                                 "c,2020-03-02,,,,,,,,\n");
    REQUIRE(reading.report.issues.size() == 4);
    CHECK(describe(reading.report.issues[0]) ==
          "2:1:1 invalid_utf8 [id] [] invalid_utf8: expected UTF-8 text; found \"H?-1\"\n");
    CHECK(describe(reading.report.issues[1]) ==
          "3:2:6 invalid_utf8 [agency] [HS-2] invalid_utf8: expected UTF-8 text; found \"x? A\"\n");
    CHECK(describe(reading.report.issues[2]) ==
          "4:12:28 invalid_utf8 [cause] [HS-3] invalid_utf8: expected UTF-8 text; found \"thi?u\"\n");
    CHECK(reading.report.issues[3].problem == Problem::unknown_channel);
    CHECK(reading.rows[0].agency == "A");
    CHECK(reading.rows[1].agency.empty());
    CHECK(reading.rows[1].id == "HS-2");
    CHECK(reading.rows[2].agency == "A");
}

TEST_CASE("a row with several faults names the one in its first field, and keeps the agency") {
    const Reading reading = read(header + "HS-1,UBND xã A,fax,?,x,y,,?,?,,99,\n");
    REQUIRE(reading.report.issues.size() == 1);
    CHECK(reading.report.issues[0].problem == Problem::unknown_channel);
    CHECK(reading.rows.at(0).agency == "UBND xã A");
    CHECK(reading.rows.at(0).id == "HS-1");
}

TEST_CASE("what was found is shown in at most 80 bytes, cut between letters") {
    std::string letters;
    for (int i = 0; i < 50; ++i) letters += "ế";
    const ReadReport report = read(header + "HS-1,A," + letters + ",2020-03-02,,,,,,,,\n").report;
    const std::string& message = report.issues.at(0).message;
    const std::size_t start = message.find("found \"") + 7;
    const std::string shown = message.substr(start, message.size() - start - 1);
    CHECK(shown == letters.substr(0, 78) + "…");
}

TEST_CASE("a truncated file: its last row is bad, and only that") {
    const std::string whole = header + good_row + "HS-10" + good_row.substr(4);
    const std::size_t second = header.size() + good_row.size();
    for (std::size_t size = second; size < whole.size(); ++size) {
        const Reading reading = read(whole.substr(0, size));
        INFO(size);
        CHECK(reading.rows.size() == (size == second ? 1U : 2U));
        // The last field is empty, so a cut before the line break loses nothing.
        CHECK(reading.report.bad_rows == (size == second || size == whole.size() - 1 ? 0U : 1U));
        CHECK(reading.rows.front().problem == Problem::none);
    }
}

}  // namespace csv_problem_test
