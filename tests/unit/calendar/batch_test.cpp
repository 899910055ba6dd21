// The batch forms: bad rows, aliasing, lengths, and the edges of 32-bit days.
#include <limits>
#include <vector>

#include "unit/calendar/support.hpp"

namespace batch_test {

using namespace cchc;

namespace {

using Days = std::vector<std::int32_t>;
using Rows = std::vector<RowStatus>;

constexpr std::int32_t int_max = std::numeric_limits<std::int32_t>::max();

std::int32_t days(std::string_view text) { return to_days(day(text)); }

// A calendar that begins before 1970, so that its first day is negative.
Calendar old_calendar() {
    CalendarData data = office();
    data.from = day("1900-01-01");
    data.to = day("2100-01-01");
    return Calendar(data);
}

}  // namespace

TEST_CASE("batch add: each kind of row") {
    const Calendar c{office()};
    const Days from = {days("2020-06-17"), no_day,
                       days("2020-06-17"), days("2018-12-31"),
                       days("2021-01-01"), days("2020-12-31"),
                       days("2020-12-31"), days("2019-01-01"),
                       days("2019-01-01"), int_max,
                       -int_max,           days("2020-06-20")};
    const Days n = {15, 1, no_day, 1, -1, 0, 1, -1, 0, 1, 1, 0};
    Days out(from.size(), 7);
    Rows status(from.size(), RowStatus::argument_range);
    CHECK(c.add_working_days(from, n, out, status) == 8);
    const auto ok = RowStatus::ok, missing = RowStatus::missing, outside = RowStatus::outside_coverage;
    CHECK(out == Days{days("2020-07-08"), no_day, no_day, no_day, no_day, days("2020-12-31"), no_day, no_day,
                      days("2019-01-01"), no_day, no_day, days("2020-06-22")});
    CHECK(status == Rows{ok, missing, missing, outside, outside, ok, outside, outside, ok, outside, outside, ok});
    Days again(from.size());
    CHECK(c.add_working_days(from, n, again) == 8);
    CHECK(again == out);
}

TEST_CASE("batch add: numbers of days far beyond the coverage") {
    for (const Calendar& c : {Calendar{office()}, old_calendar()}) {
        const Days n = {int_max, -int_max, int_max - 1, -int_max + 1, 1'000'000, -1'000'000};
        const Days from(n.size(), days("2020-06-17"));
        Days out(n.size());
        Rows status(n.size());
        CHECK(c.add_working_days(from, n, out, status) == n.size());
        CHECK(out == Days(n.size(), no_day));
        CHECK(status == Rows(n.size(), RowStatus::outside_coverage));
        for (const std::int64_t far : {INT64_MAX, INT64_MIN, std::int64_t{1} << 32, -(std::int64_t{1} << 32)})
            CHECK(error_of([&] { c.add_working_days(day("2020-06-17"), far); }).code() == ErrorCode::outside_coverage);
    }
}

TEST_CASE("batch count: each kind of row") {
    const Calendar c{office()};
    const Days from = {days("2020-06-15"), days("2020-06-22"), no_day,  days("2020-06-15"), days("2018-12-31"),
                       days("2021-01-01"), days("2019-01-01"), int_max, days("2021-01-02")};
    const Days to = {days("2020-06-22"), days("2020-06-15"), days("2020-06-15"), no_day,
                     days("2020-06-15"), days("2019-01-01"), days("2021-01-01"), int_max,
                     days("2021-01-02")};
    Days out(from.size(), 7);
    Rows status(from.size(), RowStatus::argument_range);
    CHECK(c.count_working_days(from, to, out, status) == 5);
    const auto ok = RowStatus::ok, missing = RowStatus::missing, outside = RowStatus::outside_coverage;
    CHECK(out == Days{5, -5, no_day, no_day, no_day, -523, 523, no_day, no_day});
    CHECK(status == Rows{ok, ok, missing, missing, outside, ok, ok, outside, outside});
}

TEST_CASE("batch is_working: each kind of row") {
    const Calendar c{office()};
    const Days in = {days("2020-06-17"),
                     days("2020-06-20"),
                     no_day,
                     days("2018-12-31"),
                     days("2021-01-01"),
                     days("2020-12-31"),
                     days("2019-01-01"),
                     int_max,
                     -int_max};
    std::vector<std::uint8_t> out(in.size(), 9);
    Rows status(in.size(), RowStatus::argument_range);
    CHECK(c.is_working(in, out, status) == 5);
    const auto ok = RowStatus::ok, missing = RowStatus::missing, outside = RowStatus::outside_coverage;
    CHECK(out == std::vector<std::uint8_t>{1, 0, 0, 0, 0, 1, 1, 0, 0});
    CHECK(status == Rows{ok, ok, missing, outside, outside, ok, ok, outside, outside});
    CHECK(c.is_working(in, out) == 5);
}

TEST_CASE("batch rows at the edges of 32 bits stay outside a calendar that begins before 1970") {
    const Calendar c = old_calendar();
    const Days edge = {int_max, int_max - 1, -int_max, -int_max + 1, no_day};
    std::vector<std::uint8_t> out(edge.size(), 9);
    CHECK(c.is_working(edge, out) == edge.size());
    CHECK(out == std::vector<std::uint8_t>(edge.size(), 0));
    Days results(edge.size());
    CHECK(c.add_working_days(edge, Days(edge.size(), 1), results) == edge.size());
    CHECK(c.count_working_days(edge, edge, results) == edge.size());
    CHECK(results == Days(edge.size(), no_day));
    for (const std::int32_t d : {int_max, -int_max, no_day})
        CHECK(error_of([&] { c.is_working(from_days(d)); }).code() == ErrorCode::outside_coverage);
}

TEST_CASE("a batch may write over either of its inputs") {
    const Calendar c{office()};
    const Days from = {days("2020-06-17"), days("2020-06-19"), no_day, days("2018-01-01")};
    const Days n = {15, 1, 1, 1};
    Days expected(4);
    Rows expected_status(4), status(4);
    c.add_working_days(from, n, expected, expected_status);
    Days a = from, b = n;
    CHECK(c.add_working_days(a, n, a, status) == 2);
    CHECK(a == expected);
    CHECK(status == expected_status);
    CHECK(c.add_working_days(from, b, b, status) == 2);
    CHECK(b == expected);
    CHECK(status == expected_status);

    const Days to = {days("2020-07-08"), days("2020-06-01"), days("2020-06-01"), no_day};
    c.count_working_days(from, to, expected, expected_status);
    a = from;
    b = to;
    CHECK(c.count_working_days(a, to, a, status) == 2);
    CHECK(a == expected);
    CHECK(status == expected_status);
    CHECK(c.count_working_days(from, b, b, status) == 2);
    CHECK(b == expected);
    CHECK(status == expected_status);
}

TEST_CASE("empty batches are done at once") {
    const Calendar c{office()};
    CHECK(c.add_working_days({}, {}, {}) == 0);
    CHECK(c.count_working_days({}, {}, {}, {}) == 0);
    CHECK(c.is_working({}, {}) == 0);
}

TEST_CASE("columns of different lengths are refused before anything is written") {
    const Calendar c{office()};
    const Days two(2, days("2020-06-17"));
    const Days three(3, days("2020-06-17"));
    Days out2(2, 7), out3(3, 7);
    std::vector<std::uint8_t> flags(3, 7);
    Rows status(3);
    const auto refused = [](auto call) { CHECK(error_of(call).code() == ErrorCode::argument_range); };
    refused([&] { c.add_working_days(two, three, out2); });
    refused([&] { c.add_working_days(three, two, out3); });
    refused([&] { c.add_working_days(three, three, out2); });
    refused([&] { c.add_working_days(two, two, out2, status); });
    refused([&] { c.add_working_days({}, {}, {}, status); });
    refused([&] { c.count_working_days(two, three, out2); });
    refused([&] { c.count_working_days(two, two, out3); });
    refused([&] { c.count_working_days(two, two, out2, status); });
    refused([&] { c.is_working(two, flags); });
    refused([&] { c.is_working(three, flags, std::span(status).first(2)); });
    CHECK(out2 == Days(2, 7));
    CHECK(out3 == Days(3, 7));
    CHECK(flags == std::vector<std::uint8_t>(3, 7));
}

}  // namespace batch_test
