// UTF-8 at the border: what comes in is checked, what goes out is cut between characters.
#pragma once

#include <cstddef>
#include <string_view>

namespace cchc::capi {

// Length of the longest prefix that is valid UTF-8 (no overlong forms, no surrogates, at most U+10FFFF).
std::size_t utf8_valid_prefix(std::string_view text) noexcept;

// Length of the longest prefix of at most `limit` bytes that does not cut a character.
std::size_t utf8_prefix(std::string_view text, std::size_t limit) noexcept;

}  // namespace cchc::capi
