// Working hours and clock hours: from the moment itself (Civil Code art. 147.1).
#include "unit/deadline/support.hpp"

namespace hours_test {

using namespace cchc;

TEST_CASE("working-hours, Civil Code art. 147.1 and Circular 87/2021 art. 10: time inside sessions") {
    CHECK(due_of("working-hours", "2020-06-17T09:10", "8") == "2020-06-18T09:40");
    CHECK(due_of("working-hours", "2020-06-17T09:10", "2") == "2020-06-17T11:10");
    CHECK(due_of("working-hours", "2020-06-17T09:10", "3") == "2020-06-17T14:10");  // over lunch
    CHECK(due_of("working-hours", "2020-06-19T16:30", "1") == "2020-06-22T08:00");  // over the weekend
    CHECK(due_of("working-hours", "2020-06-17T09:10:30", "2") == "2020-06-17T11:10:30");
}

TEST_CASE("working-hours: receipts outside sessions begin with the next session") {
    CHECK(due_of("working-hours", "2020-06-17T06:00", "1") == "2020-06-17T08:30");  // before opening
    CHECK(due_of("working-hours", "2020-06-17T11:30", "1") == "2020-06-17T14:30");  // as the morning ends
    CHECK(due_of("working-hours", "2020-06-17T12:15", "1") == "2020-06-17T14:30");  // at lunch
    CHECK(due_of("working-hours", "2020-06-17T17:00", "1") == "2020-06-18T08:30");  // at closing sharp
    CHECK(due_of("working-hours", "2020-06-17T18:00", "1") == "2020-06-18T08:30");  // after closing
    CHECK(due_of("working-hours", "2020-06-20T10:00", "1") == "2020-06-22T08:30");  // on a Saturday
    CHECK(due_of("working-hours", "2020-01-22T16:00", "8") == "2020-01-30T16:30");  // over Tết
    CHECK(due_of("working-hours", "2019-05-03T16:30", "1") == "2019-05-04T08:00");  // into the worked Saturday
}

TEST_CASE("working-hours: a limit that fills a session ends with it, or with the next opening if the rule says so") {
    CountingRule rule = CountingRule::builtin("working-hours");
    CHECK(rule.boundary == Boundary::earliest);
    CHECK(due_on(vn(), rule, "2020-06-17T07:30", "4") == "2020-06-17T11:30");
    CHECK(due_on(vn(), rule, "2020-06-17T07:30", "7.5") == "2020-06-17T17:00");
    CHECK(due_on(vn(), rule, "2020-06-19T07:30", "7.5") == "2020-06-19T17:00");
    rule.boundary = Boundary::latest;
    CHECK(due_on(vn(), rule, "2020-06-17T07:30", "4") == "2020-06-17T13:30");
    CHECK(due_on(vn(), rule, "2020-06-17T07:30", "7.5") == "2020-06-18T07:30");
    CHECK(due_on(vn(), rule, "2020-06-19T07:30", "7.5") == "2020-06-22T07:30");
    CHECK(due_on(vn(), rule, "2020-06-17T07:30", "3.5") == "2020-06-17T11:00");
}

TEST_CASE("working-hours: fractions of an hour, to the second") {
    CHECK(due_of("working-hours", "2020-06-17T09:10", "0.5") == "2020-06-17T09:40");
    CHECK(due_of("working-hours", "2020-06-17T09:10", "0,25") == "2020-06-17T09:25");
    CHECK(due_of("working-hours", "2020-06-17T11:15", "0.5") == "2020-06-17T13:45");
    CHECK(due_of("working-hours", "2020-06-17T09:10", "0.005") == "2020-06-17T09:10:18");
    CHECK(due_of("working-hours", "2020-06-17T09:10", "1.125") == "2020-06-17T10:17:30");
}

TEST_CASE("working hours that end at midnight are due on the date that they end, not on the next") {
    CalendarData data = office();
    for (std::size_t d = 0; d < 5; ++d) data.week[d] = {session(20, 0, 24, 0)};
    const Calendar c(data);
    CountingRule rule = CountingRule::builtin("working-hours");
    CHECK(due_on(c, rule, "2020-06-19T20:00", "4") == "2020-06-19T24:00");  // a Friday
    CHECK(due_on(c, rule, "2020-06-19T20:00", "3.5") == "2020-06-19T23:30");
    rule.boundary = Boundary::latest;
    CHECK(due_on(c, rule, "2020-06-19T20:00", "4") == "2020-06-22T20:00");
    // Half a day that keeps its time can end there too.
    CHECK(due_on(c, CountingRule::builtin("working-days-keep-time"), "2020-06-19T22:00", "0.5") == "2020-06-19T24:00");
}

TEST_CASE("clock-hours, Civil Code art. 147.1: every hour counts, by day and night, on holidays too") {
    CHECK(due_of("clock-hours", "2020-06-17T09:10", "24") == "2020-06-18T09:10");
    CHECK(due_of("clock-hours", "2020-06-17T09:10", "0.5") == "2020-06-17T09:40");
    CHECK(due_of("clock-hours", "2020-06-17T22:00", "8") == "2020-06-18T06:00");
    CHECK(due_of("clock-hours", "2020-06-19T16:00", "24") == "2020-06-20T16:00");  // into a Saturday
    CHECK(due_of("clock-hours", "2020-01-22T16:00", "48") == "2020-01-24T16:00");  // into Tết
    CHECK(due_of("clock-hours", "2019-12-31T23:30", "1") == "2020-01-01T00:30");
    CHECK(due_of("clock-hours", "2020-02-28T12:00", "24") == "2020-02-29T12:00");
    CHECK(due_of("clock-hours", "2020-06-20T10:00", "2") == "2020-06-20T12:00");
}

TEST_CASE("clock hours that end at midnight are due at 24:00 of the date that ends") {
    CHECK(due_of("clock-hours", "2020-06-17T00:00", "24") == "2020-06-17T24:00");
    CHECK(due_of("clock-hours", "2020-06-17T16:00", "8") == "2020-06-17T24:00");
    CHECK(due_of("clock-hours", "2026-12-31T16:00", "8") == "2026-12-31T24:00");  // the last instant of the coverage
    CountingRule rule = CountingRule::builtin("clock-hours");
    rule.roll = Roll::next_working_day;
    CHECK(due_on(vn(), rule, "2020-06-19T16:00", "8") == "2020-06-19T24:00");  // a Friday, so nothing rolls
}

TEST_CASE("clock hours may roll off a rest day to the end of the next working day, by a rule of one's own") {
    CountingRule rule = CountingRule::builtin("clock-hours");
    rule.roll = Roll::next_working_day;
    CHECK(due_on(vn(), rule, "2020-06-19T16:00", "24") == "2020-06-22T24:00");
    CHECK(due_on(vn(), rule, "2020-06-17T16:00", "24") == "2020-06-18T16:00");
}

TEST_CASE("hours may begin when the office opens, by a rule of one's own") {
    CountingRule rule = CountingRule::builtin("clock-hours");
    rule.outside_sessions = OutsideSessions::next_session;
    CHECK(due_on(vn(), rule, "2020-06-19T18:00", "2") == "2020-06-22T09:30");
    CHECK(due_on(vn(), rule, "2020-06-17T12:00", "2") == "2020-06-17T15:30");
    CHECK(due_on(vn(), rule, "2020-06-17T17:00", "2") == "2020-06-17T19:00");
}

}  // namespace hours_test
