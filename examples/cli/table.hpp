// Tables for a terminal or a text file, aligned by what the eye sees (Vietnamese letters may be one or two code points).
#pragma once

#include <cchc/cchc.hpp>
#include <string>

namespace tool {

// The table with its heading above and its notes below. Captions are wrapped to their columns; a caption that stands in
// neighbouring cells of a header row is written once above them. Long texts in cells are wrapped, too.
std::string render(const cchc::Table& table);

}  // namespace tool
