// A value while an expression is evaluated. Texts are borrowed, numbers of everyday size take no memory.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

#include "cchc/number.hpp"

namespace cchc::feel {

// `missing` is ours: a fact that nobody gave. FEEL would make it null, and a null disappears in comparisons.
enum class Type : std::uint8_t { null, missing, boolean, number, string };

struct Value {
    Type type = Type::null;
    bool flag = false;
    Number number;
    std::string_view text;

    static Value null() noexcept { return {}; }
    static Value missing() noexcept { return of(Type::missing); }
    static Value boolean(bool b) noexcept {
        Value v = of(Type::boolean);
        v.flag = b;
        return v;
    }
    static Value of_number(Number n) noexcept {
        Value v = of(Type::number);
        v.number = std::move(n);
        return v;
    }
    static Value string(std::string_view t) noexcept {
        Value v = of(Type::string);
        v.text = t;
        return v;
    }

    bool is_number() const noexcept { return type == Type::number; }
    bool is_missing() const noexcept { return type == Type::missing; }
    bool is_true() const noexcept { return type == Type::boolean && flag; }
    bool is_false() const noexcept { return type == Type::boolean && !flag; }

private:
    static Value of(Type type) noexcept {
        Value v;
        v.type = type;
        return v;
    }
};

// Why an evaluation gave null. The first one is kept: it is the cause, the others follow from it.
enum class Fault : std::uint8_t {
    none,
    division_by_zero,
    not_a_number,   // an operand of arithmetic or of a function is no number
    not_a_boolean,  // an operand of and, or, not is no boolean
    not_comparable,
    bad_exponent,  // no whole number, beyond ±9,999, or 0 to a negative power
    negative_root,
    too_large,  // beyond the size of Number
    empty_list,
    bad_scale,  // places of rounding that are no whole number or beyond ±1,000
};
std::string_view to_string(Fault fault) noexcept;

}  // namespace cchc::feel
