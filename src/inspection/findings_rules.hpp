// What of conclusions and remedies counts for a finding; problems, rows and counts must see it alike.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cchc/findings.hpp"

namespace cchc::json {
class Node;
}

namespace cchc::inspection {

inline constexpr std::pair<std::string_view, FindingKind> finding_kind_names[] = {{"shortcoming", FindingKind::shortcoming},
                                                                                  {"difficulty", FindingKind::difficulty},
                                                                                  {"good_model", FindingKind::good_model}};

inline bool needs_fix(const Finding& finding) noexcept { return finding.kind != FindingKind::good_model; }

// Why a fix of a conclusion, or a remedy, does not count for the finding that it names.
enum class FixFault : std::uint8_t {
    none,
    other_unit,
    good_model,
    concluded_early,
    due_before_finding,
    due_before_conclusion
};
FixFault fault_of(const Conclusion& conclusion, const RequiredFix& fix, const Finding& finding) noexcept;
enum class RemedyFault : std::uint8_t { none, good_model, done_early };
RemedyFault fault_of(const Remedy& remedy, const Finding& finding) noexcept;

// By id of the finding; pointers into `findings`, which must outlive it.
struct FindingLinks {
    std::map<std::string_view, const Finding*> findings;              // the first of each id
    std::map<std::string_view, std::optional<Date>> due;              // set by the latest conclusion that counts
    std::map<std::string_view, std::vector<const Remedy*>> remedies;  // those that count; the first one first
};

FindingLinks links_of(const Findings& findings);

// Reads a file item by item into `out`: what is wrong is a problem there.
void read_findings(const json::Node& document, std::string_view source, const Calendar& calendar, Findings& out);

}  // namespace cchc::inspection
