// Words that Markdown and plain text share.
#pragma once

#include <string>
#include <string_view>

#include "cchc/report.hpp"

namespace cchc::report {

std::string_view recipients_word(Lang lang) noexcept;  // "Nơi nhận:"
std::string_view sign_here(Lang lang) noexcept;        // below a post: the name is written by hand
std::string_view chart_word(Lang lang) noexcept;       // before the title of a chart that is told in words

}  // namespace cchc::report
