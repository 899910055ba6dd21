// Scores: facts under a criteria set give a scorecard: the state and points of every leaf, totals, index, accounts, band;
// and the units scored together give a ranking. Everything is exact; rounding happens where the set says and nowhere else.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/criteria.hpp"
#include "cchc/facts.hpp"
#include "cchc/number.hpp"
#include "cchc/progress.hpp"
#include "cchc/time.hpp"

namespace cchc {

// A leaf is in exactly one state.
enum class LeafState : std::uint8_t {
    scored = 0,
    not_applicable = 1,  // with reason and authority; the maximum shrinks
    no_case = 2,         // no case arose; the criterion says what that means
    missing_input = 3,   // facts or scores that nobody gave; LeafScore::missing names them
    no_rule = 4,         // the rule says nothing about these facts: a hole of the text, or a value that cannot be computed
    conflicting_rules = 5,  // two rows match where only one may
};
std::string_view to_string(LeafState state) noexcept;

// A score that a person gave.
struct GivenScore {
    Number points;
    std::string author;
    std::string reason;
    std::vector<std::string> evidence;
    Moment at;
};
// The scores of people for one leaf. Which counts: after_explanation, else appraised, else what the rule computes, else
// self.
struct GivenScores {
    std::optional<GivenScore> self, appraised, after_explanation;
};
// By id of the leaf.
using ScoreSheet = std::map<std::string, GivenScores, std::less<>>;

enum class ScoreKind : std::uint8_t { none, computed, self, appraised, after_explanation };
std::string_view to_string(ScoreKind kind) noexcept;

struct LeafScore {
    int criterion = -1;  // index into CriteriaSet::criteria()
    LeafState state = LeafState::missing_input;
    Number max;                          // that counts: 0 where the leaf is not applicable
    std::optional<Number> points;        // that count
    ScoreKind counts = ScoreKind::none;  // whose points these are
    std::optional<Number> computed;      // what the rule gives, capped and rounded
    std::optional<Number> before_cap;    // what it gave before
    GivenScores given;
    bool differs = false;              // the self-score is not what the rule computes
    std::vector<std::string> missing;  // facts that the rule needs
    std::string reason;                // of not applicable, no case, missing, no rule, conflict
    std::string authority;             // of not applicable
};

// A field, or a criterion with components.
struct GroupScore {
    int criterion = -1;
    Number max;                   // as the set says
    Number applicable;            // without what does not apply
    Number points;                // of the leaves that have points; rescaled where the set says so
    std::optional<Number> index;  // 100 × points of the leaves / applicable, percent; none where nothing applies
    bool complete = true;         // no leaf is without points
};

struct AccountScore {
    int account = -1;
    Number points;
    bool complete = true;
};

struct Scorecard {
    std::string set, version;
    std::string unit, kind;
    Date from{}, to{};
    std::vector<LeafScore> leaves;   // of the tree and of the accounts, those that exist for the kind of unit, in order
    std::vector<GroupScore> groups;  // in order
    std::vector<AccountScore> accounts;
    Number max, applicable;             // of the tree
    Number points;                      // of the tree
    std::optional<Number> index;        // 100 × points of the leaves / applicable, percent, exact
    bool complete = true;               // no leaf is without points, except where the set leaves them out
    std::optional<Number> exact_total;  // tree and accounts; none where not complete
    std::optional<Number> total;        // rounded as the set says
    int band = -1;                      // index into bands(); -1: none
    std::string band_reason;            // why none, or what capped it
    std::vector<std::string> problems;  // facts of a wrong type or out of range, notes on unknown criteria, bad scores
    std::vector<Number> rank_keys;      // rank_by, then the tie breaks; empty where they cannot be computed
    std::vector<std::optional<Number>> among;  // values of the functions among units, for the trace

    const LeafScore* find(const CriteriaSet& criteria, std::string_view id) const noexcept;
    // Format cchc.scorecard/1. Numbers are decimal strings, exact or to 34 digits; where they do not end, "…_exact" is the
    // fraction. With `facts`, each leaf carries its trace.
    std::string to_json(const CriteriaSet& criteria, const Facts* trace_of = nullptr) const;
    // A table for people; with `trace_of`, how each leaf came about.
    std::string to_text(const CriteriaSet& criteria, Lang lang, const Facts* trace_of = nullptr) const;
};

// Scores one unit. Functions among units have no value then: the leaves that need them are missing input. `sheet` holds the
// scores of people. Throws argument_range when the kind of unit is none of the set. Any number of threads may score at once.
Scorecard score(const CriteriaSet& criteria, const Facts& facts, const ScoreSheet& sheet = {});

// Scores units together. `sheets` is empty or one for each unit. `outside` are units that are scored but not ranked and not
// seen by "among units", besides the kinds that the set names. A step of `progress` is a unit. Throws as score(), and
// argument_range for another number of sheets.
std::vector<Scorecard> score_together(const CriteriaSet& criteria, std::span<const Facts> facts,
                                      std::span<const ScoreSheet> sheets = {}, std::span<const std::string> outside = {},
                                      const Progress& progress = {});

// How a leaf came about: every fact with its source, every let, every row, before and after the cap.
struct TraceFact {
    std::string name;
    std::optional<FactValue> value;
    std::string source;
};
struct TraceLet {
    std::string name, expression, value;
};
enum class Verdict : std::uint8_t { no, yes, missing, undefined };
struct TraceCell {
    std::string input, tests, value;
    Verdict verdict = Verdict::no;
};
struct TraceRow {
    std::size_t row = 0;  // 0-based
    Verdict verdict = Verdict::no;
    std::vector<TraceCell> cells;
    std::string points;  // expression
    std::string article;
    std::string note;
};
struct LeafTrace {
    std::vector<TraceFact> facts;
    std::vector<TraceLet> lets;
    std::vector<TraceRow> rows;
    std::string expression;  // of the points that counted
    std::optional<Number> before_cap, capped, rounded;
    std::vector<LegalBasis> legal_basis;
};
// The trace of a leaf (by index of the criterion) for these facts. The same set version and facts give the same trace.
// Throws argument_range for an index that is no leaf, or a kind of unit that the set has not. `among` is Scorecard::among of
// a unit that was scored together with others.
LeafTrace trace(const CriteriaSet& criteria, const Facts& facts, std::size_t criterion,
                std::span<const std::optional<Number>> among = {});

// A place in a ranking.
struct RankRow {
    std::size_t unit = 0;              // index into the scorecards
    std::optional<std::int64_t> rank;  // 1 is the best; none outside the ranking
    bool tied = false;
    std::string group;   // kind of unit, where the ranking is by kind
    std::string reason;  // why it is outside
};
struct RankOptions {
    bool by_kind = false;              // a ranking of its own for each kind of unit
    std::vector<std::string> outside;  // units that are not ranked
};
// Ranks scorecards of one set by its rank_by, exact values, then its tie breaks; equal units share a place (competition: 1,
// 1, 3; dense: 1, 1, 2). In order of place, equal ones by name; then those outside. Throws incompatible when a scorecard is
// of another set or version.
std::vector<RankRow> rank(const CriteriaSet& criteria, std::span<const Scorecard> cards, const RankOptions& options = {});
std::string ranking_to_json(const CriteriaSet& criteria, std::span<const Scorecard> cards, std::span<const RankRow> rows);

// The same unit in two years, each under its own set. Criteria are matched by id; what only one set has is listed too, after
// those of the later one. The names of the two may differ: units are merged and renamed. Throws incompatible when a
// scorecard is of another set or version than the criteria beside it.
struct ScoreChange {
    std::string id;
    LocalText title;
    std::optional<Number> before, after;              // points
    std::optional<Number> index_before, index_after;  // percent of the applicable maximum
};
std::vector<ScoreChange> compare(const CriteriaSet& criteria_before, const Scorecard& before,
                                 const CriteriaSet& criteria_after, const Scorecard& after);
// The same as JSON (format cchc.comparison/1), with total, index and band of both years.
std::string comparison_to_json(const CriteriaSet& criteria_before, const Scorecard& before,
                               const CriteriaSet& criteria_after, const Scorecard& after);

}  // namespace cchc
