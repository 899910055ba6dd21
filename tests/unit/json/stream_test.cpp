// Records of lines, arrays and envelopes, with their places, from blocks of any size.
#include "json/stream.hpp"

#include <string>
#include <vector>

#include "test.hpp"

namespace stream_test {

using namespace cchc;
using json::Place;

namespace {

std::string split(std::string_view text, std::size_t block, std::size_t most) {
    std::string out;
    const auto at = [](Place p) { return std::to_string(p.line) + ":" + std::to_string(p.byte) + " "; };
    json::RecordSplitter splitter({[&](std::string_view record, Place p) { out += at(p) + std::string(record) + "|"; },
                                   [&](Place p) { out += at(p) + "long|"; }},
                                  most, "in");
    try {
        for (std::size_t i = 0; i < text.size(); i += block) splitter.feed(text.substr(i, block));
        splitter.finish();
    } catch (const Error& e) {
        out += e.what();
    }
    return out + (splitter.lines() ? " lines" : "");
}

std::string split(std::string_view text, std::size_t most = 1000) {
    const std::string whole = split(text, text.size() + 1, most);
    for (const std::size_t block : {1U, 2U, 3U, 5U}) CHECK(split(text, block, most) == whole);
    return whole;
}

}  // namespace

TEST_CASE("lines") {
    CHECK(split("{\"a\":1}\n\n  {\"b\":[2]} \r\n{\"c\n7") == "1:1 {\"a\":1}|3:3 {\"b\":[2]}|4:1 {\"c|5:1 7| lines");
    CHECK(split("\xEF\xBB\xBF\n {\"a\":1}") == "2:2 {\"a\":1}| lines");
    CHECK(split("{\"a\":1}{\"b\":2}\n") == "1:1 {\"a\":1}{\"b\":2}| lines");
    CHECK(split("{\"data\": {\"data\": [1]}}\n{}") == "1:1 {\"data\": {\"data\": [1]}}|2:1 {}| lines");
    CHECK(split("{\"a\": \"data\", \"x\": [1]}") == "1:1 {\"a\": \"data\", \"x\": [1]}| lines");
    CHECK(split("{\"a\":1}\n{\"abc\":12345}\n{\"b\":1}", 8) == "1:1 {\"a\":1}|2:1 long|3:1 {\"b\":1}| lines");
    CHECK(split("{\"abc\":12345}\n{\"b\":1}", 8) == "1:1 long|2:1 {\"b\":1}| lines");
}

TEST_CASE("arrays and envelopes") {
    CHECK(split("[ {\"a\":\"]\\\"\"} ,\n[1,[2]],3,\"x\\\\\",null]\n ") ==
          "1:3 {\"a\":\"]\\\"\"}|2:1 [1,[2]]|2:9 3|2:11 \"x\\\\\"|2:17 null|");
    CHECK(split("[]").empty());
    CHECK(split("{\"x\": {\"data\": [7]},\n \"Data\" : [1, {\"data\": []}], \"y\": 2}\n") == "2:12 1|2:15 {\"data\": []}|");
    CHECK(split("[{\"abc\":\"}12345\"},{\"b\":1}]", 8) == "1:2 long|1:19 {\"b\":1}|");
}

TEST_CASE("what is no JSON around the records") {
    CHECK(split("").starts_with("in:1:1: the file is empty"));
    CHECK(split(" x").starts_with("in:1:2: not JSON"));
    CHECK(split("[1 2]") == "1:2 1|in:1:4: not JSON: expected , or ] behind an element of the array");
    CHECK(split("[,]") == "in:1:2: not JSON: expected an element of the array");
    CHECK(split("[1,\n]") == "1:2 1|in:2:1: not JSON: expected an element of the array");
    CHECK(split("[1]\n]") == "1:2 1|in:2:1: not JSON: text behind the end of the array");
    CHECK(split("[1, {").starts_with("1:2 1|in:1:6: the JSON text ends too early"));
    CHECK(split("{\"data\":[1]").starts_with("1:10 1|in:1:12: the object around the array: the JSON text ends too early"));
    CHECK(split("{\"data\":[1], \"data\": 2}")
              .starts_with("1:10 1|in:1:1: the object around the array: this key stands twice"));
    CHECK(split("{\"a\": 1,\n\"b\": 2}").starts_with("in:1:1: the first object spans several lines"));
}

}  // namespace stream_test
