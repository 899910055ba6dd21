// The header line: which delimiter, and which field is which column.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/names.hpp"

namespace cchc::csv {

inline constexpr std::size_t unmapped = column_count;

struct Header {
    std::vector<std::size_t> column;   // by field: the canonical column, or `unmapped`
    std::vector<std::string> ignored;  // captions that are not used
    std::vector<std::string> missing;  // canonical columns without a field
};

// The delimiter that the header line uses most of comma, semicolon and tab, outside quotes.
char find_delimiter(std::string_view line) noexcept;

// Throws ErrorCode::csv when id or received has no field, a caption stands twice, or the header is no UTF-8 text.
Header read_header(std::span<const std::string_view> captions, const Mapping& mapping, const std::string& source);

}  // namespace cchc::csv
