#include <array>
#include <vector>

#include "support.hpp"
#include "test.hpp"

namespace policy_test {

using namespace capi_test;

namespace {

constexpr std::int64_t none = CCHC_NO_INSTANT;

struct Classified {
    std::vector<std::uint8_t> outcome;
    std::vector<std::uint8_t> row_status;
    std::size_t failed = 0;
};

struct Row {
    std::int64_t received = none;
    std::int64_t due = none;
    std::int64_t ended = none;
    std::uint8_t status = CCHC_STATUS_UNKNOWN;
};

struct Columns {
    std::vector<std::int64_t> received, due, ended;
    std::vector<std::uint8_t> status;
};

Columns columns(const std::vector<Row>& rows) {
    Columns c;
    for (const Row& row : rows) {
        c.received.push_back(row.received);
        c.due.push_back(row.due);
        c.ended.push_back(row.ended);
        c.status.push_back(row.status);
    }
    return c;
}

Classified classify(const cchc_policy* policy, const std::vector<Row>& rows, std::int32_t as_of) {
    const Columns c = columns(rows);
    Classified result{std::vector<std::uint8_t>(rows.size(), 77), std::vector<std::uint8_t>(rows.size(), 77), 77};
    REQUIRE(cchc_policy_classify(policy, c.received.data(), c.due.data(), c.ended.data(), c.status.data(), rows.size(),
                                 as_of, result.outcome.data(), result.row_status.data(), &result.failed,
                                 nullptr) == CCHC_OK);
    return result;
}

std::vector<Row> one_of_each() {
    const std::int64_t received = instant(2020, 3, 2, 9);
    const std::int64_t due = instant(2020, 3, 9, 17);
    return {{received, due, instant(2020, 3, 6, 9)},
            {received, due, instant(2020, 3, 9, 9)},
            {received, due, instant(2020, 3, 10, 9)},
            {received, instant(2020, 5, 4, 17), none},
            {received, due, none},
            {received, none, instant(2020, 3, 6, 9)},
            {received, none, none},
            {instant(2020, 6, 1, 9), none, none},
            {none, due, none},
            {received, due, instant(2020, 3, 1, 9)},
            {received, instant(2020, 3, 1, 9), none},
            {received, due, none, 13},
            {received, INT64_MAX, none}};
}

const std::vector<std::uint8_t> expected_outcomes = {CCHC_OUTCOME_EARLY,
                                                     CCHC_OUTCOME_ON_TIME,
                                                     CCHC_OUTCOME_OVERDUE,
                                                     CCHC_OUTCOME_IN_PROCESS_WITHIN,
                                                     CCHC_OUTCOME_IN_PROCESS_OVERDUE,
                                                     CCHC_OUTCOME_NO_DUE_RESOLVED,
                                                     CCHC_OUTCOME_NO_DUE_IN_PROCESS,
                                                     CCHC_OUTCOME_NOT_RECEIVED,
                                                     CCHC_OUTCOME_EXCLUDED,
                                                     CCHC_OUTCOME_EXCLUDED,
                                                     CCHC_OUTCOME_EXCLUDED,
                                                     CCHC_OUTCOME_EXCLUDED,
                                                     CCHC_OUTCOME_EXCLUDED};

}  // namespace

TEST_CASE("classify: every pointer, size and the as-of day are checked before anything is written") {
    const auto form = policy("form-ii06a");
    const std::int64_t at = instant(2020, 3, 2);
    std::uint8_t outcome = 77;
    std::size_t failed = 77;
    const std::int32_t as_of = day(2020, 4, 1);
    const auto call = [&](const cchc_policy* p, const std::int64_t* r, const std::int64_t* d, const std::int64_t* e,
                          std::size_t n, std::int32_t day_number, std::uint8_t* out) {
        return cchc_policy_classify(p, r, d, e, nullptr, n, day_number, out, nullptr, &failed, nullptr);
    };
    REQUIRE(call(nullptr, &at, &at, &at, 1, as_of, &outcome) == CCHC_E_ARG_NULL);
    REQUIRE(call(form.get(), nullptr, &at, &at, 1, as_of, &outcome) == CCHC_E_ARG_NULL);
    REQUIRE(call(form.get(), &at, nullptr, &at, 1, as_of, &outcome) == CCHC_E_ARG_NULL);
    REQUIRE(call(form.get(), &at, &at, nullptr, 1, as_of, &outcome) == CCHC_E_ARG_NULL);
    REQUIRE(call(form.get(), &at, &at, &at, 1, as_of, nullptr) == CCHC_E_ARG_NULL);
    REQUIRE(call(form.get(), &at, &at, &at, 1, CCHC_NO_DAY, &outcome) == CCHC_E_ARG_RANGE);
    REQUIRE(call(form.get(), &at, &at, &at, SIZE_MAX, as_of, &outcome) == CCHC_E_ARG_RANGE);
    REQUIRE((outcome == 77 && failed == 77));
    REQUIRE(call(form.get(), nullptr, nullptr, nullptr, 0, as_of, nullptr) == CCHC_OK);
    REQUIRE(failed == 0);
}

TEST_CASE("classify: one dossier of each outcome, and each reason why one cannot be judged") {
    const auto result = classify(policy("form-ii06a").get(), one_of_each(), day(2020, 4, 1));
    REQUIRE(result.outcome == expected_outcomes);
    REQUIRE(result.row_status == std::vector<std::uint8_t>{0, 0, 0, 0, 0, 0, 0, 0, CCHC_ROW_MISSING, CCHC_ROW_ARGUMENT_RANGE,
                                                           CCHC_ROW_ARGUMENT_RANGE, CCHC_ROW_ARGUMENT_RANGE,
                                                           CCHC_ROW_ARGUMENT_RANGE});
    REQUIRE(result.failed == 5);
}

TEST_CASE("classify: a row that the policy excludes is not a failed row") {
    const char* json = R"({"format":"cchc.policy/1","extends":"form-ii06a","id":"own","withdrawn":"excluded"})";
    cchc_policy* out = nullptr;
    cchc_error error = fresh_error();
    const cchc_status status = cchc_policy_from_json(json, nul, &out, &error);
    INFO(error.message);
    REQUIRE(status == CCHC_OK);
    const PolicyPtr own(out);
    const std::vector<Row> rows = {
        {instant(2020, 3, 2, 9), instant(2020, 3, 9, 17), instant(2020, 3, 6, 9), CCHC_STATUS_WITHDRAWN}};
    const auto excluded = classify(out, rows, day(2020, 4, 1));
    REQUIRE(excluded.outcome[0] == CCHC_OUTCOME_EXCLUDED);
    REQUIRE(excluded.row_status[0] == CCHC_ROW_OK);
    REQUIRE(excluded.failed == 0);
    REQUIRE(classify(policy("form-ii06a").get(), rows, day(2020, 4, 1)).outcome[0] == CCHC_OUTCOME_ON_TIME);
}

TEST_CASE("classify: the outcome may go where the status was, over many rows") {
    std::vector<Row> rows;
    for (int i = 0; i < 1000; ++i) {
        for (const Row& row : one_of_each()) rows.push_back(row);
    }
    const auto form = policy("form-ii06a");
    const auto apart = classify(form.get(), rows, day(2020, 4, 1));
    REQUIRE(apart.failed == 5000);
    Columns c = columns(rows);
    std::size_t failed = 0;
    REQUIRE(cchc_policy_classify(form.get(), c.received.data(), c.due.data(), c.ended.data(), c.status.data(), rows.size(),
                                 day(2020, 4, 1), c.status.data(), nullptr, &failed, nullptr) == CCHC_OK);
    REQUIRE(c.status == apart.outcome);
    REQUIRE(failed == 5000);
    for (std::size_t i = 0; i < apart.outcome.size(); ++i) {
        REQUIRE(apart.outcome[i] == expected_outcomes[i % expected_outcomes.size()]);
    }
}

TEST_CASE("both built-in policies exist, others do not") {
    REQUIRE(policy("form-ii06a") != nullptr);
    REQUIRE(policy("outline-274") != nullptr);
    cchc_policy* out = nullptr;
    cchc_error error = fresh_error();
    REQUIRE(cchc_policy_builtin("form-ii06b", nul, &out, &error) == CCHC_E_UNKNOWN_NAME);
    REQUIRE(out == nullptr);
    REQUIRE(contains(error.message, "form-ii06b"));
    REQUIRE(cchc_policy_from_json(R"({"format":"cchc.policy/1","extends":"form-ii06a","id":"x","withdrawn":"ignored"})", nul,
                                  &out, &error) == CCHC_E_JSON_SCHEMA);
    REQUIRE(contains(error.message, "/withdrawn"));
}

}  // namespace policy_test
