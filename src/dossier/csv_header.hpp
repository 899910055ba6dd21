// The header line: which delimiter, and which field is which column.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/mapping_names.hpp"

namespace cchc::csv {

inline constexpr std::size_t unmapped = column_count;

struct Header {
    // A field that says yes or no; yes sets the channel.
    struct Flag {
        std::size_t field;
        Channel channel;
    };
    std::vector<std::size_t> column;   // by field: the canonical column, or `unmapped`
    std::vector<Flag> flags;           // by name
    std::vector<std::string> ignored;  // captions that are not used
    std::vector<std::string> missing;  // canonical columns without a field
};

// The delimiter that the header line uses most of comma, semicolon and tab, outside quotes.
char find_delimiter(std::string_view line) noexcept;

// The delimiter that the options name, or else that of the first line; 0 for a blank line. Throws ErrorCode::csv for text
// that is UTF-16 and for a line that is too long.
char header_delimiter(std::string_view first_line, const ReadOptions& options);

// Whether a text says yes or no.
std::optional<bool> yes_or_no(std::string_view text);

// Throws ErrorCode::csv when id or received has no field, a caption stands twice, or the header is no UTF-8 text.
Header read_header(std::span<const std::string_view> captions, const Mapping& mapping, const std::string& source);

// The fields of child records, by column, or `no_field`; the same is thrown for id and from.
inline constexpr std::size_t no_field = static_cast<std::size_t>(-1);
struct PauseHeader {
    std::array<std::size_t, pause_column_count> field{};
    std::size_t fields = 0;
    std::vector<std::string> ignored;
};
PauseHeader read_pause_header(std::span<const std::string_view> captions, const Mapping& mapping, const std::string& source);

}  // namespace cchc::csv
