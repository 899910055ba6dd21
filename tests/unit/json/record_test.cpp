// One JSON record, flat: kinds, texts, pointers and places; what is refused, and where; one parser for many records.
#include "json/record.hpp"

#include <algorithm>
#include <string>

#include "test.hpp"

namespace record_test {

using namespace cchc::json;
using Fault = RecordParser::Fault;
using Kind = Value::Kind;

namespace {

// Pointer, text and place of every value.
std::string describe(RecordParser& parser, std::string_view text) {
    if (parser.parse(text) != Fault::none) return "refused: " + parser.fault_message();
    const Record& r = parser.record();
    std::string out;
    for (std::size_t i = 0; i < r.items.size(); ++i)
        out += r.pointer(i) + "=" + std::string(r.text(i)) + "@" + std::to_string(offset_of(text, r.path(i))) + " ";
    return out;
}

}  // namespace

TEST_CASE("values of a record, their pointers and their places") {
    RecordParser parser(4);
    CHECK(describe(parser, R"( {"a": [1, "x\ny", {}], "b/~": {"c": -2.50e1}, "": null} )") ==
          "=@1 /a=@7 /a/0=1@8 /a/1=x\ny@11 /a/2=@19 /b~1~0=@31 /b~1~0/c=-2.50e1@37 /=@51 ");
    CHECK(describe(parser, R"({"\u0061\"":"\\","b":[[[]]]})") == "=@0 /a\"=\\@12 /b=@21 /b/0=@22 /b/0/0=@23 ");
    CHECK(parser.parse("true") == Fault::none);
    CHECK(parser.record()[0].flag);
    CHECK(parser.parse("{\"a\": false, \"b\": null, \"c\": 18446744073709551616}") == Fault::none);
    CHECK(parser.record()[1].kind == Kind::boolean);
    CHECK(parser.record()[2].kind == Kind::null);
    CHECK(parser.record().text(3) == "18446744073709551616");
}

TEST_CASE("what is refused, and the parser goes on with the next") {
    RecordParser parser(4);
    const auto fault = [&](std::string_view text, Fault expected, std::size_t offset) {
        INFO(text);
        CHECK(parser.parse(text) == expected);
        CHECK(parser.fault_offset() == offset);
        CHECK(parser.parse("{\"a\": 1}") == Fault::none);
        CHECK(parser.record().items.size() == 2);
        CHECK(parser.fault_pointer().empty());
    };
    fault("", Fault::syntax, 0);
    fault("{\"a\": ", Fault::syntax, 6);
    fault("{} x", Fault::syntax, 3);
    fault("{\"a\xFF\": 1}", Fault::invalid_utf8, 3);
    fault("[[[[[]]]]]", Fault::too_deep, 4);
    fault("{\"a\": 1, \"a\": 2}", Fault::duplicate_key, 14);
    fault("{\"x\": [{\"a\": {}, \"b\": [], \"a\": 2}]}", Fault::duplicate_key, 31);
    CHECK(parser.parse("[[{\"b\": {}, \"a\": 1, \"a\": 1}]]") == Fault::duplicate_key);
    CHECK(parser.fault_pointer() == "/0/0/a");
    CHECK(parser.parse("[{\"b\": 1, \"b\": 1, \"c\": 1}]") == Fault::duplicate_key);
    CHECK(parser.fault_pointer() == "/0/b");
}

TEST_CASE("a key that stands twice among many") {
    RecordParser parser(3);
    for (const int count : {2, 24, 25, 1000}) {
        std::string text = "{";
        for (int i = 0; i < count; ++i) text += "\"key " + std::to_string(i * 7919 % 1009) + "\": 0, ";
        CHECK(parser.parse(text + "\"x\": 0}") == Fault::none);
        CHECK(parser.parse(text + "\"key 0\": 0}") == Fault::duplicate_key);
        CHECK(parser.fault_offset() == text.size() + 9);
    }
}

}  // namespace record_test
