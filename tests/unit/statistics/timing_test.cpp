// How early and how late, in working days: against a walk from day to day, one dossier at a time.
#include "statistics_oracle.hpp"
#include "support.hpp"
#include "test.hpp"

namespace timing_test {

using namespace cchc;
using namespace cchc::test;

namespace {

// Working days after one date, up to and with another.
std::int32_t walk(const Calendar& calendar, Date after, Date last) {
    std::int32_t n = 0;
    for (Date d = after + std::chrono::days{1}; d <= last; d += std::chrono::days{1}) n += calendar.is_working(d) ? 1 : 0;
    return n;
}

void note(Timing& t, const Dossier& d, const Query& q) {
    if (d.problem != Problem::none) return;
    const auto received = d.event(Event::received), due = due_that_counts(d, q.policy);
    const Date as_of = q.effective_as_of(), last_day = as_of - std::chrono::days{1};
    if (!received || received->date >= std::min(q.to, as_of) || !due) return;
    const auto end = end_on_record(d, q.policy);
    if (happened_before(end, q.from)) return;
    const Outcome outcome = expected_outcome(d, q.policy, as_of);
    if (outcome == Outcome::early) t.early.add(walk(q.calendar, end->date, due->date));
    if (outcome == Outcome::overdue) t.late.add(walk(q.calendar, due->date, end->date));
    if (outcome == Outcome::in_process_within && due->date >= last_day) t.left.add(walk(q.calendar, last_day, due->date));
    if (outcome == Outcome::in_process_within && due->date == as_of) ++t.due_today;
    if (outcome == Outcome::in_process_overdue) t.open_late.add(walk(q.calendar, due->date, last_day));
}

Query timed(std::vector<Grouping> groupings) {
    Query q = query_of("2020-03-10", "2020-04-01", std::move(groupings));
    q.timing = true;
    return q;
}

Dossiers some(unsigned seed, std::size_t count) {
    RandomDossiers random(seed, date("2020-03-01"), 35);
    Dossiers out;
    for (std::size_t i = 0; i < count; ++i) {
        Dossier d = random.next();
        d.cause = random.below(3) == 0 ? "" : "Nguyên nhân " + std::to_string(random.below(4));
        d.service_level = static_cast<ServiceLevel>(random.below(service_level_count));
        // Nothing ended in a state of its own: those rules are the business of other tests.
        if (d.status >= Status::withdrawn && d.status != Status::finished) d.status = Status::processing;
        d.event(Event::supplement_requested).reset();
        out.push_back(d);
    }
    return out;
}

}  // namespace

TEST_CASE("timing of every group, against a walk from day to day") {
    const Dossiers dossiers = some(3, 6000);
    const std::vector<Grouping> groupings = {{Dimension::agency},
                                             {Dimension::cause},
                                             {Dimension::service_level},
                                             {Dimension::agency, Dimension::month},
                                             {Dimension::service_level, Dimension::cause},
                                             {Dimension::channel},
                                             {}};
    for (const char* preset : {"form-ii06a", "decree-61"}) {
        Query q = timed(groupings);
        q.policy = Policy::builtin(preset);
        const StatisticsResult result = result_of(q, dossiers);
        Timing total;
        std::vector<std::map<std::vector<std::string>, Timing>> expected(groupings.size());
        for (const Dossier& d : judged(dossiers, q)) {
            note(total, d, q);
            for (std::size_t g = 0; g < groupings.size(); ++g) {
                std::vector<std::string> key;
                for (const Dimension dimension : groupings[g]) key.push_back(key_of(d, dimension));
                note(expected[g][key], d, q);
            }
        }
        CHECK(total.early.total() > 200);
        CHECK(total.left.total() > 20);
        CHECK(total.due_today > 0);
        CHECK(result.timing == total);
        for (std::size_t g = 0; g < groupings.size(); ++g)
            for (const GroupRow& row : result.groups[g].rows) {
                INFO(preset << ", grouping " << g << ", " << joined(row.key));
                CHECK(row.timing == expected[g][row.key]);
            }
    }
}

TEST_CASE("timing: any split is one pass, and bytes bring it back") {
    const Query q = timed({{Dimension::agency, Dimension::cause}});
    Statistics whole(q), left(q), right(q);
    const Dossiers a = some(4, 700), b = some(5, 900);
    whole.add(a);
    whole.add(b);
    right.add(b);
    left.add(a);
    right.merge(left);
    CHECK(to_json(right.result()) == to_json(whole.result()));
    CHECK(right.to_bytes() == whole.to_bytes());
    CHECK(to_json(Statistics::from_bytes(whole.to_bytes()).result()) == to_json(whole.result()));
    std::string cut = whole.to_bytes();
    cut.resize(cut.size() / 2);
    CHECK_THROWS_AS(Statistics::from_bytes(cut), Error);
}

TEST_CASE("median, 90th percentile, mean and greatest, by hand") {
    DayHistogram h;
    CHECK(h.percentile(50) == std::nullopt);
    CHECK(h.mean() == std::nullopt);
    CHECK(h.max() == std::nullopt);
    h.add(1, 4);
    h.add(2, 5);
    h.add(30);
    CHECK(h.total() == 10);
    CHECK(h.percentile(40) == 1);
    CHECK(h.percentile(41) == 2);
    CHECK(h.percentile(50) == 2);
    CHECK(h.percentile(90) == 2);
    CHECK(h.percentile(91) == 30);
    CHECK(h.percentile(100) == 30);
    CHECK(h.mean() == "4.40");
    CHECK(h.max() == 30);
    DayHistogram third;
    third.add(0, 2);
    third.add(1);
    CHECK(third.mean() == "0.33");
    CHECK(third.mean(0) == "0");
    h.merge(third);
    CHECK(h.total() == 13);
    CHECK(h.counts().at(1) == 5);
}

TEST_CASE("due soon: of a Friday, today and within so many working days") {
    std::vector<Dossier> rows;
    for (const char* due : {"2020-03-13T17:00", "2020-03-16T17:00", "2020-03-17", "2020-03-19", "2020-03-12T17:00"})
        rows.push_back(dossier(due, {{Event::due, due}}, Status::processing));
    Query q = timed({});
    q.as_of = date("2020-03-13");  // a Friday
    const Timing t = result_of(q, columns_of(rows)).timing;
    CHECK(t.due_today == 1);
    CHECK(t.due_within(0) == 1);  // due on the last day before: no working day is left
    CHECK(t.due_within(1) == 2);
    CHECK(t.due_within(3) == 4);
    CHECK(t.due_within(5) == 5);
}

TEST_CASE("the table of the timing, and a query that did not ask for it") {
    const Query q = timed({{Dimension::agency}});
    const Dossiers one =
        columns_of({dossier("1", {{Event::completed, "2020-03-11"}}), dossier("2", {{Event::completed, "2020-03-16"}})});
    const Table vi = timing_table(result_of(q, one), 0, Lang::vi), en = timing_table(result_of(q, one), 0, Lang::en, 5);
    CHECK(joined(vi.rows.at(0)) == "UBND xã A / 0 / - / - / - / - / 2 / 2 / 5 / 3,50 / 5 / 0 / - / - / - / - / 0 / 0");
    CHECK(vi.heading.back() == "Đơn vị tính: ngày làm việc; ở các cột \"Hồ sơ\" và \"Sắp đến hạn\": hồ sơ");
    CHECK(vi.captions[1].back() == "3 ngày làm việc");
    CHECK(en.captions[1].back() == "5 working days");
    CHECK(en.rows.back().front() == "Total");
    CHECK_THROWS_AS(timing_table(result_of(query_of("2020-03-10", "2020-04-01"), one), 0, Lang::vi), Error);
}

}  // namespace timing_test
