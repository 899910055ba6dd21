#include <array>
#include <vector>

#include "support.hpp"
#include "test.hpp"

namespace calendar_test {

using namespace capi_test;

namespace {

constexpr const char* two_weeks = R"({"format":"cchc.calendar/1","id":"two-weeks","version":"1","title":{"en":"Two weeks"},
  "coverage":{"from":"2020-06-01","to":"2020-06-15"},
  "week":{"mon":["08:00-12:00"],"tue":["08:00-12:00"],"wed":["08:00-12:00"],"thu":["08:00-12:00"],"fri":["08:00-12:00"],
          "sat":[],"sun":[]},
  "days_off":[{"date":"%DATE%","kind":"closure","name":{"en":"Move"},"source":"notice"}]})";

std::string with_day_off(const char* date) {
    std::string json = two_weeks;
    json.replace(json.find("%DATE%"), 6, date);
    return json;
}

}  // namespace

TEST_CASE("the built-in calendar has the coverage that it states") {
    const auto calendar = vn();
    std::int32_t from = 0;
    std::int32_t to = 0;
    REQUIRE(cchc_calendar_coverage(calendar.get(), &from, &to, nullptr) == CCHC_OK);
    REQUIRE(from == day(2015, 1, 1));
    REQUIRE(to == day(2027, 1, 1));
    REQUIRE(cchc_calendar_coverage(calendar.get(), nullptr, nullptr, nullptr) == CCHC_OK);

    cchc_error error = fresh_error();
    REQUIRE(cchc_calendar_coverage(nullptr, &from, &to, &error) == CCHC_E_ARG_NULL);
    REQUIRE(contains(error.message, "calendar is NULL"));
}

TEST_CASE("a calendar file is read, or refused at its place") {
    cchc_calendar* out = nullptr;
    cchc_error error = fresh_error();
    REQUIRE(cchc_calendar_from_json(with_day_off("2020-06-03").c_str(), nul, &out, &error) == CCHC_OK);
    const CalendarPtr calendar(out);
    const std::array days{day(2020, 6, 2), day(2020, 6, 3), day(2020, 6, 6)};
    std::array<std::uint8_t, 3> working{9, 9, 9};
    REQUIRE(cchc_calendar_is_working(out, days.data(), 3, working.data(), nullptr, nullptr, &error) == CCHC_OK);
    REQUIRE(working == std::array<std::uint8_t, 3>{1, 0, 0});

    REQUIRE(cchc_calendar_from_json(with_day_off("2020-02-30").c_str(), nul, &out, &error) == CCHC_E_JSON_SCHEMA);
    REQUIRE(out == nullptr);
    REQUIRE(contains(error.message, "/days_off/0/date"));
    REQUIRE(cchc_calendar_from_json(with_day_off("2021-06-03").c_str(), nul, &out, &error) == CCHC_E_JSON_SCHEMA);
    REQUIRE(contains(error.message, "/days_off/0"));
}

TEST_CASE("is_working: every pointer and size is checked before anything is written") {
    const auto calendar = vn();
    const std::int32_t one = day(2020, 1, 16);
    std::uint8_t working = 7;
    std::uint8_t status = 7;
    std::size_t failed = 7;
    const auto call = [&](const cchc_calendar* c, const std::int32_t* days, std::size_t n, std::uint8_t* out) {
        return cchc_calendar_is_working(c, days, n, out, &status, &failed, nullptr);
    };
    REQUIRE(call(nullptr, &one, 1, &working) == CCHC_E_ARG_NULL);
    REQUIRE(call(calendar.get(), nullptr, 1, &working) == CCHC_E_ARG_NULL);
    REQUIRE(call(calendar.get(), &one, 1, nullptr) == CCHC_E_ARG_NULL);
    REQUIRE(call(calendar.get(), &one, SIZE_MAX / 2, &working) == CCHC_E_ARG_RANGE);
    REQUIRE((working == 7 && status == 7 && failed == 7));
    REQUIRE(call(calendar.get(), nullptr, 0, nullptr) == CCHC_OK);
    REQUIRE(failed == 0);
    REQUIRE((working == 7 && status == 7));
}

TEST_CASE("is_working: days off, missing days and days outside the coverage") {
    const std::array days{day(2020, 1, 22), day(2020, 1, 23), CCHC_NO_DAY,    day(2014, 12, 31),
                          day(2027, 1, 1),  INT32_MAX,        day(2020, 2, 1)};
    std::array<std::uint8_t, 7> working{};
    std::array<std::uint8_t, 7> status{};
    std::size_t failed = 0;
    REQUIRE(cchc_calendar_is_working(vn().get(), days.data(), 7, working.data(), status.data(), &failed, nullptr) ==
            CCHC_OK);
    REQUIRE(working == std::array<std::uint8_t, 7>{1, 0, 0, 0, 0, 0, 0});
    REQUIRE(status == std::array<std::uint8_t, 7>{CCHC_ROW_OK, CCHC_ROW_OK, CCHC_ROW_MISSING, CCHC_ROW_OUTSIDE_COVERAGE,
                                                  CCHC_ROW_OUTSIDE_COVERAGE, CCHC_ROW_OUTSIDE_COVERAGE, CCHC_ROW_OK});
    REQUIRE(failed == 4);
}

TEST_CASE("add and count: every pointer and size is checked") {
    const auto calendar = vn();
    std::int32_t a = day(2020, 1, 16);
    std::int32_t b = 15;
    std::int32_t out = 7;
    std::size_t failed = 7;
    for (const auto function : {cchc_calendar_add_working_days, cchc_calendar_count_working_days}) {
        const auto call = [&](const cchc_calendar* c, const std::int32_t* x, const std::int32_t* y, std::size_t n,
                              std::int32_t* r) { return function(c, x, y, n, r, nullptr, &failed, nullptr); };
        failed = 7;
        REQUIRE(call(nullptr, &a, &b, 1, &out) == CCHC_E_ARG_NULL);
        REQUIRE(call(calendar.get(), nullptr, &b, 1, &out) == CCHC_E_ARG_NULL);
        REQUIRE(call(calendar.get(), &a, nullptr, 1, &out) == CCHC_E_ARG_NULL);
        REQUIRE(call(calendar.get(), &a, &b, 1, nullptr) == CCHC_E_ARG_NULL);
        REQUIRE(call(calendar.get(), &a, &b, SIZE_MAX, &out) == CCHC_E_ARG_RANGE);
        REQUIRE((out == 7 && failed == 7));
        REQUIRE(call(calendar.get(), nullptr, nullptr, 0, nullptr) == CCHC_OK);
        REQUIRE(failed == 0);
    }
}

TEST_CASE("add: forward, back, zero, sentinels and the end of the coverage") {
    const std::vector<std::int32_t> days{day(2020, 1, 16), day(2020, 2, 13),  day(2020, 1, 25), CCHC_NO_DAY,
                                         day(2020, 1, 16), day(2026, 12, 30), day(2030, 1, 1),  day(2020, 1, 16)};
    const std::vector<std::int32_t> n{15, -15, 0, 1, CCHC_NO_DAY, 400, 1, INT32_MAX};
    std::vector<std::int32_t> result(8, 7);
    std::vector<std::uint8_t> status(8, 7);
    std::size_t failed = 0;
    REQUIRE(cchc_calendar_add_working_days(vn().get(), days.data(), n.data(), 8, result.data(), status.data(), &failed,
                                           nullptr) == CCHC_OK);
    REQUIRE(result == std::vector<std::int32_t>{day(2020, 2, 13), day(2020, 1, 16), day(2020, 1, 30), CCHC_NO_DAY,
                                                CCHC_NO_DAY, CCHC_NO_DAY, CCHC_NO_DAY, CCHC_NO_DAY});
    REQUIRE(status == std::vector<std::uint8_t>{0, 0, 0, CCHC_ROW_MISSING, CCHC_ROW_MISSING, CCHC_ROW_OUTSIDE_COVERAGE,
                                                CCHC_ROW_OUTSIDE_COVERAGE, CCHC_ROW_OUTSIDE_COVERAGE});
    REQUIRE(failed == 5);
}

TEST_CASE("count: half-open, negative when reversed, sentinels") {
    const std::vector<std::int32_t> from{day(2020, 1, 16), day(2020, 2, 13), day(2015, 1, 1), CCHC_NO_DAY, day(2020, 1, 1)};
    const std::vector<std::int32_t> to{day(2020, 2, 13), day(2020, 1, 16), day(2027, 1, 1), day(2020, 1, 1),
                                       day(2027, 1, 2)};
    std::vector<std::int32_t> result(5, 7);
    std::vector<std::uint8_t> status(5, 7);
    std::size_t failed = 0;
    REQUIRE(cchc_calendar_count_working_days(vn().get(), from.data(), to.data(), 5, result.data(), status.data(), &failed,
                                             nullptr) == CCHC_OK);
    REQUIRE(result[0] == 15);
    REQUIRE(result[1] == -15);
    REQUIRE(result[2] > 2900);
    REQUIRE((result[3] == CCHC_NO_DAY && result[4] == CCHC_NO_DAY));
    REQUIRE(status == std::vector<std::uint8_t>{0, 0, 0, CCHC_ROW_MISSING, CCHC_ROW_OUTSIDE_COVERAGE});
    REQUIRE(failed == 2);
}

TEST_CASE("the result of add and count may be either input") {
    const auto calendar = vn();
    const std::vector<std::int32_t> first{day(2020, 1, 16), day(2020, 4, 29), CCHC_NO_DAY, day(2020, 9, 1)};
    const std::vector<std::int32_t> n{15, 1, 2, -3};
    const std::vector<std::int32_t> second{day(2020, 2, 13), day(2020, 5, 4), day(2020, 5, 4), day(2020, 8, 1)};
    const auto check = [&](auto function, const std::vector<std::int32_t>& other) {
        std::vector<std::int32_t> expected(4);
        function(calendar.get(), first.data(), other.data(), 4, expected.data(), nullptr, nullptr, nullptr);
        auto a = first;
        auto b = other;
        REQUIRE(function(calendar.get(), a.data(), b.data(), 4, a.data(), nullptr, nullptr, nullptr) == CCHC_OK);
        REQUIRE(a == expected);
        a = first;
        REQUIRE(function(calendar.get(), a.data(), b.data(), 4, b.data(), nullptr, nullptr, nullptr) == CCHC_OK);
        REQUIRE(b == expected);
    };
    check(cchc_calendar_add_working_days, n);
    check(cchc_calendar_count_working_days, second);
}

}  // namespace calendar_test
