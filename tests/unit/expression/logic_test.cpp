// Three-valued logic: DMN 1.5, tables 50 and 51, with every kind of "otherwise", and our fourth value, missing.
#include <array>

#include "support.hpp"
#include "test.hpp"

namespace logic_test {

using expression_test::facts;
using expression_test::value;

namespace {

enum Truth { yes, no, otherwise, missing };

// Spellings of each, without anything that is itself a fault of another kind.
const std::vector<std::string>& spellings(Truth t) {
    static const std::array<std::vector<std::string>, 4> all{
        {{"true", "p", "1 < 2", "not(false)"},
         {"false", "1 > 2", "not(p)"},
         {"null", "0", "\"true\"", "(1 = \"1\")", "(1 / 0)", "(true < false)"},
         {"x", "(x and true)", "(x > 1)", "not(x)", "(if x then 1 else 2)"}}};
    return all[t];
}

std::string outcome(const std::string& text) {
    static const cchc::Facts given = facts({{"p", true}});
    const std::string result = value(text, given);
    return result.starts_with("null") ? "null" : result;
}

constexpr const char* t = "true";
constexpr const char* f = "false";
constexpr const char* n = "null";
constexpr const char* m = "missing x";

}  // namespace

TEST_CASE("Conjunction and disjunction, whole truth tables") {
    constexpr const char* both[4][4] = {{t, f, n, m}, {f, f, f, f}, {n, f, n, m}, {m, f, m, m}};
    constexpr const char* either[4][4] = {{t, t, t, t}, {t, f, n, m}, {t, n, n, m}, {t, m, m, m}};
    for (const Truth a : {yes, no, otherwise, missing})
        for (const Truth b : {yes, no, otherwise, missing})
            for (const std::string& left : spellings(a))
                for (const std::string& right : spellings(b)) {
                    INFO(left << " / " << right);
                    CHECK(outcome(left + " and " + right) == both[a][b]);
                    CHECK(outcome(left + " or " + right) == either[a][b]);
                }
}

TEST_CASE("Negation and choice, whole truth tables") {
    constexpr const char* negation[4] = {f, t, n, m};
    constexpr const char* choice[4] = {"1", "2", "2", m};
    for (const Truth a : {yes, no, otherwise, missing})
        for (const std::string& text : spellings(a)) {
            INFO(text);
            CHECK(outcome("not(" + text + ")") == negation[a]);
            CHECK(outcome("if " + text + " then 1 else 2") == choice[a]);
        }
}

// What the bound of a range and the value between them make of each other: as "low and high".
TEST_CASE("A range and a list of tests follow the same tables") {
    const std::array<std::string, 4> low{"1", "9", "\"a\"", "x"};   // 5 is above, below, not comparable, unknown
    const std::array<std::string, 4> high{"9", "1", "\"a\"", "x"};  // 5 is below …
    constexpr const char* both[4][4] = {{t, f, n, m}, {f, f, f, f}, {n, f, n, m}, {m, f, m, m}};
    const std::array<std::string, 4> test{"5", "6", "\"a\"", "x"};
    constexpr const char* either[4][4] = {{t, t, t, t}, {t, f, n, m}, {t, n, n, m}, {t, m, m, m}};
    for (std::size_t a = 0; a < 4; ++a)
        for (std::size_t b = 0; b < 4; ++b) {
            INFO(a << ", " << b);
            CHECK(outcome("5 in [" + low[a] + ".." + high[b] + "]") == both[a][b]);
            CHECK(outcome("5 between " + low[a] + " and " + high[b]) == both[a][b]);
            CHECK(outcome("5 in (" + test[a] + ", " + test[b] + ")") == either[a][b]);
            CHECK(outcome("5 in [" + test[a] + ", " + test[b] + "]") == either[a][b]);
        }
}

TEST_CASE("What cannot matter is not missing, and is no reason") {
    CHECK(value("false and x") == "false");
    CHECK(value("x and false") == "false");
    CHECK(value("true or x") == "true");
    CHECK(value("(x or true) and y") == "missing y");
    CHECK(value("(x and false) or y") == "missing y");
    CHECK(value("if (x or true) then y else z") == "missing y");
    CHECK(value("if false then x else 1") == "1");
    CHECK(value("1 in (x, 1) and y") == "missing y");
    CHECK(value("(5 in [x..1]) or y") == "missing y");
    CHECK(value("(x in (1, ? > 2 or true)) and y") == "missing y");
    CHECK(value("(1 / 0 > 1 or true) and 1 < \"a\"") == "null: values of two kinds cannot be compared (line 1, column 27)");
    CHECK(value("(1 in (\"a\", 1)) and 2") == "null: true or false is needed here (line 1, column 17)");
}

TEST_CASE("All that is missing is named at once, in the order of the text") {
    CHECK(value("b + a * b - c.d") == "missing b, a, c.d");
    CHECK(value("max(y, 1, x)") == "missing y, x");
    CHECK(value("sum([y, x, y, 1, 2, 3, 4, 5, 6, z])") == "missing y, x, z");
    CHECK(value("y < x") == "missing y, x");
    CHECK(value("y = x or z") == "missing y, x, z");
    CHECK(value("v in [a..b]") == "missing v, a, b");
    CHECK(value("v in (a, > b, ? = c)") == "missing v, a, b, c");
    CHECK(value("if x then y else z") == "missing x");
    CHECK(value("x + 1 / 0") == "missing x");  // the fact first: it may never come to the division
    CHECK(value("max(1 / 0, x)") == "missing x");
    CHECK(value("-x ** y") == "missing x, y");
    CHECK(value("count(x)") == "missing x");
    CHECK(value("x = null") == "missing x");  // not true: nobody said that there is no value
    const cchc::Evaluation e = cchc::Expression("x + y").evaluate({});
    CHECK(std::holds_alternative<std::monostate>(e.value));
    CHECK(e.reason == "no fact is given for x, y");
}

TEST_CASE("A fact in conflict is missing") {
    cchc::Facts conflict;
    conflict.conflicts.push_back({"x", {{"a", true}, {"b", false}}});
    CHECK(value("x", conflict) == "missing x");
}

}  // namespace logic_test
