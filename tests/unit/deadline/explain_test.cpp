// An explanation counts the same days as due() does, names each day off, and is cut where the caller says.
#include <random>
#include <string>

#include "unit/deadline/support.hpp"

namespace explain_test {

using namespace cchc;

namespace {

using Role = Explanation::Role;
using Step = Explanation::Step;

Explanation explained(std::string_view preset, std::string_view received, std::string_view amount,
                      std::size_t max_steps = 400) {
    const CountingRule rule = CountingRule::builtin(preset);
    return explain(vn(), rule, instant(received), limit_of(rule, amount), max_steps);
}

char letter(Role role) {
    switch (role) {
        case Role::receipt: return 'R';
        case Role::counted: return 'c';
        case Role::skipped: return '-';
        case Role::rolled_off: return 'x';
        case Role::rolled_to: return '>';
    }
    return '?';
}

// The roles of all steps, one letter a day, e.g. "Rcc--c".
std::string roles(const Explanation& e) {
    std::string text;
    for (const Step& step : e.steps) text += letter(step.role);
    return text;
}

std::int64_t sum_of_numbers(const Explanation& e) {
    std::int64_t sum = 0;
    for (const Step& step : e.steps) sum += step.number;
    return sum;
}

// What holds for every explanation; the first thing that does not, or "".
std::string fault(const Explanation& e) {
    if (e.steps.empty() || e.steps.front().day.date != date_of(e.received)) return "does not begin with the receipt";
    if (e.steps.back().day.date != e.due.date) return "does not end with the due date";
    for (std::size_t i = 0; i < e.steps.size(); ++i) {
        const Step& step = e.steps[i];
        if (i > 0 && step.day.date != e.steps[i - 1].day.date + std::chrono::days{1}) return "leaves out a date";
        const bool off = !step.day.is_working();
        if ((step.role == Role::skipped || step.role == Role::rolled_off) && !off) return "skips a working day";
        if (step.role == Role::rolled_to && off) return "rolls to a day off";
        const bool fixed = step.day.kind != DayKind::working && step.day.kind != DayKind::weekly_rest;
        if (fixed && (step.day.name.vi.empty() || step.day.source.empty())) return "a day off without name or source";
    }
    return {};
}

// The numbers of the counted days are 1, 2, 3 … without a gap; returns the last one.
std::int64_t last_number(const Explanation& e) {
    std::int64_t number = 0;
    for (const Step& step : e.steps)
        if (step.role == Role::counted && step.number != ++number) return -1;
    return number;
}

}  // namespace

TEST_CASE("explain: working days across 30/4-1/5 2019") {
    const Explanation e = explained("working-days", "2019-04-25T10:00", "4");
    CHECK(roles(e) == "Rc-----ccc");
    CHECK(e.steps[4].day.date == day("2019-04-29"));
    CHECK(e.steps[4].day.kind == DayKind::swap);
    CHECK(e.steps[4].day.source.find("3238/TB-LĐTBXH") != std::string::npos);
    CHECK(e.steps[5].day.name.vi == "Ngày Chiến thắng 30/4");
    CHECK(e.steps[9].day.kind == DayKind::worked);
    CHECK(e.steps[9].day.instead_of == day("2019-04-29"));
    CHECK(e.steps[9].number == 4);
    CHECK(e.calendar_id == "vn");
    CHECK(e.calendar_version == "2026.1");
    CHECK(e.rule.id == "working-days");
    CHECK(e.limit.amount == Decimal(4));
    CHECK(e.received == instant("2019-04-25T10:00"));
    CHECK(e.counted_from == e.received);
    CHECK_FALSE(e.steps_cut);
    CHECK(text_of(e.due) == "2019-05-04T17:00");
}

TEST_CASE("explain: a last calendar day on a holiday is rolled off") {
    const Explanation e = explained("calendar-days", "2020-01-13T09:00", "10");
    CHECK(roles(e) == "Rcccccccccx------>");
    CHECK(e.steps[10].day.date == day("2020-01-23"));
    CHECK(e.steps[10].day.name.vi == "Tết Nguyên đán");
    CHECK(e.steps.back().day.date == day("2020-01-30"));
    CHECK(roles(explained("calendar-days", "2020-06-17T09:10", "2")) == "Rcc");
    CHECK(roles(explained("weeks", "2020-06-21T09:10", "1")) == "Rccccccx>");
    CHECK(roles(explained("months", "2021-01-31T09:00", "1")) == "R" + std::string(27, 'c') + "x>");
}

TEST_CASE("explain: a cut-off and closed hours move the beginning") {
    const Explanation same = explained("same-day-15h", "2020-06-19T15:30", "0");
    CHECK(roles(same) == "R--c");
    CHECK(same.counted_from == instant("2020-06-22T07:30"));
    const Explanation next = explained("from-next-day-15h", "2020-06-19T15:30", "1");
    CHECK(roles(next) == "R--Rc");
    CHECK(next.counted_from == instant("2020-06-22T07:30"));
    CHECK(explained("from-next-day-15h", "2020-06-19T15:00", "1").counted_from == instant("2020-06-19T15:00"));
    const Explanation kept = explained("working-days-keep-time", "2020-06-17T12:15", "1");
    CHECK(roles(kept) == "Rc");
    CHECK(kept.counted_from == instant("2020-06-17T13:30"));
}

TEST_CASE("explain: working hours name the seconds of each date") {
    const Explanation e = explained("working-hours", "2020-06-17T09:10", "8");
    CHECK(roles(e) == "cc");
    CHECK(e.steps[0].number == 5 * 3600 + 50 * 60);
    CHECK(e.steps[1].number == 2 * 3600 + 10 * 60);
    CHECK(roles(explained("working-hours", "2020-06-17T18:00", "1")) == "Rc");
    CHECK(roles(explained("working-hours", "2020-06-20T10:00", "1")) == "--c");
    CHECK(roles(explained("working-hours", "2020-01-22T16:00", "8")) == "c-------c");
}

TEST_CASE("explain: working hours that end as the next session opens are moved there, not received there") {
    CountingRule rule = CountingRule::builtin("working-hours");
    rule.boundary = Boundary::latest;
    const Explanation e = explain(vn(), rule, instant("2020-06-19T07:30"), limit_of(rule, "7.5"));
    CHECK(roles(e) == "c-->");
    CHECK(e.steps[0].number == 27000);
    CHECK(text_of(e.due) == "2020-06-22T07:30");
}

TEST_CASE("explain: clock hours count from the moment itself, so the day of receipt counts") {
    const Explanation e = explained("clock-hours", "2020-06-19T16:00", "24");
    CHECK(roles(e) == "cc");
    CHECK(e.steps[0].number == 8 * 3600);
    CHECK(e.steps[1].number == 16 * 3600);
    CHECK(roles(explained("clock-hours", "2020-06-17T09:10", "2")) == "c");
    CHECK(roles(explained("clock-hours", "2020-06-17T16:00", "8")) == "c");  // to 24:00
    CountingRule rule = CountingRule::builtin("clock-hours");
    rule.roll = Roll::next_working_day;
    const Explanation rolled = explain(vn(), rule, instant("2020-06-19T16:00"), limit_of(rule, "24"));
    CHECK(roles(rolled) == "cx->");
    CHECK(rolled.steps[1].number == 16 * 3600);
}

TEST_CASE("explain agrees with due, whatever the preset and the dossier") {
    std::mt19937 random(20200617);
    const auto below = [&](unsigned n) { return static_cast<std::int32_t>(random() % n); };
    for (const std::string& preset : CountingRule::builtin_ids()) {
        const CountingRule rule = CountingRule::builtin(preset);
        CAPTURE(preset);
        for (int i = 0; i < 400; ++i) {
            const Instant received = at(day("2015-01-01") + std::chrono::days{below(3900)}, below(seconds_per_day));
            const TimeLimit limit{Decimal(1 + below(rule.unit == Unit::year ? 1 : 9)), rule.unit};
            CAPTURE(to_string(received), limit.amount.to_string());
            const Explanation e = explain(vn(), rule, received, limit);
            REQUIRE(e.due == due(vn(), rule, received, limit));
            REQUIRE(fault(e) == "");
            const std::int64_t whole = limit.amount.coefficient();
            if (rule.unit == Unit::working_day) REQUIRE(last_number(e) == whole);
            if (rule.unit == Unit::calendar_day)
                REQUIRE(last_number(e) + static_cast<std::int64_t>(roles(e).find('x') != std::string::npos) == whole);
            if (rule.unit == Unit::working_hour || rule.unit == Unit::clock_hour) REQUIRE(sum_of_numbers(e) == whole * 3600);
        }
    }
}

TEST_CASE("explain: half a day is the first half of the last day") {
    const Explanation e = explained("working-days", "2020-06-17T14:00", "1.5");
    CHECK(roles(e) == "Rcc");
    CHECK(text_of(e.due) == "2020-06-19T11:30");
    CHECK(roles(explained("working-days-keep-time", "2020-06-17T09:10", "0.5")) == "R");
    CHECK(roles(explained("working-days-keep-time", "2020-06-17T15:30", "0.5")) == "Rc");
}

TEST_CASE("explain: the list of days is cut where the caller says, the due date is not") {
    const Explanation whole = explained("working-days", "2019-04-25T10:00", "4", 10);
    CHECK(whole.steps.size() == 10);
    CHECK_FALSE(whole.steps_cut);
    for (const std::size_t most : {0, 1, 5, 9}) {
        CAPTURE(most);
        const Explanation e = explained("working-days", "2019-04-25T10:00", "4", most);
        CHECK(e.steps.size() == most);
        CHECK(e.steps_cut);
        CHECK(e.due == whole.due);
    }
    for (const auto* preset : {"calendar-days", "working-hours", "clock-hours", "from-next-day-15h"}) {
        CAPTURE(preset);
        const Explanation e = explained(preset, "2020-01-22T16:00", "200", 3);
        CHECK(e.steps.size() == 3);
        CHECK(e.steps_cut);
    }
    const Explanation years = explained("years", "2016-02-29T10:00", "10");
    CHECK(years.steps.size() == 400);
    CHECK(years.steps_cut);
    CHECK(text_of(years.due) == "2026-03-02T24:00");  // 28 February 2026 is a Saturday
}

}  // namespace explain_test
