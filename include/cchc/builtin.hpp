// What ships with the library as data: names and texts, by kind.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cchc {

// The numbers are those of CCHC_BUILTIN_… in cchc.h.
enum class Builtin : std::uint8_t {
    calendar = 0,      // format cchc.calendar/1
    rule = 1,          // cchc.rule/1
    policy = 2,        // cchc.policy/1
    criteria = 3,      // cchc.criteria/1
    mapping = 4,       // cchc.mapping/1
    form_variant = 5,  // cchc.form-variant/1
    plan = 6,          // cchc.plan/1
    outline = 7,       // cchc.outline/1
    schema = 8,        // JSON Schema of a format; its name is that of the format without "cchc." and "/1"
};

// The names that exist, in order.
std::vector<std::string> builtin_ids(Builtin kind);
// The text of one, to read or to change: static. Throws unknown_name, which lists the names that exist.
std::string_view builtin_json(Builtin kind, std::string_view id);

}  // namespace cchc
