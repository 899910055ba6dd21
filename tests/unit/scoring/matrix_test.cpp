// A matrix gives what single scorecards give, cell by cell.
#include <random>

#include "cchc/error.hpp"
#include "cchc/score_matrix.hpp"
#include "support.hpp"

namespace matrix_test {

namespace {

using cchc::no_points;

constexpr int scale = 6, places = 9;

struct Table {
    explicit Table(const std::string& name) : set(cchc::CriteriaSet::builtin("vn.nd-307-2025." + name)) {
        std::istringstream file(scoring_test::read_file("tests/golden/nd-307/" + name + ".csv"));
        std::string line;
        std::getline(file, line);
        const auto names = scoring_test::fields_of(line);
        while (std::getline(file, line)) add(names, scoring_test::fields_of(line));
    }

    void add(const std::vector<std::string>& names, const std::vector<std::string>& values) {
        cchc::Facts facts;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (names[i] == "unit") facts.unit = values[i];
            if (names[i] == "kind") facts.kind = values[i];
            const auto& known = set.fact_names();
            if (!values[i].empty() && std::binary_search(known.begin(), known.end(), names[i]))
                facts.values.emplace(names[i], scoring_test::fact_of(values[i]));
        }
        units.push_back(std::move(facts));
    }

    cchc::CriteriaSet set;
    std::vector<cchc::Facts> units;
};

struct Columns {
    explicit Columns(const Table& table) {
        for (const std::string& name : table.set.fact_names()) {
            auto& values = data.emplace_back();
            bool boolean = false;
            for (const cchc::Facts& unit : table.units) {
                const auto fact = unit.values.find(name);
                if (fact == unit.values.end()) {
                    values.push_back(no_points);
                } else if (const auto* decimal = std::get_if<cchc::Decimal>(&fact->second)) {
                    values.push_back(*decimal->scaled(scale));
                } else {
                    boolean = true;
                    values.push_back(std::get<bool>(fact->second) ? 1 : 0);
                }
            }
            columns.push_back({name, boolean, boolean ? 0 : scale, {}});
        }
        for (std::size_t i = 0; i < columns.size(); ++i) columns[i].value = data[i];
        for (const cchc::Facts& unit : table.units) kinds.push_back(unit.kind);
    }
    std::vector<std::vector<std::int64_t>> data;
    std::vector<cchc::FactColumn> columns;
    std::vector<std::string> kinds;
};

std::int64_t scaled(const std::optional<cchc::Number>& number) {
    if (!number) return no_points;
    return number->rounded(places, cchc::RoundingMode::half_even).scaled(places).value();
}

void check(const std::string& name) {
    const Table table(name);
    const Columns columns(table);
    const auto leaves = cchc::matrix_leaves(table.set);
    const std::size_t n = table.units.size();
    std::vector<std::int64_t> points(n * leaves.size()), total(n), index(n);
    std::vector<std::uint8_t> state(points.size());
    std::vector<std::int32_t> band(n);
    cchc::score_matrix(table.set, n, columns.columns, columns.kinds, {}, {places, points, state, total, index, band});
    for (std::size_t u = 0; u < n; ++u) {
        const auto card = cchc::score(table.set, table.units[u]);
        INFO(card.unit);
        CHECK(total[u] == scaled(card.total));
        CHECK(index[u] == scaled(card.index));
        CHECK(band[u] == card.band);
        for (std::size_t l = 0; l < leaves.size(); ++l) {
            const auto* leaf = card.find(table.set, table.set.criteria()[leaves[l]].id);
            const std::size_t cell = u * leaves.size() + l;
            CHECK(state[cell] == (leaf == nullptr ? cchc::not_exists : static_cast<std::uint8_t>(leaf->state)));
            CHECK(points[cell] == (leaf == nullptr ? no_points : scaled(leaf->points)));
        }
    }
}

}  // namespace

TEST_CASE("A matrix of provinces, communes and special zones gives what single scorecards give") {
    for (const char* name : {"tinh", "xa", "phuong", "dac-khu"}) check(name);
}

TEST_CASE("A matrix may be empty, and what does not fit is refused") {
    const auto set = cchc::CriteriaSet::builtin("vn.nd-307-2025.xa");
    cchc::score_matrix(set, 0, {}, {}, {}, {});
    cchc::score_matrix(cchc::CriteriaSet::builtin("vn.nd-307-2025.dac-khu"), 0, {}, {}, {}, {});
    cchc::Facts constants;
    constants.values.emplace("unit.mountain", cchc::Decimal(1));
    CHECK_THROWS_AS(cchc::score_matrix(set, 1, {}, {}, constants, {}), cchc::Error);
    constants.values.clear();
    constants.no_case.push_back({"6.1", "none", ""});
    CHECK_THROWS_AS(cchc::score_matrix(set, 1, {}, {}, constants, {}), cchc::Error);
    const std::vector<std::int64_t> one{1};
    std::vector<std::int64_t> total(2);
    const auto refused = [&](std::size_t units, std::vector<cchc::FactColumn> columns, std::vector<std::string> kinds,
                             cchc::MatrixResult r) {
        CHECK_THROWS_AS(cchc::score_matrix(set, units, columns, kinds, {}, r), cchc::Error);
    };
    refused(2, {{"population", false, 0, one}}, {}, {});
    refused(1, {{"population", false, 19, one}}, {}, {});
    refused(1, {{"population", false, 0, one}, {"population", false, 0, one}}, {}, {});
    refused(1, {}, {"phuong"}, {});
    refused(1, {}, {}, {places, {}, {}, total, {}, {}});
    refused(1, {}, {}, {13, {}, {}, {}, {}, {}});
    std::vector<std::int64_t> single(1);
    cchc::score_matrix(set, 1, {}, {}, {}, {places, {}, {}, single, {}, {}});
    CHECK(single[0] == no_points);
}

TEST_CASE("Functions among units see the whole matrix") {
    const auto set = cchc::CriteriaSet::from_json(scoring_test::read_file("tests/golden/criteria/forms.json"), "forms.json");
    std::vector<std::int64_t> mbps{100, 50, 30, 1}, officials{4, 4, 1, 7};
    std::vector<cchc::FactColumn> columns{{"bandwidth.mbps", false, 0, mbps}, {"bandwidth.officials", false, 0, officials}};
    const auto leaves = cchc::matrix_leaves(set);
    std::vector<std::int64_t> points(4 * leaves.size());
    const std::vector<std::string> kind{"xa"};
    cchc::score_matrix(set, 4, columns, kind, {}, {places, points, {}, {}, {}, {}});
    std::vector<cchc::Facts> units(4);
    for (std::size_t u = 0; u < 4; ++u) {
        units[u].unit = std::to_string(u);
        units[u].kind = "xa";
        units[u].values = {{"bandwidth.mbps", cchc::Decimal(mbps[u])}, {"bandwidth.officials", cchc::Decimal(officials[u])}};
    }
    const auto cards = cchc::score_together(set, units);
    for (std::size_t u = 0; u < 4; ++u)
        for (std::size_t l = 0; l < leaves.size(); ++l) {
            const auto* leaf = cards[u].find(set, set.criteria()[leaves[l]].id);
            CHECK(points[u * leaves.size() + l] == (leaf == nullptr ? no_points : scaled(leaf->points)));
        }
}

}  // namespace matrix_test
