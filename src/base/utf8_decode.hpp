// UTF-8, one character at a time.
#pragma once

#include <cstddef>
#include <string_view>

namespace cchc::text {

struct Decoded {
    char32_t code = 0;
    std::size_t length = 0;  // bytes; 0: invalid
};

// The character at byte i, which is below t.size().
Decoded decode(std::string_view t, std::size_t i) noexcept;

}  // namespace cchc::text
