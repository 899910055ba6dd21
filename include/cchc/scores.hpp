// Units that are scored together, as one document: their scorecards and their ranking.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cchc/criteria.hpp"
#include "cchc/facts.hpp"
#include "cchc/scoring.hpp"

namespace cchc {

struct ScoresOptions {
    RankOptions ranking;  // "outside" counts for functions among units, too
    bool trace = false;   // how each leaf came about, in each scorecard

    // Reads the format cchc.scores_options/1: {"format": …, "outside": ["unit", …], "by_kind": true, "trace": true}, all but
    // the format may be left out. Throws json_syntax or json_schema with a pointer.
    static ScoresOptions from_json(std::string_view text, std::string_view source = "options");
};

// Scores the units together and ranks them (format cchc.scores/1: "scorecards" in the order of `facts`, and "ranking").
// A step of `progress` is a unit. Throws as score_together().
std::string scores_to_json(const CriteriaSet& criteria, std::span<const Facts> facts, const ScoresOptions& options = {},
                           const Progress& progress = {});

}  // namespace cchc
