// The folder of a round of inspection, read.
#pragma once

#include <cchc/cchc.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "options.hpp"

namespace tool {

// The folders of a round whose files people hand in.
const std::vector<std::string>& input_folders();

// Reads FOLDER: the plan, the outline and the criteria that it names, and all that was handed in. Files are named relative
// to the folder, so that the result does not depend on where it lies. What cannot be read is a problem of the round and the
// rest goes on; without a plan, its outline, its calendar or its policy there is nothing to go on with: throws cchc::Error
// or DataError.
cchc::Inspection read_round(const std::string& folder, std::optional<cchc::Date> as_of);

}  // namespace tool
