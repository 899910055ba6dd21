// Cut-off hours: the presets same-day-15h and from-next-day-15h, to the second.
#include "unit/deadline/support.hpp"

namespace cut_off_test {

using namespace cchc;

namespace {

std::string same_day(std::string_view received, std::string_view amount = "0") {
    return due_of("same-day-15h", received, amount);
}

std::string from_next(std::string_view received) { return due_of("from-next-day-15h", received, "3"); }

}  // namespace

TEST_CASE("same-day-15h: returned the same day, after 15:00 the next working day") {
    CHECK(same_day("2020-06-17T09:10") == "2020-06-17T17:00");
    CHECK(same_day("2020-06-17T14:59") == "2020-06-17T17:00");
    CHECK(same_day("2020-06-17T15:00") == "2020-06-17T17:00");
    CHECK(same_day("2020-06-17T15:00:01") == "2020-06-18T17:00");
    CHECK(same_day("2020-06-17T15:01") == "2020-06-18T17:00");
    CHECK(same_day("2020-06-17T23:59:59") == "2020-06-18T17:00");
}

TEST_CASE("same-day-15h: limit 0 and limit 1 are the day of receipt, limit 2 the next one") {
    CHECK(same_day("2020-06-17T09:10", "1") == "2020-06-17T17:00");
    CHECK(same_day("2020-06-17T09:10", "2") == "2020-06-18T17:00");
    CHECK(same_day("2020-06-17T16:00", "1") == "2020-06-18T17:00");
    CHECK(same_day("2020-06-17T16:00", "2") == "2020-06-19T17:00");
}

TEST_CASE("same-day-15h: receipts outside sessions and on days off") {
    CHECK(same_day("2020-06-17T05:00") == "2020-06-17T17:00");  // before opening
    CHECK(same_day("2020-06-17T12:00") == "2020-06-17T17:00");  // at lunch
    CHECK(same_day("2020-06-19T15:30") == "2020-06-22T17:00");  // Friday afternoon
    CHECK(same_day("2020-06-20T10:00") == "2020-06-22T17:00");  // Saturday morning
    CHECK(same_day("2020-06-21T16:00") == "2020-06-22T17:00");  // Sunday afternoon: not the day after Monday
    CHECK(same_day("2020-01-22T15:00") == "2020-01-22T17:00");  // the last day before Tết
    CHECK(same_day("2020-01-22T15:30") == "2020-01-30T17:00");
    CHECK(same_day("2020-01-27T09:00") == "2020-01-30T17:00");  // in Tết
    CHECK(same_day("2019-05-04T10:00") == "2019-05-04T17:00");  // on the worked Saturday
    CHECK(same_day("2019-05-03T15:01") == "2019-05-04T17:00");  // into the worked Saturday
    CHECK(same_day("2018-12-28T15:01") == "2019-01-02T17:00");  // over 31/12, off by swap
}

TEST_CASE("from-next-day-15h, Decree 63/2024 art. 7.2: received after 15:00 counts as received on the next working day") {
    CHECK(from_next("2020-06-17T09:10") == "2020-06-22T17:00");
    CHECK(from_next("2020-06-17T14:59") == "2020-06-22T17:00");
    CHECK(from_next("2020-06-17T15:00") == "2020-06-22T17:00");
    CHECK(from_next("2020-06-17T15:00:01") == "2020-06-23T17:00");
    CHECK(from_next("2020-06-17T18:00") == "2020-06-23T17:00");
    CHECK(from_next("2020-06-19T15:30") == "2020-06-25T17:00");  // Friday: as on Monday
    CHECK(from_next("2020-06-20T10:00") == "2020-06-25T17:00");  // Saturday: as on Monday
    CHECK(from_next("2020-01-22T15:30") == "2020-02-04T17:00");  // the eve of the break: as on 30 January
    CHECK(from_next("2019-04-26T15:30") == "2019-05-06T17:00");  // as on 2 May; then 3, 4 (worked) and 6 May
    CHECK(due_of("from-next-day-15h", "2020-06-17T15:30", "5") == "2020-06-25T17:00");
    CHECK(due_of("from-next-day-15h", "2020-06-17T15:30", "0.5") == "2020-06-19T11:30");
}

TEST_CASE("a cut-off may have exactly 15:00 late, and may lie at another minute") {
    CountingRule rule = CountingRule::builtin("same-day-15h");
    rule.cut_off->at_the_minute_is_late = true;
    CHECK(due_on(vn(), rule, "2020-06-17T14:59:59", "0") == "2020-06-17T17:00");
    CHECK(due_on(vn(), rule, "2020-06-17T15:00", "0") == "2020-06-18T17:00");
    rule.cut_off = CutOff{10 * 60 + 30, false};
    CHECK(due_on(vn(), rule, "2020-06-17T10:30", "0") == "2020-06-17T17:00");
    CHECK(due_on(vn(), rule, "2020-06-17T10:30:01", "0") == "2020-06-18T17:00");
    rule.cut_off = CutOff{1440, false};  // nothing is late
    CHECK(due_on(vn(), rule, "2020-06-17T16:59:59", "0") == "2020-06-17T17:00");
    rule.cut_off = CutOff{0, true};  // everything is
    CHECK(due_on(vn(), rule, "2020-06-17T00:00", "0") == "2020-06-18T17:00");
}

TEST_CASE("a cut-off works for other units too") {
    CountingRule days = CountingRule::builtin("calendar-days");
    days.cut_off = CutOff{};
    CHECK(due_on(vn(), days, "2020-06-17T15:00", "2") == "2020-06-19T24:00");
    CHECK(due_on(vn(), days, "2020-06-19T15:30", "2") == "2020-06-24T24:00");  // as on Monday the 22nd
    CountingRule hours = CountingRule::builtin("working-hours");
    hours.cut_off = CutOff{};
    CHECK(due_on(vn(), hours, "2020-06-17T15:00", "1") == "2020-06-17T16:00");
    CHECK(due_on(vn(), hours, "2020-06-17T15:30", "1") == "2020-06-18T08:30");
}

}  // namespace cut_off_test
