// What `cchc stats` asks: from option texts to a query of the library.
#pragma once

#include <cchc/cchc.hpp>
#include <string>
#include <vector>

#include "options.hpp"

namespace tool {

// The query of one period; of several (is_series) what is asked of each of them, without dates. Throws CallError for texts
// that say nothing, cchc::Error for files that are refused.
cchc::Query make_query(const StatsOptions& options);

// The lines of a file, without a byte order mark, line ends and blank lines.
std::vector<std::string> read_lines(const std::string& path);

}  // namespace tool
