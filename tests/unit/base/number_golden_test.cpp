// Exact numbers against tests/golden/numbers.csv, which make_number_golden.py wrote with Python's own arithmetic.
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include "cchc/error.hpp"
#include "unit/base/number_support.hpp"

namespace number_golden_test {

using namespace cchc;

namespace {

struct Row {
    std::string operation, a, b, result;
};

std::vector<Row> golden_rows() {
    std::ifstream file(CCHC_SOURCE_DIR "/tests/golden/numbers.csv");
    std::vector<Row> out;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream fields(line);
        Row row;
        for (std::string* field : {&row.operation, &row.a, &row.b, &row.result}) std::getline(fields, *field, ',');
        out.push_back(row);
    }
    return out;
}

const std::map<std::string, RoundingMode, std::less<>> modes{
    {"half_up", RoundingMode::half_up}, {"half_even", RoundingMode::half_even}, {"half_down", RoundingMode::half_down},
    {"up", RoundingMode::up},           {"down", RoundingMode::down},           {"floor", RoundingMode::floor},
    {"ceiling", RoundingMode::ceiling}};

Number computed(const Row& row) {
    const Number a = exact(row.a);
    if (row.operation == "power") return a.power(std::stoll(row.b));
    if (row.operation == "root") return a.sqrt();
    if (row.operation.starts_with("round ")) return a.rounded(std::stoi(row.b), modes.at(row.operation.substr(6)));
    const Number b = exact(row.b);
    if (row.operation == "add") return a + b;
    if (row.operation == "subtract") return a - b;
    if (row.operation == "multiply") return a * b;
    if (row.operation == "divide") return a / b;
    REQUIRE(row.operation == "compare");
    return a < b ? -1 : (a > b ? 1 : 0);
}

bool agrees(const Row& row) {
    if (row.operation == "text") return exact(row.a).to_string() == row.result;
    std::optional<Number> result;
    try {
        result = computed(row);
    } catch (const Error& e) {
        return row.result == "refused" && e.code() == ErrorCode::argument_range;
    }
    return row.result != "refused" && *result == exact(row.result) && exact(row.result) == *result;
}

}  // namespace

TEST_CASE("numbers of every size agree with Python's fractions and decimals") {
    const std::vector<Row> rows = golden_rows();
    CHECK(rows.size() > 1'500);
    std::set<std::string> operations;
    for (const Row& row : rows) {
        operations.insert(row.operation);
        CAPTURE(row.operation, row.a, row.b, row.result);
        CHECK(agrees(row));
    }
    CHECK(operations.size() == 15);
}

TEST_CASE("the exact text of every number reads back as the number") {
    for (const Row& row : golden_rows()) {
        const Number n = exact(row.a);
        const std::string text = n.to_exact_string();
        CAPTURE(text);
        REQUIRE(Number::parse(text) == n);
        REQUIRE((text.find('/') == std::string::npos) == n.is_decimal());
    }
}

}  // namespace number_golden_test
