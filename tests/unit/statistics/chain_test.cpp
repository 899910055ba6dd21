// Identity E over periods that follow each other, with the sample of examples/data.
#include <fstream>
#include <sstream>

#include "support.hpp"
#include "test.hpp"

namespace chain_test {

using namespace cchc;
using namespace cchc::test;

namespace {

const Dossiers& sample() {
    static const Dossiers dossiers = [] {
        std::ifstream file(std::string(CCHC_SOURCE_DIR) + "/examples/data/dossiers.csv", std::ios::binary);
        REQUIRE(file);
        std::ostringstream text;
        text << file.rdbuf();
        ReadResult result = read_csv(text.str());
        REQUIRE(result.report.bad_rows == 0);
        REQUIRE(result.report.rows == 1800);
        return std::move(result.dossiers);
    }();
    return dossiers;
}

StatisticsResult period(const char* from, const char* to, std::vector<Grouping> groupings, const Policy& policy = {}) {
    Query q = query_of(from, to, std::move(groupings));
    q.policy = policy;
    return result_of(q, sample());
}

const std::vector<const char*> dates = {"2019-12-01", "2020-01-01", "2020-07-01", "2020-10-01"};

}  // namespace

TEST_CASE("the stock of the sample is handed on from period to period, in total and in every row") {
    const std::vector<Grouping> groupings = {
        {Dimension::agency}, {Dimension::agency, Dimension::field}, {Dimension::channel}, {Dimension::month}};
    for (std::size_t i = 0; i + 2 < dates.size(); ++i) {
        const StatisticsResult before = period(dates[i], dates[i + 1], groupings),
                               now = period(dates[i + 1], dates[i + 2], groupings);
        CHECK(before.identities_hold());
        CHECK(now.identities_hold());
        const std::vector<IdentityCheck> checks = check_chain(before, now);
        REQUIRE(checks.size() == 1);
        CHECK(checks[0].holds);
        CHECK(checks[0].id == 'E');
        CHECK(checks[0].left > 10);
        CHECK(checks[0].left == now.total.carried_over.count);
        CHECK(checks[0].right == before.total.in_process_total());
    }
}

TEST_CASE("the flows of the periods add up to those of the whole, and stocks do not have to") {
    const StatisticsResult whole = period("2019-12-01", "2020-10-01", {});
    Flow online, direct, early, overdue, withdrawn;
    for (std::size_t i = 0; i + 1 < dates.size(); ++i) {
        const Counts c = period(dates[i], dates[i + 1], {}).total;
        online = online + c.received_online;
        direct = direct + c.received_direct;
        early = early + c.early;
        overdue = overdue + c.overdue;
        withdrawn = withdrawn + c.withdrawn;
        if (i == 2) CHECK(c.in_process_total() == whole.total.in_process_total());
    }
    CHECK(online == whole.total.received_online);
    CHECK(direct == whole.total.received_direct);
    CHECK(early == whole.total.early);
    CHECK(overdue == whole.total.overdue);
    CHECK(withdrawn == whole.total.withdrawn);
}

TEST_CASE("the chain holds under every policy that keeps a dossier in some column until it has ended") {
    for (const auto ended :
         {Policy::Ended::by_date, Policy::Ended::on_time, Policy::Ended::in_process_within, Policy::Ended::own_class}) {
        Policy policy;
        policy.stopped = policy.withdrawn = policy.returned = policy.refused = ended;
        policy.completed_by = Policy::CompletedBy::returned;
        policy.due_on_last_day = Policy::DueOnLastDay::overdue;
        CHECK(check_chain(period(dates[0], dates[1], {{Dimension::agency}}, policy),
                          period(dates[1], dates[2], {{Dimension::agency}}, policy))
                  .size() == 1);
    }
}

TEST_CASE("a dossier that the policy leaves out once it has ended breaks the chain as identity E says") {
    Policy policy;
    policy.returned = Policy::Ended::excluded;
    const StatisticsResult before = period(dates[1], dates[2], {}, policy), now = period(dates[2], dates[3], {}, policy);
    const IdentityCheck chain = check_chain(before, now).front();
    CHECK_FALSE(chain.holds);
    for (const IdentityCheck& c : now.identities)
        if (c.id == 'E' && c.row.empty()) CHECK((c.left == chain.left && c.right == chain.right && !c.holds));
}

TEST_CASE("a dossier that changed its field between two reports is a gap in both rows, not in the total") {
    Dossiers then = columns_of({dossier("1", {}), dossier("2", {})});
    Dossier moved = dossier("2", {});
    moved.field = "Đất đai";
    Dossiers now = columns_of({dossier("1", {}), moved});
    const Grouping by_field = {Dimension::field};
    const auto checks = check_chain(result_of(query_of("2020-03-01", "2020-04-01", {by_field, {Dimension::agency}}), then),
                                    result_of(query_of("2020-04-01", "2020-05-01", {{Dimension::channel}, by_field}), now));
    CHECK(checks_of(checks, 'E') ==
          std::vector<std::string>{"E [] fails 2 2 6 = 11 of the previous period ()",
                                   "E [Hộ tịch] fails 1 2 6 = 11 of the previous period: 1 ≠ 2 ()",
                                   "E [Đất đai] fails 1 0 6 = 11 of the previous period: 1 ≠ 0 ()"});
}

TEST_CASE("rows that only one of the periods has count as empty in the other") {
    const auto of = [](const char* from, const char* to, const std::vector<std::string>& agencies) {
        std::vector<Dossier> rows;
        for (const std::string& agency : agencies) {
            rows.push_back(dossier("HS " + agency, {}));
            rows.back().agency = agency;
        }
        return result_of(query_of(from, to, {{Dimension::agency}}), columns_of(rows));
    };
    const auto rows = [&](const std::vector<std::string>& before, const std::vector<std::string>& now) {
        std::string out;
        for (const IdentityCheck& c :
             check_chain(of("2020-03-01", "2020-04-01", before), of("2020-04-01", "2020-05-01", now)))
            if (!c.row.empty()) out += c.row + " " + std::to_string(c.left) + " " + std::to_string(c.right) + "; ";
        return out;
    };
    CHECK(rows({"A", "B"}, {"A", "B"}).empty());
    CHECK(rows({"A", "B"}, {"B", "C"}) == "A 0 1; C 1 0; ");
    CHECK(rows({"B"}, {"", "A", "B", "C"}) == "total 4 1; (not given) 1 0; A 1 0; C 1 0; ");
    CHECK(rows({"X", "Y"}, {}) == "total 0 2; X 0 1; Y 0 1; ");
}

TEST_CASE("periods that do not meet have no chain") {
    const auto code = [](const Query& before, const Query& now) {
        return error_of([&] { (void)check_chain(result_of(before, {}), result_of(now, {})); }).code();
    };
    const Query march = query_of("2020-03-01", "2020-04-01"), april = query_of("2020-04-01", "2020-05-01"),
                may = query_of("2020-05-01", "2020-06-01");
    CHECK(code(march, april) == static_cast<ErrorCode>(0));
    CHECK(code(april, march) == ErrorCode::argument_range);
    CHECK(code(march, may) == ErrorCode::argument_range);
    CHECK(code(march, march) == ErrorCode::argument_range);
    // March as known on 1 May: its stock stands where May begins, but it has no receipts of April.
    Query late = march;
    late.as_of = date("2020-05-01");
    CHECK(code(late, may) == ErrorCode::argument_range);
    CHECK(code(late, april) == ErrorCode::argument_range);
    // A quarter as known in the middle of it meets a period that begins there.
    Query quarter = query_of("2020-01-01", "2020-04-01");
    quarter.as_of = date("2020-03-01");
    CHECK(code(quarter, march) == static_cast<ErrorCode>(0));
}

}  // namespace chain_test
