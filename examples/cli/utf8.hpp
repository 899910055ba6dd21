// UTF-8 for people: how wide a text stands on a terminal, and what may be printed there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tool {

bool is_utf8(std::string_view text) noexcept;

// Columns that the text takes on a terminal: one for each code point, none for combining marks and zero-width ones.
std::size_t display_width(std::string_view text) noexcept;

// The text with control characters and broken UTF-8 replaced by U+FFFD, so that no input steers the terminal.
// Line breaks and tabs stay.
std::string printable(std::string_view text);

}  // namespace tool
