// What would change a score: the points missing to the next better band, what each leaf gains when a fact moves, and the
// cheapest set of leaves that reaches the band. Nothing is estimated: every answer is scored again as a whole, through
// rounding, accounts, rescaling and the conditions of the bands.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/scoring.hpp"

namespace cchc {

// How facts move.
enum class MoveKind : std::uint8_t {
    // One fact, to the nearest value at which another row of the table holds and the leaf has more points. Of a rule that is
    // no table: a truth value or a text that gives more points.
    next_row = 0,
    one_more = 1,         // one dossier more, on a fact that is a whole number
    one_less = 2,         // one dossier less; never below 0
    late_to_on_time = 3,  // one dossier from "…overdue" to "…on_time", where the leaf reads both
};
std::string_view to_string(MoveKind kind) noexcept;

struct FactChange {
    std::string name;
    FactValue from, to;
};

// What a move does to the leaf that reads the facts, and to the unit: other leaves that read them are scored again too.
struct FactMove {
    MoveKind kind = MoveKind::next_row;
    std::vector<FactChange> changes;
    LeafState state = LeafState::scored;  // of the leaf then
    std::optional<Number> points;         // of the leaf then; none where it has none
    Number gain;                          // of the leaf; where it has no points, they are taken as 0
    std::optional<Number> total;          // of the unit then, rounded as the set says
    std::optional<Number> total_gain;     // before rounding; none where a total is not complete
    int band = -1;                        // then
};

struct LeafOutlook {
    int criterion = -1;  // index into CriteriaSet::criteria()
    LeafState state = LeafState::missing_input;
    std::optional<Number> points;
    Number max;                   // that counts
    std::optional<Number> room;   // max − points
    std::vector<FactMove> moves;  // by kind, then in the order in which the rule reads the facts
};

// A condition beside the points that keeps the unit out of a band.
struct UnmetCondition {
    bool at_most = false;           // it holds the unit in `band` or a lower one; else a condition of `band` itself
    int band = -1;                  // index into CriteriaSet::bands()
    std::string expression;         // as the set writes it
    Verdict verdict = Verdict::no;  // what it says now: no, missing, undefined; of at_most: yes, missing, undefined
    LocalText title;                // of at_most; may be empty
    std::vector<LegalBasis> legal_basis;
};

struct NextBand {
    int band = -1;                  // index into CriteriaSet::bands()
    std::string on;                 // what the band measures, e.g. "total"
    std::optional<Number> value;    // of it now
    std::optional<Number> needed;   // the least value of it that the band takes
    std::optional<Number> missing;  // points, before rounding, that are missing to it; 0: the points are there
    bool more_than = false;         // more than `missing`: the bound itself does not belong to the band
    std::string reason;             // why there is no number
    std::vector<UnmetCondition> not_met;
};

struct LeafRaise {
    int criterion = -1;
    Number from, to, cost;
};

struct CheapestSet {
    bool found = false;
    // Whether it is proven that no set is cheaper: with up to 40 leaves that can move. With more, and where the search would
    // take more than some seconds (costs and gains made to defeat it), a good set, of which no leaf can be left out.
    bool exact = false;
    std::vector<LeafRaise> leaves;  // in the order of the set
    Number cost;
    std::optional<Number> total;  // of the unit then
    int band = -1;                // then: the band looked for, or a better one
    std::string reason;           // why none was found
};

struct WhatIfOptions {
    enum class Reach : std::uint8_t {
        maximum,   // a leaf can be raised to its maximum (of a manual rule: the highest that people may give)
        next_row,  // a leaf can be raised as far as its best next_row move; others cannot move
    };
    std::string band;  // to reach; empty: the next better one
    Reach reach = Reach::maximum;
    std::map<std::string, Number, std::less<>> costs;  // of raising a leaf, by id; 0..1,000,000, 6 decimals; else 1
    std::set<std::string, std::less<>> fixed;          // ids of leaves that cannot be raised

    // Format cchc.whatif_options/1: {"format", "band", "reach": "maximum" | "next_row", "costs": {id: number}, "fixed":
    // [id]}; all but the format may be left out. Throws json_syntax or json_schema with a pointer.
    static WhatIfOptions from_json(std::string_view text, std::string_view source = "options");
};

struct WhatIf {
    Scorecard now;
    std::vector<LeafOutlook> leaves;      // those that exist for the kind of unit, in order
    std::optional<NextBand> next;         // none: the unit is in the best band, or the set has no bands
    std::optional<CheapestSet> cheapest;  // none where next is none

    // Format cchc.whatif/1; numbers as in cchc.scorecard/1.
    std::string to_json(const CriteriaSet& criteria) const;
    std::string to_text(const CriteriaSet& criteria, Lang lang) const;
};

// Looks at one unit. `among` is Scorecard::among of a unit that was scored together with others: their values stay as they
// are, also where a move would change the best or the mean. The next better band is the nearest one above the unit's whose
// value can be reached by more points; of a unit without a band, the lowest such.
// A fact moves on its own grid: by whole numbers where it is one (a plain fact with a bound that is none: by the decimals of
// the bound), never outside its dictionary. Where a table reads a fact through a `let`, the value is found if the `let` is a
// quotient of two linear expressions in the fact; other forms give no next_row move. The cheapest set raises leaves that are
// scored; of equally cheap sets the one with the fewest leaves, then the one whose leaves stand first in the set.
// Throws argument_range for a kind of unit or a cost out of range and for a band that is not better than the unit's, and
// unknown_name for ids that the set has not. Steps of `progress` are the leaves, and the parts of the search for the
// cheapest set, most of which is seldom needed.
WhatIf what_if(const CriteriaSet& criteria, const Facts& facts, const ScoreSheet& sheet = {},
               std::span<const std::optional<Number>> among = {}, const WhatIfOptions& options = {},
               const Progress& progress = {});

}  // namespace cchc
