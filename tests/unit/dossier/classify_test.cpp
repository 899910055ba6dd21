// Outcomes against the plain oracle, over every value of every field of a policy, and the presets on chosen cases.
#include <functional>

#include "csv_support.hpp"
#include "outcome_oracle.hpp"
#include "random_dossiers.hpp"
#include "test.hpp"

namespace classify_test {

using namespace cchc;
using namespace cchc::test;

namespace {

const Date first_day = *make_date(2020, 2, 24);

std::vector<Outcome> outcomes(const Dossiers& dossiers, const Policy& policy, Date as_of) {
    std::vector<Outcome> out(dossiers.size());
    classify(dossiers, policy, as_of, out);
    return out;
}

// The first row on which kernel and oracle disagree, described; "" if there is none.
std::string difference(const Dossiers& dossiers, const std::vector<Dossier>& rows, const Policy& policy, Date as_of) {
    const std::vector<Outcome> found = outcomes(dossiers, policy, as_of);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Outcome expected = expected_outcome(rows[i], policy, as_of);
        if (found[i] != expected)
            return "as of " + to_string(as_of) + ", expected " + std::string(to_string(expected)) + ", found " +
                   std::string(to_string(found[i])) + "\n" + describe(rows[i]) + policy.to_json();
    }
    return {};
}

// Every combination of the fields that concern all dossiers.
void each_base(const std::function<void(const Policy&)>& visit) {
    Policy p;
    for (const auto compare : {Policy::Compare::date, Policy::Compare::instant, Policy::Compare::date_then_instant})
        for (const auto by : {Policy::CompletedBy::completed, Policy::CompletedBy::returned, Policy::CompletedBy::first})
            for (const auto version : {Policy::DueVersion::current, Policy::DueVersion::original})
                for (const auto missing : {Policy::MissingDue::own_class, Policy::MissingDue::on_time,
                                           Policy::MissingDue::excluded, Policy::MissingDue::early})
                    for (const auto last : {Policy::DueOnLastDay::within, Policy::DueOnLastDay::overdue})
                        for (const auto waiting : {Policy::Waiting::in_process_within, Policy::Waiting::by_date,
                                                   Policy::Waiting::ended_at_request}) {
                            p.compare = compare;
                            p.completed_by = by;
                            p.due_version = version;
                            p.missing_due = missing;
                            p.due_on_last_day = last;
                            p.waiting_supplement = waiting;
                            visit(p);
                        }
}

Policy::Ended ended(int i) { return static_cast<Policy::Ended>(i % 5); }

// The case of one dossier, with the events given by name.
Dossier dossier(std::initializer_list<std::pair<Event, const char*>> events, Status status = Status::finished) {
    Dossier d;
    d.id = "HS";
    d.status = status;
    for (const auto& [event, text] : events) d.event(event) = moment(text);
    return d;
}

Outcome judge(const Dossier& d, const Policy& policy, const char* as_of = "2020-04-01") {
    Dossiers dossiers;
    dossiers.push_back(d);
    return outcomes(dossiers, policy, moment(as_of).date).front();
}

const Policy form{};  // the defaults of a policy are those of form-ii06a: see policy_test.cpp

}  // namespace

TEST_CASE("outcomes agree with the oracle over all combinations of a policy's fields") {
    RandomDossiers random(1, first_day, 14);
    const std::size_t slice = 150, slices = 200;
    std::vector<Dossiers> columns(slices);
    std::vector<std::vector<Dossier>> rows(slices);
    for (std::size_t s = 0; s < slices; ++s) {
        columns[s] = random.rows(slice);
        rows[s] = rows_of(columns[s]);
    }
    std::size_t turn = 0;
    each_base([&](const Policy& base) {
        // An orthogonal array: every pair of end states meets every pair of their values.
        for (int j = 0; j < 25; ++j) {
            Policy policy = base;
            policy.refused = ended(j);
            policy.withdrawn = ended(j + j / 5);
            policy.returned = ended(j + 2 * (j / 5));
            policy.stopped = ended(j + 3 * (j / 5));
            for (const int as_of : {4, 9, 15}) {
                const std::size_t s = turn++ % slices;
                const std::string found = difference(columns[s], rows[s], policy, first_day + std::chrono::days{as_of});
                if (!found.empty()) FAIL(found);
            }
        }
    });
    CHECK(turn == 432 * 25 * 3);
}

TEST_CASE("outcomes agree with the oracle on many rows, across the kernel's blocks, as of every date") {
    const Dossiers dossiers = RandomDossiers(2, first_day, 14).rows(30000);
    const std::vector<Dossier> rows = rows_of(dossiers);
    Policy strict;
    strict.compare = Policy::Compare::instant;
    strict.withdrawn = Policy::Ended::own_class;
    strict.waiting_supplement = Policy::Waiting::by_date;
    for (const Policy& policy : {form, strict})
        for (int day = -1; day < 24; day += 2)
            CHECK(difference(dossiers, rows, policy, first_day + std::chrono::days{day}).empty());
    for (const std::size_t size : {0U, 1U, 2047U, 2048U, 2049U, 4096U}) {
        const Dossiers some = RandomDossiers(3, first_day, 14).rows(size);
        CHECK(difference(some, rows_of(some), form, first_day + std::chrono::days{9}).empty());
    }
}

TEST_CASE("every outcome occurs in the random dossiers, so that the comparison says something") {
    const Dossiers dossiers = RandomDossiers(2, first_day, 14).rows(5000);
    std::vector<std::size_t> seen(outcome_count);
    Policy policy = form;
    policy.withdrawn = Policy::Ended::own_class;
    for (const Outcome o : outcomes(dossiers, policy, first_day + std::chrono::days{9})) ++seen[static_cast<std::size_t>(o)];
    for (std::uint8_t o = 0; o < outcome_count; ++o) {
        INFO(to_string(static_cast<Outcome>(o)));
        CHECK(seen[o] > 20);
    }
}

TEST_CASE("by date the hour is ignored; by instant it decides where both hours are known") {
    Policy instant = form;
    instant.compare = Policy::Compare::instant;
    const auto ended = [](const char* due, const char* end) {
        return dossier({{Event::received, "2020-03-02"}, {Event::due, due}, {Event::completed, end}});
    };
    CHECK(judge(ended("2020-03-09T17:00", "2020-03-09T17:30"), form) == Outcome::on_time);
    CHECK(judge(ended("2020-03-09T17:00", "2020-03-09T17:30"), instant) == Outcome::overdue);
    CHECK(judge(ended("2020-03-09T17:00", "2020-03-09T09:00"), form) == Outcome::on_time);
    CHECK(judge(ended("2020-03-09T17:00", "2020-03-09T09:00"), instant) == Outcome::early);
    CHECK(judge(ended("2020-03-09T17:00", "2020-03-09T17:00"), instant) == Outcome::on_time);
    CHECK(judge(ended("2020-03-09", "2020-03-09T23:59"), instant) == Outcome::on_time);
    CHECK(judge(ended("2020-03-09T00:00", "2020-03-09T23:59"), instant) == Outcome::on_time);  // 00:00 is the whole date
    CHECK(judge(ended("2020-03-09T17:00", "2020-03-09"), instant) == Outcome::on_time);
    CHECK(judge(ended("2020-03-09T24:00", "2020-03-09T23:59"), instant) == Outcome::early);
    CHECK(judge(ended("2020-03-09", "2020-03-08"), instant) == Outcome::early);
    CHECK(judge(ended("2020-03-09", "2020-03-10T00:00"), form) == Outcome::overdue);
}

TEST_CASE("only what happened before the as-of date counts") {
    const Dossier d =
        dossier({{Event::received, "2020-03-02T09:00"}, {Event::due, "2020-03-09"}, {Event::completed, "2020-03-10T00:00"}});
    CHECK(judge(d, form, "2020-03-02") == Outcome::not_received);
    CHECK(judge(d, form, "2020-03-03") == Outcome::in_process_within);
    CHECK(judge(d, form, "2020-03-10") == Outcome::in_process_within);  // due on the last day before
    CHECK(judge(d, form, "2020-03-11") == Outcome::overdue);
    Policy strict = form;
    strict.due_on_last_day = Policy::DueOnLastDay::overdue;
    CHECK(judge(d, strict, "2020-03-09") == Outcome::in_process_within);
    CHECK(judge(d, strict, "2020-03-10") == Outcome::in_process_overdue);
    // 24:00 of a day belongs to that day.
    const Dossier midnight =
        dossier({{Event::received, "2020-03-02"}, {Event::due, "2020-03-09"}, {Event::completed, "2020-03-09T24:00"}});
    CHECK(judge(midnight, form, "2020-03-10") == Outcome::on_time);
}

TEST_CASE("a state without a date changes nothing") {
    for (const Status status :
         {Status::withdrawn, Status::returned, Status::refused, Status::stopped, Status::finished, Status::result_returned})
        CHECK(judge(dossier({{Event::received, "2020-03-02"}, {Event::due, "2020-03-09"}}, status), form) ==
              Outcome::in_process_overdue);
}

TEST_CASE("a supplement that came, or that was asked for later, is no waiting") {
    const Dossier waits =
        dossier({{Event::received, "2020-03-02"}, {Event::due, "2020-03-09"}, {Event::supplement_requested, "2020-03-04"}},
                Status::supplement);
    CHECK(judge(waits, form) == Outcome::in_process_within);
    CHECK(judge(waits, form, "2020-03-04") == Outcome::in_process_within);
    Dossier came = waits;
    came.event(Event::supplement_received) = moment("2020-03-20");
    CHECK(judge(came, form) == Outcome::in_process_overdue);
    CHECK(judge(came, form, "2020-03-20") == Outcome::in_process_within);
}

TEST_CASE("a state that the policy keeps in process stays so in all later periods") {
    const Dossier d = dossier(
        {{Event::received, "2020-03-02"}, {Event::due, "2020-03-09"}, {Event::completed, "2020-03-05"}}, Status::stopped);
    CHECK(judge(d, form, "2020-03-05") == Outcome::in_process_within);
    for (const char* as_of : {"2020-03-06", "2020-03-31", "2021-03-31", "2025-01-01"})
        CHECK(judge(d, form, as_of) == Outcome::in_process_within);
    Policy by_date = form;
    by_date.stopped = Policy::Ended::by_date;
    CHECK(judge(d, by_date, "2021-03-31") == Outcome::early);
}

TEST_CASE("the outcomes have as many places as there are dossiers") {
    const Dossiers dossiers = RandomDossiers(4, first_day, 3).rows(3);
    std::vector<Outcome> two(2), four(4);
    CHECK(error_of([&] { classify(dossiers, form, first_day, two); }).code() == ErrorCode::argument_range);
    CHECK(error_of([&] { classify(dossiers, form, first_day, four); }).code() == ErrorCode::argument_range);
}

}  // namespace classify_test
