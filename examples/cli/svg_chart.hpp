// A chart as inline SVG.
#pragma once

#include <cchc/report.hpp>
#include <string>
#include <string_view>

namespace tool {

// One <svg> element with its title and its alternative text, without scripts, links or styles from outside. `id` is unique
// in the page and begins those of its parts. Every number that has room is written beside its mark; what is missing is said.
std::string svg_chart(const cchc::report::Chart& chart, cchc::Lang lang, std::string_view id);

}  // namespace tool
