// The quality report: which dossiers it looks at, how it counts them, and that no split changes it.
#include "cchc/quality.hpp"

#include "support.hpp"
#include "test.hpp"

namespace quality_test {

using namespace cchc;
using namespace cchc::test;

namespace {

Query quality_query() {
    Query q = query_of("2020-02-20", "2020-03-20");
    q.agencies = {"UBND xã Z"};
    return q;
}

QualityResult report(const Query& query, const Dossiers& dossiers, std::optional<Date> today = std::nullopt) {
    QualityReport r(query, today);
    r.add(dossiers);
    return r.result();
}

// Random dossiers with extensions, pauses and levels.
std::vector<Dossier> busy_dossiers(unsigned seed, std::size_t count) {
    RandomDossiers random(seed, date("2020-02-10"), 50);
    std::vector<Dossier> rows;
    for (std::size_t i = 0; i < count; ++i) {
        Dossier d = random.next();
        if (random.below(20) == 0) d.id = "H50-200301-" + std::to_string(i);
        d.service_level = static_cast<ServiceLevel>(random.below(service_level_count));
        for (int e = random.below(3); e > 0; --e) {
            ClockEvent event;
            event.kind = static_cast<ClockKind>(random.below(clock_kind_count));
            event.from = Moment{date("2020-02-12") + std::chrono::days{random.below(40)}, -1};
            if (random.below(2) == 0) event.to = Moment{event.from.date + std::chrono::days{random.below(6)}, -1};
            if (random.below(2) == 0) event.due_after = Moment{event.from.date + std::chrono::days{random.below(9)}, -1};
            if (random.below(2) == 0) event.due_before = Moment{event.from.date + std::chrono::days{random.below(9)}, -1};
            d.clock.push_back(event);
        }
        rows.push_back(std::move(d));
    }
    return rows;
}

}  // namespace

TEST_CASE("the report counts the flags of the dossiers that statistics count, of bad rows and of the future") {
    const Query query = quality_query();
    const std::vector<Dossier> rows = busy_dossiers(11, 6000);
    const Dossiers dossiers = columns_of(rows);
    QualityReport quality(query);
    std::vector<std::uint32_t> row_flags(rows.size());
    std::vector<Problem> row_problem(rows.size());
    quality.add(dossiers, row_flags, row_problem);
    const QualityResult result = quality.result();

    // The oracle: flags() of everything, and the statistics of each row alone.
    std::vector<std::uint32_t> all(rows.size());
    flags(dossiers, query.policy, query.calendar, query.rules, query.effective_as_of(), all);
    std::uint64_t flagged = 0;
    std::array<std::uint64_t, flag_count> counts{};
    std::array<std::uint64_t, problem_count> problems{};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool sample = i < 60;  // statistics of one row are slow
        const bool future = (all[i] & bit(Flag::received_in_future)) != 0;
        if (sample) {
            Query one = query;
            one.agencies.clear();
            const Counts c = result_of(one, columns_of({rows[i]})).total;
            const bool counted = c.outside_period == 0 && c.not_received == 0;
            REQUIRE(row_flags[i] == (counted || future || row_problem[i] != Problem::none ? all[i] : 0U));
            for (std::size_t p = 1; p < problem_count; ++p)
                REQUIRE((c.excluded[p] != 0) == (row_problem[i] == static_cast<Problem>(p)));
        }
        for (std::size_t f = 0; f < flag_count; ++f) counts[f] += row_flags[i] >> f & 1U;
        flagged += static_cast<std::uint64_t>(row_flags[i] != 0);
        ++problems[static_cast<std::size_t>(row_problem[i])];
    }
    const Counts total = result_of(query, dossiers).total;
    // Those of the future are in none of the counts but outside_period and not_received.
    std::uint64_t looked_at = total.received_total() + total.excluded_total();
    for (std::size_t i = 0; i < rows.size(); ++i)
        if ((all[i] & bit(Flag::received_in_future)) != 0 && row_problem[i] == Problem::none) ++looked_at;
    CHECK(result.dossiers == rows.size());
    CHECK(result.total.flagged == flagged);
    CHECK(result.total.dossiers == looked_at);
    for (std::size_t f = 0; f < flag_count; ++f) CHECK(result.total.flags[f].count == counts[f]);
    for (std::size_t p = 1; p < problem_count; ++p) {
        CHECK(result.total.problems[p].count == problems[p]);
        CHECK(result.total.problems[p].count == total.excluded[p]);
    }
    for (const QualityCount& c : result.total.flags) CHECK(c.count > 0);  // the dossiers show every flag
}

TEST_CASE("each agency has its row, with the smallest ids as examples") {
    std::vector<Dossier> rows;
    for (int i = 9; i >= 0; --i) rows.push_back(dossier("HS-" + std::to_string(i), {}));  // finished, no end
    rows.push_back(dossier("HS-0", {}));
    rows.back().agency = "UBND xã B";
    const QualityResult result = report(quality_query(), columns_of(rows));
    REQUIRE(result.agencies.size() == 3);
    const auto flag = static_cast<std::size_t>(Flag::finished_without_end);
    CHECK(result.agencies[0].agency == "UBND xã A");
    CHECK(result.agencies[0].dossiers == 10);
    CHECK(joined(result.agencies[0].flags[flag].examples, " ") == "HS-0 HS-1 HS-2 HS-3 HS-4");
    CHECK(result.agencies[1].agency == "UBND xã B");
    CHECK(result.agencies[1].flagged == 1);
    CHECK(result.agencies[2].agency == "UBND xã Z");
    CHECK(result.agencies[2].dossiers == 0);
    CHECK(result.total.flags[flag].count == 11);
    CHECK(joined(result.total.flags[flag].examples, " ") == "HS-0 HS-1 HS-2 HS-3 HS-4");
}

TEST_CASE("any split of the quality report, merged, is one pass") {
    const Query query = quality_query();
    const std::vector<Dossier> rows = busy_dossiers(5, 3000);
    const std::string whole = to_json(report(query, columns_of(rows)));
    for (const std::size_t parts : {2U, 7U}) {
        QualityReport merged(query);
        for (std::size_t part = 0; part < parts; ++part) {
            Dossiers some;
            for (std::size_t i = part; i < rows.size(); i += parts) some.push_back(rows[rows.size() - 1 - i]);
            QualityReport own(query);
            own.add(some);
            merged.merge(own);
        }
        CHECK(to_json(merged.result()) == whole);
    }
    QualityReport twice(query);
    twice.add(columns_of(rows));
    const QualityReport copy(twice);
    twice.merge(twice);
    CHECK(twice.result().total.flagged == 2 * copy.result().total.flagged);
    CHECK(to_json(copy.result()) == whole);
}

TEST_CASE("what happens after the as-of date does not change what was reported") {
    Query query = quality_query();
    query.as_of = date("2020-03-10");
    const Date today = date("2020-12-31");
    const std::vector<Dossier> rows = busy_dossiers(8, 3000);
    std::vector<Dossier> later = rows;
    for (Dossier& d : later) {
        if (columns_of({d}).problem[0] != Problem::none) continue;  // a later due date would mend some of them
        const Moment after{date("2020-04-10"), -1};
        // Whatever is not there yet happens after the as-of date; what a status says has no date, so it stays.
        const bool ended = d.event(Event::completed) || d.event(Event::returned);
        if (ended && !d.event(Event::completed)) continue;
        if (!d.event(Event::apology)) d.event(Event::apology) = after;
        if (!d.event(Event::supplement_requested)) d.event(Event::supplement_requested) = after;
        if (!d.event(Event::due)) continue;
        ClockEvent extension;
        extension.kind = ClockKind::extension;
        extension.from = after;
        extension.due_before = d.event(Event::due);
        extension.due_after = Moment{date("2020-05-10"), -1};
        const bool moved =
            std::any_of(d.clock.begin(), d.clock.end(), [](const ClockEvent& e) { return e.due_after.has_value(); });
        if (moved || d.event(Event::due)->second == 0) continue;
        d.clock.push_back(extension);
        d.event(Event::due) = extension.due_after;
    }
    CHECK(to_json(report(query, columns_of(later), today)) == to_json(report(query, columns_of(rows), today)));
}

TEST_CASE("reports of other questions are not merged, and wrong questions are refused") {
    QualityReport mine(quality_query());
    Query other = quality_query();
    other.policy = Policy::builtin("td");
    CHECK_THROWS_AS(mine.merge(QualityReport(other)), Error);
    CHECK_THROWS_AS(mine.merge(QualityReport(quality_query(), date("2020-12-31"))), Error);
    mine.merge(QualityReport(quality_query(), date("2020-03-19")));  // the default, said aloud
    other.groupings = {{Dimension::agency}};
    CHECK_THROWS_AS(QualityReport(other), Error);
    other.groupings.clear();
    other.to = other.from;
    CHECK_THROWS_AS(QualityReport(other), Error);
    std::vector<std::uint32_t> short_column(1);
    const Dossiers two = columns_of({dossier("1", {}), dossier("2", {})});
    CHECK_THROWS_AS(mine.add(two, short_column), Error);
    CHECK(mine.result().dossiers == 0);
}

TEST_CASE("tables, CSV and JSON of a quality report") {
    Dossier bad = dossier("HS,9", {{Event::completed, "2020-03-01"}});
    const QualityResult result = report(quality_query(), columns_of({dossier("HS-1", {}), bad}));
    const Table table = quality_total(result, Lang::vi);
    REQUIRE(table.rows.size() == flag_count + 1U);
    CHECK(joined(table.rows[10], "|") == "đã xong nhưng thiếu ngày kết thúc (finished_without_end)|1|HS-1");
    CHECK(joined(table.rows[15], "|") == "Không xét được: hoàn tất trước ngày tiếp nhận (completed_before_received)|1|HS,9");
    const Table by_agency = quality_by_agency(result, Lang::en);
    REQUIRE(by_agency.rows.size() == 5);
    CHECK(joined(by_agency.rows[0], "|") == "UBND xã A|2|2|");
    CHECK(joined(by_agency.rows[2], "|") == "  ended before it was received (ended_before_received)||1|HS,9");
    CHECK(joined(by_agency.rows[4], "|") == "UBND xã Z|0|0|");
    const std::string csv = to_csv(result);
    CHECK(csv.starts_with("agency,kind,name,count,examples\n,dossiers,,2,\n,flagged,,2,\n,flag,second_extension,0,\n"));
    CHECK(csv.find("\nUBND xã A,flag,ended_before_received,1,\"HS,9\"\n") != std::string::npos);
    CHECK(csv.find("\nUBND xã A,problem,completed_before_received,1,\"HS,9\"\n") != std::string::npos);
    CHECK(to_json(result).find("\"format\": \"cchc.quality/1\"") != std::string::npos);
}

}  // namespace quality_test
