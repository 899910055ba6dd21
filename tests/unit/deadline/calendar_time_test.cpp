// Calendar days, weeks, months and years by the Civil Code, art. 147 and 148, with the roll of art. 148.5.
#include "unit/deadline/support.hpp"

namespace calendar_time_test {

using namespace cchc;

TEST_CASE("calendar-days, Civil Code art. 147.2, 148.1 and 148.6: to 24:00 of the last day") {
    CHECK(due_of("calendar-days", "2020-06-17T09:10", "15") == "2020-07-02T24:00");
    CHECK(due_of("calendar-days", "2020-06-17T09:10", "1") == "2020-06-18T24:00");
    for (const auto* received : {"2020-06-17T00:00", "2020-06-17T12:00", "2020-06-17T23:59:59"})
        CHECK(due_of("calendar-days", received, "2") == "2020-06-19T24:00");
    const Due d =
        due(vn(), CountingRule::builtin("calendar-days"), instant("2020-06-17T09:10"), {Decimal(15), Unit::calendar_day});
    CHECK(d.date == day("2020-07-02"));
    CHECK(d.at == instant("2020-07-03T00:00"));
}

TEST_CASE("calendar-days, Civil Code art. 148.5: a last day at the weekend moves to Monday") {
    CHECK(due_of("calendar-days", "2020-06-17T09:10", "9") == "2020-06-26T24:00");
    CHECK(due_of("calendar-days", "2020-06-17T09:10", "10") == "2020-06-29T24:00");
    CHECK(due_of("calendar-days", "2020-06-17T09:10", "11") == "2020-06-29T24:00");
    CHECK(due_of("calendar-days", "2020-06-17T09:10", "12") == "2020-06-29T24:00");
    CHECK(due_of("calendar-days", "2020-06-19T09:10", "1") == "2020-06-22T24:00");
}

TEST_CASE("calendar-days, Civil Code art. 148.5: a last day on a holiday moves behind the whole break") {
    CHECK(due_of("calendar-days", "2020-04-20T09:00", "9") == "2020-04-29T24:00");
    CHECK(due_of("calendar-days", "2020-04-20T09:00", "10") == "2020-05-04T24:00");  // 30/4, then 1/5 and the weekend
    CHECK(due_of("calendar-days", "2020-01-13T09:00", "10") == "2020-01-30T24:00");  // Tết 2020
    CHECK(due_of("calendar-days", "2020-01-13T09:00", "17") == "2020-01-30T24:00");
    CHECK(due_of("calendar-days", "2020-01-13T09:00", "18") == "2020-01-31T24:00");
    CHECK(due_of("calendar-days", "2023-04-22T09:00", "10") == "2023-05-04T24:00");  // 2/5/2023 is a day in lieu
}

TEST_CASE("calendar-days: holidays inside the limit are counted") {
    CHECK(due_of("calendar-days", "2020-01-20T09:00", "15") == "2020-02-04T24:00");
}

TEST_CASE("calendar-days: a Saturday worked instead of a swapped day is no rest day") {
    CHECK(due_of("calendar-days", "2019-04-24T09:00", "10") == "2019-05-04T24:00");
    CHECK(due_of("calendar-days", "2018-12-26T09:00", "10") == "2019-01-05T24:00");
    CHECK(due_of("calendar-days", "2019-04-25T09:00", "10") == "2019-05-06T24:00");  // the Sunday after it is one
}

TEST_CASE("the roll of art. 148.5 may treat a swapped day as a rest day or not: the Code is silent") {
    CountingRule rule = CountingRule::builtin("calendar-days");
    CHECK(rule.swapped_day_is_rest);
    CHECK(due_on(vn(), rule, "2019-04-19T09:00", "10") == "2019-05-02T24:00");
    CHECK(due_on(vn(), rule, "2018-12-21T09:00", "10") == "2019-01-02T24:00");
    rule.swapped_day_is_rest = false;
    CHECK(due_on(vn(), rule, "2019-04-19T09:00", "10") == "2019-04-29T24:00");
    CHECK(due_on(vn(), rule, "2018-12-21T09:00", "10") == "2018-12-31T24:00");
    CHECK(due_on(vn(), rule, "2019-04-19T09:00", "11") == "2019-05-02T24:00");  // 30/4 is a holiday either way
    CHECK(due_on(vn(), rule, "2020-06-17T09:10", "10") == "2020-06-29T24:00");
    CHECK(due_on(vn(), rule, "2016-04-08T09:00", "10") == "2016-04-19T24:00");  // a day in lieu is no swap
}

TEST_CASE("the roll goes to a worked Saturday if that is the next working day") {
    CalendarData data = office();
    data.days_off = {off("2019-05-03", DayKind::closure)};
    data.days_worked = {worked("2019-05-04")};
    CHECK(due_on(Calendar(data), CountingRule::builtin("calendar-days"), "2019-04-23T09:00", "10") == "2019-05-04T24:00");
}

TEST_CASE("weeks, Civil Code art. 148.2: the same weekday of the last week, rolled by art. 148.5") {
    CHECK(due_of("weeks", "2020-06-17T09:10", "1") == "2020-06-24T24:00");
    CHECK(due_of("weeks", "2020-06-17T09:10", "4") == "2020-07-15T24:00");
    CHECK(due_of("weeks", "2020-04-16T09:10", "2") == "2020-05-04T24:00");  // 30/4
    CHECK(due_of("weeks", "2020-06-21T09:10", "1") == "2020-06-29T24:00");  // a Sunday
}

TEST_CASE("months, Civil Code art. 148.3: the same day of the last month") {
    CHECK(due_of("months", "2020-06-17T09:10", "1") == "2020-07-17T24:00");
    CHECK(due_of("months", "2020-06-17T09:10", "12") == "2021-06-17T24:00");
    CHECK(due_of("months", "2019-11-15T09:10", "3") == "2020-02-17T24:00");  // 15 February 2020 is a Saturday
}

TEST_CASE("months, Civil Code art. 148.3: where there is no such day, the last day of that month") {
    CHECK(due_of("months", "2019-01-31T09:10", "1") == "2019-02-28T24:00");
    CHECK(due_of("months", "2019-01-30T09:10", "1") == "2019-02-28T24:00");
    CHECK(due_of("months", "2019-01-29T09:10", "1") == "2019-02-28T24:00");
    CHECK(due_of("months", "2020-05-31T09:10", "1") == "2020-06-30T24:00");
    CHECK(due_of("months", "2020-01-31T09:10", "1") == "2020-03-02T24:00");  // 29 February is a Saturday
    CHECK(due_of("months", "2021-01-31T09:10", "1") == "2021-03-01T24:00");  // 28 February is a Sunday
    CHECK(due_of("months", "2020-03-31T09:10", "1") == "2020-05-04T24:00");  // 30/4
    CHECK(due_of("months", "2020-02-29T09:10", "1") == "2020-03-30T24:00");  // 29 March, a Sunday: not the month's end

    CountingRule rule = CountingRule::builtin("months");
    rule.roll = Roll::none;
    CHECK(due_on(vn(), rule, "2020-01-31T09:10", "1") == "2020-02-29T24:00");
    CHECK(due_on(vn(), rule, "2021-01-31T09:10", "1") == "2021-02-28T24:00");
    CHECK(due_on(vn(), rule, "2019-08-31T09:10", "6") == "2020-02-29T24:00");
    CHECK(due_on(vn(), rule, "2019-12-31T09:10", "2") == "2020-02-29T24:00");
    CHECK(due_on(vn(), rule, "2019-12-31T09:10", "14") == "2021-02-28T24:00");
}

TEST_CASE("years, Civil Code art. 148.4: the same day and month; 29 February by the rule of months") {
    CHECK(due_of("years", "2020-06-17T09:10", "1") == "2021-06-17T24:00");
    CHECK(due_of("years", "2019-06-17T09:10", "3") == "2022-06-17T24:00");
    CHECK(due_of("years", "2016-02-29T09:10", "1") == "2017-02-28T24:00");
    CHECK(due_of("years", "2020-02-29T09:10", "1") == "2021-03-01T24:00");  // 28 February 2021 is a Sunday
    CHECK(due_of("years", "2020-02-29T09:10", "4") == "2024-02-29T24:00");
    CHECK(due_of("years", "2019-01-01T09:10", "1") == "2020-01-02T24:00");  // New Year's Day
}

TEST_CASE("calendar time may end when the office closes, by a rule of one's own") {
    CountingRule rule = CountingRule::builtin("calendar-days");
    rule.due_instant = DueInstant::end_of_last_session;
    CHECK(due_on(vn(), rule, "2020-06-17T09:10", "10") == "2020-06-29T17:00");
    rule.due_instant = DueInstant::keep_time;
    CHECK(due_on(vn(), rule, "2020-06-17T09:10", "10") == "2020-06-29T09:10");
    CHECK(due_on(vn(), rule, "2020-06-17T12:00", "10") == "2020-06-29T11:30");
    rule.roll = Roll::none;
    CHECK(due_on(vn(), rule, "2020-06-17T12:00", "10") == "2020-06-27T12:00");
    rule.due_instant = DueInstant::end_of_last_session;
    CHECK(due_on(vn(), rule, "2020-06-17T12:00", "10") == "2020-06-27T24:00");  // a Saturday has no session
}

TEST_CASE("calendar days may count the day of receipt, by a rule of one's own") {
    CountingRule rule = CountingRule::builtin("calendar-days");
    rule.count_from = CountFrom::receipt_day;
    CHECK(due_on(vn(), rule, "2020-06-17T09:10", "0") == "2020-06-17T24:00");
    CHECK(due_on(vn(), rule, "2020-06-17T09:10", "1") == "2020-06-17T24:00");
    CHECK(due_on(vn(), rule, "2020-06-17T09:10", "3") == "2020-06-19T24:00");
    CHECK(due_on(vn(), rule, "2020-06-20T09:10", "1") == "2020-06-22T24:00");
}

}  // namespace calendar_time_test
