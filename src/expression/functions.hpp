// The functions of FEEL that there are.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "expression/value.hpp"

namespace cchc::feel {

enum class Function : std::uint8_t {
    min,
    max,
    sum,
    count,
    mean,
    abs,
    floor,
    ceiling,
    decimal,
    round_up,
    round_down,
    round_half_up,
    round_half_down,
    modulo,
    sqrt,
    even,
    odd,
    not_,
};

inline constexpr std::uint8_t any_number = 255;  // of arguments
struct Signature {
    std::string_view name;
    Function function;
    std::uint8_t least;  // arguments
    std::uint8_t most;
};
// The function of that name ("round half up"), or none.
const Signature* find_function(std::string_view name) noexcept;
std::string_view name_of(Function function) noexcept;
// All names, for messages.
std::string function_names();

// The result over arguments none of which is missing.
Value apply(Function function, std::span<const Value> arguments, Fault& fault);

}  // namespace cchc::feel
