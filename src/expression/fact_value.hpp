// A fact as a value of expressions. Texts are borrowed from the fact.
#pragma once

#include "cchc/facts.hpp"
#include "expression/value.hpp"

namespace cchc::feel {

inline Value value_of(const FactValue& fact) {
    if (const auto* number = std::get_if<Decimal>(&fact)) return Value::of_number(Number(*number));
    if (const auto* text = std::get_if<std::string>(&fact)) return Value::string(*text);
    return Value::boolean(std::get<bool>(fact));
}

}  // namespace cchc::feel
