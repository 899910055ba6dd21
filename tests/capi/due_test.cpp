#include <array>
#include <vector>

#include "support.hpp"
#include "test.hpp"

namespace due_test {

using namespace capi_test;

namespace {

struct Due {
    std::vector<std::int64_t> at;
    std::vector<std::int32_t> day;
    std::vector<std::uint8_t> status;
    std::size_t failed = 0;
};

Due due(const char* rule_id, const std::vector<std::int64_t>& received, const std::vector<std::int64_t>& limit) {
    const std::size_t n = received.size();
    Due d{std::vector<std::int64_t>(n, 7), std::vector<std::int32_t>(n, 7), std::vector<std::uint8_t>(n, 7), 7};
    REQUIRE(cchc_due_compute(vn().get(), rule(rule_id).get(), received.data(), limit.data(), n, d.at.data(), d.day.data(),
                             d.status.data(), &d.failed, nullptr) == CCHC_OK);
    return d;
}

}  // namespace

TEST_CASE("every built-in rule that the header names exists") {
    for (const char* id : {"working-days", "working-days-keep-time", "calendar-days", "working-hours", "clock-hours",
                           "same-day-15h", "from-next-day-15h", "weeks", "months", "years"}) {
        INFO(id);
        REQUIRE(rule(id) != nullptr);
    }
    cchc_rule* out = nullptr;
    cchc_error error = fresh_error();
    REQUIRE(cchc_rule_builtin("fortnights", nul, &out, &error) == CCHC_E_UNKNOWN_NAME);
    REQUIRE(out == nullptr);
    REQUIRE(contains(error.message, "fortnights"));
}

TEST_CASE("due_compute: every pointer and size is checked before anything is written") {
    const auto calendar = vn();
    const auto working_days = rule("working-days");
    const std::int64_t received = instant(2020, 1, 16, 9);
    const std::int64_t limit = 15000;
    std::int64_t at = 7;
    std::size_t failed = 7;
    const auto call = [&](const cchc_calendar* c, const cchc_rule* r, const std::int64_t* x, const std::int64_t* l,
                          std::size_t n, std::int64_t* out) {
        return cchc_due_compute(c, r, x, l, n, out, nullptr, nullptr, &failed, nullptr);
    };
    REQUIRE(call(nullptr, working_days.get(), &received, &limit, 1, &at) == CCHC_E_ARG_NULL);
    REQUIRE(call(calendar.get(), nullptr, &received, &limit, 1, &at) == CCHC_E_ARG_NULL);
    REQUIRE(call(calendar.get(), working_days.get(), nullptr, &limit, 1, &at) == CCHC_E_ARG_NULL);
    REQUIRE(call(calendar.get(), working_days.get(), &received, nullptr, 1, &at) == CCHC_E_ARG_NULL);
    REQUIRE(call(calendar.get(), working_days.get(), &received, &limit, 1, nullptr) == CCHC_E_ARG_NULL);
    REQUIRE(call(calendar.get(), working_days.get(), &received, &limit, SIZE_MAX / 8, &at) == CCHC_E_ARG_RANGE);
    REQUIRE((at == 7 && failed == 7));
    REQUIRE(call(calendar.get(), working_days.get(), nullptr, nullptr, 0, nullptr) == CCHC_OK);
    REQUIRE(failed == 0);
    REQUIRE(call(calendar.get(), working_days.get(), &received, &limit, 1, &at) == CCHC_OK);
    REQUIRE(at == instant(2020, 2, 13, 17));
}

TEST_CASE("due_compute: good rows, and one row for each refusal") {
    const auto d = due("working-days",
                       {instant(2020, 1, 16, 9), instant(2020, 1, 22, 16), CCHC_NO_INSTANT, instant(2014, 12, 31, 9),
                        instant(2026, 12, 30, 9), instant(2020, 1, 16, 9), instant(2020, 1, 16, 9), instant(2020, 1, 16, 9),
                        INT64_MAX, INT64_MIN + 1},
                       {15000, 1000, 1000, 1000, 60000, -1000, 1'000'000'000'000, 333, 1000, 1000});
    REQUIRE(d.at[0] == instant(2020, 2, 13, 17));
    REQUIRE(d.day[0] == day(2020, 2, 13));
    REQUIRE(d.at[1] == instant(2020, 1, 30, 17));
    REQUIRE(d.status == std::vector<std::uint8_t>{CCHC_ROW_OK, CCHC_ROW_OK, CCHC_ROW_MISSING, CCHC_ROW_OUTSIDE_COVERAGE,
                                                  CCHC_ROW_OUTSIDE_COVERAGE, CCHC_ROW_LIMIT_REFUSED, CCHC_ROW_LIMIT_REFUSED,
                                                  CCHC_ROW_LIMIT_REFUSED, CCHC_ROW_OUTSIDE_COVERAGE,
                                                  CCHC_ROW_OUTSIDE_COVERAGE});
    REQUIRE(d.failed == 8);
    for (std::size_t i = 2; i < d.at.size(); ++i) {
        REQUIRE(d.at[i] == CCHC_NO_INSTANT);
        REQUIRE(d.day[i] == CCHC_NO_DAY);
    }
}

TEST_CASE("due_compute: due_at may be either input") {
    const auto calendar = vn();
    const auto hours = rule("working-hours");
    const std::vector<std::int64_t> received{instant(2020, 1, 22, 16), CCHC_NO_INSTANT, instant(2020, 6, 17, 9)};
    const std::vector<std::int64_t> limit{4000, 1000, 500};
    const auto expected = due("working-hours", received, limit).at;
    REQUIRE(expected[1] == CCHC_NO_INSTANT);
    REQUIRE(expected[2] == instant(2020, 6, 17, 9, 30));
    auto a = received;
    auto b = limit;
    REQUIRE(cchc_due_compute(calendar.get(), hours.get(), a.data(), b.data(), 3, a.data(), nullptr, nullptr, nullptr,
                             nullptr) == CCHC_OK);
    REQUIRE(a == expected);
    a = received;
    REQUIRE(cchc_due_compute(calendar.get(), hours.get(), a.data(), b.data(), 3, b.data(), nullptr, nullptr, nullptr,
                             nullptr) == CCHC_OK);
    REQUIRE(b == expected);
}

TEST_CASE("due_compute: many rows give what each of them gives alone, and due_at may still be an input") {
    const auto calendar = vn();
    const auto working_days = rule("working-days");
    std::vector<std::int64_t> received;
    std::vector<std::int64_t> limit;
    for (std::int64_t i = 0; i < 6000; ++i) {
        received.push_back(i % 500 == 0 ? CCHC_NO_INSTANT : instant(2014, 12, 1) + i * 64800);
        limit.push_back(i % 700 == 0 ? -1000 : (i % 40) * 500);
    }
    const auto expected = due("working-days", received, limit);
    for (std::size_t i = 0; i < received.size(); ++i) {
        std::int64_t at = 7;
        std::int32_t on = 7;
        std::uint8_t status = 7;
        cchc_due_compute(calendar.get(), working_days.get(), &received[i], &limit[i], 1, &at, &on, &status, nullptr,
                         nullptr);
        if (at == expected.at[i] && on == expected.day[i] && status == expected.status[i]) continue;
        INFO("row " << i);
        REQUIRE(at == expected.at[i]);
        REQUIRE(on == expected.day[i]);
        REQUIRE(int{status} == int{expected.status[i]});
    }
    auto a = received;
    REQUIRE(cchc_due_compute(calendar.get(), working_days.get(), a.data(), limit.data(), a.size(), a.data(), nullptr,
                             nullptr, nullptr, nullptr) == CCHC_OK);
    REQUIRE(a == expected.at);
    auto b = limit;
    REQUIRE(cchc_due_compute(calendar.get(), working_days.get(), received.data(), b.data(), b.size(), b.data(), nullptr,
                             nullptr, nullptr, nullptr) == CCHC_OK);
    REQUIRE(b == expected.at);
}

TEST_CASE("due_explain: text in two languages, and the batch agrees with it") {
    const auto calendar = vn();
    const auto working_days = rule("working-days");
    cchc_bytes* out = nullptr;
    const auto explain = [&](std::int32_t lang) {
        REQUIRE(cchc_due_explain(calendar.get(), working_days.get(), instant(2020, 1, 16, 9), 15000, lang, &out, nullptr) ==
                CCHC_OK);
        return take(out);
    };
    const std::string vi = explain(CCHC_LANG_VI);
    const std::string en = explain(CCHC_LANG_EN);
    REQUIRE(contains(vi, "13/02/2020"));
    REQUIRE(contains(en, "2020-02-13"));
    REQUIRE(vi != en);
}

TEST_CASE("due_explain: what it refuses") {
    const auto calendar = vn();
    const auto working_days = rule("working-days");
    const std::int64_t received = instant(2020, 1, 16, 9);
    cchc_error error = fresh_error();
    cchc_bytes* out = nullptr;
    const auto call = [&](const cchc_calendar* c, const cchc_rule* r, std::int64_t at, std::int64_t limit,
                          std::int32_t lang) {
        int garbage = 0;
        out = reinterpret_cast<cchc_bytes*>(&garbage);
        const cchc_status status = cchc_due_explain(c, r, at, limit, lang, &out, &error);
        REQUIRE(out == nullptr);
        REQUIRE(error.code == status);
        return status;
    };
    REQUIRE(call(nullptr, working_days.get(), received, 1000, CCHC_LANG_VI) == CCHC_E_ARG_NULL);
    REQUIRE(call(calendar.get(), nullptr, received, 1000, CCHC_LANG_VI) == CCHC_E_ARG_NULL);
    REQUIRE(call(calendar.get(), working_days.get(), received, 1000, 2) == CCHC_E_ARG_ENUM);
    REQUIRE(call(calendar.get(), working_days.get(), received, 1000, -1) == CCHC_E_ARG_ENUM);
    REQUIRE(call(calendar.get(), working_days.get(), CCHC_NO_INSTANT, 1000, CCHC_LANG_VI) == CCHC_E_ARG_RANGE);
    REQUIRE(call(calendar.get(), working_days.get(), INT64_MAX, 1000, CCHC_LANG_VI) == CCHC_E_ARG_RANGE);
    for (const std::int64_t limit : {std::int64_t{-1}, std::int64_t{333}, std::int64_t{100'000'001}, INT64_MAX, INT64_MIN}) {
        REQUIRE(call(calendar.get(), working_days.get(), received, limit, CCHC_LANG_VI) == CCHC_E_LIMIT_REFUSED);
    }
    REQUIRE(call(calendar.get(), working_days.get(), instant(2030, 1, 1, 9), 1000, CCHC_LANG_EN) == CCHC_E_OUTSIDE_COVERAGE);
    REQUIRE(contains(error.message, "2027-01-01"));
    REQUIRE(cchc_due_explain(calendar.get(), working_days.get(), received, 1000, CCHC_LANG_VI, nullptr, &error) ==
            CCHC_E_ARG_NULL);
}

TEST_CASE("a rule file counts like the built-in rule that it copies") {
    const char* json = R"({"format":"cchc.rule/1","id":"own","title":{"en":"Own"},"source":"test","unit":"working_day",
      "count_from":"next_day","due_instant":"end_of_last_session"})";
    cchc_rule* out = nullptr;
    cchc_error error = fresh_error();
    const cchc_status status = cchc_rule_from_json(json, nul, &out, &error);
    INFO(error.message);
    REQUIRE(status == CCHC_OK);
    const RulePtr own(out);
    const std::int64_t received = instant(2020, 1, 16, 9);
    const std::int64_t limit = 15000;
    std::int64_t at = 0;
    REQUIRE(cchc_due_compute(vn().get(), out, &received, &limit, 1, &at, nullptr, nullptr, nullptr, nullptr) == CCHC_OK);
    REQUIRE(at == instant(2020, 2, 13, 17));
}

}  // namespace due_test
