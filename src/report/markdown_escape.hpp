// Any text as Markdown that shows this text and does nothing else.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cchc::report {

enum class Breaks : std::uint8_t {
    hard,    // line breaks inside the text are hard breaks of a paragraph: '\' at the end of a line
    inline_  // the text stays on one line, as in a heading, a list item or a cell: <br>
};

// Every character that CommonMark or a common extension could read as markup is preceded by '\' or written as a character
// reference; so are blanks at the edges of a line, which would indent a block or be lost.
std::string escape_markdown(std::string_view text, Breaks breaks);

}  // namespace cchc::report
