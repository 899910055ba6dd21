// Where rules, states and bands meet: what a fault, a missing fact or a hole may not turn into.
#include "support.hpp"

namespace edges_test {

namespace {

using cchc::CriteriaSet;
using cchc::Facts;
using cchc::LeafState;

CriteriaSet set_of(const std::string& leaves, const std::string& more = "", int max = 10) {
    return CriteriaSet::from_json(
        R"({"format": "cchc.criteria/1", "id": "t", "version": "1", "valid": {"from": "2020-01-01"}, "max": )" +
        std::to_string(max) + more + R"(, "fields": [{"id": "f", "max": )" + std::to_string(max) + R"(, "criteria": [)" +
        leaves + "]}]}");
}
CriteriaSet one_leaf(const std::string& rule, const std::string& more = R"(, "when_no_case": "full")") {
    return set_of(R"({"id": "a", "max": 10)" + more + R"(, "rule": )" + rule + "}");
}
Facts facts(std::map<std::string, int> numbers, const std::string& unit = "u") {
    Facts f;
    f.unit = unit;
    for (const auto& [name, value] : numbers) f.values.emplace(name, cchc::Decimal(value));
    return f;
}
std::string result(const CriteriaSet& set, const Facts& f, const cchc::ScoreSheet& sheet = {}) {
    const auto card = cchc::score(set, f, sheet);
    const auto& leaf = card.leaves.front();
    return std::string(to_string(leaf.state)) + (leaf.points ? " " + leaf.points->to_string() : "");
}
std::string band(const CriteriaSet& set, const Facts& f) {
    const auto card = cchc::score(set, f);
    return card.band < 0 ? "" : set.bands()[static_cast<std::size_t>(card.band)].id;
}

}  // namespace

TEST_CASE("A division by zero means no case, whatever a later row or an else makes of it") {
    const auto zero = facts({{"a", 0}, {"b", 0}, {"x", 3}});
    CHECK(
        result(one_leaf(R"({"let": {"r": "100 * a / b"}, "hit": "first", "rows": [{"when": {"r": ">= 95"}, "points": "max"},
        {"points": "0"}]})"),
               zero) == "no_case 10");
    CHECK(result(one_leaf(R"({"points": "if 100 * a / b >= 95 then max else 0"})"), zero) == "no_case 10");
    CHECK(result(one_leaf(R"({"hit": "collect_max", "let": {"r": "a / b"}, "rows": [{"when": {"r": ">= 5"}, "points": "1"},
        {"when": {"r": "< 5"}, "points": "2"}]})"),
                 zero) == "no_case 10");
    CHECK(result(one_leaf(R"({"hit": "first", "rows": [{"when": {"x": ">= a / b"}, "points": "1"}]})"), zero) ==
          "no_case 10");
}

TEST_CASE("A let that nobody reads changes nothing") {
    const auto zero = facts({{"a", 1}, {"b", 0}, {"x", 3}});
    CHECK(result(one_leaf(R"({"let": {"r": "a / b"}, "hit": "first", "rows": [{"when": {"x": ">= 5"}, "points": "max"}]})"),
                 zero) == "no_rule");
    CHECK(result(one_leaf(R"({"let": {"r": "a / b"}, "points": "x"})"), zero) == "scored 3");
    // A row that its first cell refuses does not look at the others.
    CHECK(
        result(one_leaf(
                   R"({"let": {"r": "a / b"}, "hit": "unique", "rows": [{"when": {"b": "> 0", "r": ">= 1"}, "points": "max"},
        {"when": {"b": "0"}, "points": "1"}]})"),
               zero) == "scored 1");
}

TEST_CASE("A sum over no row is 0, and a no_case that is no truth value is no rule") {
    CHECK(result(one_leaf(R"({"hit": "collect_sum", "rows": [{"when": {"x": ">= 5"}, "points": "3"}]})"),
                 facts({{"x", 1}})) == "scored 0");
    CHECK(result(one_leaf(R"({"points": "5"})", R"(, "no_case": "x", "when_no_case": "full")"), facts({{"x", 0}})) ==
          "no_rule");
}

TEST_CASE("Rounding alone does not carry full points over the maximum") {
    const auto set = CriteriaSet::from_json(R"({"format": "cchc.criteria/1", "id": "t", "version": "1",
        "valid": {"from": "2020-01-01"}, "max": 1.25, "criterion_rounding": {"places": 1, "mode": "half_up"},
        "fields": [{"id": "f", "max": 1.25, "criteria": [{"id": "a", "max": 1.25, "rule": {"points": "x / 100"}}]}]})");
    CHECK(result(set, facts({{"x", 125}})) == "scored 1.25");
    CHECK(result(set, facts({{"x", 126}})) == "no_rule");
    CHECK(result(set, facts({{"x", 114}})) == "scored 1.1");
}

TEST_CASE("A self-score fills missing input, not a hole of the rule") {
    cchc::ScoreSheet sheet;
    sheet["a"].self = cchc::GivenScore{cchc::Number(9), {}, {}, {}, {}};
    const auto hole = one_leaf(R"({"hit": "first", "rows": [{"when": {"x": ">= 5"}, "points": "max"}]})");
    CHECK(result(hole, facts({{"x", 1}}), sheet) == "no_rule");
    CHECK(result(hole, facts({}), sheet) == "scored 9");
}

TEST_CASE("Caps on the band: what cannot be decided matters only where it would hold the unit further down") {
    const auto set =
        set_of(R"({"id": "a", "max": 10, "rule": {"points": "x"}})", R"j(, "bands": [{"id": "A", "when": ">= 5"},
        {"id": "B", "when": "[2..5)", "at_most": [{"if": "warned = 1"}]},
        {"id": "C", "when": "< 2", "at_most": [{"if": "corrupt = 1"}]}])j");
    CHECK(band(set, facts({{"x", 9}, {"corrupt", 1}})) == "C");
    CHECK(band(set, facts({{"x", 1}})) == "C");
    CHECK(band(set, facts({{"x", 3}, {"corrupt", 0}})) == "B");
    CHECK(band(set, facts({{"x", 9}, {"corrupt", 0}})) == "");
    CHECK(band(set, facts({{"x", 9}, {"corrupt", 0}, {"warned", 1}})) == "B");
    CHECK(band(set, facts({{"corrupt", 1}})) == "C");
}

TEST_CASE("A unit without a complete total has no band, and where nothing applies there is no total") {
    const auto set =
        set_of(R"({"id": "a", "max": 10, "rule": {"points": "x"}})",
               R"(, "when_missing": "left_out", "bands": [{"id": "A", "if": "flag = 1"}, {"id": "B", "when": ">= 0"}])");
    CHECK(band(set, facts({{"flag", 1}})) == "");
    CHECK(!cchc::score(set, facts({{"flag", 1}})).total);
    CHECK(band(set, facts({{"flag", 1}, {"x", 1}})) == "A");
    auto set_aside = facts({{"x", 1}, {"flag", 1}});
    set_aside.not_applicable.push_back({"f", "no such duty", "the committee"});
    CHECK(!cchc::score(set, set_aside).complete);
}

TEST_CASE("A unit without the key of a tie break stays in the ranking, behind its equals") {
    const auto set = set_of(R"({"id": "a", "max": 10, "rule": {"points": "x"}})", R"(, "tie_break": ["b"])");
    const std::vector<Facts> units{facts({{"x", 5}, {"b", 1}}, "p"), facts({{"x", 9}}, "q"), facts({{"x", 5}}, "r")};
    const auto cards = cchc::score_together(set, units);
    const auto rows = cchc::rank(set, cards);
    REQUIRE(rows.size() == 3);
    CHECK(cards[rows[0].unit].unit == "q");
    CHECK(cards[rows[1].unit].unit == "p");
    CHECK(cards[rows[2].unit].unit == "r");
    CHECK(rows[2].rank == 3);
}

TEST_CASE("Functions among units leave out those to which the criterion does not apply") {
    const auto set = one_leaf(R"j({"points": "10 * x / best among units(x)"})j");
    std::vector<Facts> units{facts({{"x", 10}}, "p"), facts({{"x", 5}}, "q")};
    units[0].not_applicable.push_back({"a", "none", "the committee"});
    CHECK(cchc::score_together(set, units)[1].total->to_string() == "10");
}

TEST_CASE("Components that a district adds rest on the district's decision") {
    const std::string frame =
        R"({"format": "cchc.criteria/1", "id": "frame", "version": "1", "valid": {"from": "2020-01-01"},
        "legal_basis": [{"document": "province"}], "max": 10, "fields": [{"id": "f", "max": 10, "criteria": [{"id": "a", "max": 10,
        "rule": {"points": "x"}}]}]})";
    const auto set = CriteriaSet::from_json(
        R"({"format": "cchc.criteria/1", "id": "d", "version": "1", "extends": "frame", "valid": {"from": "2020-01-01"},
        "legal_basis": [{"document": "district"}], "add": [{"under": "a", "components": [{"id": "a.1", "max": 10,
        "legal_basis": {"article": "3"}, "rule": {"points": "x"}}]}]})",
        "district", [&](std::string_view) { return frame; });
    CHECK(set.criteria()[static_cast<std::size_t>(set.find("a.1"))].legal_basis.front().document == "district");
}

TEST_CASE("A leaf of which it is not known whether a case arose has a trace without rows") {
    const auto set = one_leaf(R"({"hit": "first", "rows": [{"when": {"x": ">= 5"}, "points": "max"}]})",
                              R"(, "no_case": "n = 0", "when_no_case": "zero")");
    const auto f = facts({{"x", 7}});
    CHECK(cchc::trace(set, f, static_cast<std::size_t>(set.find("a"))).rows.empty());
    CHECK(cchc::score(set, f).to_json(set, &f).find("missing_input") != std::string::npos);
    CHECK(cchc::trace(set, facts({{"x", 7}, {"n", 1}}), static_cast<std::size_t>(set.find("a"))).rows.size() == 1);
}

TEST_CASE("A place that a unit cannot have is its own matter, not that of the others") {
    const auto set = one_leaf(R"j({"let": {"p": "place among units(a / b)"}, "points": "10 - p"})j");
    const std::vector<Facts> units{facts({{"a", 1}, {"b", 1}}, "p"), facts({{"a", 1}, {"b", 0}}, "q"),
                                   facts({{"a", 1}}, "r")};
    const auto cards = cchc::score_together(set, units);
    CHECK(cards[0].leaves[0].points == cchc::Number(9));
    CHECK(cards[1].leaves[0].state == LeafState::no_case);
    CHECK(cards[2].leaves[0].missing == std::vector<std::string>{"b"});
    CHECK(result(set, units[1]) == "no_case 10");
    CHECK(cchc::score(set, units[0]).leaves[0].missing.front().find("other units") != std::string::npos);
    const auto without_let = one_leaf(R"j({"points": "10 - place among units(a / b)"})j");
    CHECK(cchc::score_together(without_let, units)[1].leaves[0].state == LeafState::no_case);
}

TEST_CASE("Two lets with the same expression keep their names in the trace") {
    const auto set = one_leaf(R"({"let": {"first": "x + 1", "second": "x + 1"}, "points": "first + second"})", "");
    const auto lets = cchc::trace(set, facts({{"x", 1}}), static_cast<std::size_t>(set.find("a"))).lets;
    REQUIRE(lets.size() == 2);
    CHECK((lets[0].name == "first" && lets[1].name == "second"));
}

}  // namespace edges_test
