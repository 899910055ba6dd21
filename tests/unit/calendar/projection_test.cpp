// Projected holidays: against every decision that was taken, year by year; then what a projected calendar says of itself.
#include <algorithm>
#include <set>
#include <string>

#include "cchc/lunar.hpp"
#include "unit/calendar/support.hpp"

namespace projection_test {

using namespace cchc;

namespace {

const Calendar& vn() {
    static const Calendar calendar = Calendar::builtin("vn");
    return calendar;
}

bool is_weekend(Date date) { return std::chrono::weekday{date}.iso_encoding() > 5; }

std::set<Date> weekdays(const std::vector<CalendarData::DayOff>& days) {
    std::set<Date> out;
    for (const auto& day : days)
        if (!is_weekend(day.date)) out.insert(day.date);
    return out;
}

// The weekdays off of a year, without swaps, that were decided.
std::set<Date> decided(int year) {
    std::set<Date> out;
    for (const auto& day : vn().data().days_off)
        if (day.kind != DayKind::swap && day.date >= *make_date(year, 1, 1) && day.date < *make_date(year + 1, 1, 1))
            out.insert(day.date);
    return out;
}

// Whether the days decided are the certain ones and exactly one choice of each open item from `at` on.
bool explains(const ProjectedYear& year, std::set<Date> days, const std::set<Date>& wanted, std::size_t at = 0) {
    if (at == year.open.size()) return days == wanted;
    return std::any_of(year.open[at].choices.begin(), year.open[at].choices.end(), [&](const auto& choice) {
        std::set<Date> more = days;
        more.insert(choice.begin(), choice.end());
        return explains(year, std::move(more), wanted, at + 1);
    });
}

std::vector<std::string> texts(const std::vector<std::vector<Date>>& choices) {
    std::vector<std::string> out;
    for (const auto& choice : choices) {
        out.emplace_back();
        for (const Date d : choice) out.back() += (out.back().empty() ? "" : " ") + to_string(d);
    }
    return out;
}

}  // namespace

TEST_CASE("every decision of 2015 to 2026 is the projection with one choice of what it left open") {
    for (int year = 2015; year <= 2026; ++year) {
        CAPTURE(year);
        const ProjectedYear projected = projected_holidays(year);
        CHECK(explains(projected, weekdays(projected.days), decided(year)));
        for (const auto& day : projected.days) CHECK(day.evidence == Evidence::projected);
        for (const auto& open : projected.open) CHECK(open.choices.size() > 1);
    }
}

TEST_CASE("what is certain in 2027, and what is open") {
    const ProjectedYear year = projected_holidays(2027);
    std::vector<std::string> days;
    for (const auto& day : year.days) days.push_back(to_string(day.date) + " " + std::string(to_string(day.kind)));
    const std::vector<std::string> expected = {
        "2027-01-01 holiday",      "2027-02-06 holiday",      "2027-02-07 holiday", "2027-02-08 holiday",
        "2027-02-09 compensatory", "2027-02-10 compensatory", "2027-04-16 holiday", "2027-04-30 holiday",
        "2027-05-01 holiday",      "2027-05-03 compensatory", "2027-09-02 holiday", "2027-11-24 holiday"};
    CHECK(days == expected);
    REQUIRE(year.open.size() == 2);
    CHECK(year.open[0].name.vi == "Tết Nguyên đán");
    CHECK(texts(year.open[0].choices) ==
          std::vector<std::string>{"2027-02-04 2027-02-05", "2027-02-05 2027-02-11", "2027-02-11 2027-02-12"});
    CHECK(year.open[1].name.en == "National Day, second day");
    CHECK(texts(year.open[1].choices) == std::vector<std::string>{"2027-09-01", "2027-09-03"});
}

TEST_CASE("a second National Day that falls on a rest day moves; one National Day to 2020, two from 2021") {
    CHECK(texts(projected_holidays(2028).open.back().choices) == std::vector<std::string>{"2028-09-01", "2028-09-05"});
    const ProjectedYear y2024 = projected_holidays(2024);  // Monday 2 September: Sunday's day in lieu, or Tuesday itself
    CHECK(weekdays(y2024.days).contains(day("2024-09-03")));
    const ProjectedYear y2020 = projected_holidays(2020);
    for (const auto& open : y2020.open) CHECK(open.name.vi.find("Quốc khánh") == std::string::npos);
}

TEST_CASE("Culture Day is projected from 2026; whether it has a day in lieu is open") {
    const auto has_day = [](int year) { return weekdays(projected_holidays(year).days).contains(*make_date(year, 11, 24)); };
    CHECK_FALSE(has_day(2025));
    CHECK(has_day(2026));
    const CalendarData::OpenDays open = projected_holidays(2029).open.back();  // a Saturday
    CHECK(texts(open.choices) == std::vector<std::string>{"", "2029-11-26"});
    CHECK(open.source.find("28/2026/QH16") != std::string::npos);
}

TEST_CASE("every year can be projected, and no other") {
    for (int year = first_projected_year; year <= last_projected_year; ++year) {
        CAPTURE(year);
        const ProjectedYear projected = projected_holidays(year);
        CHECK(std::is_sorted(projected.days.begin(), projected.days.end(),
                             [](const auto& a, const auto& b) { return a.date < b.date; }));
        CHECK(projected.days.size() >= 8);
        for (int d = 0; d < 3; ++d) {
            const Date date = tet(year) + std::chrono::days{d};
            CHECK(std::any_of(projected.days.begin(), projected.days.end(), [&](const auto& x) { return x.date == date; }));
        }
    }
    CHECK(error_of([] { projected_holidays(2014); }).code() == ErrorCode::argument_range);
    CHECK(error_of([] { projected_holidays(2200); }).code() == ErrorCode::argument_range);
}

TEST_CASE("a projected calendar says so in version, flag and every day; the decided part stays") {
    const Calendar projected = with_projection(vn(), 2030);
    CHECK(projected.id() == "vn");
    CHECK(projected.version() == "2026.1+projected-2030");
    CHECK(projected.from() == vn().from());
    CHECK(projected.to() == day("2031-01-01"));
    CHECK(projected.projected_from() == vn().to());
    CHECK_FALSE(vn().projected_from());
    for (Date d = vn().from(); d < vn().to(); d += std::chrono::days{1}) {
        REQUIRE(projected.day(d).kind == vn().day(d).kind);
        REQUIRE(projected.day(d).evidence != Evidence::projected);
    }
    for (Date d = vn().to(); d < projected.to(); d += std::chrono::days{1})
        REQUIRE(projected.day(d).evidence == Evidence::projected);
    CHECK(projected.day(day("2027-02-08")).kind == DayKind::holiday);
    CHECK(projected.day(day("2027-02-05")).is_working());
    CHECK(projected.day(day("2027-02-05")).may_be_off.vi == "Tết Nguyên đán");
    CHECK(projected.day(day("2027-02-15")).may_be_off == LocalText{});
    CHECK(projected.count_working_days(day("2027-01-01"), day("2028-01-01")) == 261 - 9);  // nine of the days are weekdays

    CHECK(error_of([&] { with_projection(projected, 2031); }).message().find("projected already") != std::string::npos);
    CHECK(error_of([] { with_projection(vn(), 2026); }).message().find("from 2027 to 2199, not of 2026") !=
          std::string::npos);
    CHECK(error_of([] { with_projection(vn(), 2200); }).code() == ErrorCode::argument_range);
}

TEST_CASE("an office that works on Saturdays has no day in lieu of a Saturday") {
    CalendarData data = office();
    data.week[5] = data.week[0];
    const Calendar projected = with_projection(Calendar(data), 2022);
    CHECK(projected.is_working(day("2022-01-03")));  // 1 January 2022 is a Saturday
    CHECK_FALSE(projected.is_working(day("2022-01-01")));
    CHECK_FALSE(with_projection(Calendar(office()), 2022).is_working(day("2022-01-03")));
}

TEST_CASE("a calendar that ends inside a year is projected from there") {
    CalendarData data = office();
    data.to = day("2020-04-15");
    const Calendar projected = with_projection(Calendar(data), 2020);
    CHECK(projected.projected_from() == day("2020-04-15"));
    CHECK(projected.is_working(day("2020-01-27")));  // what is covered is not touched
    CHECK_FALSE(projected.is_working(day("2020-04-30")));
}

TEST_CASE("projected holidays as JSON") {
    const std::string json = to_json(projected_holidays(2027));
    CHECK(json.find(R"("format": "cchc.projection/1")") != std::string::npos);
    CHECK(json.find(R"("date": "2027-02-06")") != std::string::npos);
    CHECK(json.find(R"(["2027-09-01"])") != std::string::npos);
}

}  // namespace projection_test
