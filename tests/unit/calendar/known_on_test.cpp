// The calendar as it was known on a date.
#include <string>

#include "unit/calendar/support.hpp"

namespace known_on_test {

using namespace cchc;

namespace {

const Calendar& vn() {
    static const Calendar calendar = Calendar::builtin("vn");
    return calendar;
}

}  // namespace

TEST_CASE("a swap is not known before it was published; a due date can be computed as it stood") {
    const Calendar before = vn().as_known_on(day("2024-04-11"));
    const Calendar after = vn().as_known_on(day("2024-04-12"));
    CHECK(before.version() == "2026.1+known-2024-04-11");
    CHECK(before.is_working(day("2024-04-29")));
    CHECK_FALSE(before.is_working(day("2024-05-04")));
    CHECK_FALSE(after.is_working(day("2024-04-29")));
    CHECK(after.day(day("2024-05-04")).published == day("2024-04-12"));
    CHECK(before.add_working_days(day("2024-04-26"), 1) == day("2024-04-29"));
    CHECK(after.add_working_days(day("2024-04-26"), 1) == day("2024-05-02"));
}

TEST_CASE("a year whose holidays were published later is not covered: it was not decided") {
    CHECK(vn().as_known_on(day("2024-11-25")).to() == day("2025-01-01"));
    CHECK(vn().as_known_on(day("2024-11-26")).to() == day("2026-01-01"));
    CHECK(vn().as_known_on(day("2025-10-15")).to() == day("2026-01-01"));
    const Calendar known = vn().as_known_on(day("2025-10-16"));
    CHECK(known.to() == day("2027-01-01"));
    CHECK(known.is_working(day("2026-01-02")));  // the swap of 25 December 2025 was not known
    CHECK_FALSE(vn().as_known_on(day("2025-12-25")).is_working(day("2026-01-02")));
    CHECK(error_of([] { vn().as_known_on(day("2024-11-25")).day(day("2025-01-28")); }).code() ==
          ErrorCode::outside_coverage);
}

TEST_CASE("what was not decided can be projected as it stood") {
    const Calendar then = with_projection(vn().as_known_on(day("2025-06-01")), 2026);
    CHECK(then.version() == "2026.1+known-2025-06-01+projected-2026");
    CHECK(then.projected_from() == day("2026-01-01"));
    CHECK_FALSE(then.is_working(day("2026-02-17")));
}

TEST_CASE("days without a date of publication are always known; nothing is left when all was published later") {
    CHECK(vn().as_known_on(day("1990-01-01")).to() == day("2023-01-01"));
    CalendarData data = office();
    data.days_off = {off("2019-04-30")};
    data.days_off[0].published = day("2018-12-01");
    const Calendar calendar(data);
    CHECK(calendar.as_known_on(day("2018-12-01")).data().days_off.size() == 1);
    const Error e = error_of([&] { calendar.as_known_on(day("2018-11-30")); });
    CHECK(e.code() == ErrorCode::outside_coverage);
    CHECK(e.message() == "on 2018-11-30 no year of the calendar office 1 was decided yet");
}

TEST_CASE("a calendar loses its projection with the year before it, and what is open with its dates") {
    Calendar projected = with_projection(vn(), 2028);
    CHECK(projected.as_known_on(day("2025-01-01")).projected_from() == std::nullopt);
    CHECK(projected.as_known_on(day("2026-01-01")).projected_from() == vn().to());
}

}  // namespace known_on_test
