#pragma once

#include <string>
#include <string_view>

namespace cchc::stats {

// A field of a CSV line, in quotes where it needs them.
std::string quoted(std::string_view text);

}  // namespace cchc::stats
