// Facts of several sources: what they agree on, what they do not, and what does not belong together.
#include <fstream>
#include <iterator>

#include "unit/facts/support.hpp"

namespace merge_test {

using namespace cchc;
using namespace cchc::test;

namespace {

Facts merged(Facts a, const Facts& b) {
    a.merge(b);
    return a;
}

// The refusal of a merge, which leaves the facts as they were.
std::string refusal(Facts a, const Facts& b) {
    const std::string before = a.to_json();
    const Error e = error_of([&] { a.merge(b); });
    CHECK(e.code() == ErrorCode::incompatible);
    CHECK(a.to_json() == before);
    return e.message();
}

std::string said(const FactConflict& conflict) {
    std::string out = conflict.name + ":";
    for (const auto& [source, value] : conflict.values) {
        out += " " + source + "=";
        if (const auto* n = std::get_if<Decimal>(&value)) out += n->to_string();
        if (const auto* s = std::get_if<std::string>(&value)) out += *s;
        if (const auto* b = std::get_if<bool>(&value)) out += *b ? "true" : "false";
    }
    return out;
}

}  // namespace

TEST_CASE("facts that only one source has are kept with their source") {
    const Facts f = merged(facts_from("báo cáo", "\"a\": 1, \"c\": 3"), facts_from("kho bạc", "\"b\": 2"));
    CHECK(f.values.size() == 3);
    CHECK(f.source_of("a") == "báo cáo");
    CHECK(f.source_of("b") == "kho bạc");
    CHECK(f.source_of("c") == "báo cáo");
    CHECK(f.conflicts.empty());
    CHECK(f.sources.size() == 1);
    CHECK(merged(facts_from("x", "\"a\": 1"), facts_from("x", "\"b\": 2")).sources.empty());
}

TEST_CASE("an equal value is no conflict, however it is spelled") {
    const Facts f = merged(facts_from("x", R"("a": 0.50, "b": "15", "c": true, "d": "text")"),
                           facts_from("y", R"("a": "0,5", "b": 1.5e1, "c": true, "d": "text")"));
    CHECK(f.conflicts.empty());
    CHECK(f.source_of("a") == "x");
    CHECK(f.to_json() == facts_from("x", R"("a": 0.5, "b": 15, "c": true, "d": "text")").to_json());
}

TEST_CASE("a different value takes the fact out of the values, and says who says what") {
    const Facts f =
        merged(facts_from("x", R"("a": 1, "b": true, "c": 7)"), facts_from("y", R"("a": 2, "b": "true", "c": 7)"));
    CHECK(f.values.size() == 1);
    REQUIRE(f.conflicts.size() == 2);
    CHECK(said(f.conflicts[0]) == "a: x=1 y=2");
    CHECK(said(f.conflicts[1]) == "b: x=true y=true");  // a text is no truth value
    CHECK(f.source_of("a").empty());
}

TEST_CASE("a conflict stays one, whatever a third source says") {
    Facts f = merged(facts_from("x", "\"m\": 1"), facts_from("y", "\"m\": 2, \"a\": 1"));
    f.merge(facts_from("z", "\"m\": 2, \"a\": 3"));
    f.merge(facts_from("z", "\"m\": 2"));
    REQUIRE(f.conflicts.size() == 2);
    CHECK(said(f.conflicts[0]) == "a: y=1 z=3");
    CHECK(said(f.conflicts[1]) == "m: x=1 y=2 z=2");
    CHECK(f.values.empty());
    CHECK(f.sources.empty());
}

TEST_CASE("conflicts of the other side are taken over, and dispute a value of this one") {
    const Facts disputed = merged(facts_from("x", "\"m\": 1, \"n\": 1"), facts_from("y", "\"m\": 2, \"n\": 2"));
    const Facts f = merged(facts_from("z", "\"m\": 1"), disputed);
    REQUIRE(f.conflicts.size() == 2);
    CHECK(said(f.conflicts[0]) == "m: z=1 x=1 y=2");
    CHECK(said(f.conflicts[1]) == "n: x=1 y=2");
    CHECK(f.values.empty());
}

TEST_CASE("merging facts with themselves changes nothing") {
    Facts f = Facts::from_json(good);
    const std::string before = f.to_json();
    f.merge(f);
    CHECK(f.to_json() == before);
    f.merge(Facts::from_json(before));
    CHECK(f.to_json() == before);
}

TEST_CASE("notes are joined, and the first reason for a criterion stands") {
    Facts a = facts_from("x", ""), b = facts_from("y", "");
    a.not_applicable = {{"1", "first", "A"}};
    a.no_case = {{"2", "none", ""}};
    b.not_applicable = {{"1", "second", "B"}, {"3", "third", "C"}};
    b.no_case = {{"4", "none", ""}, {"2", "other", ""}};
    a.merge(b);
    CHECK(a.not_applicable == std::vector<CriterionNote>{{"1", "first", "A"}, {"3", "third", "C"}});
    CHECK(a.no_case == std::vector<CriterionNote>{{"2", "none", ""}, {"4", "none", ""}});
}

TEST_CASE("an empty kind and an unknown period fit any") {
    const Facts known = Facts::from_json(good);
    Facts unknown = facts_from("y", "\"new\": 1");
    unknown.unit = known.unit;
    for (const Facts& f : {merged(known, unknown), merged(unknown, known)}) {
        CHECK(f.kind == "xa");
        CHECK(to_string(f.from) == "2025-01-01");
        CHECK(to_string(f.to) == "2026-01-01");
        CHECK(f.values.size() == 5);
        CHECK(f.source_of("new") == "y");
        CHECK(f.source_of("a.number") == "báo cáo");
        CHECK(f.source_of("a.decimal") == "khảo sát");
    }
}

TEST_CASE("refused: facts of another unit, kind or period, or notes that contradict each other") {
    const Facts f = Facts::from_json(good);
    Facts other = f;
    other.unit = "UBND xã khác";
    CHECK(refusal(f, other) == "facts of different units cannot be merged: \"UBND xã Tân Hợp\" and \"UBND xã khác\"");
    other = f;
    other.kind = "phuong";
    CHECK(refusal(f, other) == "facts of different kinds of unit cannot be merged: \"xa\" and \"phuong\"");
    other = f;
    other.to += std::chrono::days{1};
    CHECK(refusal(f, other) ==
          "facts of different periods cannot be merged: \"2025-01-01 to 2026-01-01\" and \"2025-01-01 to 2026-01-02\"");
    other = f;
    other.from += std::chrono::days{1};
    CHECK(refusal(f, other).find("periods") != std::string::npos);
    other = f;
    std::swap(other.no_case, other.not_applicable);
    CHECK(refusal(f, other) == "one source says that the criterion \"6.1\" does not apply, the other that no case arose");
    other.not_applicable.clear();
    CHECK(refusal(other, f).find("\"6.1\"") != std::string::npos);
}

TEST_CASE("golden: facts of three sources") {
    Facts f = Facts::from_json(R"({"format": "cchc.facts/1", "unit": "UBND xã Tân Hợp", "kind": "xa", "source": "báo cáo",
        "facts": {"reports.on_time": 3, "dossiers.resolved.total": "80", "survey.done": true, "plan.number": "274/KH-UBND"},
        "no_case": [{"criterion": "3.4", "reason": "Không có khiếu nại"}]})");
    f.merge(Facts::from_json(R"({"format": "cchc.facts/1", "unit": "UBND xã Tân Hợp", "source": "kho bạc",
        "period": {"from": "2025-01-01", "to": "2026-01-01"},
        "facts": {"survey.done": false, "reports.on_time": "3.0", "budget.spent": 1.5E-2, "dossiers.resolved.total": 79},
        "not_applicable": [{"criterion": "6.1", "reason": "Không có cảng", "authority": "UBND tỉnh"}],
        "no_case": [{"criterion": "3.5", "reason": "Không có đoàn", "authority": "Thanh tra"}]})"));
    f.merge(Facts::from_json(R"({"format": "cchc.facts/1", "unit": "UBND xã Tân Hợp", "kind": "xa", "source": "cổng dịch vụ",
        "facts": {"dossiers.resolved.total": "không rõ"}})"));
    f.values["plan.issued"] = true;
    CHECK(f.to_json() == [] {
        std::ifstream file(CCHC_SOURCE_DIR "/tests/golden/facts-merged.json", std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    }());
}

}  // namespace merge_test
