// The same set and the same facts give the same bytes, whatever the order of the units, the split, or the spelling of the
// numbers.
#include <algorithm>
#include <map>
#include <random>

#include "cchc/error.hpp"
#include "support.hpp"

namespace properties_test {

namespace {

using cchc::Facts;

std::string spelled(std::mt19937& random, int coefficient, int scale) {
    std::string text = cchc::Decimal(coefficient, scale).to_string();
    const bool fraction = text.find('.') != std::string::npos;
    switch (random() % 4) {
        case 0: return text;
        case 1: return fraction ? text + "000" : text + ".0";
        case 2: return (text.front() == '-' ? "-00" + text.substr(1) : "00" + text);
        default: std::replace(text.begin(), text.end(), '.', ','); return text;
    }
}

// Made-up facts of a unit for every number that the set reads.
std::string facts_json(const cchc::CriteriaSet& set, int unit, std::mt19937& values, std::mt19937& spelling) {
    std::string out = R"({"format": "cchc.facts/1", "unit": "u)" + std::to_string(unit) + R"(", "kind": "xa", "facts": {)";
    bool first = true;
    std::vector<std::string> names = set.fact_names();
    std::shuffle(names.begin(), names.end(), spelling);
    std::map<std::string, int> drawn;
    for (const std::string& name : set.fact_names()) drawn[name] = static_cast<int>(values() % 120);
    for (const std::string& name : names) {
        const auto& all = set.facts();
        const auto d = std::find_if(all.begin(), all.end(), [&](const auto& f) { return f.name == name; });
        out += (first ? "\"" : ", \"") + name + "\": ";
        first = false;
        if (d != all.end() && d->type == cchc::FactDefinition::Type::boolean) {
            out += drawn[name] % 2 == 0 ? "true" : "false";
        } else {
            out += '"' + spelled(spelling, drawn[name] + 1, 0) + '"';
        }
    }
    return out + "}}";
}

std::vector<Facts> units(const cchc::CriteriaSet& set, unsigned spelling_seed) {
    std::mt19937 values(1), spelling(spelling_seed);
    std::vector<Facts> out;
    for (int u = 0; u < 40; ++u) out.push_back(Facts::from_json(facts_json(set, u, values, spelling), "facts"));
    return out;
}

std::string bytes(const cchc::CriteriaSet& set, const std::vector<Facts>& facts) {
    const auto cards = cchc::score_together(set, facts);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < cards.size(); ++i) texts.push_back(cards[i].to_json(set, &facts[i]));
    std::sort(texts.begin(), texts.end());
    std::string out;
    for (const std::string& t : texts) out += t;
    return out;
}

}  // namespace

TEST_CASE("Order of units and spelling of numbers change no byte") {
    const auto forms =
        cchc::CriteriaSet::from_json(scoring_test::read_file("tests/golden/criteria/forms.json"), "forms.json");
    for (const auto& set : {forms, cchc::CriteriaSet::builtin("vn.nd-307-2025.xa")}) {
        const std::string expected = bytes(set, units(set, 1));
        for (unsigned seed = 2; seed < 6; ++seed) {
            auto again = units(set, seed);
            std::mt19937 random(seed);
            std::shuffle(again.begin(), again.end(), random);
            CHECK(bytes(set, again) == expected);
        }
    }
}

TEST_CASE("Without functions among units any split gives the same scorecards") {
    const auto set = cchc::CriteriaSet::builtin("vn.nd-307-2025.xa");
    const auto all = units(set, 3);
    const auto together = cchc::score_together(set, all);
    for (std::size_t i = 0; i < all.size(); ++i) CHECK(cchc::score(set, all[i]).to_json(set) == together[i].to_json(set));
}

TEST_CASE("A trace replays") {
    const auto set = cchc::CriteriaSet::builtin("vn.nd-307-2025.xa");
    const auto facts = units(set, 3).front();
    const std::string once = cchc::score(set, facts).to_json(set, &facts);
    const auto again = Facts::from_json(facts.to_json(), "facts");
    const auto same_set = cchc::CriteriaSet::from_json(cchc::CriteriaSet::builtin_json(set.id()), "text");
    CHECK(cchc::score(same_set, again).to_json(same_set, &again) == once);
}

}  // namespace properties_test
