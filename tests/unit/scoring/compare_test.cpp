// One unit in two years, each under its own set.
#include "support.hpp"

namespace compare_test {

namespace {

using cchc::CriteriaSet;
using cchc::Facts;

CriteriaSet set_of(const std::string& version, const std::string& leaves) {
    return CriteriaSet::from_json(R"({"format": "cchc.criteria/1", "id": "t", "version": ")" + version +
                                  R"(", "valid": {"from": "2025-01-01"}, "max": 10,
        "bands": [{"id": "good", "when": ">= 5", "title": "x"}, {"id": "weak", "when": "< 5", "title": "x"}],
        "fields": [{"id": "f", "max": 10, "criteria": [)" +
                                  leaves + "]}]}");
}
CriteriaSet earlier() {
    return set_of("2025",
                  R"({"id": "a", "max": 3, "rule": {"points": "x"}}, {"id": "b", "max": 7, "rule": {"points": "y"}})");
}
CriteriaSet later() {
    return set_of("2026",
                  R"({"id": "a", "max": 5, "rule": {"points": "x"}}, {"id": "c", "max": 5, "rule": {"points": "z"}})");
}
Facts facts(const std::string& unit, std::map<std::string, std::string> numbers) {
    Facts f;
    f.unit = unit;
    for (const auto& [name, value] : numbers) f.values.emplace(name, *cchc::Decimal::parse(value));
    return f;
}
std::string shown(const std::optional<cchc::Number>& n) { return n ? n->to_exact_string() : "-"; }

}  // namespace

TEST_CASE("Criteria of two years are matched by id, and those of one year stand there too") {
    const auto before = score(earlier(), facts("old name", {{"x", "1"}, {"y", "3.5"}}));
    const auto after = score(later(), facts("new name", {{"x", "1"}, {"z", "4.5"}}));
    std::string lines;
    for (const cchc::ScoreChange& c : compare(earlier(), before, later(), after))
        lines += c.id + " " + shown(c.before) + " " + shown(c.after) + " " + shown(c.index_before) + " " +
                 shown(c.index_after) + "\n";
    CHECK(lines == "f 4.5 5.5 45 55\na 1 1 100/3 20\nc - 4.5 - 90\nb 3.5 - 50 -\n");
    // Held against the schema of its format by structure.schemas.
    CHECK(comparison_to_json(earlier(), before, later(), after) ==
          scoring_test::read_file("tests/golden/criteria/comparison.json"));
}

TEST_CASE("Points that nobody can know yet are no points of 0") {
    const auto before = score(earlier(), facts("u", {{"x", "1"}}));
    const auto changes = compare(earlier(), before, earlier(), before);
    REQUIRE(changes.size() == 3);
    CHECK(changes[2].id == "b");
    CHECK_FALSE(changes[2].before);
    CHECK_FALSE(changes[2].index_after);
}

TEST_CASE("A card stands beside the set that it was scored under") {
    const auto card = score(earlier(), facts("u", {{"x", "1"}, {"y", "2"}}));
    for (const auto& [first, second] : {std::pair(earlier(), later()), std::pair(later(), earlier())}) {
        try {
            (void)compare(first, card, second, card);
            FAIL("a card of another version was taken");
        } catch (const cchc::Error& e) {
            CHECK(e.code() == cchc::ErrorCode::incompatible);
            CHECK(e.message() == "unit \"u\" was scored under t 2025, not t 2026");
        }
    }
}

}  // namespace compare_test
