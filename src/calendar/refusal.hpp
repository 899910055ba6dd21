// How a calendar is refused: with the place in its file.
#pragma once

#include <string>

#include "cchc/error.hpp"

namespace cchc {

[[noreturn]] inline void refuse_calendar(const std::string& pointer, const std::string& message) {
    throw Error(ErrorCode::json_schema, message, {"calendar", -1, -1, -1, pointer});
}

}  // namespace cchc
