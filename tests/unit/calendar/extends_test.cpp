// Calendars that say only what differs from another, and office hours that change on a date.
#include <fmt/format.h>

#include <string>

#include "unit/calendar/support.hpp"

namespace extends_test {

using namespace cchc;

namespace {

std::string file(const std::string& members, std::string_view extends = "vn") {
    return fmt::format(R"({{"format": "cchc.calendar/1", "id": "unit", "version": "7", "extends": "{}"{}{}}})", extends,
                       members.empty() ? "" : ", ", members);
}

Calendar unit(const std::string& members) { return Calendar::from_json(file(members), "unit.json"); }

Error refused(const std::string& members, std::string_view extends = "vn") {
    return error_of([&] { Calendar::from_json(file(members, extends), "unit.json"); });
}

const Calendar& vn() {
    static const Calendar calendar = Calendar::builtin("vn");
    return calendar;
}

}  // namespace

TEST_CASE("a file that changes nothing is its base under its own name") {
    const Calendar same = unit("");
    CHECK(same.id() == "unit");
    CHECK(same.version() == "7");
    CHECK(same.title() == vn().title());
    REQUIRE(same.data().base.has_value());
    CHECK(same.data().base->id == "vn");
    CHECK(same.data().base->version == "2026.1");
    CHECK(same.from() == vn().from());
    CHECK(same.count_working_days(vn().from(), vn().to()) == vn().count_working_days(vn().from(), vn().to()));
}

TEST_CASE("own hours, own closure, own name for a day of the base, and a narrower coverage") {
    const Calendar own = unit(R"("coverage": {"from": "2025-01-01", "to": "2026-01-01"},
        "week": {"mon": ["08:00-12:00"], "tue": ["08:00-12:00"], "wed": ["08:00-12:00"]},
        "days_off": [{"date": "2025-03-04", "kind": "closure", "name": {"vi": "Sửa trụ sở"}},
                     {"date": "2025-04-30", "kind": "holiday", "name": {"vi": "Tên khác"}}])");
    CHECK(own.from() == day("2025-01-01"));
    CHECK(own.working_seconds(day("2025-03-03")) == 4 * 3600);
    CHECK(own.day(day("2025-03-06")).kind == DayKind::weekly_rest);
    CHECK(own.day(day("2025-03-04")).kind == DayKind::closure);
    CHECK(own.day(day("2025-04-30")).name.vi == "Tên khác");
    CHECK(own.day(day("2025-05-01")).name.vi == "Ngày Quốc tế Lao động");
}

TEST_CASE("a unit that does not follow a swap") {
    const Calendar own = unit(R"("not_followed": ["2026-01-02", "2026-01-10"])");
    CHECK(own.day(day("2026-01-02")).kind == DayKind::working);
    CHECK(own.day(day("2026-01-10")).kind == DayKind::weekly_rest);
    const Calendar closed = unit(R"("not_followed": ["2026-01-10"],
        "days_off": [{"date": "2026-01-10", "kind": "closure"}])");
    CHECK(closed.day(day("2026-01-10")).kind == DayKind::closure);
}

TEST_CASE("what contradicts the base is refused at its place") {
    const auto check = [](const std::string& members, std::string_view pointer, std::string_view message) {
        const Error e = refused(members);
        CAPTURE(members, e.what());
        CHECK(e.code() == ErrorCode::json_schema);
        CHECK(e.where().pointer == pointer);
        CHECK(e.where().source == "unit.json");
        CHECK(e.message().find(message) != std::string::npos);
    };
    check(R"("days_off": [{"date": "2026-01-10", "kind": "closure"}])", "/days_off/0/date",
          "in vn 2026-01-10 is a worked day");
    check(R"("days_worked": [{"date": "2026-01-02"}])", "/days_worked/0/date", "in vn 2026-01-02 is a day off");
    check(R"("days_off": [{"date": "2026-03-03", "kind": "closure"}, {"date": "2026-03-03", "kind": "closure"}])",
          "/days_off/1/date", "given twice");
    check(R"("not_followed": ["2026-03-03"])", "/not_followed/0", "vn has no day off and no worked day on 2026-03-03");
    check(R"("not_followed": ["2026-01-02", "2026-01-02"])", "/not_followed/1", "given twice");
    check(R"("coverage": {"from": "2014-01-01", "to": "2026-01-01"})", "/coverage",
          "is wider than that of vn: 2015-01-01 to");
    check(R"("coverage": {"from": "2015-01-01", "to": "2027-01-02"})", "/coverage", "is wider");
    check(R"("projection": {"from": "2026-01-01"})", "/projection", "");
    check(R"("week": {})", "/week", "no weekday has a session");
}

TEST_CASE("the base is built in, or given, and has the name that the file says") {
    const Error unknown = refused("", "province");
    CHECK(unknown.where().pointer == "/extends");
    CHECK(unknown.message() == "extends \"province\", which is not built in (vn); give it as the base");
    const Calendar province = Calendar::from_json(
        R"({"format": "cchc.calendar/1", "id": "province", "version": "3", "extends": "vn",
            "seasons": [{"from": "04-16", "to": "10-16", "week": {"mon": ["07:00-11:30", "13:30-17:00"]}}],
            "effective": [{"from": "2025-07-01", "week": {"mon": ["07:00-11:00"]}}]})",
        "province.json");
    const Calendar own = Calendar::from_json(file("", "province"), "unit.json", province);
    CHECK(own.data().base->id == "province");
    CHECK(own.working_seconds(day("2024-04-22")) == 8 * 3600);
    CHECK(own.working_seconds(day("2025-07-07")) == 4 * 3600);
    const Calendar later = Calendar::from_json(file(R"("coverage": {"from": "2026-01-01", "to": "2027-01-01"})", "province"),
                                               "unit.json", province);
    CHECK(later.working_seconds(day("2026-03-02")) == 4 * 3600);  // what was in effect when the coverage begins
    CHECK(later.data().effective.empty());
    const Calendar week =
        Calendar::from_json(file(R"("week": {"mon": ["08:00-10:00"]})", "province"), "unit.json", province);
    CHECK(week.working_seconds(day("2024-04-22")) == 2 * 3600);  // a week of its own leaves nothing of the base's hours
    CHECK(week.working_seconds(day("2025-07-07")) == 2 * 3600);

    const Error other = error_of([&] { Calendar::from_json(file(""), "unit.json", province); });
    CHECK(other.message() == "extends \"vn\", but the base given is \"province\"");
    const Error none = error_of([&] { Calendar::from_json(province.to_json(), "flat.json", vn()); });
    CHECK(none.message() == "a base is given, but the file has no \"extends\"");
}

TEST_CASE("the marks of the base travel: nobody takes a projection for a decision") {
    const Calendar base = with_projection(vn().as_known_on(day("2026-01-01")), 2028);
    const Calendar own = Calendar::from_json(file(""), "unit.json", base);
    CHECK(own.version() == "7+known-2026-01-01+projected-2028");
    CHECK(own.projected_from() == vn().to());
    CHECK(own.data().open == base.data().open);
    const Calendar part = Calendar::from_json(file(R"("coverage": {"from": "2026-01-01", "to": "2027-05-01"})"), "u", base);
    CHECK(part.data().open.size() == 1);  // the National Day lies outside
    const Calendar past = Calendar::from_json(file(R"("coverage": {"from": "2026-01-01", "to": "2027-01-01"})"), "u", base);
    CHECK_FALSE(past.projected_from());
    const Calendar future =
        Calendar::from_json(file(R"("coverage": {"from": "2028-01-01", "to": "2029-01-01"})"), "u", base);
    CHECK(future.projected_from() == day("2028-01-01"));
}

TEST_CASE("hours from a date on") {
    CalendarData data = office();
    CalendarData::Hours summer{day("2019-07-01"), data.week, {season(10, 1, 4, 1)}};
    summer.week[0] = {session(7, 0, 11, 0)};
    summer.seasons[0].week[0] = {{session(8, 0, 10, 0)}};
    CalendarData::Hours short_week{day("2020-01-06"), {}, {}};
    short_week.week[1] = {session(8, 0, 9, 0)};
    data.effective = {summer, short_week};
    const Calendar calendar(data);
    CHECK(calendar.working_seconds(day("2019-06-24")) == 7 * 3600 + 1800);
    CHECK(calendar.working_seconds(day("2019-07-01")) == 4 * 3600);
    CHECK(calendar.working_seconds(day("2019-10-07")) == 2 * 3600);
    CHECK_FALSE(calendar.is_working(day("2020-01-06")));
    CHECK(calendar.working_seconds(day("2020-01-07")) == 3600);

    const auto pointer = [&](auto change) {
        CalendarData bad = data;
        change(bad);
        return error_of([&] { Calendar{bad}; }).where().pointer;
    };
    CHECK(pointer([](auto& d) { d.effective[0].from = d.from; }) == "/effective/0/from");
    CHECK(pointer([](auto& d) { d.effective[1].from = d.effective[0].from; }) == "/effective/1/from");
    CHECK(pointer([](auto& d) { d.effective[1].from = d.to; }) == "/effective/1/from");
    CHECK(pointer([](auto& d) { d.effective[1].week = {}; }) == "/effective/1/week");
    CHECK(pointer([](auto& d) { d.effective[0].week[2] = {session(9, 0, 8, 0)}; }) == "/effective/0/week/wed/0");
    CHECK(pointer([](auto& d) { d.effective[0].seasons[0].to = d.effective[0].seasons[0].from; }) ==
          "/effective/0/seasons/0");
}

TEST_CASE("a projection inside a file keeps to its dates") {
    const auto pointer = [](auto change) {
        CalendarData bad = office();
        bad.projected_from = day("2020-01-01");
        bad.open = {{{"Tết", ""}, "", {{}, {day("2020-02-03")}}}};
        change(bad);
        return error_of([&] { Calendar{bad}; }).where().pointer;
    };
    CHECK(pointer([](auto& d) { d.projected_from = d.to; }) == "/projection/from");
    CHECK(pointer([](auto& d) { d.projected_from.reset(); }) == "/projection/from");
    CHECK(pointer([](auto& d) { d.open[0].choices[1][0] = day("2019-12-31"); }) == "/projection/open/0/choices/1");
}

}  // namespace extends_test
