// File names made of names of units. The library has such names for its documents only, in no public header; the tool uses
// public headers alone.
#pragma once

#include <string>
#include <string_view>

namespace tool {

// Small ASCII letters, digits and hyphens: "UBND xã Hướng Phùng" is "ubnd-xa-huong-phung". Never empty.
std::string slug(std::string_view name);

}  // namespace tool
