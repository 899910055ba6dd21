// Counting rules as files (cchc.rule/1): the presets, the round trip, and each refusal with its JSON pointer.
#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "unit/deadline/support.hpp"

namespace rule_json_test {

using namespace cchc;

namespace {

// A rule file of a working-day rule with further members.
std::string file(std::string_view unit, std::string_view members) {
    std::string text = R"({"format": "cchc.rule/1", "id": "r", "unit": ")";
    return text.append(unit).append("\"").append(members).append("}");
}

std::string refusal(const std::string& json) {
    const Error e = error_of([&] { CountingRule::from_json(json, "r.json"); });
    CHECK(e.code() == ErrorCode::json_schema);
    CHECK(e.where().source == "r.json");
    CHECK(text::is_utf8(e.message()));
    return e.where().pointer + ": " + e.message();
}

}  // namespace

TEST_CASE("the presets are ten, each under its own name, with a title in both languages and a legal source") {
    auto ids = CountingRule::builtin_ids();
    std::sort(ids.begin(), ids.end());
    CHECK(ids == std::vector<std::string>{"calendar-days", "clock-hours", "from-next-day-15h", "months", "same-day-15h",
                                          "weeks", "working-days", "working-days-keep-time", "working-hours", "years"});
    for (const std::string& id : ids) {
        CAPTURE(id);
        const CountingRule rule = CountingRule::builtin(id);
        CHECK(rule.id == id);
        CHECK_FALSE(rule.title.vi.empty());
        CHECK_FALSE(rule.title.en.empty());
        CHECK_FALSE(rule.source.empty());
    }
    CHECK(error_of([] { CountingRule::builtin("working_days"); }).code() == ErrorCode::unknown_name);
    CHECK(error_of([] { CountingRule::builtin(""); }).message().find("working-days-keep-time") != std::string::npos);
}

TEST_CASE("the presets name the articles that they rest on") {
    const auto source = [](std::string_view id) { return CountingRule::builtin(id).source; };
    const auto has = [](const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; };
    CHECK(has(source("working-days"), "147.2"));
    CHECK(has(source("working-days-keep-time"), "147.2"));
    for (const auto* article : {"147.2", "148.1", "148.5", "148.6"}) CHECK(has(source("calendar-days"), article));
    CHECK(has(source("weeks"), "148.2"));
    CHECK(has(source("months"), "148.3"));
    CHECK(has(source("years"), "148.4"));
    CHECK(has(source("working-hours"), "147.1"));
    CHECK(has(source("clock-hours"), "147.1"));
    CHECK(has(source("from-next-day-15h"), "Nghị định 63/2024/NĐ-CP Điều 7.2"));
}

TEST_CASE("each unit has its plain preset") {
    for (std::uint8_t u = 0; u < unit_count; ++u)
        CHECK(CountingRule::builtin_for(static_cast<Unit>(u)).unit == static_cast<Unit>(u));
    CHECK(CountingRule::builtin_for(Unit::working_day).id == "working-days");
    CHECK(CountingRule::builtin_for(Unit::working_hour).id == "working-hours");
    CHECK(error_of([] { CountingRule::builtin_for(static_cast<Unit>(99)); }).code() == ErrorCode::argument_range);
}

TEST_CASE("units have names, and no others are read") {
    for (std::uint8_t u = 0; u < unit_count; ++u) {
        CHECK(parse_unit(to_string(static_cast<Unit>(u))) == static_cast<Unit>(u));
        CHECK_FALSE(to_text(static_cast<Unit>(u), Lang::vi).empty());
        CHECK_FALSE(to_text(static_cast<Unit>(u), Lang::en).empty());
    }
    CHECK(to_string(Unit::working_day) == "working_day");
    CHECK(to_text(Unit::working_day, Lang::vi) == "ngày làm việc");
    for (const auto* text : {"", "day", "Working_day", "working-day", "working_days", "ngày"}) CHECK_FALSE(parse_unit(text));
}

TEST_CASE("round trip of every preset and of rules of one's own") {
    for (const std::string& id : CountingRule::builtin_ids()) {
        CAPTURE(id);
        const CountingRule rule = CountingRule::builtin(id);
        CHECK(CountingRule::from_json(rule.to_json()) == rule);
        CHECK(CountingRule::from_json(rule.to_json()).to_json() == rule.to_json());
    }
    CountingRule rule = CountingRule::builtin("calendar-days");
    rule.swapped_day_is_rest = false;
    rule.due_instant = DueInstant::keep_time;
    rule.count_from = CountFrom::receipt_day;
    rule.outside_sessions = OutsideSessions::next_session;
    for (const std::int32_t minute : {0, 1, 8 * 60 + 5, 23 * 60 + 59, 1440}) {
        rule.cut_off = CutOff{minute, minute % 2 == 0};
        CHECK(CountingRule::from_json(rule.to_json()) == rule);
    }
    rule = CountingRule::builtin("working-hours");
    rule.boundary = Boundary::latest;
    CHECK(CountingRule::from_json(rule.to_json()) == rule);
    rule.title = {};
    rule.source.clear();
    CHECK(CountingRule::from_json(rule.to_json()) == rule);
}

TEST_CASE("the least rule file takes the defaults of its unit") {
    const CountingRule days = CountingRule::from_json(file("working_day", ""));
    CHECK(days.count_from == CountFrom::next_day);
    CHECK(days.due_instant == DueInstant::end_of_last_session);
    CHECK(days.roll == Roll::none);
    CHECK(days.outside_sessions == OutsideSessions::as_received);
    CHECK_FALSE(days.cut_off);
    CHECK(CountingRule::from_json(file("clock_hour", "")).count_from == CountFrom::instant);
    CHECK(CountingRule::from_json(file("working_hour", "")).boundary == Boundary::earliest);
    CHECK(CountingRule::from_json(file("week", R"(, "roll": "next_working_day")")).swapped_day_is_rest);
    CHECK(CountingRule::from_json(file("week", R"(, "cut_off": {"at": "15:00"})")).cut_off == CutOff{900, false});
}

TEST_CASE("the file of a rule, to the letter") {
    CountingRule rule = CountingRule::builtin("from-next-day-15h");
    rule.title = {"a", "b"};
    rule.source = "c";
    CHECK(rule.to_json() == R"({
  "format": "cchc.rule/1",
  "id": "from-next-day-15h",
  "title": {
    "vi": "a",
    "en": "b"
  },
  "source": "c",
  "unit": "working_day",
  "count_from": "next_day",
  "cut_off": {
    "at": "15:00",
    "at_the_minute_is_late": false
  },
  "outside_sessions": "next_session",
  "due_instant": "end_of_last_session"
}
)");
}

TEST_CASE("refused: a file that is no rule") {
    CHECK(error_of([] { CountingRule::from_json("{", "r.json"); }).code() == ErrorCode::json_syntax);
    CHECK(refusal("7") == ": expected an object; found a number");
    CHECK(refusal("{}") == ": the key \"format\" is missing");
    CHECK(refusal(R"({"format": "cchc.calendar/1"})") == "/format: expected \"cchc.rule/1\"; found \"cchc.calendar/1\"");
    CHECK(refusal(R"({"format": "cchc.rule/1"})") == ": the key \"id\" is missing");
    CHECK(refusal(R"({"format": "cchc.rule/1", "id": "r"})") == ": the key \"unit\" is missing");
    CHECK(refusal(file("day", "")).starts_with("/unit: expected one of working_day, calendar_day"));
    CHECK(refusal(file("week", R"(, "grace": 1)")) == "/grace: unknown key");
    CHECK(refusal(file("week", R"(, "title": 1)")) == "/title: expected an object; found a number");
    CHECK(refusal(file("week", R"(, "source": {})")) == "/source: expected a string; found an object");
}

TEST_CASE("refused: values that do not exist, with the names that do") {
    CHECK(refusal(file("working_day", R"(, "count_from": "today")")) ==
          "/count_from: expected one of next_day, receipt_day, instant; found \"today\"");
    CHECK(refusal(file("working_day", R"(, "due_instant": "noon")")) ==
          "/due_instant: expected one of end_of_last_session, keep_time, end_of_date; found \"noon\"");
    CHECK(refusal(file("week", R"(, "roll": "back")")) == "/roll: expected one of none, next_working_day; found \"back\"");
    CHECK(refusal(file("week", R"(, "outside_sessions": "x")")) ==
          "/outside_sessions: expected one of as_received, next_session; found \"x\"");
    CHECK(refusal(file("working_hour", R"(, "boundary": "x")")) ==
          "/boundary: expected one of earliest, latest; found \"x\"");
    CHECK(refusal(file("week", R"(, "roll": "next_working_day", "swapped_day_is_rest": 1)")) ==
          "/swapped_day_is_rest: expected true or false; found a number");
}

TEST_CASE("refused: a cut-off that is no time of the day") {
    CHECK(refusal(file("working_day", R"(, "cut_off": {})")) == "/cut_off: the key \"at\" is missing");
    CHECK(refusal(file("working_day", R"(, "cut_off": "15:00")")) == "/cut_off: expected an object; found a string");
    for (const auto* bad : {"15h", "3:00", "15:60", "24:01", "25:00", "15:00:00", "", "15.00", "-1:00"})
        CHECK(refusal(file("working_day", R"(, "cut_off": {"at": ")" + std::string(bad) + "\"}"))
                  .starts_with("/cut_off/at: expected a time"));
    CHECK(refusal(file("working_day", R"(, "cut_off": {"at": "15:00", "late": true})")) == "/cut_off/late: unknown key");
    CHECK(refusal(file("working_day", R"(, "cut_off": {"at": "15:00", "at_the_minute_is_late": "no"})")) ==
          "/cut_off/at_the_minute_is_late: expected true or false; found a string");
    std::string word;
    for (int i = 0; i < 60; ++i) word += "ế";
    CHECK(refusal(file("working_day", R"(, "cut_off": {"at": "x)" + word + "\"}")).size() < 160);
}

TEST_CASE("refused: fields that would be ignored, and beginnings that do not fit the unit") {
    for (const auto* unit : {"working_hour", "clock_hour"}) {
        CHECK(refusal(file(unit, R"(, "due_instant": "keep_time")")).starts_with("/due_instant: has a meaning only"));
        CHECK(refusal(file(unit, R"(, "count_from": "next_day")"))
                  .starts_with("/count_from: hours are counted from \"instant\""));
    }
    for (const auto* unit : {"working_day", "calendar_day", "week", "month", "year"})
        CHECK(refusal(file(unit, R"(, "count_from": "instant")"))
                  .starts_with("/count_from: hours are counted from \"instant\""));
    for (const auto* unit : {"working_day", "working_hour"})
        CHECK(refusal(file(unit, R"(, "roll": "none")")).starts_with("/roll: has a meaning only"));
    CHECK(refusal(file("week", R"(, "swapped_day_is_rest": true)")).starts_with("/swapped_day_is_rest: has a meaning only"));
    for (const auto* unit : {"working_day", "clock_hour", "month"})
        CHECK(refusal(file(unit, R"(, "boundary": "latest")")).starts_with("/boundary: has a meaning only"));
}

}  // namespace rule_json_test
