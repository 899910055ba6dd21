// A calendar written as a file and read back is the same calendar, and its file is written to the letter.
#include <string>

#include "unit/calendar/support.hpp"

namespace round_trip_test {

using namespace cchc;

namespace {

constexpr std::chrono::days one{1};

bool same(const DayInfo& a, const DayInfo& b) {
    return a.date == b.date && a.kind == b.kind && a.name == b.name && a.source == b.source && a.evidence == b.evidence &&
           a.instead_of == b.instead_of && a.sessions == b.sessions && a.published == b.published &&
           a.may_be_off == b.may_be_off;
}

void check_round_trip(const Calendar& calendar) {
    const std::string file = calendar.to_json();
    const Calendar back = Calendar::from_json(file, "again");
    CHECK(back.to_json() == file);
    CHECK(back.title() == calendar.title());
    CHECK(back.version() == calendar.version());
    std::size_t wrong = 0;
    for (Date d = calendar.from(); d < calendar.to(); d += one) wrong += !same(back.day(d), calendar.day(d));
    CHECK(wrong == 0);
}

// Everything that the format knows, in no order.
CalendarData rich() {
    CalendarData data = office();
    data.title = {"Lịch \"cơ quan\"", ""};
    data.week[5] = {session(0, 0, 6, 0), session(22, 0, 24, 0)};
    data.seasons = {season(12, 1, 3, 1), season(4, 16, 10, 16)};
    data.seasons[0].week[0] = {{session(8, 0, 12, 0)}};
    data.seasons[1].week[4] = std::vector<Session>{};
    data.days_off = {off("2020-04-30"), off("2019-04-29", DayKind::swap), off("2019-12-25", DayKind::closure),
                     off("2020-09-03", DayKind::national_day), off("2020-05-04", DayKind::compensatory)};
    data.days_off[0].name = {"Ngày Chiến thắng", "Victory Day"};
    data.days_off[0].source = "CV 1/VPCP";
    data.days_off[0].evidence = Evidence::found;
    data.days_off[1].evidence = Evidence::secondary;
    data.days_off[2].name = {"", "closed"};
    data.days_off[2].evidence = Evidence::derived;
    data.days_worked = {worked("2020-06-21"), worked("2019-05-05")};
    data.days_worked[0].sessions = {session(9, 0, 10, 0)};
    data.days_worked[1].instead_of = day("2019-04-29");
    data.days_worked[1].name = {"Làm bù", ""};
    data.days_worked[1].source = "x\ny";
    data.days_worked[1].evidence = Evidence::found;
    data.days_off[0].published = day("2019-12-24");
    data.days_worked[0].published = day("2020-06-01");
    data.effective = {{day("2020-03-01"), data.week, data.seasons}};
    data.effective[0].week[1] = {session(8, 0, 12, 0)};
    data.projected_from = day("2020-09-01");
    data.open = {{{"Quốc khánh", ""}, "law", {{}, {day("2020-09-01"), day("2020-09-04")}}}};
    data.base = {"province", "3"};
    return data;
}

}  // namespace

TEST_CASE("round trip of the built-in calendar") { check_round_trip(Calendar::builtin("vn")); }

TEST_CASE("round trip of a calendar that uses everything") { check_round_trip(Calendar{rich()}); }

TEST_CASE("round trip of a projected calendar and of one that extends another") {
    check_round_trip(with_projection(Calendar::builtin("vn"), 2040));
    check_round_trip(Calendar::from_json(
        R"({"format": "cchc.calendar/1", "id": "unit", "version": "1", "extends": "vn", "not_followed": ["2026-01-02"]})"));
}

TEST_CASE("round trip of the least calendar") {
    check_round_trip(Calendar::from_json(
        R"({"format": "cchc.calendar/1", "id": "x", "version": "", "coverage": {"from": "2020-02-29", "to": "2020-03-01"},
            "week": {"sat": ["00:00-24:00"]}, "seasons": null, "days_off": [], "title": null})"));
}

TEST_CASE("the days of a calendar come out in order of date, whatever order they were given in") {
    const Calendar c{rich()};
    for (std::size_t i = 1; i < c.data().days_off.size(); ++i)
        CHECK(c.data().days_off[i - 1].date < c.data().days_off[i].date);
    CHECK(c.data().days_worked[0].date == day("2019-05-05"));
    CHECK(c.day(day("2019-12-25")).kind == DayKind::closure);
    CHECK(c.day(day("2020-06-21")).sessions == std::vector{session(9, 0, 10, 0)});
}

TEST_CASE("the file of a calendar, to the letter") {
    CalendarData data = office();
    data.week[5] = {session(7, 30, 11, 30)};
    data.seasons = {season(4, 16, 10, 16)};
    data.seasons[0].week[5] = std::vector<Session>{};
    data.days_off = {off("2020-04-30")};
    data.days_off[0].name.vi = "Ngày Chiến thắng";
    data.days_off[0].evidence = Evidence::found;
    data.days_worked = {worked("2019-05-05")};
    data.days_worked[0].instead_of = day("2019-04-29");
    data.days_worked[0].source = "CV";
    CHECK(Calendar{data}.to_json() == R"({
  "format": "cchc.calendar/1",
  "id": "office",
  "version": "1",
  "coverage": {
    "from": "2019-01-01",
    "to": "2021-01-01"
  },
  "week": {
    "mon": ["07:30-11:30", "13:30-17:00"],
    "tue": ["07:30-11:30", "13:30-17:00"],
    "wed": ["07:30-11:30", "13:30-17:00"],
    "thu": ["07:30-11:30", "13:30-17:00"],
    "fri": ["07:30-11:30", "13:30-17:00"],
    "sat": ["07:30-11:30"],
    "sun": []
  },
  "seasons": [
    {
      "from": "04-16",
      "to": "10-16",
      "week": {
        "sat": []
      }
    }
  ],
  "days_off": [
    {
      "date": "2020-04-30",
      "kind": "holiday",
      "name": {
        "vi": "Ngày Chiến thắng"
      },
      "status": "found"
    }
  ],
  "days_worked": [
    {
      "date": "2019-05-05",
      "instead_of": "2019-04-29",
      "source": "CV"
    }
  ]
}
)");
}

TEST_CASE("a name may be one string, which is Vietnamese") {
    const Calendar c = Calendar::from_json(
        R"({"format": "cchc.calendar/1", "id": "x", "version": "1", "title": "Lịch", "coverage": {"from": "2020-01-01", "to": "2020-02-01"},
            "week": {"wed": ["07:30-11:30"]}, "days_off": [{"date": "2020-01-01", "kind": "holiday", "name": "Tết Dương lịch"}]})");
    CHECK(c.title() == LocalText{"Lịch", ""});
    CHECK(c.day(day("2020-01-01")).name == LocalText{"Tết Dương lịch", ""});
}

TEST_CASE("the names of kinds and evidences") {
    CHECK(to_string(DayKind::working) == "working");
    CHECK(to_string(DayKind::worked) == "worked");
    CHECK(to_string(DayKind::weekly_rest) == "weekly_rest");
    CHECK(to_string(DayKind::holiday) == "holiday");
    CHECK(to_string(DayKind::compensatory) == "compensatory");
    CHECK(to_string(DayKind::national_day) == "national_day");
    CHECK(to_string(DayKind::swap) == "swap");
    CHECK(to_string(DayKind::closure) == "closure");
    CHECK(to_string(static_cast<DayKind>(99)) == "unknown");
    CHECK(to_string(Evidence::unstated) == "unstated");
    CHECK(to_string(Evidence::found) == "found");
    CHECK(to_string(Evidence::secondary) == "secondary");
    CHECK(to_string(Evidence::derived) == "derived");
    for (int kind = 0; kind <= static_cast<int>(DayKind::closure); ++kind) {
        CHECK_FALSE(to_text(static_cast<DayKind>(kind), Lang::vi).empty());
        CHECK_FALSE(to_text(static_cast<DayKind>(kind), Lang::en).empty());
    }
    CHECK(to_text(DayKind::weekly_rest, Lang::vi) == "nghỉ hằng tuần");
    CHECK(to_text(DayKind::compensatory, Lang::vi) == "nghỉ bù");
    CHECK(to_text(static_cast<DayKind>(99), Lang::vi).empty());
}

}  // namespace round_trip_test
