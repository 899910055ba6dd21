// What scoring says in English, in Vietnamese: for problems of a round and for scorecards.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "cchc/criteria.hpp"

namespace cchc::inspection {

// The text between the first two quotation marks after `prefix`, and what follows them and ": ".
std::optional<std::pair<std::string_view, std::string_view>> quoted_after(std::string_view text, std::string_view prefix);

// The title of a fact in the set; its name where it has none.
std::string fact_title(const CriteriaSet& criteria, const std::string& name, Lang lang);

// A problem of a scorecard as the inside of a sentence; none for words that scoring does not give itself.
std::optional<std::string> score_problem_in_vietnamese(const CriteriaSet& criteria, std::string_view problem);

// Why an entry of a score sheet is refused.
std::string refusal_in_vietnamese(const CheckFinding& refused);

}  // namespace cchc::inspection
