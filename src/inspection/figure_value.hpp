// One answer of a self-report, read by the type of its figure; and whom a figure asks.
#pragma once

#include <optional>
#include <string_view>

#include "inspection/part_reader.hpp"

namespace cchc::inspection {

// Whether units of this kind are asked for the figure; a unit of an unknown kind (empty) is asked for all.
bool asked_of_kind(const Figure& figure, std::string_view kind);

// None when anything is wrong with it; all that is wrong has been said then.
std::optional<FigureValue> figure_value(PartReader& reader, const json::Node& node, const Figure& figure);

}  // namespace cchc::inspection
