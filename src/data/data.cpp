#include "data/data.hpp"

#include <fmt/format.h>

#include <span>

#include "base/utf8.hpp"
#include "cchc/error.hpp"

namespace cchc::data {

std::vector<std::string> builtin_ids(std::string_view folder) {
    std::vector<std::string> ids;
    for (const Text& t : std::span(texts, text_count)) {
        if (!t.path.starts_with(folder) || t.path.substr(folder.size(), 1) != "/") continue;
        const std::string_view name = t.path.substr(folder.size() + 1);
        ids.emplace_back(name.substr(0, name.size() - std::string_view(".json").size()));
    }
    return ids;
}

std::string_view builtin(std::string_view folder, std::string_view id, std::string_view what) {
    const std::string path = fmt::format("{}/{}.json", folder, id);
    for (const Text& t : std::span(texts, text_count))
        if (t.path == path) return t.content;
    throw Error(ErrorCode::unknown_name, fmt::format("no built-in {} is named \"{}\"; there are: {}", what,
                                                     text::excerpt(id), fmt::join(builtin_ids(folder), ", ")));
}

}  // namespace cchc::data
