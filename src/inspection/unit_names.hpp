// The names of units as they come in files: which unit of the plan is meant, and which one may be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cchc/plan.hpp"

namespace cchc::inspection {

// The plan's spelling of a name that is the same by its key; else the name as it is.
std::string plan_name(const InspectionPlan& plan, std::string_view name);

// The units of the plan whose names differ from this one by case, marks, blanks and signs, or by two letters at most: those
// that are nearest, in the order of the plan.
std::vector<std::string> near_units(const InspectionPlan& plan, std::string_view name);

// "; có phải là …?" with the near units, or nothing: the end of a message.
LocalText did_you_mean(const InspectionPlan& plan, std::string_view name);

LocalText unknown_unit_words(const InspectionPlan& plan, std::string_view name);

// The unit that a file is named after: "self-reports/ubnd-xa-thanh.json", or by the end of its name that no other unit
// has ("xa-thanh"). Null where that tells no unit, or more than one.
const PlanSubject* unit_of_file(const InspectionPlan& plan, std::string_view source);

}  // namespace cchc::inspection
