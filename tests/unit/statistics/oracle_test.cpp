// Statistics against the plain oracle: random dossiers, random policies, periods, as-of dates and groupings.
#include "statistics_oracle.hpp"
#include "test.hpp"

namespace oracle_test {

using namespace cchc;
using namespace cchc::test;

namespace {

const std::vector<Dimension> dimensions = {Dimension::agency, Dimension::field,   Dimension::procedure, Dimension::channel,
                                           Dimension::month,  Dimension::quarter, Dimension::year};

class RandomQueries {
public:
    explicit RandomQueries(unsigned seed) : random_(seed) {}

    Query next() {
        Query q;
        q.from = date("2020-02-20") + std::chrono::days{below(25)};
        q.to = q.from + std::chrono::days{1 + below(25)};
        if (below(2) == 0) q.as_of = q.from + std::chrono::days{1 + below(40)};  // before, at and after `to`
        q.groupings = {{Dimension::agency}, grouping(), grouping()};
        if (below(3) == 0) q.groupings.push_back({});
        q.agencies = {"UBND xã 1", "UBND xã không có hồ sơ", "UBND xã 1", "A đầu tiên"};
        q.policy = policy();
        return q;
    }

private:
    int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }

    Grouping grouping() {
        std::vector<Dimension> all = dimensions;
        std::shuffle(all.begin(), all.end(), random_);
        all.resize(static_cast<std::size_t>(below(4)));
        return all;
    }

    Policy policy() {
        Policy p;
        if (below(5) == 0) return p;
        p.compare = static_cast<Policy::Compare>(below(3));
        p.completed_by = static_cast<Policy::CompletedBy>(below(3));
        p.due_version = static_cast<Policy::DueVersion>(below(2));
        p.due_source = static_cast<Policy::DueSource>(below(3));
        p.missing_due = static_cast<Policy::MissingDue>(below(4));
        p.due_on_last_day = static_cast<Policy::DueOnLastDay>(below(2));
        p.refused = static_cast<Policy::Ended>(below(5));
        p.withdrawn = static_cast<Policy::Ended>(below(5));
        p.returned = static_cast<Policy::Ended>(below(5));
        p.stopped = static_cast<Policy::Ended>(below(5));
        p.waiting_supplement = static_cast<Policy::Waiting>(below(3));
        return p;
    }

    std::mt19937 random_;
};

void check_group(const GroupResult& group, const ExpectedRows& expected) {
    REQUIRE(group.rows.size() == expected.size());
    auto row = group.rows.begin();
    for (const auto& [key, plain] : expected) {  // a map: in order of key, as the result must be
        REQUIRE(joined(row->key) == joined(key));
        REQUIRE(describe(row->counts) == describe(plain.counts));
        ++row;
    }
}

std::vector<std::string> smallest(const std::set<std::string>& ids) {
    std::vector<std::string> out(ids.begin(), ids.end());
    out.resize(std::min<std::size_t>(out.size(), 5));
    return out;
}

// The sides of an identity, from the plain counts.
std::pair<std::uint64_t, std::uint64_t> sides(char id, const ExpectedRow& row) {
    const Counts& c = row.counts;
    const std::uint64_t resolved = c.early.count + c.on_time.count + c.overdue.count;
    const std::uint64_t open = c.within.count + c.open_overdue.count;
    const std::uint64_t received = c.received_online.count + c.received_direct.count + c.carried_over.count;
    const std::uint64_t col7 = resolved + c.no_due_resolved.count, col11 = open + c.no_due_in_process.count;
    if (id == 'A') return {c.received_total(), received};
    if (id == 'B') return {col7, resolved};
    if (id == 'C') return {col11, open};
    if (id == 'D') return {received, col7 + col11};
    return {c.carried_over.count, row.opening};
}

// Each identity once for all rows, and once more for each row that breaks it, with the smallest ids that do.
void check_identities(const StatisticsResult& result, const std::vector<Dossier>& dossiers) {
    const ExpectedRows total = expected_rows(dossiers, result.query, {});
    for (const char id : {'A', 'B', 'C', 'D', 'E'}) {
        std::vector<std::string> violations;
        const auto add = [&](const std::vector<std::string>& key, const ExpectedRow& row) {
            const auto [left, right] = sides(id, row);
            if (left == right) return;
            std::vector<std::string> shown = key;
            for (std::string& part : shown) part = part.empty() ? "(not given)" : part;
            const auto ids = row.examples.find(id);
            violations.push_back(
                (key.empty() ? "total" : joined(shown)) + " " + std::to_string(left) + " " + std::to_string(right) + " " +
                joined(ids == row.examples.end() ? std::vector<std::string>{} : smallest(ids->second), ","));
        };
        add({}, total.begin()->second);
        for (const GroupResult& group : result.groups)
            for (const auto& [key, row] : expected_rows(dossiers, result.query, group.grouping)) add(key, row);
        std::vector<std::string> found;
        std::size_t summaries = 0;
        for (const IdentityCheck& c : result.identities) {
            if (c.id != id) continue;
            if (c.row.empty()) {
                ++summaries;
                CHECK(c.holds == violations.empty());
                CHECK(std::make_pair(c.left, c.right) == sides(id, total.begin()->second));
                continue;
            }
            CHECK_FALSE(c.holds);
            found.push_back(c.row + " " + std::to_string(c.left) + " " + std::to_string(c.right) + " " +
                            joined(c.examples, ","));
        }
        CHECK(summaries == 1);
        std::sort(violations.begin(), violations.end());
        std::sort(found.begin(), found.end());
        INFO("identity " << id);
        REQUIRE(joined(found, "\n") == joined(violations, "\n"));
    }
}

}  // namespace

TEST_CASE("counts of every row agree with the oracle, and identities name what breaks them") {
    RandomQueries queries(10);
    for (unsigned i = 0; i < 250; ++i) {
        const Dossiers dossiers = RandomDossiers(i, date("2020-02-10"), 40).rows(i % 50 == 0 ? 5000 : 300);
        const Query query = queries.next();
        INFO(query.to_json());
        const std::vector<Dossier> rows = judged(dossiers, query);
        const StatisticsResult result = result_of(query, dossiers);
        REQUIRE(result.groups.size() == query.groupings.size());
        REQUIRE(describe(result.total) == describe(expected_rows(rows, query, {}).begin()->second.counts));
        for (const GroupResult& group : result.groups) check_group(group, expected_rows(rows, query, group.grouping));
        check_identities(result, rows);
        REQUIRE(result.total.dossiers_total() == dossiers.size());
    }
}

TEST_CASE("all dimensions at once, and sixteen groupings") {
    const Dossiers dossiers = RandomDossiers(3, date("2019-12-20"), 120).rows(4000);
    Query query = query_of("2020-01-01", "2020-04-01", {dimensions});
    for (std::size_t i = 0; i < 15; ++i) {
        Grouping g = dimensions;
        std::rotate(g.begin(), g.begin() + static_cast<std::ptrdiff_t>(i % 7), g.end());
        g.resize(1 + i % 3);
        query.groupings.push_back(g);
    }
    const std::vector<Dossier> rows = judged(dossiers, query);
    const StatisticsResult result = result_of(query, dossiers);
    REQUIRE(result.groups.size() == 16);
    for (const GroupResult& group : result.groups) check_group(group, expected_rows(rows, query, group.grouping));
}

TEST_CASE("periods of receipt at the ends of time, and of rows without a receipt, come back from bytes") {
    std::vector<Dossier> rows;
    const std::vector<const char*> days = {"0001-01-02", "0001-12-31", "1899-12-31", "2014-12-31", "2015-01-01",
                                           "2020-02-29", "2026-12-31", "2027-01-01", "9999-12-31"};
    for (const char* day : days) rows.push_back(dossier(day, {{Event::received, day}, {Event::due, "9999-12-31"}}));
    rows.push_back(dossier("none", {{Event::received, ""}}));
    Query query =
        query_of("2020-01-01", "2020-04-01",
                 {{Dimension::month}, {Dimension::quarter}, {Dimension::year}, {Dimension::quarter, Dimension::channel}});
    Statistics statistics(query);
    statistics.add(columns_of(rows));
    const StatisticsResult result = statistics.result();
    const std::vector<Dossier> plain = judged(columns_of(rows), query);
    for (const GroupResult& group : result.groups) check_group(group, expected_rows(plain, query, group.grouping));
    CHECK(result.groups[1].rows[1].key == std::vector<std::string>{"0001-Q1"});
    CHECK(result.groups[1].rows.back().key == std::vector<std::string>{"9999-Q4"});
    CHECK(Statistics::from_bytes(statistics.to_bytes()).to_bytes() == statistics.to_bytes());
}

TEST_CASE("adding computes due dates and changes no column") {
    Dossiers dossiers = RandomDossiers(8, date("2020-02-10"), 40).rows(500);
    const std::vector<Dossier> before = rows_of(dossiers);
    Query query = query_of("2020-02-20", "2020-03-20");
    query.policy.due_source = Policy::DueSource::computed;
    Statistics statistics(query);
    statistics.add(dossiers);
    const std::vector<Dossier> after = rows_of(dossiers);
    REQUIRE(before.size() == after.size());
    for (std::size_t i = 0; i < before.size(); ++i) REQUIRE(describe(before[i]) == describe(after[i]));
}

TEST_CASE("states that stay in process are counted in every later period, and their end only once") {
    const Dossiers stopped = columns_of({dossier("1", {{Event::completed, "2020-03-20"}}, Status::stopped)});
    const StatisticsResult march = result_of(query_of("2020-03-01", "2020-04-01"), stopped);
    CHECK(march.total.received_online.count == 1);
    CHECK(march.total.within.count == 1);
    CHECK(march.total.stopped.count == 1);
    for (const char* from : {"2020-04-01", "2021-06-01", "2025-01-01"}) {
        const StatisticsResult later = result_of(query_of(from, "2026-01-01"), stopped);
        CHECK(later.total.carried_over.count == 1);
        CHECK(later.total.within.count == 1);
        CHECK(later.total.stopped.count == 0);
        CHECK(later.identities_hold());
    }
}

TEST_CASE("a state without a date is reported, even while the dossier waits for a supplement") {
    const Dossiers dossiers = columns_of({dossier("1", {}, Status::withdrawn),
                                          dossier("2", {{Event::supplement_requested, "2020-03-04"}}, Status::withdrawn),
                                          dossier("3", {{Event::supplement_requested, "2020-03-04"}}, Status::supplement)});
    const Counts c = result_of(query_of("2020-03-01", "2020-04-01"), dossiers).total;
    CHECK(c.undated_state == 2);
    CHECK(c.waiting.count == 2);
    CHECK(c.withdrawn.count == 0);
}

}  // namespace oracle_test
