// How firm a ranking is: the ranks under points and field weights that are perturbed at random within stated intervals, and
// the ranking without each field.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cchc/scoring.hpp"

namespace cchc {

struct SensitivityOptions {
    // The points of every leaf move within ± this share of its range (0 to its maximum; of an account's leaf its own min to
    // max), each unit and leaf by itself, evenly, and are cut to the range. 0..1.
    Number points = Number(1, 10);
    std::map<std::string, Number, std::less<>> leaf_points;  // other shares, by id of the leaf
    // The weight of every field moves within ± this share, evenly, the same for all units; then the weights are brought back
    // to their sum. 0 or more, less than 1.
    Number weights;
    std::uint64_t seed = 1;
    RankOptions ranking;
};

// A Monte Carlo as one document asks for it (format cchc.sensitivity_options/1): {"format", "points", "leaf_points": {id:
// number}, "weights", "seed", "first", "draws", "outside": [unit], "by_kind"}; all but the format may be left out.
struct SensitivityRequest {
    SensitivityOptions options;
    std::uint64_t first = 0, draws = 1000;  // the draws first … first + draws − 1

    // Throws json_syntax or json_schema with a pointer.
    static SensitivityRequest from_json(std::string_view text, std::string_view source = "options");
};

struct SensitivityUnit {
    std::string unit, kind, group;
    std::optional<std::int64_t> rank;  // nominal; none outside the ranking, and then nothing of what follows but the reason
    std::string reason;
    std::optional<Number> mean;                                     // of the ranks; none before a draw
    std::int64_t best = 0, worst = 0;                               // lowest and highest number of a rank that was seen
    std::int64_t p5 = 0, p95 = 0;                                   // the least rank that at least 5 % (95 %) do not exceed
    std::vector<std::pair<std::int64_t, std::uint64_t>> histogram;  // rank and how often, in order of the ranks
    std::vector<std::optional<std::int64_t>> without;               // rank without each field
};

struct SensitivityResult {
    std::string set, version;
    Number points, weights;
    std::uint64_t seed = 0;
    std::uint64_t draws = 0;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> ranges;  // the draws that were made, half open, in order
    std::vector<int> fields;                                      // index into CriteriaSet::criteria()
    std::vector<SensitivityUnit> units;                           // as rank() orders them
    std::optional<Number> mean_change;  // mean of |rank − nominal rank| over ranked units and draws; none before a draw
    std::vector<Number> mean_change_without;  // by field, over the units that are ranked with and without it

    // Format cchc.sensitivity/1.
    std::string to_json(const CriteriaSet& criteria) const;
    std::string to_text(const CriteriaSet& criteria, Lang lang) const;
};

// A Monte Carlo over the ranking of scored units. Draw i depends on the seed and i alone: random numbers come from
// SplitMix64 at (seed, i, unit and leaf), and all sums are whole numbers (points and shares to 10^-6, totals to 10^-12), so
// any split of the draws over objects, threads and machines gives the same bytes once merged; so does any order of the
// cards. Copies share what does not change and count on their own; different objects may run at once.
//
// Only leaves that are scored move; what no case and not applicable give, stays. A draw ranks by the set's rank_by. By
// exact_total, a draw's total is the exact total and what perturbed leaves, accounts and weights add; equal ones keep their
// nominal order. By another expression, the unit is scored again as a whole in every draw, which is some hundred times
// slower.
class Sensitivity {
public:
    // `cards` are those of rank(). Throws argument_range for shares out of range, more than 20,000 units, or totals and
    // maxima beyond 100,000; unknown_name for an id that is no leaf; incompatible as rank() does, for two cards of one unit,
    // and where the ranking reads facts, which cards do not hold.
    Sensitivity(const CriteriaSet& criteria, std::span<const Scorecard> cards, const SensitivityOptions& options = {});

    // Makes the draws first … last − 1; a step of `progress` is a draw. Throws argument_range when last < first or a draw
    // was made already.
    void run(std::uint64_t first, std::uint64_t last, const Progress& progress = {});
    // Adds the draws of another object. Throws incompatible, and changes nothing, when it was made for other cards or
    // options or when a draw is in both.
    void merge(const Sensitivity& other);
    SensitivityResult result() const;

    struct Model;

private:
    using Ranges = std::vector<std::pair<std::uint64_t, std::uint64_t>>;
    std::shared_ptr<const Model> model_;
    std::vector<std::map<std::int64_t, std::uint64_t>> seen_;  // by ranked unit: rank → how often
    Ranges ranges_;
};

}  // namespace cchc
