// Hostile texts: refused at a limit, quickly, and never by the stack.
#include "support.hpp"
#include "test.hpp"

namespace limits_test {

using expression_test::refusal;
using expression_test::value;

namespace {

std::string times(std::size_t count, std::string_view text) {
    std::string out;
    out.reserve(count * text.size());
    while (count-- > 0) out += text;
    return out;
}

const std::string too_deep = "expected an expression nested at most 200 deep";
const std::string too_tall = "expected at most 500 operators above each other";
const std::string too_many = "expected an expression of at most 20000 operators";

}  // namespace

TEST_CASE("Brackets nest 200 deep, no deeper") {
    CHECK(value(times(200, "(") + "1" + times(200, ")")) == "1");
    CHECK(refusal(times(201, "(") + "1" + times(201, ")")) == "expression:1:202: " + too_deep);
    CHECK(value(times(200, "abs(") + "1" + times(200, ")")) == "1");
    CHECK(refusal(times(201, "abs(") + "1" + times(201, ")")) == "expression:1:805: " + too_deep);
    CHECK(value(times(200, "-") + "1") == "1");
    CHECK(refusal(times(201, "-") + "1") == "expression:1:201: " + too_deep);
    for (const std::string opening :
         {"(", "-", "abs(", "max([", "if ", "1 in (", "1 in ((", "1 in [", "1 in > (", "not(", "[", "]"}) {
        INFO(opening);
        CHECK(refusal(times(10'000, opening)).find(": expected ") != std::string::npos);
        CHECK(refusal<cchc::UnaryTests>(times(10'000, opening)).find(": expected ") != std::string::npos);
    }
    CHECK(refusal(times(10'000, "(") + "1" + times(10'000, ")")).find(too_deep) != std::string::npos);
    CHECK(refusal<cchc::UnaryTests>(times(10'000, "(")).find(too_deep) != std::string::npos);
    CHECK(refusal(times(7'000, "if 1 then 2 else ") + "1").find("at most 65536 bytes") != std::string::npos);
    CHECK(refusal(times(3'000, "if 1 then 2 else ") + "1").find(too_deep) != std::string::npos);
}

TEST_CASE("500 operators stand above each other, no more") {
    // A chain of n operators is n + 1 high with its leaf.
    CHECK(value("1" + times(499, " + 1")) == "500");
    CHECK(refusal("1" + times(500, " + 1")) == "expression:1:1999: " + too_tall);
    CHECK(value("true" + times(499, " = true")) == "true");
    CHECK(refusal("1" + times(500, " in 1")).find(too_tall) != std::string::npos);
    CHECK(value("true" + times(499, " and true")) == "true");
    CHECK(refusal("true" + times(500, " and true")).find(too_tall) != std::string::npos);
    CHECK(refusal("2" + times(500, "**1")).find(too_tall) != std::string::npos);
}

TEST_CASE("20,000 operators and values in all") {
    // One function over 19,999 constants.
    CHECK(value("sum(1" + times(19'998, ",1") + ")") == "19999");
    CHECK(refusal("sum(1" + times(19'999, ",1") + ")") == "expression:1:1: " + too_many);
    CHECK(refusal("sum(1" + times(25'000, ",1") + ")") == "expression:1:40005: " + too_many);
    CHECK(refusal<cchc::UnaryTests>("1" + times(25'000, ",1")).find(too_many) != std::string::npos);
    std::string names = "max(a";
    for (int i = 0; i < 9'000; ++i) names += ",b" + std::to_string(i);
    CHECK(cchc::Expression(names + ")").names().size() == 9'001);
}

TEST_CASE("65,536 bytes, no more") {
    CHECK(value("1" + times(65'535, " ")) == "1");
    CHECK(refusal("1" + times(65'536, " ")) == "expression:1:1: expected an expression of at most 65536 bytes; found 65537");
    CHECK(refusal<cchc::UnaryTests>(times(65'537, "-")) ==
          "expression:1:1: expected an expression of at most 65536 bytes; found 65537");
    CHECK(refusal(times(10'000'000, "(")).find("found 10000000") != std::string::npos);
}

TEST_CASE("Numbers of 1,000 digits") {
    CHECK(value("9" + times(999, "0") + " = 9 * 10 ** 999") == "true");
    CHECK(refusal("1 + 9" + times(1'000, "0")) == "expression:1:5: expected a number of at most 1,000 digits");
}

TEST_CASE("Cut and garbled texts are refused or read, never worse") {
    const std::string whole =
        R"(if a.b in ([1..5), "x\u1EAF", not(? > 2)) then round half up(-a ** 2 / 3, 1) else max([1, c]))";
    for (std::size_t i = 0; i < whole.size(); ++i) {
        CHECK(refusal(whole.substr(0, i)) != "another error");
        for (const char c : {'(', ']', '"', '\\', '\xFF', '\0', '?', '.', '-'}) {
            std::string changed = whole;
            changed[i] = c;
            CHECK(refusal(changed) != "another error");
            CHECK(refusal<cchc::UnaryTests>(changed) != "another error");
        }
    }
}

}  // namespace limits_test
