// Many units at once: facts as a dense matrix, points as a dense matrix. The same rules and the
// same results as score(), without texts; where numbers stay small, only functions among units take memory for a unit.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cchc/criteria.hpp"
#include "cchc/scoring.hpp"

namespace cchc {

// "No value" in a column of facts and in columns of points.
inline constexpr std::int64_t no_points = std::numeric_limits<std::int64_t>::min();

// One fact for all units.
struct FactColumn {
    std::string name;
    bool boolean = false;                 // values are 0 and 1
    int scale = 0;                        // values are units of 10^-scale, 0..18
    std::span<const std::int64_t> value;  // one for each unit; no_points: missing
};

// What comes out. Points are whole numbers of 10^-places; a value that has more decimals is rounded half even here, and only
// here. All columns are of the caller; an empty one is not filled.
struct MatrixResult {
    int places = 6;                  // 0..12
    std::span<std::int64_t> points;  // units × leaves, row by row; no_points where a leaf has none
    std::span<std::uint8_t> state;   // units × leaves, LeafState; not_exists for a leaf of another kind of unit
    std::span<std::int64_t> total;   // units; no_points where not complete
    std::span<std::int64_t> index;   // units: percent; no_points where nothing applies
    std::span<std::int32_t> band;    // units: index into bands(), -1 where none
};
inline constexpr std::uint8_t not_exists = 255;

// The indices (into criteria()) of the leaves, in the order of the columns of MatrixResult.
std::vector<std::size_t> matrix_leaves(const CriteriaSet& criteria);

// Scores `units` units. `kind` is one for all, or one for each; empty where the set has one. Functions among units are
// computed over all of them. Texts as facts have no column: leaves that need them are missing input, unless `constants`
// (facts that are the same for all units) gives them. Throws argument_range: a column or result of another length, a scale
// or places out of range, a fact named twice, a kind that the set has not, constants with notes on criteria or with a
// fact that the dictionary refuses, places for which points may not fit into 64 bits. A value of a column out of the range
// of the dictionary counts as missing, as in score().
void score_matrix(const CriteriaSet& criteria, std::size_t units, std::span<const FactColumn> facts,
                  std::span<const std::string> kind, const Facts& constants, const MatrixResult& result);

}  // namespace cchc
