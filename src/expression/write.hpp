// An expression as text again, always spelled the same way: two with the same text are the same expression.
#pragma once

#include <string>

#include "expression/code.hpp"

namespace cchc::feel {

std::string write(const Code& code, std::uint32_t root);

}  // namespace cchc::feel
