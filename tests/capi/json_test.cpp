// JSON and pauses into statistics: the same as CSV, blocks of any size, options, the read report, documents that fail.
#include <string>

#include "sample.hpp"
#include "support.hpp"
#include "test.hpp"

namespace json_test {

using namespace capi_test;

namespace {

const std::string lines =
    "{\"id\": \"A1\", \"agency\": \"X\", \"received\": \"2020-03-02\", \"due\": \"2020-03-09\", \"completed\": "
    "\"2020-03-06\"}\n"
    "{\"id\": \"A2\", \"agency\": \"X\", \"received\": \"2020-03-02\", \"due\": \"?\"}\n{\"id\": \"A3\"\n";
const std::string same = "id,agency,received,due,completed\nA1,X,2020-03-02,2020-03-09,2020-03-06\nA2,X,2020-03-02,?,\n";

cchc_csv_options options(std::int32_t format) {
    cchc_csv_options result = CCHC_CSV_OPTIONS_INIT;
    result.format = format;
    return result;
}

std::string read(cchc_statistics* to, const std::string& text, const cchc_csv_options& given, std::size_t block = SIZE_MAX) {
    REQUIRE(cchc_statistics_begin_csv(to, &given, nullptr) == CCHC_OK);
    for (std::size_t at = 0; at < text.size(); at += std::min(block, text.size() - at))
        REQUIRE(cchc_statistics_add_csv(to, text.data() + at, std::min(block, text.size() - at), nullptr) == CCHC_OK);
    cchc_bytes* report = nullptr;
    REQUIRE(cchc_statistics_finish_csv(to, &report, nullptr) == CCHC_OK);
    return take(report);
}

}  // namespace

TEST_CASE("JSON gives the statistics that CSV gives, in blocks of any size") {
    const auto csv = statistics(), whole = statistics(), blocks = statistics();
    read(csv.get(), same, options(CCHC_INPUT_CSV));
    const std::string two = lines.substr(0, lines.find("{\"id\": \"A3\""));
    const std::string report = read(whole.get(), two, options(CCHC_INPUT_JSON));
    INFO(report);
    CHECK(serialized(whole.get()) == serialized(csv.get()));
    CHECK(contains(report, R"("rows":2,"bad_rows":1)"));
    CHECK(contains(report, R"("line":2,"column":0,"byte":67,"problem":"bad_date","field":"due","id":"A2")"));
    CHECK(contains(report, R"("pointer":"/due")"));
    CHECK_FALSE(contains(report, R"("pauses")"));
    CHECK(read(blocks.get(), two, options(CCHC_INPUT_JSON), 1) == report);
    CHECK(serialized(blocks.get()) == serialized(csv.get()));
    CHECK(contains(read(blocks.get(), lines, options(CCHC_INPUT_JSON)), R"("bad_json":1)"));
}

TEST_CASE("a JSON document that fails counts nothing") {
    const auto stats = statistics();
    const std::string before = serialized(stats.get());
    cchc_csv_options json = options(CCHC_INPUT_JSON);
    json.source = "d.json";
    json.source_size = nul;
    cchc_error error = fresh_error();
    cchc_bytes* report = nullptr;
    REQUIRE(cchc_statistics_begin_csv(stats.get(), &json, nullptr) == CCHC_OK);
    REQUIRE(cchc_statistics_add_csv(stats.get(), "[{\"id\": 1},\n", 12, &error) == CCHC_OK);
    REQUIRE(cchc_statistics_finish_csv(stats.get(), &report, &error) == CCHC_E_JSON_SYNTAX);
    CHECK(contains(error.message, "d.json:2:1: the JSON text ends too early"));
    REQUIRE(cchc_statistics_begin_csv(stats.get(), &json, nullptr) == CCHC_OK);
    REQUIRE(cchc_statistics_add_csv(stats.get(), "[}", 2, &error) == CCHC_E_JSON_SYNTAX);
    REQUIRE(cchc_statistics_add_csv(stats.get(), "[]", 2, &error) == CCHC_E_JSON_SYNTAX);  // again, until it is finished
    REQUIRE(cchc_statistics_finish_csv(stats.get(), &report, &error) == CCHC_E_JSON_SYNTAX);
    json.stop_at_first_issue = 1;
    REQUIRE(cchc_statistics_begin_csv(stats.get(), &json, nullptr) == CCHC_OK);
    REQUIRE(cchc_statistics_add_csv(stats.get(), lines.data(), lines.size(), &error) == CCHC_E_JSON_SCHEMA);
    CHECK(contains(error.message, "d.json#/due:2:67: bad_date"));
    CHECK(serialized(stats.get()) == before);
}

TEST_CASE("pauses of a document of their own") {
    const std::string pauses = "id;from;to\nA1;2020-03-03;2020-03-04\nA2;?;\nZ;2020-03-03;\n";
    for (const std::int32_t format : {CCHC_INPUT_CSV, CCHC_INPUT_JSON}) {
        const auto stats = statistics();
        cchc_csv_options given = options(format);
        given.pauses_csv = pauses.data();
        given.pauses_size = pauses.size();
        const std::string good = format == CCHC_INPUT_CSV
                                     ? "id,received,due\nA1,2020-03-02,2020-03-09\nA2,2020-03-02,2020-03-09\n"
                                     : "[{\"id\":\"A1\",\"received\":\"2020-03-02\",\"due\":\"2020-03-09\"},"
                                       "{\"id\":\"A2\",\"received\":\"2020-03-02\",\"due\":\"2020-03-09\"}]";
        const std::string report = read(stats.get(), good, given, 3);
        INFO(report);
        CHECK(contains(report, R"("rows":2,"bad_rows":1)"));
        CHECK(contains(report, R"("by_problem":{"bad_pause":1})"));
        CHECK(contains(report, "pauses:3:4: bad_pause: expected a date"));
        CHECK(contains(report, R"("pauses":{"rows":3,"bad_rows":1,"issues":[{"line":3,"column":2,)"));
        CHECK(contains(report, R"("unmatched":1,"unmatched_ids":["Z"]})"));
    }
}

TEST_CASE("options of JSON and of pauses that are refused") {
    const auto begin = [](auto change) {
        cchc_csv_options given = options(CCHC_INPUT_JSON);
        change(given);
        return cchc_statistics_begin_csv(statistics().get(), &given, nullptr);
    };
    CHECK(begin([](auto& o) { o.format = 2; }) == CCHC_E_ARG_ENUM);
    CHECK(begin([](auto& o) { o.format = -1; }) == CCHC_E_ARG_ENUM);
    CHECK(begin([](auto& o) { o.reserved1 = 1; }) == CCHC_E_OPTION_UNKNOWN);
    CHECK(begin([](auto& o) { o.pauses_size = 1; }) == CCHC_E_ARG_NULL);
    CHECK(begin([](auto& o) { o.pauses_csv = ""; }) == CCHC_E_CSV);
    CHECK(begin([](auto& o) {
              o.pauses_csv = "id,kind\n";
              o.pauses_size = 8;
          }) == CCHC_E_CSV);
    const auto mapping = [&](const char* text) {
        return begin([text](auto& o) {
            o.mapping_json = text;
            o.mapping_size = nul;
        });
    };
    for (const char* id : {"\"default\"", "\"opencps\"", " \"dvcqg\" ", "\"td\""}) CHECK(mapping(id) == CCHC_OK);
    CHECK(mapping("\"egov\"") == CCHC_E_UNKNOWN_NAME);
    CHECK(mapping("7") == CCHC_E_JSON_SCHEMA);
}

TEST_CASE("a built-in mapping reads what its system writes") {
    const auto stats = statistics();
    cchc_csv_options given = options(CCHC_INPUT_JSON);
    given.mapping_json = "\"opencps\"";
    given.mapping_size = nul;
    const std::string text = R"({"data": [{"dossierNo": 1, "receiveDate": "2020-03-02", "dueDate": "2020-03-09",
        "releaseDate": "2020-03-06", "dossierStatus": "done", "online_": true}]})";
    CHECK(contains(read(stats.get(), text, given), R"("rows":1,"bad_rows":0)"));
}

}  // namespace json_test
