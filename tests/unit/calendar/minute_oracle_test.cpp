// Working time against the minute oracle: two years, four layouts of office hours.
#include "unit/calendar/minute_oracle.hpp"

#include <array>
#include <map>

namespace minute_oracle_test {

using namespace cchc;

namespace {

using std::chrono::year_month_day;

// Disagreements and the first of them; a check for each of millions would take minutes.
struct Tally {
    std::size_t wrong = 0, compared = 0;
    std::string first;
    void expect(bool right, Instant from, std::int64_t seconds) {
        ++compared;
        if (!right && wrong++ == 0) first = to_string(from) + " " + std::to_string(seconds) + " s";
    }
};

unsigned month_day(year_month_day d) { return static_cast<unsigned>(d.month()) * 100 + static_cast<unsigned>(d.day()); }

// Two sessions a day, Monday to Friday, with a Tết break, a swap, and a Saturday worked in the morning only.
Layout two_sessions() {
    Layout l{"two sessions", office(), {}};
    for (const char* d : {"2019-01-01", "2019-02-04", "2019-02-05", "2019-02-06", "2019-04-30", "2019-05-01", "2020-12-31"})
        l.data.days_off.push_back(off(d));
    l.data.days_off.push_back(off("2019-04-29", DayKind::swap));
    l.data.days_worked.push_back(worked("2019-05-04"));
    l.data.days_worked.back().sessions = {session(7, 30, 11, 30)};
    std::map<year_month_day, int> closed;
    for (const auto& d : l.data.days_off) closed[year_month_day{d.date}] = 1;
    l.hours = [closed](year_month_day d, unsigned weekday) -> std::vector<Session> {
        if (d == year_month_day{day("2019-05-04")}) return {{450, 690}};
        if (weekday > 5 || closed.contains(d)) return {};
        return {{450, 690}, {810, 1020}};
    };
    return l;
}

// One long session on six days.
Layout one_session() {
    Layout l{"one session", office(), {}};
    for (std::size_t d = 0; d < 6; ++d) l.data.week[d] = {session(8, 0, 16, 45)};
    l.hours = [](year_month_day, unsigned weekday) -> std::vector<Session> {
        return weekday == 7 ? std::vector<Session>{} : std::vector<Session>{{480, 1005}};
    };
    return l;
}

// Three sessions, a Saturday morning, summer hours, a winter across the year's end in which only Monday changes.
Layout seasons() {
    Layout l{"seasons", office(), {}};
    for (std::size_t d = 0; d < 5; ++d)
        l.data.week[d] = {session(7, 0, 9, 15), session(9, 30, 11, 30), session(13, 0, 17, 0)};
    l.data.week[5] = {session(7, 30, 11, 30)};
    l.data.seasons = {season(4, 16, 10, 16), season(11, 15, 2, 29)};
    for (std::size_t d = 0; d < 5; ++d) l.data.seasons[0].week[d] = {{session(6, 30, 11, 0), session(14, 0, 17, 30)}};
    l.data.seasons[0].week[5] = std::vector<Session>{};
    l.data.seasons[1].week[0] = {{session(8, 0, 12, 0), session(12, 0, 16, 1)}};  // no break between the two
    l.hours = [](year_month_day d, unsigned weekday) -> std::vector<Session> {
        const unsigned md = month_day(d);
        const bool summer = md >= 416 && md < 1016, winter = md >= 1115 || md < 229;
        if (weekday == 7 || (weekday == 6 && summer)) return {};
        if (weekday == 6) return {{450, 690}};
        if (summer) return {{390, 660}, {840, 1050}};
        if (winter && weekday == 1) return {{480, 961}};
        return {{420, 555}, {570, 690}, {780, 1020}};
    };
    return l;
}

// Day and night, with sessions that touch at midnight and a day that is open throughout.
Layout nights() {
    Layout l{"nights", office(), {}};
    l.data.week = {};
    l.data.week[0] = {session(22, 0, 24, 0)};
    l.data.week[1] = {session(0, 0, 6, 0), session(23, 59, 24, 0)};
    l.data.week[2] = {session(0, 0, 24, 0)};
    l.hours = [](year_month_day, unsigned weekday) -> std::vector<Session> {
        if (weekday == 1) return {{1320, 1440}};
        if (weekday == 2) return {{0, 360}, {1439, 1440}};
        return weekday == 3 ? std::vector<Session>{{0, 1440}} : std::vector<Session>{};
    };
    return l;
}

const std::vector<Layout>& layouts() {
    static const std::vector<Layout> all = {two_sessions(), one_session(), seasons(), nights()};
    return all;
}

// advance() from one second by one amount, both boundaries: the instant, its inverse, and that it lies at the very end.
void check_advance(const Calendar& c, const MinuteOracle& o, std::int64_t from, std::int64_t amount, Tally& tally) {
    const Instant start = o.instant(from);
    const std::int64_t target = o.worked(from) + amount;
    if (target < 0 || target > o.total()) return;
    const Instant first = c.advance(start, amount, Boundary::earliest), last = c.advance(start, amount, Boundary::latest);
    tally.expect(first == (amount == 0 ? start : o.instant(o.earliest(target))), start, amount);
    tally.expect(last == o.instant(o.latest(target)), start, amount);
    tally.expect(c.working_seconds(start, first) == amount && c.working_seconds(start, last) == amount, start, amount);
    const std::chrono::seconds one{1};
    if (amount != 0 && first > o.instant(0)) tally.expect(c.working_seconds(start, first - one) < amount, start, amount);
    if (last < o.instant(o.seconds())) tally.expect(c.working_seconds(start, last + one) > amount, start, amount);
}

constexpr std::array<std::int64_t, 23> amounts = {0,     1,      -1,      59,       60,        61,        -60,      -3599,
                                                  3600,  7200,   -7200,   14400,    -14400,    27000,     28800,    -28800,
                                                  28801, 144000, -144000, 10000000, -10000000, 13 * 3600, 86400 * 7};

}  // namespace

TEST_CASE("oracle: working seconds at every minute of two years") {
    for (const Layout& layout : layouts()) {
        CAPTURE(layout.name);
        const Calendar c(layout.data);
        const MinuteOracle o(layout);
        REQUIRE(o.minutes() == 731 * 1440);
        CHECK(c.working_seconds(o.instant(0), o.instant(o.seconds())) == o.total());
        Tally tally;
        const std::int64_t middle = o.seconds() / 2 + 17;  // a second inside a minute
        for (std::int64_t m = 0; m <= o.minutes(); ++m) {
            const Instant t = o.instant(60 * m);
            tally.expect(c.working_seconds(o.instant(0), t) == o.worked(60 * m), t, 0);
            tally.expect(c.working_seconds(t, o.instant(middle)) == o.worked(middle) - o.worked(60 * m), t, middle);
        }
        CAPTURE(tally.first);
        CHECK(tally.wrong == 0);
        CHECK(tally.compared == 2 * (731 * 1440 + 1));
    }
}

TEST_CASE("oracle: advance at every opening and closing of two years, a minute and a second around it") {
    for (const Layout& layout : layouts()) {
        CAPTURE(layout.name);
        const Calendar c(layout.data);
        const MinuteOracle o(layout);
        REQUIRE(o.edges().size() > 400);
        Tally tally;
        for (const std::int64_t edge : o.edges())
            for (const std::int64_t around : {-60, -1, 0, 1, 60}) {
                const std::int64_t from = 60 * edge + around;
                if (from < 0 || from >= o.seconds()) continue;
                for (const std::int64_t amount : amounts) check_advance(c, o, from, amount, tally);
            }
        CAPTURE(tally.first);
        CHECK(tally.wrong == 0);
        CHECK(tally.compared > 100'000);
    }
}

TEST_CASE("oracle: advance by one hour from every minute of two years") {
    for (const Layout& layout : layouts()) {
        CAPTURE(layout.name);
        const Calendar c(layout.data);
        const MinuteOracle o(layout);
        Tally tally;
        for (std::int64_t m = 0; m < o.minutes(); ++m) {
            const std::int64_t target = o.worked(60 * m) + 3600;
            if (target > o.total()) break;
            const Instant start = o.instant(60 * m);
            tally.expect(c.advance(start, 3600) == o.instant(o.earliest(target)), start, 3600);
        }
        CAPTURE(tally.first);
        CHECK(tally.wrong == 0);
        CHECK(tally.compared > 1'000'000);
    }
}

TEST_CASE("oracle: advance from everywhere in two years, seconds inside minutes too") {
    for (const Layout& layout : layouts()) {
        CAPTURE(layout.name);
        const Calendar c(layout.data);
        const MinuteOracle o(layout);
        Tally tally;
        // 971 is prime to 60 and to 86400, so that every minute of the day and every second of the minute comes up.
        std::size_t i = 0;
        for (std::int64_t from = 0; from < o.seconds(); from += 971, ++i)
            for (std::size_t k = 0; k < 4; ++k) check_advance(c, o, from, amounts[(i + 6 * k) % amounts.size()], tally);
        CAPTURE(tally.first);
        CHECK(tally.wrong == 0);
        CHECK(tally.compared > 500'000);
    }
}

TEST_CASE("oracle: working seconds between many pairs of seconds, in both directions") {
    for (const Layout& layout : layouts()) {
        CAPTURE(layout.name);
        const Calendar c(layout.data);
        const MinuteOracle o(layout);
        Tally tally;
        std::int64_t b = 12345;
        for (std::int64_t a = 1; a <= o.seconds(); a += 1237) {
            b = (b * 48271 + a) % (o.seconds() + 1);
            const std::int64_t expected = o.worked(b) - o.worked(a);
            tally.expect(c.working_seconds(o.instant(a), o.instant(b)) == expected, o.instant(a), expected);
            tally.expect(c.working_seconds(o.instant(b), o.instant(a)) == -expected, o.instant(b), -expected);
        }
        CAPTURE(tally.first);
        CHECK(tally.wrong == 0);
    }
}

TEST_CASE("advance refuses to leave the coverage, at the very second where it would") {
    for (const Layout& layout : layouts()) {
        CAPTURE(layout.name);
        const Calendar c(layout.data);
        const MinuteOracle o(layout);
        for (const std::int64_t from : {std::int64_t{0}, 60 * o.edges()[5] + 30, 60 * o.edges()[400], o.seconds() - 1}) {
            const Instant start = o.instant(from);
            const std::int64_t ahead = o.total() - o.worked(from), behind = o.worked(from);
            CHECK(c.advance(start, ahead, Boundary::latest) == o.instant(o.seconds()));
            CHECK(c.advance(start, -behind, Boundary::earliest) == (behind == 0 ? start : o.instant(0)));
            for (const Boundary b : {Boundary::earliest, Boundary::latest})
                for (const std::int64_t amount : {ahead + 1, -behind - 1, INT64_MAX, INT64_MIN})
                    CHECK(error_of([&] { c.advance(start, amount, b); }).code() == ErrorCode::outside_coverage);
        }
    }
}

TEST_CASE("four hours after 07:30 is 11:30 or 13:30, whichever boundary is asked for") {
    const Calendar c{office()};
    const Instant opening = instant("2020-06-17T07:30");
    CHECK(c.advance(opening, 4 * 3600) == instant("2020-06-17T11:30"));
    CHECK(c.advance(opening, 4 * 3600, Boundary::latest) == instant("2020-06-17T13:30"));
    CHECK(c.advance(opening, 27000) == instant("2020-06-17T17:00"));
    CHECK(c.advance(opening, 27000, Boundary::latest) == instant("2020-06-18T07:30"));
    CHECK(c.advance(instant("2020-06-19T17:00"), -27000) == instant("2020-06-18T17:00"));
    CHECK(c.advance(instant("2020-06-19T17:00"), -27000, Boundary::latest) == instant("2020-06-19T07:30"));
    // Zero stays where it is, or goes on to the next opening.
    CHECK(c.advance(instant("2020-06-20T10:00"), 0) == instant("2020-06-20T10:00"));
    CHECK(c.advance(instant("2020-06-20T10:00"), 0, Boundary::latest) == instant("2020-06-22T07:30"));
}

}  // namespace minute_oracle_test
