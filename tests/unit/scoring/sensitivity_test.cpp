// Ranks under perturbation: the draws do not depend on how they are split, nothing moves without an interval, and a small
// case is drawn again here, from the definition of the generator.
#include <thread>

#include "cchc/error.hpp"
#include "cchc/sensitivity.hpp"
#include "support.hpp"

namespace sensitivity_test {

namespace {

using cchc::Number;
using cchc::Scorecard;
using cchc::Sensitivity;

struct Shape {
    std::string more;     // of the set
    std::string account;  // of the set
    std::string first;    // of the first field
    std::size_t fields = 2, leaves = 3;
};

std::string set_text(const Shape& shape) {
    std::string fields;
    for (std::size_t f = 0; f < shape.fields; ++f) {
        std::string inside;
        for (std::size_t l = 0; l < shape.leaves; ++l)
            inside += std::string(l > 0 ? "," : "") + R"({"id":")" + std::to_string(f) + "." + std::to_string(l) +
                      R"(","title":{"vi":"l","en":"l"},"max":10,"rule":{"manual":{"min":"0","max":"max"}}})";
        fields += std::string(f > 0 ? "," : "") + R"({"id":"f)" + std::to_string(f) + R"(","title":{"vi":"f","en":"f"},)" +
                  (f == 0 ? shape.first : "") + R"("max":)" + std::to_string(shape.leaves * 10) + R"(,"criteria":[)" +
                  inside + "]}";
    }
    return R"({"format":"cchc.criteria/1","id":"s","version":"1","title":{"vi":"thử","en":"test"},)"
           R"("valid":{"from":"2025-01-01","to":null},"legal_basis":[{"document":"d"}],)" +
           shape.more + R"("max":)" + std::to_string(shape.fields * shape.leaves * 10) + R"(,"fields":[)" + fields + "]" +
           shape.account + "}";
}

const std::string account_text =
    R"(,"accounts":[{"id":"k","title":{"vi":"k","en":"k"},"mode":"sum","min":0,"max":5,"criteria":[)"
    R"({"id":"k.0","title":{"vi":"k","en":"k"},"max":4,"rule":{"manual":{"min":"0","max":"max"}}},)"
    R"({"id":"k.1","title":{"vi":"k","en":"k"},"max":0,"min":-3,"rule":{"manual":{"min":"-3","max":"0"}}}]},)"
    R"({"id":"h","title":{"vi":"h","en":"h"},"mode":"highest","max":3,"criteria":[)"
    R"({"id":"h.0","title":{"vi":"h","en":"h"},"max":4,"rule":{"manual":{"min":"0","max":"max"}}},)"
    R"({"id":"h.1","title":{"vi":"h","en":"h"},"max":2,"rule":{"manual":{"min":"0","max":"max"}}}]}])";

// A small generator of its own, so that the cases do not lean on the one under test.
class Cases {
public:
    std::uint32_t next(std::uint32_t n) {
        state_ = state_ * 1664525U + 1013904223U;
        return (state_ >> 8) % n;
    }

private:
    std::uint32_t state_ = 7;
};

std::vector<Scorecard> cards_of(const cchc::CriteriaSet& set, std::size_t units, bool some_missing = false) {
    Cases random;
    std::vector<Scorecard> cards;
    for (std::size_t u = 0; u < units; ++u) {
        cchc::Facts facts;
        facts.unit = "unit " + std::to_string(u);
        if (!set.units().empty()) facts.kind = set.units()[u % set.units().size()];
        cchc::ScoreSheet sheet;
        for (const cchc::Criterion& c : set.criteria()) {
            if (!c.leaf) continue;
            cchc::GivenScore score;
            const Number least = c.min.value_or(Number());
            score.points = least + (c.max[0] - least) * Number(static_cast<std::int64_t>(random.next(7)), 6);
            if (random.next(12) == 0) {
                facts.not_applicable.push_back({c.id, "none", "law"});
            } else if (!(some_missing && u == 1)) {
                sheet[c.id].appraised = score;
            }
        }
        cards.push_back(cchc::score(set, facts, sheet));
    }
    return cards;
}

std::string json_of(const cchc::CriteriaSet& set, const Sensitivity& s) { return s.result().to_json(set); }

cchc::SensitivityOptions wide() {
    cchc::SensitivityOptions options;
    options.points = Number(1, 5);
    options.weights = Number(1, 4);
    options.seed = 42;
    return options;
}

const cchc::SensitivityUnit& unit_of(const cchc::SensitivityResult& result, const std::string& name) {
    for (const auto& unit : result.units)
        if (unit.unit == name) return unit;
    throw std::runtime_error(name);
}

std::uint64_t split_mix(std::uint64_t seed, std::uint64_t n) {
    std::uint64_t z = seed + (n + 1) * 0x9E3779B97F4A7C15U;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

}  // namespace

TEST_CASE("any split of the draws, any order and two threads give the same bytes") {
    const auto set = cchc::CriteriaSet::from_json(set_text({R"("not_applicable":"rescale",)", account_text, "", 3, 3}));
    const auto cards = cards_of(set, 17);
    Sensitivity whole(set, cards, wide());
    whole.run(0, 240);
    const std::string expected = json_of(set, whole);
    const Sensitivity empty(set, cards, wide());
    SECTION("parts, merged out of order") {
        Sensitivity a = empty, b = empty;
        Sensitivity c(set, cards, wide());
        a.run(100, 240);
        b.run(7, 100);
        c.run(0, 7);
        b.merge(a);
        b.merge(c);
        CHECK(json_of(set, b) == expected);
    }
    SECTION("one object, draw by draw") {
        Sensitivity a = empty;
        for (std::uint64_t i = 240; i-- > 0;) a.run(i, i + 1);
        CHECK(json_of(set, a) == expected);
    }
    SECTION("threads") {
        Sensitivity a = empty, b = empty;
        std::thread one([&] { a.run(0, 120); });
        std::thread two([&] { b.run(120, 240); });
        one.join();
        two.join();
        a.merge(b);
        CHECK(json_of(set, a) == expected);
    }
    SECTION("units in another order") {
        const std::vector<Scorecard> reversed(cards.rbegin(), cards.rend());
        Sensitivity a(set, reversed, wide());
        a.run(0, 240);
        CHECK(json_of(set, a) == expected);
    }
    SECTION("another seed gives something else") {
        auto options = wide();
        options.seed = 43;
        Sensitivity a(set, cards, options);
        a.run(0, 240);
        CHECK(a.result().mean_change != whole.result().mean_change);
    }
}

TEST_CASE("without an interval every draw is the nominal ranking") {
    for (const std::string ties : {"", R"("ties":"dense",)", R"x("tie_break":["points(\"f0\")"],)x"}) {
        const auto set =
            cchc::CriteriaSet::from_json(set_text({ties + R"("not_applicable":"rescale",)", account_text, "", 2, 2}));
        const auto cards = cards_of(set, 40);
        auto options = wide();
        options.points = options.weights = 0;
        Sensitivity s(set, cards, options);
        s.run(5, 25);
        const auto result = s.result();
        CHECK(result.mean_change->sign() == 0);
        bool tied = false;
        for (const auto& row : cchc::rank(set, cards)) tied = tied || row.tied;
        CHECK(tied);
        for (const auto& unit : result.units) {
            CHECK(*unit.mean == Number(*unit.rank));
            CHECK(unit.best == *unit.rank);
            CHECK(unit.p95 == *unit.rank);
            CHECK(unit.histogram == decltype(unit.histogram){{*unit.rank, 20}});
        }
    }
}

TEST_CASE("a hand case, drawn again") {
    const auto set = cchc::CriteriaSet::from_json(set_text({"", "", "", 1, 1}));
    std::vector<Scorecard> cards;
    for (const auto& [name, points] : {std::pair("a", Number(99, 10)), std::pair("b", Number(93, 10))}) {
        cchc::Facts facts;
        facts.unit = name;
        cchc::ScoreSheet sheet;
        cchc::GivenScore score;
        score.points = points;
        sheet["0.0"].appraised = score;
        cards.push_back(cchc::score(set, facts, sheet));
    }
    cchc::SensitivityOptions options;
    options.points = Number(1, 10);
    options.seed = 9;
    Sensitivity s(set, cards, options);
    s.run(0, 4000);
    // One field, then one leaf for each unit. Points move by -1 to 1, in millionths, and end at 10.
    std::uint64_t b_first = 0, tied = 0;
    for (std::uint64_t draw = 0; draw < 4000; ++draw) {
        const std::uint64_t sequence = split_mix(9, draw);
        const auto points = [&](std::uint64_t n, std::int64_t nominal) {
            const double share = static_cast<double>(split_mix(sequence, n) >> 1) / 9223372036854775808.0;
            const auto moved = nominal + static_cast<std::int64_t>(share * 2'000'001.0) - 1'000'000;
            return std::min<std::int64_t>(moved, 10'000'000);
        };
        const std::int64_t a = points(1, 9'900'000), b = points(2, 9'300'000);
        b_first += b > a ? 1 : 0;
        tied += b == a ? 1 : 0;
    }
    const auto result = s.result();
    const auto& b = unit_of(result, "b");
    CHECK(*b.rank == 2);
    REQUIRE(b.histogram.size() == 2);
    CHECK(b.histogram[0] == std::pair<std::int64_t, std::uint64_t>(1, b_first));
    CHECK(b.histogram[1].second == 4000 - b_first);
    // Where both are cut to 10, the nominal order stays: no draw ties them.
    CHECK(tied > 0);
    CHECK(*b.mean == Number(static_cast<std::int64_t>(b_first + 2 * (4000 - b_first)), 4000));
    CHECK(*result.mean_change == Number(static_cast<std::int64_t>(b_first), 4000));
    CHECK(b.best == 1);
    CHECK(b.worst == 2);
    CHECK(b.p5 == 1);
    CHECK(b.p95 == 2);
    // The share of draws in which b − a exceeds 0.6: (2 − 0.6)² / 8 = 24.5 %, less those where a cannot fall behind.
    CHECK(b_first > 880);
    CHECK(b_first < 1080);
}

TEST_CASE("the fast totals are those of scoring everything again") {
    const Shape shapes[] = {{"", "", "", 3, 3},
                            {R"("not_applicable":"rescale",)", account_text, "", 3, 2},
                            {"", account_text, R"("not_applicable":"rescale",)", 2, 3}};
    for (Shape shape : shapes) {
        const auto fast = cchc::CriteriaSet::from_json(set_text(shape));
        shape.more += R"("rank_by":"exact_total + 0",)";
        const auto slow = cchc::CriteriaSet::from_json(set_text(shape));
        for (auto options : {wide(), cchc::SensitivityOptions{}}) {
            options.leaf_points["0.1"] = Number(1, 2);
            Sensitivity a(fast, cards_of(fast, 12), options), b(slow, cards_of(slow, 12), options);
            a.run(0, 40);
            b.run(0, 40);
            CHECK(json_of(fast, a) == json_of(slow, b));
            CHECK(a.result().mean_change->sign() > 0);
        }
    }
}

TEST_CASE("the ranking without each field") {
    const auto set = cchc::CriteriaSet::from_json(set_text({"", "", "", 2, 1}));
    std::vector<Scorecard> cards;
    const std::int64_t points[3][2] = {{10, 1}, {5, 5}, {0, 9}};  // 11, 10, 9
    for (std::size_t u = 0; u < 3; ++u) {
        cchc::Facts facts;
        facts.unit = std::string(1, static_cast<char>('a' + u));
        cchc::ScoreSheet sheet;
        cchc::GivenScore score;
        for (std::size_t f = 0; f < 2; ++f) {
            score.points = points[u][f];
            sheet[std::to_string(f) + ".0"].appraised = score;
        }
        cards.push_back(cchc::score(set, facts, sheet));
    }
    const auto result = Sensitivity(set, cards).result();
    CHECK(result.draws == 0);
    CHECK_FALSE(result.mean_change);
    using Ranks = std::vector<std::optional<std::int64_t>>;
    CHECK(unit_of(result, "a").without == Ranks{3, 1});
    CHECK(unit_of(result, "b").without == Ranks{2, 2});
    CHECK(unit_of(result, "c").without == Ranks{1, 3});
    CHECK(result.mean_change_without == std::vector<Number>{Number(4, 3), Number(0)});
}

TEST_CASE("units outside the ranking stay outside, kinds can be ranked by themselves") {
    const auto set = cchc::CriteriaSet::from_json(set_text({R"("units":["p","q","r"],"unranked":["r"],)", "", "", 2, 2}));
    const auto cards = cards_of(set, 12, true);
    auto options = wide();
    options.ranking.outside = {"unit 0"};
    options.ranking.by_kind = true;
    Sensitivity s(set, cards, options);
    s.run(0, 50);
    const auto result = s.result();
    std::size_t ranked = 0;
    for (const auto& unit : result.units) {
        const bool outside = unit.unit == "unit 0" || unit.unit == "unit 1" || unit.kind == "r";
        CHECK(unit.rank.has_value() != outside);
        CHECK(unit.histogram.empty() == outside);
        CHECK(unit.reason.empty() != outside);
        if (outside) continue;
        ++ranked;
        CHECK(unit.worst <= 4);
        CHECK(unit.group == unit.kind);
    }
    CHECK(ranked == 6);
    CHECK(s.result().to_text(set, cchc::Lang::vi).find("Số lần mô phỏng: 50") != std::string::npos);
    CHECK(s.result().to_text(set, cchc::Lang::en).find("Draws: 50; points ±20%; weights ±25%; seed 42") !=
          std::string::npos);
}

TEST_CASE("what cannot be drawn or merged is refused, and nothing changes") {
    const auto set = cchc::CriteriaSet::from_json(set_text({}));
    const auto cards = cards_of(set, 4);
    const auto code_of = [](const auto& call) {
        try {
            call();
        } catch (const cchc::Error& error) {
            return static_cast<int>(error.code());
        }
        return 0;
    };
    const auto with = [&](const auto& change) {
        auto options = wide();
        change(options);
        return code_of([&] { Sensitivity s(set, cards, options); });
    };
    CHECK(with([](auto& o) { o.points = Number(11, 10); }) == 102);
    CHECK(with([](auto& o) { o.points = Number(-1, 10); }) == 102);
    CHECK(with([](auto& o) { o.weights = 1; }) == 102);
    CHECK(with([](auto& o) { o.leaf_points["f0"] = 0; }) == 302);
    CHECK(with([](auto&) {}) == 0);
    auto twice = cards;
    twice.push_back(cards.front());
    CHECK(code_of([&] { Sensitivity s(set, twice); }) == 303);
    const auto by_fact = cchc::CriteriaSet::from_json(set_text({R"("tie_break":["people"],)", "", "", 2, 3}));
    CHECK(code_of([&] { Sensitivity s(by_fact, {}); }) == 303);
    Sensitivity a(set, cards, wide()), b(set, cards, wide());
    a.run(0, 10);
    b.run(9, 12);
    const std::string before = json_of(set, a);
    CHECK(code_of([&] { a.merge(b); }) == 303);
    CHECK(code_of([&] { a.run(3, 4); }) == 102);
    CHECK(code_of([&] { a.run(12, 11); }) == 102);
    auto options = wide();
    options.seed = 1;
    Sensitivity other(set, cards, options);
    CHECK(code_of([&] { a.merge(other); }) == 303);
    CHECK(json_of(set, a) == before);
    a.run(10, 10);
    CHECK(json_of(set, a) == before);
}

}  // namespace sensitivity_test
