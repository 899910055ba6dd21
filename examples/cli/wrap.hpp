// Breaking texts into lines and padding them, by display width.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tool {

enum class Align { left, right, centre };

// The text padded with blanks to `width`; a wider text stays as it is.
std::string padded(std::string_view text, std::size_t width, Align align);

// Lines of at most `width`, broken at blanks; a word that is wider is broken inside. Blanks before the text indent every
// line. At least one line.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

std::size_t longest_word(std::string_view text);

}  // namespace tool
