// Seasons: their exclusive end, the turn of the year, 29 February, and what they leave out.
#include "unit/calendar/support.hpp"

namespace seasons_test {

using namespace cchc;

namespace {

const std::vector<Session> usual = {session(7, 30, 11, 30), session(13, 30, 17, 0)};
const std::vector<Session> other = {session(8, 0, 12, 0)};

// The office, with `other` hours from Monday to Friday in one season.
Calendar with(CalendarData::Season s) {
    CalendarData data = office();
    for (std::size_t d = 0; d < 5; ++d) s.week[d] = other;
    data.seasons = {s};
    return Calendar(data);
}

bool changed(const Calendar& c, std::string_view date) {
    const auto sessions = c.day(day(date)).sessions;
    CHECK((sessions == usual || sessions == other));
    return sessions == other;
}

}  // namespace

TEST_CASE("a season ends before its `to`") {
    const Calendar c = with(season(4, 16, 10, 16));  // Nghệ An: 16 April to 15 October
    CHECK_FALSE(changed(c, "2019-04-15"));
    CHECK(changed(c, "2019-04-16"));
    CHECK(changed(c, "2019-10-15"));
    CHECK_FALSE(changed(c, "2019-10-16"));
    CHECK(changed(c, "2020-07-01"));
    CHECK(c.day(day("2019-06-15")).kind == DayKind::weekly_rest);
}

TEST_CASE("a season may wrap the year") {
    const Calendar c = with(season(11, 1, 2, 1));
    CHECK(changed(c, "2019-01-01"));
    CHECK(changed(c, "2019-01-31"));
    CHECK_FALSE(changed(c, "2019-02-01"));
    CHECK_FALSE(changed(c, "2019-10-31"));
    CHECK(changed(c, "2019-11-01"));
    CHECK(changed(c, "2019-12-31"));
    CHECK(changed(c, "2020-01-01"));
    CHECK(changed(c, "2020-12-31"));
}

TEST_CASE("a season to 1 January ends with the year") {
    const Calendar c = with(season(12, 1, 1, 1));
    CHECK(changed(c, "2019-12-31"));
    CHECK_FALSE(changed(c, "2020-01-01"));
}

TEST_CASE("29 February begins or ends a season in leap years, and 1 March or 28 February does in others") {
    const Calendar from = with(season(2, 29, 6, 1));
    CHECK_FALSE(changed(from, "2019-02-28"));
    CHECK(changed(from, "2019-03-01"));
    CHECK_FALSE(changed(from, "2020-02-28"));
    const Calendar to = with(season(1, 1, 2, 29));
    CHECK(changed(to, "2019-02-28"));
    CHECK_FALSE(changed(to, "2019-03-01"));
    CHECK(changed(to, "2020-02-28"));
    // 2020-02-29 is a Saturday: open it to see.
    CalendarData data = office();
    data.week[5] = usual;
    data.seasons = {season(2, 29, 3, 1)};
    data.seasons[0].week[5] = other;
    const Calendar leap(data);
    CHECK(changed(leap, "2020-02-29"));
    CHECK_FALSE(changed(leap, "2020-02-22"));
    CHECK_FALSE(changed(leap, "2020-03-07"));
    CHECK_FALSE(changed(leap, "2019-03-02"));
}

TEST_CASE("29 February 2020 is a day like others, and there is none in 2019") {
    CalendarData data = office();
    data.week[5] = usual;
    data.days_off = {off("2020-02-29", DayKind::closure)};
    const Calendar c(data);
    CHECK(c.day(day("2020-02-29")).kind == DayKind::closure);
    CHECK(c.add_working_days(day("2020-02-28"), 1) == day("2020-03-02"));
    CHECK(c.add_working_days(day("2019-02-28"), 1) == day("2019-03-01"));
    CHECK(c.count_working_days(day("2020-02-28"), day("2020-03-01")) == 1);
}

TEST_CASE("a weekday that a season leaves out keeps its hours; one that it empties rests") {
    CalendarData data = office();
    data.week[5] = other;
    data.seasons = {season(4, 16, 10, 16)};
    data.seasons[0].week[5] = std::vector<Session>{};
    data.seasons[0].week[6] = other;
    const Calendar c(data);
    CHECK(c.day(day("2020-06-17")).sessions == usual);
    CHECK(c.day(day("2020-06-20")).kind == DayKind::weekly_rest);
    CHECK(c.day(day("2020-03-07")).kind == DayKind::working);
    CHECK(c.day(day("2020-06-21")).kind == DayKind::working);
    CHECK(c.add_working_days(day("2020-06-19"), 1) == day("2020-06-21"));
}

TEST_CASE("twelve seasons next to each other") {
    CalendarData data = office();
    for (unsigned m = 1; m <= 12; ++m) {
        data.seasons.push_back(season(m, 1, m % 12 + 1, 1));
        for (std::size_t d = 0; d < 5; ++d) data.seasons.back().week[d] = {{session(8, static_cast<int>(m), 12, 0)}};
    }
    const Calendar c(data);
    for (unsigned m = 1; m <= 12; ++m) {
        Date d = *make_date(2020, static_cast<int>(m), 28);
        while (!c.is_working(d)) d += std::chrono::days{-1};
        CHECK(c.working_seconds(d) == 4 * 3600 - 60 * static_cast<int>(m));
    }
}

TEST_CASE("a worked day has its own hours, or those of the weekday replaced, or Monday's, in its own season") {
    CalendarData data = office();
    data.week[2] = {session(9, 0, 10, 0)};  // Wednesday
    data.seasons = {season(6, 1, 7, 1)};
    data.seasons[0].week[0] = other;
    data.days_off = {off("2020-05-27", DayKind::swap)};
    data.days_worked = {worked("2020-05-23"), worked("2020-05-30"), worked("2020-06-06"), worked("2020-06-07"),
                        worked("2020-06-13")};
    data.days_worked[1].instead_of = day("2020-05-27");
    data.days_worked[2].instead_of = day("2020-05-25");
    data.days_worked[3].sessions = {session(10, 0, 11, 0)};
    const Calendar c(data);
    CHECK(c.day(day("2020-05-23")).sessions == usual);
    CHECK(c.day(day("2020-05-30")).sessions == std::vector{session(9, 0, 10, 0)});
    CHECK(c.day(day("2020-06-06")).sessions == other);  // a Monday of May, worked in June
    CHECK(c.day(day("2020-06-07")).sessions == std::vector{session(10, 0, 11, 0)});
    CHECK(c.day(day("2020-06-13")).sessions == other);
    CHECK(c.working_seconds(day("2020-06-07")) == 3600);
}

}  // namespace seasons_test
