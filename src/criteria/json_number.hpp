// Numbers in files: a JSON number or a decimal string, exactly.
#pragma once

#include "cchc/number.hpp"

namespace cchc::json {
class Node;
}

namespace cchc::criteria {

// Throws json_schema with the pointer of the node.
Number decimal_of(const json::Node& node);

}  // namespace cchc::criteria
