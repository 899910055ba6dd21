#include "format_key.hpp"

#include <cstddef>

namespace tool {
namespace {

constexpr std::string_view blanks = " \t\r\n";

// The end of the string that begins at `begin` with its quote: the place behind the closing quote, or the end of the text.
std::size_t behind_string(std::string_view json, std::size_t begin) {
    for (std::size_t i = begin + 1; i < json.size(); ++i) {
        if (json[i] == '\\') {
            ++i;
        } else if (json[i] == '"') {
            return i + 1;
        }
    }
    return json.size();
}

// The string that stands behind `begin` and a colon; empty where something else does.
std::string string_value(std::string_view json, std::size_t begin) {
    const std::size_t colon = json.find_first_not_of(blanks, begin);
    if (colon == std::string_view::npos || json[colon] != ':') return {};
    const std::size_t quote = json.find_first_not_of(blanks, colon + 1);
    if (quote == std::string_view::npos || json[quote] != '"') return {};
    const std::size_t end = behind_string(json, quote);
    return std::string(json.substr(quote + 1, end - quote - 2));
}

}  // namespace

std::string format_key(std::string_view json) {
    std::size_t depth = 0;
    for (std::size_t i = 0; i < json.size();) {
        const char c = json[i];
        if (c == '"') {
            const std::size_t end = behind_string(json, i);
            if (depth == 1 && json.substr(i, end - i) == "\"format\"") return string_value(json, end);
            i = end;
            continue;
        }
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && depth > 0) --depth;
        ++i;
    }
    return {};
}

}  // namespace tool
