// Lunar dates: anchors from elsewhere, every day there and back, refusals, columns.
#include "cchc/lunar.hpp"

#include <map>
#include <string>

#include "unit/calendar/lunar_golden.hpp"

namespace lunar_test {

using namespace cchc;

TEST_CASE("Tết and the Hùng Kings' day of years that are known") {
    CHECK(tet(2026) == day("2026-02-17"));
    CHECK(tet(2027) == day("2027-02-06"));
    CHECK(hung_kings_day(2026) == day("2026-04-26"));
    CHECK(hung_kings_day(2027) == day("2027-04-16"));
}

TEST_CASE("Tết agrees with the built-in calendar vn in every year that it covers") {
    const Calendar vn = Calendar::builtin("vn");
    for (int year = 2015; year <= 2026; ++year) {
        CAPTURE(year);
        const Date first = tet(year);
        CHECK_FALSE(vn.is_working(first));
        bool named = false;
        for (Date d = first; d < first + std::chrono::days{3}; d += std::chrono::days{1}) {
            CHECK_FALSE(vn.is_working(d));
            named = named || vn.day(d).name.vi == "Tết Nguyên đán";
        }
        CHECK(named);
        const DayInfo kings = vn.day(hung_kings_day(year));
        CHECK_FALSE(kings.is_working());
        if (kings.kind != DayKind::weekly_rest) CHECK(kings.name.vi == "Giỗ Tổ Hùng Vương");
    }
}

// The Chinese calendar has 20 February 1985, 18 February 2007 and 3 February 2030 for Tết.
TEST_CASE("the calendar is that of UTC+7, where it differs from UTC+8") {
    CHECK(tet(1968) == day("1968-01-29"));
    CHECK(tet(1985) == day("1985-01-21"));
    CHECK(tet(2007) == day("2007-02-17"));
    CHECK(tet(2030) == day("2030-02-02"));
    CHECK(leap_month(1985) == 2);
    CHECK(leap_month(2033) == 11);
    CHECK_FALSE(leap_month(2026));
}

TEST_CASE("a leap month follows the month of its number") {
    REQUIRE(leap_month(2025) == 6);
    CHECK(to_solar({2025, 6, 1, true}) == to_solar({2025, 6, 1, false}) + std::chrono::days{lunar_month_days(2025, 6)});
    CHECK(to_solar({2025, 7, 1, false}) ==
          to_solar({2025, 6, 1, true}) + std::chrono::days{lunar_month_days(2025, 6, true)});
    CHECK(to_lunar(to_solar({2025, 6, 29, true})) == LunarDate{2025, 6, 29, true});
}

TEST_CASE("every day of the lunar years goes there and back, in order") {
    const std::int32_t from = to_days(tet(first_lunar_year)), to = to_days(day("2200-02-15"));
    std::vector<std::int32_t> days;
    for (std::int32_t d = from; d < to; ++d) days.push_back(d);
    LunarDate before{1899, 12, 30, false};
    std::size_t wrong = 0;
    for (const std::int32_t d : days) {
        const LunarDate lunar = to_lunar(from_days(d));
        const bool next_day = lunar.day == before.day + 1 && lunar.month == before.month && lunar.leap == before.leap;
        const bool next_month = lunar.day == 1 && before.day >= 29;
        if ((!next_day && !next_month) || to_solar(lunar) != from_days(d)) ++wrong;
        before = lunar;
    }
    CHECK(wrong == 0);
    CHECK(before.year == last_lunar_year);
    CHECK(before.month == 12);

    const std::size_t n = days.size();
    std::vector<std::int32_t> year(n), back(n);
    std::vector<std::uint8_t> month(n), dom(n), leap(n);
    CHECK(to_lunar(days, {year, month, dom, leap}) == 0);
    CHECK(to_solar({year, month, dom, leap}, back) == 0);
    CHECK(back == days);
}

TEST_CASE("dates outside the lunar years, and lunar dates that do not exist, are refused with the reason") {
    const auto message = [](const auto& call) { return error_of(call).message(); };
    CHECK(error_of([] { to_lunar(day("1900-01-30")); }).code() == ErrorCode::argument_range);
    CHECK(error_of([] { to_lunar(day("2200-02-15")); }).code() == ErrorCode::argument_range);
    CHECK(to_lunar(day("2200-02-14")).year == 2199);
    CHECK(message([] { to_lunar(day("1900-01-30")); }) ==
          "1900-01-30 lies outside the lunar years 1900 to 2199 (1900-01-31 to 2200-02-14)");
    CHECK(message([] {
              to_solar({2025, 5, 1, true});
          }) == "there is no day 1 of leap month 5 in the lunar year 2025: the leap month of the year is 6");
    CHECK(message([] {
              to_solar({2026, 5, 1, true});
          }) == "there is no day 1 of leap month 5 in the lunar year 2026: the year has no leap month");
    CHECK(message([] {
              to_solar({2026, 2, 30, false});
          }) == "there is no day 30 of month 2 in the lunar year 2026: the month has 29 days");
    CHECK(message([] {
              to_solar({2026, 13, 1, false});
          }) == "there is no day 1 of month 13 in the lunar year 2026: months are 1 to 12");
    CHECK(message([] { to_solar({2026, 1, 0, false}); }).find("there is no day 0 of month 1") == 0);
    CHECK(message([] { tet(1899); }) == "the lunar year 1899 lies outside 1900 to 2199");
    for (const int year : {1899, 2200, -1, 100000}) {
        CHECK(error_of([&] { hung_kings_day(year); }).code() == ErrorCode::argument_range);
        CHECK(error_of([&] { leap_month(year); }).code() == ErrorCode::argument_range);
        CHECK(error_of([&] { is_sensitive_lunar_year(year); }).code() == ErrorCode::argument_range);
        CHECK(error_of([&] { lunar_month_days(year, 1); }).code() == ErrorCode::argument_range);
    }
    CHECK(error_of([] { lunar_month_days(2026, 1, true); }).code() == ErrorCode::argument_range);
}

TEST_CASE("columns: bad rows have their status, lengths must agree") {
    const std::vector<std::int32_t> days = {to_days(day("2026-02-17")), no_day, to_days(day("1899-01-01")), 1 << 30};
    std::vector<std::int32_t> year(4, 7);
    std::vector<std::uint8_t> month(4, 7), dom(4, 7), leap(4, 7);
    std::vector<RowStatus> status(4);
    CHECK(to_lunar(days, {year, month, dom, leap}, status) == 3);
    CHECK(year == std::vector<std::int32_t>{2026, 0, 0, 0});
    CHECK((month[0] == 1 && dom[0] == 1 && leap[0] == 0 && month[1] == 0 && dom[2] == 0 && leap[3] == 0));
    const std::vector<RowStatus> expected = {RowStatus::ok, RowStatus::missing, RowStatus::outside_coverage,
                                             RowStatus::outside_coverage};
    CHECK(status == expected);
    CHECK(error_of([&] {
              to_lunar(days, {std::span(year).first(3), month, dom, leap});
          }).code() == ErrorCode::argument_range);

    year = {2025, 2025, no_day, 2300};
    month = {6, 5, 1, 1};
    dom = {1, 1, 1, 1};
    leap = {1, 1, 0, 0};
    std::vector<std::int32_t> out(4, 7);
    CHECK(to_solar({year, month, dom, leap}, out, status) == 3);
    CHECK(out == std::vector<std::int32_t>{to_days(day("2025-07-25")), no_day, no_day, no_day});
    const std::vector<RowStatus> back = {RowStatus::ok, RowStatus::argument_range, RowStatus::missing,
                                         RowStatus::outside_coverage};
    CHECK(status == back);
    CHECK(to_solar({year, month, dom, {}}, out) == 2);  // without the column no month is a leap month
    CHECK(out[0] == to_days(day("2025-06-25")));
    leap[0] = 2;
    CHECK(to_solar({year, month, dom, leap}, out, status) == 4);
    CHECK(error_of([&] {
              to_solar({year, month, std::span(dom).first(2), leap}, out);
          }).code() == ErrorCode::argument_range);
}

}  // namespace lunar_test
