// Statistics are a commutative monoid: any split, any order, any way of adding up gives the same bytes.
#include <numeric>

#include "support.hpp"
#include "test.hpp"

namespace merge_test {

using namespace cchc;
using namespace cchc::test;

namespace {

Query some_query() {
    Query q = query_of("2020-02-20", "2020-03-15",
                       {{Dimension::agency},
                        {Dimension::field, Dimension::month},
                        {Dimension::channel, Dimension::procedure, Dimension::quarter},
                        {}});
    q.as_of = date("2020-03-20");
    q.agencies = {"UBND xã 1", "không có"};
    q.policy.withdrawn = Policy::Ended::excluded;
    q.policy.returned = Policy::Ended::own_class;
    return q;
}

std::vector<Dossier> some_rows(unsigned seed, std::size_t count) {
    return rows_of(RandomDossiers(seed, date("2020-02-10"), 40).rows(count));
}

Statistics of(const std::vector<Dossier>& rows, const Query& query = some_query()) {
    Statistics s(query);
    s.add(columns_of(rows));
    return s;
}

Statistics sum(Statistics a, const Statistics& b) {
    a.merge(b);
    return a;
}

}  // namespace

TEST_CASE("merging is commutative and associative, and empty statistics change nothing") {
    const Statistics a = of(some_rows(1, 700)), b = of(some_rows(2, 300)), c = of(some_rows(3, 1)), none(some_query());
    const std::string all = sum(sum(a, b), c).to_bytes();
    CHECK(sum(sum(b, a), c).to_bytes() == all);
    CHECK(sum(a, sum(b, c)).to_bytes() == all);
    CHECK(sum(c, sum(b, a)).to_bytes() == all);
    CHECK(sum(a, none).to_bytes() == a.to_bytes());
    CHECK(sum(none, a).to_bytes() == a.to_bytes());
    CHECK(sum(none, none).to_bytes() == none.to_bytes());
    CHECK(a.to_bytes() != b.to_bytes());
    CHECK(sum(a, b).dossiers() == 1000);
}

TEST_CASE("any split in any order gives the bytes and the result of one pass") {
    std::vector<Dossier> rows = some_rows(4, 6000);
    const Statistics whole = of(rows);
    const std::string bytes = whole.to_bytes(), json = to_json(whole.result());
    std::mt19937 random(5);
    for (int round = 0; round < 7; ++round) {
        std::shuffle(rows.begin(), rows.end(), random);
        // Parts of any size, some of them empty, merged in random order; one is added to in two steps.
        std::vector<Statistics> parts;
        for (std::size_t at = 0; at < rows.size();) {
            const std::size_t size = std::min<std::size_t>(random() % 2500, rows.size() - at);
            const auto from = rows.begin() + static_cast<std::ptrdiff_t>(at), to = from + static_cast<std::ptrdiff_t>(size);
            const auto middle = from + static_cast<std::ptrdiff_t>(size / 3);
            Statistics part = of({from, middle});
            part.add(columns_of({middle, to}));
            parts.push_back(round % 2 == 0 ? std::move(part) : Statistics::from_bytes(part.to_bytes()));
            at += size;
        }
        while (parts.size() > 1) {
            std::shuffle(parts.begin(), parts.end(), random);
            parts[parts.size() - 2].merge(parts.back());
            parts.pop_back();
        }
        REQUIRE(parts.front().to_bytes() == bytes);
        REQUIRE(to_json(parts.front().result()) == json);
    }
}

TEST_CASE("files in order of agency or of date give the bytes of a shuffled one") {
    std::vector<Dossier> rows = some_rows(6, 9000);  // several blocks of one cell when sorted
    const std::string bytes = of(rows).to_bytes();
    std::stable_sort(rows.begin(), rows.end(), [](const Dossier& a, const Dossier& b) { return a.agency < b.agency; });
    CHECK(of(rows).to_bytes() == bytes);
    std::stable_sort(rows.begin(), rows.end(), [](const Dossier& a, const Dossier& b) {
        const auto& x = a.event(Event::received);
        const auto& y = b.event(Event::received);
        return x && y ? x->date < y->date : !x && y;
    });
    CHECK(of(rows).to_bytes() == bytes);
    std::reverse(rows.begin(), rows.end());
    CHECK(of(rows).to_bytes() == bytes);
}

TEST_CASE("dictionaries that come with the columns do not show") {
    const std::vector<Dossier> rows = some_rows(7, 200);
    Dossiers columns;
    for (int i = 0; i < 5000; ++i) columns.agency.names.add("đơn vị " + std::to_string(i));
    for (const Dossier& row : rows) columns.push_back(row);
    Statistics s(some_query());
    s.add(columns);
    s.add(Dossiers());
    CHECK(s.to_bytes() == of(rows).to_bytes());
}

TEST_CASE("statistics merged with themselves count everything twice") {
    Statistics s = of(some_rows(8, 400));
    const Counts once = s.result().total;
    s.merge(s);
    CHECK(s.dossiers() == 800);
    CHECK(s.result().total.received_total() == 2 * once.received_total());
    CHECK(s.result().total.excluded_total() == 2 * once.excluded_total());
    CHECK(s.result().identities_hold() == of(some_rows(8, 400)).result().identities_hold());
}

TEST_CASE("copies go their own way, and a moved one takes all") {
    Statistics s = of(some_rows(9, 50));
    const std::string bytes = s.to_bytes();
    Statistics copy = s;
    copy.add(columns_of(some_rows(10, 50)));
    CHECK(s.to_bytes() == bytes);
    CHECK(copy.to_bytes() != bytes);
    copy = s;
    CHECK(copy.to_bytes() == bytes);
    const Statistics& self = copy;
    copy = self;
    CHECK(copy.to_bytes() == bytes);
    Statistics moved = std::move(copy);
    CHECK(moved.to_bytes() == bytes);
    copy = std::move(moved);
    CHECK(copy.to_bytes() == bytes);
}

TEST_CASE("statistics of different queries do not merge") {
    const auto refused = [](auto change) {
        Query other = some_query();
        change(other);
        Statistics a = of(some_rows(11, 20));
        const std::string before = a.to_bytes();
        const Error error = error_of([&] { a.merge(Statistics(other)); });
        CHECK(a.to_bytes() == before);
        return error.code() == ErrorCode::incompatible;
    };
    CHECK_FALSE(refused([](Query&) {}));
    CHECK(refused([](Query& q) { q.from += std::chrono::days{1}; }));
    CHECK(refused([](Query& q) { q.to -= std::chrono::days{1}; }));
    CHECK(refused([](Query& q) { q.as_of.reset(); }));
    CHECK(refused([](Query& q) { q.groupings.pop_back(); }));
    CHECK(refused([](Query& q) { std::swap(q.groupings[0], q.groupings[1]); }));
    CHECK(refused([](Query& q) { std::swap(q.groupings[1][0], q.groupings[1][1]); }));
    CHECK(refused([](Query& q) { q.agencies.pop_back(); }));
    CHECK(refused([](Query& q) { q.policy.compare = Policy::Compare::instant; }));
    CHECK(refused([](Query& q) { q.policy.id = "other"; }));
    CHECK(refused([](Query& q) { q.rules.set(CountingRule::builtin("same-day-15h")); }));
    CHECK(refused([](Query& q) {
        q.calendar =
            Calendar::from_json(R"({"format": "cchc.calendar/1", "id": "huyen", "version": "1", "title": {"vi": "Huyện"},
            "coverage": {"from": "2020-01-01", "to": "2021-01-01"}, "week": {"mon": ["07:30-11:30"]}})");
    }));
}

TEST_CASE("an as-of date that is the end of the period is the default") {
    Query plain = query_of("2020-02-20", "2020-03-15"), explicit_ = plain;
    explicit_.as_of = plain.to;
    CHECK(sum(of(some_rows(12, 10), plain), of(some_rows(13, 10), explicit_)).dossiers() == 20);
    CHECK(Statistics(plain).query().as_of == plain.to);
}

TEST_CASE("four thousand million dossiers are the most, and the next one changes nothing") {
    Statistics s = of({dossier("1", {})}, query_of("2020-03-01", "2020-04-01", {{Dimension::agency}}));
    for (int i = 0; i < 31; ++i) s.merge(s);
    CHECK(s.dossiers() == 2'147'483'648);
    const std::string before = s.to_bytes();
    CHECK(error_of([&] { s.merge(s); }).code() == ErrorCode::argument_range);
    CHECK(s.to_bytes() == before);
    CHECK(Statistics::from_bytes(before).result().total.open_overdue.count == 2'147'483'648);
    CHECK(s.result().identities_hold());
}

TEST_CASE("queries that cannot be answered are refused") {
    const auto code = [](auto change) {
        Query q = query_of("2020-01-01", "2020-04-01");
        change(q);
        return error_of([&] { Statistics s(q); }).code();
    };
    CHECK(code([](Query&) {}) == static_cast<ErrorCode>(0));
    CHECK(code([](Query& q) { q.to = q.from; }) == ErrorCode::argument_range);
    CHECK(code([](Query& q) { std::swap(q.from, q.to); }) == ErrorCode::argument_range);
    CHECK(code([](Query& q) { q.as_of = q.from; }) == ErrorCode::argument_range);
    CHECK(code([](Query& q) { q.as_of = q.from + std::chrono::days{1}; }) == static_cast<ErrorCode>(0));
    CHECK(code([](Query& q) { q.groupings.resize(16); }) == static_cast<ErrorCode>(0));
    CHECK(code([](Query& q) { q.groupings.resize(17); }) == ErrorCode::argument_range);
    CHECK(code([](Query& q) {
              q.groupings = {{Dimension::agency, Dimension::field, Dimension::agency}};
          }) == ErrorCode::argument_range);
    CHECK(code([](Query& q) { q.from = date("2014-12-31"); }) == ErrorCode::outside_coverage);
    CHECK(code([](Query& q) { q.from = date("2015-01-01"); }) == static_cast<ErrorCode>(0));
    CHECK(code([](Query& q) { q.to = date("2027-01-01"); }) == static_cast<ErrorCode>(0));
    CHECK(code([](Query& q) { q.to = date("2027-01-02"); }) == ErrorCode::outside_coverage);
    CHECK(code([](Query& q) { q.as_of = date("2027-01-02"); }) == ErrorCode::outside_coverage);
    const Error error = error_of([] { Statistics s(query_of("2026-01-01", "2028-01-01")); });
    CHECK(contains(error.message(), "2026-01-01 to 2028-01-01"));
    CHECK(contains(error.message(), "covers 2015-01-01 to 2027-01-01"));
}

}  // namespace merge_test
