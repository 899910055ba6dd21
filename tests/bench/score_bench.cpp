// Scoring of a matrix: 100 criteria (a third each ratio, table, expression) for 10,000 units, one thread, exact. Writes the
// rules and the facts beside the result, so that score_peer.py scores the same.
//   score_bench FOLDER [UNITS]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "cchc/score_matrix.hpp"

namespace {

constexpr int criteria_count = 100;

std::string leaf(int i) {
    const std::string a = "f" + std::to_string(i) + ".done", b = "f" + std::to_string(i) + ".all";
    std::string rule;
    switch (i % 3) {
        case 0: rule = R"j({"points": "max * )j" + a + " / " + b + R"j("})j"; break;
        case 1:
            rule = R"j({"let": {"rate": "100 * )j" + a + " / " + b +
                   R"j("}, "hit": "unique", "rows": [{"when": {"rate": ">= 95"}, "points": "max"}, )j"
                   R"j({"when": {"rate": "[80..95)"}, "points": "max * 3 / 4"}, )j"
                   R"j({"when": {"rate": "[50..80)"}, "points": "max / 2"}, {"when": {"rate": "< 50"}, "points": "0"}]})j";
            break;
        default:
            rule = R"j({"points": "min(max, if )j" + a + " >= 40 then 0.25 + (" + a + " - 40) * 0.01 else 0.005 * " + a +
                   R"j()"})j";
    }
    return R"j({"id": "c)j" + std::to_string(i) + R"j(", "max": 1, "when_no_case": "zero", "rule": )j" + rule + "}";
}

std::string make_set() {
    std::string out =
        R"({"format": "cchc.criteria/1", "id": "bench", "version": "1", "valid": {"from": "2020-01-01"}, "max": 100,)"
        R"("rounding": {"places": 2, "mode": "half_up"}, "fields": [{"id": "f", "max": 100, "criteria": [)";
    for (int i = 0; i < criteria_count; ++i) out += (i == 0 ? "" : ",") + leaf(i);
    return out + "]}]}";
}

struct Facts {
    explicit Facts(std::size_t units) {
        std::mt19937_64 random(7);
        for (int i = 0; i < criteria_count; ++i) {
            std::vector<std::int64_t> done(units), all(units);
            for (std::size_t u = 0; u < units; ++u) {
                all[u] = 50 + static_cast<std::int64_t>(random() % 950);
                done[u] = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(all[u] + 1));
            }
            values.push_back(std::move(done));
            values.push_back(std::move(all));
        }
        for (std::size_t i = 0; i < values.size(); ++i)
            columns.push_back({"f" + std::to_string(i / 2) + (i % 2 == 0 ? ".done" : ".all"), false, 0, values[i]});
    }
    std::vector<std::vector<std::int64_t>> values;
    std::vector<cchc::FactColumn> columns;
};

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return 2;
    const std::string folder = argv[1];
    const std::size_t units = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 10'000;
    const std::string text = make_set();
    const auto set = cchc::CriteriaSet::from_json(text);
    const Facts facts(units);
    std::vector<std::int64_t> points(units * criteria_count), total(units);
    std::vector<std::uint8_t> state(points.size());
    double best = 1e9;
    for (int run = 0; run < 5; ++run) {
        const double start = seconds();
        cchc::score_matrix(set, units, facts.columns, {}, {}, {6, points, state, total, {}, {}});
        best = std::min(best, seconds() - start);
    }
    const double leaves = static_cast<double>(units) * criteria_count;
    std::printf("score_matrix: %zu units x %d criteria, %.3f s of processor time, %.0f leaves/s, %.1f ns a leaf\n", units,
                criteria_count, best, leaves / best, best / leaves * 1e9);
    std::ofstream(folder + "/bench_set.json") << text;
    std::ofstream csv(folder + "/bench_facts.csv");
    for (std::size_t i = 0; i < facts.columns.size(); ++i) csv << (i == 0 ? "" : ",") << facts.columns[i].name;
    csv << ",total_micro\n";
    for (std::size_t u = 0; u < units; ++u) {
        for (std::size_t i = 0; i < facts.values.size(); ++i) csv << (i == 0 ? "" : ",") << facts.values[i][u];
        csv << ',' << total[u] << '\n';
    }
    return 0;
}
