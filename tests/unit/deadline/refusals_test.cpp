// Time limits that a rule refuses, and dates that the calendar does not cover.
#include <functional>
#include <string>

#include "unit/deadline/support.hpp"

namespace refusals_test {

using namespace cchc;

namespace {

// The message with which a preset refuses a limit.
std::string refusal(std::string_view preset, std::string_view amount) {
    const CountingRule rule = CountingRule::builtin(preset);
    const Error e = error_of([&] { due(vn(), rule, instant("2020-06-17T09:10"), limit_of(rule, amount)); });
    CHECK(e.code() == ErrorCode::limit_refused);
    CHECK(e.message().find(preset) != std::string::npos);
    return e.message();
}

bool mentions(const std::string& message, std::string_view words) { return message.find(words) != std::string::npos; }

void check_outside(std::string_view preset, std::string_view received, std::string_view amount) {
    CAPTURE(preset, received, amount);
    CHECK(error_of([&] { due_of(preset, received, amount); }).code() == ErrorCode::outside_coverage);
    const CountingRule rule = CountingRule::builtin(preset);
    CHECK(error_of([&] { explain(vn(), rule, instant(received), limit_of(rule, amount)); }).code() ==
          ErrorCode::outside_coverage);
}

}  // namespace

TEST_CASE("every preset refuses a negative limit and one of a thousand million") {
    for (const std::string& preset : CountingRule::builtin_ids()) {
        CAPTURE(preset);
        CHECK(mentions(refusal(preset, "-1"), "not negative"));
        CHECK(mentions(refusal(preset, "-0.5"), "not negative"));
        CHECK(mentions(refusal(preset, "1000000000"), "at most 100000 units"));
        CHECK(mentions(refusal(preset, "100001"), "at most 100000 units"));
        CHECK(mentions(refusal(preset, "999999999999999999"), "at most"));
    }
    CHECK(mentions(refusal("working-days", "-1"), "the limit -1 working_day is refused under the rule working-days"));
}

TEST_CASE("a limit of 0 means something only where the day of receipt is counted") {
    for (const std::string& preset : CountingRule::builtin_ids())
        if (preset != "same-day-15h") CHECK(mentions(refusal(preset, "0"), "a limit of 0"));
    CHECK(due_of("same-day-15h", "2020-06-17T09:10", "0") == "2020-06-17T17:00");
}

TEST_CASE("working days are whole or half") {
    for (const auto* preset : {"working-days", "working-days-keep-time", "same-day-15h", "from-next-day-15h"})
        for (const auto* amount : {"0.3", "0.25", "1.1", "2.499", "0.001"})
            CHECK(mentions(refusal(preset, amount), "only whole and half days"));
    CountingRule rule = CountingRule::builtin("working-days");
    rule.due_instant = DueInstant::end_of_date;
    const auto half = [&] { due(vn(), rule, instant("2020-06-17T09:10"), limit_of(rule, "1.5")); };
    CHECK(mentions(error_of(half).message(), "half a day has no end"));
}

TEST_CASE("calendar days, weeks, months and years are whole") {
    for (const auto* preset : {"calendar-days", "weeks", "months", "years"})
        for (const auto* amount : {"0.5", "1.5", "0.3", "2.001"})
            CHECK(mentions(refusal(preset, amount), "only whole calendar days, weeks, months and years"));
}

TEST_CASE("hours make whole seconds") {
    for (const auto* preset : {"working-hours", "clock-hours"})
        for (const auto* amount : {"0.001", "0.333", "8.004"}) CHECK(mentions(refusal(preset, amount), "whole seconds"));
    CHECK(due_of("clock-hours", "2020-06-17T09:10", "0.3") == "2020-06-17T09:28");
}

TEST_CASE("four decimals are one too many, whatever the unit") {
    for (const std::string& preset : CountingRule::builtin_ids()) {
        CHECK(mentions(refusal(preset, "1.0001"), "at most three decimals"));
        CHECK(mentions(refusal(preset, "0.00000000001"), "at most three decimals"));
    }
    CHECK(due_of("working-days", "2020-06-17T09:10", "1.0000") == "2020-06-18T17:00");  // these four are one
}

TEST_CASE("a limit in another unit than the rule's is refused, never converted") {
    for (const std::string& preset : CountingRule::builtin_ids()) {
        const CountingRule rule = CountingRule::builtin(preset);
        for (std::uint8_t u = 0; u < unit_count; ++u) {
            const auto unit = static_cast<Unit>(u);
            if (unit == rule.unit) continue;
            const Error e = error_of([&] { due(vn(), rule, instant("2020-06-17T09:10"), {Decimal(1), unit}); });
            CHECK(e.code() == ErrorCode::limit_refused);
            CHECK(mentions(e.message(), "it counts in " + std::string(to_string(rule.unit))));
        }
    }
}

TEST_CASE("the largest limits are accepted, and then leave the coverage") {
    for (const auto* preset : {"working-days", "calendar-days", "weeks", "months", "working-hours", "clock-hours"})
        check_outside(preset, "2020-06-17T09:10", "100000");
    check_outside("years", "2020-06-17T09:10", "1000");
    CHECK(mentions(refusal("years", "1001"), "at most 1000 years"));
    // 20000 hours of 7.5 hours a day: 2666 days, and five hours of the day after them.
    CHECK(due_of("working-hours", "2015-01-05T07:30", "20000") == "2025-08-28T14:30");
}

TEST_CASE("a receipt outside the coverage is refused under every preset") {
    for (const std::string& preset : CountingRule::builtin_ids())
        for (const auto* received : {"2014-12-31T23:59:59", "2027-01-01T00:00", "2031-06-17T09:00", "1990-06-17T09:00"})
            check_outside(preset, received, "1");
}

TEST_CASE("a due date outside the coverage is refused under every preset") {
    check_outside("working-days", "2026-12-31T09:00", "1");
    check_outside("working-days-keep-time", "2026-12-31T09:00", "1");
    check_outside("working-days-keep-time", "2026-12-31T16:00", "0.5");
    check_outside("from-next-day-15h", "2026-12-31T09:00", "1");
    check_outside("same-day-15h", "2026-12-31T15:30", "0");
    check_outside("same-day-15h", "2026-12-31T17:30", "0");
    check_outside("calendar-days", "2026-12-31T09:00", "1");
    check_outside("weeks", "2026-12-28T09:00", "1");
    check_outside("months", "2026-12-15T09:00", "1");
    check_outside("years", "2026-01-05T09:00", "1");
    check_outside("working-hours", "2026-12-31T16:00", "1.5");
    check_outside("clock-hours", "2026-12-31T16:00", "8.5");
    // The last that still are inside.
    CHECK(due_of("working-days", "2026-12-30T09:00", "1") == "2026-12-31T17:00");
    CHECK(due_of("calendar-days", "2026-12-30T09:00", "1") == "2026-12-31T24:00");
    CHECK(due_of("working-hours", "2026-12-31T16:00", "1") == "2026-12-31T17:00");
    CHECK(due_of("clock-hours", "2026-12-31T16:00", "7.5") == "2026-12-31T23:30");
}

TEST_CASE("a due date without a roll is still looked up in the calendar") {
    CountingRule rule = CountingRule::builtin("calendar-days");
    rule.roll = Roll::none;
    const auto beyond = [&] { due(vn(), rule, instant("2026-12-31T09:00"), limit_of(rule, "1")); };
    CHECK(error_of(beyond).code() == ErrorCode::outside_coverage);
    CHECK(due_on(vn(), rule, "2026-12-24T09:00", "3") == "2026-12-27T24:00");
}

TEST_CASE("an instant at the end of 64 bits is outside, under every preset") {
    for (const std::string& preset : CountingRule::builtin_ids()) {
        const CountingRule rule = CountingRule::builtin(preset);
        for (const std::int64_t seconds : {INT64_MAX, INT64_MIN + 1, INT64_MAX / 2}) {
            const Instant far{std::chrono::seconds{seconds}};
            CHECK(error_of([&] { due(vn(), rule, far, limit_of(rule, "1")); }).code() == ErrorCode::outside_coverage);
        }
    }
}

}  // namespace refusals_test
