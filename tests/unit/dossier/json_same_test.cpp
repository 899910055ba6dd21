// The same dossiers as CSV and as JSON of every layout give the same columns, in blocks of any size.
#include <fstream>
#include <iterator>

#include "json_support.hpp"
#include "test.hpp"

namespace json_same_test {

using namespace cchc;
using namespace cchc::test;

namespace {

std::string describe_rows(const Reading& reading) {
    std::string out;
    for (const Dossier& row : reading.rows) out += describe(row);
    return out;
}

const std::string& sample() {
    static const std::string text = [] {
        std::ifstream file(CCHC_SOURCE_DIR "/examples/data/dossiers.csv", std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    }();
    return text;
}

const std::string mixed =
    "{\"id\": 1, \"received\": 20200302, \"online_\": true, \"x\": [1, {\"data\": \"]}\\\\\\\"\"}]}\n\r\n"
    "[1, 2]\n  {\"id\": \"2\", \"received\": \"2020-03-02\", \"due\": \"?\"}  \r\n{\"id\": \"3\"\n\n\"x\" 7\n"
    "{\"id\": \"4\", \"received\": \"2020-03-02\", \"xã\": \"\\u0110\\ud83d\\ude00\"}";

}  // namespace

TEST_CASE("the sample as CSV, as lines, as an array and in an envelope") {
    const Reading csv = read(sample());
    REQUIRE(csv.rows.size() == 1800);
    const std::string expected = describe_rows(csv);
    const std::vector<std::string> objects = objects_of(sample());
    for (const std::string& text :
         {joined(objects, "\n"), joined(objects, "\r\n\n") + "\n", "\xEF\xBB\xBF" + joined(objects, "\n"),
          "[" + joined(objects, ",") + "]", " [\n" + joined(objects, " ,\n ") + "\n]\n",
          "{\"isUpdating\": false, \"n\": {\"data\": [1]}, \"data\": [" + joined(objects, ",") + "], \"total\": 1800}"}) {
        const Reading json = read_json_text(text);
        INFO(text.substr(0, 80));
        REQUIRE(json.rows.size() == csv.rows.size());
        for (std::size_t i = 0; i < csv.rows.size(); ++i) REQUIRE(describe(json.rows[i]) == describe(csv.rows[i]));
        CHECK(json.report.rows == 1800);
        CHECK(json.report.bad_rows == csv.report.bad_rows);
        CHECK(json.report.missing == csv.report.missing);
        CHECK(json.report.ignored.empty());
        for (const std::size_t block : {7U, 4096U}) REQUIRE((describe_rows(read_json_blocks(text, block)) == expected));
    }
}

TEST_CASE("blocks of every size give the same rows and the same report") {
    ReadOptions narrow;
    narrow.max_record_bytes = 40;
    const std::string first = mixed.substr(0, mixed.find('\n'));
    for (const std::string& text :
         {mixed, "[" + first + " ,{\"id\":\"2\"}, 17 , null,\"a]\",[[]], {\"id\":\"9\",\"received\":\"2020-03-02\"} ]\n",
          "{\n \"a\": \"\\\"data\", \"DATA\" :\n [" + first + "\n,\n" + first + "] , \"b\": {\"c\": [1]}}  ",
          std::string("[]"), std::string("[1,]"), std::string("[1 2]"), std::string("{\"data\": [1], 7}"),
          std::string("{\"id\": 1}{\"id\": 2}\n"), std::string("{\"a\": 1,\n \"b\": 2}"), std::string(" \n"),
          std::string("x"), std::string("{\"id\":\n{\"id\": \"2\", \"received\": \"2020-03-02\"}\n{\"id\": \"3\"}"),
          std::string("[\"abc")})
        for (const ReadOptions& options : {ReadOptions{}, narrow}) {
            const std::string whole = outcome_of([&] { return read_json_text(text, options); });
            INFO(text);
            INFO(whole);
            for (const std::size_t block : {1U, 2U, 3U, 7U, 64U})
                REQUIRE(outcome_of([&] { return read_json_blocks(text, block, options); }) == whole);
        }
}

TEST_CASE("values of JSON as texts: numbers, booleans, null, several names of a column") {
    const Reading r = read_json_text(
        "{\"id\": 17, \"received\": 20200302091000, \"limit\": 5.5, \"unit\": \"ngày\", \"due\": null, \"status\": 9,"
        " \"agency\": \"null\", \"field\": false, \"cause\": \"\"}\n"
        "{\"referenceUid\": \"U\", \"dossierNo\": \"N\", \"id\": \"\", \"receiveDate\": \"2020-03-02\", \"STT\": 1}\n"
        "{\"MA HO SO\": \"X\", \"ngay_tiep_nhan\": \"02/03/2020\", \"STT\": 2}\n");
    INFO(describe(r));
    REQUIRE(r.report.bad_rows == 0);
    CHECK(r.rows[0].id == "17");
    CHECK(r.rows[0].event(Event::received) == moment("2020-03-02 09:10"));
    CHECK(r.rows[0].limit->amount.to_string() == "5.5");
    CHECK(r.rows[0].status == Status::finished);
    CHECK(r.rows[0].agency.empty());
    CHECK(r.rows[0].field == "false");
    CHECK(r.rows[1].id == "N");
    CHECK(r.rows[2].id == "X");
    CHECK(r.report.ignored == std::vector<std::string>{"referenceUid", "STT"});
    CHECK(r.report.missing.size() == 9);
}

TEST_CASE("ignored names are told once, and not without end") {
    std::string text;
    for (int i = 0; i < 3000; ++i)
        text += "{\"id\": 1, \"received\": \"2020-03-02\", \"n" + std::to_string(i) + "\": 1, \"z\": 2}\n";
    const Reading r = read_json_text(text);
    CHECK(r.report.bad_rows == 0);
    CHECK(r.report.ignored.size() < 1000);
    CHECK(std::count(r.report.ignored.begin(), r.report.ignored.end(), "z") == 1);
    CHECK(r.report.duplicate_count == 2999);
    CHECK(r.report.duplicates[0].line == 2);
}

}  // namespace json_same_test
