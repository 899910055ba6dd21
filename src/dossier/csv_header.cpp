#include "dossier/csv_header.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace cchc::csv {
namespace {

[[noreturn]] void fail(const std::string& source, std::size_t field, const std::string& message) {
    throw Error(ErrorCode::csv, message, {source, 1, static_cast<std::int64_t>(field), -1, {}});
}

void check_captions(std::span<const std::string_view> captions, const std::string& source) {
    std::unordered_map<std::string_view, std::size_t> known;  // from a caption to its field
    for (std::size_t i = 0; i < captions.size(); ++i) {
        if (!text::is_utf8(captions[i])) fail(source, i + 1, "the header is not UTF-8; save the file as \"CSV UTF-8\"");
        const std::string_view caption = text::trim(captions[i]);
        if (caption.empty()) continue;  // spreadsheets leave empty columns
        const auto [before, is_new] = known.try_emplace(caption, i);
        if (!is_new)
            fail(source, i + 1,
                 fmt::format("the column \"{}\" stands twice, as fields {} and {}", text::excerpt(caption),
                             before->second + 1, i + 1));
    }
}

// The field whose caption is the best name of the column: the lowest rank, and the first of equals. A field that is another
// column already is not looked at.
std::size_t best_field(std::span<const std::string_view> captions, const Header& header, const Mapping& mapping,
                       std::size_t column) {
    std::size_t best = captions.size(), best_rank = static_cast<std::size_t>(-1);
    for (std::size_t i = 0; i < captions.size(); ++i) {
        const std::string_view caption = text::trim(captions[i]);
        if (caption.empty() || header.column[i] != unmapped) continue;
        const auto rank = mapping.rank(column, caption);
        if (rank && *rank < best_rank) {
            best = i;
            best_rank = *rank;
        }
    }
    return best;
}

[[noreturn]] void fail_missing(std::span<const std::string_view> captions, const Mapping& mapping, Column column,
                               const std::string& source) {
    const auto c = static_cast<std::size_t>(column);
    std::string found;
    for (const std::string_view caption : captions) found += (found.empty() ? "" : ", ") + std::string(text::trim(caption));
    fail(source, 1,
         fmt::format("no column for \"{}\" (known names: {}); found: {}", column_names[c], fmt::join(mapping.names(c), ", "),
                     text::excerpt(found, 200)));
}

}  // namespace

char find_delimiter(std::string_view line) noexcept {
    constexpr std::array<char, 3> candidates = {',', ';', '\t'};
    std::array<std::size_t, 3> count{};
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        for (std::size_t k = 0; k < candidates.size(); ++k) count[k] += static_cast<std::size_t>(c == candidates[k]);
    }
    return candidates[static_cast<std::size_t>(std::max_element(count.begin(), count.end()) - count.begin())];
}

Header read_header(std::span<const std::string_view> captions, const Mapping& mapping, const std::string& source) {
    check_captions(captions, source);
    Header header;
    header.column.assign(captions.size(), unmapped);
    for (std::size_t c = 0; c < column_count; ++c) {
        const std::size_t field = best_field(captions, header, mapping, c);
        if (field != captions.size()) {
            header.column[field] = c;
            continue;
        }
        const auto column = static_cast<Column>(c);
        if (column == Column::id || column == Column::received) fail_missing(captions, mapping, column, source);
        header.missing.emplace_back(column_names[c]);
    }
    for (std::size_t i = 0; i < captions.size(); ++i)
        if (header.column[i] == unmapped) header.ignored.push_back(text::excerpt(text::trim(captions[i])));
    return header;
}

}  // namespace cchc::csv
