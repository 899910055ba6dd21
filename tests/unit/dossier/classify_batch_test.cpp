// Outcomes from bare columns of seconds.
#include <limits>

#include "csv_support.hpp"
#include "outcome_oracle.hpp"
#include "random_dossiers.hpp"
#include "test.hpp"

namespace classify_batch_test {

using namespace cchc;
using namespace cchc::test;

namespace {

const Date first_day = *make_date(2020, 2, 24);
const Policy form{};  // the defaults of a policy are those of form-ii06a: see policy_test.cpp

std::int64_t instant(const std::optional<Moment>& m) {
    return m ? at(m->date, std::max(m->second, 0)).time_since_epoch().count() : no_instant;
}

struct Columns {
    std::vector<std::int64_t> received, due, ended;
    std::vector<Status> status;

    void add(const std::optional<Moment>& r, const std::optional<Moment>& d, const std::optional<Moment>& e,
             Status s = Status::finished) {
        received.push_back(instant(r));
        due.push_back(instant(d));
        ended.push_back(instant(e));
        status.push_back(s);
    }
    std::vector<Outcome> judge(const Policy& policy, Date as_of, std::size_t expected_refused) const {
        std::vector<Outcome> out(received.size());
        CHECK(classify(received, due, ended, status, policy, as_of, out) == expected_refused);
        return out;
    }
};

}  // namespace

TEST_CASE("bare columns give the outcomes of the dossiers that they describe") {
    RandomDossiers random(5, first_day, 14);
    Columns columns;
    std::vector<Dossier> rows;
    std::size_t refused = 0;
    for (int i = 0; i < 9000; ++i) {
        const Dossier d = random.next();
        const auto& end = d.event(Event::completed);
        columns.add(d.event(Event::received), d.event(Event::due), end, d.status);
        // The same as a dossier: its one end ends it whatever the policy calls it, and every hour is known but 00:00 of a
        // due date.
        const auto known = [](std::int64_t seconds) -> std::optional<Moment> {
            if (seconds == no_instant) return std::nullopt;
            const Instant when{std::chrono::seconds{seconds}};
            return Moment{date_of(when), second_of_day(when)};
        };
        Dossier same;
        same.status = d.status;
        same.event(Event::received) = known(columns.received.back());
        same.event(Event::due) = known(columns.due.back());
        if (same.event(Event::due) && same.event(Event::due)->second == 0) same.event(Event::due)->second = -1;
        same.event(Event::completed) = same.event(Event::returned) = known(columns.ended.back());
        const auto before = [&](Event e) {
            return same.event(e) && same.event(e)->date < same.event(Event::received)->date;
        };
        if (!same.event(Event::received) || before(Event::due) || before(Event::completed))
            same.problem = Problem::missing_received;
        refused += same.problem == Problem::none ? 0U : 1U;
        rows.push_back(same);
    }
    for (const auto compare : {Policy::Compare::date, Policy::Compare::instant})
        for (const auto by : {Policy::CompletedBy::completed, Policy::CompletedBy::returned, Policy::CompletedBy::first}) {
            Policy policy = form;
            policy.compare = compare;
            policy.completed_by = by;
            policy.refused = Policy::Ended::own_class;
            const Date as_of = first_day + std::chrono::days{10};
            const std::vector<Outcome> found = columns.judge(policy, as_of, refused);
            for (std::size_t i = 0; i < rows.size(); ++i)
                if (found[i] != expected_outcome(rows[i], policy, as_of)) FAIL("row " << i << ": " << describe(rows[i]));
        }
}

TEST_CASE("rows that cannot be judged are excluded and counted") {
    Columns columns;
    columns.add(std::nullopt, moment("2020-03-09"), moment("2020-03-06"));
    columns.add(moment("2020-03-02"), moment("2020-03-01"), std::nullopt);
    columns.add(moment("2020-03-02"), std::nullopt, moment("2020-03-01T23:59:59"));
    columns.add(moment("2020-03-02T10:00"), moment("2020-03-02T09:00"),
                moment("2020-03-02T08:00"));  // by date: no contradiction
    CHECK(columns.judge(form, moment("2020-04-01").date, 3) ==
          std::vector<Outcome>{Outcome::excluded, Outcome::excluded, Outcome::excluded, Outcome::on_time});
}

TEST_CASE("without a status every end is a result") {
    Columns columns;
    columns.add(moment("2020-03-02"), moment("2020-03-09"), moment("2020-03-10"), Status::withdrawn);
    CHECK(columns.judge(form, moment("2020-04-01").date, 0) == std::vector<Outcome>{Outcome::on_time});
    columns.status.clear();
    CHECK(columns.judge(form, moment("2020-04-01").date, 0) == std::vector<Outcome>{Outcome::overdue});
}

TEST_CASE("instants before 1970 and at the ends of the range") {
    Columns columns;
    columns.add(moment("1969-12-30T10:00"), moment("1969-12-31T17:00"), moment("1969-12-31T23:59:59"));
    columns.add(moment("1969-12-30"), moment("1970-01-01"), moment("1969-12-31T00:00"));
    CHECK(columns.judge(form, moment("1970-01-01").date, 0) == std::vector<Outcome>{Outcome::on_time, Outcome::early});
    Columns ends;
    ends.received = {std::numeric_limits<std::int64_t>::min() + 1, 0, 0};
    ends.due = {0, std::numeric_limits<std::int64_t>::max(), no_instant};
    ends.ended = {0, no_instant, std::numeric_limits<std::int64_t>::max()};
    CHECK(ends.judge(form, moment("2020-01-01").date, 0) ==
          std::vector<Outcome>{Outcome::on_time, Outcome::in_process_within, Outcome::no_due_in_process});
}

TEST_CASE("columns of different lengths are refused") {
    const std::vector<std::int64_t> three(3), two(2);
    std::vector<Outcome> out(3);
    const std::vector<Status> states(2);
    const auto code = [&](const auto& received, const auto& due, const auto& ended, const auto& status, std::size_t places) {
        return error_of([&] { (void)classify(received, due, ended, status, form, first_day, std::span(out).first(places)); })
            .code();
    };
    const std::vector<Status> none;
    CHECK(code(three, two, three, none, 3) == ErrorCode::argument_range);
    CHECK(code(three, three, two, none, 3) == ErrorCode::argument_range);
    CHECK(code(two, three, three, none, 3) == ErrorCode::argument_range);
    CHECK(code(three, three, three, states, 3) == ErrorCode::argument_range);
    CHECK(code(three, three, three, none, 2) == ErrorCode::argument_range);
    CHECK(code(three, three, three, none, 3) == static_cast<ErrorCode>(0));
}

}  // namespace classify_batch_test
