// Reading dossiers into statistics, block by block, and saying on standard error what was wrong with them.
#pragma once

#include <cchc/cchc.hpp>

#include "options.hpp"

namespace tool {

// Adds all files of the options. True when every row was good. Throws CallError when a file cannot be opened,
// cchc::Error when it is no usable CSV, or at the first bad row if --strict.
bool add_files(const StatsOptions& options, cchc::Statistics& statistics);

}  // namespace tool
