// The outline over many units: sums, breakdowns, lists, ratios of sums; who gave no figure is named.
// Thread safety: values; const calls may run beside each other. consolidate() keeps nothing: any number of threads at once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cchc/number.hpp"
#include "cchc/outline.hpp"
#include "cchc/self_report.hpp"

namespace cchc {

// A unit that owes a report, and its report.
struct ReportingUnit {
    std::string unit, kind;
    const SelfReport* report = nullptr;  // null: none was handed in
};

struct ConsolidatedFigure {
    std::size_t figure = 0;            // index into Outline::figures
    std::vector<std::string> given;    // units whose figure is in it, in the order of the units
    std::vector<std::string> missing;  // units that are asked and gave none that is right
    std::vector<std::pair<std::string, std::string>> not_applicable;  // unit and reason
    std::uint64_t yes = 0;                                            // yes_no
    Number sum, whole;           // count, money: sum; pair: both parts; breakdown: sum is the total
    std::optional<Number> rate;  // pair: 100 * sum / whole; none over a whole of 0. Never a mean of rates
    std::vector<std::pair<std::string, std::uint64_t>> breakdown;  // breakdown: sums; choice: how many units chose each
    DossierFigure dossiers;
    // What does not add up is listed by unit: texts, dates, rates, indices (as text), documents ("61/2018/NĐ-CP (23/04/2018)
    // …").
    std::vector<std::pair<std::string, std::vector<std::string>>> listed;
};

struct Consolidation {
    std::vector<ConsolidatedFigure> figures;            // every figure of the outline, in order
    std::string to_json(const Outline& outline) const;  // format cchc.consolidated-outline/1
};

// The order of the units changes nothing but the order of names and lists. The reports are read against this outline. Throws
// argument_range for a sum of counts beyond 64 bits, which reports that were read cannot have.
Consolidation consolidate(const Outline& outline, std::span<const ReportingUnit> units);

}  // namespace cchc
