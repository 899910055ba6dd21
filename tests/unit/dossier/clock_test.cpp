// Pauses, supplements and extensions of dossiers: what each system makes of them, as of any date, against the plainest
// words.
#include <random>

#include "csv_support.hpp"
#include "outcome_oracle.hpp"
#include "random_dossiers.hpp"
#include "test.hpp"

namespace clock_test {

using namespace cchc;
using namespace cchc::test;

namespace {

const Calendar& vn() {
    static const Calendar calendar = Calendar::builtin("vn");
    return calendar;
}

Moment moment_at(const char* text) { return parse_moment(text).value(); }

ClockEvent event(ClockKind kind, const char* from, const char* to = "", const char* due_after = "",
                 const char* due_before = "") {
    ClockEvent e;
    e.kind = kind;
    e.from = moment_at(from);
    e.to = parse_moment(to);
    e.due_after = parse_moment(due_after);
    e.due_before = parse_moment(due_before);
    return e;
}

// Received on Monday 1 June 2020, five working days: due on Monday 8 June.
Dossier five_days(std::vector<ClockEvent> clock) {
    Dossier d;
    d.id = "HS-1";
    d.event(Event::received) = moment_at("2020-06-01T09:00");
    d.limit = TimeLimit{Decimal(5), Unit::working_day};
    d.clock = std::move(clock);
    return d;
}

std::string due_under(const Policy& policy, const Dossier& d, Date as_of = *make_date(2020, 9, 1)) {
    Dossiers dossiers;
    dossiers.push_back(d);
    compute_due(dossiers, policy, vn(), {}, as_of);
    const auto due = dossiers[0].event(Event::due);
    return due ? to_string(due->date) : "none";
}
std::string due_under(const char* preset, const Dossier& d, Date as_of = *make_date(2020, 9, 1)) {
    Policy policy = Policy::builtin(preset);
    policy.due_source = Policy::DueSource::computed;
    return due_under(policy, d, as_of);
}

std::string outcome(const Policy& policy, const Dossier& d, Date as_of) {
    Dossiers dossiers;
    dossiers.push_back(d);
    std::vector<Outcome> out(1);
    classify(dossiers, policy, as_of, out);
    return std::string(to_string(out[0]));
}

// --- The plainest words: the dossier as it would have been written down on the as-of date, without clock events. ---

Date changed_on(const ClockEvent& e) { return e.kind == ClockKind::extension ? e.from.date : e.to->date; }
bool has_changed(const ClockEvent& e) { return e.kind == ClockKind::extension || e.to; }

void write_due(Dossier& d, Event due, const std::vector<ClockEvent>& clock, Date as_of) {
    std::optional<Moment> set, replaced;
    Date set_on{}, replaced_on{};
    for (const ClockEvent& e : clock) {
        if (!has_changed(e)) continue;
        const Date on = changed_on(e);
        if (on < as_of && e.due_after && (!set || on >= set_on)) {
            set = e.due_after;
            set_on = on;
        }
        if (on >= as_of && e.due_before && (!replaced || on < replaced_on)) {
            replaced = e.due_before;
            replaced_on = on;
        }
    }
    if (set) {
        d.event(due) = set;
    } else if (replaced) {
        d.event(due) = replaced;
    }
}

Dossier flat(Dossier d, const Policy& policy, Date as_of) {
    std::vector<ClockEvent> clock = std::move(d.clock);
    d.clock.clear();
    std::stable_sort(clock.begin(), clock.end(), [](const ClockEvent& a, const ClockEvent& b) {
        return std::pair(a.from.date, a.from.second) < std::pair(b.from.date, b.from.second);
    });
    const auto waits = [](const ClockEvent& e) {
        return e.kind == ClockKind::supplement || e.kind == ClockKind::financial_duty;
    };
    bool any_supplement = false;
    for (const ClockEvent& e : clock) any_supplement = any_supplement || e.kind == ClockKind::supplement;
    if (any_supplement) {
        d.event(Event::supplement_requested).reset();
        d.event(Event::supplement_received).reset();
    }
    bool open = waits_for_supplement(d, as_of);
    for (const ClockEvent& e : clock) {
        if (!waits(e) || e.from.date >= as_of || open) continue;
        open = !e.to || e.to->date >= as_of;
        d.event(Event::supplement_requested) = e.from;
        d.event(Event::supplement_received) = open ? std::nullopt : e.to;
    }
    if (clock.empty()) return d;
    const bool computable = d.limit && policy.due_source != Policy::DueSource::recorded;
    if (!d.event(Event::due) && computable) return d;
    if (policy.due_version == Policy::DueVersion::current) {
        write_due(d, Event::due, clock, as_of);
        return d;
    }
    // The first due date on record, and what pauses made of it.
    if (!d.event(Event::original_due)) write_due(d, Event::original_due, clock, *make_date(1900, 1, 1));
    std::erase_if(clock, [](const ClockEvent& e) { return e.kind == ClockKind::extension; });
    for (ClockEvent& e : clock) e.due_before.reset();
    write_due(d, Event::original_due, clock, as_of);
    return d;
}

std::size_t requests_before(const Dossier& d, Date as_of) {
    std::size_t count = 0;
    for (const ClockEvent& e : d.clock) count += e.kind == ClockKind::supplement && e.from.date < as_of ? 1U : 0U;
    return count;
}

Outcome expected(const Dossier& d, const Policy& policy, Date as_of) {
    const Outcome plain = expected_outcome(flat(d, policy, as_of), policy, as_of);
    const bool again = policy.second_supplement == Policy::SecondSupplement::overdue && requests_before(d, as_of) > 1;
    if (!again || plain == Outcome::not_received || plain == Outcome::excluded) return plain;
    if (plain == Outcome::in_process_within || plain == Outcome::no_due_in_process) return Outcome::in_process_overdue;
    // A state that the policy does not judge by date stays what the policy makes of it.
    const bool by_state = d.status == Status::withdrawn
                              ? policy.withdrawn != Policy::Ended::by_date
                              : d.status == Status::returned && policy.returned != Policy::Ended::by_date;
    if (by_state && happened_before(end_on_record(d, policy), as_of)) return plain;
    if (plain == Outcome::early || plain == Outcome::on_time || plain == Outcome::no_due_resolved) return Outcome::overdue;
    return plain;
}

Dossier with_random_clock(RandomDossiers& random) {
    Dossier d = random.next();
    if (!d.event(Event::received)) return d;
    const Date received = d.event(Event::received)->date;
    const auto day = [&](int n) { return Moment{received + std::chrono::days{random.below(n)}, -1}; };
    for (int n = random.below(4); n > 0; --n) {
        ClockEvent e;
        e.kind = static_cast<ClockKind>(random.below(clock_kind_count));
        e.from = day(10);
        if (random.below(3) != 0) e.to = Moment{e.from.date + std::chrono::days{random.below(8)}, -1};
        if (random.below(2) == 0) e.due_before = day(12);
        if (random.below(2) == 0) e.due_after = day(20);
        d.clock.push_back(e);
    }
    return d;
}

}  // namespace

TEST_CASE("§1.5 the five models, each under the preset of the system that has it") {
    const Dossier d = five_days({event(ClockKind::supplement, "2020-06-04T10:00", "2020-06-09T15:00")});
    CHECK(due_under("form-ii06a", d) == "2020-06-11");  // the interval is excluded
    CHECK(due_under("qd-766", d) == "2020-06-11");
    CHECK(due_under("opencps", d) == "2020-06-12");    // the elapsed working time is added
    CHECK(due_under("decree-61", d) == "2020-06-16");  // the full period restarts
    CHECK(due_under("td", d) == "2020-06-15");         // calendar days are added
    const auto given = event(ClockKind::supplement, "2020-06-04T10:00", "2020-06-09T15:00", "2020-06-19T17:00");
    Policy replace = Policy::builtin("form-ii06a");
    replace.due_source = Policy::DueSource::computed;
    replace.supplement_pause = PauseModel::replace;
    CHECK(due_under(replace, five_days({given})) == "2020-06-19");  // a new deadline replaces the old one
}

TEST_CASE("each kind of pause has its own model, and an extension sets the date under all but the original due date") {
    const auto stop = [](ClockKind kind) { return event(kind, "2020-06-04T10:00", "2020-06-09T15:00"); };
    CHECK(due_under("decree-61", five_days({stop(ClockKind::financial_duty)})) == "2020-06-11");
    CHECK(due_under("decree-61", five_days({stop(ClockKind::other_body)})) == "2020-06-08");
    CHECK(due_under("td", five_days({stop(ClockKind::verification)})) == "2020-06-08");
    const Dossier extended = five_days({event(ClockKind::extension, "2020-06-05", "", "2020-06-15")});
    CHECK(due_under("form-ii06a", extended) == "2020-06-15");
    CHECK(due_under("form-ii06a", extended, *make_date(2020, 6, 5)) == "2020-06-08");  // not yet extended
    CHECK(due_under("decree-61", extended) == "2020-06-08");
}

TEST_CASE("the one round of the columns counts where no child record does") {
    Dossier d = five_days({});
    d.event(Event::supplement_requested) = moment_at("2020-06-04T10:00");
    d.event(Event::supplement_received) = moment_at("2020-06-09T15:00");
    CHECK(due_under("decree-61", d) == "2020-06-16");
    d.clock = {event(ClockKind::supplement, "2020-06-02", "2020-06-03")};
    CHECK(due_under("decree-61", d) == "2020-06-10");
    // A supplement that was received before it was asked for answers an earlier request.
    d.clock.clear();
    d.event(Event::supplement_received) = moment_at("2020-06-03");
    CHECK(due_under("decree-61", d) == "2020-06-08");
}

TEST_CASE("a recorded due date stands, and is the one that stood on the as-of date") {
    Dossier d = five_days({event(ClockKind::supplement, "2020-06-04", "2020-06-09", "2020-06-22", "2020-06-12"),
                           event(ClockKind::extension, "2020-06-20", "", "2020-06-30", "2020-06-22")});
    d.event(Event::due) = moment_at("2020-06-30");
    const Policy policy = Policy::builtin("form-ii06a");
    CHECK(due_under(policy, d) == "2020-06-30");
    CHECK(due_under(policy, d, *make_date(2020, 6, 21)) == "2020-06-30");
    CHECK(due_under(policy, d, *make_date(2020, 6, 20)) == "2020-06-22");
    CHECK(due_under(policy, d, *make_date(2020, 6, 9)) == "2020-06-12");
    // The same figures come out again next year: as of the end of May it was due on the date of then.
    d.event(Event::completed) = moment_at("2020-06-25");
    CHECK(outcome(policy, d, *make_date(2020, 6, 20)) == "in_process_within");
    CHECK(outcome(policy, d, *make_date(2020, 7, 1)) == "early");
    Policy original = policy;
    original.due_version = Policy::DueVersion::original;
    CHECK(outcome(original, d, *make_date(2020, 7, 1)) == "overdue");  // the 12th stood first
}

TEST_CASE("an end of which only the date is known ends the pause on that date") {
    Dossier d = five_days({event(ClockKind::supplement, "2020-06-04T10:00", "2020-06-04")});
    CHECK(due_under("decree-61", d) == "2020-06-11");
    CHECK(due_under("form-ii06a", d) == "2020-06-08");
    d.clock.clear();
    d.event(Event::supplement_requested) = moment_at("2020-06-04T10:00");
    d.event(Event::supplement_received) = moment_at("2020-06-04");
    CHECK(due_under("decree-61", d) == "2020-06-11");
}

TEST_CASE("a closed financial duty does not hide an open request of the columns") {
    Dossier d = five_days({event(ClockKind::financial_duty, "2020-06-03", "2020-06-04")});
    d.event(Event::due) = moment_at("2020-06-08");
    d.event(Event::supplement_requested) = moment_at("2020-06-02");
    CHECK(outcome(Policy::builtin("td"), d, *make_date(2020, 7, 1)) == "in_process_within");
}

TEST_CASE("the first due date keeps what a pause made of it, and loses what an extension did") {
    Dossier d = five_days({event(ClockKind::supplement, "2020-06-04", "2020-06-09", "2020-06-16", "2020-06-08")});
    d.event(Event::due) = moment_at("2020-06-16");
    d.event(Event::completed) = moment_at("2020-06-15");
    CHECK(outcome(Policy::builtin("decree-61"), d, *make_date(2020, 7, 1)) == "early");
    d.event(Event::original_due) = moment_at("2020-06-08");
    CHECK(outcome(Policy::builtin("decree-61"), d, *make_date(2020, 7, 1)) == "early");
    d.clock.front().kind = ClockKind::extension;
    CHECK(outcome(Policy::builtin("decree-61"), d, *make_date(2020, 7, 1)) == "overdue");
}

TEST_CASE("an extension never shortens: later pauses move the date that it set") {
    const auto extension = event(ClockKind::extension, "2020-06-03", "", "2020-06-12", "2020-06-08");
    const auto round = event(ClockKind::supplement, "2020-06-04", "2020-06-09");
    CHECK(due_under(Policy::builtin("form-ii06a"), five_days({extension})) == "2020-06-12");
    CHECK(due_under(Policy::builtin("form-ii06a"), five_days({round})) == "2020-06-11");
    CHECK(due_under(Policy::builtin("form-ii06a"), five_days({extension, round})) == "2020-06-17");
}

TEST_CASE("classify takes the due dates that compute_due found") {
    Policy policy = Policy::builtin("form-ii06a");
    policy.due_source = Policy::DueSource::computed;
    Dossier d = five_days({event(ClockKind::supplement, "2020-06-04", "2020-06-09", "2020-06-30")});
    d.event(Event::completed) = moment_at("2020-06-15");
    Dossiers dossiers;
    dossiers.push_back(d);
    const Date as_of = *make_date(2020, 7, 1);
    compute_due(dossiers, policy, vn(), {}, as_of);
    std::vector<Outcome> out(1);
    classify(dossiers, policy, as_of, out);
    CHECK(out[0] == Outcome::overdue);  // due on the 11th, whatever the system had set
}

TEST_CASE("computing due dates keeps the first one that only the events know") {
    const Policy policy = Policy::builtin("decree-61");
    const Date as_of = *make_date(2020, 7, 1);
    Dossier d = five_days({event(ClockKind::extension, "2020-06-05", "", "2020-06-15", "2020-06-08")});
    d.event(Event::due) = moment_at("2020-06-15");
    d.event(Event::completed) = moment_at("2020-06-12");
    REQUIRE(outcome(policy, d, as_of) == "overdue");
    Dossiers dossiers;
    dossiers.push_back(d);
    compute_due(dossiers, policy, vn(), {}, as_of);
    CHECK(outcome(policy, dossiers[0], as_of) == "overdue");
    CHECK(describe(dossiers[0].event(Event::original_due)) == "2020-06-08");
}

TEST_CASE("computing due dates moves no outcome that needed none") {
    RandomDossiers random(12, *make_date(2020, 3, 1), 40);
    Dossiers dossiers;
    for (int i = 0; i < 3000; ++i) dossiers.push_back(with_random_clock(random));
    std::vector<Outcome> before(dossiers.size()), after(dossiers.size());
    for (const std::string& preset : Policy::builtin_ids()) {
        const Policy policy = Policy::builtin(preset);
        const Date as_of = *make_date(2020, 4, 5);
        classify(dossiers, policy, as_of, before);
        Dossiers computed = dossiers;
        compute_due(computed, policy, vn(), {}, as_of);
        classify(computed, policy, as_of, after);
        for (std::size_t i = 0; i < dossiers.size(); ++i) {
            const Dossier d = dossiers[i];
            if (!d.event(Event::due) && d.limit) continue;
            INFO(preset << ": " << describe(d));
            REQUIRE(to_string(after[i]) == to_string(before[i]));
        }
    }
}

TEST_CASE("a waiting status without a date: within limit for the systems that go by the status of today") {
    for (const Status status : {Status::supplement, Status::financial_duty, Status::stopped}) {
        Dossier d = five_days({});
        d.event(Event::due) = moment_at("2020-06-08");
        d.status = status;
        const Date as_of = *make_date(2020, 7, 1);
        CHECK(outcome(Policy::builtin("td"), d, as_of) == "in_process_within");
        CHECK(outcome(Policy::builtin("form-ii06a"), d, as_of) == "in_process_overdue");
        const char* opencps = status == Status::stopped ? "in_process_overdue" : "in_process_within";
        CHECK(outcome(Policy::builtin("opencps"), d, as_of) == opencps);
    }
}

TEST_CASE("a second request for a supplement is overdue under 766, and only there") {
    Dossier d = five_days({event(ClockKind::supplement, "2020-06-02", "2020-06-03"),
                           event(ClockKind::supplement, "2020-06-04", "2020-06-05")});
    d.event(Event::due) = moment_at("2020-06-30");
    d.event(Event::completed) = moment_at("2020-06-10");
    for (const char* preset : {"form-ii06a", "decree-61", "opencps", "td"})
        CHECK(outcome(Policy::builtin(preset), d, *make_date(2020, 7, 1)) == "early");
    CHECK(outcome(Policy::builtin("qd-766"), d, *make_date(2020, 7, 1)) == "overdue");
    CHECK(outcome(Policy::builtin("qd-766"), d, *make_date(2020, 6, 6)) == "in_process_overdue");
    CHECK(outcome(Policy::builtin("qd-766"), d, *make_date(2020, 6, 4)) == "in_process_within");  // asked once so far
}

TEST_CASE("a dossier waits while a supplement or a financial duty is open, in any round") {
    const Policy form = Policy::builtin("form-ii06a");
    for (const ClockKind kind : {ClockKind::supplement, ClockKind::financial_duty, ClockKind::verification}) {
        Dossier d = five_days({event(kind, "2020-06-02", "2020-06-03"), event(kind, "2020-06-04")});
        d.event(Event::due) = moment_at("2020-06-08");
        const bool waits = kind != ClockKind::verification;
        CHECK(outcome(form, d, *make_date(2020, 7, 1)) == (waits ? "in_process_within" : "in_process_overdue"));
        CHECK(outcome(Policy::builtin("td"), d, *make_date(2020, 7, 1)) ==
              (waits ? "in_process_within" : "in_process_overdue"));
    }
}

TEST_CASE("an open pause at the end of the calendar is not due yet") {
    Dossier d = five_days({event(ClockKind::verification, "2026-12-23")});
    d.event(Event::received) = moment_at("2026-12-21T09:00");
    Dossiers dossiers;
    dossiers.push_back(d);
    CHECK(compute_due(dossiers, Policy::builtin("form-ii06a"), vn(), {}, *make_date(2027, 1, 1)) == 0);
    CHECK(outcome(Policy::builtin("form-ii06a"), dossiers[0], *make_date(2027, 1, 1)) == "in_process_within");
}

TEST_CASE("outcomes with clock events, against the plainest words") {
    RandomDossiers random(11, *make_date(2020, 3, 1), 40);
    Dossiers dossiers;
    std::vector<Dossier> given;
    for (int i = 0; i < 5000; ++i) {
        dossiers.push_back(with_random_clock(random));
        given.push_back(dossiers[dossiers.size() - 1]);  // as it was taken: a due date at 00:00 has no hour
    }
    std::size_t with_clock = 0;
    std::vector<Outcome> out(dossiers.size());
    for (const std::string& preset : Policy::builtin_ids()) {
        const Policy policy = Policy::builtin(preset);
        for (const Date as_of : {*make_date(2020, 3, 20), *make_date(2020, 4, 5), *make_date(2020, 6, 1)}) {
            classify(dossiers, policy, as_of, out);
            for (std::size_t i = 0; i < given.size(); ++i) {
                if (given[i].problem != Problem::none) continue;
                with_clock += given[i].clock.empty() ? 0U : 1U;
                if (out[i] == expected(given[i], policy, as_of)) continue;
                INFO(preset << " as of " << to_string(as_of) << ": " << describe(given[i]));
                CHECK(to_string(out[i]) == to_string(expected(given[i], policy, as_of)));
            }
        }
    }
    CHECK(with_clock > 10000);
}

TEST_CASE("clock events in columns: in order, dossier by dossier, and given back") {
    Dossiers dossiers;
    Dossier plain = five_days({});
    dossiers.push_back(plain);
    CHECK(dossiers.clock.empty());
    CHECK(dossiers.clock[0].empty());
    const auto early = event(ClockKind::supplement, "2020-06-02", "2020-06-03"),
               late = event(ClockKind::extension, "2020-06-05");
    CHECK(dossiers.push_back(five_days({late, early})) == Problem::none);
    dossiers.push_back(plain);
    CHECK(dossiers[1].clock == std::vector<ClockEvent>{early, late});
    CHECK(dossiers[2].clock.empty());
    CHECK(dossiers.add_clock(2, {{late}}) == Problem::none);
    CHECK(dossiers.add_clock(0, {{early}}) == Problem::none);
    CHECK(dossiers[0].clock == std::vector<ClockEvent>{early});
    CHECK(dossiers[1].clock == std::vector<ClockEvent>{early, late});
    CHECK(dossiers[2].clock == std::vector<ClockEvent>{late});
    CHECK(dossiers.add_clock(1, {{event(ClockKind::supplement, "2020-06-05", "2020-06-04")}}) == Problem::bad_pause);
    CHECK(dossiers.push_back(five_days({event(ClockKind::supplement, "2020-06-05T10:00", "2020-06-05T09:00")})) ==
          Problem::bad_pause);
    CHECK_THROWS_AS(dossiers.add_clock(9, {{late}}), Error);
    dossiers.clear_rows();
    CHECK(dossiers.clock.empty());
    dossiers.push_back(plain);
    CHECK(dossiers[0].clock.empty());
}

}  // namespace clock_test
