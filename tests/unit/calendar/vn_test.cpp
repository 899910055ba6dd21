// The built-in calendar vn against the table of domain/deadlines.md §2.3.
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "unit/calendar/vn_table.hpp"

namespace vn_test {

using namespace cchc;

namespace {

constexpr std::chrono::days one{1};

const Calendar& vn() {
    static const Calendar calendar = Calendar::builtin("vn");
    return calendar;
}

// What the calendar says of every covered date, checked by `holds(info)`; the first date that fails is shown.
template <class Holds>
void check_every_day(Holds holds) {
    std::size_t wrong = 0;
    std::string first;
    for (Date d = vn().from(); d < vn().to(); d += one) {
        if (holds(vn().day(d))) continue;
        if (wrong++ == 0) first = to_string(d);
    }
    CAPTURE(first);
    CHECK(wrong == 0);
}

}  // namespace

TEST_CASE("vn covers 2015 to 2026") {
    CHECK(vn().id() == "vn");
    CHECK(vn().version() == "2026.1");
    CHECK(vn().from() == day("2015-01-01"));
    CHECK(vn().to() == day("2027-01-01"));
    CHECK(vn().title().vi.find("2015-2026") != std::string::npos);
    CHECK(vn().title().en.find("2015-2026") != std::string::npos);
}

TEST_CASE("vn has exactly the days off and the worked Saturdays of the table, of the same kind") {
    const PlainCalendar plain = plain_vn();
    CHECK(plain.off.size() == 136);
    CHECK(plain.worked.size() == 8);
    check_every_day([&](const DayInfo& info) {
        if (plain.worked.contains(info.date)) return info.kind == DayKind::worked;
        if (const auto it = plain.off.find(info.date); it != plain.off.end()) return info.kind == it->second;
        return info.kind == (plain.works(info.date) ? DayKind::working : DayKind::weekly_rest);
    });
    check_every_day([&](const DayInfo& info) {
        const bool works = plain.works(info.date);
        return info.is_working() == works && vn().is_working(info.date) == works && info.sessions.empty() == !works;
    });
}

TEST_CASE("vn has the yearly counts of working days of the table") {
    const std::map<int, int> counts = {{2015, 250}, {2016, 251}, {2017, 250}, {2018, 250}, {2019, 252}, {2020, 252},
                                       {2021, 250}, {2022, 249}, {2023, 249}, {2024, 251}, {2025, 250}, {2026, 249}};
    for (const auto& [year, count] : counts) {
        CAPTURE(year);
        CHECK(vn().count_working_days(*make_date(year, 1, 1), *make_date(year + 1, 1, 1)) == count);
    }
    CHECK(vn().count_working_days(vn().from(), vn().to()) == 3003);
}

TEST_CASE("every day that vn fixes has a name in both languages, a source and an evidence; no other day has any") {
    check_every_day([](const DayInfo& info) {
        if (info.kind == DayKind::working || info.kind == DayKind::weekly_rest)
            return info.name == LocalText{} && info.source.empty() && info.evidence == Evidence::unstated;
        return !info.name.vi.empty() && !info.name.en.empty() && !info.source.empty() && info.evidence != Evidence::unstated;
    });
}

TEST_CASE("vn marks what was not read in the decision itself") {
    CHECK(vn().day(day("2026-11-24")).evidence == Evidence::secondary);  // Vietnam Culture Day: press only
    CHECK(vn().day(day("2015-02-23")).evidence == Evidence::derived);
    CHECK(vn().day(day("2024-04-29")).evidence == Evidence::found);
    CHECK(vn().day(day("2024-04-29")).source.find("2450/VPCP-KGVX") != std::string::npos);
}

TEST_CASE("each worked Saturday of vn stands for a weekday off by swap, and each swap has its Saturday") {
    // domain/deadlines.md §2.2 and the three later ones that it names.
    const std::map<std::string, std::string> swaps = {{"2015-02-14", "2015-02-16"}, {"2015-04-25", "2015-04-29"},
                                                      {"2019-01-05", "2018-12-31"}, {"2019-05-04", "2019-04-29"},
                                                      {"2024-05-04", "2024-04-29"}, {"2025-04-26", "2025-05-02"},
                                                      {"2026-01-10", "2026-01-02"}, {"2026-08-22", "2026-08-31"}};
    std::size_t swapped = 0;
    for (const auto& [saturday, weekday] : swaps) {
        CAPTURE(saturday, weekday);
        const DayInfo info = vn().day(day(saturday));
        CHECK(info.kind == DayKind::worked);
        CHECK(info.instead_of == day(weekday));
        CHECK(info.sessions == vn().day(day("2020-06-17")).sessions);
        CHECK(std::chrono::weekday{day(saturday)} == std::chrono::Saturday);
        CHECK(vn().day(day(weekday)).kind == DayKind::swap);
        CHECK_FALSE(vn().day(day(weekday)).instead_of);
    }
    for (Date d = vn().from(); d < vn().to(); d += one) swapped += vn().day(d).kind == DayKind::swap;
    // 2015-01-02 was worked on 2014-12-27, before the coverage begins.
    CHECK(swapped == swaps.size() + 1);
    CHECK(vn().day(day("2015-01-02")).kind == DayKind::swap);
}

TEST_CASE("a swap across the year's end moves a working day into the next year") {
    CHECK_FALSE(vn().is_working(day("2018-12-31")));
    CHECK(vn().is_working(day("2019-01-05")));
    CHECK(vn().add_working_days(day("2018-12-28"), 1) == day("2019-01-02"));
    CHECK(vn().add_working_days(day("2018-12-28"), 4) == day("2019-01-05"));
    CHECK(vn().add_working_days(day("2019-01-07"), -1) == day("2019-01-05"));
}

TEST_CASE("the sessions of vn are the stated default on every working day") {
    check_every_day([](const DayInfo& info) {
        return !info.is_working() || info.sessions == std::vector{session(7, 30, 11, 30), session(13, 30, 17, 0)};
    });
    CHECK(vn().working_seconds(day("2020-06-17")) == 7 * 3600 + 1800);
    CHECK(vn().working_seconds(day("2020-06-20")) == 0);
}

TEST_CASE("vn is the file that ships") {
    std::ifstream in(std::string(CCHC_SOURCE_DIR) + "/src/data/calendars/vn.json", std::ios::binary);
    const std::string file{std::istreambuf_iterator<char>(in), {}};
    REQUIRE(file.size() > 10'000);
    CHECK(Calendar::from_json(file).to_json() == vn().to_json());
}

TEST_CASE("no other calendar is built in") {
    const Error e = error_of([] { Calendar::builtin("us"); });
    CHECK(e.code() == ErrorCode::unknown_name);
    CHECK(e.message().find("vn") != std::string::npos);
    CHECK(error_of([] { Calendar::builtin(""); }).code() == ErrorCode::unknown_name);
    CHECK(error_of([] { Calendar::builtin("../calendars/vn"); }).code() == ErrorCode::unknown_name);
}

}  // namespace vn_test
