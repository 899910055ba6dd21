#include "statistics/csv_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "dossier/csv_header.hpp"
#include "dossier/csv_record.hpp"

namespace cchc::csv {
namespace {

[[noreturn]] void fail(const std::string& source, std::int64_t line, std::int64_t column, const std::string& message) {
    throw Error(ErrorCode::csv, message, {source, line, column, -1, {}});
}

void check_text(std::string_view text, const std::string& source) {
    const std::size_t bad = text::find_invalid_utf8(text);
    if (bad == std::string_view::npos) return;
    const std::string_view before = text.substr(0, bad);
    const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    fail(source, 1 + std::count(before.begin(), before.end(), '\n'), static_cast<std::int64_t>(bad - start) + 1,
         "the file is not UTF-8; save it as \"CSV UTF-8\"");
}

}  // namespace

std::size_t TableRecord::filled() const {
    return static_cast<std::size_t>(std::count_if(fields.begin(), fields.end(), [](const auto& f) { return !f.empty(); }));
}

std::vector<TableRecord> read_table(std::string_view text, char delimiter, const std::string& source) {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    check_text(text, source);
    constexpr std::size_t beginning = std::size_t{1} << 16U;  // titles above the header may have no delimiter
    if (delimiter == 0) delimiter = find_delimiter(text.substr(0, beginning));
    std::vector<TableRecord> out;
    std::int64_t line = 1;
    Record record;
    while (!text.empty()) {
        if (scan(text, delimiter, true, record) != Scan::complete)
            fail(source, line, 1, "a quoted field that begins here never ends");
        if (record.problem != Problem::none)
            fail(source, line, 1, fmt::format("text after the closing quote of field {}", record.problem_field));
        TableRecord& next = out.emplace_back();
        next.line = line;
        for (const std::string_view field : record.fields()) next.fields.emplace_back(text::trim(field));
        if (next.filled() == 0) out.pop_back();
        line += static_cast<std::int64_t>(record.line_breaks);
        text.remove_prefix(static_cast<std::size_t>(record.next - text.data()));
    }
    return out;
}

}  // namespace cchc::csv
