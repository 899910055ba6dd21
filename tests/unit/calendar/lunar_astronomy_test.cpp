// The table of lunar years against the astronomy that it was made from, and both against an independent one.
#include <fmt/format.h>

#include "unit/calendar/lunar_golden.hpp"
#include "unit/calendar/lunar_rule.hpp"

namespace lunar_astronomy_test {

using namespace cchc;

TEST_CASE("every row of the lunar table is what the astronomy gives") {
    const auto computed = lunar_rule::table();
    REQUIRE(computed.size() == 300);
    std::string wrong;
    for (int year = first_lunar_year; year <= last_lunar_year; ++year) {
        const auto bits = computed[static_cast<std::size_t>(year - first_lunar_year)].bits;
        if (bits != lunar::year_of(year).bits) wrong += fmt::format("{}: 0x{:06X}\n", year, bits);
    }
    CAPTURE(wrong);
    REQUIRE(wrong.empty());
}

// PyEphem's new moons and solar longitudes, by a rule written in another way. They cover every year, and agree in every
// year. Other sources, compared when the table was made: JPL's DE421 (1900-2050), for each event within 150 seconds of
// midnight, has every month begin on the same day and hold the same term that decides. The package lunar-vn 1.4.0
// (1900-2100) has three months begin a day later, whose new moons lie 28, 92 and 26 seconds before midnight, which its
// shorter formulae cannot tell (20 June 1944, 9 December 2072, 15 November 2077). The package holidays 0.109 has the same
// Tết in 1945 to 2099.
TEST_CASE("every lunar year agrees with the independent astronomy") {
    const auto golden = golden_years();
    REQUIRE(golden.size() == 300);
    for (const GoldenYear& row : golden) {
        CAPTURE(row.year);
        REQUIRE(tet(row.year) == row.tet);
        REQUIRE(leap_month(row.year).value_or(0) == row.leap_month);
        REQUIRE(hung_kings_day(row.year) == row.hung_kings);
        const lunar::Year year = lunar::year_of(row.year);
        REQUIRE(row.months.size() == static_cast<std::size_t>(year.months()));
        for (int i = 0; i < year.months(); ++i) REQUIRE(row.months[static_cast<std::size_t>(i)] == year.days_of(i));
    }
}

TEST_CASE("the sensitive years are those that the header lists") {
    const std::vector<int> listed = {1938, 1944, 1967, 1998, 2054, 2072, 2077, 2079, 2085,
                                     2130, 2150, 2153, 2159, 2174, 2175, 2188, 2198, 2199};
    std::vector<int> found;
    for (int year = first_lunar_year; year <= last_lunar_year; ++year)
        if (is_sensitive_lunar_year(year)) found.push_back(year);
    CHECK(found == listed);
}

TEST_CASE("one major term close to midnight lies beside a new moon; the leap month hangs on it") {
    const auto moons = lunar_rule::new_moons();
    std::vector<std::string> beside;
    int close = 0;
    for (const auto& term : lunar_rule::major_terms()) {
        if (std::abs(term.seconds) >= lunar_rule::close_seconds) continue;
        ++close;
        for (const auto& moon : moons)
            if (moon.day == term.day + 1 && term.seconds < 0) beside.push_back(to_string(from_days(term.day)));
    }
    CHECK(close == 11);
    CHECK(beside == std::vector<std::string>{"1938-09-23"});
    CHECK(leap_month(1938) == 8);
}

}  // namespace lunar_astronomy_test
