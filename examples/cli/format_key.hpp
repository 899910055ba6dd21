// What a JSON file says it is.
#pragma once

#include <string>
#include <string_view>

namespace tool {

// The text of the key "format" of the outermost object, e.g. "cchc.facts/1"; empty where there is none. Nothing else of the
// text is looked at: the library reads it.
std::string format_key(std::string_view json);

}  // namespace tool
