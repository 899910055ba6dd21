// What a set is read with and what it tells of itself: frames among texts, dictionaries, descriptions.
#include <fstream>
#include <sstream>

#include "cchc/criteria.hpp"
#include "cchc/error.hpp"
#include "test.hpp"

namespace description_test {

namespace {

std::string read_file(const std::string& below_source) {
    std::ifstream file(std::string(CCHC_SOURCE_DIR) + "/" + below_source, std::ios::binary);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// The place of what is thrown, and its message.
template <class F>
std::string refused(F&& f) {
    try {
        f();
    } catch (const cchc::Error& e) {
        CHECK((e.code() == cchc::ErrorCode::json_schema || e.code() == cchc::ErrorCode::json_syntax));
        return e.what();
    }
    return "<not refused>";
}

}  // namespace

// Held against the schema of its format by structure.schemas.
TEST_CASE("A set describes what tables of scores need, byte for byte") {
    const auto set = cchc::CriteriaSet::from_json(read_file("tests/golden/criteria/bands.json"));
    CHECK(set.description_json() == read_file("tests/golden/criteria/bands_description.json"));
}

TEST_CASE("A lookup finds texts by their id before built-in sets") {
    const auto find = cchc::lookup_among({R"({"id": "a", "x": 1})", R"({"id": "vn.nd-307-2025.xa"})"});
    CHECK(find("a") == R"({"id": "a", "x": 1})");
    CHECK(find("vn.nd-307-2025.xa") == R"({"id": "vn.nd-307-2025.xa"})");
    CHECK(find("vn.nd-307-2025.tinh") == std::string(cchc::CriteriaSet::builtin_json("vn.nd-307-2025.tinh")));
    CHECK_FALSE(find("b"));
    CHECK(refused([] { (void)cchc::lookup_among({"{", "{}"}); }).find("frames[0]") == 0);
    CHECK(refused([] { (void)cchc::lookup_among({R"({"id": 1})"}); }).find("frames[0]#/id") == 0);
    CHECK(refused([] { (void)cchc::lookup_among({R"({"id": "a"})", R"({"id": "a"})"}); }).find("frames[1]#/id") == 0);
}

TEST_CASE("A dictionary is read alone") {
    const auto facts = cchc::fact_definitions_from_json(
        R"({"a.rate": {"type": "number", "min": 0, "max": "99.5"}, "b": {"type": "string", "values": ["x", "y"]}})");
    REQUIRE(facts.size() == 2);
    CHECK(facts[0].name == "a.rate");
    CHECK(facts[0].max == cchc::Number(199, 2));
    CHECK(facts[1].values == std::vector<std::string>{"x", "y"});
    CHECK(cchc::fact_definitions_from_json("{}").empty());
    CHECK(refused([] { (void)cchc::fact_definitions_from_json(R"({"a": {}})", "d.json"); }).find("d.json#/a") == 0);
    CHECK(refused([] {
              (void)cchc::fact_definitions_from_json(R"({"a": {"type": "number", "colour": 1}})");
          }).find("dictionary#/a/colour") == 0);
    CHECK(refused([] { (void)cchc::fact_definitions_from_json("[]"); }).find("dictionary") == 0);
}

}  // namespace description_test
