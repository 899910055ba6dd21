// The identities A to G: each broken on purpose, and the dossiers named that break it.
#include "statistics/identities.hpp"
#include "cchc/published_form.hpp"
#include "support.hpp"
#include "test.hpp"

namespace identities_test {

using namespace cchc;
using namespace cchc::test;

namespace {

const char* const nothing = "";

Query march(std::vector<Grouping> groupings = {}) { return query_of("2020-03-01", "2020-04-01", std::move(groupings)); }

StatisticsResult march_of(const std::vector<Dossier>& rows, const Policy& policy = {}) {
    Query q = march({{Dimension::agency}});
    q.policy = policy;
    return result_of(q, columns_of(rows));
}

// A dossier of February that ended in March.
Dossier carried(std::string id, Status status, const char* due = "2020-03-09") {
    return dossier(std::move(id), {{Event::received, "2020-02-03"}, {Event::due, due}, {Event::completed, "2020-03-06"}},
                   status);
}

}  // namespace

TEST_CASE("all identities hold for dossiers with due dates and results") {
    const StatisticsResult result =
        march_of({dossier("1", {{Event::completed, "2020-03-06"}}), dossier("2", {}), carried("3", Status::finished)});
    CHECK(result.identities_hold());
    std::string ids;
    for (const IdentityCheck& c : result.identities) ids += c.id;
    CHECK(ids == "ABCDEFG");
    CHECK(checks_of(result.identities, 'A') == std::vector<std::string>{"A [] holds 3 3 3 = 4 + 5 + 6 ()"});
    CHECK(checks_of(result.identities, 'D') == std::vector<std::string>{"D [] holds 3 3 3 = 7 + 11 ()"});
    CHECK(checks_of(result.identities, 'E') == std::vector<std::string>{"E [] holds 1 1 6 = 11 of the previous period ()"});
    CHECK(checks_of(result.identities, 'F') == std::vector<std::string>{"F [] holds 3 3 total = sum of rows ()"});
    CHECK(checks_of(result.identities, 'G') == std::vector<std::string>{"G [] holds 3 3 every dossier is counted once ()"});
}

TEST_CASE("B and C: dossiers without a due date") {
    const StatisticsResult result =
        march_of({dossier("open-2", {{Event::due, nothing}}), dossier("open-1", {{Event::due, nothing}}),
                  dossier("done", {{Event::due, nothing}, {Event::completed, "2020-03-06"}}),
                  dossier("good", {{Event::completed, "2020-03-06"}})});
    CHECK_FALSE(result.identities_hold());
    CHECK(checks_of(result.identities, 'B') ==
          std::vector<std::string>{"B [] fails 2 1 7 = 8 + 9 + 10 ()", "B [total] fails 2 1 7 = 8 + 9 + 10: 2 ≠ 1 (done)",
                                   "B [UBND xã A] fails 2 1 7 = 8 + 9 + 10: 2 ≠ 1 (done)"});
    CHECK(checks_of(result.identities, 'C') ==
          std::vector<std::string>{"C [] fails 2 0 11 = 12 + 13 ()",
                                   "C [total] fails 2 0 11 = 12 + 13: 2 ≠ 0 (open-1, open-2)",
                                   "C [UBND xã A] fails 2 0 11 = 12 + 13: 2 ≠ 0 (open-1, open-2)"});
    CHECK(checks_of(result.identities, 'D').size() == 1);
    Policy as_on_time;
    as_on_time.missing_due = Policy::MissingDue::on_time;
    CHECK(march_of({dossier("1", {{Event::due, nothing}})}, as_on_time).identities_hold());
}

TEST_CASE("D: dossiers that ended in a state with a column of its own") {
    Policy policy;
    policy.withdrawn = Policy::Ended::own_class;
    const StatisticsResult result = march_of({dossier("w", {{Event::completed, "2020-03-06"}}, Status::withdrawn),
                                              dossier("f", {{Event::completed, "2020-03-06"}})},
                                             policy);
    CHECK(checks_of(result.identities, 'D') == std::vector<std::string>{"D [] fails 2 1 3 = 7 + 11 ()",
                                                                        "D [total] fails 2 1 3 = 7 + 11: 2 ≠ 1 (w)",
                                                                        "D [UBND xã A] fails 2 1 3 = 7 + 11: 2 ≠ 1 (w)"});
    CHECK(result.total.withdrawn.count == 1);
    CHECK(result.total.own_class.count == 1);
}

TEST_CASE("E: dossiers that were open before, and that the policy leaves out now") {
    Policy policy;
    policy.withdrawn = Policy::Ended::excluded;
    const Dossier new_one = dossier("a-new", {{Event::completed, "2020-03-06"}}, Status::withdrawn);
    const StatisticsResult result =
        march_of({carried("w", Status::withdrawn), carried("f", Status::finished), new_one}, policy);
    // Only the one that was carried over makes the difference.
    CHECK(checks_of(result.identities, 'E') ==
          std::vector<std::string>{"E [] fails 1 2 6 = 11 of the previous period ()",
                                   "E [total] fails 1 2 6 = 11 of the previous period: 1 ≠ 2 (w)",
                                   "E [UBND xã A] fails 1 2 6 = 11 of the previous period: 1 ≠ 2 (w)"});
    CHECK(result.total.excluded[0] == 2);
    CHECK(result.total.withdrawn.count == 2);
    // The period before really closed with two.
    Query february = query_of("2020-02-01", "2020-03-01");
    february.policy = policy;
    const Dossiers both = columns_of({carried("w", Status::withdrawn), carried("f", Status::finished)});
    CHECK(result_of(february, both).total.in_process_total() == 2);
}

TEST_CASE("E: dossiers without a due date that the policy leaves out were left out before, too") {
    Policy policy;
    policy.missing_due = Policy::MissingDue::excluded;
    for (const Status status : {Status::refused, Status::finished}) {
        const std::vector<Dossier> rows = {carried("r", status, nothing)};
        const StatisticsResult result = march_of(rows, policy);
        CHECK(result.total.excluded[0] == 1);
        CHECK(result.identities_hold());
        Query february = query_of("2020-02-01", "2020-03-01", {{Dimension::agency}});
        february.policy = policy;
        CHECK(check_chain(result_of(february, columns_of(rows)), result).front().holds);
    }
}

TEST_CASE("rows that cannot be judged break nothing: they are counted apart") {
    Dossier bad = dossier("1", {{Event::received, "2020-02-03"}});
    bad.problem = Problem::bad_date;
    const StatisticsResult result = march_of({bad, dossier("2", {})});
    CHECK(result.identities_hold());
    CHECK(result.total.excluded[static_cast<std::size_t>(Problem::bad_date)] == 1);
    CHECK(result.total.dossiers_total() == 2);
}

TEST_CASE("the smallest ids are named, five at most, whatever the order in which they came") {
    std::vector<Dossier> rows;
    for (const char* id : {"HS-9", "HS-10", "HS-2", "hs", "HS-1", "HS-11", "HS-100", "HS-2", "đ"})
        rows.push_back(dossier(id, {{Event::due, nothing}}));
    std::mt19937 random(1);
    for (int round = 0; round < 8; ++round) {
        std::shuffle(rows.begin(), rows.end(), random);
        Statistics all(march()), one(march());
        for (const Dossier& row : rows) {
            Statistics part(march());
            part.add(columns_of({row}));
            one.merge(part);
        }
        all.add(columns_of(rows));
        for (const Statistics* s : {&all, &one}) {
            const std::vector<std::string> checks = checks_of(s->result().identities, 'C');
            REQUIRE(checks.size() == 2);
            CHECK(contains(checks[1], "(HS-1, HS-10, HS-100, HS-11, HS-2)"));
        }
    }
}

TEST_CASE("violations come in order of the identity, the total first, then rows by name") {
    std::vector<Dossier> rows;
    for (const char* agency : {"C", "A", "", "B"}) {
        rows.push_back(dossier(std::string("x") + agency, {{Event::due, nothing}}));
        rows.back().agency = agency;
    }
    const auto names = [&] {
        std::string out;
        for (const IdentityCheck& c :
             result_of(march({{Dimension::agency}, {Dimension::agency, Dimension::channel}}), columns_of(rows)).identities)
            out += std::string(1, c.id) + ":" + c.row + " ";
        return out;
    };
    const std::string expected =
        "A: B: C: C:total C:(not given) C:(not given) / online C:A C:A / online C:B C:B / online C:C C:C / online D: E: F: "
        "G: ";
    CHECK(names() == expected);
    std::reverse(rows.begin(), rows.end());
    CHECK(names() == expected);
}

TEST_CASE("a violation in a row without an agency is seen in the form's notes") {
    Dossier d = dossier("1", {{Event::due, nothing}});
    d.agency.clear();
    const Table table = form_ii06a(result_of(march({{Dimension::agency}}), columns_of({d})), 0, Lang::vi);
    CHECK(std::count_if(table.notes.begin(), table.notes.end(),
                        [](const std::string& note) { return contains(note, "11 = 12 + 13: 1 ≠ 0"); }) == 2);
}

TEST_CASE("white box: F sees rows that do not add up, and G a dossier that was lost") {
    StatisticsResult result = result_of(march({{Dimension::agency}, {Dimension::agency, Dimension::field}}),
                                        columns_of({dossier("1", {}), dossier("2", {})}));
    const std::vector<stats::CheckedRow> rows = {{"total", result.total, result.total.carried_over.count, {}}};
    CHECK(checks_of(stats::check_identities(result, rows, 2), 'F') ==
          std::vector<std::string>{"F [] holds 2 2 total = sum of rows ()"});
    CHECK(checks_of(stats::check_identities(result, rows, 3), 'G') ==
          std::vector<std::string>{"G [] fails 2 3 every dossier is counted once ()",
                                   "G [total] fails 2 3 every dossier is counted once: 2 ≠ 3 ()"});
    ++result.groups[1].rows[0].counts.not_received;
    CHECK(checks_of(stats::check_identities(result, rows, 2), 'F') ==
          std::vector<std::string>{"F [] fails 2 2 total = sum of rows ()",
                                   "F [agency,field] fails 2 3 total = sum of rows: 2 ≠ 3 ()"});
    result.groups[1].rows.clear();
    CHECK(checks_of(stats::check_identities(result, rows, 2), 'F').size() == 2);
}

TEST_CASE("A: col 3 is counted as the sum, so no result can break it; a form that was edited can") {
    StatisticsResult result = result_of(march(), columns_of({dossier("1", {})}));
    ++result.total.received_online.count;
    const std::vector<stats::CheckedRow> rows = {{"total", result.total, 0, {}}};
    const std::vector<IdentityCheck> checks = stats::check_identities(result, rows, 2);
    CHECK(checks_of(checks, 'A').size() == 1);
    CHECK(checks_of(checks, 'D').at(1) == "D [total] fails 2 1 3 = 7 + 11: 2 ≠ 1 ()");
    std::string text = to_json(result_of(march({{Dimension::agency}}), columns_of({dossier("1", {})})));
    text.replace(text.find("\"online\": 1"), 11, "\"online\": 2");
    const FormCheck published = check_form(read_published_form(text));
    REQUIRE(published.violations.size() == 2);
    CHECK(published.violations[0].identity == "A");
    CHECK(published.violations[0].row == "total");
    CHECK(published.violations[1].identity == "F");
}

TEST_CASE("white box: E compares with the opening stock that it is given") {
    const StatisticsResult result = result_of(march(), columns_of({carried("1", Status::finished)}));
    const std::vector<stats::CheckedRow> rows = {{"total", result.total, 4, {}}};
    CHECK(checks_of(stats::check_identities(result, rows, 1), 'E').at(1) ==
          "E [total] fails 1 4 6 = 11 of the previous period: 1 ≠ 4 ()");
}

TEST_CASE("every agency that was asked for has its row, and others have theirs") {
    Query q = march({{Dimension::agency}, {Dimension::agency, Dimension::field}, {Dimension::field}});
    q.agencies = {"UBND xã Z", "UBND xã A", "A đầu", "UBND xã Z"};
    Dossier other = dossier("2", {});
    other.agency = "UBND xã M";
    for (const std::vector<Dossier>& rows : {std::vector<Dossier>{}, std::vector<Dossier>{dossier("1", {}), other}}) {
        const StatisticsResult result = result_of(q, columns_of(rows));
        std::vector<std::string> names;
        for (const GroupRow& row : result.groups[0].rows) names.push_back(row.key.front());
        if (rows.empty()) CHECK(names == std::vector<std::string>{"A đầu", "UBND xã A", "UBND xã Z"});
        if (!rows.empty()) CHECK(names == std::vector<std::string>{"A đầu", "UBND xã A", "UBND xã M", "UBND xã Z"});
        CHECK(result.groups[0].rows.front().counts.received_total() == 0);
        CHECK(result.groups[0].rows.front().counts.within.at == date("2020-04-01"));
        CHECK(result.groups[1].rows.size() == rows.size());  // rows are added where agencies stand alone
        CHECK(result.identities_hold());
    }
}

}  // namespace identities_test
