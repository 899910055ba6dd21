// One child record, a pause or an extension, from the texts of its columns.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "dossier/mapping_names.hpp"

namespace cchc {

using PauseTexts = std::array<std::string_view, pause_column_count>;

// What is wrong with a child record, and in which column.
struct PauseFault {
    PauseColumn column;
    std::string_view expected;
};

// Reads all but the id. A record without a kind is a supplement.
std::optional<PauseFault> read_pause(const PauseTexts& texts, const Mapping& mapping, ClockEvent& out);

}  // namespace cchc
