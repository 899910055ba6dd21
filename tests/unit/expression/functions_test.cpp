// Functions: the examples of DMN 1.5's tables 72 to 76 by hand, then random arguments against fractions of 128 bits.
#include <random>

#include "fraction.hpp"
#include "support.hpp"
#include "test.hpp"

namespace functions_test {

using expression_test::Fraction;
using expression_test::value;

namespace {

void give(std::initializer_list<std::pair<const char*, const char*>> cases) {
    for (const auto& [text, result] : cases) {
        INFO(text);
        CHECK(value(text) == result);
    }
}

}  // namespace

TEST_CASE("Aggregates, one by one and as a list") {
    give({{"min(1, 2, 3)", "1"},
          {"min([1, 2, 3])", "1"},
          {"max(1, 2, 3)", "3"},
          {"max([3, 2, 1])", "3"},
          {"min(1)", "1"},
          {"max([1])", "1"},
          {"min(-1, -2)", "-2"},
          {"max(-1, -2)", "-1"},
          {"sum(1, 2, 3)", "6"},
          {"sum([1, 2, 3])", "6"},
          {"sum(1)", "1"},
          {"sum(0.1, 0.2) = 0.3", "true"},
          {"mean(1, 2, 3)", "2"},
          {"mean([1, 2])", "1.5"},
          {"mean(1)", "1"},
          {"mean(1, 1, 2) = 4 / 3", "true"},
          {"count([1, 2, 3])", "3"},
          {"count([])", "0"},
          {"count(1)", "1"},
          {"count([null, \"a\", true])", "3"},
          {"count([1 / 0])", "1"},
          {"max(1 / 3, 0.3333)= 1 / 3", "true"},
          {"sum([1,2,3,4,5,6,7,8,9,10])", "55"},
          {"max(1,2,3,4,5,6,7,8)", "8"},
          {"max(1,2,3,4,5,6,7,8,9)", "9"},
          {"max(min(1, 2), sum([3, 4]))", "7"}});
}

TEST_CASE("Rounding, as DMN's examples have it") {
    give({{"decimal(1/3, 2)", "0.33"},
          {"decimal(1.5, 0)", "2"},
          {"decimal(2.5, 0)", "2"},
          {"decimal(-2.5, 0)", "-2"},
          {"decimal(-3.5, 0)", "-4"},
          {"floor(1.5)", "1"},
          {"floor(-1.5)", "-2"},
          {"floor(-1.56, 1)", "-1.6"},
          {"ceiling(1.5)", "2"},
          {"ceiling(-1.5)", "-1"},
          {"ceiling(-1.56, 1)", "-1.5"},
          {"round up(5.5, 0)", "6"},
          {"round up(-5.5, 0)", "-6"},
          {"round up(1.121, 2)", "1.13"},
          {"round up(-1.126, 2)", "-1.13"},
          {"round down(5.5, 0)", "5"},
          {"round down(-5.5, 0)", "-5"},
          {"round down(1.121, 2)", "1.12"},
          {"round down(-1.126, 2)", "-1.12"},
          {"round half up(5.5, 0)", "6"},
          {"round half up(-5.5, 0)", "-6"},
          {"round half up(1.121, 2)", "1.12"},
          {"round half up(-1.126, 2)", "-1.13"},
          {"round half down(5.5, 0)", "5"},
          {"round half down(-5.5, 0)", "-5"},
          {"round half down(1.121, 2)", "1.12"},
          {"round half down(-1.126, 2)", "-1.13"},
          {"round half up(1249, -2)", "1200"},
          {"round up(1201, -2)", "1300"},
          {"floor(-1, -3)", "-1000"},
          {"round half up(2.675, 2)", "2.68"},
          {"decimal(0.125, 2)", "0.12"},
          {"round half up(99.995, 2)", "100"},
          {"floor(7)", "7"},
          {"round up(0, 0)", "0"}});
}

TEST_CASE("Arithmetic functions, as DMN's examples have them") {
    give({{"abs(10)", "10"},
          {"abs(-10)", "10"},
          {"abs(0)", "0"},
          {"modulo(12, 5)", "2"},
          {"modulo(-12, 5)", "3"},
          {"modulo(12, -5)", "-3"},
          {"modulo(-12, -5)", "-2"},
          {"modulo(10.1, 4.5)", "1.1"},
          {"modulo(-10.1, 4.5)", "3.4"},
          {"modulo(10.1, -4.5)", "-3.4"},
          {"modulo(-10.1, -4.5)", "-1.1"},
          {"modulo(10, 5)", "0"},
          {"sqrt(16)", "4"},
          {"sqrt(0)", "0"},
          {"sqrt(0.25)", "0.5"},
          {"sqrt(4 / 9) = 2 / 3", "true"},
          {"sqrt(3)", "1.732050807568877293527446341505872"},
          {"odd(5)", "true"},
          {"odd(2)", "false"},
          {"even(5)", "false"},
          {"even(2)", "true"},
          {"even(0)", "true"},
          {"odd(-3)", "true"},
          {"even(-3)", "false"},
          {"even(1.5)", "false"},
          {"odd(1.5)", "false"},
          {"even(10 ** 30)", "true"},
          {"not(true)", "false"},
          {"not(false)", "true"},
          {"not(1 > 2)", "true"}});
}

TEST_CASE("Rounding, modulo and means of random fractions are what their words say") {
    struct Rounding {
        const char* name;
        Fraction (*to_whole)(Fraction);
    };
    constexpr Rounding roundings[] = {{"floor", expression_test::floor},
                                      {"ceiling", expression_test::ceiling},
                                      {"decimal", expression_test::half_even},
                                      {"round up", expression_test::away},
                                      {"round down", expression_test::toward},
                                      {"round half up", expression_test::half_away},
                                      {"round half down", expression_test::half_toward}};
    std::mt19937 random(20200616);
    const auto draw = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(random); };
    const auto text = [](Fraction x) { return "(" + exact(x) + ")"; };
    const auto same = [&](const std::string& expression, Fraction expected) {
        INFO(expression);
        CHECK(value(expression + " = " + text(expected)) == "true");
    };
    for (int i = 0; i < 1'000; ++i) {
        // Halves are common: a denominator of 2 × 10^places puts every second value in the middle.
        const int places = draw(-2, 4);
        const Fraction unit = expression_test::power({10, 1}, -places);
        const Fraction x =
            draw(0, 1) != 0 ? Fraction::of(draw(-999, 999), 2) * unit : Fraction::of(draw(-99999, 99999), draw(1, 999));
        const Fraction y = Fraction::of(draw(1, 999) * (draw(0, 1) * 2 - 1), draw(1, 99));
        for (const Rounding& r : roundings)
            same(std::string(r.name) + "(" + text(x) + ", " + std::to_string(places) + ")",
                 to_places(x, places, r.to_whole));
        same("modulo(" + text(x) + ", " + text(y) + ")", x - y * expression_test::floor(x / y));
        same("abs(" + text(x) + ")", expression_test::magnitude(x));
        same("mean(" + text(x) + ", " + text(y) + ", 1)", (x + y + Fraction{1, 1}) / Fraction{3, 1});
        same("max([" + text(x) + ", " + text(y) + "])", x < y ? y : x);
        same("min(" + text(y) + ", " + text(x) + ")", x < y ? x : y);
        same("sqrt(" + text(x) + " ** 2)", expression_test::magnitude(x));
        const Fraction whole = expression_test::floor(x);
        CHECK(value("odd(" + text(whole) + ")") == (whole.top % 2 != 0 ? "true" : "false"));
        CHECK(value("even(" + text(whole) + ")") == (whole.top % 2 == 0 ? "true" : "false"));
    }
}

}  // namespace functions_test
