// The ends of the coverage: what is still inside, and the error for what is not.
#include <functional>
#include <string>

#include "unit/calendar/support.hpp"

namespace coverage_test {

using namespace cchc;

namespace {

void check_outside(const std::function<void()>& call) {
    const Error e = error_of(call);
    CHECK(e.code() == ErrorCode::outside_coverage);
    CHECK(e.message().find("office 1") != std::string::npos);
    CHECK(e.message().find("covers") != std::string::npos);
}

}  // namespace

TEST_CASE("the first and the last covered date are inside, their neighbours are not") {
    const Calendar c{office()};
    CHECK(c.is_working(day("2019-01-01")));
    CHECK(c.is_working(day("2020-12-31")));
    for (const auto* d : {"2018-12-31", "2021-01-01", "1990-06-15", "2090-06-15"}) {
        CAPTURE(d);
        check_outside([&] { c.is_working(day(d)); });
        check_outside([&] { c.day(day(d)); });
        check_outside([&] { c.working_seconds(day(d)); });
        check_outside([&] { c.add_working_days(day(d), 0); });
        check_outside([&] { c.add_working_days(day(d), 1); });
        check_outside([&] { c.advance(at(day(d), 36000), 1); });
    }
    check_outside([&] { c.working_seconds(instant("2018-12-31T23:59:59"), instant("2020-01-01T00:00")); });
    check_outside([&] { c.working_seconds(instant("2020-01-01T00:00"), instant("2021-01-01T00:00:01")); });
    check_outside([&] { c.count_working_days(day("2018-12-31"), day("2020-01-01")); });
    check_outside([&] { c.count_working_days(day("2020-01-01"), day("2021-01-02")); });
}

TEST_CASE("results never leave the coverage") {
    const Calendar c{office()};
    CHECK(c.add_working_days(day("2020-12-30"), 1) == day("2020-12-31"));
    check_outside([&] { c.add_working_days(day("2020-12-31"), 1); });
    check_outside([&] { c.next_working_day(day("2020-12-31")); });
    check_outside([&] { c.previous_working_day(day("2019-01-01")); });
    CHECK(c.add_working_days(day("2019-01-01"), 522) == day("2020-12-31"));
    check_outside([&] { c.add_working_days(day("2019-01-01"), 523); });
    CHECK(c.add_working_days(day("2020-12-31"), -522) == day("2019-01-01"));
    check_outside([&] { c.add_working_days(day("2020-12-31"), -523); });
}

TEST_CASE("adding no working day to a rest day at the end of the coverage finds none") {
    CalendarData data = office();
    data.to = day("2020-06-22");  // the last covered date is a Sunday
    const Calendar c(data);
    check_outside([&] { c.add_working_days(day("2020-06-20"), 0); });
    CHECK(c.add_working_days(day("2020-06-19"), 0) == day("2020-06-19"));
    CHECK(c.add_working_days(day("2020-06-21"), -1) == day("2020-06-19"));
}

TEST_CASE("periods may end where the coverage ends") {
    const Calendar c{office()};
    CHECK(c.count_working_days(c.from(), c.to()) == 523);
    CHECK(c.count_working_days(c.to(), c.from()) == -523);
    CHECK(c.count_working_days(c.to(), c.to()) == 0);
    CHECK(c.working_seconds(at(c.from()), at(c.to())) == 523 * 27000);
    CHECK(c.working_seconds(at(c.to()), at(c.to())) == 0);
    CHECK(c.advance(at(c.from()), 523 * 27000) == instant("2020-12-31T17:00"));
    CHECK(c.advance(at(c.from()), 523 * 27000, Boundary::latest) == at(c.to()));
    check_outside([&] { c.advance(at(c.from()), 523 * 27000 + 1); });
    check_outside([&] { c.advance(at(c.to()), 0); });
}

TEST_CASE("a coverage of one day") {
    CalendarData data = office();
    data.from = day("2020-06-17");
    data.to = day("2020-06-18");
    const Calendar c(data);
    CHECK(c.is_working(day("2020-06-17")));
    CHECK(c.add_working_days(day("2020-06-17"), 0) == day("2020-06-17"));
    check_outside([&] { c.next_working_day(day("2020-06-17")); });
    check_outside([&] { c.previous_working_day(day("2020-06-17")); });
    CHECK(c.count_working_days(c.from(), c.to()) == 1);
    CHECK(c.advance(instant("2020-06-17T08:00"), 4 * 3600) == instant("2020-06-17T14:00"));
    check_outside([&] { c.advance(instant("2020-06-17T16:59:59"), 2); });

    data.from = day("2020-06-20");  // a Saturday: not one working day
    data.to = day("2020-06-21");
    const Calendar rest(data);
    CHECK_FALSE(rest.is_working(day("2020-06-20")));
    check_outside([&] { rest.add_working_days(day("2020-06-20"), 0); });
    CHECK(rest.count_working_days(rest.from(), rest.to()) == 0);
    CHECK(rest.advance(instant("2020-06-20T08:00"), 0) == instant("2020-06-20T08:00"));
    check_outside([&] { rest.advance(instant("2020-06-20T08:00"), 1); });
}

TEST_CASE("a date or instant far away is outside, never another date") {
    const Calendar c{office()};
    constexpr std::int64_t turn = std::int64_t{1} << 32;  // days after which 32 bits begin again
    for (const std::int64_t days : {18430 + turn, 18430 - turn, turn, -turn}) {
        const Date far{std::chrono::days{days}};
        check_outside([&] { c.is_working(far); });
        check_outside([&] { c.add_working_days(far, 1); });
        check_outside([&] { c.count_working_days(day("2020-06-17"), far); });
        check_outside([&] { c.working_seconds(at(far), instant("2020-06-17T10:00")); });
        check_outside([&] { c.advance(at(far), 60); });
    }
    for (const std::int64_t seconds : {INT64_MAX, INT64_MIN})
        check_outside([&] { c.advance(Instant{std::chrono::seconds{seconds}}, 60); });
}

TEST_CASE("a coverage of 400 years, and the first and last years that there are") {
    CalendarData data = office();
    data.from = day("0001-01-01");
    data.to = day("0400-12-31");
    const Calendar first(data);
    CHECK(first.is_working(day("0001-01-01")));  // a Monday
    CHECK(first.count_working_days(first.from(), first.to()) == 104'355);
    data.from = day("9600-01-01");
    data.to = day("9999-12-31");
    const Calendar last(data);
    CHECK(last.is_working(day("9999-12-30")));
    CHECK(last.add_working_days(day("9999-12-29"), 1) == day("9999-12-30"));
}

TEST_CASE("copies of a calendar share what it knows") {
    const Calendar c{office()};
    const Calendar copy = c;  // NOLINT: the copy is what is tested
    CHECK(&copy.data() == &c.data());
}

}  // namespace coverage_test
