// Reconciliation: the figures of each policy are those of its statistics, each dossier is moved as the oracle says, and the
// reasons add up to every difference.
#include "cchc/reconcile.hpp"

#include "statistics_oracle.hpp"
#include "support.hpp"
#include "test.hpp"

namespace reconcile_test {

using namespace cchc;
using namespace cchc::test;

namespace {

ReconcileQuery reconcile_query(std::vector<Policy> policies) {
    ReconcileQuery q;
    q.from = date("2020-02-20");
    q.to = date("2020-03-20");
    q.policies = std::move(policies);
    return q;
}

std::vector<Policy> presets() {
    std::vector<Policy> out;
    for (const char* id : {"form-ii06a", "decree-61", "qd-766", "opencps", "td", "outline-274"})
        out.push_back(Policy::builtin(id));
    return out;
}

Query query_of(const ReconcileQuery& q, const Policy& policy) {
    Query query;
    query.from = q.from;
    query.to = q.to;
    query.as_of = q.as_of;
    query.policy = policy;
    return query;
}

ReconcileResult result_of(const ReconcileQuery& query, const Dossiers& dossiers) {
    Reconciliation r(query);
    r.add(dossiers);
    return r.result();
}

// The outcome of the only dossier that was counted.
Outcome only_outcome(const Counts& c) {
    if (c.early.count != 0) return Outcome::early;
    if (c.on_time.count != 0) return Outcome::on_time;
    if (c.overdue.count != 0) return Outcome::overdue;
    if (c.within.count != 0) return Outcome::in_process_within;
    if (c.open_overdue.count != 0) return Outcome::in_process_overdue;
    if (c.no_due_resolved.count != 0) return Outcome::no_due_resolved;
    if (c.no_due_in_process.count != 0) return Outcome::no_due_in_process;
    if (c.own_class.count != 0) return Outcome::own_class;
    return c.excluded_total() != 0 ? Outcome::excluded : Outcome::not_received;
}

Outcome plain_outcome(const Dossier& d, const Query& query) {
    const std::vector<Dossier> one = judged(columns_of({d}), query);
    return only_outcome(expected_rows(one, query, {}).begin()->second.counts);
}

OutcomeChange sum_of(const Difference& d) {
    OutcomeChange sum{};
    for (const ReconcileReason& reason : d.reasons)
        for (std::size_t o = 0; o < sum.size(); ++o) sum[o] += reason.change[o];
    return sum;
}

}  // namespace

TEST_CASE("the figures of each policy are those of its statistics, and the reasons add up to every difference") {
    for (unsigned seed = 0; seed < 12; ++seed) {
        const Dossiers dossiers = RandomDossiers(seed, date("2020-02-10"), 40).rows(seed == 0 ? 9000 : 700);
        ReconcileQuery query = reconcile_query(presets());
        if (seed % 2 == 1) query.as_of = date("2020-03-05");
        const ReconcileResult result = result_of(query, dossiers);
        CHECK(result.dossiers == dossiers.size());
        REQUIRE(result.counts.size() == query.policies.size());
        for (std::size_t p = 0; p < query.policies.size(); ++p)
            REQUIRE(describe(result.counts[p]) ==
                    describe(test::result_of(query_of(query, query.policies[p]), dossiers).total));
        REQUIRE(result.differences.size() == query.policies.size() - 1);
        for (const Difference& d : result.differences) REQUIRE(sum_of(d) == d.change);
        CHECK(result.differences.back().dossiers == 0);  // outline-274 only shows what the form counts
        CHECK(result.differences.back().reasons.empty());
    }
}

TEST_CASE("each dossier is moved as the oracle says, and no more dossiers are named than moved") {
    const ReconcileQuery query = reconcile_query(presets());
    std::vector<Query> queries;  // made once: each reads its calendar
    for (const Policy& policy : query.policies) queries.push_back(query_of(query, policy));
    RandomDossiers random(77, date("2020-02-10"), 40);
    for (int i = 0; i < 60; ++i) {
        const Dossiers one = columns_of({random.next()});
        const ReconcileResult result = result_of(query, one);
        const Outcome first = plain_outcome(one[0], queries[0]);
        for (const Difference& d : result.differences) {
            const Outcome other = plain_outcome(one[0], queries[d.policy]);
            OutcomeChange expected{};
            --expected[static_cast<std::size_t>(first)];
            ++expected[static_cast<std::size_t>(other)];
            REQUIRE(d.change == expected);
            REQUIRE(d.dossiers == (first == other ? 0U : 1U));
            // Its way from reason to reason begins and ends there.
            Outcome reached = first;
            for (const ReconcileReason& reason : d.reasons) {
                if (reason.moves.empty()) continue;
                REQUIRE(reason.moves.size() == 1);
                REQUIRE(reason.moves[0].from == reached);
                REQUIRE(reason.moves[0].examples == std::vector<std::string>{std::string(one.id[0])});
                reached = reason.moves[0].to;
            }
            REQUIRE(reached == other);
        }
    }
}

TEST_CASE("any split, merged, is one pass") {
    const ReconcileQuery query = reconcile_query(presets());
    const std::vector<Dossier> rows = rows_of(RandomDossiers(5, date("2020-02-10"), 40).rows(3000));
    const std::string whole = to_json(result_of(query, columns_of(rows)));
    for (const std::size_t parts : {2U, 7U}) {
        Reconciliation merged(query);
        for (std::size_t part = 0; part < parts; ++part) {
            Dossiers some;
            for (std::size_t i = part; i < rows.size(); i += parts) some.push_back(rows[rows.size() - 1 - i]);
            Reconciliation own(query);
            own.add(some);
            merged.merge(own);
        }
        CHECK(to_json(merged.result()) == whole);
    }
}

TEST_CASE("a reason names the field, its two values, the move and the dossier") {
    const Dossiers one = columns_of({dossier("HS-7", {{Event::due, ""}, {Event::completed, "2020-03-06"}})});
    const ReconcileResult result = result_of(reconcile_query({Policy::builtin("form-ii06a"), Policy::builtin("td")}), one);
    std::vector<std::string> fields;
    for (const ReconcileReason& reason : result.differences[0].reasons) {
        fields.push_back(reason.field);
        if (reason.field != "missing_due") {
            CHECK(reason.dossiers == 0);
            continue;
        }
        CHECK(reason.from == "own_class");
        CHECK(reason.to == "on_time");
        CHECK(reason.dossiers == 1);
        REQUIRE(reason.moves.size() == 1);
        CHECK(reason.moves[0].from == Outcome::no_due_resolved);
        CHECK(reason.moves[0].to == Outcome::on_time);
        CHECK(reason.moves[0].examples == std::vector<std::string>{"HS-7"});
    }
    CHECK(joined(fields, " ") ==
          "due_source supplement_pause financial_duty_pause verification_pause other_body_pause completed_by missing_due "
          "undated_waiting");
    const Table table = reconcile_reasons(result, 0, Lang::en);
    CHECK(table.rows.size() == 9);
    CHECK(table.notes[0] == "All reasons together: on time +1; resolved, no due date -1");
    CHECK(reconcile_counts(result, Lang::vi).captions[0] == std::vector<std::string>{"Số liệu", "form-ii06a", "td"});
    CHECK_THROWS_AS(reconcile_reasons(result, 1, Lang::vi), Error);
}

TEST_CASE("reconciliations that cannot be answered are refused") {
    const auto code = [](const ReconcileQuery& q) { return error_of([&] { Reconciliation r(q); }).code(); };
    const Policy form = Policy::builtin("form-ii06a");
    CHECK(code(reconcile_query({form})) == ErrorCode::argument_range);
    CHECK(code(reconcile_query(std::vector<Policy>(17, form))) == ErrorCode::argument_range);
    ReconcileQuery empty = reconcile_query({form, form});
    empty.to = empty.from;
    CHECK(code(empty) == ErrorCode::argument_range);
    ReconcileQuery outside = reconcile_query({form, form});
    outside.to = date("2027-06-01");
    CHECK(code(outside) == ErrorCode::outside_coverage);
    Reconciliation a(reconcile_query({form, form})), b(reconcile_query({form, Policy::builtin("td")}));
    CHECK(error_of([&] { a.merge(b); }).code() == ErrorCode::incompatible);
    CHECK(to_json(a.result()).find("\"dossiers\": 0") != std::string::npos);
}

}  // namespace reconcile_test
