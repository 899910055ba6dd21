#include "scoring_words.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "input.hpp"
#include "problems.hpp"

namespace tool {
namespace {

// Why a leaf has no points; empty where that is as it should be.
std::string lacks(const cchc::LeafScore& leaf) {
    switch (leaf.state) {
        case cchc::LeafState::missing_input:
            if (!leaf.missing.empty()) return fmt::format("missing input: {}", fmt::join(leaf.missing, ", "));
            return fmt::format("missing input{}{}", leaf.reason.empty() ? "" : ": ", leaf.reason);
        case cchc::LeafState::no_rule: return fmt::format("no rule{}{}", leaf.reason.empty() ? "" : ": ", leaf.reason);
        case cchc::LeafState::conflicting_rules:
            return fmt::format("conflicting rules{}{}", leaf.reason.empty() ? "" : ": ", leaf.reason);
        default: return {};
    }
}

}  // namespace

void check_call_of_one(std::string_view command, const std::string& criteria, const std::vector<std::string>& facts,
                       const Common& common) {
    if (criteria.empty())
        throw CallError(fmt::format("{}: give a criteria set with --criteria: a built-in id or a file", command));
    if (facts.empty())
        throw CallError(fmt::format("{}: give the facts of a unit with --facts, or - for standard input", command));
    if (common.format == "csv") throw CallError(fmt::format("{}: --format is table or json", command));
    if (std::count(facts.begin(), facts.end(), "-") + (criteria == "-" ? 1 : 0) > 1)
        throw CallError(fmt::format("{}: standard input can be read once", command));
}

cchc::Appraisal sheet_for(const std::string& path, const cchc::CriteriaSet& criteria, const cchc::Facts& facts) {
    if (path.empty()) return {};
    return cchc::read_appraisal(criteria, facts, read_whole(path), path, cchc::Calendar::builtin("vn"));
}

void check_kind(const cchc::CriteriaSet& criteria, const cchc::Facts& facts) {
    if (criteria.units().empty() || criteria.find_kind(facts.kind) >= 0) return;
    throw DataError(fmt::format("unit \"{}\": expected one of the kinds of unit {} of the set {}; found \"{}\"", facts.unit,
                                fmt::join(criteria.units(), ", "), criteria.id(), facts.kind));
}

void say_validity(const cchc::CriteriaSet& criteria, const cchc::Facts& facts) {
    if (facts.from == facts.to) return;
    const auto from = criteria.valid_from(), to = criteria.valid_to();
    if ((!from || *from <= facts.from) && (!to || facts.to <= *to)) return;
    say(fmt::format("note: {}: the facts are of {} to {}, the set {} is valid from {}{}", facts.unit,
                    cchc::to_string(facts.from), cchc::to_string(facts.to), criteria.id(),
                    from ? cchc::to_string(*from) : "ever", to ? " to " + cchc::to_string(*to) : ""));
}

bool say_what_is_wrong(const cchc::CriteriaSet& criteria, const cchc::Scorecard& card) {
    for (const std::string& problem : card.problems) say(fmt::format("{}: {}", card.unit, problem));
    for (const cchc::LeafScore& leaf : card.leaves) {
        if (leaf.points) continue;
        const std::string why = lacks(leaf);
        if (why.empty()) continue;
        const std::string& id = criteria.criteria()[static_cast<std::size_t>(leaf.criterion)].id;
        // A set may leave such leaves out of the total: then the scorecard is complete all the same.
        say(fmt::format("{}{}: {}: {}", card.complete ? "note: " : "", card.unit, id, why));
    }
    return !card.complete || !card.problems.empty();
}

std::string short_number(const std::optional<cchc::Number>& value) {
    if (!value) return "–";
    const cchc::Number about = value->rounded(6, cchc::RoundingMode::half_even);
    return about == *value ? value->to_string() : "≈" + about.to_string();
}

}  // namespace tool
