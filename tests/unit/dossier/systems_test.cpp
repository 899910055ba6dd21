// What the systems in use say of one dossier, each under its preset: a case for each row of the comparison tables of
// domain/systems-in-use.md §2.1 and §2.2 and of domain/deadlines.md §5.3 that is about outcomes.
#include "outcome_oracle.hpp"
#include "test.hpp"

namespace systems_test {

using namespace cchc;
using namespace cchc::test;

namespace {

struct Case {
    const char* received = "2020-03-02T08:00";
    const char* due = "";
    const char* completed = "";
    const char* returned = "";
    Status status = Status::unknown;
    const char* asked = "";
};

// The outcome as of 2020-04-01: the period is over, its last day is 31 March.
std::string outcome(const Policy& policy, const Case& c) {
    Dossier d;
    d.id = "HS-1";
    d.status = c.status;
    const auto set = [&d](Event e, const char* text) {
        if (*text != '\0') d.event(e) = parse_moment(text);
    };
    set(Event::received, c.received);
    set(Event::due, c.due);
    set(Event::completed, c.completed);
    set(Event::returned, c.returned);
    set(Event::supplement_requested, c.asked);
    Dossiers dossiers;
    REQUIRE(dossiers.push_back(d) == Problem::none);
    std::vector<Outcome> out(1);
    classify(dossiers, policy, *make_date(2020, 4, 1), out);
    CHECK(out[0] == expected_outcome(d, policy, *make_date(2020, 4, 1)));
    return std::string(to_string(out[0]));
}
std::string outcome(const char* preset, const Case& c) { return outcome(Policy::builtin(preset), c); }

constexpr const char* due_at_17 = "2020-03-10T17:00";
Case ended(const char* completed) { return {.due = due_at_17, .completed = completed}; }
Case ended_as(Status status, const char* completed) { return {.due = due_at_17, .completed = completed, .status = status}; }

const std::vector<const char*> presets = {"form-ii06a", "decree-61", "qd-766", "opencps", "td", "outline-274"};

}  // namespace

TEST_CASE("§2.1 the day before and the day after the due date: all systems agree") {
    for (const char* preset : presets) {
        INFO(preset);
        CHECK(outcome(preset, ended("2020-03-09T17:30")) == "early");
        CHECK(outcome(preset, ended("2020-03-11T07:00")) == "overdue");
    }
}

TEST_CASE("§2.1 OpenCPS: on the due date the instant decides, but never makes a dossier early") {
    CHECK(outcome("opencps", ended("2020-03-10T08:00")) == "on_time");
    CHECK(outcome("opencps", ended("2020-03-10T17:00")) == "on_time");
    CHECK(outcome("opencps", ended("2020-03-10T17:01")) == "overdue");
    CHECK(outcome("opencps", {.due = "2020-03-10", .completed = "2020-03-10T23:00"}) == "on_time");  // a date alone
}

TEST_CASE("§2.1 OpenCPS: early also when it was finished before the due date, but overdue wins") {
    CHECK(outcome("opencps", {.due = due_at_17, .completed = "2020-03-10T08:00", .returned = "2020-03-09"}) == "early");
    CHECK(outcome("opencps", {.due = due_at_17, .completed = "2020-03-10T08:00", .returned = "2020-03-10"}) == "on_time");
    CHECK(outcome("opencps", {.due = due_at_17, .completed = "2020-03-10T18:00", .returned = "2020-03-09"}) == "overdue");
    CHECK(outcome("td", {.due = due_at_17, .completed = "2020-03-10T08:00", .returned = "2020-03-09"}) == "on_time");
}

TEST_CASE("§2.1 OpenCPS with its dueDate.day flag, and its SQL reports: by date") {
    Policy by_day = Policy::builtin("opencps");
    by_day.compare = Policy::Compare::date;
    CHECK(outcome(by_day, ended("2020-03-10T17:01")) == "on_time");
    CHECK(outcome(by_day, {.completed = "2020-03-10T17:01"}) == "on_time");  // "day = or null"
}

TEST_CASE("§2.1 OpenCPS BetimeUtils: no due date is early") {
    Policy betime = Policy::builtin("opencps");
    betime.missing_due = Policy::MissingDue::early;
    CHECK(outcome(betime, {.completed = "2020-03-20T09:00"}) == "early");
    CHECK(outcome(betime, {}) == "in_process_within");
}

TEST_CASE("§2.1 TD: by date; its older report by the instant, so that on time hardly occurs") {
    CHECK(outcome("td", ended("2020-03-10T23:00")) == "on_time");
    Policy older = Policy::builtin("td");
    older.compare = Policy::Compare::instant;
    older.completed_by = Policy::CompletedBy::returned;
    CHECK(outcome(older, {.due = due_at_17, .completed = "2020-03-05", .returned = "2020-03-10T16:59"}) == "early");
    CHECK(outcome(older, {.due = due_at_17, .completed = "2020-03-05", .returned = "2020-03-10T17:00"}) == "on_time");
    CHECK(outcome(older, {.due = due_at_17, .completed = "2020-03-05", .returned = "2020-03-10T17:01"}) == "overdue");
}

TEST_CASE(
    "§2.1 and §2.2 no due date: on time and within limit in the systems, a class of its own in the library's own presets") {
    const Case resolved{.completed = "2020-03-20T09:00"}, open{};
    for (const char* preset : {"opencps", "td"}) {
        INFO(preset);
        CHECK(outcome(preset, resolved) == "on_time");
        CHECK(outcome(preset, open) == "in_process_within");
    }
    for (const char* preset : {"form-ii06a", "decree-61", "qd-766", "outline-274"}) {
        INFO(preset);
        CHECK(outcome(preset, resolved) == "no_due_resolved");
        CHECK(outcome(preset, open) == "no_due_in_process");
    }
}

TEST_CASE("§2.1 which date ends a dossier: the result, or its collection") {
    const Case collected_late{.due = due_at_17, .completed = "2020-03-09", .returned = "2020-03-20"};
    for (const char* preset : presets) CHECK(outcome(preset, collected_late) == "early");
    const Case only_collected{.due = due_at_17, .returned = "2020-03-09"};
    CHECK(outcome("form-ii06a", only_collected) == "early");
    for (const char* preset : {"opencps", "td", "qd-766"}) CHECK(outcome(preset, only_collected) == "in_process_overdue");
}

TEST_CASE("§2.2 refused at the counter: never received, in every system") {
    for (const char* preset : presets) CHECK(outcome(preset, {.status = Status::not_accepted}) == "not_received");
}

TEST_CASE("§2.2 withdrawn: apart in OpenCPS, always on time in TD, the form and 766, apart where the decree is silent") {
    const Case late = ended_as(Status::withdrawn, "2020-03-20");
    CHECK(outcome("opencps", late) == "own_class");
    for (const char* preset : {"td", "form-ii06a", "qd-766", "outline-274"}) CHECK(outcome(preset, late) == "on_time");
    CHECK(outcome("decree-61", late) == "own_class");
    // Without a release date it stays in process.
    CHECK(outcome("opencps", {.due = "2020-04-20", .status = Status::withdrawn}) == "in_process_within");
}

TEST_CASE("§2.2 not resolved (a refusal after appraisal) is a result, judged by its date") {
    for (const char* preset : presets) {
        CHECK(outcome(preset, ended_as(Status::refused, "2020-03-09")) == "early");
        CHECK(outcome(preset, ended_as(Status::refused, "2020-03-11")) == "overdue");
    }
}

TEST_CASE("§2.2 denied, which OpenCPS sends as 8: counted nowhere; TD keeps 8 in process within limit; 766 ends it") {
    const Case stopped = ended_as(Status::stopped, "2020-03-20");
    CHECK(outcome("opencps", stopped) == "excluded");
    CHECK(outcome("td", stopped) == "in_process_within");
    CHECK(outcome("form-ii06a", stopped) == "in_process_within");
    CHECK(outcome("qd-766", stopped) == "overdue");
}

TEST_CASE("§2.2 and §5.3 waiting for a supplement past the due date") {
    const Case waits{.due = due_at_17, .status = Status::supplement, .asked = "2020-03-05T10:00"};
    for (const char* preset : {"opencps", "td", "form-ii06a", "decree-61", "outline-274"})
        CHECK(outcome(preset, waits) == "in_process_within");
    CHECK(outcome("qd-766", waits) == "early");  // the end is the request
    CHECK(outcome("qd-766", {.due = due_at_17, .asked = "2020-03-10T18:00"}) == "on_time");
    CHECK(outcome("qd-766", {.due = due_at_17, .asked = "2020-03-11"}) == "overdue");
    // What ended after all is judged by its end.
    CHECK(outcome("qd-766", {.due = due_at_17, .completed = "2020-03-20", .asked = "2020-03-05"}) == "overdue");
    CHECK(outcome("qd-766", {.due = due_at_17, .completed = "2020-04-01", .asked = "2020-03-05"}) == "early");
}

TEST_CASE("§2.2 open, and due on the last day of the period: overdue in OpenCPS, within limit in TD and the form") {
    const Case last_day{.due = "2020-03-31T17:00"};
    CHECK(outcome("opencps", last_day) == "in_process_overdue");
    for (const char* preset : {"td", "form-ii06a", "decree-61", "qd-766", "outline-274"})
        CHECK(outcome(preset, last_day) == "in_process_within");
    for (const char* preset : presets) CHECK(outcome(preset, {.due = "2020-03-30T17:00"}) == "in_process_overdue");
}

TEST_CASE("§5.3 a due date that was moved: the decree compares with the first one") {
    Dossier d;
    d.id = "HS-1";
    d.event(Event::received) = parse_moment("2020-03-02T08:00");
    d.event(Event::original_due) = parse_moment(due_at_17);
    d.event(Event::due) = parse_moment("2020-03-20T17:00");
    d.event(Event::completed) = parse_moment("2020-03-18T09:00");
    Dossiers dossiers;
    dossiers.push_back(d);
    std::vector<Outcome> out(1);
    for (const char* preset : presets) {
        INFO(preset);
        classify(dossiers, Policy::builtin(preset), *make_date(2020, 4, 1), out);
        CHECK(out[0] == (preset == std::string("decree-61") ? Outcome::overdue : Outcome::early));
    }
}

}  // namespace systems_test
