// Texts that are refused: where, what was expected, what was found.
#include "support.hpp"
#include "test.hpp"

namespace errors_test {

using expression_test::refusal;

namespace {

struct Bad {
    const char* text;
    const char* refusal;  // after "expression:"
};

template <class Kind>
void check(std::initializer_list<Bad> cases) {
    for (const Bad& bad : cases) {
        INFO(bad.text);
        CHECK(refusal<Kind>(bad.text) == std::string("expression:") + bad.refusal);
    }
}

}  // namespace

TEST_CASE("Bad expressions are refused at their place") {
    check<cchc::Expression>({
        {"", R"~(1:1: expected a number, a text, a name or "("; found the end of the expression)~"},
        {"   ", R"~(1:4: expected a number, a text, a name or "("; found the end of the expression)~"},
        {"1 +", R"~(1:4: expected a number, a text, a name or "("; found the end of the expression)~"},
        {"1 + * 2", R"~(1:5: expected a number, a text, a name or "("; found "*")~"},
        {"* 2", R"~(1:1: expected a number, a text, a name or "("; found "*")~"},
        {"(1 + 2", R"~(1:7: expected ")"; found the end of the expression)~"},
        {"1 + 2)", R"~(1:6: expected an operator or the end; found ")")~"},
        {"()", R"~(1:2: expected a number, a text, a name or "("; found ")")~"},
        {"a b", R"~(1:3: expected an operator or the end; found "b")~"},
        {"1 2", R"~(1:3: expected an operator or the end; found "2")~"},
        {"a\n+ b\n  c", R"~(3:3: expected an operator or the end; found "c")~"},
        {"tỷ lệ", R"~(1:6: expected an operator or the end; found "lệ")~"},
        {"1.", R"~(1:2: expected an expression; found the character ".")~"},
        {"1.2.3", R"~(1:4: expected an operator or the end; found ".3")~"},
        {"1e5", R"~(1:2: expected an operator or the end; found "e5")~"},
        {"1..5", R"~(1:2: expected an operator or the end; found "..")~"},
        {"a.", R"~(1:2: expected an expression; found the character ".")~"},
        {"1 == 2", R"~(1:4: expected a number, a text, a name or "("; found "=")~"},
        {"1 <> 2", R"~(1:4: expected a number, a text, a name or "("; found ">")~"},
        {"a && b", R"~(1:3: expected an expression; found the character "&")~"},
        {"a % 2", R"~(1:3: expected an expression; found the character "%")~"},
        {"a; b", R"~(1:2: expected an expression; found the character ";")~"},
        {"{a: 1}", R"~(1:1: expected an expression; found the character "{")~"},
        {"'a'", R"~(1:1: expected an expression; found the character "'")~"},
        {"“a”", R"~(1:1: expected an expression; found the character "“")~"},
        {"a – b", R"~(1:3: expected an expression; found the character "–")~"},
        {"a ≥ 1", R"~(1:3: expected an expression; found the character "≥")~"},
        {"a × b", R"~(1:3: expected an expression; found the character "×")~"},
        {"a \x01", R"~(1:3: expected an expression; found the character " ")~"},
        {"\"abc", R"~(1:1: expected a closing quote of the text that begins here)~"},
        {"1 + \"a\\\"", R"~(1:5: expected a closing quote of the text that begins here)~"},
        {R"("a\x")", R"~(1:3: expected one of \" \' \\ \/ \n \r \t \u \U after a backslash; found "\x")~"},
        {R"("\u12g4")", R"~(1:2: expected 4 hexadecimal digits; found "\u12g4")~"},
        {R"("\u12")", R"~(1:2: expected 4 hexadecimal digits; found "\u12")~"},
        {R"("\ud800")", R"~(1:2: expected the number of a character; found "\ud800")~"},
        {R"("\udc00")", R"~(1:2: expected the number of a character; found "\udc00")~"},
        {R"("\ud800\u0041")", R"~(1:2: expected the number of a character; found "\ud800\u")~"},
        {R"("\U110000")", R"~(1:2: expected the number of a character; found "\U110000")~"},
        {R"("\U1234")", R"~(1:2: expected 6 hexadecimal digits; found "\U1234")~"},
        {"if a then b", R"~(1:12: expected "else"; found the end of the expression)~"},
        {"if a b", R"~(1:6: expected "then"; found "b")~"},
        {"if then 1 else 2", R"~(1:4: expected a number, a text, a name or "("; found "then")~"},
        {"1 + if a then b else c", R"~(1:5: expected a number, a text, a name or "("; found "if")~"},
        {"a and", R"~(1:6: expected a number, a text, a name or "("; found the end of the expression)~"},
        {"or a", R"~(1:1: expected a number, a text, a name or "("; found "or")~"},
        {"not a", R"~(1:5: expected "(" after the name of a function; found "a")~"},
        {"not", R"~(1:4: expected "(" after the name of a function; found the end of the expression)~"},
        {"a between 1", R"~(1:12: expected "and"; found the end of the expression)~"},
        {"a between 1 or 2", R"~(1:13: expected "and"; found "or")~"},
        {"a in", R"~(1:5: expected a number, a text, a name or "("; found the end of the expression)~"},
        {"a in [1..5", R"~(1:11: expected "]", ")" or "[" at the end of the range; found the end of the expression)~"},
        {"a in [1..]", R"~(1:10: expected a number, a text, a name or "("; found "]")~"},
        {"a in [..5]", R"~(1:7: expected a number, a text, a name or "("; found "..")~"},
        {"a in ]1, 2]", R"~(1:8: expected ".."; found ",")~"},
        {"a in [1, 2)", R"~(1:11: expected "," or "]"; found ")")~"},
        {"a in [1)", R"~(1:8: expected "..", "," or "]"; found ")")~"},
        {"a in [[1..2], [3..4]]", R"~(1:7: expected a number, a text, a name or "("; found "[")~"},
        {"a in ()", R"~(1:7: expected a number, a text, a name or "("; found ")")~"},
        {"a in (1, 2", R"~(1:11: expected "," or ")"; found the end of the expression)~"},
        {"a in (1, 2..3)", R"~(1:11: expected "," or ")"; found "..")~"},
        {"a in -", R"~(1:7: expected a number, a text, a name or "("; found the end of the expression)~"},
        {"a[1]", R"~(1:2: expected an operator or the end; found "[")~"},
        {"[1, 2]", R"~(1:1: expected a number, a text, a name or "("; found "[")~"},
        {"abs(1", R"~(1:6: expected "," or ")"; found the end of the expression)~"},
        {"max(1 2)", R"~(1:7: expected "," or ")"; found "2")~"},
        {"max(1,)", R"~(1:7: expected a number, a text, a name or "("; found ")")~"},
        {"max(,1)", R"~(1:5: expected a number, a text, a name or "("; found ",")~"},
        {"max([1, 2)", R"~(1:10: expected "," or "]"; found ")")~"},
        {"max([1], 2)", R"~(1:8: expected ")"; found ",")~"},
        {"abs([1])", R"~(1:5: expected a number, a text, a name or "("; found "[")~"},
        {"max()", R"~(1:1: expected at least 1 argument of max; found 0)~"},
        {"count()", R"~(1:1: expected at least 1 argument of count; found 0)~"},
        {"1 + abs()", R"~(1:5: expected 1 argument of abs; found 0)~"},
        {"floor(1, 2, 3)", R"~(1:1: expected 1 or 2 arguments of floor; found 3)~"},
        {"round up(1)", R"~(1:1: expected 2 arguments of round up; found 1)~"},
        {"round up 1", R"~(1:10: expected "(" after the name of a function; found "1")~"},
        {"a + ? * 2", R"~(1:5: expected no "?" outside a unary test)~"},
        {"1 in (? > 2) and ? > 1", R"~(1:18: expected no "?" outside a unary test)~"},
        {"points(\"1\")", R"~(1:1: expected no results here: points() is for bands, ties and ranking)~"},
        {"best among units(a)", R"~(1:1: expected no "among units" here)~"},
        {"worst among units(a)", R"~(1:1: expected best, mean or place before among units; found "worst")~"},
        {"\xFF", "1:1: this is not UTF-8"},
        {"a +\n \xC3", "2:2: this is not UTF-8"},
    });
}

TEST_CASE(
    "Unknown functions are refused with the list of those that "
    "there are") {
    for (const char* text :
         {"substring(\"a\", 1)", "date(\"2020-01-01\")", "round(1, 0)", "exp(1)", "a.b(1)", "round half up down(1)"}) {
        INFO(text);
        const std::string what = refusal(text);
        CHECK(
            what.starts_with("expression:1:1: expected one of the functions min, "
                             "max, sum, count, mean, abs, floor, ceiling, "));
        CHECK(what.find("round half down, modulo, sqrt, even, odd, "
                        "not; found \"") != std::string::npos);
    }
}

TEST_CASE("Bad unary tests are refused at their place") {
    check<cchc::UnaryTests>({
        {"", R"~(1:1: expected a number, a text, a name or "("; found the end of the expression)~"},
        {">", R"~(1:2: expected a number, a text, a name or "("; found the end of the expression)~"},
        {"> 5 and < 9", R"~(1:5: expected an operator or the end; found "and")~"},
        {"1, -", R"~(1:5: expected a number, a text, a name or "("; found the end of the expression)~"},
        {"-, 1", R"~(1:2: expected a number, a text, a name or "("; found ",")~"},
        {"1,", R"~(1:3: expected a number, a text, a name or "("; found the end of the expression)~"},
        {"not 1", R"~(1:5: expected "("; found "1")~"},
        {"not(1", R"~(1:6: expected "," or ")"; found the end of the expression)~"},
        {"not(-)", R"~(1:6: expected a number, a text, a name or "("; found ")")~"},
        {"not(1), 2", R"~(1:7: expected an operator or the end; found ",")~"},
        {"[1..5", R"~(1:6: expected "]", ")" or "[" at the end of the range; found the end of the expression)~"},
        {"1..5", R"~(1:2: expected an operator or the end; found "..")~"},
        {"[1 5]", R"~(1:4: expected "..", "," or "]"; found "5")~"},
        {"(1, 2)", R"~(1:3: expected ")"; found ",")~"},
        {"\"a\" \"b\"", R"~(1:5: expected an operator or the end; found ""b"")~"},
        {"=> 5", R"~(1:2: expected a number, a text, a name or "("; found ">")~"},
        {"[80…95)", R"~(1:4: expected an expression; found the character "…")~"},
    });
}

TEST_CASE("An error says its place in numbers, too") {
    try {
        (void)cchc::Expression("1 +\n +");
        FAIL("read");
    } catch (const cchc::Error& e) {
        CHECK(e.code() == cchc::ErrorCode::expression_syntax);
        CHECK(e.where().line == 2);
        CHECK(e.where().column == 2);
        CHECK(e.where().byte_offset == 5);
    }
}

}  // namespace errors_test
