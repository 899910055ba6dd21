// What binds to what, and every form of comparison and test.
#include "support.hpp"
#include "test.hpp"

namespace parse_test {

using expression_test::facts;
using expression_test::number;
using expression_test::refusal;
using expression_test::test;
using expression_test::value;

namespace {

struct Same {
    const char* text;
    const char* bracketed;
};

// Facts under which the two readings of an ambiguous text differ.
const cchc::Facts letters = facts({{"a", number("7")},
                                   {"b", number("-3")},
                                   {"c", number("2")},
                                   {"d", number("0.5")},
                                   {"t", true},
                                   {"f", false},
                                   {"s", std::string("x")}});

}  // namespace

TEST_CASE("Operators bind and group as in FEEL") {
    constexpr Same cases[] = {
        {"a + b * c", "a + (b * c)"},
        {"a * b + c", "(a * b) + c"},
        {"a - b - c", "(a - b) - c"},
        {"a - b + c", "(a - b) + c"},
        {"a / b / c", "(a / b) / c"},
        {"a / b * c", "(a / b) * c"},
        {"a * b ** c", "a * (b ** c)"},
        {"c ** c ** b", "(c ** c) ** b"},
        {"-a ** c", "(-a) ** c"},
        {"c ** -b", "c ** (-b)"},
        {"-a * b", "(-a) * b"},
        {"- - a", "a"},
        {"a--b", "a + b"},
        {"a - -b ** c", "a - ((-b) ** c)"},
        {"a + b < c * a", "(a + b) < (c * a)"},
        {"a < b = t", "(a < b) = t"},
        {"a > b and b < c", "(a > b) and (b < c)"},
        {"t or f and f", "t or (f and f)"},
        {"f and f or t", "(f and f) or t"},
        {"f and t or f and t or t", "((f and t) or (f and t)) or t"},
        {"a between b and c and f", "(a between b and c) and f"},
        {"a between b + 1 and c * 5 or t", "(a between (b + 1) and (c * 5)) or t"},
        {"a in [b..c] or t", "(a in [b..c]) or t"},
        {"a + b in [c..a]", "(a + b) in [c..a]"},
        {"a in [b..c] = f", "(a in [b..c]) = f"},
        {"if t then a else b + c", "if t then a else (b + c)"},
        {"if f then a else if t then b else c", "if f then a else (if t then b else c)"},
        {"if t or f then a + 1 else b", "if (t or f) then (a + 1) else b"},
        {"max(a, b) + c * abs(b)", "(max(a, b)) + (c * (abs(b)))"},
        {"round half up(a / c, 0) * b", "(round half up((a / c), 0)) * b"},
    };
    for (const Same& c : cases) {
        INFO(c.text);
        CHECK(value(c.text, letters) == value(c.bracketed, letters));
    }
    CHECK(value("a - b - c", letters) == "8");
    CHECK(value("c ** c ** b", letters) == "0.015625");
    CHECK(value("t = a > b", letters) == "null: values of two kinds cannot be compared (line 1, column 3)");
}

TEST_CASE("Comparisons of numbers, texts and booleans") {
    for (const char* yes :
         {"2 = 2.0",      "2 != 3",        "2 < 3",          "2 <= 2",        "3 > 2",          "3 >= 3",
          "-1 < 0",       "1/3 < 0.3334",  "1/3 > 0.3333",   "\"a\" = \"a\"", "\"a\" != \"A\"", "\"a\" < \"b\"",
          "\"\" < \"a\"", "\"z\" < \"á\"", "\"b\" >= \"a\"", "true = true",   "true != false",  "null = null",
          "\"\" != null", "false != null", "null != 0"})
        CHECK(value(yes) == "true");
    for (const char* no :
         {"2 = 3", "2 != 2.00", "3 < 3", "3 > 3", "3 <= 2", "2 >= 3", "\"a\" = \"b\"", "true = false", "0 = null"})
        CHECK(value(no) == "false");
    for (const char* none :
         {"1 = \"1\"", "true = 1", "true < false", "1 < \"a\"", "null < 1", "null <= null", "\"a\" != 1"}) {
        INFO(none);
        CHECK(value(none).starts_with("null: values of two kinds cannot be compared"));
    }
}

TEST_CASE("Ranges with every kind of end, as a test and after in") {
    struct Range {
        const char* text;
        bool low, high;  // whether the ends 1 and 5 belong to it
    };
    constexpr Range ranges[] = {{"[1..5]", true, true},   {"[1..5)", true, false},  {"[1..5[", true, false},
                                {"(1..5]", false, true},  {"]1..5]", false, true},  {"(1..5)", false, false},
                                {"]1..5[", false, false}, {"(1..5[", false, false}, {"]1..5)", false, false}};
    const auto expected = [](bool b) { return std::string(b ? "true" : "false"); };
    for (const Range& r : ranges) {
        INFO(r.text);
        for (const std::string around : {"", "(", "(9, "}) {
            const std::string in = " in " + around + r.text + (around.empty() ? "" : ")");
            CHECK(value("1" + in) == expected(r.low));
            CHECK(value("5" + in) == expected(r.high));
            CHECK(value("0.999" + in) == "false");
            CHECK(value("1.001" + in) == "true");
            CHECK(value("5.001" + in) == "false");
        }
        CHECK(test(r.text, "1") == expected(r.low));
        CHECK(test(r.text, "5") == expected(r.high));
        CHECK(test("9," + std::string(r.text), "3") == "true");
        CHECK(test("not(" + std::string(r.text) + ")", "5") == expected(!r.high));
    }
    CHECK(test("[5..1]", "3") == "false");
    CHECK(test("[\"b\"..\"d\"]", "\"c\"") == "true");
    CHECK(test("[-1 - 1..2 * 3]", "-2") == "true");
    CHECK(test("(c - 1..a)", "1.5", letters) == "true");
    CHECK(value("a in ((c)..a]", letters) == "true");
    CHECK(test("[if t then 1 else 2..5]", "1", letters) == "true");
}

TEST_CASE("in takes a test, a list of tests, a list of values, a value or a condition") {
    for (const char* yes : {"5 in > 4",
                            "5 in >= 5",
                            "5 in < 6",
                            "5 in <= 5",
                            "5 in = 5",
                            "5 in != 4",
                            "5 in 5",
                            "5 in 2 + 3",
                            "5 in (5)",
                            "5 in (1, 5)",
                            "5 in (1, > 4)",
                            "5 in (= 5)",
                            "5 in (!= 4)",
                            "5 in [1, 5]",
                            "5 in (1 + 4)",
                            "5 in ((2 + 3))",
                            "5 in ((1 + 1) * 2, (2 + 3) * 1)",
                            "5 in ((1..2), [4..6])",
                            "5 in (? > 4)",
                            "5 in (? > 4 and ? < 6)",
                            "5 in (1, ? - 5 = 0)",
                            "-5 in -5",
                            "-5 in (-5)",
                            "-5 in [-6..-4]",
                            "null in (null)",
                            "\"a\" in (\"a\", \"b\")",
                            "(5 in (? > 4)) = true",
                            "5 in (? > 9, = 5)",
                            "5 in [? > 4]",
                            "true in (5 in (? > 4))",
                            "5 in (a, b, a + b + 1)"}) {
        INFO(yes);
        CHECK(value(yes, letters) == "true");
    }
    for (const char* no : {"5 in 4", "5 in != 5", "5 in (1, 2)", "5 in [1, 2]", "5 in (? > 9)", "5 in (null)", "5 in < 5"})
        CHECK(value(no, letters) == "false");
}

TEST_CASE("Unary tests") {
    struct Case {
        const char *tests, *tested, *result;
    };
    constexpr Case cases[] = {
        {"-", "1", "true"},
        {"-", "\"a\"", "true"},
        {"-", "false", "true"},
        {"-", "null", "false"},
        {" - ", "1", "true"},
        {"-1", "-1", "true"},
        {"- 1", "-1", "true"},
        {"-a", "-7", "true"},
        {"5", "5.0", "true"},
        {"a", "7", "true"},
        {"\"x\"", "s", "true"},
        {"\"x\",\"y\"", "\"y\"", "true"},
        {"\"x\",\"y\"", "\"z\"", "false"},
        {"not(\"x\",\"y\")", "\"z\"", "true"},
        {"not(\"x\",\"y\")", "\"y\"", "false"},
        {"not(1)", "1", "false"},
        {"not(< 1, > 5)", "3", "true"},
        {"not([1..5], ? = 9)", "9", "false"},
        {"not(null)", "1", "true"},
        {"!= 5", "4", "true"},
        {"= 5", "5", "true"},
        {"? > 3, = 5", "2", "false"},
        {"? > 10, = 2", "2", "true"},
        {"? > 10, != 2", "2", "false"},
        {"?", "true", "true"},
        {"?", "false", "false"},
        {"(1 + 1) * 2", "4", "true"},
        {"(? + 1) > 3", "3", "true"},
        {"(1), (2)", "2", "true"},
        {"(1..2), (4..5)", "4.5", "true"},
        {"[1, 2, 3]", "2", "true"},
        {"[1, 2, 3]", "4", "false"},
        {"[1, ? > 5]", "6", "true"},
        {"? in [1..5]", "5", "true"},
        {"? between 1 and 5", "5", "true"},
        {"1 in (? > 0)", "true", "true"},  // the inner "?" is 1, so the whole is a value: true
        {"if ? > 5 then true else false", "6", "true"},
        {"5 between ? and 9", "4", "true"},
        {"3 in (1 between 0 and ?)", "true", "true"},  // "?" is 3
        {"true", "true", "true"},
        {"true", "false", "false"},
        {"> a, < b", "8", "true"},
        {"not(t)", "false", "true"},
    };
    for (const Case& c : cases) {
        INFO(c.tests << " of " << c.tested);
        CHECK(test(c.tests, c.tested, letters) == c.result);
    }
    CHECK(test("> 5", "\"a\"") == "null: values of two kinds cannot be compared (line 1, column 1)");
    CHECK(test("1, \"a\"", "2") == "null: values of two kinds cannot be compared (line 1, column 4)");
    CHECK(test("1, \"a\"", "1") == "true");
    CHECK(test("not(\"a\")", "1") == "null: values of two kinds cannot be compared (line 1, column 5)");
    CHECK(test("? + 1", "1") == "null: true or false is needed here (line 1, column 1)");
    CHECK(test("> x, y", "1") == "missing x, y");
    CHECK(test("1, > x", "1") == "true");
}

TEST_CASE("Texts read every escape, and are printed so that they read back") {
    const auto text = [](std::string_view literal) {
        return std::get<std::string>(cchc::Expression(literal).evaluate({}).value);
    };
    CHECK(text(R"("")").empty());
    CHECK(text(R"("\"\'\\\/\n\r\t")") == "\"'\\/\n\r\t");
    CHECK(text(R"("\u1EAF\u1eaf\u0041\u00e1")") == "ắắAá");
    CHECK(text(R"("\U01F40E\uD83D\uDC0E\U000041")") == "🐎🐎A");
    CHECK(text(R"("a'b")") == "a'b");
    CHECK(text("\"a\nb\"") == "a\nb");
    CHECK(text(R"("\u0000")") == std::string(1, '\0'));
    for (const std::string t : {"", "a", "a\"b", "\\", "a\nb\rc\td", "Xuất sắc", "\\u0041", "/'"}) {
        const std::string printed = cchc::to_string(cchc::ExpressionValue(t));
        INFO(printed);
        CHECK(text(printed) == t);
    }
}

TEST_CASE("Names are Vietnamese, dotted, and end where FEEL says") {
    const cchc::Facts f = facts({{"tỷ_lệ.đúng_hạn", number("1")},
                                 {"a", number("2")},
                                 {"a.b2", number("3")},
                                 {"a.2", number("4")},
                                 {"_x", number("5")},
                                 {"Đ", number("6")},
                                 {"max", number("8")},
                                 {"half", number("9")},
                                 {"truex", number("10")},
                                 {"points", number("11")},
                                 {"e\xCC\x81", number("12")}});
    CHECK(value("tỷ_lệ.đúng_hạn", f) == "1");
    CHECK(value("a.b2 + a.2+a", f) == "9");
    CHECK(value("_x * Đ", f) == "30");
    CHECK(value("max(max, 1)", f) == "8");
    CHECK(value("half + truex + points", f) == "30");
    CHECK(value("2 in [a..a.b2]", f) == "true");
    CHECK(value("2 in [a ..a.b2]", f) == "true");
    CHECK(value("e\xCC\x81", f) == "12");  // decomposed: not the name é
    // No-break space, narrow no-break space, zero-width space, byte order mark, vertical tab: blanks, never part of a name.
    for (const std::string blank :
         {"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x8B", "\xEF\xBB\xBF", "\v", "\f", "\r\n", "\xE3\x80\x80"})
        CHECK(value(blank + "a" + blank + "+" + blank + "a" + blank, f) == "4");
    CHECK(cchc::Expression("b + a.b + b + a + abs(c1)").names() == std::vector<std::string>{"b", "a.b", "a", "c1"});
}

}  // namespace parse_test
