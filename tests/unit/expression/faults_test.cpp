// Every reason for a null, at its place.
#include "support.hpp"
#include "test.hpp"

namespace faults_test {

using expression_test::facts;
using expression_test::number;
using expression_test::value;

namespace {

void nulls(const std::string& reason, std::initializer_list<std::pair<const char*, const char*>> cases) {
    static const cchc::Facts given = facts({{"zero", number("0")}, {"s", std::string("x")}, {"p", true}});
    for (const auto& [text, place] : cases) {
        INFO(text);
        CHECK(value(text, given) == "null: " + reason + " (" + place + ")");
    }
}

}  // namespace

TEST_CASE("Division by zero") {
    nulls("division by zero", {{"1 / 0", "line 1, column 3"},
                               {"0 / 0", "line 1, column 3"},
                               {"1 + 2 / (zero * 5)", "line 1, column 7"},
                               {"1 +\n  2 / zero", "line 2, column 5"},
                               {"modulo(5, 0)", "line 1, column 1"},
                               {"1/zero + s", "line 1, column 2"},  // the first fault is the reason
                               {"if 1 / 0 > 1 then 1 else null", "line 1, column 6"}});
}

TEST_CASE("A number is needed") {
    nulls("a number is needed here", {{"s + 1", "line 1, column 3"},
                                      {"1 - s", "line 1, column 3"},
                                      {"p * 2", "line 1, column 3"},
                                      {"2 / s", "line 1, column 3"},
                                      {"s ** 2", "line 1, column 3"},
                                      {"2 ** s", "line 1, column 3"},
                                      {"-s", "line 1, column 1"},
                                      {"null + 1", "line 1, column 6"},
                                      {"\"a\" + \"b\"", "line 1, column 5"},
                                      {"abs(s)", "line 1, column 1"},
                                      {"1 + max(1, s)", "line 1, column 5"},
                                      {"min(p)", "line 1, column 1"},
                                      {"sum(null)", "line 1, column 1"},
                                      {"mean([1, s])", "line 1, column 1"},
                                      {"floor(s)", "line 1, column 1"},
                                      {"decimal(1, s)", "line 1, column 1"},
                                      {"sqrt(p)", "line 1, column 1"},
                                      {"even(s)", "line 1, column 1"},
                                      {"modulo(s, 1)", "line 1, column 1"},
                                      {"max(1,2,3,4,5,6,7,8,9,s)", "line 1, column 1"}});
}

TEST_CASE("True or false is needed") {
    nulls("true or false is needed here", {{"1 and true", "line 1, column 3"},
                                           {"false or s", "line 1, column 7"},
                                           {"not(1)", "line 1, column 1"},
                                           {"not(null)", "line 1, column 1"},
                                           {"1 in (? + 1)", "line 1, column 7"}});
}

TEST_CASE("Two kinds do not compare") {
    nulls("values of two kinds cannot be compared", {{"1 = s", "line 1, column 3"},
                                                     {"s != 1", "line 1, column 3"},
                                                     {"p < true", "line 1, column 3"},
                                                     {"1 between s and 2", "line 1, column 3"},
                                                     {"1 in [0..s]", "line 1, column 6"},
                                                     {"1 in > s", "line 1, column 6"},
                                                     {"1 in s", "line 1, column 6"},
                                                     {"1 in (2, s)", "line 1, column 10"},
                                                     {"null > null", "line 1, column 6"}});
}

TEST_CASE("Exponents, roots, places, empty lists") {
    nulls("the exponent must be a whole number from -9999 to 9999, and 0 has no negative power",
          {{"2 ** 0.5", "line 1, column 3"},
           {"2 ** 10000", "line 1, column 3"},
           {"1 ** -10000", "line 1, column 3"},
           {"zero ** -1", "line 1, column 6"},
           {"2 ** (2 ** 64)", "line 1, column 3"}});
    nulls("a negative number has no square root", {{"1 + sqrt(-0.01)", "line 1, column 5"}});
    nulls("the places of rounding must be a whole number from -1000 to 1000", {{"decimal(1, 1001)", "line 1, column 1"},
                                                                               {"floor(1, -1001)", "line 1, column 1"},
                                                                               {"round up(1, 0.5)", "line 1, column 1"},
                                                                               {"ceiling(1, 2 ** 70)", "line 1, column 1"}});
    nulls("the list is empty", {{"min([])", "line 1, column 1"},
                                {"max([])", "line 1, column 1"},
                                {"sum([])", "line 1, column 1"},
                                {"1 + mean([])", "line 1, column 5"}});
    CHECK(value("1 ** 9999") == "1");
    CHECK(value("0 ** 0") == "1");
    CHECK(value("decimal(1, 1000)") == "1");
}

TEST_CASE("A number that is too large is null where it arises, and harmless where it cannot matter") {
    nulls("the number is too large", {{"10 ** 9999", "line 1, column 4"},
                                      {"1 + 2 ** 8191 * 2 ** 8191", "line 1, column 15"},
                                      {"2 ** 8191 + 2 ** 8191", "line 1, column 11"},
                                      {"1 / 3 ** 5000 / 3 ** 5000", "line 1, column 15"},
                                      {"sum(2 ** 8191, 2 ** 8191)", "line 1, column 1"},
                                      {"mean([2 ** 8191, 2 ** 8191])", "line 1, column 1"},
                                      {"round up(1 / 3, 1000) ** 8", "line 1, column 23"}});
    CHECK(value("10 ** 9999 > 1 and false") == "false");
    CHECK(value("1 in (10 ** 9999, 1)") == "true");
    CHECK(value("if 10 ** 9999 > 1 then 1 else 2") == "2");
    CHECK(value("x + 10 ** 9999") == "missing x");
    CHECK(value("2 ** 8191 = 2 ** 8191") == "true");
}

}  // namespace faults_test
