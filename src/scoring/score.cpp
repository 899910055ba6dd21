// Scorecards: of one unit, and of units scored together.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cchc/error.hpp"
#include "expression/fact_value.hpp"
#include "scoring/among.hpp"
#include "scoring/unit.hpp"

namespace cchc {
namespace scoring {
namespace {

using feel::Value;

std::optional<std::string> refused_by(const FactDefinition& d, const FactValue& fact) {
    if (d.type == FactDefinition::Type::boolean) {
        if (!std::holds_alternative<bool>(fact)) return "expected true or false";
    } else if (d.type == FactDefinition::Type::string) {
        const auto* text = std::get_if<std::string>(&fact);
        if (text == nullptr) return "expected a text";
        if (!d.values.empty() && std::find(d.values.begin(), d.values.end(), *text) == d.values.end())
            return fmt::format("expected one of {}; found \"{}\"", fmt::join(d.values, ", "), *text);
    } else {
        const auto* decimal = std::get_if<Decimal>(&fact);
        if (decimal == nullptr) return "expected a number";
        const Number number(*decimal);
        if (d.min && number < *d.min)
            return fmt::format("expected {} or more; found {}", d.min->to_string(), number.to_string());
        if (d.max && number > *d.max)
            return fmt::format("expected {} or less; found {}", d.max->to_string(), number.to_string());
    }
    return std::nullopt;
}

// Whether a note on a criterion means this leaf: the leaf itself, or a group above it.
bool covers(const CriteriaSet::Impl& set, std::string_view id, int criterion) {
    for (int i = criterion; i >= 0; i = set.criteria[static_cast<std::size_t>(i)].parent)
        if (set.criteria[static_cast<std::size_t>(i)].id == id) return true;
    return false;
}

void check_notes(const CriteriaSet::Impl& set, const std::vector<CriterionNote>& notes, const char* what,
                 std::vector<std::string>& problems) {
    for (const CriterionNote& note : notes)
        if (set.find(note.criterion) < 0)
            problems.push_back(fmt::format("{}: the set has no criterion \"{}\"", what, note.criterion));
}

void set_aside(LeafScore& score, const CriterionNote& note) {
    score.state = LeafState::not_applicable;
    score.max = Number();
    score.points.reset();
    score.counts = ScoreKind::none;
    score.missing.clear();
    score.reason = note.reason;
    score.authority = note.authority;
}

void no_case_told(const CriteriaSet::Impl& set, std::size_t kind, const CriterionNote& note, LeafScore& score,
                  std::vector<std::string>& problems) {
    const Criterion& c = set.criteria[static_cast<std::size_t>(score.criterion)];
    if (c.when_no_case == NoCase::unset) {
        problems.push_back(fmt::format("no_case: {} does not say what no case means", c.id));
        return;
    }
    set_no_case(c, kind, score);
    score.reason = note.reason;
}

}  // namespace

const CriterionNote* note_on(const CriteriaSet::Impl& set, const std::vector<CriterionNote>& notes, int criterion) {
    for (const CriterionNote& note : notes)
        if (covers(set, note.criterion, criterion)) return &note;
    return nullptr;
}

std::string name_of_kind(const CriteriaSet::Impl& set, std::size_t kind) {
    return set.units.empty() ? std::string() : set.units[kind];
}

std::size_t kind_of(const CriteriaSet::Impl& set, const Facts& facts) {
    if (set.units.empty() || (facts.kind.empty() && set.units.size() == 1)) return 0;
    const auto found = std::find(set.units.begin(), set.units.end(), facts.kind);
    if (found == set.units.end())
        throw Error(ErrorCode::argument_range,
                    fmt::format("unit \"{}\": expected one of the kinds of unit {} of the set {}; found \"{}\"", facts.unit,
                                fmt::join(set.units, ", "), set.id, facts.kind));
    return static_cast<std::size_t>(found - set.units.begin());
}

std::optional<std::string> refused(const CriteriaSet::Impl& set, const std::string& fact, const FactValue& value) {
    const auto name = std::lower_bound(set.fact_names.begin(), set.fact_names.end(), fact);
    if (name == set.fact_names.end() || *name != fact) return std::nullopt;
    const FactDefinition* const d = set.definitions[static_cast<std::size_t>(name - set.fact_names.begin())];
    return d == nullptr ? std::nullopt : refused_by(*d, value);
}

void put_facts(const CriteriaSet::Impl& set, const Facts& facts, Scorer& scorer, std::vector<std::string>& problems) {
    scorer.clear_facts();
    for (std::size_t i = 0; i < set.fact_names.size(); ++i) {
        const auto fact = facts.values.find(set.fact_names[i]);
        if (fact == facts.values.end()) continue;
        const FactDefinition* const d = set.definitions[i];
        if (const auto why = d == nullptr ? std::nullopt : refused_by(*d, fact->second)) {
            problems.push_back(fmt::format("fact \"{}\": {}", fact->first, *why));
            continue;
        }
        scorer.slots()[set.fact_slots[i]] = feel::value_of(fact->second);
    }
    for (const FactConflict& conflict : facts.conflicts)
        if (std::binary_search(set.fact_names.begin(), set.fact_names.end(), conflict.name))
            problems.push_back(fmt::format("fact \"{}\": the sources differ", conflict.name));
}

// What is not applicable comes before all else; what a person gave may only stand where a leaf applies.
Scorecard score_unit(const CriteriaSet::Impl& set, Scorer& scorer, const Facts& facts, const ScoreSheet& sheet,
                     std::vector<std::string> problems) {
    Scorecard card;
    card.set = set.id;
    card.version = set.version;
    card.unit = facts.unit;
    card.kind = name_of_kind(set, scorer.kind());
    card.from = facts.from;
    card.to = facts.to;
    card.problems = std::move(problems);
    check_notes(set, facts.not_applicable, "not_applicable", card.problems);
    check_notes(set, facts.no_case, "no_case", card.problems);
    for (const auto& [id, given] : sheet)
        if (const int i = set.find(id); i < 0 || !set.criteria[static_cast<std::size_t>(i)].leaf)
            card.problems.push_back(fmt::format("scores: the set has no leaf \"{}\"", id));
    for (std::size_t l = 0; l < set.leaves.size(); ++l) {
        const std::uint32_t c = set.leaves[l].criterion;
        if (!set.criteria[c].exists[scorer.kind()]) continue;
        LeafScore& leaf = card.leaves.emplace_back(score_leaf(set, scorer, l));
        if (const CriterionNote* note = note_on(set, facts.not_applicable, leaf.criterion)) {
            set_aside(leaf, *note);
        } else if (const CriterionNote* none = note_on(set, facts.no_case, leaf.criterion)) {
            no_case_told(set, scorer.kind(), *none, leaf, card.problems);
        }
        if (const auto given = sheet.find(set.criteria[c].id); given != sheet.end())
            apply_given(set, scorer, l, given->second, leaf, card.problems);
    }
    finish(set, scorer, card);
    return card;
}

}  // namespace scoring

Scorecard score(const CriteriaSet& criteria, const Facts& facts, const ScoreSheet& sheet) {
    const CriteriaSet::Impl& set = criteria.impl();
    scoring::Scorer scorer(set, scoring::kind_of(set, facts));
    std::vector<std::string> problems;
    scoring::put_facts(set, facts, scorer, problems);
    return scoring::score_unit(set, scorer, facts, sheet, std::move(problems));
}

std::vector<Scorecard> score_together(const CriteriaSet& criteria, std::span<const Facts> facts,
                                      std::span<const ScoreSheet> sheets, std::span<const std::string> outside,
                                      const Progress& progress) {
    if (!sheets.empty() && sheets.size() != facts.size())
        throw Error(ErrorCode::argument_range, "expected no score sheets, or one for each unit");
    const CriteriaSet::Impl& set = criteria.impl();
    std::vector<std::unique_ptr<scoring::Scorer>> scorers(set.kinds());
    std::vector<std::size_t> kinds;
    for (const Facts& f : facts) {
        kinds.push_back(scoring::kind_of(set, f));
        if (!scorers[kinds.back()]) scorers[kinds.back()] = std::make_unique<scoring::Scorer>(set, kinds.back());
    }
    const auto tell = [&](std::size_t done) {
        if (progress) progress(static_cast<std::int64_t>(done), static_cast<std::int64_t>(facts.size()));
    };
    scoring::AmongUnits among(set);
    std::vector<std::string> ignored;  // told of each unit below
    for (std::size_t i = 0; i < facts.size() && !set.among.empty(); ++i) {
        tell(0);  // the rounds below are what takes the time
        scoring::put_facts(set, facts[i], *scorers[kinds[i]], ignored);
        among.add(*scorers[kinds[i]], scoring::is_ranked(set, facts[i].unit, scoring::name_of_kind(set, kinds[i]), outside),
                  facts[i].not_applicable);
    }
    among.finish();
    std::vector<Scorecard> cards;
    cards.reserve(facts.size());
    const ScoreSheet none;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        tell(i);
        scoring::Scorer& scorer = *scorers[kinds[i]];
        std::vector<std::string> problems;
        scoring::put_facts(set, facts[i], scorer, problems);
        auto values = among.values(i);
        scoring::put_among(set, values, scorer);
        cards.push_back(scoring::score_unit(set, scorer, facts[i], sheets.empty() ? none : sheets[i], std::move(problems)));
        cards.back().among = std::move(values);
    }
    tell(facts.size());
    return cards;
}

}  // namespace cchc
