// Expressions over facts, as C calls them.
#include <string>

#include "support.hpp"
#include "test.hpp"

namespace expression_test {

using namespace capi_test;

namespace {

const char* const facts =
    R"({"format":"cchc.facts/1","unit":"u","facts":{"early":30,"total":"80","level":"xã","issued":true}})";

std::string taken(cchc_bytes* bytes) {
    const BytesPtr owned(bytes);
    const char* data = nullptr;
    size_t size = 0;
    REQUIRE(cchc_bytes_view(bytes, &data, &size, nullptr) == CCHC_OK);
    return std::string(data, size);
}

std::string evaluated(const char* expression, const char* facts_json = facts) {
    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    INFO(error.message);
    REQUIRE(cchc_eval(expression, nul, facts_json, facts_json == nullptr ? 0 : nul, &out, &error) == CCHC_OK);
    return taken(out);
}

std::string tested(const char* tests, const char* value) {
    cchc_bytes* out = nullptr;
    REQUIRE(cchc_eval_test(tests, nul, value, nul, facts, nul, &out, nullptr) == CCHC_OK);
    return taken(out);
}

std::string document(const std::string& value, const std::string& type, const std::string& rest = "",
                     const std::string& missing = "[]", const std::string& reason = "") {
    return "{\n  \"format\": \"cchc.evaluation/1\",\n  \"value\": " + value + ",\n  \"type\": \"" + type + "\"," + rest +
           "\n  \"missing\": " + missing + ",\n  \"reason\": \"" + reason + "\"\n}\n";
}

std::string number(const std::string& value, const std::string& exact) {
    return document(value, "number", "\n  \"exact\": \"" + exact + "\",");
}

}  // namespace

TEST_CASE("eval: a value of each kind") {
    CHECK(evaluated("100 * early / total") == number("37.5", "37.5"));
    CHECK(evaluated("early / 90") == number("0.3333333333333333333333333333333333", "1/3"));
    CHECK(evaluated("level") == document("\"xã\"", "string"));
    CHECK(evaluated("\"a\\\"b\\n\"") == document("\"a\\\"b\\n\"", "string"));
    CHECK(evaluated("issued and early < total") == document("true", "boolean"));
    CHECK(evaluated("null") == document("null", "null"));
    CHECK(evaluated("1 + 1", nullptr) == number("2", "2"));
    CHECK(evaluated("1 + 1", "") == number("2", "2"));
}

TEST_CASE("eval: no value is a result with its reason") {
    CHECK(evaluated("early / (total - 80)") == document("null", "null", "", "[]", "division by zero (line 1, column 7)"));
    CHECK(evaluated("x + early * y.z") ==
          document("null", "missing", "", "[\"x\", \"y.z\"]", "no fact is given for x, y.z"));
}

TEST_CASE("eval: what cannot be read is refused with its place") {
    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    CHECK(cchc_eval("1 +\n+ 2", nul, nullptr, 0, &out, &error) == CCHC_E_EXPRESSION);
    CHECK(out == nullptr);
    CHECK(error.code == CCHC_E_EXPRESSION);
    CHECK(error.byte_offset == 4);
    CHECK(error.message == std::string("expression:2:1: expected a number, a text, a name or \"(\"; found \"+\""));
    CHECK(cchc_status_name(CCHC_E_EXPRESSION) == std::string("CCHC_E_EXPRESSION"));

    CHECK(cchc_eval("1", nul, "{", nul, &out, &error) == CCHC_E_JSON_SYNTAX);
    CHECK(cchc_eval("1", nul, "{}", nul, &out, &error) == CCHC_E_JSON_SCHEMA);
    CHECK(cchc_eval("1\xFF", nul, nullptr, 0, &out, &error) == CCHC_E_ARG_UTF8);
    CHECK(cchc_eval(nullptr, nul, nullptr, 0, &out, &error) == CCHC_E_ARG_NULL);
    CHECK(cchc_eval(nullptr, 0, nullptr, 0, &out, &error) == CCHC_E_EXPRESSION);
    CHECK(cchc_eval("1", nul, nullptr, nul, &out, &error) == CCHC_E_ARG_NULL);
    CHECK(cchc_eval("1", nul, nullptr, 0, nullptr, &error) == CCHC_E_ARG_NULL);
    const std::string deep(10'000, '(');
    CHECK(cchc_eval(deep.data(), deep.size(), nullptr, 0, &out, &error) == CCHC_E_EXPRESSION);
    CHECK(out == nullptr);
    // The size is exact: what follows is not read.
    REQUIRE(cchc_eval("1 + 1)", 5, nullptr, 0, &out, nullptr) == CCHC_OK);
    CHECK(taken(out) == number("2", "2"));
}

TEST_CASE("eval_test: tests of a value") {
    CHECK(tested("[80..95)", "94.99") == document("true", "boolean"));
    CHECK(tested("[80..95)", "95") == document("false", "boolean"));
    CHECK(tested("\"huyện\", \"xã\"", "level") == document("true", "boolean"));
    CHECK(tested("\"x\\u00e3\"", "\"x\\u00E3\"") == document("true", "boolean"));
    CHECK(tested("> early", "total") == document("true", "boolean"));
    CHECK(tested("> 1", "level") ==
          document("null", "null", "", "[]", "values of two kinds cannot be compared (line 1, column 1)"));
    CHECK(tested("-", "unknown") == document("null", "missing", "", "[\"unknown\"]", "no fact is given for unknown"));
    CHECK(tested("-", "1 / 0") == document("null", "null", "", "[]", "division by zero (line 1, column 3)"));
}

TEST_CASE("eval_test: an error says which of the two texts it is in") {
    cchc_bytes* out = nullptr;
    cchc_error error = fresh_error();
    const auto refused = [&](const char* tests, const char* value) {
        CHECK(cchc_eval_test(tests, nul, value, nul, nullptr, 0, &out, &error) == CCHC_E_EXPRESSION);
        CHECK(out == nullptr);
        return std::string(error.message);
    };
    CHECK(refused("[1..", "1") == "tests:1:5: expected a number, a text, a name or \"(\"; found the end of the expression");
    CHECK(refused("1", "a b") == "value:1:3: expected an operator or the end; found \"b\"");
    CHECK(cchc_eval_test("1", nul, nullptr, nul, nullptr, 0, &out, &error) == CCHC_E_ARG_NULL);
    CHECK(cchc_eval_test("1", nul, "1", nul, nullptr, 0, nullptr, &error) == CCHC_E_ARG_NULL);
}

}  // namespace expression_test
