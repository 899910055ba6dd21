// The read report as JSON. The document is flat enough to be written by hand.
#include <string>
#include <string_view>

#include "counting.hpp"
#include "utf8.hpp"

namespace cchc::capi {
namespace {

void append_escaped(std::string& out, unsigned char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    switch (c) {
        case '"': out += "\\\""; return;
        case '\\': out += "\\\\"; return;
        case '\n': out += "\\n"; return;
        case '\r': out += "\\r"; return;
        case '\t': out += "\\t"; return;
        default: break;
    }
    if (c >= 0x20) {
        out += static_cast<char>(c);
        return;
    }
    out += "\\u00";
    out += hex[c >> 4];
    out += hex[c & 15];
}

// A JSON string. What the document had in another encoding becomes U+FFFD: the report itself is always UTF-8.
void append_string(std::string& out, std::string_view text) {
    out += '"';
    while (true) {
        const std::size_t valid = utf8_valid_prefix(text);
        for (const char c : text.substr(0, valid)) append_escaped(out, static_cast<unsigned char>(c));
        if (valid == text.size()) break;
        out += "\xEF\xBF\xBD";
        text.remove_prefix(valid + 1);
    }
    out += '"';
}

void append_key(std::string& out, std::string_view key) {
    if (out.back() != '{') out += ',';
    append_string(out, key);
    out += ':';
}

void append_field(std::string& out, std::string_view key, std::string_view value) {
    append_key(out, key);
    append_string(out, value);
}

void append_field(std::string& out, std::string_view key, std::uint64_t value) {
    append_key(out, key);
    out += std::to_string(value);
}

// A field with an array; `append` writes one element.
template <class List, class Append>
void append_list(std::string& out, std::string_view key, const List& list, Append append) {
    append_key(out, key);
    out += '[';
    for (const auto& element : list) {
        if (out.back() != '[') out += ',';
        append(element);
    }
    out += ']';
}

void append_issue(std::string& out, const RowIssue& issue) {
    out += '{';
    append_field(out, "line", issue.line);
    append_field(out, "column", issue.column);
    append_field(out, "byte", issue.byte);
    append_field(out, "problem", to_string(issue.problem));
    append_field(out, "field", issue.field);
    append_field(out, "id", issue.id);
    append_field(out, "message", issue.message);
    if (!issue.pointer.empty()) append_field(out, "pointer", issue.pointer);
    out += '}';
}

void append_duplicate(std::string& out, const DuplicateId& duplicate) {
    out += '{';
    append_field(out, "line", duplicate.line);
    append_field(out, "first_row", duplicate.first_row);
    append_field(out, "id", duplicate.id);
    out += '}';
}

void append_problems(std::string& out, const ReadReport& report) {
    append_key(out, "by_problem");
    out += '{';
    for (std::size_t p = 1; p < report.by_problem.size(); ++p) {
        if (report.by_problem[p] == 0) continue;
        append_field(out, to_string(static_cast<Problem>(p)), report.by_problem[p]);
    }
    out += '}';
}

// The file of pauses: what was read of it, and what found no dossier.
void append_pauses(std::string& out, const ReadReport& report, const ClockTable& pauses) {
    const ClockReport& read = pauses.report();
    append_key(out, "pauses");
    out += '{';
    append_field(out, "rows", read.rows);
    append_field(out, "bad_rows", read.bad_rows);
    append_list(out, "issues", read.issues, [&](const RowIssue& issue) { append_issue(out, issue); });
    append_list(out, "ignored", read.ignored, [&](const std::string& caption) { append_string(out, caption); });
    append_field(out, "unmatched", report.clock_unmatched);
    const auto unmatched = pauses.unmatched(report.clock_seen);
    append_list(out, "unmatched_ids", unmatched.ids, [&](const std::string& id) { append_string(out, id); });
    out += '}';
}

}  // namespace

std::string to_json(const ReadReport& report, const ClockTable* pauses) {
    std::string out = "{";
    append_field(out, "format", "cchc.read_report/1");
    append_field(out, "source", report.source);
    append_field(out, "rows", report.rows);
    append_field(out, "bad_rows", report.bad_rows);
    append_field(out, "bytes", report.bytes);
    append_problems(out, report);
    append_list(out, "issues", report.issues, [&](const RowIssue& issue) { append_issue(out, issue); });
    append_field(out, "duplicate_count", report.duplicate_count);
    append_list(out, "duplicates", report.duplicates, [&](const DuplicateId& d) { append_duplicate(out, d); });
    append_key(out, "duplicates_complete");
    out += report.duplicates_complete ? "true" : "false";
    append_list(out, "ignored", report.ignored, [&](const std::string& caption) { append_string(out, caption); });
    append_list(out, "missing", report.missing, [&](const std::string& column) { append_string(out, column); });
    if (pauses != nullptr) append_pauses(out, report, *pauses);
    out += "}\n";
    return out;
}

}  // namespace cchc::capi
