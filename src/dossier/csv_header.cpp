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

// The field whose caption is the best name of a column: the lowest rank, and the first of equals; or no_field. rank(i) is
// that of caption i, or nothing where the field is another column already.
template <class Rank>
std::size_t best_field(std::span<const std::string_view> captions, Rank rank_of) {
    std::size_t best = no_field, best_rank = static_cast<std::size_t>(-1);
    for (std::size_t i = 0; i < captions.size(); ++i) {
        if (text::trim(captions[i]).empty()) continue;
        const std::optional<std::size_t> rank = rank_of(i);
        if (rank && *rank < best_rank) {
            best = i;
            best_rank = *rank;
        }
    }
    return best;
}

[[noreturn]] void fail_missing(std::span<const std::string_view> captions, std::string_view column,
                               const std::vector<std::string>& names, const std::string& source) {
    std::string found;
    for (const std::string_view caption : captions) found += (found.empty() ? "" : ", ") + std::string(text::trim(caption));
    fail(source, 1,
         fmt::format("no column for \"{}\" (known names: {}); found: {}", column, fmt::join(names, ", "),
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
        const std::size_t field = best_field(captions, [&](std::size_t i) -> std::optional<std::size_t> {
            if (header.column[i] != unmapped) return std::nullopt;
            return mapping.rank(c, text::trim(captions[i]));
        });
        if (field != no_field) {
            header.column[field] = c;
            continue;
        }
        const auto column = static_cast<Column>(c);
        if (column == Column::id || column == Column::received)
            fail_missing(captions, column_names[c], mapping.names(c), source);
        header.missing.emplace_back(column_names[c]);
    }
    std::vector<bool> used(captions.size(), false);
    for (const auto& [name, channel] : mapping.tables().channel_flags)
        for (std::size_t i = 0; i < captions.size(); ++i)
            if (header.column[i] == unmapped && !used[i] && text::fold(captions[i]) == name) {
                header.flags.push_back({i, channel});
                used[i] = true;
            }
    for (std::size_t i = 0; i < captions.size(); ++i)
        if (header.column[i] == unmapped && !used[i]) header.ignored.push_back(text::excerpt(text::trim(captions[i])));
    return header;
}

char header_delimiter(std::string_view first_line, const ReadOptions& options) {
    if (text::trim(first_line).empty()) return 0;
    if (first_line.starts_with("\xFF\xFE") || first_line.starts_with("\xFE\xFF") ||
        first_line.find('\0') != std::string_view::npos)
        fail(options.source, 1, "the file is UTF-16 or binary; save it as \"CSV UTF-8\"");
    if (first_line.size() > options.max_record_bytes) fail(options.source, 1, "the header line is too long");
    return options.delimiter != 0 ? options.delimiter : find_delimiter(first_line);
}

std::optional<bool> yes_or_no(std::string_view text) {
    const std::string folded = text::fold(text);
    for (const std::string_view yes : {"1", "true", "yes", "co"})
        if (folded == yes) return true;
    for (const std::string_view no : {"", "0", "false", "no", "khong", "null"})
        if (folded == no) return false;
    return std::nullopt;
}

PauseHeader read_pause_header(std::span<const std::string_view> captions, const Mapping& mapping,
                              const std::string& source) {
    check_captions(captions, source);
    PauseHeader header;
    header.fields = captions.size();
    std::vector<bool> taken(captions.size(), false);
    for (std::size_t c = 0; c < pause_column_count; ++c) {
        const auto& names = mapping.tables().pause_columns[c];
        header.field[c] = best_field(captions, [&](std::size_t i) {
            return taken[i] ? std::nullopt : Mapping::Names::rank_in(names, text::fold(captions[i]));
        });
        if (header.field[c] != no_field) {
            taken[header.field[c]] = true;
        } else if (static_cast<PauseColumn>(c) == PauseColumn::id || static_cast<PauseColumn>(c) == PauseColumn::from) {
            fail_missing(captions, pause_column_names[c], names, source);
        }
    }
    for (std::size_t i = 0; i < captions.size(); ++i)
        if (!taken[i]) header.ignored.push_back(text::excerpt(text::trim(captions[i])));
    return header;
}

}  // namespace cchc::csv
