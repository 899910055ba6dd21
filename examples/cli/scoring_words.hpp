// What score and rank say of scorecards on standard error, and how they write numbers.
#pragma once

#include <cchc/cchc.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "options.hpp"

namespace tool {

// What score and whatif are called with. Throws CallError, which names the command.
void check_call_of_one(std::string_view command, const std::string& criteria, const std::vector<std::string>& facts,
                       const Common& common);

// The scores of people for the unit of the facts; none where no file is named.
cchc::Appraisal sheet_for(const std::string& path, const cchc::CriteriaSet& criteria, const cchc::Facts& facts);

// Throws DataError when the facts are of a kind of unit that the set has not.
void check_kind(const cchc::CriteriaSet& criteria, const cchc::Facts& facts);

// A line where the facts are of a period that the set is not valid in; it is scored all the same, because somebody asked.
void say_validity(const cchc::CriteriaSet& criteria, const cchc::Facts& facts);

// A line for each problem of the scorecard and for each leaf without points that should have some. Returns whether the
// scorecard has problems or is not complete.
bool say_what_is_wrong(const cchc::CriteriaSet& criteria, const cchc::Scorecard& card);

// For a table: as it is where it ends within six decimals, else about.
std::string short_number(const std::optional<cchc::Number>& value);

}  // namespace tool
