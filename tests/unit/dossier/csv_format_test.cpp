// The shape of a CSV file: RFC 4180, delimiters, line ends, byte order mark, blank lines.
#include "csv_support.hpp"
#include "test.hpp"

namespace csv_format_test {

using namespace cchc;
using namespace cchc::test;

namespace {

const std::string header = "id,agency,received,cause\n";

// The rows of a file with the header above.
std::vector<Dossier> rows(const std::string& body) { return read(header + body).rows; }

Dossier only_row(const std::string& body) {
    const std::vector<Dossier> all = rows(body);
    REQUIRE(all.size() == 1);
    return all.front();
}

}  // namespace

TEST_CASE("fields without quotes") {
    const Dossier d = only_row("HS-1,UBND xã A,2020-03-02 09:10,thiếu người\n");
    CHECK(d.id == "HS-1");
    CHECK(d.agency == "UBND xã A");
    CHECK(d.event(Event::received) == moment("2020-03-02T09:10"));
    CHECK(d.cause == "thiếu người");
    CHECK(d.problem == Problem::none);
}

TEST_CASE("blanks around a field are no part of it") {
    const Dossier d = only_row("  HS-1 ,\tA\t, 2020-03-02 ,  \n");
    CHECK(d.id == "HS-1");
    CHECK(d.agency == "A");
    CHECK(d.event(Event::received) == moment("2020-03-02"));
    CHECK(d.cause.empty());
}

TEST_CASE("quotes: delimiters, doubled quotes and line breaks belong to the field") {
    CHECK(only_row("1,\"A, B\",2020-03-02,\n").agency == "A, B");
    CHECK(only_row("1,\"say \"\"A\"\"\",2020-03-02,\n").agency == "say \"A\"");
    CHECK(only_row("1,\"\"\"\",2020-03-02,\n").agency == "\"");
    CHECK(only_row("1,\"\"\"\"\"\",2020-03-02,\n").agency == "\"\"");
    CHECK(only_row("1,\"\",2020-03-02,\n").agency.empty());
    CHECK(only_row("1,\"A\nB\",2020-03-02,\n").agency == "A\nB");
    CHECK(only_row("1,\"A\r\nB\",2020-03-02,\n").agency == "A\r\nB");
    CHECK(only_row("1,\"A\n\n\nB\",2020-03-02,\n").agency == "A\n\n\nB");
    CHECK(only_row("\"1\",\"A\",\"2020-03-02\",\"C\"\n").cause == "C");
    CHECK(only_row("1,A,2020-03-02,\"C\"").cause == "C");
    CHECK(only_row("1,A,2020-03-02,\"C\"\r\n").cause == "C");
    CHECK(only_row("1,A,2020-03-02,\"C\"\r").cause == "C");
    // Two fields with doubled quotes: neither takes from the other.
    const Dossier d = only_row("1,\"a\"\"b\",2020-03-02,\"c\"\"d,\"\"e\"\n");
    CHECK(d.agency == "a\"b");
    CHECK(d.cause == "c\"d,\"e");
}

TEST_CASE("a quote inside a field that does not begin with one is a letter like any other") {
    CHECK(only_row("1,5\" pipe,2020-03-02,x\n").agency == "5\" pipe");
    CHECK(only_row("1,a\"\"b,2020-03-02,x\n").agency == "a\"\"b");
    CHECK(rows("1,5\",2020-03-02,x\n2,6\",2020-03-02,y\n").size() == 2);
}

TEST_CASE("line ends: LF, CRLF, mixed, and none at the end") {
    const std::vector<std::string> both{"1", "2"};
    CHECK(ids_of(rows("1,A,2020-03-02,x\n2,B,2020-03-03,y\n")) == both);
    CHECK(ids_of(rows("1,A,2020-03-02,x\n2,B,2020-03-03,y")) == both);
    CHECK(ids_of(rows("1,A,2020-03-02,x\r\n2,B,2020-03-03,y\r\n")) == both);
    CHECK(ids_of(rows("1,A,2020-03-02,x\r\n2,B,2020-03-03,y")) == both);
    CHECK(ids_of(rows("1,A,2020-03-02,x\n2,B,2020-03-03,y\r\n")) == both);
    const Reading crlf = read("id,received,cause\r\n1,2020-03-02,x\r\n");
    CHECK(crlf.report.ignored.empty());
    CHECK(crlf.rows.front().cause == "x");
}

TEST_CASE("a file that ends after an empty last field has that field") {
    CHECK(only_row("1,A,2020-03-02,").problem == Problem::none);
    CHECK(only_row("1,A,2020-03-02").problem == Problem::wrong_field_count);
}

TEST_CASE("a byte order mark is skipped, and only at the start") {
    const Reading marked = read("\xEF\xBB\xBFid,received\n1,2020-03-02\n");
    CHECK(ids_of(marked.rows) == std::vector<std::string>{"1"});
    CHECK(marked.report.ignored.empty());
    CHECK(ids_of(read("\xEF\xBB\xBF\"id\",received\n1,2020-03-02\n").rows) == std::vector<std::string>{"1"});
    CHECK(ids_of(read("id,received\n\xEF\xBB\xBF"
                      "1,2020-03-02\n")
                     .rows) == std::vector<std::string>{"\xEF\xBB\xBF"
                                                        "1"});
}

TEST_CASE("blank lines are no rows, but lines of the file") {
    const Reading reading = read(header + "\n1,A,2020-03-02,x\n\r\n   \n\t\n2,B,?,y\n\n\n");
    CHECK(ids_of(reading.rows) == std::vector<std::string>{"1", "2"});
    CHECK(reading.report.rows == 2);
    REQUIRE(reading.report.issues.size() == 1);
    CHECK(reading.report.issues[0].line == 7);
}

TEST_CASE("blank lines before the header are skipped, and the delimiter is found in the header all the same") {
    CHECK(ids_of(read("\nid;received\n1;2020-03-02\n").rows) == std::vector<std::string>{"1"});
    CHECK(ids_of(read("\r\n  \r\nid\treceived\r\n1\t2020-03-02\r\n").rows) == std::vector<std::string>{"1"});
    CHECK(ids_of(read("\xEF\xBB\xBF\n\nid;received\n1;2020-03-02\n").rows) == std::vector<std::string>{"1"});
    ReadOptions given;
    given.delimiter = ';';
    CHECK(ids_of(read("\nid;received\n1;2020-03-02\n", given).rows) == std::vector<std::string>{"1"});
}

TEST_CASE("the delimiter is found: the one that the header uses most, outside quotes") {
    for (const char delimiter : {',', ';', '\t'}) {
        const std::string d(1, delimiter);
        const Reading reading = read("id" + d + "agency" + d + "received\n1" + d + "A" + d + "2020-03-02\n");
        INFO("delimiter " << static_cast<int>(delimiter));
        CHECK(reading.rows.size() == 1);
        CHECK(reading.rows.at(0).agency == "A");
    }
    CHECK(read("id;\"a,b,c,d\";received\n1;x;2020-03-02\n").rows.at(0).id == "1");
    CHECK(read("id;Ghi chú, thêm;received\n1;x;2020-03-02\n").rows.at(0).id == "1");
}

TEST_CASE("a delimiter that is given is used, whatever the header looks like") {
    ReadOptions semicolon;
    semicolon.delimiter = ';';
    CHECK(read("id;received;a,b,c,d\n1;2020-03-02;x\n", semicolon).rows.at(0).id == "1");
    ReadOptions comma;
    comma.delimiter = ',';
    CHECK(contains(outcome_of([&] { return read("id;received\n1;2020-03-02\n", comma); }), "no column for \"id\""));
}

TEST_CASE("options that make no sense are refused at once") {
    const auto refused = [](auto change) {
        ReadOptions options;
        change(options);
        return error_of([&] { CsvReader(options, [](Dossiers&) {}); }).code();
    };
    CHECK(refused([](ReadOptions& o) { o.delimiter = '|'; }) == ErrorCode::argument_range);
    CHECK(refused([](ReadOptions& o) { o.delimiter = '"'; }) == ErrorCode::argument_range);
    CHECK(refused([](ReadOptions& o) { o.delimiter = '\n'; }) == ErrorCode::argument_range);
    CHECK(refused([](ReadOptions& o) { o.batch_rows = 0; }) == ErrorCode::argument_range);
    CHECK(refused([](ReadOptions& o) { o.max_record_bytes = 0; }) == ErrorCode::argument_range);
}

TEST_CASE("NUL bytes in a row are bytes of a text") {
    const std::string nul("1\0x,A\0,2020-03-02,y\n", 20);
    const Dossier d = only_row(nul);
    CHECK(d.id == std::string("1\0x", 3));
    CHECK(d.agency == std::string("A\0", 2));
    const Reading bad = read(header + std::string("1,A,2020-03-02\0,y\n", 18));
    REQUIRE(bad.report.issues.size() == 1);
    CHECK(bad.report.issues[0].problem == Problem::bad_date);
}

TEST_CASE("every date format that the systems write") {
    const auto received = [](const std::string& text) {
        return only_row("1,A,\"" + text + "\",x\n").event(Event::received);
    };
    const Moment day = moment("2020-06-17"), minute = moment("2020-06-17T09:10"), second = moment("2020-06-17T09:10:30");
    for (const char* text :
         {"2020-06-17", "2020/06/17", "17/06/2020", "17-06-2020", "17.06.2020", "17/6/2020", "20200617", "43999"})
        CHECK(received(text) == day);
    for (const char* text : {"2020-06-17 09:10", "2020-06-17T09:10", "17/06/2020 09:10", "17/6/2020 09:10", "202006170910",
                             "2020-06-17T02:10Z", "2020-06-17T09:10+07:00"})
        CHECK(received(text) == minute);
    for (const char* text : {"2020-06-17 09:10:30", "2020-06-17T09:10:30.123", "17/06/2020 09:10:30", "20200617091030"})
        CHECK(received(text) == second);
    CHECK(received("43999,5") == moment("2020-06-17T12:00"));
}

TEST_CASE("the texts for no date are no date, and no problem in a column that may be empty") {
    for (const char* text :
         {"", "null", "NULL", "0001-01-01", "0001-01-01T00:00:00", "1900-01-01", "01/01/1900", "19000101"}) {
        const Reading reading = read(std::string("id,received,due\n1,2020-03-02,") + text + "\n");
        INFO(text);
        CHECK(reading.report.bad_rows == 0);
        CHECK(reading.rows.at(0).event(Event::due) == std::nullopt);
    }
}

TEST_CASE("a due date at 00:00 is a date without a time; other moments keep theirs") {
    const Reading reading = read(
        "id,received,original_due,due,completed\n1,2020-03-02 00:00,2020-03-09 00:00,2020-03-10 00:00:00,2020-03-05 "
        "00:00\n");
    const Dossier& d = reading.rows.at(0);
    CHECK(d.event(Event::received) == moment("2020-03-02T00:00"));
    CHECK(d.event(Event::original_due) == moment("2020-03-09"));
    CHECK(d.event(Event::due) == moment("2020-03-10"));
    CHECK(d.event(Event::completed) == moment("2020-03-05T00:00"));
}

}  // namespace csv_format_test
