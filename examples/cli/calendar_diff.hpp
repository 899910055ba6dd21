// `cchc calendar YEAR --diff A B`.
#pragma once

#include <cchc/cchc.hpp>

#include "options.hpp"
#include "output.hpp"

namespace tool {

struct Span {
    cchc::Date from{}, to{};  // [from, to)
};

// One row for each date of the span on which kind, name or hours differ, or that only one of the calendars covers.
void write_diff(const cchc::Calendar& a, const cchc::Calendar& b, const Span& span, const Common& common, Output& output);

}  // namespace tool
