// How much working time is left: by hand, against the minutes one by one, and in words.
#include <random>

#include "support.hpp"

namespace time_left_test {

using namespace cchc;

namespace {

std::string words(const char* now, const char* due, Lang lang = Lang::vi) {
    return to_text(time_left(vn(), instant(now), instant(due)), lang);
}

}  // namespace

TEST_CASE("time left, in the words of the systems in use") {
    // Sessions 07:30-11:30 and 13:30-17:00: a day has 7:30 hours.
    CHECK(words("2020-06-15T10:00", "2020-06-17T17:00") == "Còn 2 ngày 5 giờ");
    CHECK(words("2020-06-15T10:00", "2020-06-17T17:00", Lang::en) == "2 days 5 h left");
    CHECK(words("2020-06-17T17:00", "2020-06-15T10:00") == "Quá 2 ngày 5 giờ");
    CHECK(words("2020-06-17T17:00", "2020-06-15T10:00", Lang::en) == "2 days 5 h overdue");
    CHECK(words("2020-06-15T16:30", "2020-06-16T08:00") == "Còn 1 giờ");
    CHECK(words("2020-06-15T16:45", "2020-06-15T17:00") == "Còn 15 phút");
    CHECK(words("2020-06-15T17:00", "2020-06-15T17:00") == "Còn 0 phút");
    CHECK(words("2020-06-12T17:00", "2020-06-13T24:00") == "Còn 0 phút");  // a Saturday has no working time
    CHECK(words("2020-06-15T07:30", "2020-06-16T07:30") == "Còn 1 ngày");
    CHECK(words("2020-06-15T07:30", "2020-06-15T17:00", Lang::en) == "1 day left");
    CHECK(words("2020-01-22T17:00", "2020-01-30T17:00") == "Còn 1 ngày");  // across Tết
}

TEST_CASE("time left: days and seconds are the working time between, with the days at their own length") {
    std::mt19937 random(3);
    const Instant start = instant("2020-01-02T00:00");
    for (int i = 0; i < 3000; ++i) {
        const Instant now = start + std::chrono::minutes{random() % (60 * 24 * 200)};
        const Instant due = now + std::chrono::minutes{random() % (60 * 24 * 30)};
        const WorkingTime left = time_left(vn(), now, due);
        INFO(to_string(now) << " to " << to_string(due));
        CHECK(!left.overdue);
        // All days of this calendar are equally long.
        CHECK(left.days * 27000 + left.seconds == vn().working_seconds(now, due));
        CHECK(left.seconds < 27000);
        const WorkingTime back = time_left(vn(), due, now);
        CHECK(back.overdue == (due != now));
        CHECK(back.days == left.days);
        CHECK(back.seconds == left.seconds);
    }
    CHECK_THROWS_AS(time_left(vn(), instant("2030-01-01T00:00"), start), Error);
}

TEST_CASE("time left takes the office's own day: a short worked Saturday is a day") {
    CalendarData data = vn().data();
    for (CalendarData::DayWorked& day : data.days_worked)
        if (day.date == *make_date(2024, 5, 4)) day.sessions = {{450, 690}};
    const Calendar office(data);
    const WorkingTime left = time_left(office, instant("2024-05-03T17:00"), instant("2024-05-04T11:30"));
    CHECK(left == WorkingTime{1, 0, false});
}

}  // namespace time_left_test
