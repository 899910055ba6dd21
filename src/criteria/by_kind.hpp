// Findings of a leaf that are the same for several kinds of unit are said once.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "criteria/findings.hpp"
#include "criteria/impl.hpp"

namespace cchc::criteria {

class FindingsByKind {
public:
    void add(const std::vector<std::size_t>& kinds, CheckFinding finding);
    // `all`: how many kinds of unit were looked at; a finding for fewer names them.
    void report(const CriteriaSet::Impl& set, std::size_t all, Findings& out) const;

private:
    std::vector<std::pair<CheckFinding, std::vector<std::size_t>>> found_;
};

}  // namespace cchc::criteria
