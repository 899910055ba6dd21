// A self-report read from its JSON: once, by whoever needs to know more of it than SelfReport::from_json() gives.
#pragma once

#include <string_view>

#include "cchc/self_report.hpp"

namespace cchc::json {
struct Value;
}  // namespace cchc::json

namespace cchc::inspection {

// A unit that the plan has gets the plan's spelling and kind; `plan` may be null, then the unit is of this kind.
SelfReport read_self_report(const json::Value& document, std::string_view source, const Outline& outline,
                            const InspectionPlan* plan, std::string_view kind);

// Warns of figures that cannot both be right: more resolved than received, figures that say the same and differ, a whole
// that is less than what lies in it.
void check_between(SelfReport& report, const Outline& outline);

}  // namespace cchc::inspection
