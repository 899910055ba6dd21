// Numbers of scores. In JSON: decimal strings; where a fraction does not end as a decimal, the fraction beside it.
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

// For people: a table of many digits helps nobody, so a fraction is shown with six decimals and "≈"; none is a dash.
std::string number_text(const std::optional<Number>& value);

}  // namespace cchc::scoring
