// What is missing to the next band, and what moving facts gain; every case worked by hand.
#include "cchc/whatif.hpp"

#include "cchc/error.hpp"
#include "scoring/entry.hpp"
#include "support.hpp"

namespace whatif_test {

namespace {

using cchc::Decimal;
using cchc::FactMove;
using cchc::MoveKind;
using cchc::Number;

cchc::CriteriaSet read(const std::string& text) { return cchc::CriteriaSet::from_json(text); }

// A set of leaves with a maximum of 10 each in one field.
std::string set_of(const std::vector<std::pair<std::string, std::string>>& leaves, const std::string& more) {
    std::string inside;
    for (const auto& [id, rest] : leaves)
        inside += std::string(inside.empty() ? "" : ",") + R"({"id":")" + id +
                  R"(","title":{"vi":"tiêu chí","en":"leaf"},"max":10,)" + rest + "}";
    const std::string max = std::to_string(leaves.size() * 10);
    return R"({"format":"cchc.criteria/1","id":"t","version":"1","title":{"vi":"bộ thử","en":"a test"},)"
           R"("valid":{"from":"2025-01-01","to":null},"legal_basis":[{"document":"d"}],"max":)" +
           max + "," + more + R"("fields":[{"id":"F","title":{"vi":"f","en":"f"},"max":)" + max + R"(,"criteria":[)" +
           inside + "]}]}";
}

std::string bands(const std::string& good) {
    return R"("bands":[{"id":"good","title":{"vi":"Tốt","en":"Good"},)" + good +
           R"(},{"id":"rest","title":{"vi":"Còn lại","en":"Rest"},"when":"-"}],)";
}

const std::string by_fact = R"("rule":{"points":"x"})";

cchc::Facts facts_of(decltype(cchc::Facts::values) values) {
    cchc::Facts facts;
    facts.unit = "u";
    facts.values = std::move(values);
    return facts;
}
cchc::FactValue number(const char* text) { return *Decimal::parse(text); }

cchc::NextBand next_of(const std::string& rounding, const std::string& good, const char* x) {
    const auto set = read(set_of({{"1", by_fact}}, rounding + bands(good)));
    const auto result = cchc::what_if(set, facts_of({{"x", number(x)}}));
    REQUIRE(result.next);
    return *result.next;
}

const FactMove* find(const cchc::WhatIf& result, MoveKind kind, const std::string& fact) {
    for (const cchc::LeafOutlook& leaf : result.leaves)
        for (const FactMove& move : leaf.moves)
            if (move.kind == kind && move.changes.front().name == fact) return &move;
    return nullptr;
}

std::string to_of(const FactMove& move) { return std::get<Decimal>(move.changes.front().to).to_string(); }

}  // namespace

TEST_CASE("the points missing count rounding and the side of the bound") {
    struct Case {
        const char *rounding, *when, *x, *missing;
        bool more_than;
    };
    const Case cases[] = {
        {"", ">= 7.5", "7.25", "0.25", false},
        {"", "> 7.5", "7.5", "0", true},
        {"", "(7.5..10]", "7.25", "0.25", true},
        {R"("rounding":{"places":1,"mode":"half_up"},)", ">= 7.5", "7.44", "0.01", false},
        {R"("rounding":{"places":1,"mode":"half_up"},)", "> 7.5", "7.44", "0.11", false},
        {R"("rounding":{"places":1,"mode":"half_down"},)", ">= 7.5", "7.44", "0.01", true},
        {R"("rounding":{"places":1,"mode":"half_even"},)", ">= 7.5", "7.44", "0.01", true},
        {R"("rounding":{"places":1,"mode":"half_even"},)", ">= 7.6", "7.44", "0.11", false},
        {R"("rounding":{"places":1,"mode":"down"},)", ">= 7.5", "7.44", "0.06", false},
        {R"("rounding":{"places":1,"mode":"up"},)", ">= 7.5", "7.31", "0.09", true},
        {R"("rounding":{"places":0,"mode":"half_up"},)", ">= 7.2", "7.2", "0.3", false},
        {"", "7, 9", "7.5", "1.5", false},
        {"", "not(< 9)", "7.5", "1.5", false},
    };
    for (const Case& c : cases) {
        INFO(c.rounding << c.when << " at " << c.x);
        const auto next = next_of(c.rounding, std::string(R"("when":")") + c.when + "\"", c.x);
        REQUIRE(next.missing);
        CHECK(next.missing->to_exact_string() == c.missing);
        CHECK(next.more_than == c.more_than);
    }
}

TEST_CASE("just what is missing reaches the band, and a little less does not") {
    const cchc::Rounding roundings[] = {{1, cchc::RoundingMode::half_up},   {1, cchc::RoundingMode::half_even},
                                        {0, cchc::RoundingMode::half_down}, {2, cchc::RoundingMode::up},
                                        {1, cchc::RoundingMode::down},      {0, cchc::RoundingMode::floor},
                                        {1, cchc::RoundingMode::ceiling}};
    for (const cchc::Rounding& r : roundings)
        for (const int grid : {-3, -1, 0, 1, 2, 5}) {
            const Number value = Number(grid) * Number(10).power(-r.places), bit(1, 1000);
            const auto entry = cchc::scoring::rounds_to(value, r);
            INFO(static_cast<int>(r.mode) << " " << value.to_string());
            CHECK((entry.at.rounded(r.places, r.mode) >= value) == !entry.open);
            CHECK((entry.at + bit).rounded(r.places, r.mode) >= value);
            CHECK((entry.at - bit).rounded(r.places, r.mode) < value);
        }
}

TEST_CASE("what a band measures is said in points") {
    const auto on_index = next_of("", R"("on":"index","when":">= 90")", "6");
    CHECK(*on_index.needed == Number(90));
    CHECK(*on_index.value == Number(60));
    CHECK(*on_index.missing == Number(3));
    const auto on_expression = next_of("", R"("on":"2 * total","when":">= 16")", "6");
    CHECK(*on_expression.needed == Number(16));
    CHECK_FALSE(on_expression.missing);
    CHECK_FALSE(on_expression.reason.empty());
}

TEST_CASE("conditions besides points are named") {
    const auto set = read(set_of(
        {{"1", by_fact}, {"2", R"("rule":{"manual":{"min":"0","max":"8"}})"}},
        R"("bands":[{"id":"a","title":{"vi":"A","en":"A"},"when":">= 15","if":"min_leaf > 0 and clean"},)"
        R"({"id":"b","title":{"vi":"B","en":"B"},"when":">= 5"},)"
        R"({"id":"c","title":{"vi":"C","en":"C"},"when":"-","at_most":[{"if":"x < 3","title":{"vi":"ít","en":"few"}}]}],)"));
    cchc::ScoreSheet sheet;
    cchc::GivenScore given;
    given.points = 0;
    sheet["2"].appraised = given;
    auto result = cchc::what_if(set, facts_of({{"x", number("8")}, {"clean", false}}), sheet);
    REQUIRE(result.next);
    CHECK(result.next->band == 0);
    CHECK(*result.next->missing == Number(7));
    REQUIRE(result.next->not_met.size() == 1);
    CHECK(result.next->not_met[0].expression == "min_leaf > 0 and clean");
    CHECK_FALSE(result.cheapest->found);  // no points make it clean
    CHECK(result.cheapest->exact);
    result = cchc::what_if(set, facts_of({{"x", number("8")}, {"clean", true}}), sheet);
    REQUIRE(result.cheapest->found);
    REQUIRE(result.cheapest->leaves.size() == 1);  // a manual leaf goes as high as people may: 8 + 8
    CHECK(result.cheapest->leaves[0].to == Number(8));
    CHECK(*result.cheapest->total == Number(16));
    // Held down, whatever the points are.
    result = cchc::what_if(set, facts_of({{"x", number("2")}, {"clean", true}}), sheet);
    CHECK(result.now.band == 2);
    CHECK(result.next->band == 1);
    CHECK(*result.next->missing == Number(3));
    REQUIRE(result.next->not_met.size() == 1);
    CHECK(result.next->not_met[0].at_most);
    CHECK_FALSE(result.cheapest->found);
    // Nothing is better than the best.
    given.points = 8;
    sheet["2"].appraised = given;
    CHECK_FALSE(cchc::what_if(set, facts_of({{"x", number("8")}, {"clean", true}}), sheet).next);
}

TEST_CASE("a unit without a band, above the upper end of the one below") {
    const auto set =
        read(set_of({{"1", by_fact}}, R"("bands":[{"id":"a","title":{"vi":"A","en":"A"},"when":"(8..10]","if":"clean"},)"
                                      R"({"id":"b","title":{"vi":"B","en":"B"},"when":"[5..8]"}],)"));
    const auto result = cchc::what_if(set, facts_of({{"x", number("9")}, {"clean", false}}));
    CHECK(result.now.band == -1);
    REQUIRE(result.next);
    CHECK(result.next->band == 0);
    CHECK(result.next->missing->sign() == 0);
    CHECK(result.next->not_met.size() == 1);
}

TEST_CASE("a fact moves to the next row of the table") {
    const std::string rows =
        R"x("hit":"unique","rows":[{"when":{"rate":">= 95"},"points":"max"},{"when":{"rate":"(80..95)"},"points":"5"},)x"
        R"x({"when":{"rate":"<= 80"},"points":"0"}])x";
    const auto plain = read(set_of({{"1", R"("rule":{)" + rows + "}"}}, bands(R"("when":">= 10")")));
    const auto at = [&](const char* rate) {
        const auto result = cchc::what_if(plain, facts_of({{"rate", number(rate)}}));
        const FactMove* move = find(result, MoveKind::next_row, "rate");
        return move == nullptr ? std::string() : to_of(*move) + " +" + move->gain.to_string();
    };
    CHECK(at("70") == "81 +5");      // above 80, on the grid of the fact
    CHECK(at("79.5") == "80.1 +5");  // the same, with one decimal
    CHECK(at("80") == "81 +5");
    CHECK(at("94.99") == "95 +5");
    CHECK(at("95").empty());
    // Through a let: a share of dossiers, in whole dossiers, from either side.
    const auto ratio =
        read(set_of({{"1", R"("when_no_case":"full","rule":{"let":{"rate":"100 * done / all"},)" + rows + "}"}},
                    bands(R"("when":">= 10")")));
    const auto result = cchc::what_if(ratio, facts_of({{"done", number("560")}, {"all", number("600")}}));
    CHECK(to_of(*find(result, MoveKind::next_row, "done")) == "570");
    CHECK(to_of(*find(result, MoveKind::next_row, "all")) == "589");  // 560/589 = 95.08 %, 560/590 = 94.9 %
    CHECK(*find(result, MoveKind::next_row, "done")->total == Number(10));
    CHECK(find(result, MoveKind::next_row, "done")->band == 0);
    CHECK(find(result, MoveKind::one_more, "done")->gain.sign() == 0);
    const auto edge = cchc::what_if(ratio, facts_of({{"done", number("569")}, {"all", number("600")}}));
    CHECK(find(edge, MoveKind::one_more, "done")->gain == Number(5));
    const auto over = cchc::what_if(ratio, facts_of({{"done", number("570")}, {"all", number("600")}}));
    CHECK(find(over, MoveKind::one_less, "done")->gain == Number(-5));
    CHECK(find(over, MoveKind::one_more, "all")->gain == Number(-5));
    CHECK(find(over, MoveKind::next_row, "done") == nullptr);
}

TEST_CASE("truth values and texts move too, inside the dictionary") {
    const auto set = read(set_of(
        {{"1", R"("rule":{"points":"if issued then max else 0"})"},
         {"2",
          R"("rule":{"hit":"unique","rows":[{"when":{"grade":"\"A\""},"points":"10"},{"when":{"grade":"\"B\",\"C\""},"points":"6"},{"when":{"grade":"\"D\""},"points":"1"}]})"},
         {"3",
          R"("rule":{"hit":"first","rows":[{"when":{"n":">= 50"},"points":"10"},{"when":{"n":">= 20"},"points":"4"},{"when":{},"points":"0"}]})"}},
        bands(R"("when":">= 10")") +
            R"("facts":{"issued":{"type":"boolean"},"grade":{"type":"string"},"n":{"type":"number","min":0,"max":20}},)"));
    const auto result = cchc::what_if(set, facts_of({{"issued", false}, {"grade", std::string("D")}, {"n", number("20")}}));
    CHECK(find(result, MoveKind::next_row, "issued")->gain == Number(10));
    const FactMove* grade = find(result, MoveKind::next_row, "grade");
    REQUIRE(grade != nullptr);
    CHECK(std::get<std::string>(grade->changes[0].to) == "B");  // the next better, not the best
    CHECK(grade->gain == Number(5));
    CHECK(find(result, MoveKind::next_row, "n") == nullptr);  // 50 is beyond what the fact may be
    CHECK(find(result, MoveKind::one_more, "n") == nullptr);
    CHECK(find(result, MoveKind::one_less, "n")->gain == Number(-4));
    const auto none = cchc::what_if(set, facts_of({{"issued", false}, {"grade", std::string("D")}, {"n", number("0")}}));
    CHECK(find(none, MoveKind::one_less, "n") == nullptr);  // never below 0
    CHECK(to_of(*find(none, MoveKind::next_row, "n")) == "20");
    // What a person gave counts, whatever the facts say.
    cchc::ScoreSheet sheet;
    cchc::GivenScore given;
    given.points = 3;
    sheet["3"].appraised = given;
    const auto appraised =
        cchc::what_if(set, facts_of({{"issued", true}, {"grade", std::string("A")}, {"n", number("0")}}), sheet);
    CHECK(find(appraised, MoveKind::next_row, "n") == nullptr);
}

TEST_CASE("one dossier from late to on time changes both facts, and every leaf that reads them") {
    const auto set =
        read(set_of({{"1", R"x("when_no_case":"full","rule":{"points":"max * d.on_time / (d.on_time + d.overdue)"})x"},
                     {"2", R"("rule":{"points":"max - d.overdue"})"}},
                    bands(R"("when":">= 19")")));
    const auto result = cchc::what_if(set, facts_of({{"d.on_time", number("8")}, {"d.overdue", number("2")}}));
    const FactMove* move = find(result, MoveKind::late_to_on_time, "d.overdue");
    REQUIRE(move != nullptr);
    REQUIRE(move->changes.size() == 2);
    CHECK(to_of(*move) == "1");
    CHECK(std::get<Decimal>(move->changes[1].to) == Decimal(9));
    CHECK(*move->points == Number(9));
    CHECK(move->gain == Number(1));
    CHECK(*move->total_gain == Number(2));
    CHECK(find(result, MoveKind::one_less, "d.overdue")->gain == Number(80, 9) - Number(8));
    const auto text = result.to_text(set, cchc::Lang::vi);
    CHECK(text.find("1 hồ sơ từ quá hạn thành đúng hạn") != std::string::npos);
    CHECK(text.find("còn thiếu 3 điểm") != std::string::npos);
    CHECK(*result.next->missing == Number(3));
    const auto json = result.to_json(set);
    CHECK(json.find("\"cchc.whatif/1\"") != std::string::npos);
    CHECK(json.find("\"gain_exact\": \"8/9\"") != std::string::npos);
    const auto none = cchc::what_if(set, facts_of({{"d.on_time", number("8")}, {"d.overdue", number("0")}}));
    CHECK(find(none, MoveKind::late_to_on_time, "d.overdue") == nullptr);
}

TEST_CASE("a leaf can be raised as far as its next row only") {
    const std::string table =
        R"("rule":{"hit":"first","rows":[{"when":{"x":">= 9"},"points":"10"},{"when":{"x":">= 5"},"points":"6"},{"when":{},"points":"0"}]})";
    const auto set = read(set_of({{"1", table}, {"2", R"("rule":{"points":"y"})"}}, bands(R"("when":">= 6")")));
    cchc::WhatIfOptions options;
    options.reach = cchc::WhatIfOptions::Reach::next_row;
    const auto result = cchc::what_if(set, facts_of({{"x", number("1")}, {"y", number("0")}}), {}, {}, options);
    REQUIRE(result.cheapest->found);
    REQUIRE(result.cheapest->leaves.size() == 1);
    CHECK(result.cheapest->leaves[0].to == Number(6));
    options.fixed.insert("1");
    const auto none = cchc::what_if(set, facts_of({{"x", number("1")}, {"y", number("0")}}), {}, {}, options);
    CHECK_FALSE(none.cheapest->found);
}

TEST_CASE("what cannot be answered says why") {
    const auto set = read(set_of({{"1", by_fact}}, bands(R"("when":">= 5")")));
    const auto open = cchc::what_if(set, facts_of({}));
    CHECK(open.next->reason == "the total is not complete");
    CHECK(open.cheapest->reason == "the total is not complete");
    CHECK_FALSE(open.leaves[0].room);
    const auto refused = [&](const cchc::WhatIfOptions& options) {
        try {
            (void)cchc::what_if(set, facts_of({{"x", number("6")}}), {}, {}, options);
        } catch (const cchc::Error& error) {
            return static_cast<int>(error.code());
        }
        return 0;
    };
    cchc::WhatIfOptions options;
    options.band = "good";
    CHECK(refused(options) == 102);  // the unit is in it
    options.band = "gold";
    CHECK(refused(options) == 302);
    options.band.clear();
    options.costs["1"] = Number(-1);
    CHECK(refused(options) == 102);
    options.costs["1"] = Number(1, 3);
    CHECK(refused(options) == 102);
    options.costs.clear();
    options.costs["F"] = 1;
    CHECK(refused(options) == 302);
    options.costs.clear();
    options.fixed.insert("9");
    CHECK(refused(options) == 302);
}

TEST_CASE("the built-in sets can be asked") {
    for (const std::string& id : cchc::CriteriaSet::builtin_ids()) {
        const auto set = cchc::CriteriaSet::builtin(id);
        cchc::Facts facts;
        facts.unit = "u";
        if (!set.units().empty()) facts.kind = set.units().front();
        for (const std::string& name : set.fact_names()) {
            facts.values[name] = Decimal(10);
            for (const auto& d : set.facts()) {
                if (d.name != name) continue;
                if (d.type == cchc::FactDefinition::Type::boolean) facts.values[name] = true;
                if (d.type == cchc::FactDefinition::Type::string)
                    facts.values[name] = d.values.empty() ? std::string("x") : d.values.front();
            }
        }
        INFO(id);
        const auto result = cchc::what_if(set, facts);
        CHECK(result.leaves.size() == result.now.leaves.size());
        CHECK_FALSE(result.to_text(set, cchc::Lang::en).empty());
        CHECK(result.to_json(set) == cchc::what_if(set, facts).to_json(set));
    }
}

}  // namespace whatif_test
