#include "inspection/filled.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "json/value.hpp"

namespace cchc::inspection {

std::string filled_text(const json::Node& node) {
    if (node.string().empty()) node.fail("expected a text; found an empty one");
    return std::string(node.string());
}

LocalText filled_local(const json::Node& node) {
    LocalText text = node.local();
    if (text == LocalText{}) node.fail("expected a text; found an empty one");
    return text;
}

std::vector<LocalText> filled_locals(const json::Node& node) {
    std::vector<LocalText> out;
    for (const json::Node& item : node.items()) out.push_back(filled_local(item));
    return out;
}

std::string fresh_name(const json::Node& node, std::set<std::string>& seen, std::string_view what) {
    std::string name = filled_text(node);
    if (!seen.insert(name).second)
        node.fail(fmt::format("expected each {} once; found \"{}\" again", what, text::excerpt(name)));
    return name;
}

}  // namespace cchc::inspection
