// Statistics: create, merge, bytes out and in, results.
#include <vector>

#include "sample.hpp"
#include "support.hpp"
#include "test.hpp"

namespace statistics_test {

using namespace capi_test;

namespace {

void add(cchc_statistics* to, const cchc_dossier_columns& columns) {
    REQUIRE(cchc_statistics_add_columns(to, &columns, nullptr, nullptr, nullptr) == CCHC_OK);
}

void add_csv(cchc_statistics* to, const std::string& csv, std::size_t block) {
    for (std::size_t at = 0; at < csv.size(); at += block) {
        const std::size_t size = std::min(block, csv.size() - at);
        REQUIRE(cchc_statistics_add_csv(to, csv.data() + at, size, nullptr) == CCHC_OK);
    }
    cchc_bytes* report = nullptr;
    REQUIRE(cchc_statistics_finish_csv(to, &report, nullptr) == CCHC_OK);
    cchc_bytes_free(report);
}

}  // namespace

TEST_CASE("create: a query is refused at its place") {
    cchc_statistics* out = nullptr;
    cchc_error error = fresh_error();
    const auto create = [&](const char* query) { return cchc_statistics_create(query, nul, &out, &error); };
    REQUIRE(create(R"({"format":"cchc.query/1","from":"2020-01-01","to":"2020-13-01"})") == CCHC_E_JSON_SCHEMA);
    REQUIRE(contains(error.message, "#/to"));
    REQUIRE(create(R"({"format":"cchc.query/1","from":"2020-01-01","to":"2020-02-01","by":[["colour"]]})") ==
            CCHC_E_JSON_SCHEMA);
    REQUIRE(contains(error.message, "/by/0/0"));
    REQUIRE(create(R"({"format":"cchc.query/1","from":"2020-01-01","to":"2020-02-01","policy":"mine"})") ==
            CCHC_E_JSON_SCHEMA);
    REQUIRE(contains(error.message, "#/policy"));
    REQUIRE(create(R"({"format":"cchc.query/1","from":"2020-02-01","to":"2020-01-01"})") == CCHC_E_ARG_RANGE);
    REQUIRE(create(R"({"format":"cchc.query/1","from":"2030-01-01","to":"2031-01-01"})") == CCHC_E_OUTSIDE_COVERAGE);
    REQUIRE(out == nullptr);
}

TEST_CASE("one pass, seven parts merged in another order, 64-byte blocks and columns give the same bytes") {
    const Sample sample = make_sample(3000);
    const auto one_pass = statistics();
    add_csv(one_pass.get(), sample.csv(), SIZE_MAX);
    const std::string expected = serialized(one_pass.get());
    REQUIRE(expected.size() > 100);

    const auto blocks = statistics();
    add_csv(blocks.get(), sample.csv(), 64);
    REQUIRE(serialized(blocks.get()) == expected);

    const auto from_columns = statistics();
    add(from_columns.get(), sample.columns());
    REQUIRE(serialized(from_columns.get()) == expected);

    const auto merged = statistics();
    for (const std::size_t part : {4u, 0u, 6u, 2u, 1u, 5u, 3u}) {
        const auto other = statistics();
        const std::size_t from = sample.size() * part / 7;
        const std::size_t to = sample.size() * (part + 1) / 7;
        if (part % 2 == 0) add(other.get(), sample.columns(from, to));
        if (part % 2 == 1) add_csv(other.get(), sample.csv(from, to), 1000);
        const std::string bytes = serialized(other.get());  // through bytes, as between machines
        cchc_statistics* back = nullptr;
        REQUIRE(cchc_statistics_deserialize(bytes.data(), bytes.size(), &back, nullptr) == CCHC_OK);
        const StatisticsPtr owner(back);
        REQUIRE(cchc_statistics_merge(merged.get(), back, nullptr) == CCHC_OK);
    }
    REQUIRE(serialized(merged.get()) == expected);
    REQUIRE(result_json(merged.get()) == result_json(one_pass.get()));
}

TEST_CASE("merge: NULL, another query, empty, itself") {
    const Sample sample = make_sample(200);
    const auto a = statistics();
    add(a.get(), sample.columns());
    const std::string before = serialized(a.get());
    cchc_error error = fresh_error();
    REQUIRE(cchc_statistics_merge(nullptr, a.get(), &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_merge(a.get(), nullptr, &error) == CCHC_E_ARG_NULL);
    const auto other = statistics(R"({"format":"cchc.query/1","from":"2020-01-01","to":"2020-07-01"})");
    REQUIRE(cchc_statistics_merge(a.get(), other.get(), &error) == CCHC_E_INCOMPATIBLE);
    REQUIRE(serialized(a.get()) == before);
    REQUIRE(cchc_statistics_merge(a.get(), statistics().get(), &error) == CCHC_OK);
    REQUIRE(serialized(a.get()) == before);

    const auto twice = statistics();
    add(twice.get(), sample.columns());
    add(twice.get(), sample.columns());
    REQUIRE(cchc_statistics_merge(a.get(), a.get(), &error) == CCHC_OK);
    REQUIRE(serialized(a.get()) == serialized(twice.get()));
}

TEST_CASE("deserialize: the way back, and every damage is refused") {
    const auto stats = statistics();
    add(stats.get(), make_sample(100).columns());
    const std::string bytes = serialized(stats.get());
    cchc_statistics* back = nullptr;
    cchc_error error = fresh_error();
    REQUIRE(cchc_statistics_deserialize(bytes.data(), bytes.size(), &back, &error) == CCHC_OK);
    const StatisticsPtr owner(back);
    REQUIRE(serialized(back) == bytes);
    REQUIRE(result_json(back) == result_json(stats.get()));

    const auto refused = [&](const std::string& damaged) {
        const cchc_status status = cchc_statistics_deserialize(damaged.data(), damaged.size(), &back, &error);
        return status == CCHC_E_BYTES_CORRUPT && back == nullptr;
    };
    for (std::size_t size = 0; size < bytes.size(); size += 1 + bytes.size() / 200) REQUIRE(refused(bytes.substr(0, size)));
    for (std::size_t at = 0; at < bytes.size(); at += 1 + bytes.size() / 400) {
        std::string damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
        INFO("byte " << at);
        REQUIRE(refused(damaged));
    }
    REQUIRE(refused(bytes + '\0'));
    REQUIRE(refused("these are no statistics"));

    REQUIRE(cchc_statistics_deserialize(nullptr, 0, &back, &error) == CCHC_E_BYTES_CORRUPT);
    REQUIRE(cchc_statistics_deserialize(nullptr, 5, &back, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_deserialize(bytes.data(), SIZE_MAX, &back, &error) == CCHC_E_ARG_RANGE);
    REQUIRE(cchc_statistics_deserialize(bytes.data(), bytes.size(), nullptr, &error) == CCHC_E_ARG_NULL);
}

TEST_CASE("results: JSON and CSV of each grouping") {
    const auto stats = statistics();
    add(stats.get(), make_sample(500).columns());
    const std::string json = result_json(stats.get());
    REQUIRE(contains(json, "cchc.statistics/1"));
    REQUIRE(contains(json, "UBND xã Tân Liên"));
    for (std::int32_t grouping = 0; grouping < 3; ++grouping) {
        cchc_bytes* csv = nullptr;
        REQUIRE(cchc_statistics_result_csv(stats.get(), grouping, &csv, nullptr) == CCHC_OK);
        const std::string text = take(csv);
        REQUIRE(contains(text, grouping == 2 ? "2020-03" : "UBND xã Tân Liên"));
    }
    cchc_bytes* csv = nullptr;
    cchc_error error = fresh_error();
    for (const std::int32_t grouping : {-1, 3, INT32_MAX, INT32_MIN}) {
        REQUIRE(cchc_statistics_result_csv(stats.get(), grouping, &csv, &error) == CCHC_E_ARG_RANGE);
        REQUIRE(csv == nullptr);
    }
    REQUIRE(cchc_statistics_result_csv(nullptr, 0, &csv, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_result_csv(stats.get(), 0, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_result_json(nullptr, &csv, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_result_json(stats.get(), nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_serialize(nullptr, &csv, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_serialize(stats.get(), nullptr, &error) == CCHC_E_ARG_NULL);
}

TEST_CASE("an agency that is asked for has its row without a dossier") {
    const auto stats = statistics(R"({"format":"cchc.query/1","from":"2020-01-01","to":"2020-07-01","by":[["agency"]],
      "agencies":["UBND xã Hướng Phùng"]})");
    REQUIRE(contains(result_json(stats.get()), "UBND xã Hướng Phùng"));
}

}  // namespace statistics_test
