// Units above units: which commune belongs to which district, and at what level of government each unit stands. From the
// figures of agencies it makes those of levels and of whole subtrees.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/statistics.hpp"

namespace cchc {

struct HierarchyLevel {
    std::string id;  // "province", "district", "commune", or what the file calls it
    LocalText title;
};

struct HierarchyUnit {
    std::string id;  // the agency, exactly as dossiers name it
    LocalText title;
    std::size_t level = 0;              // index into the levels
    std::optional<std::size_t> parent;  // index into the units
};

// Format cchc.hierarchy/1. Immutable once read.
class Hierarchy {
public:
    // {"format":"cchc.hierarchy/1","id":…,"title":…,"levels":[{"id":…,"title":…}],"units":[{"id":…,"level":…,"parent":…,
    // "title":…}]}: levels from above; a unit without a parent stands at the top. Throws json_syntax; json_schema with the
    // pointer of: a unit or level that stands twice, an unknown level or parent, a unit above itself, more than 32 units
    // above each other.
    static Hierarchy from_json(std::string_view text, std::string_view source = "hierarchy");
    // Columns unit, parent, level and optionally title; levels are ordered as they first occur. Throws csv with the line.
    static Hierarchy from_csv(std::string_view text, std::string_view source = "hierarchy");
    // JSON if the text begins with '{', else CSV.
    static Hierarchy from_text(std::string_view text, std::string_view source = "hierarchy");

    const std::string& id() const noexcept { return id_; }
    const LocalText& title() const noexcept { return title_; }
    const std::vector<HierarchyLevel>& levels() const noexcept { return levels_; }
    const std::vector<HierarchyUnit>& units() const noexcept { return units_; }
    std::optional<std::size_t> find(std::string_view unit) const noexcept;

private:
    friend class HierarchyBuilder;
    Hierarchy() = default;

    std::string id_;
    LocalText title_;
    std::vector<HierarchyLevel> levels_;
    std::vector<HierarchyUnit> units_;
    std::vector<std::size_t> by_id_;  // units in order of id
};

struct ConsolidatedUnit {
    std::size_t unit = 0;  // index into the hierarchy's units
    std::size_t depth = 0;
    std::string number;  // "1", "1.2": its place in the tree
    bool has_parts = false;
    Counts own;      // its own dossiers
    Counts subtree;  // and those of all units below it
};

struct ConsolidatedLevel {
    std::size_t level = 0;
    std::size_t units = 0;
    Counts counts;  // the own dossiers of its units: those of units below belong to their own level
};

struct ConsolidatedResult {
    StatisticsResult result;
    Hierarchy hierarchy;
    std::vector<ConsolidatedUnit> units;  // every unit, those above first; without dossiers: zeroes
    std::vector<ConsolidatedLevel> levels;
    std::vector<GroupRow> unknown;  // agencies that the hierarchy does not have
    Counts unknown_total;
    std::vector<IdentityCheck> identities;  // F: levels, subtrees and what is unknown add up
    bool holds() const noexcept;
};

// Throws argument_range when the result has no grouping by agency alone.
ConsolidatedResult consolidate(const StatisticsResult& result, const Hierarchy& hierarchy);

// Form II.06a by level of government: a section for each level with the own dossiers of its units, one more for agencies
// that the hierarchy does not have.
Table form_by_level(const ConsolidatedResult& result, Lang lang);
// Form II.06a by unit: each with all that is below it, the own dossiers of a unit that has units below it in a line apart.
Table form_by_unit(const ConsolidatedResult& result, Lang lang);
// Everything (format cchc.consolidated/1).
std::string to_json(const ConsolidatedResult& result);

}  // namespace cchc
