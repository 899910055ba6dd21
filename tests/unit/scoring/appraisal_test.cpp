// The rounds of an appraisal: what is refused, and whose points count.
#include "cchc/appraisal.hpp"

#include "cchc/error.hpp"
#include "cchc/sensitivity.hpp"
#include "cchc/whatif.hpp"
#include "support.hpp"

namespace appraisal_test {

namespace {

const cchc::CriteriaSet& set() {
    static const cchc::CriteriaSet s = cchc::CriteriaSet::from_json(R"({"format": "cchc.criteria/1", "id": "test.rounds",
        "version": "1", "valid": {"from": "2020-01-01"}, "max": 10, "fields": [{"id": "f", "max": 10, "criteria": [
        {"id": "a", "max": 4, "evidence": "required", "rule": {"manual": {"step": "0.5"}}},
        {"id": "b", "max": 3, "rule": {"points": "done"}},
        {"id": "c", "max": 3, "assessed_by": "survey", "rule": {"manual": {}}}]}]})");
    return s;
}

std::string sheet(const std::string& entries, const std::string& rounds = "{}") {
    return R"({"format": "cchc.appraisal/1", "unit": "u", "set": "test.rounds", "version": "1", "rounds": )" + rounds +
           R"(, "entries": [)" + entries + "]}";
}

cchc::Facts facts() {
    cchc::Facts f;
    f.unit = "u";
    f.values.emplace("done", cchc::Decimal(2));
    return f;
}

cchc::Appraisal read(const std::string& entries, const std::string& rounds = "{}") {
    const auto computed = cchc::score(set(), facts());
    return cchc::Appraisal::from_json(sheet(entries, rounds), "sheet", set(), cchc::Calendar::builtin("vn"), &computed);
}

std::vector<std::string> codes(const cchc::Appraisal& a) {
    std::vector<std::string> out;
    for (const auto& finding : a.refused) out.push_back(finding.code);
    return out;
}

std::string entry(const std::string& criterion, const std::string& round, const std::string& rest) {
    return R"({"criterion": ")" + criterion + R"(", "round": ")" + round + "\"" + (rest.empty() ? "" : ", " + rest) + "}";
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("The latest appraisal counts, then what is computed, then the self-score") {
    const auto a = read(entry("a", "self", R"("points": "3.5", "evidence": ["plan.pdf"])") + "," +
                        entry("b", "self", R"("points": 3)") + "," + entry("c", "appraisal", R"("points": 2)"));
    CHECK(codes(a) == Codes{});
    const auto card = cchc::score(set(), facts(), a.scores);
    CHECK(card.find(set(), "a")->counts == cchc::ScoreKind::self);
    CHECK(card.find(set(), "b")->counts == cchc::ScoreKind::computed);
    CHECK(card.find(set(), "b")->differs);
    CHECK(card.find(set(), "b")->points->to_string() == "2");
    CHECK(card.total->to_string() == "7.5");

    const auto later = read(entry("a", "self", R"("points": 3.5, "evidence": ["x"])") + "," +
                            entry("a", "second_appraisal", R"("points": 4, "reason": "new file")") + "," +
                            entry("a", "appraisal", R"("points": 1, "reason": "no file")") + "," +
                            entry("a", "explanation", R"("reason": "the file is here", "evidence": ["y"])") + "," +
                            entry("c", "appraisal", R"("points": 2)"));
    CHECK(codes(later) == Codes{});
    CHECK(later.explanations.size() == 1);
    CHECK(cchc::score(set(), facts(), later.scores).total->to_string() == "8");
}

TEST_CASE("What is against the rules of a round is refused, and the rest stands") {
    CHECK(codes(read(entry("a", "self", R"("points": 1)"))) == Codes{"evidence"});
    CHECK(codes(read(entry("c", "self", R"("points": 1)"))) == Codes{"not_self_scored"});
    CHECK(codes(read(entry("x", "self", R"("points": 1)"))) == Codes{"unknown_criterion"});
    CHECK(codes(read(entry("b", "self", R"("points": 1)") + "," + entry("b", "self", R"("points": 1)"))) ==
          Codes{"duplicate"});
    CHECK(codes(read(entry("b", "appraisal", R"("points": 1)"))) == Codes{"reason"});
    CHECK(codes(read(entry("b", "appraisal", R"("points": 2)"))) == Codes{});
    CHECK(codes(read(entry("b", "second_appraisal", R"("points": 2)"))) == Codes{"order"});
    CHECK(codes(read(entry("b", "explanation", R"("points": 2, "reason": "x")"))) == Codes{"order"});
    CHECK(codes(read(entry("b", "explanation", ""))) == Codes{"reason"});
    CHECK(codes(read(entry("b", "appraisal", ""))) == Codes{"points_range"});
    const auto two = read(entry("x", "self", R"("points": 1)") + "," + entry("b", "self", R"("points": 1)"));
    CHECK(two.refused.front().pointer == "/entries/0");
    CHECK(two.scores.at("b").self->points == cchc::Number(1));
}

TEST_CASE("Deadlines run on the working calendar, and a locked round refuses") {
    // 30 April and 1 May 2026 are holidays (Thursday and Friday), so two working days after 29 April end on 5 May.
    const std::string rounds =
        R"({"self": {"due": "2026-04-29"}, "appraisal": {"working_days": 2}, "explanation": {"locked": true}})";
    const auto a = read(entry("b", "self", R"("points": 2, "at": "2026-04-30")") + "," +
                            entry("b", "appraisal", R"("points": 2, "at": "2026-05-05")") + "," +
                            entry("c", "appraisal", R"("points": 2, "at": "2026-05-06")") + "," +
                            entry("a", "self", R"("points": 2, "evidence": ["x"])") + "," +
                            entry("a", "explanation", R"("reason": "x")"),
                        rounds);
    CHECK(cchc::to_string(*a.rounds[1].due) == "2026-05-05");
    CHECK(codes(a) == Codes{"late", "no_date", "late", "locked"});
}

TEST_CASE("Points outside the range or the step are named and do not count") {
    const auto a =
        read(entry("a", "self", R"("points": 4.5, "evidence": ["x"])") + "," + entry("c", "appraisal", R"("points": -1)"));
    const auto card = cchc::score(set(), facts(), a.scores);
    CHECK(card.problems.size() == 2);
    CHECK(!card.complete);
    const auto step = read(entry("a", "self", R"("points": 0.75, "evidence": ["x"])"));
    CHECK(cchc::score(set(), facts(), step.scores).problems.size() == 1);
}

TEST_CASE("A sheet of another set or shape is refused with its place") {
    const auto refused = [](const std::string& text) {
        try {
            (void)cchc::Appraisal::from_json(text, "sheet", set(), cchc::Calendar::builtin("vn"));
            return std::string("read");
        } catch (const cchc::Error& e) {
            return e.where().pointer;
        }
    };
    CHECK(refused(R"({"format": "cchc.appraisal/1", "unit": "u", "set": "other", "version": "1", "entries": []})") ==
          "/set");
    CHECK(refused(sheet(entry("a", "first", ""))) == "/entries/0/round");
    CHECK(refused(sheet(entry("a", "self", R"("pionts": 1)"))) == "/entries/0/pionts");
    CHECK(refused(sheet("", R"({"appraisal": {"working_days": 2}})")) == "/rounds/appraisal/working_days");
    CHECK(refused(sheet("", R"({"self": {"due": "2026-05-05"}, "appraisal": {"due": "2026-05-04"}})")) ==
          "/rounds/appraisal");
}

TEST_CASE("The documents of the schemas are read") {
    const auto read_golden = [](const char* name) {
        return scoring_test::read_file(std::string("tests/golden/criteria/") + name + ".json");
    };
    const auto sheet = cchc::Appraisal::from_json(read_golden("appraisal"), "sheet", set(), cchc::Calendar::builtin("vn"));
    CHECK(codes(sheet) == Codes{});
    CHECK(cchc::score(set(), facts(), sheet.scores).find(set(), "a")->points == cchc::Number(4));
    const auto whatif = cchc::WhatIfOptions::from_json(read_golden("whatif_options"));
    CHECK(whatif.reach == cchc::WhatIfOptions::Reach::next_row);
    CHECK(whatif.costs.at("6.1") == cchc::Number(5, 2));
    CHECK(whatif.fixed.count("6.4.b") == 1);
    const auto asked = cchc::SensitivityRequest::from_json(read_golden("sensitivity_options"));
    CHECK(asked.options.points == cchc::Number(1, 5));
    CHECK((asked.first == 100 && asked.draws == 50 && asked.options.seed == 7 && asked.options.ranking.by_kind));
    CHECK_THROWS_AS(cchc::SensitivityRequest::from_json(R"({"format": "cchc.sensitivity_options/1", "points": "1/3"})"),
                    cchc::Error);
}

}  // namespace appraisal_test
