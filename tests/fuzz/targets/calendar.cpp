// Calendar files, alone and on top of another calendar.
#include "../fuzz.hpp"

namespace {

using namespace cchc_fuzz;
using capi_test::CalendarPtr;

// What a calendar says of a few days, whatever is in it.
void ask(const cchc_calendar* calendar) {
    std::int32_t from = 0, to = 0, projected = 0;
    require(done([&](cchc_error* e) { return cchc_calendar_coverage(calendar, &from, &to, e); }), "no coverage");
    require(from < to, "an empty coverage");
    require(done([&](cchc_error* e) { return cchc_calendar_projected_from(calendar, &projected, e); }), "no projection");
    const std::int32_t days[] = {from, from + (to - from) / 2, to - 1, to, CCHC_NO_DAY};
    std::uint8_t working[5], status[5];
    std::size_t failed = 0;
    require(done([&](cchc_error* e) { return cchc_calendar_is_working(calendar, days, 5, working, status, &failed, e); }),
            "is_working");
    require(failed == 2 && status[0] == CCHC_ROW_OK && status[3] == CCHC_ROW_OUTSIDE_COVERAGE, "the border of the coverage");
    require(bytes([&](auto out, auto e) {
                return cchc_calendar_days_json(calendar, from, std::min(to, from + 40), out, e);
            }).has_value(),
            "days of the coverage");
    const std::int32_t n = 3;
    std::int32_t third = 0;
    std::uint8_t row = 0;
    done([&](cchc_error* e) { return cchc_calendar_add_working_days(calendar, days, &n, 1, &third, &row, nullptr, e); });
    if (row == CCHC_ROW_OK) require(third >= from + 3 && third < to, "the third working day");
}

}  // namespace

CCHC_FUZZ_TARGET(calendar) {
    const auto parts = documents(input, 2);
    const auto calendar = made<CalendarPtr>(
        [&](auto out, auto e) { return cchc_calendar_from_json(parts[0].data(), parts[0].size(), out, e); });
    if (calendar == nullptr) return;
    ask(calendar.get());
    const auto json = bytes([&](auto out, auto e) { return cchc_calendar_to_json(calendar.get(), out, e); });
    require(json.has_value(), "a calendar that cannot be written");
    const auto again =
        made<CalendarPtr>([&](auto out, auto e) { return cchc_calendar_from_json(json->data(), json->size(), out, e); });
    require(again != nullptr, "a calendar that was written cannot be read");
    require(json == bytes([&](auto out, auto e) { return cchc_calendar_to_json(again.get(), out, e); }),
            "it reads as another");
    std::int32_t to = 0;
    cchc_calendar_coverage(calendar.get(), nullptr, &to, nullptr);
    if (to > 14000 && to < 36000) {
        const auto year = 1970 + to / 365;
        const auto longer =
            made<CalendarPtr>([&](auto out, auto e) { return cchc_calendar_with_projection(calendar.get(), year, out, e); });
        if (longer != nullptr) ask(longer.get());
    }
    const auto known =
        made<CalendarPtr>([&](auto out, auto e) { return cchc_calendar_as_known_on(calendar.get(), to - 500, out, e); });
    if (known != nullptr) ask(known.get());
    const auto above = made<CalendarPtr>([&](auto out, auto e) {
        return cchc_calendar_from_json_with_base(parts[1].data(), parts[1].size(), calendar.get(), out, e);
    });
    if (above != nullptr) ask(above.get());
}
