// Pauses and extensions from a file of their own, and how they join the dossiers.
#include "cchc/clock_table.hpp"

#include "json_support.hpp"
#include "test.hpp"

namespace clock_table_test {

using namespace cchc;
using namespace cchc::test;

namespace {

const std::string pauses =
    "\xEF\xBB\xBFMã hồ sơ;Loại;Từ ngày;Đến ngày;NgayHenTraTruoc;NgayHenTraMoi;Ghi chú\r\n"
    "A;;04/03/2020 08:00;06/03/2020;;;x\r\n"
    "B;Gia hạn;05/03/2020;;09/03/2020;12/03/2020;\r\n"
    "\r\n"
    "A;verification;02/03/2020;03/03/2020;;;\r\n"
    "Z;;04/03/2020;;;;\r\n";

const std::string dossiers = "id,received,due\nA,2020-03-02,2020-03-20\nB,2020-03-02,2020-03-12\nC,2020-03-02,2020-03-12\n";

std::shared_ptr<const ClockTable> table_of(const std::string& csv, const ReadOptions& options = {}) {
    return std::make_shared<const ClockTable>(ClockTable::from_csv(csv, options));
}

ReadOptions with(std::shared_ptr<const ClockTable> table) {
    ReadOptions options;
    options.clock = std::move(table);
    return options;
}

std::string describe(const ClockTable& t) {
    std::string out = std::to_string(t.report().rows) + " " + std::to_string(t.report().bad_rows) + "\n";
    for (const RowIssue& i : t.report().issues) out += test::describe(i);
    for (std::size_t d = 0; d < t.dossiers(); ++d) {
        out += std::string(t.id(d)) + ":";
        for (const ClockEvent& e : t.events(d))
            out += " " + std::string(to_string(e.kind)) + " " + test::describe(e.from) + " " + test::describe(e.to) + " " +
                   test::describe(e.due_before) + " " + test::describe(e.due_after);
        out += "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("a file of pauses, by dossier") {
    const ClockTable t = ClockTable::from_csv(pauses);
    const std::string expected =
        "4 0\nA: supplement 2020-03-04T08:00 2020-03-06 - - verification 2020-03-02 2020-03-03 - -\n"
        "B: extension 2020-03-05 - 2020-03-09 2020-03-12\nZ: supplement 2020-03-04 - - -\n";
    CHECK(describe(t) == expected);
    CHECK(t.report().ignored == std::vector<std::string>{"Ghi chú"});
    CHECK(t.find("B") == 1U);
    CHECK(t.find("b") == ClockTable::none);
    CHECK(t.find("") == ClockTable::none);
    for (const std::size_t block : {1U, 7U, 4096U}) {
        ClockReader reader;
        for (std::size_t at = 0; at < pauses.size(); at += block) reader.feed(std::string_view(pauses).substr(at, block));
        CHECK(describe(reader.finish()) == expected);
    }
}

TEST_CASE("they join the dossiers of a CSV and of a JSON file, in batches of any size") {
    const auto table = table_of(pauses);
    const std::string json = joined(objects_of(dossiers), "\n");
    for (const std::size_t batch : {1U, 2U, 4096U})
        for (const bool as_json : {false, true}) {
            ReadOptions options = with(table);
            options.batch_rows = batch;
            const Reading r = as_json ? read_json_blocks(json, 9, options) : read_blocks(dossiers, 9, options);
            INFO(test::describe(r));
            REQUIRE(r.rows.size() == 3);
            REQUIRE(r.rows[0].clock.size() == 2);
            CHECK(r.rows[0].clock[0].kind == ClockKind::verification);  // in order of their beginning
            CHECK(r.rows[0].clock[1] == table->events(0)[0]);
            REQUIRE(r.rows[1].clock.size() == 1);
            CHECK(r.rows[1].clock[0].due_after == moment("2020-03-12"));
            CHECK(r.rows[2].clock.empty());
            CHECK(r.report.bad_rows == 0);
            CHECK(r.report.clock_unmatched == 1);
            CHECK(table->unmatched(r.report.clock_seen).ids == std::vector<std::string>{"Z"});
        }
    CHECK(read("id,received\nC,2020-03-02\n", with(table)).rows[0].clock.empty());
}

TEST_CASE("a bad pause is told with its place, and its dossier is bad") {
    const auto table = table_of(
        "id,kind,from,to\nA,,2020-03-04,2020-03-03\nB,nghỉ,2020-03-04,\n,,2020-03-04,\nA,,2020-03-10,\nC,x\nZ,,?,\nC,\"\"y,,"
        "\n");
    INFO(describe(*table));
    CHECK(table->report().rows == 7);
    CHECK(table->report().bad_rows == 6);
    CHECK(
        describe(*table) ==
        "7 6\n"
        "2:4:15 bad_pause [to] [A] bad_pause: expected an end not before its beginning; found \"2020-03-03\"\n"
        "3:2:3 bad_pause [kind] [B] bad_pause: expected a kind such as supplement, financial_duty, verification, extension; "
        "found \"nghỉ\"\n"
        "4:1:1 missing_id [id] [] missing_id: expected a dossier id; found \"\"\n"
        "6:0:1 wrong_field_count [] [] wrong_field_count: expected 4 fields as in the header; found 2 fields\n"
        "7:3:4 bad_pause [from] [Z] bad_pause: expected a date such as 17/06/2020 09:10 or 2020-06-17T09:10 (day before "
        "month); found \"?\"\n"
        "8:2:3 bad_quote [kind] [] bad_quote: expected a separator after the closing quote; found \"\"\n"
        "A: supplement 2020-03-10 - - -\nB:\nZ:\n");
    for (const bool as_json : {false, true}) {
        const std::string text = as_json ? joined(objects_of(dossiers), "\n") : dossiers;
        const Reading r = as_json ? read_json_text(text, with(table)) : read(text, with(table));
        INFO(test::describe(r));
        CHECK(r.rows[0].problem == Problem::bad_pause);
        CHECK(r.rows[0].clock.size() == 1);
        CHECK(r.rows[1].problem == Problem::bad_pause);
        CHECK(r.rows[2].problem == Problem::none);
        CHECK(r.report.bad_rows == 2);
        CHECK(r.report.by_problem[static_cast<std::size_t>(Problem::bad_pause)] == 2);
        REQUIRE(r.report.issues.size() == 2);
        CHECK(r.report.issues[0].id == "A");
        CHECK(contains(r.report.issues[0].message, "input:2:15: bad_pause: expected an end not before its beginning"));
        CHECK(r.report.clock_unmatched == 1);
    }
}

TEST_CASE("a file of pauses that cannot be used") {
    const auto message = [](const std::string& csv, const ReadOptions& options = {}) {
        const Error e = error_of([&] { (void)ClockTable::from_csv(csv, options); });
        CHECK(e.code() == ErrorCode::csv);
        return e.message();
    };
    CHECK(contains(message("id,kind\n"), "no column for \"from\" (known names: from, "));
    CHECK(contains(message("from,to\n"), "no column for \"id\""));
    CHECK(contains(message("id,from,from\n"), "stands twice"));
    CHECK(contains(message(""), "the file is empty"));
    CHECK(contains(message("\xFF\xFEi\n"), "UTF-16"));
    ReadOptions strict;
    strict.stop_at_first_issue = true;
    CHECK(contains(message("id,from\nA,?\n", strict), "bad_pause: expected a date"));
}

TEST_CASE("pauses of the file win over those of the history") {
    const std::string record =
        R"({"id": "A", "received": "2020-03-02", "LichSu": [{"status": 5, "at": "2020-03-07"}, {"status": 6, "at": "2020-03-09"}]})";
    const Reading r = read_json_text(record, with(table_of("id,from,to\nA,2020-03-04,2020-03-05\n")));
    REQUIRE(r.rows.at(0).clock.size() == 2);
    CHECK(r.rows[0].clock[0].from == moment("2020-03-04"));
    CHECK(r.rows[0].clock[1].kind == ClockKind::financial_duty);
    CHECK(read_json_text(record, with(table_of("id,from\nB,2020-03-04\n"))).rows.at(0).clock.size() == 2);
}

}  // namespace clock_table_test
