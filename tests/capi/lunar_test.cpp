// Calendars made from calendars, projected holidays and the lunar calendar at the C border.
#include <array>
#include <vector>

#include "support.hpp"
#include "test.hpp"

namespace lunar_test {

using namespace capi_test;

namespace {

constexpr const char* unit_file =
    R"({"format":"cchc.calendar/1","id":"unit","version":"1","extends":"vn","not_followed":["2026-01-02"]})";

std::uint8_t works(const cchc_calendar* calendar, std::int32_t date) {
    std::uint8_t working = 9;
    cchc_calendar_is_working(calendar, &date, 1, &working, nullptr, nullptr, nullptr);
    return working;
}

}  // namespace

TEST_CASE("a projection continues the calendar, and can be asked about") {
    const auto calendar = vn();
    cchc_calendar* out = nullptr;
    cchc_error error = fresh_error();
    REQUIRE(cchc_calendar_with_projection(calendar.get(), 2030, &out, &error) == CCHC_OK);
    const CalendarPtr projected(out);
    std::int32_t from = 0;
    REQUIRE(cchc_calendar_projected_from(out, &from, nullptr) == CCHC_OK);
    REQUIRE(from == day(2027, 1, 1));
    REQUIRE(works(out, day(2027, 2, 8)) == 0);
    REQUIRE(cchc_calendar_projected_from(calendar.get(), &from, nullptr) == CCHC_OK);
    REQUIRE(from == CCHC_NO_DAY);
    cchc_bytes* text = nullptr;
    const auto days = rule("working-days");
    REQUIRE(cchc_due_explain(out, days.get(), instant(2027, 2, 3, 9), 3000, CCHC_LANG_VI, &text, nullptr) == CCHC_OK);
    const std::string explanation = take(text);
    REQUIRE(contains(explanation, "2026.1+projected-2030"));
    REQUIRE(contains(explanation, "Dự kiến: từ 01/01/2027"));
    REQUIRE(contains(explanation, "chưa quyết định: Tết Nguyên đán: 04/02/2027, 05/02/2027; hoặc"));

    REQUIRE(cchc_calendar_with_projection(projected.get(), 2031, &out, &error) == CCHC_E_ARG_RANGE);
    REQUIRE(out == nullptr);
    REQUIRE(cchc_calendar_with_projection(calendar.get(), 2026, &out, &error) == CCHC_E_ARG_RANGE);
    REQUIRE(cchc_calendar_with_projection(nullptr, 2030, &out, &error) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_calendar_projected_from(calendar.get(), nullptr, &error) == CCHC_E_ARG_NULL);
}

TEST_CASE("a calendar as it was known, and one that extends it") {
    const auto calendar = vn();
    cchc_calendar* out = nullptr;
    cchc_error error = fresh_error();
    REQUIRE(cchc_calendar_as_known_on(calendar.get(), day(2024, 4, 11), &out, &error) == CCHC_OK);
    const CalendarPtr known(out);
    REQUIRE(works(out, day(2024, 4, 29)) == 1);
    REQUIRE(works(calendar.get(), day(2024, 4, 29)) == 0);
    for (const std::int32_t bad : {CCHC_NO_DAY, INT32_MAX})
        REQUIRE(cchc_calendar_as_known_on(calendar.get(), bad, &out, &error) == CCHC_E_ARG_RANGE);

    REQUIRE(cchc_calendar_from_json_with_base(unit_file, nul, calendar.get(), &out, &error) == CCHC_OK);
    const CalendarPtr unit(out);
    REQUIRE(works(out, day(2026, 1, 2)) == 1);
    REQUIRE(cchc_calendar_from_json_with_base(unit_file, nul, unit.get(), &out, &error) == CCHC_E_JSON_SCHEMA);
    REQUIRE(contains(error.message, "/extends"));
    REQUIRE(cchc_calendar_from_json_with_base(unit_file, nul, nullptr, &out, &error) == CCHC_E_ARG_NULL);
}

TEST_CASE("projected holidays are JSON") {
    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    REQUIRE(cchc_projected_holidays_json(2027, &out, &error) == CCHC_OK);
    REQUIRE(contains(take(out), R"("year": 2027)"));
    REQUIRE(cchc_projected_holidays_json(2200, &out, &error) == CCHC_E_ARG_RANGE);
    REQUIRE(out == nullptr);
}

TEST_CASE("lunar columns go there and back; bad rows have their status") {
    std::vector<std::int32_t> days{day(2026, 2, 17), day(2025, 7, 25), CCHC_NO_DAY, day(1899, 1, 1)};
    std::vector<std::int32_t> year(4), back(4);
    std::vector<std::uint8_t> month(4), dom(4), leap(4), status(4);
    std::size_t failed = 0;
    REQUIRE(cchc_lunar_from_days(days.data(), 4, year.data(), month.data(), dom.data(), leap.data(), status.data(), &failed,
                                 nullptr) == CCHC_OK);
    REQUIRE(year == std::vector<std::int32_t>{2026, 2025, 0, 0});
    REQUIRE(leap == std::vector<std::uint8_t>{0, 1, 0, 0});
    REQUIRE(status == std::vector<std::uint8_t>{CCHC_ROW_OK, CCHC_ROW_OK, CCHC_ROW_MISSING, CCHC_ROW_OUTSIDE_COVERAGE});
    REQUIRE(failed == 2);
    REQUIRE(cchc_lunar_to_days(year.data(), month.data(), dom.data(), leap.data(), 4, year.data(), status.data(), &failed,
                               nullptr) == CCHC_OK);
    REQUIRE(year == std::vector<std::int32_t>{days[0], days[1], CCHC_NO_DAY, CCHC_NO_DAY});
    REQUIRE(cchc_lunar_from_days(days.data(), 4, days.data(), month.data(), dom.data(), leap.data(), nullptr, nullptr,
                                 nullptr) == CCHC_OK);
    REQUIRE(days[0] == 2026);
    REQUIRE(cchc_lunar_to_days(days.data(), month.data(), dom.data(), nullptr, 2, back.data(), nullptr, nullptr, nullptr) ==
            CCHC_OK);
    REQUIRE(back[1] == day(2025, 6, 25));
    REQUIRE(cchc_lunar_from_days(nullptr, 0, nullptr, nullptr, nullptr, nullptr, nullptr, &failed, nullptr) == CCHC_OK);
    REQUIRE(cchc_lunar_from_days(nullptr, 1, year.data(), month.data(), dom.data(), leap.data(), nullptr, nullptr,
                                 nullptr) == CCHC_E_ARG_NULL);
    REQUIRE(cchc_lunar_to_days(year.data(), nullptr, dom.data(), nullptr, 1, back.data(), nullptr, nullptr, nullptr) ==
            CCHC_E_ARG_NULL);
}

TEST_CASE("events of lunar years") {
    std::array<std::int32_t, 2> tet{}, kings{};
    std::array<std::uint8_t, 2> leap{}, sensitive{};
    REQUIRE(cchc_lunar_years(2025, 2, tet.data(), kings.data(), leap.data(), sensitive.data(), nullptr) == CCHC_OK);
    REQUIRE(tet[1] == day(2026, 2, 17));
    REQUIRE(kings[1] == day(2026, 4, 26));
    REQUIRE(leap == std::array<std::uint8_t, 2>{6, 0});
    REQUIRE(sensitive == std::array<std::uint8_t, 2>{0, 0});
    REQUIRE(cchc_lunar_years(1967, 1, nullptr, nullptr, nullptr, sensitive.data(), nullptr) == CCHC_OK);
    REQUIRE(sensitive[0] == 1);
    tet[0] = 7;
    for (const std::int32_t first : {1899, 2200, 2199})
        REQUIRE(cchc_lunar_years(first, 2, tet.data(), nullptr, nullptr, nullptr, nullptr) == CCHC_E_ARG_RANGE);
    REQUIRE(tet[0] == 7);
}

}  // namespace lunar_test
