// The writer's output, character by character: golden files and byte comparisons rest on it.
#include "json/writer.hpp"

#include <limits>
#include <string>

#include "json/value.hpp"
#include "test.hpp"

namespace writer_test {

using namespace cchc;
using json::Writer;

TEST_CASE("objects and arrays are indented by two blanks, keys stay in order") {
    Writer w;
    w.object().member("b", "x").member("a", 1);
    w.key("list").array().integer(1).string("2").end();
    w.key("inside").object().member("yes", true).end();
    CHECK(w.end().take() == R"({
  "b": "x",
  "a": 1,
  "list": [
    1,
    "2"
  ],
  "inside": {
    "yes": true
  }
}
)");
}

TEST_CASE("an inline array stays on its line, empty ones have no inside") {
    Writer w;
    w.object();
    w.key("sessions").array(true).string("07:30-11:30").string("13:30-17:00").end();
    w.key("none").array().end();
    w.key("none inline").array(true).end();
    w.key("no members").object().end();
    CHECK(w.end().take() == R"({
  "sessions": ["07:30-11:30", "13:30-17:00"],
  "none": [],
  "none inline": [],
  "no members": {}
}
)");
}

TEST_CASE("a scalar alone is a document") {
    CHECK(Writer().string("x").take() == "\"x\"\n");
    CHECK(Writer().raw("null").take() == "null\n");
    CHECK(Writer().boolean(false).take() == "false\n");
}

TEST_CASE("strings escape what JSON asks for, and leave UTF-8 as it is") {
    const auto written = [](std::string_view text) { return Writer().string(text).take(); };
    CHECK(written("Hướng Hóa / \"A\\B\"") == "\"Hướng Hóa / \\\"A\\\\B\\\"\"\n");
    CHECK(written("a\nb\rc\td") == "\"a\\nb\\rc\\td\"\n");
    CHECK(written(std::string_view("\0\x01\x1f\b\f", 5)) == "\"\\u0000\\u0001\\u001f\\u0008\\u000c\"\n");
    CHECK(written("\x7F") == "\"\x7F\"\n");
    CHECK(written("") == "\"\"\n");
    Writer w;
    CHECK(w.object().member("k\"1\n", "v").end().take() == "{\n  \"k\\\"1\\n\": \"v\"\n}\n");
}

TEST_CASE("numbers are exact at their limits") {
    Writer w;
    w.array(true);
    w.integer(std::numeric_limits<std::int64_t>::min()).integer(std::numeric_limits<std::int64_t>::max());
    w.count(std::numeric_limits<std::uint64_t>::max()).raw("0.1000000000000000055511151231257827");
    CHECK(w.end().take() ==
          "[-9223372036854775808, 9223372036854775807, 18446744073709551615, 0.1000000000000000055511151231257827]\n");
}

TEST_CASE("members are written by their type") {
    Writer w;
    w.object().member("flag", false).member("unsigned", std::uint8_t{200}).member("signed", std::int8_t{-5});
    w.member("view", std::string_view("v")).member("chars", "c").member("string", std::string("s"));
    CHECK(w.end().take() == R"({
  "flag": false,
  "unsigned": 200,
  "signed": -5,
  "view": "v",
  "chars": "c",
  "string": "s"
}
)");
}

TEST_CASE("a finished document fits into another one") {
    Writer inside;
    const std::string text = inside.object().member("a", 1).end().take();
    Writer w;
    w.array().document(text).document("[]\n").end();
    CHECK(w.take() == "[\n  {\n    \"a\": 1\n  },\n  []\n]\n");
}

TEST_CASE("a writer can be used again after take") {
    Writer w;
    CHECK(w.array().end().take() == "[]\n");
    CHECK(w.object().end().take() == "{}\n");
}

TEST_CASE("what the writer writes, the reader reads") {
    std::string every;
    for (char c = 1; c < 127; ++c) every += c;
    every += "\u00e0\u1ebf\U0001F600";
    Writer w;
    const std::string text = w.object().member(every, every).end().take();
    const json::Value v = json::parse(text, "out.json");
    REQUIRE(v.members.size() == 1);
    CHECK(v.members[0].name == every);
    CHECK(v.members[0].value.text == every);
}

}  // namespace writer_test
