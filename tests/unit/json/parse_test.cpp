// Strict reading of JSON: what is refused, and with which place.
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "json/value.hpp"
#include "test.hpp"
#include "unit/base/error_of.hpp"

namespace parse_test {

using namespace cchc;
using json::Value;

namespace {

Error refused(std::string_view text) {
    return error_of([&] { json::parse(text, "in.json"); });
}

void check_syntax(std::string_view text, std::int64_t line, std::int64_t column) {
    CAPTURE(text);
    const Error e = refused(text);
    CAPTURE(e.what());
    CHECK(e.code() == ErrorCode::json_syntax);
    CHECK(e.where().source == "in.json");
    CHECK(e.where().line == line);
    CHECK(e.where().column == column);
    CHECK(e.where().pointer.empty());
}

// The document [[[…]]] or {"a":{"a":…}} of so many levels.
std::string nested(std::size_t levels, std::string_view open, std::string_view inside, std::string_view close) {
    std::string text;
    for (std::size_t i = 0; i < levels; ++i) text += open;
    text += inside;
    for (std::size_t i = 0; i < levels; ++i) text += close;
    return text;
}

}  // namespace

TEST_CASE("a document keeps its kinds, its order and its numbers' spelling") {
    const Value v =
        json::parse(R"( {"b": [1, -2.50, 1e5, true, false, null], "a": {"x": "é\u00e9\n"}, "": ""} )", "in.json");
    REQUIRE(v.kind == Value::Kind::object);
    REQUIRE(v.members.size() == 3);
    CHECK(v.members[0].name == "b");
    CHECK(v.members[1].name == "a");
    CHECK(v.members[2].name.empty());
    const auto& items = v.members[0].value.items;
    REQUIRE(items.size() == 6);
    CHECK(items[0].text == "1");
    CHECK(items[1].text == "-2.50");
    CHECK(items[2].text == "1e5");
    CHECK((items[3].kind == Value::Kind::boolean && items[3].flag));
    CHECK((items[4].kind == Value::Kind::boolean && !items[4].flag));
    CHECK(items[5].kind == Value::Kind::null);
    CHECK(v.members[1].value.members[0].value.text == "éé\n");
}

TEST_CASE("big and long numbers are kept as text") {
    for (const std::string_view number :
         {"123456789012345678901234567890", "-99999999999999999999", "0.1234567890123456789012345678901234567890",
          "18446744073709551616", "9223372036854775808", "1E-300", "1e400", "-1e-400", "-0", "0.000",
          "100000000000000000000.5"}) {
        CAPTURE(number);
        const Value alone = json::parse(number, "in.json");
        CHECK(alone.kind == Value::Kind::number);
        CHECK(alone.text == number);
        CHECK(json::parse("[" + std::string(number) + ", 7]", "in.json").items[0].text == number);
    }
}

TEST_CASE("a syntax error has its line and column") {
    check_syntax("", 1, 1);
    check_syntax("   ", 1, 4);
    check_syntax("{", 1, 2);
    check_syntax("[1, 2", 1, 6);
    check_syntax("\"abc", 1, 5);
    check_syntax("{\"a\": 1,\n \"b\" 2}", 2, 6);
    check_syntax("{\n  \"a\": 1,\n  \"b\": x\n}", 3, 8);
    check_syntax("[1,\r\n2,\r\n,3]", 3, 1);
    check_syntax("{\"a\": tru}", 1, 7);  // the word that is wrong begins there
}

TEST_CASE("JSON with extras is not JSON") {
    for (const std::string_view text : {"[1, ]",       "{\"a\": 1,}", "{a: 1}",     "{'a': 1}",    "[1 2]",
                                        "// no\n1",    "[1] // no",   "/* no */ 1", "01",          "+1",
                                        ".5",          "5.",          "1e",         "0x1F",        "NaN",
                                        "Infinity",    "-",           "TRUE",       "nul",         "\"a\nb\"",
                                        "\"a\tb\"",    "\"\\x\"",     "\"\\u12\"",  "\"\\ud800\"", "\"\\ud800\\u0041\"",
                                        "\"\\udc00\"", "{\"a\"}",     "{1: 2}",     "[",           "]",
                                        "}",           "{]",          "\xC2\xA0 1"}) {
        CAPTURE(text);
        const Error e = refused(text);
        CHECK(e.code() == ErrorCode::json_syntax);
        CHECK(e.where().line >= 1);
        CHECK(e.where().column >= 1);
        CHECK(e.where().byte_offset >= 0);
    }
    CHECK(refused(std::string_view("1\0", 2)).code() == ErrorCode::json_syntax);
}

TEST_CASE("text after the value is refused where it begins") {
    check_syntax("1 2", 1, 3);
    check_syntax("{} {}", 1, 4);
    check_syntax("[]\n\n  x", 3, 3);
    check_syntax("{}]", 1, 3);
    CHECK(json::parse("  {} \r\n\t ", "in.json").kind == Value::Kind::object);
}

TEST_CASE("a byte order mark is passed over, and places still count from the start of the file") {
    CHECK(json::parse("\xEF\xBB\xBF{}", "in.json").kind == Value::Kind::object);
    check_syntax("\xEF\xBB\xBF", 1, 1);
    const Error e = refused("\xEF\xBB\xBF[1,\n x]");
    CHECK(e.where().line == 2);
    CHECK(e.where().column == 2);
    CHECK(e.where().byte_offset == 8);
    CHECK(refused("[1,\n x]").where().byte_offset == 5);
    CHECK(refused("\xEF\xBB\xBF\xEF\xBB\xBF{}").code() == ErrorCode::json_syntax);  // once only
}

TEST_CASE("invalid UTF-8 is refused where it stands") {
    check_syntax("\"\xFF\"", 1, 2);
    check_syntax("{\"t\u00ean\": \"H\xE1\xBB\"}", 1, 12);
    check_syntax("{\n\"a\": \"\xED\xA0\x80\"}", 2, 7);
    check_syntax("[\xC0\xAF]", 1, 2);
    check_syntax("\xFF\xFE{", 1, 1);  // UTF-16
}

TEST_CASE("nesting is bounded, long before the stack is") {
    CHECK(json::parse(nested(json::max_depth, "[", "", "]"), "in.json").kind == Value::Kind::array);
    CHECK(json::parse(nested(json::max_depth, "{\"a\":", "1", "}"), "in.json").kind == Value::Kind::object);
    for (const std::size_t levels : {json::max_depth + 1, std::size_t{10'000}, std::size_t{1'000'000}}) {
        CAPTURE(levels);
        const Error arrays = refused(nested(levels, "[", "", "]"));
        CHECK(arrays.code() == ErrorCode::json_syntax);
        CHECK(arrays.message().find("64") != std::string::npos);
        CHECK(arrays.where().column == 65);
        CHECK(refused(nested(levels, "{\"a\":", "1", "}")).code() == ErrorCode::json_syntax);
        CHECK(refused(nested(levels, "[", "", "")).code() == ErrorCode::json_syntax);
    }
}

TEST_CASE("a key that stands twice is refused with its pointer") {
    const auto duplicate = [](std::string_view text) {
        const Error e = refused(text);
        CHECK(e.code() == ErrorCode::json_schema);
        return e.where().pointer;
    };
    CHECK(duplicate(R"({"a": 1, "a": 1})") == "/a");
    CHECK(duplicate(R"({"a": 1, "b": {"c": 1, "d": [], "c": 2}})") == "/b/c");
    CHECK(duplicate(R"({"x": [1, {"a": 1}, {"k": 1, "k": 2}]})") == "/x/2/k");
    CHECK(duplicate(R"([[], [{"a": 0, "a": 1}]])") == "/1/0/a");
    CHECK(duplicate(R"({"a/b": {"m~n": 1, "m~n": 2}})") == "/a~1b/m~0n");
    CHECK(duplicate(R"({"": 1, "": 2})") == "/");
    CHECK(duplicate(R"({"ngày": 1, "ng\u00e0y": 2})") == "/ngày");  // the same key, spelled in two ways
    CHECK(json::parse(R"([{"a": 1}, {"a": 2}, {"A": 1, "a": {"a": 3}}])", "in.json").items.size() == 3);
}

}  // namespace parse_test
