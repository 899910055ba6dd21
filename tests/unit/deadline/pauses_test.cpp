// Due dates of dossiers that were paused: against a walk day by day, and the five models that systems in use have.
#include <random>

#include "support.hpp"

namespace pauses_test {

using namespace cchc;

namespace {

Pause pause(PauseModel model, const char* from, const char* to) {
    Pause p;
    p.model = model;
    p.from = instant(from);
    if (to != nullptr) p.to = instant(to);
    return p;
}

Instant late() { return instant("2026-01-01T00:00"); }

std::string paused(const char* rule, const char* received, const TimeLimit& limit, std::vector<Pause> pauses,
                   Instant as_of = late()) {
    return to_string(due_with_pauses(vn(), CountingRule::builtin(rule), instant(received), limit, pauses, as_of).at);
}

// What `exclude` says of one pause, walking from date to date: a date of the limit is any counted one after the receipt that
// does not lie after the beginning of the pause and up to its end.
Date walk(Date received, Date from, Date to, std::int64_t limit, bool working_days) {
    std::int64_t left = limit;
    const auto counts = [&](Date d) { return !working_days || vn().is_working(d); };
    for (Date d = received; left > 0;) {
        d += std::chrono::days{1};
        if (d > from && d <= to) continue;  // the clock stands still
        if (counts(d)) --left;
        if (left == 0) {
            // The last day was begun, not ended: the day on which the pause ends takes its place.
            if (d == from && to > from) {
                Date end = to;
                while (!vn().is_working(end)) end += std::chrono::days{1};
                return end;
            }
            while (!vn().is_working(d)) d += std::chrono::days{1};
            return d;
        }
    }
    return received;
}

}  // namespace

TEST_CASE("exclude: one pause, day by day") {
    std::mt19937 random(1);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const Date first = *make_date(2019, 12, 1);
    for (int i = 0; i < 4000; ++i) {
        const bool working = below(2) == 0;
        const CountingRule rule = CountingRule::builtin(working ? "working-days" : "calendar-days");
        const Date received = first + std::chrono::days{below(500)};
        const Date from = received + std::chrono::days{below(15)}, to = from + std::chrono::days{below(20)};
        const std::int64_t limit = 1 + below(12);
        const Pause p{PauseModel::exclude, at(from, 10 * 3600), at(to, 11 * 3600), {}};
        const Due found = due_with_pauses(vn(), rule, at(received, 9 * 3600), {Decimal(limit), rule.unit}, {{p}}, late());
        const Due plain = due(vn(), rule, at(received, 9 * 3600), {Decimal(limit), rule.unit});
        INFO(to_string(received) << " + " << limit << (working ? " working" : " calendar") << " days, paused "
                                 << to_string(from) << " to " << to_string(to));
        // A limit that had ended before the pause stays ended, also where its last day was rolled on to a later one.
        const Date expected = p.from >= plain.at ? plain.date : walk(received, from, to, limit, working);
        const bool in_roll = !working && from >= received + std::chrono::days{limit} && p.from < plain.at;
        if (in_roll) continue;
        CHECK(to_string(found.date) == to_string(expected));
    }
}

TEST_CASE("exclude: hours count to the second, and overlapping pauses once") {
    const TimeLimit hours{Decimal(8), Unit::working_hour};
    // 07:30-11:30 and 13:30-17:00. Two hours are used by 09:30; six are left at 13:30 on Wednesday, 3.5 of them that day.
    const auto stop = pause(PauseModel::exclude, "2020-06-16T09:30", "2020-06-17T13:30");
    CHECK(paused("working-hours", "2020-06-16T07:30", hours, {stop}) == "2020-06-18T10:00");
    const auto overlapping = pause(PauseModel::exclude, "2020-06-16T15:00", "2020-06-17T10:00");
    CHECK(paused("working-hours", "2020-06-16T07:30", hours, {stop, overlapping}) == "2020-06-18T10:00");
    const TimeLimit clock{Decimal(8), Unit::clock_hour};
    CHECK(paused("clock-hours", "2020-06-16T07:30", clock, {stop}) == "2020-06-17T19:30");
}

TEST_CASE("exclude: several rounds, months, half days, and a pause that is still open") {
    const TimeLimit ten{Decimal(10), Unit::working_day};
    const auto a = pause(PauseModel::exclude, "2020-06-03T09:00", "2020-06-05T09:00");
    const auto b = pause(PauseModel::exclude, "2020-06-10T09:00", "2020-06-15T09:00");
    CHECK(paused("working-days", "2020-06-01T09:00", ten, {}) == "2020-06-15T17:00");
    CHECK(paused("working-days", "2020-06-01T09:00", ten, {a}) == "2020-06-17T17:00");
    CHECK(paused("working-days", "2020-06-01T09:00", ten, {b, a}) == "2020-06-22T17:00");
    // As of the 12th the second pause has taken two days so far; as of the 10th it has not happened.
    const auto open = pause(PauseModel::exclude, "2020-06-10T09:00", nullptr);
    CHECK(paused("working-days", "2020-06-01T09:00", ten, {a, open}, instant("2020-06-12T00:00")) == "2020-06-19T17:00");
    CHECK(paused("working-days", "2020-06-01T09:00", ten, {a, b}, instant("2020-06-12T00:00")) == "2020-06-19T17:00");
    CHECK(paused("working-days", "2020-06-01T09:00", ten, {a, b}, instant("2020-06-10T00:00")) == "2020-06-17T17:00");
    const TimeLimit half{Decimal(15, 1), Unit::working_day};
    CHECK(paused("working-days", "2020-06-01T09:00", half, {a}) == "2020-06-05T17:00");
    const auto first_day = pause(PauseModel::exclude, "2020-06-02T09:00", "2020-06-04T09:00");
    CHECK(paused("working-days", "2020-06-01T09:00", half, {first_day}) == "2020-06-05T11:30");
    // A month from 1 June has 30 days, 9 of which are used by 10 June; 21 days after 15 June.
    CHECK(paused("months", "2020-06-01T09:00", {Decimal(1), Unit::month}, {b}) == "2020-07-07T00:00");
}

TEST_CASE("exclude: nothing before the receipt, nothing after the end") {
    const TimeLimit five{Decimal(5), Unit::working_day};
    const auto before = pause(PauseModel::exclude, "2020-05-25T09:00", "2020-05-29T09:00");
    const auto after = pause(PauseModel::exclude, "2020-06-09T09:00", "2020-06-12T09:00");
    CHECK(paused("working-days", "2020-06-01T09:00", five, {before, after}) == "2020-06-08T17:00");
    const auto across = pause(PauseModel::exclude, "2020-05-25T09:00", "2020-06-03T09:00");
    CHECK(paused("working-days", "2020-06-01T09:00", five, {across}) == "2020-06-10T17:00");
}

TEST_CASE("restart, add elapsed, add calendar days, replace: the models of the systems in use") {
    const TimeLimit five{Decimal(5), Unit::working_day};
    const char *received = "2020-06-01T09:00", *asked = "2020-06-04T10:00", *answered = "2020-06-09T15:00";
    const auto with = [&](PauseModel model) {
        return paused("working-days", received, five, {pause(model, asked, answered)});
    };
    CHECK(with(PauseModel::none) == "2020-06-08T17:00");
    // Three days are used by the 4th, two are left after the 9th.
    CHECK(with(PauseModel::exclude) == "2020-06-11T17:00");
    // Five days again after the 9th.
    CHECK(with(PauseModel::restart) == "2020-06-16T17:00");
    // Thursday 1:30 + 3:30, Friday and Monday 7:30 each, Tuesday 4:00 + 1:30: 25:30 after Monday 17:00 is three days and
    // 3:00.
    CHECK(with(PauseModel::add_elapsed) == "2020-06-12T10:30");
    // Five calendar days after Monday the 8th is Saturday the 13th.
    CHECK(with(PauseModel::add_calendar_days) == "2020-06-15T17:00");
    auto replaced = pause(PauseModel::replace, asked, answered);
    CHECK(paused("working-days", received, five, {replaced}) == "2020-06-08T17:00");
    replaced.due = Due{*make_date(2020, 6, 19), instant("2020-06-19T17:00")};
    CHECK(paused("working-days", received, five, {replaced}) == "2020-06-19T17:00");
    // The new date can be stopped as the old one could: 8 of its days are left at the end of the first pause, 6 at the
    // second.
    const auto later = pause(PauseModel::exclude, "2020-06-11T09:00", "2020-06-15T09:00");
    CHECK(paused("working-days", received, five, {replaced, later}) == "2020-06-23T17:00");
    // These set a new due date when the pause ends; until then nothing moves.
    for (const auto model :
         {PauseModel::restart, PauseModel::add_elapsed, PauseModel::add_calendar_days, PauseModel::replace})
        CHECK(paused("working-days", received, five, {pause(model, asked, nullptr)}) == "2020-06-08T17:00");
}

TEST_CASE("models that follow each other build on each other, and overlapping pauses move nothing twice") {
    const TimeLimit five{Decimal(5), Unit::working_day};
    const auto added = pause(PauseModel::add_calendar_days, "2020-06-04T10:00", "2020-06-09T15:00");
    const auto excluded = pause(PauseModel::exclude, "2020-06-10T09:00", "2020-06-12T09:00");
    CHECK(paused("working-days", "2020-06-01T09:00", five, {added}) == "2020-06-15T17:00");
    CHECK(paused("working-days", "2020-06-01T09:00", five, {added, excluded}) == "2020-06-17T17:00");
    const auto inside = [](PauseModel model) { return pause(model, "2020-06-05T10:00", "2020-06-08T15:00"); };
    for (const auto model :
         {PauseModel::exclude, PauseModel::restart, PauseModel::add_calendar_days, PauseModel::add_elapsed}) {
        const auto whole = pause(model, "2020-06-04T10:00", "2020-06-09T15:00");
        CHECK(paused("working-days", "2020-06-01T09:00", five, {whole, inside(model)}) ==
              paused("working-days", "2020-06-01T09:00", five, {whole}));
    }
}

TEST_CASE("add calendar days is, by date, what one system does: the days less one, then eight working hours") {
    std::mt19937 random(2);
    for (int i = 0; i < 500; ++i) {
        const Date received = *make_date(2020, 1, 2) + std::chrono::days{random() % 300};
        const Date asked = received + std::chrono::days{1 + random() % 5},
                   answered = asked + std::chrono::days{1 + random() % 20};
        const Pause p{PauseModel::add_calendar_days, at(asked, 9 * 3600), at(answered, 9 * 3600), {}};
        const TimeLimit limit{Decimal(3), Unit::working_day};
        const CountingRule rule = CountingRule::builtin("working-days");
        const Date before = due(vn(), rule, at(received, 9 * 3600), limit).date;
        const Date shifted = before + (answered - asked) - std::chrono::days{1};
        const Due found = due_with_pauses(vn(), rule, at(received, 9 * 3600), limit, {{p}}, late());
        CHECK(to_string(found.date) == to_string(vn().next_working_day(shifted)));
    }
}

TEST_CASE("without pauses a due date is that of due(); a pause that ends before it begins is refused") {
    const TimeLimit five{Decimal(5), Unit::working_day};
    CHECK(due_with_pauses(vn(), CountingRule::builtin("working-days"), instant("2020-06-01T09:00"), five, {}, late()) ==
          due(vn(), CountingRule::builtin("working-days"), instant("2020-06-01T09:00"), five));
    const auto wrong = pause(PauseModel::exclude, "2020-06-05T09:00", "2020-06-04T09:00");
    CHECK_THROWS_AS(paused("working-days", "2020-06-01T09:00", five, {wrong}), Error);
    const auto far = pause(PauseModel::restart, "2020-06-05T09:00", "2026-12-30T09:00");
    CHECK_THROWS_AS(paused("working-days", "2020-06-01T09:00", five, {far}, instant("2026-12-31T00:00")), Error);
}

}  // namespace pauses_test
