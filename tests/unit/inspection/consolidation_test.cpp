// The outline over many units.
#include "cchc/consolidation.hpp"

#include <algorithm>
#include <random>

#include "cchc/error.hpp"
#include "outlines.hpp"
#include "test.hpp"

namespace consolidation_test {

using namespace cchc;

namespace {

SelfReport read(const std::string& figures, const std::string& more = {}) {
    return SelfReport::from_json(outlines::report(figures, more), "a.json", outlines::small());
}

const ConsolidatedFigure& figure(const Consolidation& c, std::string_view id) {
    const Outline outline = outlines::small();
    for (std::size_t i = 0; i < outline.figures.size(); ++i)
        if (outline.figures[i].id == id) return c.figures.at(i);
    throw std::out_of_range("no figure");
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("A rate over units is the ratio of the sums, never the mean of the rates") {
    const SelfReport a = read(R"("tasks": {"part": 1, "whole": 2})"), b = read(R"("tasks": {"part": 9, "whole": 10})");
    const std::vector<ReportingUnit> units{{"A", "xa", &a}, {"B", "xa", &b}};
    const Consolidation c = consolidate(outlines::small(), units);
    const ConsolidatedFigure& tasks = figure(c, "tasks");
    CHECK(tasks.sum == Number(10));
    CHECK(tasks.whole == Number(12));
    CHECK(tasks.rate == Number(1000, 12));  // 83.3; the mean of 50 and 90 would be 70
    CHECK_FALSE(figure(c, "remedies").rate);
}

TEST_CASE("Who was asked and gave nothing right is missing; who was not asked is not") {
    const SelfReport a = read(R"("meetings": {"value": 4})", R"(, "not_applicable": {"plan": "đã giao huyện"})");
    const SelfReport b = read(R"("meetings": {"value": -4}, "office": {"value": 1})");
    const std::vector<ReportingUnit> units{{"A", "xa", &a}, {"B", "xa", &b}, {"C", "phong", nullptr}};
    const Consolidation c = consolidate(outlines::small(), units);
    CHECK(figure(c, "meetings").given == Names{"A"});
    CHECK(figure(c, "meetings").missing == Names{"B", "C"});
    CHECK(figure(c, "meetings").sum == Number(4));
    CHECK(figure(c, "plan").not_applicable == std::vector<std::pair<std::string, std::string>>{{"A", "đã giao huyện"}});
    CHECK(figure(c, "plan").missing == Names{"B", "C"});
    CHECK(figure(c, "office").given == Names{"B"});  // not asked, but what it says stands
    CHECK(figure(c, "office").missing == Names{"C"});
}

TEST_CASE("What does not add up is listed by unit, as officials write it") {
    const SelfReport a = read(outlines::whole_answer);
    const std::vector<ReportingUnit> units{{"A", "xa", &a}};
    const Consolidation c = consolidate(outlines::small(), units);
    const auto lines = [&](std::string_view id) { return figure(c, id).listed.at(0).second; };
    CHECK(lines("words") == Names{"Có phong trào thi đua"});
    CHECK(lines("plan") == Names{"05/KH-UBND (20/01/2020)"});
    CHECK(lines("share") == Names{"85,5%"});
    CHECK(lines("day") == Names{"01/03/2020"});
    CHECK(lines("papers") == Names{"1/CV", "Công văn đôn đốc"});
    CHECK(lines("par") == Names{"PAR INDEX 2019: 81,25, hạng 3", "PAR INDEX 2018: 79", "PAR INDEX 2020: hạng 1"});
    CHECK(figure(c, "meetings").listed.empty());
    CHECK(figure(c, "plan").yes == 1);
    CHECK(figure(c, "iso").breakdown.at(0) == std::pair<std::string, std::uint64_t>{"kept", 1});
    CHECK(figure(c, "slips").dossiers == DossierFigure{72, 40, 20, 2});
}

namespace {

// What was drawn, told plainly: every sum by itself.
struct Told {
    std::int64_t meetings = 0, part = 0, whole = 0, radio = 0, web = 0, yes = 0, kept = 0, received = 0, early = 0,
                 on_time = 0;
    std::size_t given = 0;
};

std::string drawn(std::mt19937& random, Told& told) {
    const auto pick = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    if (pick(4) == 0) return {};
    const int meetings = pick(9), whole = pick(30), part = pick(whole), radio = pick(5), web = pick(5), yes = pick(1);
    const int kept = pick(1), inside = pick(50), early = pick(inside), received = inside + pick(9);
    ++told.given;
    told.meetings += meetings;
    told.part += part;
    told.whole += whole;
    told.radio += radio;
    told.web += web;
    told.yes += yes;
    told.kept += kept;
    told.received += received;
    told.early += early;
    told.on_time += inside - early;
    const auto n = [](int value) { return std::to_string(value); };
    std::string out = "\"meetings\": {\"value\": " + n(meetings);
    out.append("}, \"tasks\": {\"part\": ").append(n(part)).append(", \"whole\": ").append(n(whole));
    out.append("}, \"items\": {\"kinds\": {\"radio\": ").append(n(radio)).append(", \"web\": ").append(n(web));
    out.append("}}, \"plan\": {\"value\": ").append(yes == 1 ? "true" : "false");
    out.append("}, \"iso\": {\"value\": ").append(kept == 1 ? "\"kept\"" : "\"dropped\"");
    out.append("}, \"slips\": {\"received\": ").append(n(received)).append(", \"on_time\": ").append(n(inside));
    return out.append(", \"early\": ").append(n(early)).append(", \"overdue\": 0}");
}

void check_told(const Consolidation& c, const Told& told, std::size_t units) {
    CHECK(figure(c, "meetings").given.size() == told.given);
    CHECK(figure(c, "meetings").missing.size() == units - told.given);
    CHECK(figure(c, "meetings").sum == Number(told.meetings));
    CHECK(figure(c, "tasks").sum == Number(told.part));
    CHECK(figure(c, "tasks").whole == Number(told.whole));
    CHECK(figure(c, "tasks").rate.has_value() == (told.whole != 0));
    if (told.whole != 0) CHECK(figure(c, "tasks").rate == Number(100 * told.part, told.whole));
    CHECK(figure(c, "items").sum == Number(told.radio + told.web));
    CHECK(figure(c, "items").breakdown.at(0).second == static_cast<std::uint64_t>(told.radio));
    CHECK(figure(c, "items").breakdown.at(1).second == static_cast<std::uint64_t>(told.web));
    CHECK(figure(c, "plan").yes == static_cast<std::uint64_t>(told.yes));
    CHECK(figure(c, "iso").breakdown.at(0).second == static_cast<std::uint64_t>(told.kept));
    const DossierFigure expected{static_cast<std::uint64_t>(told.received), static_cast<std::uint64_t>(told.early),
                                 static_cast<std::uint64_t>(told.on_time), 0};
    CHECK(figure(c, "slips").dossiers == expected);
}

}  // namespace

TEST_CASE("Random reports add up as they were told, in whatever order the units come") {
    std::mt19937 random(274);
    for (int round = 0; round < 30; ++round) {
        Told told;
        std::vector<SelfReport> reports;
        std::vector<ReportingUnit> units;
        const std::size_t size = static_cast<std::size_t>(round % 7);
        for (std::size_t i = 0; i < size; ++i) reports.push_back(read(drawn(random, told)));
        for (std::size_t i = 0; i < size; ++i) units.push_back({"U" + std::to_string(i), "xa", &reports[i]});
        check_told(consolidate(outlines::small(), units), told, size);
        std::shuffle(units.begin(), units.end(), random);
        const Consolidation shuffled = consolidate(outlines::small(), units);
        check_told(shuffled, told, size);
        Names names;
        for (const ReportingUnit& unit : units)
            if (unit.report->figures.contains("meetings")) names.push_back(unit.unit);
        CHECK(figure(shuffled, "meetings").given == names);
    }
}

TEST_CASE("Sums of pairs never overflow, and counts of 64 bits refuse to") {
    SelfReport a = read(R"("tasks": {"part": 999999999999999999, "whole": 999999999999999999}, "items": {"kinds": {}})");
    const std::vector<ReportingUnit> units(12, ReportingUnit{"A", "xa", &a});
    CHECK(figure(consolidate(outlines::small(), units), "tasks").sum == Number(999999999999999999) * Number(12));
    a.figures.at("items").breakdown.at(0).second = std::uint64_t{1} << 63U;
    CHECK_THROWS_AS(consolidate(outlines::small(), units), Error);
}

TEST_CASE("The consolidated outline as JSON is the golden one") {
    const Outline outline = outlines::small();
    const SelfReport a = SelfReport::from_json(outlines::golden("self-report.json"), "self-report.json", outline, "xa");
    CHECK(a.problems.empty());
    const std::vector<ReportingUnit> units{{a.unit, "xa", &a}, {"UBND xã B", "xa", nullptr}};
    CHECK(consolidate(outline, units).to_json(outline) == outlines::golden("consolidated-outline.json"));
}

}  // namespace consolidation_test
