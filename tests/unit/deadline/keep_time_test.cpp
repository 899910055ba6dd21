// The preset working-days-keep-time, as one-stop software counts: due at the hour of receipt, moved into office hours.
#include "unit/deadline/support.hpp"

namespace keep_time_test {

using namespace cchc;

namespace {

std::string kept(std::string_view received, std::string_view amount) {
    return due_of("working-days-keep-time", received, amount);
}

}  // namespace

TEST_CASE("keep-time, Civil Code art. 147.2: the due date keeps the hour of receipt") {
    CHECK(kept("2020-06-17T09:10", "15") == "2020-07-08T09:10");
    CHECK(kept("2020-06-17T07:30", "1") == "2020-06-18T07:30");
    CHECK(kept("2020-06-17T11:30", "1") == "2020-06-18T11:30");
    CHECK(kept("2020-06-17T13:30", "1") == "2020-06-18T13:30");
    CHECK(kept("2020-06-17T16:59:59", "1") == "2020-06-18T16:59:59");
    CHECK(kept("2020-01-22T09:00", "1") == "2020-01-30T09:00");  // across Tết
    CHECK(kept("2019-04-26T09:00", "3") == "2019-05-04T09:00");  // onto the worked Saturday
}

TEST_CASE("keep-time: a receipt outside office hours counts from the next session") {
    CHECK(kept("2020-06-17T06:45", "1") == "2020-06-18T07:30");     // before opening
    CHECK(kept("2020-06-17T12:15", "1") == "2020-06-18T13:30");     // at lunch
    CHECK(kept("2020-06-17T11:30:01", "1") == "2020-06-18T13:30");  // a second after the morning
    CHECK(kept("2020-06-17T17:00", "1") == "2020-06-18T17:00");     // at closing sharp: still received that day
    CHECK(kept("2020-06-17T17:00:01", "1") == "2020-06-19T07:30");  // as if received on Thursday at opening
    CHECK(kept("2020-06-17T23:00", "1") == "2020-06-19T07:30");
    CHECK(kept("2020-06-20T10:00", "1") == "2020-06-23T07:30");  // Saturday: received on Monday
    CHECK(kept("2020-01-25T10:00", "1") == "2020-01-31T07:30");  // the first day of Tết
}

TEST_CASE("keep-time: half a day is half the working time of the day, from the hour of receipt") {
    // A day of vn has 7 hours 30 minutes; half of it is 3 hours 45 minutes.
    CHECK(kept("2020-06-17T09:10", "0.5") == "2020-06-17T14:55");
    CHECK(kept("2020-06-17T07:30", "0.5") == "2020-06-17T11:15");
    CHECK(kept("2020-06-17T15:30", "0.5") == "2020-06-18T09:45");
    CHECK(kept("2020-06-17T09:10", "1.5") == "2020-06-18T14:55");
    CHECK(kept("2020-06-19T15:30", "0.5") == "2020-06-22T09:45");  // over the weekend
    CHECK(kept("2020-06-20T10:00", "0.5") == "2020-06-22T11:15");  // Saturday: from Monday's opening
    CHECK(kept("2020-01-22T15:30", "0.5") == "2020-01-30T09:45");  // over Tết
}

TEST_CASE("keep-time: an hour that the due date does not have moves to the session before, else to the opening") {
    CalendarData data = office();
    data.week[3] = {session(8, 0, 11, 0), session(14, 0, 16, 0)};  // Thursday has shorter hours
    const Calendar c(data);
    const CountingRule rule = CountingRule::builtin("working-days-keep-time");
    CHECK(due_on(c, rule, "2020-06-17T07:40", "1") == "2020-06-18T08:00");
    CHECK(due_on(c, rule, "2020-06-17T11:20", "1") == "2020-06-18T11:00");
    CHECK(due_on(c, rule, "2020-06-17T13:45", "1") == "2020-06-18T11:00");
    CHECK(due_on(c, rule, "2020-06-17T14:30", "1") == "2020-06-18T14:30");
    CHECK(due_on(c, rule, "2020-06-17T16:30", "1") == "2020-06-18T16:00");
    CHECK(due_on(c, rule, "2020-06-17T16:30", "2") == "2020-06-19T16:30");
}

TEST_CASE("keep-time on a Saturday worked in the morning only") {
    CalendarData data = office();
    data.days_worked = {worked("2019-05-04")};
    data.days_worked[0].sessions = {session(7, 30, 11, 30)};
    const Calendar c(data);
    const CountingRule rule = CountingRule::builtin("working-days-keep-time");
    CHECK(due_on(c, rule, "2019-05-03T10:00", "1") == "2019-05-04T10:00");
    CHECK(due_on(c, rule, "2019-05-03T15:00", "1") == "2019-05-04T11:30");
    CHECK(due_on(c, rule, "2019-05-04T10:00", "1") == "2019-05-06T10:00");
    CHECK(due_on(c, rule, "2019-05-04T15:00", "1") == "2019-05-07T07:30");  // after it closed
    // Half of its four hours, from 10:00: 90 minutes on Saturday, 30 on Monday.
    CHECK(due_on(c, rule, "2019-05-04T10:00", "0.5") == "2019-05-06T08:00");
}

}  // namespace keep_time_test
