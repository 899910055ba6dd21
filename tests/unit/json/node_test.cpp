// Readers ask for what they expect; everything else is an error with a JSON pointer (RFC 6901).
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "json/pointer.hpp"
#include "json/value.hpp"
#include "test.hpp"
#include "unit/base/error_of.hpp"

namespace node_test {

using namespace cchc;
using json::Node;
using json::Object;
using json::Value;

namespace {

// What reading `text` with `read` refuses, as "pointer: message".
template <class Read>
std::string refusal(std::string_view json, Read read) {
    const Value document = json::parse(json, "in.json");
    const Error e = error_of([&] { read(Node(document, "in.json")); });
    CHECK(e.code() == ErrorCode::json_schema);
    CHECK(e.where().source == "in.json");
    CHECK(text::is_utf8(e.message()));
    return e.where().pointer + ": " + e.message();
}

enum class Colour { red, green };
constexpr std::pair<std::string_view, Colour> colours[] = {{"red", Colour::red}, {"green", Colour::green}};

}  // namespace

TEST_CASE("an error on the whole document has the empty pointer") {
    CHECK(refusal("[]", [](Node n) { Object{n}; }) == ": expected an object; found an array");
    CHECK(refusal("1", [](Node n) { n.string(); }) == ": expected a string; found a number");
}

TEST_CASE("each wrong type is named") {
    CHECK(refusal(R"({"a": "x"})", [](Node n) { Object(n).at("a").items(); }) == "/a: expected an array; found a string");
    CHECK(refusal(R"({"a": {}})", [](Node n) { Object(n).at("a").boolean(); }) ==
          "/a: expected true or false; found an object");
    CHECK(refusal(R"({"a": true})", [](Node n) { Object(n).at("a").integer(0, 9); }) ==
          "/a: expected a number; found true or false");
    CHECK(refusal(R"([null])", [](Node n) { n.items()[0].string(); }) == "/0: expected a string; found null");
    CHECK(refusal(R"({"a": "5"})", [](Node n) { Object(n).at("a").integer(0, 9); }) ==
          "/a: expected a number; found a string");
}

TEST_CASE("a missing key is named at its object, an unknown one at its place") {
    CHECK(refusal(R"({"a": {}})", [](Node n) { Object(Object(n).at("a")).at("b"); }) == "/a: the key \"b\" is missing");
    CHECK(refusal(R"({"a": null})", [](Node n) { Object(n).at("a"); }) == ": the key \"a\" is missing");
    CHECK(refusal(R"({"a": 1, "b": 2, "c": 3})", [](Node n) {
              Object o(n);
              o.at("a");
              o.find("c");
              o.done();
          }) == "/b: unknown key");
}

TEST_CASE("null stands for a key that is left out") {
    const Value document = json::parse(R"({"a": null, "b": 1})", "in.json");
    Object o(Node(document, "in.json"));
    CHECK_FALSE(o.find("a"));
    CHECK_FALSE(o.find("z"));
    CHECK(o.find("b"));
    CHECK(o.has("a"));
    CHECK_FALSE(o.has("z"));
    CHECK_NOTHROW(o.done());
}

TEST_CASE("the rest of an object is given in order, and is then asked for") {
    const Value document = json::parse(R"({"c": 1, "a": 2, "b": 3})", "in.json");
    Object o(Node(document, "in.json"));
    o.at("a");
    const auto rest = o.rest();
    REQUIRE(rest.size() == 2);
    CHECK(rest[0].first == "c");
    CHECK(rest[1].first == "b");
    CHECK(rest[1].second.pointer() == "/b");
    CHECK_NOTHROW(o.done());
}

TEST_CASE("pointers escape ~ and /") {
    CHECK(json::escape_pointer("a/b") == "a~1b");
    CHECK(json::escape_pointer("m~n") == "m~0n");
    CHECK(json::escape_pointer("~1") == "~01");
    CHECK(json::escape_pointer("tên cơ quan") == "tên cơ quan");
    CHECK(json::escape_pointer("") == "");
    CHECK(refusal(R"({"a/b": [{"~": 1}]})", [](Node n) { Object(Object(n).at("a/b").items()[0]).at("~").string(); }) ==
          "/a~1b/0/~0: expected a string; found a number");
}

TEST_CASE("whole numbers inside their bounds, and no others") {
    const auto read = [](std::string_view text) {
        const Value document = json::parse(text, "in.json");
        return Node(document, "in.json").integer(-5, 100);
    };
    CHECK(read("-5") == -5);
    CHECK(read("100") == 100);
    CHECK(read("0") == 0);
    for (const std::string_view text : {"-6", "101", "1.0", "1e1", "0.5", "99999999999999999999", "-99999999999999999999"}) {
        CAPTURE(text);
        const std::string why = refusal(text, [](Node n) { n.integer(-5, 100); });
        CHECK(why == ": expected a whole number from -5 to 100; found " + std::string(text));
    }
}

TEST_CASE("dates in one spelling only") {
    const Value document = json::parse(R"("2020-02-29")", "in.json");
    CHECK(Node(document, "in.json").date() == *make_date(2020, 2, 29));
    for (const std::string_view text :
         {"\"2021-02-29\"", "\"2020-2-29\"", "\"20200229\"", "\"29/02/2020\"", "\"2020-02-29T00:00\"", "\"2020-02-29 \"",
          "\"\"", "\"2020-0a-29\"", "\"-020-02-29\"", "\"0000-01-01\""}) {
        CAPTURE(text);
        CHECK(refusal(text, [](Node n) { n.date(); }).starts_with(": expected a date like \"2020-06-17\"; found"));
    }
    CHECK(refusal("20200229", [](Node n) { n.date(); }) == ": expected a string; found a number");
}

TEST_CASE("texts for people are one string or one for each language") {
    const auto read = [](std::string_view text) {
        const Value document = json::parse(text, "in.json");
        return Node(document, "in.json").local();
    };
    CHECK(read(R"("Tết")") == LocalText{"Tết", ""});
    CHECK(read(R"({"vi": "Tết", "en": "Lunar New Year"})") == LocalText{"Tết", "Lunar New Year"});
    CHECK(read(R"({"en": "x"})") == LocalText{"", "x"});
    CHECK(read("{}") == LocalText{});
    CHECK(refusal(R"({"vi": "x", "fr": "y"})", [](Node n) { n.local(); }) == "/fr: unknown key");
    CHECK(refusal(R"({"vi": 1})", [](Node n) { n.local(); }) == "/vi: expected a string; found a number");
    CHECK(refusal("1", [](Node n) { n.local(); }) == ": expected an object; found a number");
}

TEST_CASE("an enumeration lists its names when it meets another") {
    const Value document = json::parse(R"(["green"])", "in.json");
    CHECK(json::choice(Node(document, "in.json").items()[0], colours) == Colour::green);
    CHECK(json::name_of(Colour::red, colours) == "red");
    CHECK(refusal(R"({"a": "blue"})", [](Node n) { json::choice(Object(n).at("a"), colours); }) ==
          "/a: expected one of red, green; found \"blue\"");
    CHECK(refusal(R"("Red")", [](Node n) { json::choice(n, colours); }) == ": expected one of red, green; found \"Red\"");
}

TEST_CASE("a long wrong text is shortened without cutting a letter") {
    std::string word = "\"x";
    for (int i = 0; i < 200; ++i) word += "ế";
    word += "\"";
    CHECK(refusal(word, [](Node n) { json::choice(n, colours); }).size() < 160);
    CHECK(refusal(word, [](Node n) { n.date(); }).size() < 160);
}

TEST_CASE("the format is checked to the letter") {
    const auto read = [](Node n) { Object(n).expect_format("cchc.calendar/1"); };
    const Value document = json::parse(R"({"format": "cchc.calendar/1"})", "in.json");
    CHECK_NOTHROW(read(Node(document, "in.json")));
    CHECK(refusal(R"({"format": "cchc.calendar/2"})", read) ==
          "/format: expected \"cchc.calendar/1\"; found \"cchc.calendar/2\"");
    CHECK(refusal(R"({"format": 1})", read) == "/format: expected a string; found a number");
    CHECK(refusal("{}", read) == ": the key \"format\" is missing");
}

}  // namespace node_test
