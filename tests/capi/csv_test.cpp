// CSV into statistics: blocks, options, the read report, documents that fail.
#include <cstring>
#include <string>
#include <vector>

#include "sample.hpp"
#include "support.hpp"
#include "test.hpp"

namespace csv_test {

using namespace capi_test;

namespace {

const std::string good = "id,agency,received,due,completed\nA1,X,2020-03-02,2020-03-09,2020-03-06\n";
const std::string mixed = good + "A2,X,2020-03-02,06/17/2020,\nA1,X,2020-03-02,2020-03-09,2020-03-01\nA3,X\n";

cchc_status feed(cchc_statistics* to, const std::string& text, cchc_error* error = nullptr) {
    return cchc_statistics_add_csv(to, text.data(), text.size(), error);
}

std::string finish(cchc_statistics* to) {
    cchc_bytes* report = nullptr;
    REQUIRE(cchc_statistics_finish_csv(to, &report, nullptr) == CCHC_OK);
    return take(report);
}

cchc_csv_options options() {
    const cchc_csv_options result = CCHC_CSV_OPTIONS_INIT;
    return result;
}

cchc_status begin(const cchc_csv_options& given) { return cchc_statistics_begin_csv(statistics().get(), &given, nullptr); }

}  // namespace

TEST_CASE("the read report has counts, places, reasons, duplicates and columns") {
    const auto stats = statistics();
    REQUIRE(feed(stats.get(), mixed) == CCHC_OK);
    const std::string report = finish(stats.get());
    INFO(report);
    REQUIRE(contains(report, R"("format":"cchc.read_report/1")"));
    REQUIRE(contains(report, R"("source":"input")"));
    REQUIRE(contains(report, R"("rows":4,"bad_rows":3)"));
    REQUIRE(contains(report, R"("by_problem":{"wrong_field_count":1,"bad_date":1,"completed_before_received":1})"));
    REQUIRE(contains(report, R"("line":3,"column":4,)"));
    REQUIRE(contains(report, R"("duplicate_count":1,"duplicates":[{"line":4,"first_row":1,"id":"A1"}])"));
    REQUIRE(contains(report, R"("missing":["field","procedure","channel")"));
    REQUIRE(contains(result_json(stats.get()), "bad_date"));  // and the rows are counted in the statistics
}

TEST_CASE("CSV calls refuse NULL in each place") {
    const auto stats = statistics();
    cchc_error error = fresh_error();
    cchc_bytes* report = nullptr;
    REQUIRE(cchc_statistics_begin_csv(nullptr, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_add_csv(nullptr, good.data(), good.size(), &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_add_csv(stats.get(), nullptr, 5, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_add_csv(stats.get(), good.data(), SIZE_MAX, &error) == CCHC_E_ARG_RANGE);
    REQUIRE(cchc_statistics_finish_csv(nullptr, &report, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_finish_csv(stats.get(), nullptr, &error) == CCHC_E_ARG_NULL);

    REQUIRE(feed(stats.get(), good) == CCHC_OK);
    REQUIRE(cchc_statistics_finish_csv(stats.get(), nullptr, &error) == CCHC_E_ARG_NULL);  // the document stays open
    REQUIRE(cchc_statistics_add_csv(stats.get(), nullptr, 0, &error) == CCHC_OK);
    REQUIRE(contains(finish(stats.get()), R"("rows":1,)"));
}

TEST_CASE("a document without a header, empty, or in UTF-16 is refused; the statistics stay as they were") {
    const auto stats = statistics();
    REQUIRE(feed(stats.get(), good) == CCHC_OK);
    finish(stats.get());
    const std::string before = serialized(stats.get());
    cchc_error error = fresh_error();
    cchc_bytes* report = nullptr;
    REQUIRE(cchc_statistics_finish_csv(stats.get(), &report, &error) == CCHC_E_CSV);  // no block at all
    REQUIRE(report == nullptr);
    for (const std::string& bad :
         {std::string("colour,size\n1,2\n"), std::string("\xFF\xFEi\0d\0\n\0", 8), std::string("id,id\n")}) {
        cchc_status status = feed(stats.get(), bad, &error);
        const cchc_status again = cchc_statistics_finish_csv(stats.get(), &report, &error);
        REQUIRE(again == CCHC_E_CSV);
        REQUIRE(report == nullptr);
        REQUIRE((status == CCHC_OK || status == CCHC_E_CSV));
        REQUIRE(serialized(stats.get()) == before);
    }
}

TEST_CASE("a document that failed returns its error until it is finished, and counts nothing") {
    const auto stats = statistics();
    const std::string before = serialized(stats.get());
    cchc_csv_options strict = options();
    strict.stop_at_first_issue = 1;
    strict.source = "cases.csv";
    strict.source_size = nul;
    REQUIRE(cchc_statistics_begin_csv(stats.get(), &strict, nullptr) == CCHC_OK);
    cchc_error error = fresh_error();
    REQUIRE(feed(stats.get(), mixed, &error) == CCHC_E_CSV);
    REQUIRE(contains(error.message, "cases.csv:3:"));
    const std::string first = error.message;
    REQUIRE(feed(stats.get(), good, &error) == CCHC_E_CSV);
    REQUIRE(error.message == first);
    cchc_bytes* report = nullptr;
    REQUIRE(cchc_statistics_finish_csv(stats.get(), &report, &error) == CCHC_E_CSV);
    REQUIRE(error.message == first);
    REQUIRE(serialized(stats.get()) == before);

    REQUIRE(feed(stats.get(), good) == CCHC_OK);  // a new document, with the default options
    REQUIRE(contains(finish(stats.get()), R"("rows":1,)"));
    REQUIRE(serialized(stats.get()) != before);
}

TEST_CASE("an open document does not count, and begin drops it") {
    const auto stats = statistics();
    const std::string before = serialized(stats.get());
    REQUIRE(feed(stats.get(), good) == CCHC_OK);
    REQUIRE(serialized(stats.get()) == before);
    REQUIRE(cchc_statistics_begin_csv(stats.get(), nullptr, nullptr) == CCHC_OK);
    REQUIRE(feed(stats.get(), "id,received\n") == CCHC_OK);
    REQUIRE(contains(finish(stats.get()), R"("rows":0,)"));
    REQUIRE(serialized(stats.get()) == before);

    REQUIRE(feed(stats.get(), good) == CCHC_OK);  // and freeing statistics with an open document is fine
}

TEST_CASE("options: delimiter, source, issues kept, record size, mapping") {
    const auto stats = statistics();
    const char* mapping = R"({"format":"cchc.mapping/1","id":"own","columns":{"id":["Nummer"],"received":["Eingang"]}})";
    cchc_csv_options given = options();
    given.delimiter = ';';
    given.source = "k\xC3\xA1.csv and more";
    given.source_size = 7;
    given.max_issues = 1;
    given.max_record_bytes = 64;
    given.mapping_json = mapping;
    given.mapping_size = nul;
    cchc_error error = fresh_error();
    const cchc_status status = cchc_statistics_begin_csv(stats.get(), &given, &error);
    INFO(error.message);
    REQUIRE(status == CCHC_OK);
    REQUIRE(feed(stats.get(), "Nummer;Eingang\n1;2020-03-02\n2;x\n3;y\n" + std::string(100, 'z') + ";\n") == CCHC_OK);
    const std::string report = finish(stats.get());
    INFO(report);
    REQUIRE(contains(report, "\"source\":\"k\xC3\xA1.csv\""));
    REQUIRE(contains(report, R"("rows":4,"bad_rows":3)"));
    REQUIRE(contains(report, R"("line_too_long":1)"));
    std::size_t issues = 0;
    for (std::size_t at = report.find("\"message\""); at != std::string::npos; at = report.find("\"message\"", at + 1))
        ++issues;
    REQUIRE(issues == 1);

    cchc_csv_options none = options();
    none.max_issues = -1;
    REQUIRE(cchc_statistics_begin_csv(stats.get(), &none, nullptr) == CCHC_OK);
    REQUIRE(feed(stats.get(), mixed) == CCHC_OK);
    REQUIRE(contains(finish(stats.get()), R"("issues":[])"));
}

TEST_CASE("options: each value outside its range is refused") {
    const auto refused = [](auto change, cchc_status expected) {
        cchc_csv_options given = options();
        change(given);
        REQUIRE(begin(given) == expected);
    };
    refused([](auto& o) { o.delimiter = '|'; }, CCHC_E_ARG_ENUM);
    refused([](auto& o) { o.delimiter = ',' + 256; }, CCHC_E_ARG_ENUM);
    refused([](auto& o) { o.stop_at_first_issue = 2; }, CCHC_E_ARG_ENUM);
    refused([](auto& o) { o.reserved0 = 1; }, CCHC_E_OPTION_UNKNOWN);
    refused([](auto& o) { o.max_issues = -2; }, CCHC_E_ARG_RANGE);
    refused([](auto& o) { o.max_issues = 1000001; }, CCHC_E_ARG_RANGE);
    refused([](auto& o) { o.max_record_bytes = -1; }, CCHC_E_ARG_RANGE);
    refused([](auto& o) { o.max_record_bytes = INT64_MAX; }, CCHC_E_ARG_RANGE);
    refused([](auto& o) { o.source_size = 3; }, CCHC_E_ARG_NULL);
    refused(
        [](auto& o) {
            o.source = "\xFF";
            o.source_size = 1;
        },
        CCHC_E_ARG_UTF8);
    refused([](auto& o) { o.mapping_size = 3; }, CCHC_E_ARG_NULL);
    refused(
        [](auto& o) {
            o.mapping_json = "[]";
            o.mapping_size = 2;
        },
        CCHC_E_JSON_SCHEMA);
    refused(
        [](auto& o) {
            o.mapping_json = "{";
            o.mapping_size = 1;
        },
        CCHC_E_JSON_SYNTAX);
    refused([](auto& o) { o.struct_size = 0; }, CCHC_E_ARG_STRUCT_SIZE);
    refused([](auto& o) { o.struct_size = sizeof(cchc_csv_options) - 1; }, CCHC_E_ARG_STRUCT_SIZE);
    refused([](auto& o) { o.struct_size = 1u << 30; }, CCHC_E_ARG_STRUCT_SIZE);
}

TEST_CASE("options that grew later: a zero tail is served, any other is refused") {
    struct Later {
        cchc_csv_options known;
        std::int64_t added[4];
    };
    Later later = {options(), {0, 0, 0, 0}};
    later.known.struct_size = sizeof later;
    REQUIRE(begin(later.known) == CCHC_OK);
    for (auto& field : later.added) {
        field = 1;
        REQUIRE(begin(later.known) == CCHC_E_OPTION_UNKNOWN);
        field = 0;
    }
    REQUIRE(cchc_csv_options_init(&later.known, sizeof later) == CCHC_OK);
    REQUIRE(begin(later.known) == CCHC_OK);
}

TEST_CASE("the macro and the function make the same options, and the same columns") {
    const cchc_csv_options by_macro = CCHC_CSV_OPTIONS_INIT;
    cchc_csv_options by_function;
    std::memset(&by_function, 0x5A, sizeof by_function);
    REQUIRE(cchc_csv_options_init(&by_function, sizeof by_function) == CCHC_OK);
    REQUIRE(std::memcmp(&by_macro, &by_function, sizeof by_macro) == 0);
    REQUIRE(cchc_csv_options_init(nullptr, sizeof by_function) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_csv_options_init(&by_function, sizeof by_function - 1) == CCHC_E_ARG_STRUCT_SIZE);

    const cchc_dossier_columns columns_by_macro = CCHC_DOSSIER_COLUMNS_INIT;
    cchc_dossier_columns columns;
    std::memset(&columns, 0x5A, sizeof columns);
    REQUIRE(cchc_dossier_columns_init(&columns, sizeof columns) == CCHC_OK);
    REQUIRE(std::memcmp(&columns_by_macro, &columns, sizeof columns) == 0);
    REQUIRE(cchc_dossier_columns_init(nullptr, sizeof columns) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_dossier_columns_init(&columns, 8) == CCHC_E_ARG_STRUCT_SIZE);
}

TEST_CASE("a document in another encoding gives a report that is UTF-8") {
    const auto stats = statistics();
    feed(stats.get(), "id,agency,received\n1,T\xE2n,2020-03-02\n\xE2,x,yesterd\xE2y\n");
    const std::string report = finish(stats.get());
    INFO(report);
    REQUIRE(contains(report, R"("rows":2,"bad_rows":2)"));
    REQUIRE(contains(report, R"("invalid_utf8":)"));
    for (std::size_t i = 0; i + 1 < report.size(); ++i) {
        REQUIRE_FALSE((report[i] == '\xE2' && (report[i + 1] & 0xC0) != 0x80));
    }
}

}  // namespace csv_test
