// What all draws of a sensitivity analysis share: the ranked units as whole numbers, and the nominal ranking.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/wide.hpp"
#include "cchc/sensitivity.hpp"
#include "scoring/scorer.hpp"

namespace cchc::scoring {

inline constexpr int point_places = 6;   // points and shares: millionths
inline constexpr int total_places = 12;  // products of two of them
inline constexpr std::int64_t one = 1'000'000;

// SplitMix64's output function.
constexpr std::uint64_t mixed(std::uint64_t z) noexcept {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}
// The n-th number of the sequence that begins at a seed. A draw is a sequence of its own, begun at such a number.
constexpr std::uint64_t random_at(std::uint64_t seed, std::uint64_t n) noexcept {
    return mixed(seed + (n + 1) * 0x9E3779B97F4A7C15U);
}
// A whole number from −reach to reach.
constexpr std::int64_t spread(std::uint64_t random, std::int64_t reach) noexcept {
    return static_cast<std::int64_t>((exact::Wide{static_cast<std::int64_t>(random >> 1)} * (2 * reach + 1)) >> 63) - reach;
}

// A leaf of a unit.
struct Item {
    std::size_t leaf = 0;      // index into Scorecard::leaves
    std::uint64_t number = 0;  // of its random numbers
    std::int64_t reach = 0;    // ± as much, then cut to from … to
    std::int64_t from = 0, to = 0;
    std::int64_t weight = 0;  // what a point of it is worth in the total; of the tree
    std::int64_t value = 0;   // its points, as part of a total; of an account
    int account = -1;

    std::int64_t delta(std::uint64_t random) const noexcept {
        const std::int64_t d = spread(random, reach);
        return d < from ? from : d > to ? to : d;
    }
};
struct Span {
    std::size_t first = 0, last = 0;  // items
    std::size_t field = 0;            // index into fields
    std::int64_t points = 0;          // of the field in the total
};
struct RankedUnit {
    std::size_t kind = 0;
    std::size_t card = 0;         // index into cards
    std::int64_t total = 0;       // exact total
    std::int64_t nominal = 0;     // rank
    std::vector<Span> fields;     // of the tree
    std::size_t accounts_at = 0;  // items of accounts: from here to accounts_end; equal: none can move
    std::size_t accounts_end = 0;
};

}  // namespace cchc::scoring

namespace cchc {

struct Sensitivity::Model {
    CriteriaSet criteria;
    SensitivityOptions options;
    std::vector<Scorecard> cards;                  // by name
    std::vector<RankRow> rows;                     // of the nominal ranking
    std::vector<int> fields;                       // criteria
    std::vector<scoring::RankedUnit> units;        // ranked, by name
    std::vector<std::vector<std::size_t>> groups;  // units that are ranked together
    std::vector<scoring::Item> items;
    std::vector<std::vector<std::int64_t>> field_max;  // by kind and field, in millionths
    std::int64_t weight_reach = 0;
    bool by_total = false;                                          // ranked by exact_total
    std::vector<std::vector<std::optional<std::int64_t>>> without;  // by field and unit

    const CriteriaSet::Impl& set() const noexcept { return criteria.impl(); }
    // All that draws depend on, as text.
    std::string key() const;
};

namespace scoring {

std::shared_ptr<const Sensitivity::Model> make_model(const CriteriaSet& criteria, std::span<const Scorecard> cards,
                                                     const SensitivityOptions& options);
// The ranks without each field.
void leave_out_fields(Sensitivity::Model& model);

// Draws, one after another.
class Drawer {
public:
    explicit Drawer(const Sensitivity::Model& model);
    // The ranks of the draw, by unit. Good until the next one.
    const std::vector<std::int64_t>& ranks(std::uint64_t draw);

private:
    void weights(std::uint64_t sequence);
    void totals(std::uint64_t sequence);
    exact::Wide accounts(const RankedUnit& unit, std::uint64_t sequence) const;
    void score_again(std::uint64_t sequence);
    bool before(std::size_t a, std::size_t b) const;
    bool equal(std::size_t a, std::size_t b) const;

    const Sensitivity::Model& model_;
    std::vector<std::vector<std::int64_t>> factors_;  // by kind and field: what a weight is multiplied with
    std::vector<exact::Wide> totals_;                 // by unit
    std::vector<std::vector<std::size_t>> order_;     // by group
    std::vector<std::int64_t> ranks_;
    // Where the ranking is not by the exact total:
    std::vector<Scorecard> cards_;                  // by unit
    std::vector<std::unique_ptr<Scorer>> scorers_;  // by kind
};

}  // namespace scoring
}  // namespace cchc
