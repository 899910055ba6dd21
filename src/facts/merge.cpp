// Facts of the same unit and period from several sources: what they agree on, and what they do not.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cchc/error.hpp"
#include "cchc/facts.hpp"

namespace cchc {
namespace {

bool knows_period(const Facts& facts) noexcept { return facts.from != Date{} || facts.to != Date{}; }

const CriterionNote* note_of(const std::vector<CriterionNote>& notes, std::string_view criterion) noexcept {
    const auto found =
        std::find_if(notes.begin(), notes.end(), [&](const auto& note) { return note.criterion == criterion; });
    return found == notes.end() ? nullptr : &*found;
}

[[noreturn]] void refuse(std::string_view what, std::string_view mine, std::string_view theirs) {
    throw Error(ErrorCode::incompatible,
                fmt::format("facts of different {} cannot be merged: \"{}\" and \"{}\"", what, mine, theirs));
}

// A criterion that does not apply cannot be one of which no case arose.
void check_notes(const std::vector<CriterionNote>& not_applicable, const std::vector<CriterionNote>& no_case) {
    for (const CriterionNote& note : not_applicable)
        if (note_of(no_case, note.criterion) != nullptr)
            throw Error(ErrorCode::incompatible,
                        fmt::format("one source says that the criterion \"{}\" does not apply, the other that no case arose",
                                    note.criterion));
}

void check(const Facts& mine, const Facts& theirs) {
    if (mine.unit != theirs.unit) refuse("units", mine.unit, theirs.unit);
    if (!mine.kind.empty() && !theirs.kind.empty() && mine.kind != theirs.kind)
        refuse("kinds of unit", mine.kind, theirs.kind);
    const bool other_period = mine.from != theirs.from || mine.to != theirs.to;
    if (knows_period(mine) && knows_period(theirs) && other_period)
        refuse("periods", fmt::format("{} to {}", to_string(mine.from), to_string(mine.to)),
               fmt::format("{} to {}", to_string(theirs.from), to_string(theirs.to)));
    check_notes(mine.not_applicable, theirs.no_case);
    check_notes(theirs.not_applicable, mine.no_case);
}

using Said = std::pair<std::string, FactValue>;  // source and value

// The conflict of that name, in its place among the others by name.
FactConflict& conflict_of(std::vector<FactConflict>& conflicts, const std::string& name) {
    const auto before = [](const FactConflict& conflict, const std::string& n) { return conflict.name < n; };
    auto at = std::lower_bound(conflicts.begin(), conflicts.end(), name, before);
    if (at == conflicts.end() || at->name != name) at = conflicts.insert(at, {name, {}});
    return *at;
}

void add_to(FactConflict& conflict, const Said& said) {
    if (std::find(conflict.values.begin(), conflict.values.end(), said) == conflict.values.end())
        conflict.values.push_back(said);
}

bool in_conflict(const Facts& facts, const std::string& name) noexcept {
    return std::any_of(facts.conflicts.begin(), facts.conflicts.end(), [&](const auto& c) { return c.name == name; });
}

// The value of a name moves to a conflict.
FactConflict& dispute(Facts& facts, const std::string& name) {
    FactConflict& conflict = conflict_of(facts.conflicts, name);
    if (const auto value = facts.values.find(name); value != facts.values.end()) {
        add_to(conflict, {std::string(facts.source_of(name)), value->second});
        facts.values.erase(value);
        facts.sources.erase(name);
    }
    return conflict;
}

void add_value(Facts& to, const std::string& name, const Said& said) {
    const auto mine = to.values.find(name);
    if (mine != to.values.end() && mine->second == said.second) return;
    if (mine != to.values.end() || in_conflict(to, name)) return add_to(dispute(to, name), said);
    to.values.emplace(name, said.second);
    if (said.first != to.source) to.sources.emplace(name, said.first);
}

void add_notes(std::vector<CriterionNote>& to, const std::vector<CriterionNote>& notes) {
    for (const CriterionNote& note : notes)
        if (note_of(to, note.criterion) == nullptr) to.push_back(note);
}

}  // namespace

void Facts::merge(const Facts& other) {
    check(*this, other);
    Facts merged = *this;
    if (merged.kind.empty()) merged.kind = other.kind;
    if (!knows_period(merged)) {
        merged.from = other.from;
        merged.to = other.to;
    }
    for (const auto& [name, value] : other.values) add_value(merged, name, {std::string(other.source_of(name)), value});
    for (const FactConflict& conflict : other.conflicts) {
        FactConflict& disputed = dispute(merged, conflict.name);
        for (const Said& said : conflict.values) add_to(disputed, said);
    }
    add_notes(merged.not_applicable, other.not_applicable);
    add_notes(merged.no_case, other.no_case);
    *this = std::move(merged);
}

}  // namespace cchc
