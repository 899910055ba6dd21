// The one maker of problems.
#pragma once

#include <string_view>
#include <utility>

#include "cchc/self_report.hpp"

namespace cchc::inspection {

inline InspectionProblem problem(std::string_view code, bool error, std::string_view unit, std::string_view figure,
                                 std::string_view source, std::string_view pointer, LocalText message) {
    InspectionProblem p;
    p.code = code;
    p.error = error;
    p.unit = unit;
    p.figure = figure;
    p.source = source;
    p.pointer = pointer;
    p.message = std::move(message);
    return p;
}

}  // namespace cchc::inspection
