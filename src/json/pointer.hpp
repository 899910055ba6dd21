#pragma once

#include <string>
#include <string_view>

namespace cchc::json {

// A member name as a reference token of a JSON pointer (RFC 6901: ~ and / are escaped).
inline std::string escape_pointer(std::string_view key) {
    std::string out;
    for (const char c : key) {
        if (c == '~') {
            out += "~0";
        } else if (c == '/') {
            out += "~1";
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace cchc::json
