// Figures of a self-report as facts.
#include "cchc/self_report.hpp"
#include "outlines.hpp"
#include "test.hpp"

namespace outline_facts_test {

using namespace cchc;

namespace {

Facts of(const std::string& figures, const Outline& outline = outlines::small()) {
    return facts(SelfReport::from_json(outlines::report(figures), "a.json", outline, "xa"), outline, "xa");
}

}  // namespace

TEST_CASE("Each type of figure becomes its facts") {
    const Facts f = of(outlines::whole_answer);
    CHECK(f.unit == "UBND xã A");
    CHECK(f.kind == "xa");
    CHECK(f.source == "a.json");
    CHECK(f.from == make_date(2020, 1, 1));
    CHECK(f.to == make_date(2020, 10, 1));
    const std::map<std::string, FactValue, std::less<>> expected{
        {"o.words", std::string("Có phong trào thi đua")},
        {"o.plan", true},
        {"o.iso", std::string("kept")},
        {"o.meetings", Decimal(3)},
        {"o.done", Decimal(18)},
        {"o.planned", Decimal(20)},
        {"o.share", Decimal(855, 1)},
        {"o.income", Decimal(3500005, 1)},
        {"o.day", std::string("2020-03-01")},
        {"o.papers", Decimal(2)},
        {"o.items", Decimal(4)},
        {"o.radio", Decimal(0)},
        {"o.web", Decimal(4)},
        {"o.par", Decimal(8125, 2)},  // 2019: the rank of 2020 is no value
    };
    CHECK(f.values == expected);
}

TEST_CASE("A figure that is wrong, not applicable or not asked for a fact gives none") {
    CHECK(of(R"("meetings": {"value": -1}, "plan": {"value": false})").values.size() == 1);
    CHECK(of(R"("staff": {"value": 5})").values.empty());
    const Outline outline = outlines::small();
    const SelfReport report =
        SelfReport::from_json(outlines::report("", R"(, "not_applicable": {"meetings": "không có"})"), "a.json", outline);
    const Facts f = facts(report, outline);
    CHECK(f.values.empty());
    CHECK(f.not_applicable.empty());
}

TEST_CASE("Two indices of one year give no fact unless they agree") {
    CHECK(of(R"("par": {"indices": [{"name": "A", "year": 2019, "value": 1}, {"name": "B", "year": 2019, "value": 2}]})")
              .values.empty());
    CHECK(of(R"("par": {"indices": [{"name": "A", "year": 2019, "value": 2}, {"name": "B", "year": 2019, "value": 2}]})")
              .values.at("o.par") == FactValue(Decimal(2)));
    CHECK(of(R"("par": {"indices": [{"name": "A", "year": 2018, "value": 1}, {"name": "B", "year": 2018, "value": 2},
                                    {"name": "A", "year": 2019, "value": 3}]})")
              .values.at("o.par") == FactValue(Decimal(3)));
}

}  // namespace outline_facts_test
