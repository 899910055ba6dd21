// Files of facts: one for each agency out, and any number of them in.
#pragma once

#include <cchc/cchc.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace tool {

// Writes the facts of every agency of the result (a grouping by agency) to a file of its own in `folder`, which is made
// where it is missing. Throws CallError when a file exists and `force` is false, before any is written.
void write_facts(const cchc::StatisticsResult& result, const std::string& folder, bool force);

// Reads files of facts; a folder stands for its *.json, by name. What several files say of one unit is merged. In the order
// in which the units come. Throws CallError for what cannot be opened and for a folder without files, cchc::Error for a
// file that is refused, DataError for files of one unit that do not fit together.
std::vector<cchc::Facts> read_facts(const std::vector<std::string>& paths);

// The same, of one unit. Throws DataError, which names the command, for facts of several.
cchc::Facts read_facts_of_one(const std::vector<std::string>& paths, std::string_view command);

// One line for each fact that sources give differently, on standard error.
void say_conflicts(const cchc::Facts& facts);

}  // namespace tool
