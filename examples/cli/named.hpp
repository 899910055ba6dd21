// Arguments that are a built-in name or else a file: calendars, counting rules, policies, kinds of forms, mappings,
// criteria sets.
#pragma once

#include <cchc/cchc.hpp>
#include <string>
#include <vector>

#include "options.hpp"

namespace tool {

// Each throws CallError when `name` is neither built in nor a file that can be opened (the message lists what is built
// in), and cchc::Error with a JSON pointer when the file is refused.
cchc::Calendar find_calendar(const std::string& name);
cchc::CountingRule find_rule(const std::string& name);
cchc::OutcomePolicy find_policy(const std::string& name);
cchc::FormVariant find_form_variant(const std::string& name);
cchc::Mapping find_mapping(const std::string& name);
cchc::CriteriaSet find_criteria(const std::string& name);
// Where the set in this file finds the frame that it extends: among the built-in sets, else as ID.json beside the file.
cchc::CriteriaLookup frames_beside(const std::string& file);
// The text of a criteria set, or of any other file, before anybody reads it.
std::string criteria_text(const std::string& name);

// Readings of argument texts. `option` names the argument in the CallError.
cchc::Lang parse_lang(const Common& common);
// The periods that --period and --windows name.
std::vector<cchc::Period> parse_periods(const std::string& period, const std::string& windows);
cchc::Date parse_date(const std::string& text, std::string_view option);

}  // namespace tool
