// Facts: the joint of the house. A flat map from dotted names to exact values; statistics write it, scoring reads it.
#pragma once

#include <map>
#include <string>
#include <variant>

#include "cchc/decimal.hpp"
#include "cchc/time.hpp"

namespace cchc {

using FactValue = std::variant<Decimal, std::string, bool>;

// The facts of one unit for one period (format cchc.facts/1).
struct Facts {
    std::string unit;
    Date from{};
    Date to{};
    std::map<std::string, FactValue> values;

    // The pinned JSON, names in order, numbers as exact decimals.
    std::string to_json() const;
};

}  // namespace cchc
