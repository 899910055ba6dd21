// Dossiers from flat columns: the struct, the offsets, and a problem for each row that cannot be judged.
#include <vector>

#include "sample.hpp"
#include "support.hpp"
#include "test.hpp"

namespace columns_test {

using namespace capi_test;

namespace {

// Rows with an id and a receipt, and what a test adds to them.
struct Rows {
    explicit Rows(std::size_t n) : received(n, instant(2020, 3, 2, 9)) {
        for (std::size_t i = 0; i < n; ++i) id.push_back("H" + std::to_string(i));
        columns.count = n;
        columns.id_bytes = id.bytes.data();
        columns.id_offsets = id.offsets.data();
        columns.received = received.data();
    }

    TextData id;
    std::vector<std::int64_t> received;
    cchc_dossier_columns columns = CCHC_DOSSIER_COLUMNS_INIT;
};

cchc_status add(const cchc_dossier_columns& columns, cchc_error* error = nullptr) {
    return cchc_statistics_add_columns(statistics().get(), &columns, nullptr, nullptr, error);
}

std::vector<std::uint8_t> problems(const cchc_dossier_columns& columns) {
    std::vector<std::uint8_t> result(columns.count, 77);
    std::size_t failed = 0;
    REQUIRE(cchc_statistics_add_columns(statistics().get(), &columns, result.data(), &failed, nullptr) == CCHC_OK);
    std::size_t bad = 0;
    for (const std::uint8_t problem : result) bad += problem != CCHC_PROBLEM_NONE;
    REQUIRE(failed == bad);
    return result;
}

}  // namespace

TEST_CASE("add_columns: every pointer that is required, the struct size, reserved and unknown fields") {
    Rows rows(2);
    cchc_error error = fresh_error();
    const auto stats = statistics();
    REQUIRE(cchc_statistics_add_columns(nullptr, &rows.columns, nullptr, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_statistics_add_columns(stats.get(), nullptr, nullptr, nullptr, &error) == CCHC_E_ARG_NULL);
    REQUIRE(add(rows.columns) == CCHC_OK);

    auto changed = rows.columns;
    changed.id_offsets = nullptr;
    REQUIRE(add(changed, &error) == CCHC_E_ARG_NULL);
    REQUIRE(contains(error.message, "columns.id_offsets"));
    changed = rows.columns;
    changed.id_bytes = nullptr;
    REQUIRE(add(changed, &error) == CCHC_E_ARG_NULL);
    changed = rows.columns;
    changed.received = nullptr;
    REQUIRE(add(changed, &error) == CCHC_E_ARG_NULL);
    changed = rows.columns;
    changed.reserved0 = 1;
    REQUIRE(add(changed, &error) == CCHC_E_OPTION_UNKNOWN);
    for (const std::uint32_t size : {0u, 8u, static_cast<std::uint32_t>(sizeof changed) - 8, 5000u}) {
        changed = rows.columns;
        changed.struct_size = size;
        REQUIRE(add(changed, &error) == CCHC_E_ARG_STRUCT_SIZE);
    }
    changed = rows.columns;
    changed.count = SIZE_MAX;
    REQUIRE(add(changed, &error) == CCHC_E_ARG_RANGE);
}

TEST_CASE("add_columns: columns that grew later") {
    Rows rows(2);
    struct Later {
        cchc_dossier_columns known;
        const void* added;
    };
    Later later = {rows.columns, nullptr};
    later.known.struct_size = sizeof later;
    REQUIRE(add(later.known) == CCHC_OK);
    later.added = &later;
    cchc_error error = fresh_error();
    REQUIRE(add(later.known, &error) == CCHC_E_OPTION_UNKNOWN);
    REQUIRE(contains(error.message, "does not know"));
}

TEST_CASE("add_columns: no rows at all") {
    const cchc_dossier_columns none = CCHC_DOSSIER_COLUMNS_INIT;
    const auto stats = statistics();
    const std::string before = serialized(stats.get());
    std::size_t failed = 77;
    REQUIRE(cchc_statistics_add_columns(stats.get(), &none, nullptr, &failed, nullptr) == CCHC_OK);
    REQUIRE(failed == 0);
    REQUIRE(serialized(stats.get()) == before);
}

TEST_CASE("add_columns: offsets that go down or begin below 0 are refused with their row, and nothing is added") {
    Rows rows(3);
    const auto stats = statistics();
    const std::string before = serialized(stats.get());
    cchc_error error = fresh_error();
    std::vector<std::uint8_t> row_problem(3, 77);
    const auto refused = [&](const std::vector<std::int64_t>& offsets, std::int64_t row) {
        auto changed = rows.columns;
        changed.agency_bytes = "abcdef";
        changed.agency_offsets = offsets.data();
        REQUIRE(cchc_statistics_add_columns(stats.get(), &changed, row_problem.data(), nullptr, &error) == CCHC_E_ARG_RANGE);
        REQUIRE(error.row == row);
        REQUIRE(contains(error.message, "columns.agency"));
        REQUIRE(row_problem == std::vector<std::uint8_t>(3, 77));
        REQUIRE(serialized(stats.get()) == before);
    };
    refused({0, 2, 1, 6}, 1);
    refused({-1, 2, 3, 6}, 0);
    refused({0, 2, 3, -6}, 2);
}

TEST_CASE("add_columns: each problem of a row has its number") {
    Rows rows(10);
    rows.received[1] = CCHC_NO_INSTANT;
    rows.received[2] = INT64_MAX;
    const std::int64_t none = CCHC_NO_INSTANT;
    const std::vector<std::int64_t> due(10, instant(2020, 3, 9, 17));
    std::vector<std::int64_t> completed(10, none);
    completed[3] = instant(2020, 2, 1, 9);
    const std::vector<std::uint8_t> channel{0, 1, 2, 3, 4, 0, 0, 0, 0, 0};
    const std::vector<std::uint8_t> status{9, 9, 9, 9, 9, 13, 9, 9, 9, 9};
    const std::vector<std::int64_t> limit{-1, -1, -1, -1, -1, -1, -7, 100'000'001, 1000, -1};
    const std::vector<std::uint8_t> unit{0, 0, 0, 0, 0, 0, 0, 0, 7, 9};
    rows.columns.due = due.data();
    rows.columns.completed = completed.data();
    rows.columns.channel = channel.data();
    rows.columns.status = status.data();
    rows.columns.limit_milli = limit.data();
    rows.columns.limit_unit = unit.data();
    REQUIRE(problems(rows.columns) ==
            std::vector<std::uint8_t>{CCHC_PROBLEM_NONE, CCHC_PROBLEM_MISSING_RECEIVED, CCHC_PROBLEM_BAD_DATE,
                                      CCHC_PROBLEM_COMPLETED_BEFORE_RECEIVED, CCHC_PROBLEM_UNKNOWN_CHANNEL,
                                      CCHC_PROBLEM_UNKNOWN_STATUS, CCHC_PROBLEM_BAD_LIMIT, CCHC_PROBLEM_BAD_LIMIT,
                                      CCHC_PROBLEM_BAD_UNIT, CCHC_PROBLEM_NONE});
}

TEST_CASE("add_columns: texts and due dates that cannot be judged") {
    Rows rows(4);
    TextData id;
    for (const char* text : {"H0", "", "H\xFF", "H3"}) id.push_back(text);
    rows.columns.id_bytes = id.bytes.data();
    rows.columns.id_offsets = id.offsets.data();
    std::vector<std::int64_t> due(4, instant(2020, 3, 9, 17));
    due[3] = instant(2020, 3, 1, 17);
    rows.columns.due = due.data();
    REQUIRE(problems(rows.columns) == std::vector<std::uint8_t>{CCHC_PROBLEM_NONE, CCHC_PROBLEM_MISSING_ID,
                                                                CCHC_PROBLEM_INVALID_UTF8,
                                                                CCHC_PROBLEM_DUE_BEFORE_RECEIVED});
}

TEST_CASE("add_columns: a due date is computed from the limit, and where it cannot be, the row says so") {
    Rows rows(4);
    rows.received[2] = instant(2020, 3, 2);  // 00:00: the time of day is not known
    const std::vector<std::int64_t> limit{5000, 333, 4000, 99'000'000};
    const std::vector<std::uint8_t> unit{CCHC_UNIT_WORKING_DAY, CCHC_UNIT_WORKING_DAY, CCHC_UNIT_WORKING_HOUR,
                                         CCHC_UNIT_WORKING_DAY};
    rows.columns.limit_milli = limit.data();
    rows.columns.limit_unit = unit.data();
    REQUIRE(problems(rows.columns) == std::vector<std::uint8_t>{CCHC_PROBLEM_NONE, CCHC_PROBLEM_LIMIT_REFUSED,
                                                                CCHC_PROBLEM_NEEDS_HOUR, CCHC_PROBLEM_OUTSIDE_COVERAGE});
}

TEST_CASE("add_columns: rows before, at and after the end of a chunk have their own problems") {
    const Sample sample = make_sample(70000);
    std::vector<std::uint8_t> row_problem(sample.size(), 77);
    std::size_t failed = 0;
    const auto whole = statistics();
    const auto columns = sample.columns();
    REQUIRE(cchc_statistics_add_columns(whole.get(), &columns, row_problem.data(), &failed, nullptr) == CCHC_OK);
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const int expected = i % 97 == 41   ? CCHC_PROBLEM_COMPLETED_BEFORE_RECEIVED
                             : i % 97 == 53 ? CCHC_PROBLEM_MISSING_ID
                                            : CCHC_PROBLEM_NONE;
        if (row_problem[i] != expected) {
            INFO("row " << i);
            REQUIRE(int{row_problem[i]} == expected);
        }
    }
    const auto parts = statistics();
    for (const auto& [from, to] : {std::pair{0u, 1u}, {1u, 40000u}, {40000u, 70000u}}) {
        const auto part = sample.columns(from, to);
        REQUIRE(cchc_statistics_add_columns(parts.get(), &part, nullptr, nullptr, nullptr) == CCHC_OK);
    }
    REQUIRE(serialized(parts.get()) == serialized(whole.get()));
}

}  // namespace columns_test
