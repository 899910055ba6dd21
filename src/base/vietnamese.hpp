// Vietnamese letters composed (NFC), and names of bodies compared as people read them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cchc::text {

// The text with each of the 134 Vietnamese letters that have marks as one character, in whatever order its marks stand;
// all else stays, bytes that are no UTF-8 too.
std::string compose(std::string_view t);

// What two spellings of one name share: composed, without blanks at its ends, runs of blanks (also U+00A0) as one space.
std::string name_key(std::string_view t);

// name_key(a) == name_key(b), without memory.
bool same_name(std::string_view a, std::string_view b) noexcept;

// How many bytes to insert, drop or change make one of the other (Levenshtein); beyond `most` it is most + 1.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

}  // namespace cchc::text
