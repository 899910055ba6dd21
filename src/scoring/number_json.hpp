// Numbers of scores in JSON: decimal strings; where a fraction does not end as a decimal, the fraction beside it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cchc/number.hpp"

namespace cchc::json {
class Writer;
}

namespace cchc::scoring {

void number(json::Writer& w, std::string_view name, const Number& value);
void number(json::Writer& w, std::string_view name, const std::optional<Number>& value);  // none: null

}  // namespace cchc::scoring
