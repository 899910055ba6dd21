// The date inside a dossier's code.
#pragma once

#include <optional>
#include <string_view>

#include "cchc/time.hpp"

namespace cchc::quality {

// Codes are unit-YYMMDD-number (Circular 01/2018/TT-VPCP art. 19; of this century) or unit-YYYYMMDD-number. std::nullopt for
// other ids, and for digits that are no date.
std::optional<Date> date_in_code(std::string_view id) noexcept;

}  // namespace cchc::quality
