#include "cchc/error.hpp"
#include "cchc/plan.hpp"
#include "test.hpp"

namespace lateness_test {

using namespace cchc;

namespace {

std::string seen(const char* due, const char* done, const char* as_of) {
    const auto day = [](std::string_view text) -> std::optional<Date> {
        const auto moment = parse_moment(text);
        return moment ? std::optional(moment->date) : std::nullopt;
    };
    const Lateness l = lateness(day(due), day(done), *day(as_of), Calendar::builtin("vn"));
    return std::string(to_string(l.state)) + " " + std::to_string(l.working_days);
}

}  // namespace

// Tết 2020: Thursday 23 to Wednesday 29 January off; worked again on Thursday 30 and Friday 31.
TEST_CASE("A due day in Tết moves to the first day worked after it") {
    CHECK(seen("2020-01-23", "2020-01-30", "2020-03-01") == "in_time 0");
    CHECK(seen("2020-01-23", "2020-01-31", "2020-03-01") == "late 1");
    CHECK(seen("2020-01-23", "2020-02-03", "2020-03-01") == "late 2");  // Friday 31, Monday 3
    CHECK(seen("2020-01-26", "", "2020-01-30") == "waiting 0");
    CHECK(seen("2020-01-26", "", "2020-01-31") == "missing 0");
    CHECK(seen("2020-01-26", "", "2020-02-01") == "missing 1");
}

TEST_CASE("Days of Tết are not days late") {
    CHECK(seen("2020-01-22", "2020-01-22", "2020-03-01") == "in_time 0");
    CHECK(seen("2020-01-22", "2020-01-30", "2020-03-01") == "late 1");
    CHECK(seen("2020-01-20", "2020-01-31", "2020-03-01") == "late 4");  // 21, 22, 30, 31
}

TEST_CASE("What comes on a day off is late by the days worked up to then") {
    CHECK(seen("2020-01-22", "2020-01-28", "2020-03-01") == "late 0");
    CHECK(seen("2020-01-23", "2020-02-01", "2020-03-01") == "late 1");  // Saturday, after Friday 31
    CHECK(seen("2020-08-28", "2020-08-30", "2020-10-01") == "late 0");  // Sunday after Friday
}

// Saturday 29 August moves to Monday 31; Wednesday 2 September is National Day.
TEST_CASE("A due day on a weekend moves to Monday") {
    CHECK(seen("2020-08-29", "2020-08-31", "2020-10-01") == "in_time 0");
    CHECK(seen("2020-08-30", "2020-09-01", "2020-10-01") == "late 1");
    CHECK(seen("2020-08-29", "2020-09-04", "2020-10-01") == "late 3");  // 1, 3, 4
}

TEST_CASE("The as-of date does not belong to what is seen") {
    CHECK(seen("2020-08-31", "", "2020-08-31") == "waiting 0");
    CHECK(seen("2020-08-31", "", "2020-09-01") == "missing 0");
    CHECK(seen("2020-08-31", "", "2020-09-02") == "missing 1");
    CHECK(seen("2020-08-31", "", "2020-09-04") == "missing 2");            // 1, 3
    CHECK(seen("2020-08-31", "2020-09-04", "2020-09-04") == "missing 2");  // comes on that day: not yet
    CHECK(seen("2020-08-31", "2020-09-04", "2020-09-05") == "late 3");
    CHECK(seen("2020-08-31", "2020-08-20", "2020-08-20") == "waiting 0");
    CHECK(seen("2020-08-31", "2020-08-20", "2020-08-21") == "in_time 0");
}

TEST_CASE("Without a due day nothing is late") {
    CHECK(seen("", "2020-09-04", "2020-10-01") == "no_due 0");
    CHECK(seen("", "", "2020-10-01") == "no_due 0");
}

TEST_CASE("Days that the calendar does not cover are an error, and its last day is not") {
    CHECK(seen("2026-12-31", "", "2027-01-01") == "missing 0");
    for (const auto& [due, as_of] : {std::pair("2014-12-31", "2020-01-01"), std::pair("2020-01-02", "2027-01-02")}) {
        try {
            seen(due, "", as_of);
            FAIL("expected an error");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::outside_coverage);
        }
    }
}

TEST_CASE("States have names and words") {
    CHECK(to_string(DueState::waiting) == "waiting");
    CHECK(to_text(DueState::in_time, Lang::vi) == "Đúng hạn");
    CHECK(to_text(DueState::late, Lang::vi) == "Quá hạn");
    CHECK(to_text(DueState::missing, Lang::en) == "missing");
    CHECK(to_text(DueState::no_due, Lang::en) == "no due date");
    CHECK(to_string(static_cast<DueState>(9)).empty());
    CHECK(to_text(static_cast<DueState>(9), Lang::vi).empty());
}

}  // namespace lateness_test
