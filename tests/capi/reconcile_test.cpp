// Reconciliation: create, CSV and columns, merge, results.
#include "sample.hpp"
#include "support.hpp"
#include "test.hpp"

namespace reconcile_test {

using namespace capi_test;

namespace {

void add(cchc_reconcile* to, const cchc_dossier_columns& columns) {
    REQUIRE(cchc_reconcile_add_columns(to, &columns, nullptr, nullptr, nullptr) == CCHC_OK);
}

void add_csv(cchc_reconcile* to, const std::string& csv, std::size_t block) {
    for (std::size_t at = 0; at < csv.size(); at += block) {
        const std::size_t size = std::min(block, csv.size() - at);
        REQUIRE(cchc_reconcile_add_csv(to, csv.data() + at, size, nullptr) == CCHC_OK);
    }
    cchc_bytes* report = nullptr;
    REQUIRE(cchc_reconcile_finish_csv(to, &report, nullptr) == CCHC_OK);
    REQUIRE(contains(take(report), "cchc.read_report/1"));
}

}  // namespace

TEST_CASE("reconcile: a query is refused at its place") {
    cchc_reconcile* out = nullptr;
    cchc_error error = fresh_error();
    const auto create = [&](const char* query) { return cchc_reconcile_create(query, nul, &out, &error); };
    REQUIRE(
        create(R"({"format":"cchc.reconcile_query/1","from":"2020-01-01","to":"2020-02-01","policies":["td","egov"]})") ==
        CCHC_E_JSON_SCHEMA);
    REQUIRE(contains(error.message, "#/policies/1"));
    REQUIRE(create(R"({"format":"cchc.reconcile_query/1","from":"2020-01-01","to":"2020-02-01","policies":["td"]})") ==
            CCHC_E_ARG_RANGE);
    REQUIRE(create(R"({"format":"cchc.reconcile_query/1","from":"2030-01-01","to":"2031-01-01","policies":["td","td"]})") ==
            CCHC_E_OUTSIDE_COVERAGE);
    REQUIRE(create(nine_months) == CCHC_E_JSON_SCHEMA);
    REQUIRE(out == nullptr);
    REQUIRE(cchc_reconcile_create(two_policies, nul, nullptr, &error) == CCHC_E_ARG_NULL);
}

TEST_CASE("reconcile: one pass, parts merged, blocks and columns give the same") {
    const Sample sample = make_sample(2000);
    const auto one_pass = reconcile();
    add_csv(one_pass.get(), sample.csv(), SIZE_MAX);
    const std::string expected = result_json(one_pass.get());
    REQUIRE(contains(expected, "cchc.reconcile/1"));
    REQUIRE(contains(expected, "missing_due"));

    const auto from_columns = reconcile();
    add(from_columns.get(), sample.columns());
    REQUIRE(result_json(from_columns.get()) == expected);

    const auto merged = reconcile();
    for (const std::size_t part : {2u, 0u, 1u}) {
        const auto other = reconcile();
        const std::size_t from = sample.size() * part / 3, to = sample.size() * (part + 1) / 3;
        if (part == 1) add(other.get(), sample.columns(from, to));
        if (part != 1) add_csv(other.get(), sample.csv(from, to), 500);
        REQUIRE(cchc_reconcile_merge(merged.get(), other.get(), nullptr) == CCHC_OK);
    }
    REQUIRE(result_json(merged.get()) == expected);
}

TEST_CASE("reconcile: problems of rows, NULL, other queries, itself") {
    const Sample sample = make_sample(200);
    const auto columns = sample.columns();
    cchc_error error = fresh_error();
    const auto a = reconcile();
    std::vector<std::uint8_t> problem(sample.size(), 77);
    std::size_t failed = 0;
    REQUIRE(cchc_reconcile_add_columns(a.get(), &columns, problem.data(), &failed, &error) == CCHC_OK);
    REQUIRE(failed == 4);
    REQUIRE(problem[41] == CCHC_PROBLEM_COMPLETED_BEFORE_RECEIVED);
    REQUIRE(problem[53] == CCHC_PROBLEM_MISSING_ID);
    REQUIRE(problem[0] == CCHC_PROBLEM_NONE);
    const std::string before = result_json(a.get());

    REQUIRE(cchc_reconcile_add_columns(nullptr, &columns, nullptr, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(contains(error.message, "reconcile"));
    REQUIRE(cchc_reconcile_add_columns(a.get(), nullptr, nullptr, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_reconcile_begin_csv(nullptr, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_reconcile_add_csv(nullptr, "", 0, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_reconcile_merge(a.get(), nullptr, &error) == CCHC_E_ARG_NULL);
    cchc_bytes* out = nullptr;
    REQUIRE(cchc_reconcile_finish_csv(nullptr, &out, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_reconcile_finish_csv(a.get(), &out, &error) == CCHC_E_CSV);
    REQUIRE(cchc_reconcile_result_json(nullptr, &out, &error) == CCHC_E_ARG_NULL);
    const auto other = reconcile(
        R"({"format":"cchc.reconcile_query/1","from":"2020-01-01","to":"2020-10-01","policies":["td","form-ii06a"]})");
    REQUIRE(cchc_reconcile_merge(a.get(), other.get(), &error) == CCHC_E_INCOMPATIBLE);
    REQUIRE(result_json(a.get()) == before);

    const auto twice = reconcile();
    add(twice.get(), columns);
    add(twice.get(), columns);
    REQUIRE(cchc_reconcile_merge(a.get(), a.get(), &error) == CCHC_OK);
    REQUIRE(result_json(a.get()) == result_json(twice.get()));
}

TEST_CASE("reconcile: a due date that cannot be computed under the first policy is said of its row") {
    Sample sample = make_sample(40);
    sample.due[7] = CCHC_NO_INSTANT;
    sample.limit_milli[7] = 9'000'000;  // beyond the calendar
    const auto columns = sample.columns();
    const auto r = reconcile();
    std::vector<std::uint8_t> problem(sample.size(), 77);
    std::size_t failed = 0;
    REQUIRE(cchc_reconcile_add_columns(r.get(), &columns, problem.data(), &failed, nullptr) == CCHC_OK);
    REQUIRE(problem[7] == CCHC_PROBLEM_OUTSIDE_COVERAGE);
    REQUIRE(failed == 1);
}

TEST_CASE("reconcile: a document that breaks in the middle leaves nothing behind") {
    const auto r = reconcile();
    const std::string before = result_json(r.get());
    cchc_csv_options options = CCHC_CSV_OPTIONS_INIT;
    options.stop_at_first_issue = 1;
    const std::string csv = "id,received\n1,2020-03-02\n2,?\n";
    cchc_error error = fresh_error();
    REQUIRE(cchc_reconcile_begin_csv(r.get(), &options, &error) == CCHC_OK);
    cchc_reconcile_add_csv(r.get(), csv.data(), csv.size(), &error);
    cchc_bytes* report = nullptr;
    REQUIRE(cchc_reconcile_finish_csv(r.get(), &report, &error) == CCHC_E_CSV);
    REQUIRE(report == nullptr);
    REQUIRE(result_json(r.get()) == before);
}

}  // namespace reconcile_test
