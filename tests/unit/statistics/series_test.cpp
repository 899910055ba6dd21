// Several periods in one pass are the periods one by one, and their chain is checked.
#include "cchc/series.hpp"

#include "support.hpp"
#include "test.hpp"

namespace series_test {

using namespace cchc;
using namespace cchc::test;

namespace {

Dossiers random_rows(unsigned seed) { return RandomDossiers(seed, date("2019-12-01"), 380).rows(400); }

Query by_agency() {
    Query q;
    q.groupings = {{Dimension::agency}, {Dimension::agency, Dimension::field}};
    return q;
}

std::string json_of(const PeriodSeries& series) { return to_json(series.result()); }

}  // namespace

TEST_CASE("a series is its periods one by one") {
    const Dossiers rows = random_rows(3);
    const std::vector<Period> quarters = periods(PeriodScheme::nd_09_2019, "2020-Q1..2020-Q4");
    PeriodSeries series(by_agency(), quarters);
    series.add(rows);
    const SeriesResult result = series.result();
    REQUIRE(result.periods.size() == 4);
    REQUIRE(result.chains.size() == 3);
    for (std::size_t i = 0; i < quarters.size(); ++i) {
        Query q = by_agency();
        q.from = quarters[i].from;
        q.to = quarters[i].to;
        CHECK(to_json(result.periods[i].result) == to_json(result_of(q, rows)));
        CHECK(series.query(i).from == quarters[i].from);
        CHECK(result.periods[i].result.query.effective_as_of() == quarters[i].to);
    }
    for (std::size_t i = 0; i < result.chains.size(); ++i) {
        CHECK(result.chains[i].adjacent);
        const auto expected = check_chain(result.periods[i].result, result.periods[i + 1].result);
        CHECK(checks_of(result.chains[i].checks, 'E') == checks_of(expected, 'E'));
    }
}

TEST_CASE("parts merged in any order give the same series") {
    const std::vector<Period> months = split(PeriodScheme::calendar, "2020-H1", PeriodUnit::month);
    PeriodSeries whole(by_agency(), months), a(by_agency(), months), b(by_agency(), months);
    whole.add(random_rows(1));
    whole.add(random_rows(2));
    a.add(random_rows(2));
    b.add(random_rows(1));
    a.merge(b);
    CHECK(json_of(a) == json_of(whole));
    const PeriodSeries other(by_agency(), split(PeriodScheme::nd_09_2019, "2020-H1", PeriodUnit::month));
    CHECK(error_of([&] { a.merge(other); }).code() == ErrorCode::incompatible);
    Query total;
    const PeriodSeries coarse(total, months);
    CHECK(error_of([&] { a.merge(coarse); }).code() == ErrorCode::incompatible);
    CHECK(json_of(a) == json_of(whole));
}

TEST_CASE("the chain: what one period leaves open the next takes over, and a gap is named") {
    const std::vector<Period> two = periods(PeriodScheme::calendar, "2020-02..2020-03");
    Query q;
    q.groupings = {{Dimension::agency}};
    q.policy.withdrawn = Policy::Ended::excluded;
    PeriodSeries series(q, two);
    series.add(columns_of({dossier("f", {{Event::received, "2020-02-03"}, {Event::completed, "2020-03-06"}})}));
    CHECK(series.result().chains_hold());
    const Table good = series_chain(series.result(), Lang::vi);
    CHECK(good.rows == std::vector<std::vector<std::string>>{{"2020-02", "2020-03", "Tổng số", "1", "1", "0"}});
    CHECK(contains(good.notes.front(), "khớp"));
    // Withdrawn in March and left out by the policy: open in February, and nowhere afterwards.
    series.add(
        columns_of({dossier("w", {{Event::received, "2020-02-03"}, {Event::completed, "2020-03-06"}}, Status::withdrawn)}));
    const SeriesResult result = series.result();
    CHECK_FALSE(result.chains_hold());
    CHECK(series_chain(result, Lang::en).rows ==
          std::vector<std::vector<std::string>>{{"2020-02", "2020-03", "Total", "2", "1", "-1"},
                                                {"2020-02", "2020-03", "UBND xã A", "2", "1", "-1"}});
    CHECK(contains(to_json(result), "\"chains_hold\": false"));
}

TEST_CASE("periods that do not meet are not compared") {
    PeriodSeries series(Query{}, {period(PeriodScheme::calendar, "2020-01"), period(PeriodScheme::calendar, "2020-03")});
    series.add(random_rows(1));
    const SeriesResult result = series.result();
    REQUIRE(result.chains.size() == 1);
    CHECK_FALSE(result.chains[0].adjacent);
    CHECK(result.chains[0].checks.empty());
    CHECK(result.chains_hold());
    CHECK(series_chain(result, Lang::en).rows.front()[2] == "(not adjacent)");
}

TEST_CASE("a series that cannot be asked for") {
    const auto code = [](const Query& q, std::vector<Period> p) {
        return error_of([&] { PeriodSeries(q, std::move(p)); }).code();
    };
    CHECK(code(Query{}, {}) == ErrorCode::argument_range);
    Query as_of;
    as_of.as_of = date("2020-05-01");
    CHECK(code(as_of, {period(PeriodScheme::calendar, "2020-01")}) == ErrorCode::argument_range);
    CHECK(code(Query{}, {period(PeriodScheme::calendar, "1990-01")}) == ErrorCode::outside_coverage);
    CHECK(code(Query{}, std::vector<Period>(1201, period(PeriodScheme::calendar, "2020-01"))) == ErrorCode::argument_range);
    const PeriodSeries one(Query{}, {period(PeriodScheme::calendar, "2020-01")});
    CHECK(error_of([&] { (void)one.query(1); }).code() == ErrorCode::argument_range);
    CHECK(one.result().chains.empty());
}

}  // namespace series_test
