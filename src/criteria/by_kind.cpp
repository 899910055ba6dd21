#include "criteria/by_kind.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace cchc::criteria {

void FindingsByKind::add(const std::vector<std::size_t>& kinds, CheckFinding finding) {
    const auto same = std::find_if(found_.begin(), found_.end(), [&](const auto& f) {
        return f.first.code == finding.code && f.first.pointer == finding.pointer && f.first.message == finding.message;
    });
    auto& known = same != found_.end() ? *same : found_.emplace_back(std::move(finding), std::vector<std::size_t>());
    known.second.insert(known.second.end(), kinds.begin(), kinds.end());
    std::sort(known.second.begin(), known.second.end());
}

void FindingsByKind::report(const CriteriaSet::Impl& set, std::size_t all, Findings& out) const {
    for (const auto& [finding, kinds] : found_) {
        std::string message = finding.message;
        if (kinds.size() < all) {
            std::vector<std::string> names;
            for (const std::size_t k : kinds) names.push_back(fmt::format("\"{}\"", set.units[k]));
            message += fmt::format(", for the kind{} of unit {}", names.size() == 1 ? "" : "s", fmt::join(names, ", "));
        }
        switch (finding.severity) {
            case CheckFinding::Severity::error: out.error(finding.code, finding.pointer, message, finding.article); break;
            case CheckFinding::Severity::warning:
                out.warning(finding.code, finding.pointer, message, finding.article);
                break;
            default: out.note(finding.code, finding.pointer, message, finding.article);
        }
    }
}

}  // namespace cchc::criteria
