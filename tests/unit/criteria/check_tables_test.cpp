// What the check says of tables and bands, word for word.
#include "support.hpp"
#include "test.hpp"

namespace check_tables_test {

namespace {

using criteria_test::check_rule;
using criteria_test::lines;
using Lines = std::vector<std::string>;

const std::string leaf = "/fields/0/criteria/0/rule/rows";

// A table of one input "x"; rows separated by "|".
std::string table(const std::string& tests, const std::string& hit = "unique", const std::string& let = "") {
    std::string out = R"({"hit": ")" + hit + "\"," + let + R"("rows": [)";
    std::size_t from = 0;
    while (true) {
        const std::size_t to = tests.find('|', from);
        out += R"({"when": {"x": ")" + tests.substr(from, to - from) + R"("}, "points": "1"})";
        if (to == std::string::npos) return out + "]}";
        out += ",";
        from = to + 1;
    }
}

Lines bands(const std::string& list, const std::string& more = "") {
    return lines(cchc::CriteriaSet::check(
        criteria_test::set_with_rule(R"({"points": "max"})", more + R"("bands": [)" + list + "],")));
}

}  // namespace

TEST_CASE("A table without gap or overlap has no finding") {
    CHECK(check_rule(table(">= 95|[80..95)|< 80")).empty());
    CHECK(check_rule(table("true|false")).empty());
    CHECK(check_rule(table("5|not(5)")).empty());
    CHECK(check_rule(table("-")).empty());
    CHECK(check_rule(R"({"hit": "unique", "rows": [{"points": "1"}]})").empty());
    CHECK(check_rule(table("< 1|1,2|(1..2)|> 2")).empty());
}

TEST_CASE("Overlaps name both rows and where") {
    CHECK(check_rule(table(">= 95|<= 95")) == Lines{"error overlap " + leaf + "/1: rows 1 and 2 both match where x = 95"});
    CHECK(check_rule(table(">= 95|<= 100")) ==
          Lines{"error overlap " + leaf + "/1: rows 1 and 2 both match where x is in [95..100]"});
    CHECK(check_rule(table("-|-")) == Lines{"error overlap " + leaf + "/1: rows 1 and 2 both match always"});
    CHECK(check_rule(table("\\\"a\\\",\\\"b\\\"|not(\\\"a\\\")")) ==
          Lines{"error overlap " + leaf + "/1: rows 1 and 2 both match where x = \"b\""});
    CHECK(check_rule(table("not(3)|not(4)")) ==
          Lines{"error overlap " + leaf + "/1: rows 1 and 2 both match where x < 3 or x is in (3..4) or x > 4"});
}

TEST_CASE("Gaps name the interval that falls through, its ends included or not") {
    CHECK(check_rule(table(">= 95|<= 94.99")) ==
          Lines{"warning gap " + leaf + ": no row matches where x is in (94.99..95)"});
    CHECK(check_rule(table(">= 95|< 94.99")) == Lines{"warning gap " + leaf + ": no row matches where x is in [94.99..95)"});
    CHECK(check_rule(table("> 95|< 95")) == Lines{"warning gap " + leaf + ": no row matches where x = 95"});
    CHECK(check_rule(table(">= 20")) == Lines{"warning gap " + leaf + ": no row matches where x < 20"});
    CHECK(check_rule(table("[20..80]")) == Lines{"warning gap " + leaf + ": no row matches where x < 20 or x > 80"});
    CHECK(check_rule(table("true")) == Lines{"warning gap " + leaf + ": no row matches where x = false"});
    CHECK(check_rule(table("5")) == Lines{"warning gap " + leaf + ": no row matches where x != 5"});
    CHECK(check_rule(table("1/3|> 1/3")) ==
          Lines{"warning gap " + leaf + ": no row matches where x < 0.3333333333333333333333333333333333"});
    CHECK(check_rule(table("\\\"a\\\"|\\\"b\\\"")) ==
          Lines{"warning gap " + leaf + ": no row matches where x is any text but \"a\", \"b\""});
}

TEST_CASE("A gap over several inputs lists five regions and counts the rest") {
    CHECK(check_rule(R"({"hit": "unique", "rows": [{"when": {"x": "< 1", "y": "< 1"}, "points": "1"},
                                                   {"when": {"x": ">= 1", "y": ">= 1"}, "points": "1"}]})") ==
          Lines{"warning gap " + leaf + ": no row matches where x < 1 and y >= 1; or where x >= 1 and y < 1"});
    std::string rows;
    for (int i = 0; i < 7; ++i)
        rows += std::string(i == 0 ? "" : ",") + R"({"when": {"x": ")" + std::to_string(i) + R"(", "y": ")" +
                std::to_string(i) + R"("}, "points": "1"})";
    CHECK(check_rule(R"({"hit": "first", "rows": [)" + rows + "]}") ==
          Lines{"warning gap " + leaf +
                ": no row matches where x < 0 or x is in (0..1) or x is in (1..2) or x is in (2..3) or x is in (3..4) or x "
                "is in (4..5) or x is in (5..6) or x > 6; or where x = 0 and y != 0; or where x = 1 and y != 1; or where x "
                "= 2 and y != 2; or where x = 3 and y != 3; and in 3 more regions"});
}

TEST_CASE("The dictionary bounds what can fall through") {
    const std::string number = R"("facts": {"x": {"type": "number", "min": 0, "max": "100"}},)";
    CHECK(check_rule(table("[50..100]|[0..50)"), number).empty());
    CHECK(check_rule(table("[60..100]|(0..40]"), number) ==
          Lines{"warning gap " + leaf + ": no row matches where x = 0 or x is in (40..60)"});
    CHECK(check_rule(table("-|> 100", "collect_sum"), number) ==
          Lines{"warning unreachable " + leaf + "/1: no value matches row 2"});
    const std::string text = R"("facts": {"x": {"type": "string", "values": ["a", "b", "c"]}},)";
    CHECK(check_rule(table("\\\"a\\\"|\\\"b\\\""), text) ==
          Lines{"warning gap " + leaf + ": no row matches where x = \"c\""});
    CHECK(check_rule(table("\\\"a\\\"|not(\\\"a\\\")"), text).empty());
    CHECK(check_rule(table("<= \\\"b\\\"|> \\\"b\\\""), text).empty());
    const auto report = cchc::CriteriaSet::check(criteria_test::set_with_rule(table("[0..5]")), "t", {},
                                                 {{"x", {}, cchc::Number(0), cchc::Number(5), {}, "", {}, ""}});
    CHECK(report.findings.empty());
}

TEST_CASE("Rows that no case reaches") {
    CHECK(check_rule(table(">= 20|< 20|[0..10]", "first")) ==
          Lines{"warning unreachable " + leaf + "/2: no case reaches row 3: the rows before it take them all"});
    CHECK(check_rule(table(">= 20|< 20|[5..3]", "first")) ==
          Lines{"warning unreachable " + leaf + "/2: no value matches row 3"});
    for (const std::string hit : {"unique", "collect_sum", "collect_min", "collect_max"})
        CHECK(check_rule(table("-|(3..3]", hit)) == Lines{"warning unreachable " + leaf + "/1: no value matches row 2"});
    CHECK(check_rule(table("-|(3..3)", "first")).size() == 1);
    CHECK(check_rule(table("[3..3]|not(3)", "first")).empty());
}

TEST_CASE("Only some hit policies ask for a row in every case") {
    CHECK(check_rule(table("> 5", "collect_sum")).empty());
    for (const std::string hit : {"unique", "first", "collect_min", "collect_max"})
        CHECK(check_rule(table("> 5", hit)) == Lines{"warning gap " + leaf + ": no row matches where x <= 5"});
}

TEST_CASE("A null is a case of its own where the rows speak of it; a fact never is null") {
    const std::string let = R"("let": {"x": "if y > 0 then 1 / y else null"},)";
    CHECK(check_rule(table("null|not(null)", "unique", let)).empty());
    CHECK(check_rule(table("null|> 0", "unique", let)) == Lines{"warning gap " + leaf + ": no row matches where x <= 0"});
    CHECK(check_rule(table("> 0|<= 0", "unique", let)).empty());
    CHECK(check_rule(table("not(null)", "unique", let)) == Lines{"warning gap " + leaf + ": no row matches where x = null"});
    CHECK(check_rule(table("null|> 0|<= 0")) == Lines{"warning unreachable " + leaf + "/0: no value matches row 1"});
}

TEST_CASE("A bound that is the same expression everywhere cuts the line into below, equal and above") {
    CHECK(check_rule(table(">= target|< target")).empty());
    CHECK(check_rule(table(">= 2 * target|< (2*target)")).empty());
    CHECK(check_rule(table("> target|< target")) == Lines{"warning gap " + leaf + ": no row matches where x = target"});
    CHECK(check_rule(table(">= target|<= target")) ==
          Lines{"error overlap " + leaf + "/1: rows 1 and 2 both match where x = target"});
    CHECK(check_rule(table("> target")) == Lines{"warning gap " + leaf + ": no row matches where x <= target"});
}

TEST_CASE("The maximum, and lets that rest on it alone, are constants") {
    CHECK(check_rule(table(">= max|< 10")).empty());
    CHECK(check_rule(table(">= half|< 5", "unique", R"("let": {"half": "max / 2"},)")).empty());
    CHECK(check_rule(table(">= half|< 4", "unique", R"("let": {"half": "max / 2"},)")) ==
          Lines{"warning gap " + leaf + ": no row matches where x is in [4..5)"});
    const std::string set = R"({"format": "cchc.criteria/1", "id": "t", "version": "1", "valid": {"from": "2025-01-01"},
        "units": ["a", "b", "c"], "max": {"a": 10, "b": 5, "c": 5}, "fields": [{"id": "f", "max": {"a": 10, "b": 5, "c": 5},
        "criteria": [{"id": "c", "max": {"a": 10, "b": 5, "c": 5}, "rule": )";
    CHECK(lines(cchc::CriteriaSet::check(set + table(">= max|< 10") + "}]}]}")) ==
          Lines{"error overlap " + leaf +
                "/1: rows 1 and 2 both match where x is in [5..10), for the kinds of unit \"b\", \"c\""});
    CHECK(lines(cchc::CriteriaSet::check(set + table("> max|< max") + "}]}]}")) ==
          Lines{"warning gap " + leaf + ": no row matches where x = 5, for the kinds of unit \"b\", \"c\"",
                "warning gap " + leaf + ": no row matches where x = 10, for the kind of unit \"a\""});
}

TEST_CASE("A rounded value has nothing between its neighbours") {
    const auto rounded = [](const std::string& tests, const std::string& x) {
        return check_rule(table(tests, "unique", R"("let": {"x": ")" + x + "\"},"));
    };
    CHECK(rounded(">= 95|<= 94.99", "decimal(100 * a, 2)").empty());
    CHECK(rounded(">= 95|<= 94.99", "round half up(100 * a, 3)").size() == 1);
    CHECK(rounded(">= 5|<= 4", "floor(a)").empty());
    CHECK(rounded("1|2|> 2", "place among units(a)").empty());
}

TEST_CASE("One expression spelled in two ways is one input") {
    CHECK(check_rule(R"~({"hit": "unique", "rows": [{"when": {"a + b": "> 0"}, "points": "1"},
                                                    {"when": {"(a+b)": "<= 0"}, "points": "1"}]})~")
              .empty());
    CHECK(check_rule(R"({"hit": "unique", "rows": [{"when": {"a > b": "true"}, "points": "1"}]})") ==
          Lines{"warning gap " + leaf + ": no row matches where (a > b) = false"});
}

TEST_CASE("What cannot be decided is said, and nothing is claimed") {
    const std::string start = "note undecided " + leaf + ": the table is not checked for gaps and overlaps: ";
    CHECK(check_rule(table("? * 2 > 4|> 100")) == Lines{start + "of x, its tests compute with \"?\""});
    CHECK(check_rule(table("> a|< b")) == Lines{start + "of x, its tests have several bounds that are no constants"});
    CHECK(check_rule(table("> a|< 5")) == Lines{start + "of x, some bounds of its tests are constants and some are not"});
    CHECK(check_rule(table("> \\\"a\\\"|< \\\"b\\\"")) == Lines{start + "of x, its tests order texts"});
    std::string rows;
    for (int i = 0; i < 6000; ++i) rows += (i == 0 ? "" : "|") + std::to_string(i);
    CHECK(check_rule(table(rows)) == Lines{start + "it is too large to be decided"});
    std::string inputs;
    for (int i = 0; i < 65; ++i) inputs += (i == 0 ? "\"x" : ", \"x") + std::to_string(i) + R"(": "1")";
    CHECK(check_rule(R"({"hit": "unique", "rows": [{"when": {)" + inputs + R"(}, "points": "1"}]})") ==
          Lines{start + "it has more than 64 inputs"});
}

TEST_CASE("A table of two thousand rows is decided") {
    std::string rows = "< 0";
    for (int i = 0; i < 2000; ++i) rows += "|[" + std::to_string(i) + ".." + std::to_string(i + 1) + ")";
    CHECK(check_rule(table(rows + "|>= 2000")).empty());
    CHECK(check_rule(table(rows + "|> 2000")) == Lines{"warning gap " + leaf + ": no row matches where x = 2000"});
}

TEST_CASE("Bands: gaps and overlaps on the line of the total") {
    CHECK(bands(R"({"id": "A", "when": ">= 5"}, {"id": "B", "when": "< 5"})").empty());
    CHECK(bands(R"({"id": "A", "when": ">= 5"}, {"id": "B", "when": "< 4"})") ==
          Lines{"warning gap /bands: no band takes a unit where total is in [4..5)"});
    CHECK(bands(R"({"id": "A", "when": ">= 5"}, {"id": "B", "when": "<= 4.99"})",
                R"("rounding": {"places": 2, "mode": "half_up"},)")
              .empty());
    CHECK(bands(R"({"id": "A", "when": ">= 5"}, {"id": "B", "when": "[2..8]"}, {"id": "C", "when": "< 2"})") ==
          Lines{"warning overlap /bands/1: the bands \"A\" and \"B\" both hold where total is in [5..8]: the first of them "
                "wins"});
    CHECK(bands(R"({"id": "A", "when": ">= 5"}, {"id": "B"})") ==
          Lines{"warning overlap /bands/1: the bands \"A\" and \"B\" both hold where total is in [5..10]: the first of them "
                "wins"});
    CHECK(bands(R"({"id": "A", "when": "[0..10]"}, {"id": "B", "when": "> 10"})") ==
          Lines{"warning unreachable /bands/1: no unit can be in the band \"B\""});
}

TEST_CASE("Bands with a condition may fail") {
    CHECK(bands(R"({"id": "A", "when": ">= 5", "if": "x"}, {"id": "B", "when": "< 5"})") ==
          Lines{"warning gap /bands: no band takes a unit where total is in [5..10] and the condition of \"A\" is not met"});
    CHECK(bands(R"({"id": "A", "when": ">= 5", "if": "x"}, {"id": "B"})").empty());
    CHECK(bands(R"({"id": "A", "when": ">= 5", "if": "x"}, {"id": "B", "when": "< 5", "if": "y"})") ==
          Lines{"warning gap /bands: no band takes a unit where the conditions of \"A\", \"B\" are not met"});
    CHECK(
        bands(
            R"({"id": "A", "on": "index", "when": ">= 90", "if": "x"}, {"id": "B", "when": ">= 5"}, {"id": "C", "when": "< 5"})")
            .empty());
}

TEST_CASE("Accounts stretch the line of the total") {
    const std::string accounts = R"("accounts": [
        {"id": "bonus", "mode": "sum", "max": 2, "criteria": [{"id": "b", "max": 5, "rule": {"points": "1"}}]},
        {"id": "penalty", "mode": "sum", "min": -3, "criteria": [{"id": "p", "min": -5, "max": 0, "rule": {"points": "-1"}}]}],)";
    CHECK(bands(R"({"id": "A", "when": "[0..10]"})", accounts) ==
          Lines{"warning gap /bands: no band takes a unit where total is in [-3..0) or total is in (10..12]"});
    CHECK(bands(R"~({"id": "A", "on": "total_without(\"bonus\")", "when": "[-3..10]"})~", accounts).empty());
    CHECK(bands(R"~({"id": "A", "on": "points(\"bonus\")", "when": "[0..2]"})~", accounts).empty());
}

}  // namespace check_tables_test
