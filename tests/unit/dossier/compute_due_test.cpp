// Due dates that are computed for dossiers, against due() one by one; and rows for which none can be computed.
#include "csv_support.hpp"
#include "outcome_oracle.hpp"
#include "random_dossiers.hpp"
#include "test.hpp"

namespace compute_due_test {

using namespace cchc;
using namespace cchc::test;

namespace {

const Calendar& vn() {
    static const Calendar calendar = Calendar::builtin("vn");
    return calendar;
}

RuleSet rules_of(std::initializer_list<const char*> ids) {
    RuleSet rules;
    for (const char* id : ids) rules.set(CountingRule::builtin(id));
    return rules;
}

Policy with_source(Policy::DueSource source) {
    Policy policy;
    policy.due_source = source;
    return policy;
}

// The rules for which a receipt without its hour says too little, by id.
bool wants_hour(const std::string& rule) {
    return rule == "working-hours" || rule == "clock-hours" || rule == "same-day-15h" || rule == "from-next-day-15h" ||
           rule == "working-days-keep-time";
}

Instant instant_of(const Moment& m) { return at(m.date, std::max(m.second, 0)); }

// Some of the dossiers still wait for a supplement then.
const Date as_of = *make_date(2020, 4, 1);

// What becomes of a row, one due date at a time.
Dossier expected(Dossier d, const Policy& policy, const RuleSet& rules) {
    const bool compute = policy.due_source == Policy::DueSource::computed ||
                         (policy.due_source == Policy::DueSource::recorded_or_computed && !d.event(Event::due));
    if (policy.due_source == Policy::DueSource::computed) d.event(Event::due).reset();
    const auto& received = d.event(Event::received);
    if (!compute || !d.limit || d.problem != Problem::none || !received) return d;
    const CountingRule& rule = rules[d.limit->unit];
    if (received->second < 0 && wants_hour(rule.id)) {
        d.problem = Problem::needs_hour;
        return d;
    }
    try {
        const Instant from = at(received->date, std::max(received->second, 0));
        std::vector<Pause> pauses;
        const auto &asked = d.event(Event::supplement_requested), &answered = d.event(Event::supplement_received);
        if (asked && (!answered || instant_of(*answered) >= instant_of(*asked))) {
            pauses.push_back({policy.supplement_pause, instant_of(*asked), {}, {}});
            if (answered) pauses.back().to = instant_of(*answered);
        }
        const Due found = due_with_pauses(vn(), rule, from, *d.limit, pauses, at(as_of));
        // A row received outside the calendar is refused, even under a rule that would not have to look there.
        if (received->date < vn().from() || received->date >= vn().to()) throw Error(ErrorCode::outside_coverage, "");
        d.event(Event::due) = Moment{found.date, static_cast<std::int32_t>((found.at - at(found.date)).count())};
    } catch (const Error& error) {
        d.problem = error.code() == ErrorCode::outside_coverage ? Problem::outside_coverage : Problem::limit_refused;
    }
    return d;
}

// Computes for all rows and compares with the plain way; the number of rows that got a problem.
std::size_t check(const Dossiers& given, const Policy& policy, const RuleSet& rules) {
    Dossiers dossiers = given;
    const std::size_t failed = compute_due(dossiers, policy, vn(), rules, as_of);
    std::size_t expected_failures = 0;
    REQUIRE(dossiers.size() == given.size());
    for (std::size_t i = 0; i < given.size(); ++i) {
        const Dossier plain = expected(given[i], policy, rules);
        expected_failures += plain.problem != given.problem[i] ? 1U : 0U;
        if (describe(dossiers[i]) != describe(plain)) {
            INFO("given    " << describe(given[i]));
            INFO("expected " << describe(plain));
            INFO("found    " << describe(dossiers[i]));
            FAIL("row " << i);
        }
    }
    CHECK(failed == expected_failures);
    return failed;
}

// Random dossiers with limits of all units, some that no rule takes, some outside the calendar.
Dossiers dossiers_with_limits(unsigned seed, std::size_t count) {
    RandomDossiers random(seed, *make_date(2020, 1, 10), 120);
    Dossiers out;
    for (std::size_t i = 0; i < count; ++i) {
        Dossier d = random.next();
        const auto unit = static_cast<Unit>(random.below(unit_count));
        const std::int64_t milli = random.below(10) == 0 ? random.below(100'000) : 500 * random.below(60);
        if (random.below(6) != 0) d.limit = TimeLimit{Decimal(milli, 3), unit};
        if (random.below(40) == 0)
            d.event(Event::received) = moment(random.below(2) == 0 ? "2014-12-31T09:00" : "2026-12-30T09:00");
        if (random.below(2) == 0) d.event(Event::due).reset();
        out.push_back(d);
    }
    return out;
}

Dossier one(const char* received, TimeLimit limit, const char* due = nullptr) {
    Dossier d;
    d.id = "HS";
    d.event(Event::received) = moment(received);
    if (due != nullptr) d.event(Event::due) = moment(due);
    d.limit = limit;
    return d;
}

// The due date of one dossier, or the name of its problem.
std::string computed(const Dossier& d, const RuleSet& rules = {}, const Policy& policy = {}) {
    Dossiers dossiers;
    dossiers.push_back(d);
    const std::size_t failed = compute_due(dossiers, policy, vn(), rules, as_of);
    CHECK(failed == (dossiers.problem[0] == Problem::none ? 0U : 1U));
    return dossiers.problem[0] == Problem::none ? describe(dossiers[0].event(Event::due))
                                                : std::string(to_string(dossiers.problem[0]));
}

}  // namespace

TEST_CASE("computed due dates are those of due(), for all sources and many rules") {
    const Dossiers some = dossiers_with_limits(6, 3000);
    for (const auto source :
         {Policy::DueSource::recorded, Policy::DueSource::recorded_or_computed, Policy::DueSource::computed}) {
        const Policy policy = with_source(source);
        const std::size_t plain = check(some, policy, {});
        CHECK((plain == 0) == (source == Policy::DueSource::recorded));
        check(some, policy, rules_of({"same-day-15h", "clock-hours"}));
        check(some, policy, rules_of({"working-days-keep-time"}));
        check(some, policy, rules_of({"from-next-day-15h"}));
        for (const auto model :
             {PauseModel::none, PauseModel::add_elapsed, PauseModel::restart, PauseModel::add_calendar_days}) {
            Policy paused = policy;
            paused.supplement_pause = model;
            check(some, paused, {});
        }
    }
}

TEST_CASE("so many rows that they go through the batch of the plain rule") {
    CHECK(check(dossiers_with_limits(7, 40000), with_source(Policy::DueSource::computed), {}) > 0);
}

TEST_CASE("a due date on record stays, unless the policy says computed") {
    const TimeLimit five{Decimal(5), Unit::working_day};
    CHECK(computed(one("2020-06-17T09:10", five)) == "2020-06-24T17:00");
    CHECK(computed(one("2020-06-17", five)) == "2020-06-24T17:00");  // working days need no hour
    CHECK(computed(one("2020-06-17T09:10", five, "2020-07-01")) == "2020-07-01");
    CHECK(computed(one("2020-06-17T09:10", five, "2020-07-01"), {}, with_source(Policy::DueSource::computed)) ==
          "2020-06-24T17:00");
    CHECK(computed(one("2020-06-17T09:10", five), {}, with_source(Policy::DueSource::recorded)) == "-");
    Dossier none = one("2020-06-17T09:10", five, "2020-07-01");
    none.limit.reset();
    CHECK(computed(none, {}, with_source(Policy::DueSource::computed)) == "-");
}

TEST_CASE("why a due date cannot be computed") {
    CHECK(computed(one("2020-06-17", {Decimal(4), Unit::working_hour})) == "needs_hour");
    CHECK(computed(one("2020-06-17", {Decimal(4), Unit::clock_hour})) == "needs_hour");
    CHECK(computed(one("2020-06-17", {Decimal(1), Unit::working_day}), rules_of({"from-next-day-15h"})) == "needs_hour");
    CHECK(computed(one("2020-06-17T09:00", {Decimal(5, 1), Unit::calendar_day})) == "limit_refused");
    CHECK(computed(one("2020-06-17T09:00", {Decimal(0), Unit::working_day})) == "limit_refused");
    CHECK(computed(one("2026-12-30T09:00", {Decimal(5), Unit::working_day})) == "outside_coverage");
    CHECK(computed(one("2014-12-30T09:00", {Decimal(5), Unit::working_day})) == "outside_coverage");
    // None of this matters where the due date is on record.
    CHECK(computed(one("2020-06-17", {Decimal(4), Unit::working_hour}, "2020-06-18")) == "2020-06-18");
}

TEST_CASE("a limit of 0 is the day of receipt where that day is counted") {
    const TimeLimit zero{Decimal(0), Unit::working_day};
    CHECK(computed(one("2020-06-17T09:10", zero), rules_of({"same-day-15h"})) == "2020-06-17T17:00");
    CHECK(computed(one("2020-06-17T15:10", zero), rules_of({"same-day-15h"})) == "2020-06-18T17:00");
}

TEST_CASE("rows that cannot be judged anyway stay as they are and are not counted again") {
    Dossier d = one("2020-06-17", {Decimal(4), Unit::working_hour});
    d.problem = Problem::bad_date;
    Dossiers dossiers;
    dossiers.push_back(d);
    CHECK(compute_due(dossiers, {}, vn(), {}, as_of) == 0);
    CHECK(dossiers.problem[0] == Problem::bad_date);
    // A dossier that was never received has no limit to count.
    Dossier registered;
    registered.id = "HS";
    registered.status = Status::registered;
    registered.limit = TimeLimit{Decimal(4), Unit::working_hour};
    dossiers.push_back(registered);
    CHECK(compute_due(dossiers, {}, vn(), {}, as_of) == 0);
    CHECK(dossiers.problem[1] == Problem::none);
}

TEST_CASE("a rule set has a rule for each unit, and a new one replaces that of its unit") {
    RuleSet rules;
    for (std::uint8_t u = 0; u < unit_count; ++u) {
        const auto unit = static_cast<Unit>(u);
        CHECK(rules[unit].unit == unit);
        CHECK(rules[unit] == CountingRule::builtin_for(unit));
    }
    rules.set(CountingRule::builtin("same-day-15h"));
    CHECK(rules[Unit::working_day].id == "same-day-15h");
    CHECK(rules[Unit::calendar_day].id == "calendar-days");
}

}  // namespace compute_due_test
