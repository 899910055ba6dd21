// A table as plain text.
#pragma once

#include <string>
#include <vector>

#include "cchc/report.hpp"

namespace cchc::report {

// The lines of the grid, at most `width` columns wide. A table with too many columns for the width is written row by row,
// each cell after its caption.
std::vector<std::string> table_lines(const Table& table, int width);

}  // namespace cchc::report
