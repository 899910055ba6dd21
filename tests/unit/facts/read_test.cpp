// Facts from JSON: every member, every refusal with its pointer, and the round trip.
#include <fstream>
#include <sstream>

#include "unit/facts/support.hpp"

namespace read_test {

using namespace cchc;
using namespace cchc::test;

namespace {

// Changing `piece` into `other` is refused at `pointer`, with a message that has `words`.
void check(std::string_view piece, std::string_view other, std::string_view pointer, std::string_view words) {
    CAPTURE(piece, other);
    const Error e = error_of([&] { Facts::from_json(with(piece, other), "f.json"); });
    CAPTURE(e.what());
    CHECK(e.code() == ErrorCode::json_schema);
    CHECK(e.where().source == "f.json");
    CHECK(e.where().pointer == pointer);
    CHECK(e.message().find(words) != std::string::npos);
}

std::string golden(const std::string& name) {
    std::ifstream file(CCHC_SOURCE_DIR "/tests/golden/" + name, std::ios::binary);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("every member is read") {
    const Facts f = Facts::from_json(good, "f.json");
    CHECK(f.unit == "UBND xã Tân Hợp");
    CHECK(f.kind == "xa");
    CHECK(to_string(f.from) == "2025-01-01");
    CHECK(to_string(f.to) == "2026-01-01");
    CHECK(f.source == "báo cáo");
    CHECK(f.values.size() == 4);
    CHECK(f.values.at("a.number") == FactValue(Decimal(80)));
    CHECK(f.values.at("a.decimal") == FactValue(Decimal(9345, 4)));
    CHECK(f.values.at("a.text") == FactValue(std::string("274/KH-UBND")));
    CHECK(f.values.at("a.flag") == FactValue(true));
    CHECK(f.source_of("a.decimal") == "khảo sát");
    CHECK(f.source_of("a.number") == "báo cáo");
    CHECK(f.source_of("b").empty());
    CHECK(f.source_of("nothing").empty());
    REQUIRE(f.conflicts.size() == 1);
    CHECK(f.conflicts[0].name == "b");
    CHECK(f.conflicts[0].values == std::vector<std::pair<std::string, FactValue>>{{"x", Decimal(1)}, {"y", Decimal(2)}});
    CHECK(f.not_applicable == std::vector<CriterionNote>{{"6.1", "Không có cảng", "UBND tỉnh"}});
    CHECK(f.no_case == std::vector<CriterionNote>{{"3.4", "Không có khiếu nại", ""}});
}

TEST_CASE("what is said twice is kept once, and conflicts stand by name") {
    CHECK(Facts::from_json(with("khảo sát", "báo cáo")).sources.empty());
    const Facts f = Facts::from_json(
        with("\"conflicts\": {", R"("conflicts": {"c": [{"source": "x", "value": 1}, {"source": "", "value": 2}], )"));
    REQUIRE(f.conflicts.size() == 2);
    CHECK(f.conflicts[0].name == "b");
    CHECK(f.conflicts[1].name == "c");
}

TEST_CASE("only format, unit and facts are needed") {
    const Facts f = Facts::from_json(R"({"format": "cchc.facts/1", "unit": "", "facts": {}})", "tệp.json");
    CHECK(f.source == "tệp.json");
    CHECK(f.kind.empty());
    CHECK(f.from == Date{});
    CHECK(f.to == Date{});
    CHECK(f.values.empty());
    CHECK(f.to_json() ==
          "{\n  \"format\": \"cchc.facts/1\",\n  \"unit\": \"\",\n  \"source\": \"tệp.json\",\n  \"facts\": {}\n}\n");
    CHECK(Facts::from_json(R"({"format": "cchc.facts/1", "unit": "", "source": "", "facts": {}})", "x").source == "x");
    CHECK(facts_from("s", "\"a\": 1").source_of("a") == "s");
}

TEST_CASE("what facts write, they read back, and write the same") {
    for (const std::string& text : {golden("facts-merged.json"), Facts::from_json(good).to_json()})
        CHECK(Facts::from_json(text, "other").to_json() == text);
    CHECK(Facts::from_json(golden("facts-merged.json")).to_json() == golden("facts-merged.json"));
    const Facts of_statistics = Facts::from_json(golden("facts.json"), "cchc");
    CHECK(of_statistics.values.size() == 28);
    Facts again = of_statistics;
    again.source.clear();
    CHECK(again.to_json() == golden("facts.json"));
}

TEST_CASE("equal spellings of a number are one value, and give the same bytes") {
    const std::string bytes = facts_from("s", "\"a\": 0.015, \"b\": 1000, \"c\": -2.5, \"z\": 0").to_json();
    CHECK(facts_from("s", R"("a": "0.015", "b": "1000", "c": "-2.5", "z": "0")").to_json() == bytes);
    CHECK(facts_from("s", R"("z": -0, "c": "-2,50", "b": 1e3, "a": 1.5E-2)").to_json() == bytes);
    CHECK(facts_from("s", R"("a": 0.01500000000000000000000, "b": 1.0e+003, "c": -25e-1, "z": 0e99999999)").to_json() ==
          bytes);
    CHECK(facts_from("s", R"("a": "+00.0150", "b": "0000000000000000000001000.0", "c": "-02.5", "z": "-0.0")").to_json() ==
          bytes);
}

TEST_CASE("a text that is no number stays a text") {
    for (const std::string_view text : {"1e3", "1 000", "1.234.567", ".5", "5.", "", "12a", "-", "274/KH", "½"}) {
        CAPTURE(text);
        const Facts f = facts_from("s", "\"a\": \"" + std::string(text) + "\"");
        CHECK(f.values.at("a") == FactValue(std::string(text)));
    }
}

TEST_CASE("refused: a number that 18 digits do not hold") {
    for (const std::string_view n :
         {"1234567890123456789", "0.1234567890123456789", "1e18", "-1e18", "1e-19", "1e9999", "1e-9999"}) {
        check("80", n, "/facts/a.number", "at most 18 digits");
        check("\"source\": \"x\", \"value\": 1", "\"source\": \"x\", \"value\": " + std::string(n), "/conflicts/b/0/value",
              "18 digits");
    }
    check("\"0.9345\"", "\"1234567890123456789\"", "/facts/a.decimal", "found 1234567890123456789");
    CHECK(facts_from("s", R"("a": 1e17, "b": "999999999999999999", "c": 1e-18)").values.at("a") ==
          FactValue(Decimal(100'000'000'000'000'000)));
}

TEST_CASE("refused: a text that is no file of facts") {
    CHECK(error_of([] { Facts::from_json("{"); }).code() == ErrorCode::json_syntax);
    CHECK(error_of([] { Facts::from_json(with("80", "080")); }).code() == ErrorCode::json_syntax);
    CHECK(error_of([] { Facts::from_json(with("80", "NaN")); }).where().line == 3);
    CHECK(error_of([] { Facts::from_json(with("80", "1e99999999999")); }).code() == ErrorCode::json_syntax);
    CHECK(error_of([] { Facts::from_json(with("báo", "b\xC3o")); }).code() == ErrorCode::json_syntax);
    CHECK(error_of([] { Facts::from_json("[]"); }).message() == "expected an object; found an array");
    CHECK(error_of([] { Facts::from_json("[]"); }).where().source == "facts");
    check("cchc.facts/1", "cchc.facts/2", "/format", "expected \"cchc.facts/1\"");
    check("\"format\": \"cchc.facts/1\", ", "", "", "\"format\" is missing");
    check("\"unit\"", "\"units\"", "", "\"unit\" is missing");
    check("\"facts\": {", "\"fact\": {", "", "\"facts\" is missing");
    check("\"kind\": \"xa\"", "\"kind\": \"xa\", \"level\": 3", "/level", "unknown key");
}

TEST_CASE("refused: a member of the wrong type, or that stands twice") {
    check("\"UBND xã Tân Hợp\"", "7", "/unit", "expected a string");
    check("\"xa\"", "true", "/kind", "expected a string");
    check("\"báo cáo\"", "[]", "/source", "expected a string");
    check("80", "null", "/facts/a.number", "expected a number, a string, true or false; found null");
    check("80", "[80]", "/facts/a.number", "found an array");
    check("80", "{}", "/facts/a.number", "found an object");
    check("\"a.text\"", "\"a.number\"", "/facts/a.number", "twice");
    check("\"a.text\"", "\"a/~.number\": 1, \"a/~.number\"", "/facts/a~1~0.number", "twice");
    check("\"a.text\"", "\"\"", "/facts/", "expected a name");
    check("{\"from\": \"2025-01-01\", \"to\": \"2026-01-01\"}", "2025", "/period", "expected an object");
    check("\"to\": \"2026-01-01\"", "\"till\": \"2026-01-01\"", "/period", "\"to\" is missing");
    check("\"to\": \"2026-01-01\"", "\"to\": \"2026-01-01\", \"x\": 1", "/period/x", "unknown key");
    check("\"2026-01-01\"", "\"2026-02-30\"", "/period/to", "expected a date");
    check("\"2026-01-01\"", "\"2025-01-01\"", "/period/to", "expected a date after 2025-01-01; found 2025-01-01");
    check("\"2026-01-01\"", "\"2024-01-01\"", "/period/to", "expected a date after");
}

TEST_CASE("refused: sources and conflicts that do not fit the facts") {
    check("\"sources\": {\"a.decimal\"", "\"sources\": {\"a.other\"", "/sources/a.other", "there is none of this name");
    check("\"sources\": {\"a.decimal\"", "\"sources\": {\"b\"", "/sources/b", "there is none of this name");
    check("\"khảo sát\"", "1", "/sources/a.decimal", "expected a string");
    check("\"conflicts\": {\"b\"", "\"conflicts\": {\"a.flag\"", "/conflicts/a.flag", "has no value; this one has");
    check("\"conflicts\": {\"b\"", "\"conflicts\": {\"\"", "/conflicts/", "expected a name");
    check("\"value\": \"2\"", "\"value\": \"1.0\"", "/conflicts/b", "two different values");
    check(", {\"source\": \"y\", \"value\": \"2\"}", "", "/conflicts/b", "two different values");
    check("[{\"source\": \"x\", \"value\": 1}, {\"source\": \"y\", \"value\": \"2\"}]", "[]", "/conflicts/b",
          "two different values");
    check("{\"source\": \"y\"", "{\"from\": \"y\"", "/conflicts/b/1", "\"source\" is missing");
    check("\"source\": \"y\"", "\"source\": \"y\", \"when\": 1", "/conflicts/b/1/when", "unknown key");
    check("\"value\": \"2\"", "\"value\": null", "/conflicts/b/1", "\"value\" is missing");
}

TEST_CASE("refused: notes without reason or authority, or two for a criterion") {
    check(", \"authority\": \"UBND tỉnh\"", "", "/not_applicable/0", "\"authority\" is missing");
    check("\"UBND tỉnh\"", "\"\"", "/not_applicable/0/authority", "expected who decided it");
    check("\"Không có cảng\"", "\"\"", "/not_applicable/0/reason", "expected a reason");
    check("\"Không có khiếu nại\"", "\"\"", "/no_case/0/reason", "expected a reason");
    check(", \"reason\": \"Không có khiếu nại\"", "", "/no_case/0", "\"reason\" is missing");
    check("\"6.1\"", "\"\"", "/not_applicable/0/criterion", "expected the id of a criterion");
    check("\"6.1\"", "6.1", "/not_applicable/0/criterion", "expected a string");
    check("\"3.4\", ", "\"3.4\", \"x\": 1, ", "/no_case/0/x", "unknown key");
    check("\"3.4\"", "\"6.1\"", "/no_case/0/criterion", "\"6.1\" has one already");
    check("[{\"criterion\": \"3.4\"", "[{\"criterion\": \"3.4\", \"reason\": \"a\"}, {\"criterion\": \"3.4\"",
          "/no_case/1/criterion", "\"3.4\" has one already");
}

}  // namespace read_test
