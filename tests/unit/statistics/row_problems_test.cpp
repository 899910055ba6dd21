// Each way to count dossiers says of each row why it cannot be judged, also where only counting finds it out.
#include <algorithm>

#include "cchc/reconcile.hpp"
#include "cchc/series.hpp"
#include "support.hpp"
#include "test.hpp"

namespace row_problems_test {

using namespace cchc;
using namespace cchc::test;

namespace {

Dossier with_limit(const char* id, const char* received, std::int64_t milli, Unit unit) {
    Dossier d = dossier(id, {{Event::received, received}, {Event::due, ""}}, Status::processing);
    d.limit = TimeLimit{Decimal(milli, 3), unit};
    return d;
}

// Good rows, rows whose due date cannot be computed, and one that is bad as it is, over more than one block.
Dossiers mixed_rows() {
    Dossiers rows;
    for (int block = 0; block < 1100; ++block) {
        rows.push_back(dossier("good", {{Event::completed, "2020-03-06"}}));
        rows.push_back(with_limit("computed", "2020-03-02T09:00", 5000, Unit::working_day));
        rows.push_back(with_limit("no hour", "2020-03-02", 4000, Unit::working_hour));
        rows.push_back(with_limit("half a month", "2020-03-02", 500, Unit::month));
        rows.push_back(with_limit("beyond the calendar", "2020-03-02", 9'000'000, Unit::working_day));
        rows.push_back(dossier("bad", {}));
        rows.problem.back() = Problem::unknown_status;
    }
    return rows;
}

const std::vector<Problem> expected = {
    Problem::none,          Problem::none, Problem::needs_hour, Problem::limit_refused, Problem::outside_coverage,
    Problem::unknown_status};

// Into a column of one's own, and into the very one that is read.
template <class Into>
void check_problems(Into apart, Into in_place) {
    Dossiers rows = mixed_rows();
    const std::vector<Problem> read = rows.problem;
    std::vector<Problem> found(rows.size(), Problem::bad_pause);
    apart.add(rows, found);
    CHECK(rows.problem == read);
    for (std::size_t i = 0; i < found.size(); ++i) REQUIRE(found[i] == expected[i % expected.size()]);
    in_place.add(rows, rows.problem);
    CHECK(rows.problem == found);
    CHECK(to_json(in_place.result()) == to_json(apart.result()));
    std::vector<Problem> shorter(rows.size() - 1);
    CHECK(error_of([&] { apart.add(rows, shorter); }).code() == ErrorCode::argument_range);
}

}  // namespace

TEST_CASE("row problems: statistics") {
    const Statistics empty(query_of("2020-01-01", "2020-07-01"));
    check_problems(empty, empty);
}

TEST_CASE("row problems: a reconciliation says those of the first policy") {
    ReconcileQuery query;
    query.from = date("2020-01-01");
    query.to = date("2020-07-01");
    query.policies = {Policy::builtin("form-ii06a"), Policy::builtin("td")};
    query.policies[1].due_source = Policy::DueSource::recorded;
    const Reconciliation empty(query);
    check_problems(empty, empty);

    std::swap(query.policies[0], query.policies[1]);  // the first computes nothing, and misses nothing
    Reconciliation recorded(query);
    const Dossiers rows = mixed_rows();
    std::vector<Problem> found(rows.size());
    recorded.add(rows, found);
    CHECK(found == rows.problem);
}

TEST_CASE("row problems: a series says those of its last period") {
    const PeriodSeries empty(Query{}, periods(PeriodScheme::calendar, "2020-01..2020-04"));
    check_problems(empty, empty);
}

}  // namespace row_problems_test
