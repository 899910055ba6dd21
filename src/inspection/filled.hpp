// Readers that outlines and plans share.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/time.hpp"

namespace cchc::json {
class Node;
}

namespace cchc::inspection {

std::string filled_text(const json::Node& node);  // refused when empty
LocalText filled_local(const json::Node& node);   // refused when it is empty in both languages
std::vector<LocalText> filled_locals(const json::Node& node);
// A name that is not in `seen` yet, and is then. Refused as the second `what` of its name.
std::string fresh_name(const json::Node& node, std::set<std::string>& seen, std::string_view what);

}  // namespace cchc::inspection
