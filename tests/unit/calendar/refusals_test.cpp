// Every refusal of a calendar, each with its JSON pointer, whether it was read from a file or built in C++.
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "unit/calendar/support.hpp"

namespace refusals_test {

using namespace cchc;

namespace {

// A file that is good; the tests replace one piece of it.
constexpr std::string_view good = R"({"format": "cchc.calendar/1", "id": "t", "version": "1",
 "coverage": {"from": "2019-01-01", "to": "2021-01-01"},
 "week": {"mon": ["07:30-11:30", "13:30-17:00"], "tue": ["07:30-11:30"]},
 "seasons": [{"from": "04-16", "to": "10-16", "week": {"mon": ["07:00-11:00"]}}],
 "days_off": [{"date": "2019-04-29", "kind": "swap"}],
 "days_worked": [{"date": "2019-05-04", "instead_of": "2019-04-29"}]})";

std::string with(std::string_view piece, std::string_view other) {
    std::string text(good);
    const std::size_t i = text.find(piece);
    REQUIRE(i != std::string::npos);
    return text.replace(i, piece.size(), other);
}

std::string refusal(std::string_view json) {
    const Error e = error_of([&] { Calendar::from_json(json, "c.json"); });
    CHECK(e.code() == ErrorCode::json_schema);
    CHECK(e.where().source == "c.json");
    CHECK(text::is_utf8(e.message()));
    return e.where().pointer + ": " + e.message();
}

// Changing `piece` into `other` is refused at `pointer`, with a message that has `words`.
void check(std::string_view piece, std::string_view other, std::string_view pointer, std::string_view words) {
    CAPTURE(piece, other);
    const std::string why = refusal(with(piece, other));
    CAPTURE(why);
    CHECK(why.starts_with(std::string(pointer) + ": "));
    CHECK(why.find(words) != std::string::npos);
}

void check_cpp(const CalendarData& data, std::string_view pointer, std::string_view words) {
    const Error e = error_of([&] { Calendar{data}; });
    CAPTURE(e.what());
    CHECK(e.code() == ErrorCode::json_schema);
    CHECK(e.where().pointer == pointer);
    CHECK(e.message().find(words) != std::string::npos);
}

}  // namespace

TEST_CASE("the file that the refusals start from is good") { CHECK(Calendar::from_json(good).id() == "t"); }

TEST_CASE("refused: a file that is no calendar") {
    CHECK(error_of([] { Calendar::from_json("{", "c.json"); }).code() == ErrorCode::json_syntax);
    CHECK(error_of([] { Calendar::from_json("", "c.json"); }).where().line == 1);
    CHECK(refusal("[]") == ": expected an object; found an array");
    CHECK(refusal("{}") == ": the key \"format\" is missing");
    check("cchc.calendar/1", "cchc.calendar/2", "/format", "expected \"cchc.calendar/1\"");
    check("cchc.calendar/1", "cchc.rule/1", "/format", "expected \"cchc.calendar/1\"");
}

TEST_CASE("refused: a key that is missing, unknown, twice there, or of the wrong type") {
    check("\"id\": \"t\", ", "", "", "\"id\" is missing");
    check(", \"version\": \"1\"", "", "", "\"version\" is missing");
    check("\"coverage\": {\"from\": \"2019-01-01\", \"to\": \"2021-01-01\"},", "", "", "\"coverage\" is missing");
    check("\"from\": \"2019-01-01\", ", "", "/coverage", "\"from\" is missing");
    check("\"week\": {\"mon\": [\"07:30-11:30\", \"13:30-17:00\"], \"tue\": [\"07:30-11:30\"]},", "", "",
          "\"week\" is missing");
    check("\"id\": \"t\"", "\"id\": 7", "/id", "expected a string");
    check("\"id\": \"t\"", "\"id\": \"t\", \"note\": 1", "/note", "unknown key");
    check("\"id\": \"t\"", "\"id\": \"t\", \"id\": \"u\"", "/id", "twice");
    check("\"to\": \"2021-01-01\"", "\"to\": \"2021-01-01\", \"by\": 1", "/coverage/by", "unknown key");
    check("\"tue\": [", "\"tuesday\": [", "/week/tuesday", "unknown key");
    check("\"tue\": [\"07:30-11:30\"]", "\"tue\": \"07:30-11:30\"", "/week/tue", "expected an array");
    check("\"days_off\": [", "\"days_off\": [5, ", "/days_off/0", "expected an object");
    check("\"kind\": \"swap\"", "\"kind\": \"swap\", \"reason\": \"x\"", "/days_off/0/reason", "unknown key");
    check(", \"kind\": \"swap\"", "", "/days_off/0", "\"kind\" is missing");
    check("\"date\": \"2019-05-04\", ", "", "/days_worked/0", "\"date\" is missing");
    check("\"week\": {\"mon\": [\"07:00", "\"weeks\": {\"mon\": [\"07:00", "/seasons/0", "\"week\" is missing");
    check("\"seasons\": [", "\"seasons\": [{\"from\": \"01-01\", \"to\": \"02-01\", \"week\": {\"x\": []}}, ",
          "/seasons/0/week/x", "unknown key");
}

TEST_CASE("refused: a date, a day of the year, a kind or a status that does not exist") {
    check("2019-04-29\", \"kind\"", "2019-04-31\", \"kind\"", "/days_off/0/date", "expected a date");
    check("2019-05-04", "4/5/2019", "/days_worked/0/date", "expected a date");
    check("\"instead_of\": \"2019-04-29\"", "\"instead_of\": \"\"", "/days_worked/0/instead_of", "expected a date");
    check("2021-01-01", "2021-02-29", "/coverage/to", "expected a date");
    for (const auto* bad : {"4-16", "04/16", "02-30", "13-01", "00-10", "04-00", "04-31", "2019-04-16", "", "0416"})
        check("04-16", bad, "/seasons/0/from", "expected a day of the year like \"04-16\"");
    check("10-16", "9-16", "/seasons/0/to", "expected a day of the year");
    check("\"swap\"", "\"weekly_rest\"", "/days_off/0/kind", "holiday, compensatory, national_day, swap, closure");
    check("\"swap\"", "\"working\"", "/days_off/0/kind", "expected one of");
    check("\"kind\": \"swap\"", "\"kind\": \"swap\", \"status\": \"certain\"", "/days_off/0/status",
          "unstated, found, secondary, derived");
}

TEST_CASE("refused: what is no session") {
    for (const auto* bad : {"7:30-11:30", "07:30", "07:30-", "07.30-11.30", "07:30 - 11:30", "07:30–11:30", "07:60-11:30",
                            "0730-1130x", "07:30-25:00", "07:30-24:01", "-7:30-11:30", "", "07:30-11:30-"}) {
        check("13:30-17:00", bad, "/week/mon/1", "expected a session like \"07:30-11:30\"");
        check("07:00-11:00", bad, "/seasons/0/week/mon/0", "expected a session");
    }
    // A text cut for the message is cut between letters.
    std::string word;
    for (int i = 0; i < 60; ++i) word += "ế";
    check("13:30-17:00", "x" + word, "/week/mon/1", "expected a session");
    check("04-16", "x" + word, "/seasons/0/from", "expected a day of the year");
    check("\"swap\"", "\"x" + word + "\"", "/days_off/0/kind", "expected one of");
}

TEST_CASE("refused: sessions that are empty, run backwards, overlap or are out of order") {
    for (const auto* bad : {"17:00-13:30", "13:30-13:30", "24:00-24:00"})
        check("13:30-17:00", bad, "/week/mon/1", "does not end after it begins");
    check("13:30-17:00", "11:29-17:00", "/week/mon/1", "overlaps or precedes 07:30-11:30");
    check("13:30-17:00", "07:30-11:30", "/week/mon/1", "overlaps or precedes");
    check("13:30-17:00", "06:00-07:00", "/week/mon/1", "overlaps or precedes");
    check("[\"07:00-11:00\"]", "[\"07:00-11:00\", \"10:00-12:00\"]", "/seasons/0/week/mon/1", "overlaps");
    check("\"instead_of\"", "\"sessions\": [\"07:30-11:30\", \"11:00-12:00\"], \"instead_of\"", "/days_worked/0/sessions/1",
          "overlaps");
    // Sessions that touch are two sessions, and midnight is the end of the last one.
    CHECK_NOTHROW(Calendar::from_json(with("13:30-17:00", "11:30-24:00")));
}

TEST_CASE("refused: an empty week, an empty id, an empty or endless coverage") {
    check("{\"mon\": [\"07:30-11:30\", \"13:30-17:00\"], \"tue\": [\"07:30-11:30\"]}", "{}", "/week",
          "no weekday has a session");
    check("{\"mon\": [\"07:30-11:30\", \"13:30-17:00\"], \"tue\": [\"07:30-11:30\"]}", "{\"mon\": [], \"sun\": []}", "/week",
          "no weekday has a session");
    check("\"id\": \"t\"", "\"id\": \"\"", "/id", "needs an id");
    check("2021-01-01", "2019-01-01", "/coverage", "`to` must be after `from`");
    check("2021-01-01", "2018-12-31", "/coverage", "`to` must be after `from`");
    check("2021-01-01", "2419-01-02", "/coverage", "at most 400 years");
    CHECK_NOTHROW(Calendar::from_json(with("2021-01-01", "2419-01-01")));
}

TEST_CASE("refused: seasons that are empty, overlap, or are too many") {
    check("10-16", "04-16", "/seasons/0", "two different days");
    check("\"seasons\": [", "\"seasons\": [{\"from\": \"01-01\", \"to\": \"04-17\", \"week\": {}}, ", "/seasons/1",
          "overlaps season 0");
    check("\"seasons\": [", "\"seasons\": [{\"from\": \"12-01\", \"to\": \"04-17\", \"week\": {}}, ", "/seasons/1",
          "overlaps season 0");
    CHECK_NOTHROW(Calendar::from_json(
        with("\"seasons\": [", "\"seasons\": [{\"from\": \"10-16\", \"to\": \"04-16\", \"week\": {}}, ")));
    std::string many;
    for (char day = 1; day <= 12; ++day) {
        const std::string d = (day < 10 ? "0" : "") + std::to_string(day),
                          next = (day < 9 ? "0" : "") + std::to_string(day + 1);
        many += R"({"from": "01-)" + d + R"(", "to": "01-)" + next + R"(", "week": {}}, )";
    }
    check("\"seasons\": [", "\"seasons\": [" + many, "/seasons", "at most 12 seasons");
}

TEST_CASE("refused: a date outside the coverage, given twice, or both off and worked") {
    check("2019-04-29\", \"kind\"", "2018-12-31\", \"kind\"", "/days_off/0/date", "outside the coverage");
    check("2019-04-29\", \"kind\"", "2021-01-01\", \"kind\"", "/days_off/0/date", "outside the coverage");
    check("2019-05-04", "2021-01-02", "/days_worked/0/date", "outside the coverage");
    check("\"days_off\": [", "\"days_off\": [{\"date\": \"2019-04-29\", \"kind\": \"holiday\"}, ", "/days_off/1/date",
          "given twice: see also /days_off/0/date");
    check("\"days_worked\": [", "\"days_worked\": [{\"date\": \"2019-05-04\"}, ", "/days_worked/1/date", "given twice");
    check("2019-05-04", "2019-04-29", "/days_worked/0/date", "both off and worked: see also /days_off/0/date");
}

TEST_CASE("refused: a worked day that works already, at its place in the file whatever the order") {
    check("2019-05-04", "2019-05-07", "/days_worked/0/date", "is a working day already");  // a Tuesday
    check("\"days_worked\": [", "\"days_worked\": [{\"date\": \"2020-06-15\"}, {\"date\": \"2019-01-05\"}, ",
          "/days_worked/0/date", "2020-06-15 is a working day already");
}

TEST_CASE("refused: a worked day without office hours, at its place in the file whatever the order") {
    check("\"instead_of\"", "\"sessions\": [], \"instead_of\"", "/days_worked/0/sessions", "needs a session");
    // Wednesday has no session, so a Saturday cannot take its hours from it.
    check("\"instead_of\": \"2019-04-29\"", "\"instead_of\": \"2019-05-01\"", "/days_worked/0",
          "the weekday replaced has no sessions");
    check("\"days_worked\": [",
          "\"days_worked\": [{\"date\": \"2020-06-20\"}, {\"date\": \"2020-06-21\", \"instead_of\": \"2020-06-17\"}, ",
          "/days_worked/1", "the weekday replaced has no sessions");
}

TEST_CASE("refused in C++ as in a file") {
    CalendarData data = office();
    data.id.clear();
    check_cpp(data, "/id", "needs an id");
    data = office();
    data.week = {};
    check_cpp(data, "/week", "no weekday");
    data = office();
    data.week[2] = {{-1, 60}};
    check_cpp(data, "/week/wed/0", "inside one date");
    data.week[2] = {{0, 1441}};
    check_cpp(data, "/week/wed/0", "inside one date");
    for (const DayKind kind : {DayKind::working, DayKind::worked, DayKind::weekly_rest}) {
        data = office();
        data.days_off = {off("2019-02-04"), off("2019-02-05", kind)};
        check_cpp(data, "/days_off/1/kind", "no working day and no weekly rest");
    }
    data = office();
    data.days_worked = {worked("2019-01-05"), worked("2019-01-06"), worked("2019-01-05")};
    check_cpp(data, "/days_worked/2/date", "given twice: see also /days_worked/0/date");
    data = office();
    data.seasons = {season(2, 30, 4, 1)};
    check_cpp(data, "/seasons/0", "two different days of the year");
    data.seasons = {CalendarData::Season{}};
    check_cpp(data, "/seasons/0", "two different days of the year");
}

TEST_CASE("refused in C++: coverages outside the years 1 to 9999") {
    CalendarData data = office();
    data.from = *make_date(1, 1, 1) - std::chrono::days{1};
    data.to = *make_date(2, 1, 1);
    check_cpp(data, "/coverage", "years are 1 to 9999");
    data.from = *make_date(9999, 1, 1);
    data.to = *make_date(9999, 12, 31) + std::chrono::days{1};
    check_cpp(data, "/coverage", "years are 1 to 9999");
    data.from = Date{std::chrono::days{std::int64_t{1} << 40}};
    data.to = data.from + std::chrono::days{1};
    check_cpp(data, "/coverage", "years are 1 to 9999");
}

TEST_CASE("refused in C++: a day off of no known kind") {
    CalendarData data = office();
    data.days_off = {off("2019-02-04", static_cast<DayKind>(99))};
    check_cpp(data, "/days_off/0/kind", "");
}

}  // namespace refusals_test
