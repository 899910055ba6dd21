// Working days: the preset working-days on the breaks of real years, and half days.
#include "unit/deadline/support.hpp"

namespace working_days_test {

using namespace cchc;

namespace {

std::string due_of_days(std::string_view received, std::string_view amount) {
    return due_of("working-days", received, amount);
}

}  // namespace

TEST_CASE("working-days, Civil Code art. 147.2: the day of receipt is not counted, the last session ends the limit") {
    CHECK(due_of_days("2020-06-17T09:10", "15") == "2020-07-08T17:00");
    CHECK(due_of_days("2020-06-17T09:10", "1") == "2020-06-18T17:00");
    CHECK(due_of_days("2020-06-19T09:10", "1") == "2020-06-22T17:00");  // Friday to Monday
    CHECK(due_of_days("2020-06-17T09:10", "5") == "2020-06-24T17:00");
}

TEST_CASE("working-days: the hour of receipt makes no difference") {
    for (const auto* hour : {"00:00", "06:00", "07:30", "09:10", "11:30", "12:15", "13:30", "15:00", "15:00:01", "17:00",
                             "17:00:01", "23:59:59"})
        CHECK(due_of_days("2020-06-17T" + std::string(hour), "3") == "2020-06-22T17:00");
}

TEST_CASE("working-days across Tết 2020: 23 to 29 January are not counted") {
    CHECK(due_of_days("2020-01-20T14:00", "2") == "2020-01-22T17:00");
    CHECK(due_of_days("2020-01-20T14:00", "3") == "2020-01-30T17:00");
    CHECK(due_of_days("2020-01-20T14:00", "5") == "2020-02-03T17:00");
    CHECK(due_of_days("2020-01-22T16:59", "1") == "2020-01-30T17:00");
}

TEST_CASE("working-days across 30/4-1/5 2019: the Saturday worked instead of 29 April is counted") {
    CHECK(due_of_days("2019-04-25T10:00", "1") == "2019-04-26T17:00");
    CHECK(due_of_days("2019-04-25T10:00", "2") == "2019-05-02T17:00");
    CHECK(due_of_days("2019-04-25T10:00", "3") == "2019-05-03T17:00");
    CHECK(due_of_days("2019-04-25T10:00", "4") == "2019-05-04T17:00");
    CHECK(due_of_days("2019-04-25T10:00", "5") == "2019-05-06T17:00");
    CHECK(due_of_days("2019-05-04T10:00", "1") == "2019-05-06T17:00");  // received on the worked Saturday
}

TEST_CASE("working-days across 2018-12-31, worked on 2019-01-05") {
    CHECK(due_of_days("2018-12-28T10:00", "1") == "2019-01-02T17:00");
    CHECK(due_of_days("2018-12-28T10:00", "3") == "2019-01-04T17:00");
    CHECK(due_of_days("2018-12-28T10:00", "4") == "2019-01-05T17:00");
    CHECK(due_of_days("2018-12-28T10:00", "5") == "2019-01-07T17:00");
}

TEST_CASE("working-days: a receipt on a day off is as received, so the next working day is day 1") {
    CHECK(due_of_days("2020-06-20T10:00", "1") == "2020-06-22T17:00");  // a Saturday
    CHECK(due_of_days("2020-06-21T10:00", "1") == "2020-06-22T17:00");  // a Sunday
    CHECK(due_of_days("2020-01-24T10:00", "1") == "2020-01-30T17:00");  // the eve of Tết
    CHECK(due_of_days("2019-04-29T10:00", "1") == "2019-05-02T17:00");  // off by swap
    CHECK(due_of_days("2020-06-20T10:00", "2") == "2020-06-23T17:00");
}

TEST_CASE("working-days: half a day ends with the first session") {
    CHECK(due_of_days("2020-06-17T09:10", "0.5") == "2020-06-18T11:30");
    CHECK(due_of_days("2020-06-17T16:00", "0,5") == "2020-06-18T11:30");
    CHECK(due_of_days("2020-06-17T09:10", "1.5") == "2020-06-19T11:30");
    CHECK(due_of_days("2020-06-17T09:10", "2.5") == "2020-06-22T11:30");
    CHECK(due_of_days("2020-06-17T09:10", "2.50") == "2020-06-22T11:30");
    CHECK(due_of_days("2019-04-25T10:00", "3.5") == "2019-05-04T11:30");
}

TEST_CASE("working-days: half of a day with one session is its middle") {
    CalendarData data = office();
    for (std::size_t d = 0; d < 5; ++d) data.week[d] = {session(8, 0, 16, 0)};
    data.week[3] = {session(7, 30, 11, 31)};  // Thursday: the middle is half a minute
    const Calendar c(data);
    const CountingRule rule = CountingRule::builtin("working-days");
    CHECK(due_on(c, rule, "2020-06-16T09:00", "0.5") == "2020-06-17T12:00");
    CHECK(due_on(c, rule, "2020-06-17T09:00", "0.5") == "2020-06-18T09:30:30");
    CHECK(due_on(c, rule, "2020-06-16T09:00", "1") == "2020-06-17T16:00");
}

TEST_CASE("working-days: the last session of the due date counts, whichever it is there") {
    CalendarData data = office();
    data.week[2] = {session(7, 0, 9, 0), session(9, 15, 11, 30), session(13, 0, 18, 0)};
    data.week[3] = {session(22, 0, 24, 0)};
    data.days_worked = {worked("2020-06-20")};
    data.days_worked[0].sessions = {session(7, 30, 11, 0)};
    const Calendar c(data);
    const CountingRule rule = CountingRule::builtin("working-days");
    CHECK(due_on(c, rule, "2020-06-16T09:00", "1") == "2020-06-17T18:00");
    CHECK(due_on(c, rule, "2020-06-16T09:00", "0.5") == "2020-06-17T09:00");
    CHECK(due_on(c, rule, "2020-06-16T09:00", "2") == "2020-06-18T24:00");
    CHECK(due_on(c, rule, "2020-06-16T09:00", "4") == "2020-06-20T11:00");
}

TEST_CASE("working-days ending at 24:00 by a rule of one's own") {
    CountingRule rule = CountingRule::builtin("working-days");
    rule.due_instant = DueInstant::end_of_date;
    CHECK(due_on(vn(), rule, "2020-06-17T09:10", "15") == "2020-07-08T24:00");
    const Due d = due(vn(), rule, instant("2020-06-17T09:10"), limit_of(rule, "15"));
    CHECK(d.date == day("2020-07-08"));
    CHECK(d.at == instant("2020-07-09T00:00"));
}

TEST_CASE("working-days counting the day of receipt, by a rule of one's own") {
    CountingRule rule = CountingRule::builtin("working-days");
    rule.count_from = CountFrom::receipt_day;
    CHECK(due_on(vn(), rule, "2020-06-17T09:10", "0") == "2020-06-17T17:00");
    CHECK(due_on(vn(), rule, "2020-06-17T09:10", "1") == "2020-06-17T17:00");
    CHECK(due_on(vn(), rule, "2020-06-17T09:10", "2") == "2020-06-18T17:00");
    CHECK(due_on(vn(), rule, "2020-06-20T09:10", "1") == "2020-06-22T17:00");
    CHECK(due_on(vn(), rule, "2020-06-17T09:10", "15") == "2020-07-07T17:00");
    CHECK(due_on(vn(), rule, "2020-06-17T09:10", "1.5") == "2020-06-18T11:30");
}

TEST_CASE("half the day of receipt is the half in which the dossier came, never one that is over") {
    CountingRule rule = CountingRule::builtin("same-day-15h");
    CHECK(due_on(vn(), rule, "2020-06-17T09:10", "0.5") == "2020-06-17T11:30");
    CHECK(due_on(vn(), rule, "2020-06-17T11:29:59", "0.5") == "2020-06-17T11:30");
    CHECK(due_on(vn(), rule, "2020-06-17T11:30", "0.5") == "2020-06-17T17:00");
    CHECK(due_on(vn(), rule, "2020-06-17T14:00", "0.5") == "2020-06-17T17:00");
    CHECK(due_on(vn(), rule, "2020-06-17T15:30", "0.5") == "2020-06-18T11:30");
}

}  // namespace working_days_test
