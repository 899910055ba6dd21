// Lines of plain text of a bounded number of columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cchc::report {

// How many columns a text without line breaks takes.
int columns_of(std::string_view text) noexcept;

// The lines of a text, split at its line breaks and where it would be wider than `width` (at least 2): between words, and
// inside a word that is wider itself. Characters that would change a terminal are replaced or left out. Never empty.
std::vector<std::string> wrapped(std::string_view text, int width);

// The columns of the widest word, and of the widest line.
struct Extent {
    int word = 0, line = 0;
};
Extent extent_of(std::string_view text);

enum class Align : std::uint8_t { left, right, center };
// With blanks on both sides up to `width` columns; a wider text stays as it is.
std::string padded(std::string_view text, int width, Align align);

}  // namespace cchc::report
