// Every form of scoring rule that was found in real decisions, with its numbers: tests/golden/criteria/forms.json against
// cases worked by tests/oracle/forms.py; and bands with conditions and caps.
#include "support.hpp"

namespace forms_test {

namespace {

using cchc::json::Value;
using scoring_test::facts_of;
using scoring_test::member;
using scoring_test::text;

class Case {
public:
    Case(const cchc::CriteriaSet& set, const Value& value) : set_(set), case_(value) {}

    void check() const {
        const std::string id = text(case_, "criterion");
        INFO(id << " " << index);
        if (const Value* units = member(case_, "units")) {
            check_units(*units);
        } else {
            check_card(cchc::score(set_, facts(*member(case_, "facts")), sheet(id)));
        }
    }
    std::size_t index = 0;

private:
    cchc::Facts facts(const Value& values) const {
        cchc::Facts out = facts_of(values, text(case_, "kind"));
        if (const Value* ids = member(case_, "not_applicable"))
            for (const Value& id : ids->items) out.not_applicable.push_back({id.text, "test", "test"});
        return out;
    }

    cchc::ScoreSheet sheet(const std::string& id) const {
        cchc::ScoreSheet out;
        if (const Value* given = member(case_, "given")) {
            cchc::GivenScore score;
            score.points = *cchc::Number::parse(given->text);
            out[id].self = score;
        }
        return out;
    }

    void check_card(const cchc::Scorecard& card) const {
        if (const Value* account = member(case_, "account")) {
            for (const cchc::AccountScore& a : card.accounts)
                if (set_.accounts()[static_cast<std::size_t>(a.account)].id == account->text)
                    CHECK(a.points.to_exact_string() == text(case_, "points"));
            return;
        }
        if (const Value* field = member(case_, "field")) {
            check_field(card, field->text);
            return;
        }
        check_leaf(card, text(case_, "points"));
    }

    void check_field(const cchc::Scorecard& card, const std::string& id) const {
        for (const cchc::GroupScore& g : card.groups) {
            if (set_.criteria()[static_cast<std::size_t>(g.criterion)].id != id) continue;
            CHECK(g.points.to_exact_string() == text(case_, "points"));
            if (member(case_, "max") != nullptr) CHECK(g.applicable.to_exact_string() == text(case_, "max"));
        }
    }

    void check_leaf(const cchc::Scorecard& card, const std::string& points) const {
        const cchc::LeafScore* leaf = card.find(set_, text(case_, "criterion"));
        REQUIRE(leaf != nullptr);
        std::string state = text(case_, "state");
        if (state == "fault") state = "no_rule";
        if (state == "refused") {
            CHECK(card.problems.size() == 1);
            state = "missing_input";
        }
        if (!state.empty()) CHECK(to_string(leaf->state) == state);
        CHECK((leaf->points ? leaf->points->to_exact_string() : "") == points);
        if (member(case_, "max") != nullptr) CHECK(leaf->max.to_exact_string() == text(case_, "max"));
    }

    void check_units(const Value& units) const {
        std::vector<cchc::Facts> all;
        for (const Value& unit : units.items) {
            all.push_back(facts(unit));
            all.back().unit = std::to_string(all.size());
        }
        const auto cards = cchc::score_together(set_, all);
        const Value& points = *member(case_, "points");
        REQUIRE(cards.size() == points.items.size());
        for (std::size_t i = 0; i < cards.size(); ++i) check_leaf(cards[i], points.items[i].text);
    }

    const cchc::CriteriaSet& set_;
    const Value& case_;
};

}  // namespace

TEST_CASE("Every form of rule gives the points that were worked by hand") {
    const auto set = cchc::CriteriaSet::from_json(scoring_test::read_file("tests/golden/criteria/forms.json"), "forms.json");
    const std::string text = scoring_test::read_file("tests/golden/criteria/forms_expected.json");
    const Value cases = cchc::json::parse(text, "forms_expected.json");
    std::size_t index = 0;
    for (const Value& value : member(cases, "cases")->items) {
        Case one(set, value);
        one.index = index++;
        one.check();
    }
    CHECK(index > 200);
}

TEST_CASE("Bands with conditions, caps and totals without an account") {
    const auto set = cchc::CriteriaSet::from_json(scoring_test::read_file("tests/golden/criteria/bands.json"), "bands.json");
    const std::string text_of_cases = scoring_test::read_file("tests/golden/criteria/bands_expected.json");
    const Value cases = cchc::json::parse(text_of_cases, "bands_expected.json");
    for (const Value& value : member(cases, "cases")->items) {
        const auto card = cchc::score(set, facts_of(*member(value, "facts"), text(value, "kind")));
        REQUIRE(card.total);
        CHECK(card.total->to_exact_string() == text(value, "total"));
        CHECK((card.band < 0 ? "" : set.bands()[static_cast<std::size_t>(card.band)].id) == text(value, "band"));
    }
}

}  // namespace forms_test
