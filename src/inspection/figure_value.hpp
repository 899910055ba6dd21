// One answer of a self-report, read by the type of its figure.
#pragma once

#include <optional>

#include "inspection/part_reader.hpp"

namespace cchc::inspection {

// None when anything is wrong with it; all that is wrong has been said then.
std::optional<FigureValue> figure_value(PartReader& reader, const json::Node& node, const Figure& figure);

}  // namespace cchc::inspection
