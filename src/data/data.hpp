// What ships as data and is compiled in, found by its path below src/data, e.g. "calendars/vn.json".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cchc::data {

struct Text {
    std::string_view path;
    std::string_view content;
};
extern const Text texts[];
extern const std::size_t text_count;

// The file `folder`/`id`.json. Throws unknown_name, which lists the ids that exist, as `what` ("calendar").
std::string_view builtin(std::string_view folder, std::string_view id, std::string_view what);
std::vector<std::string> builtin_ids(std::string_view folder);

}  // namespace cchc::data
