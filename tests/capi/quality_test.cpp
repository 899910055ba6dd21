// Quality reports: create, CSV and columns, flags of rows, merge, results.
#include "sample.hpp"
#include "support.hpp"
#include "test.hpp"

namespace quality_test {

using namespace capi_test;

namespace {

void add(cchc_quality* to, const cchc_dossier_columns& columns) {
    REQUIRE(cchc_quality_add_columns(to, &columns, nullptr, nullptr, nullptr, nullptr) == CCHC_OK);
}

void add_csv(cchc_quality* to, const std::string& csv, std::size_t block) {
    for (std::size_t at = 0; at < csv.size(); at += block) {
        const std::size_t size = std::min(block, csv.size() - at);
        REQUIRE(cchc_quality_add_csv(to, csv.data() + at, size, nullptr) == CCHC_OK);
    }
    cchc_bytes* report = nullptr;
    REQUIRE(cchc_quality_finish_csv(to, &report, nullptr) == CCHC_OK);
    REQUIRE(contains(take(report), "cchc.read_report/1"));
}

constexpr std::uint32_t flag(int f) { return 1U << f; }

}  // namespace

TEST_CASE("quality: a query is refused at its place") {
    cchc_quality* out = nullptr;
    cchc_error error = fresh_error();
    const auto create = [&](const char* query, std::int32_t today = CCHC_NO_DAY) {
        return cchc_quality_create(query, nul, today, &out, &error);
    };
    REQUIRE(create(R"({"format":"cchc.query/1","from":"2020-01-01","to":"2020-13-01"})") == CCHC_E_JSON_SCHEMA);
    REQUIRE(contains(error.message, "#/to"));
    REQUIRE(create(nine_months) == CCHC_E_ARG_RANGE);
    REQUIRE(contains(error.message, "groupings"));
    REQUIRE(create(nine_months_plain, INT32_MAX) == CCHC_E_ARG_RANGE);
    REQUIRE(create(nine_months_plain, CCHC_NO_DAY + 1) == CCHC_E_ARG_RANGE);
    REQUIRE(contains(error.message, "today_day"));
    REQUIRE(out == nullptr);
    REQUIRE(cchc_quality_create(nine_months_plain, nul, CCHC_NO_DAY, nullptr, &error) == CCHC_E_ARG_NULL);
}

TEST_CASE("quality: one pass, parts merged, blocks and columns give the same") {
    const Sample sample = make_sample(2000);
    const auto one_pass = quality();
    add_csv(one_pass.get(), sample.csv(), SIZE_MAX);
    const std::string expected = result_json(one_pass.get());
    REQUIRE(contains(expected, "cchc.quality/1"));

    const auto from_columns = quality();
    add(from_columns.get(), sample.columns());
    REQUIRE(result_json(from_columns.get()) == expected);

    const auto merged = quality();
    for (const std::size_t part : {2u, 0u, 1u}) {
        const auto other = quality();
        const std::size_t from = sample.size() * part / 3, to = sample.size() * (part + 1) / 3;
        if (part == 1) add(other.get(), sample.columns(from, to));
        if (part != 1) add_csv(other.get(), sample.csv(from, to), 500);
        REQUIRE(cchc_quality_merge(merged.get(), other.get(), nullptr) == CCHC_OK);
    }
    REQUIRE(result_json(merged.get()) == expected);
}

TEST_CASE("quality: flags and problems of rows") {
    Sample sample = make_sample(40'000);  // more than one chunk
    const std::size_t late = 39'000;
    sample.received[late] = instant(2020, 3, 2, 9);
    sample.due[late] = instant(2020, 3, 9, 17);
    sample.completed[late] = instant(2020, 3, 10, 9);
    sample.status[late] = CCHC_STATUS_REFUSED;
    const std::size_t far = 39'001;
    sample.due[far] = CCHC_NO_INSTANT;
    sample.limit_milli[far] = 9'000'000;  // beyond the calendar
    auto columns = sample.columns();
    std::vector<std::uint32_t> flags(sample.size(), 77);
    std::vector<std::uint8_t> problem(sample.size(), 77);
    std::size_t failed = 0;
    const auto q = quality(nine_months_plain, day(2020, 12, 31));
    REQUIRE(cchc_quality_add_columns(q.get(), &columns, flags.data(), problem.data(), &failed, nullptr) == CCHC_OK);
    REQUIRE(flags[late] == flag(CCHC_FLAG_LATE_REFUSAL));
    REQUIRE(flags[41] == flag(CCHC_FLAG_ENDED_BEFORE_RECEIVED));
    REQUIRE(problem[41] == CCHC_PROBLEM_COMPLETED_BEFORE_RECEIVED);
    REQUIRE(flags[53] == 0);
    REQUIRE(problem[53] == CCHC_PROBLEM_MISSING_ID);
    REQUIRE(problem[far] == CCHC_PROBLEM_OUTSIDE_COVERAGE);
    std::size_t bad = 0;
    for (const std::uint8_t p : problem) bad += p != CCHC_PROBLEM_NONE;
    REQUIRE(failed == bad);
    // The day before which all must lie: by default the as-of date, else the day after today.
    sample.received[late] = sample.due[late] = sample.completed[late] = instant(2020, 10, 1, 9);
    const auto today = quality(nine_months_plain, day(2020, 10, 1)),
               yesterday = quality(nine_months_plain, day(2020, 9, 30));
    for (const auto* report : {&today, &yesterday}) {
        REQUIRE(cchc_quality_add_columns(report->get(), &columns, flags.data(), nullptr, nullptr, nullptr) == CCHC_OK);
        const std::uint32_t future = flag(CCHC_FLAG_RECEIVED_IN_FUTURE) | flag(CCHC_FLAG_ENDED_IN_FUTURE);
        REQUIRE(flags[late] == (report == &today ? 0 : future));
    }
}

TEST_CASE("quality: NULL, other queries, itself") {
    const auto columns_of = make_sample(200);
    const auto columns = columns_of.columns();
    cchc_error error = fresh_error();
    const auto a = quality();
    add(a.get(), columns);
    const std::string before = result_json(a.get());
    REQUIRE(cchc_quality_add_columns(nullptr, &columns, nullptr, nullptr, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(contains(error.message, "quality"));
    REQUIRE(cchc_quality_add_columns(a.get(), nullptr, nullptr, nullptr, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_quality_begin_csv(nullptr, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_quality_add_csv(nullptr, "", 0, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_quality_merge(a.get(), nullptr, &error) == CCHC_E_ARG_NULL);
    cchc_bytes* out = nullptr;
    REQUIRE(cchc_quality_finish_csv(nullptr, &out, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_quality_finish_csv(a.get(), &out, &error) == CCHC_E_CSV);
    REQUIRE(cchc_quality_result_json(nullptr, &out, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_quality_merge(a.get(), quality(nine_months_plain, day(2020, 12, 31)).get(), &error) == CCHC_E_INCOMPATIBLE);
    REQUIRE(result_json(a.get()) == before);

    const auto twice = quality();
    add(twice.get(), columns);
    add(twice.get(), columns);
    REQUIRE(cchc_quality_merge(a.get(), a.get(), &error) == CCHC_OK);
    REQUIRE(result_json(a.get()) == result_json(twice.get()));
}

}  // namespace quality_test
