// What of conclusions and remedies counts for a finding; problems and rows must see it alike.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/findings.hpp"

namespace cchc::inspection {

inline bool needs_fix(const Finding& finding) noexcept { return finding.kind != FindingKind::good_model; }

// By id of the finding; pointers into `findings`, which must outlive it.
struct FindingLinks {
    std::map<std::string_view, const Finding*> findings;              // the first of each id
    std::map<std::string_view, std::optional<Date>> due;              // set by the latest conclusion of its unit
    std::map<std::string_view, std::vector<const Remedy*>> remedies;  // none before its finding; the first one first
};

FindingLinks links_of(const Findings& findings);

}  // namespace cchc::inspection
