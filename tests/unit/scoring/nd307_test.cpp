// Nghị định 307/2025/NĐ-CP: every criterion, account, total and band of made-up units around every bound, against
// tests/oracle/nd307.py, which reads the decree and not the set.
#include <algorithm>
#include <map>

#include "support.hpp"

namespace nd307_test {

namespace {

std::string two_places(const std::optional<cchc::Number>& value) {
    if (!value) return "";
    std::string t = value->to_string();
    const std::size_t point = t.find('.');
    if (point == std::string::npos) return t + ".00";
    return t + std::string(2 - (t.size() - point - 1), '0');
}

class Row {
public:
    Row(const cchc::CriteriaSet& set, const std::vector<std::string>& names, const std::vector<std::string>& values)
        : set_(set) {
        for (std::size_t i = 0; i < names.size(); ++i) put(names[i], values[i]);
        card_ = cchc::score(set, facts_);
    }

    void check() const {
        INFO(facts_.unit);
        CHECK(card_.problems.empty());
        for (const auto& [id, points] : expected_) {
            INFO(id);
            CHECK(actual(id) == points);
        }
    }

private:
    void put(const std::string& name, const std::string& value) {
        const auto& facts = set_.fact_names();
        if (name == "unit") {
            facts_.unit = value;
        } else if (name == "kind") {
            facts_.kind = value;
        } else if (std::binary_search(facts.begin(), facts.end(), name)) {
            if (!value.empty()) facts_.values.emplace(name, scoring_test::fact_of(value));
        } else {
            expected_.emplace(name, value);
        }
    }

    std::string actual(const std::string& id) const {
        if (id == "total") return two_places(card_.total);
        if (id == "band") return card_.band < 0 ? "" : set_.bands()[static_cast<std::size_t>(card_.band)].id;
        for (const cchc::AccountScore& a : card_.accounts)
            if (set_.accounts()[static_cast<std::size_t>(a.account)].id == id) return two_places(a.points);
        const cchc::LeafScore* leaf = card_.find(set_, id);
        return leaf == nullptr ? "" : two_places(leaf->points);
    }

    const cchc::CriteriaSet& set_;
    cchc::Facts facts_;
    std::map<std::string, std::string> expected_;
    cchc::Scorecard card_;
};

void check_kind(const std::string& name) {
    const auto set = cchc::CriteriaSet::builtin("vn.nd-307-2025." + name);
    std::istringstream file(scoring_test::read_file("tests/golden/nd-307/" + name + ".csv"));
    std::string line;
    REQUIRE(std::getline(file, line));
    const auto names = scoring_test::fields_of(line);
    std::size_t rows = 0;
    while (std::getline(file, line)) {
        Row(set, names, scoring_test::fields_of(line)).check();
        ++rows;
    }
    CHECK(rows >= 30);
}

}  // namespace

TEST_CASE("A province is classified as Nghị định 307/2025 says") { check_kind("tinh"); }
TEST_CASE("A commune is classified as Nghị định 307/2025 says") { check_kind("xa"); }
TEST_CASE("A ward is classified as Nghị định 307/2025 says") { check_kind("phuong"); }
TEST_CASE("A special zone is classified as Nghị định 307/2025 says") { check_kind("dac-khu"); }

}  // namespace nd307_test
