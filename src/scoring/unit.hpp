// Scoring of one unit: facts into slots, leaves, what people gave, totals, band.
#pragma once

#include <string>
#include <vector>

#include "cchc/scoring.hpp"
#include "scoring/scorer.hpp"

namespace cchc::scoring {

// The index of the kind of unit of the facts. Throws argument_range.
std::size_t kind_of(const CriteriaSet::Impl& set, const Facts& facts);

std::string name_of_kind(const CriteriaSet::Impl& set, std::size_t kind);  // empty where the set has no kinds

// The note that means this leaf: on the leaf itself, or on a group above it.
const CriterionNote* note_on(const CriteriaSet::Impl& set, const std::vector<CriterionNote>& notes, int criterion);

// Why the dictionary of the set refuses a value of a fact that its rules read; none where it does not.
std::optional<std::string> refused(const CriteriaSet::Impl& set, const std::string& fact, const FactValue& value);

// Puts the facts into the slots. What the dictionary does not allow stays missing and is named in `problems`.
void put_facts(const CriteriaSet::Impl& set, const Facts& facts, Scorer& scorer, std::vector<std::string>& problems);

// The name under which a slot is missed: a fact, or "best among units(…)".
std::string name_of_slot(const CriteriaSet::Impl& set, std::uint32_t slot);

// The state of a leaf for one unit, without texts and copies of what people gave.
LeafScore score_leaf(const CriteriaSet::Impl& set, Scorer& scorer, std::size_t leaf);

// What a leaf has where no case arose; none where it then does not apply.
std::optional<Number> no_case_points(const Criterion& criterion, std::size_t kind);
void set_no_case(const Criterion& criterion, std::size_t kind, LeafScore& score);

// What people gave, checked against the range of the leaf, and whose points count.
void apply_given(const CriteriaSet::Impl& set, Scorer& scorer, std::size_t leaf, const GivenScores& given, LeafScore& score,
                 std::vector<std::string>& problems);

// What a leaf is worth inside the totals: its points and the maximum that counts.
struct Worth {
    LeafState state = LeafState::missing_input;
    bool has_points = false;
    Number points;
    Number max;
};
Worth worth_of(const LeafScore& score);
// The same from the rule alone, without texts.
void leaf_worth(const CriteriaSet::Impl& set, Scorer& scorer, std::size_t leaf, Worth& worth);

// Sums of the tree and of the accounts.
struct Sums {
    std::vector<Worth> nodes;            // by criterion
    std::vector<std::uint8_t> complete;  // by criterion: nothing below lacks points
    std::vector<Number> accounts;
    std::vector<std::uint8_t> account_complete;
    Worth tree;
    bool tree_complete = true;
};
// sums.nodes holds the leaves that exist for the kind of unit; the rest is filled.
void add_up(const CriteriaSet::Impl& set, std::size_t kind, Sums& sums);

// What the sums come to.
struct Totals {
    bool complete = true;
    std::optional<Number> index, exact_total, total, least_leaf;
};
Totals totals_of(const CriteriaSet::Impl& set, std::size_t kind, const Sums& sums);
// Fills the slots that bands, ties and ranking read.
void put_results(const CriteriaSet::Impl& set, const Totals& totals, const Sums& sums, Scorer& scorer);

// The card of a unit whose facts, and values among units, are in the slots.
Scorecard score_unit(const CriteriaSet::Impl& set, Scorer& scorer, const Facts& facts, const ScoreSheet& sheet,
                     std::vector<std::string> problems);

// Fills totals, index, band and rank keys of a card whose leaves are scored.
void finish(const CriteriaSet::Impl& set, Scorer& scorer, Scorecard& card);

// The band of a unit whose result slots are filled: index or -1, and why.
int find_band(const CriteriaSet::Impl& set, Scorer& scorer, bool complete, std::string& reason);

}  // namespace cchc::scoring
