// Every example of the manual, capi/doc/expressions.md: the tables whose head the test knows are evaluated line by line.
#include <fstream>
#include <map>

#include "cchc/error.hpp"
#include "cchc/expression.hpp"
#include "test.hpp"

namespace manual_test {

namespace {

using Row = std::vector<std::string>;
using Table = std::vector<Row>;  // the first row is the head

// "`x`" is x; other cells are as they stand.
std::string cell(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    if (text.size() >= 2 && text.starts_with('`') && text.ends_with('`')) text = text.substr(1, text.size() - 2);
    return std::string(text);
}

Row cells(std::string_view line) {
    Row row;
    for (std::size_t at = 1; at < line.size();) {
        const std::size_t end = line.find('|', at);
        row.push_back(cell(line.substr(at, end - at)));
        at = end + 1;
    }
    return row;
}

std::vector<Table> tables() {
    std::ifstream file(CCHC_SOURCE_DIR "/capi/doc/expressions.md");
    REQUIRE(file);
    std::vector<Table> all;
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
        const bool row = line.starts_with("| ");
        if (row && !inside) all.emplace_back();
        if (row && !line.starts_with("| ---")) all.back().push_back(cells(line));
        inside = row;
    }
    return all;
}

cchc::FactValue fact(const std::string& text) {
    const cchc::ExpressionValue value = cchc::Expression(text).evaluate({}).value;
    if (const auto* flag = std::get_if<bool>(&value)) return *flag;
    if (const auto* string = std::get_if<std::string>(&value)) return *string;
    return cchc::Decimal::parse(text).value();
}

cchc::Facts facts_of(const std::vector<Table>& all) {
    cchc::Facts facts;
    for (const Table& table : all)
        if (table[0] == Row{"fact", "value"})
            for (std::size_t i = 1; i < table.size(); ++i) facts.values.emplace(table[i][0], fact(table[i][1]));
    return facts;
}

std::string refusal(const std::string& text) {
    try {
        (void)cchc::Expression(text);
    } catch (const cchc::Error& e) {
        return e.what();
    }
    return "no error";
}

void check(const Row& head, const Row& row, const cchc::Facts& facts) {
    INFO(row[0]);
    if (head[0] == "refused") {
        CHECK(refusal(row[0]) == row[1]);
    } else if (head[0] == "tests") {
        const auto value = cchc::Expression(row[1]).evaluate(facts);
        REQUIRE(value.missing.empty());
        CHECK(to_string(cchc::UnaryTests(row[0]).evaluate(value.value, facts).value) == row[2]);
    } else {
        const cchc::Evaluation result = cchc::Expression(row[0]).evaluate(facts);
        CHECK(to_string(result.value) == row[1]);
        if (head.size() == 3 && head[2] == "reason") CHECK(result.reason == row[2]);
        CHECK((row[0] == "x + y") == !result.missing.empty());
    }
}

}  // namespace

TEST_CASE("Every example of the manual gives what it says") {
    const std::vector<Table> all = tables();
    const cchc::Facts facts = facts_of(all);
    REQUIRE(facts.values.size() == 7);
    std::map<std::string, std::size_t> run;
    for (const Table& table : all) {
        const Row& head = table[0];
        if (head[0] != "expression" && head[0] != "tests" && head[0] != "refused") continue;
        run[head[0]] += table.size() - 1;
        for (std::size_t i = 1; i < table.size(); ++i) check(head, table[i], facts);
    }
    CHECK(run["expression"] >= 90);
    CHECK(run["tests"] >= 20);
    CHECK(run["refused"] == 5);
}

// The lists of functions in the two texts are the same.
TEST_CASE("The manual has an example of every function") {
    std::string examples;
    for (const Table& table : tables())
        if (table[0][0] == "expression")
            for (const Row& row : table) examples += row[0] + "\n";
    for (const std::string name :
         {"min", "max", "sum", "count", "mean", "abs", "floor", "ceiling", "decimal", "round up", "round down",
          "round half up", "round half down", "modulo", "sqrt", "even", "odd", "not"}) {
        INFO(name);
        CHECK(examples.find(name + "(") != std::string::npos);
    }
}

}  // namespace manual_test
