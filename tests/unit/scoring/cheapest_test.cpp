// The cheapest set of leaves against all subsets, each scored through the public API with the raised points as an appraisal.
#include <random>

#include "cchc/whatif.hpp"
#include "support.hpp"

namespace cheapest_test {

namespace {

using cchc::Number;

// A random set of manual leaves: two fields, one with components that rescale, and an account.
class RandomCase {
public:
    RandomCase(std::uint32_t seed, std::size_t leaves) : random_(seed) {
        std::string text = R"({"format":"cchc.criteria/1","id":"r","version":"1","title":{"vi":"r","en":"r"},)";
        if (pick(2) == 0) text += R"("rounding":{"places":1,"mode":"half_up"},)";
        if (pick(3) == 0) text += R"("not_applicable":"rescale",)";
        text += R"("valid":{"from":"2025-01-01","to":null},"legal_basis":[{"document":"d"}],)";
        std::size_t left = leaves;
        const std::size_t in_account = pick(3) == 0 && left > 3 ? 2 : 0;
        left -= in_account;
        const std::size_t first = left / 2;
        std::string fields = field("A", first, pick(2) == 0);
        fields += "," + field("B", left - first, false);
        text += R"("max":")" + max_.to_string() + R"(","fields":[)" + fields + "]";
        if (in_account > 0) text += account(in_account);
        text += bands() + "}";
        text_ = text;
    }

    std::string text_;
    cchc::Facts facts_;
    cchc::ScoreSheet sheet_;
    cchc::WhatIfOptions options_;
    std::vector<std::string> ids_;  // in the order of the set
    std::map<std::string, Number> max_of_;

    std::uint32_t pick(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }

private:
    std::string leaf(const std::string& id, bool in_account) {
        const Number max(static_cast<std::int64_t>(1 + pick(12)), 2);
        if (!in_account) sum_ += max;
        ids_.push_back(id);
        max_of_[id] = max;
        give(id, max);
        return R"({"id":")" + id + R"(","title":{"vi":"l","en":"l"},"max":")" + max.to_string() +
               R"(","rule":{"manual":{"min":"0","max":"max"}}})";
    }

    void give(const std::string& id, const Number& max) {
        if (pick(9) == 0) {
            facts_.not_applicable.push_back({id, "none", "law"});
            return;
        }
        cchc::GivenScore score;
        score.points = max * Number(static_cast<std::int64_t>(pick(5)), 4);
        sheet_[id].appraised = score;
        if (pick(2) == 0) options_.costs[id] = Number(static_cast<std::int64_t>(pick(9)), 4);
        if (pick(10) == 0) options_.fixed.insert(id);
    }

    std::string field(const std::string& id, std::size_t leaves, bool rescale) {
        std::string inside;
        sum_ = 0;
        for (std::size_t i = 0; i < leaves; ++i) inside += (i > 0 ? "," : "") + leaf(id + "." + std::to_string(i), false);
        max_ += sum_;
        return R"({"id":")" + id + R"(","title":{"vi":"f","en":"f"},"max":")" + sum_.to_string() + "\"," +
               (rescale ? R"("not_applicable":"rescale",)" : "") + R"("criteria":[)" + inside + "]}";
    }

    std::string account(std::size_t leaves) {
        std::string inside;
        for (std::size_t i = 0; i < leaves; ++i) inside += (i > 0 ? "," : "") + leaf("K." + std::to_string(i), true);
        return std::string(R"(,"accounts":[{"id":"K","title":{"vi":"k","en":"k"},"mode":")") +
               (pick(2) == 0 ? "sum" : "highest") + R"(","min":")" + (pick(2) == 0 ? "1" : "0") +
               R"(","max":"4","criteria":[)" + inside + "]}]";
    }

    std::string bands() {
        const Number high = max_ * Number(70, 100), low = max_ * Number(static_cast<std::int64_t>(20 + pick(40)), 100);
        const char* conditions[] = {R"("if":"min_leaf > 0",)",
                                    R"x("if":"points(\"A\") >= 0.6 * max_points(\"A\")",)x",
                                    R"("if":"min_leaf > 0.4 and index >= 60",)",
                                    "",
                                    "",
                                    ""};
        const char* measures[] = {"total", "exact_total", "index", "total", "points(\\\"B\\\")"};
        const std::string on = measures[pick(5)];
        const std::string top = pick(3) == 0 ? "> " : ">= ";
        std::string out = R"(,"bands":[{"id":"1","title":{"vi":"1","en":"1"},)" + std::string(conditions[pick(6)]) +
                          R"("when":")" + top + high.to_string() + R"("},{"id":"2","title":{"vi":"2","en":"2"},)" +
                          conditions[pick(6)] + R"("on":")" + on + R"(","when":")";
        out += pick(3) == 0 ? "[" + low.to_string() + ".." + high.to_string() + ")" : ">= " + low.to_string();
        out += R"("},{"id":"3","title":{"vi":"3","en":"3"},"when":"-")";
        if (pick(4) == 0) out += R"x(,"at_most":[{"if":"points(\"A\") < 2"}])x";
        return out + "}]";
    }

    std::mt19937 random_;
    Number sum_, max_;
};

struct Best {
    bool found = false;
    Number cost;
    std::vector<std::size_t> leaves;
};

bool better(const Best& a, const Best& b) {
    if (!b.found) return true;
    if (a.cost != b.cost) return a.cost < b.cost;
    if (a.leaves.size() != b.leaves.size()) return a.leaves.size() < b.leaves.size();
    return a.leaves < b.leaves;
}

// All subsets of the leaves that can move.
Best brute_force(const cchc::CriteriaSet& set, const RandomCase& c, int target) {
    std::vector<std::size_t> movable;
    for (std::size_t i = 0; i < c.ids_.size(); ++i) {
        const auto given = c.sheet_.find(c.ids_[i]);
        if (given != c.sheet_.end() && !c.options_.fixed.contains(c.ids_[i]) &&
            given->second.appraised->points < c.max_of_.at(c.ids_[i]))
            movable.push_back(i);
    }
    Best best;
    for (std::uint32_t mask = 0; mask < (1U << movable.size()); ++mask) {
        cchc::ScoreSheet sheet = c.sheet_;
        Best one{true, 0, {}};
        for (std::size_t b = 0; b < movable.size(); ++b) {
            if ((mask >> b & 1U) == 0) continue;
            const std::string& id = c.ids_[movable[b]];
            sheet[id].appraised->points = c.max_of_.at(id);
            const auto cost = c.options_.costs.find(id);
            one.cost += cost == c.options_.costs.end() ? Number(1) : cost->second;
            one.leaves.push_back(movable[b]);
        }
        if (!better(one, best)) continue;
        const cchc::Scorecard card = cchc::score(set, c.facts_, sheet);
        if (card.band >= 0 && card.band <= target) best = one;
    }
    return best;
}

// Whether there was anything to look for.
bool check(const RandomCase& c) {
    const cchc::CriteriaSet set = cchc::CriteriaSet::from_json(c.text_);
    const cchc::WhatIf result = cchc::what_if(set, c.facts_, c.sheet_, {}, c.options_);
    if (!result.next) return false;
    INFO(c.text_ << "\n" << result.to_json(set));
    REQUIRE(result.cheapest);
    const Best best = brute_force(set, c, result.next->band);
    CHECK(result.cheapest->exact);
    REQUIRE(result.cheapest->found == best.found);
    if (!best.found) return false;
    CHECK(result.cheapest->cost == best.cost);
    std::vector<std::string> expected, found;
    for (const std::size_t i : best.leaves) expected.push_back(c.ids_[i]);
    for (const cchc::LeafRaise& raise : result.cheapest->leaves)
        found.push_back(set.criteria()[static_cast<std::size_t>(raise.criterion)].id);
    CHECK(found == expected);
    return true;
}

// A set of n leaves of 10 points in one field; the unit has so many of each.
struct Row {
    std::string text;
    cchc::ScoreSheet sheet;
    cchc::WhatIfOptions options;
};
Row row_of(std::size_t leaves, std::uint32_t seed, const std::string& when) {
    std::mt19937 random(seed);
    Row row;
    std::string inside;
    for (std::size_t i = 0; i < leaves; ++i) {
        const std::string id = "l" + std::to_string(i);
        inside += std::string(i > 0 ? "," : "") + R"({"id":")" + id +
                  R"(","title":{"vi":"l","en":"l"},"max":10,"rule":{"manual":{"min":"0","max":"max"}}})";
        cchc::GivenScore score;
        score.points = Number(static_cast<std::int64_t>(random() % 1000), 100);
        row.sheet[id].appraised = score;
        row.options.costs[id] = Number(static_cast<std::int64_t>(1 + random() % 900), 100);
    }
    const std::string max = std::to_string(leaves * 10);
    row.text =
        R"({"format":"cchc.criteria/1","id":"r","version":"1","title":{"vi":"r","en":"r"},"valid":{"from":"2025-01-01","to":null},"legal_basis":[{"document":"d"}],"max":)" +
        max + R"(,"fields":[{"id":"A","title":{"vi":"a","en":"a"},"max":)" + max + R"(,"criteria":[)" + inside +
        R"(]}],"bands":[{"id":"good","title":{"vi":"tốt","en":"good"},"when":")" + when +
        R"("},{"id":"rest","title":{"vi":"khác","en":"rest"},"when":"-"}]})";
    return row;
}

}  // namespace

TEST_CASE("the cheapest set is the best of all subsets") {
    int looked_for = 0;
    for (std::uint32_t seed = 1; seed <= 500; ++seed) looked_for += check(RandomCase(seed, 4 + seed % 6)) ? 1 : 0;
    CHECK(looked_for > 50);
    for (const std::uint32_t seed : {1001U, 1002U, 1005U}) check(RandomCase(seed, 13));
}

TEST_CASE("forty leaves are searched to the end, more are not") {
    for (const std::uint32_t seed : {1U, 2U, 3U}) {
        const Row row = row_of(40, seed, ">= 300");
        const cchc::CriteriaSet set = cchc::CriteriaSet::from_json(row.text);
        const auto result = cchc::what_if(set, {}, row.sheet, {}, row.options);
        REQUIRE(result.cheapest);
        CHECK(result.cheapest->found);
        CHECK(result.cheapest->exact);
        CHECK(result.cheapest->band == 0);
    }
    const Row row = row_of(41, 4, ">= 300");
    const cchc::CriteriaSet set = cchc::CriteriaSet::from_json(row.text);
    const auto result = cchc::what_if(set, {}, row.sheet, {}, row.options);
    REQUIRE(result.cheapest);
    CHECK(result.cheapest->found);
    CHECK_FALSE(result.cheapest->exact);
    CHECK(*result.cheapest->total >= Number(300));
    // No leaf of it can be left out.
    for (const cchc::LeafRaise& raise : result.cheapest->leaves)
        CHECK(*result.cheapest->total - (raise.to - raise.from) < Number(300));
}

TEST_CASE("equal leaves: the first in the set, and no time lost") {
    Row row = row_of(40, 1, "> 100");
    for (auto& [id, given] : row.sheet) given.appraised->points = 0;
    row.options.costs.clear();
    row.options.fixed = {"l0"};
    const cchc::CriteriaSet set = cchc::CriteriaSet::from_json(row.text);
    const auto result = cchc::what_if(set, {}, row.sheet, {}, row.options);
    REQUIRE(result.cheapest->leaves.size() == 11);  // 10 × 10 is not more than 100
    CHECK(result.next->more_than);
    CHECK(*result.next->missing == Number(100));
    for (std::size_t i = 0; i < 11; ++i)
        CHECK(set.criteria()[static_cast<std::size_t>(result.cheapest->leaves[i].criterion)].id ==
              "l" + std::to_string(i + 1));
    CHECK(result.cheapest->exact);
}

}  // namespace cheapest_test
