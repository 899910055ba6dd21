// Rates, flows and stocks.
#include <concepts>

#include "support.hpp"
#include "test.hpp"

namespace rates_test {

using namespace cchc;
using namespace cchc::test;

namespace {

template <class T>
concept Addable = requires(T a, T b) {
    a + b;
};
template <class T>
concept AddableInPlace = requires(T a, T b) {
    a += b;
};
template <class A, class B>
concept Mixable = requires(A a, B b) {
    a + b;
};

// Flows add up over periods. A stock stands at one moment: its sum over periods must not even compile.
static_assert(Addable<Flow>);
static_assert(!Addable<Stock>);
static_assert(!AddableInPlace<Stock>);
static_assert(!Mixable<Flow, Stock> && !Mixable<Stock, Flow>);
static_assert(!std::convertible_to<Stock, Flow> && !std::convertible_to<Flow, Stock>);

std::string percent(std::uint64_t numerator, std::uint64_t denominator, int places = 2) {
    Rate rate;
    rate.numerator = numerator;
    rate.denominator = denominator;
    return rate.percent(places).value_or("not available");
}

std::vector<std::string> percents(const Counts& counts) {
    std::vector<std::string> out;
    for (const Rate& rate : rates(counts))
        out.push_back(std::string(rate.id) + " " + std::to_string(rate.numerator) + "/" + std::to_string(rate.denominator) +
                      " " + rate.percent().value_or("not available"));
    return out;
}

}  // namespace

TEST_CASE("flows add up; stocks only over units, at the same moment") {
    CHECK((Flow{3} + Flow{4}) == Flow{7});
    const Stock a{3, date("2020-04-01")}, b{4, date("2020-04-01")}, later{4, date("2020-05-01")};
    CHECK(Stock::over_units(a, b) == Stock{7, date("2020-04-01")});
    const Error error = error_of([&] { (void)Stock::over_units(a, later); });
    CHECK(error.code() == ErrorCode::argument_range);
    CHECK(contains(error.message(), "2020-04-01 and of 2020-05-01"));
}

TEST_CASE("the worked example of the domain note, 5.3") {
    // Received 100, resolved 80 = 50 early + 25 on time + 5 overdue, in process 20 = 12 within + 8 overdue.
    Counts c;
    c.received_online = {30};
    c.received_direct = {60};
    c.carried_over = {10, date("2020-01-01")};
    c.early = {50};
    c.on_time = {25};
    c.overdue = {5};
    c.within = {12, date("2020-04-01")};
    c.open_overdue = {8, date("2020-04-01")};
    CHECK(c.received_total() == 100);
    CHECK(c.resolved_total() == 80);
    CHECK(c.in_process_total() == 20);
    CHECK(percents(c) ==
          std::vector<std::string>{"R1 75/80 93.75", "R2 87/100 87.00", "R3 87/100 87.00", "R4 75/100 75.00"});
}

TEST_CASE("the worked example, from dossiers") {
    std::vector<Dossier> rows;
    const auto add = [&rows](int count, std::initializer_list<std::pair<Event, const char*>> events) {
        for (int i = 0; i < count; ++i) rows.push_back(dossier("HS-" + std::to_string(rows.size()), events));
    };
    add(50, {{Event::completed, "2020-03-06"}});
    add(25, {{Event::completed, "2020-03-09"}});
    add(5, {{Event::completed, "2020-03-10"}});
    add(12, {{Event::due, "2020-04-10"}});
    add(8, {});
    const StatisticsResult result = result_of(query_of("2020-03-01", "2020-04-01"), columns_of(rows));
    CHECK(result.identities_hold());
    CHECK(percents(result.total) ==
          std::vector<std::string>{"R1 75/80 93.75", "R2 87/100 87.00", "R3 87/100 87.00", "R4 75/100 75.00"});
}

TEST_CASE("a rate of nothing is not available, never 0 or 100") {
    CHECK(percents({}) == std::vector<std::string>{"R1 0/0 not available", "R2 0/0 not available", "R3 0/0 not available",
                                                   "R4 0/0 not available"});
    Counts open;
    open.received_online = {1};
    open.open_overdue = {1, {}};
    CHECK(percents(open) == std::vector<std::string>{"R1 0/0 not available", "R2 0/1 0.00", "R3 0/1 0.00", "R4 0/1 0.00"});
}

TEST_CASE("dossiers without a due date stand in the denominators and in no numerator but R3's") {
    Counts c;
    c.received_online = {4};
    c.early = {1};
    c.no_due_resolved = {1};
    c.within = {1, {}};
    c.no_due_in_process = {1, {}};
    CHECK(percents(c) == std::vector<std::string>{"R1 1/2 50.00", "R2 2/4 50.00", "R3 4/4 100.00", "R4 1/4 25.00"});
}

TEST_CASE("per cent, rounded half up, exactly") {
    CHECK(percent(1, 3) == "33.33");
    CHECK(percent(2, 3) == "66.67");
    CHECK(percent(1, 8, 2) == "12.50");
    CHECK(percent(1, 8, 1) == "12.5");
    CHECK(percent(1, 8, 0) == "13");
    CHECK(percent(1, 800, 2) == "0.13");  // 0.125
    CHECK(percent(999, 1000, 0) == "100");
    CHECK(percent(1, 3, 0) == "33");
    CHECK(percent(1, 3, 6) == "33.333333");
    CHECK(percent(1, 1) == "100.00");
    CHECK(percent(0, 7) == "0.00");
    CHECK(percent(1, 20000) == "0.01");
    CHECK(percent(1, 20001) == "0.00");
    CHECK(percent(7, 1000, 3) == "0.700");
    CHECK(percent(1, 0) == "not available");
    // Places outside 0..6 are brought inside.
    CHECK(percent(1, 3, -5) == "33");
    CHECK(percent(1, 3, 99) == "33.333333");
    // At the greatest number of dossiers.
    CHECK(percent(4'000'000'000, 4'000'000'000, 6) == "100.000000");
    CHECK(percent(3'999'999'999, 4'000'000'000, 6) == "100.000000");
    CHECK(percent(1, 4'000'000'000, 6) == "0.000000");
}

TEST_CASE("each rate has its name, its titles and its source") {
    for (const Rate& rate : rates({})) {
        CHECK(rate.id.size() == 2);
        CHECK(rate.title_vi.size() > 10);
        CHECK(rate.title_en.size() > 10);
        CHECK(rate.source_en.size() > 10);
        // The same formula, and then words of the language.
        const auto formula = rate.source_vi.substr(0, rate.source_vi.find(';'));
        CHECK(rate.source_en.starts_with(formula));
        CHECK(rate.source_vi != rate.source_en);
    }
}

}  // namespace rates_test
