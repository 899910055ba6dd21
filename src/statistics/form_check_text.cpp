// What a check of published forms shows: tables for people, and JSON.
#include <fmt/format.h>

#include "cchc/published_form.hpp"
#include "json/writer.hpp"
#include "statistics/form_parts.hpp"

namespace cchc {
namespace {

using stats::pick;

std::string place_text(const FormPlace& place) {
    if (place.line < 0) return place.pointer;
    return place.field < 0 ? std::to_string(place.line) : fmt::format("{}:{}", place.line, place.field);
}

std::string column_name(const FormCellValue& cell) {
    return cell.number == 0 ? cell.column : fmt::format("({})", cell.number);
}

std::string cells_text(const FormViolation& v) {
    constexpr std::size_t most = 8;
    std::string out;
    for (std::size_t i = 0; i < v.cells.size() && i < most; ++i) {
        const FormCellValue& cell = v.cells[i];
        out += (out.empty() ? "" : "; ") + column_name(cell) + " = " + (cell.value ? std::to_string(*cell.value) : "?");
    }
    if (v.cells.size() > most) out += fmt::format("; … (+{})", v.cells.size() - most);
    return out;
}

void write_local(json::Writer& w, std::string_view key, const LocalText& text) {
    w.key(key).object().member("vi", text.vi).member("en", text.en).end();
}

void write_place(json::Writer& w, const FormPlace& place) {
    if (place.line >= 0) w.member("line", place.line);
    if (place.field >= 0) w.member("field", place.field);
    if (!place.pointer.empty()) w.member("pointer", place.pointer);
}

void write_identity(json::Writer& w, const FormIdentityCheck& check) {
    w.object().member("id", check.id);
    write_local(w, "text", check.text);
    w.member("checked", check.checked).member("broken", check.broken);
    if (check.unchecked) write_local(w, "unchecked", *check.unchecked);
    w.end();
}

void write_violation(json::Writer& w, const FormViolation& v) {
    w.object().member("identity", v.identity);
    write_local(w, "text", v.text);
    w.member("source", v.source).member("row", v.row);
    write_place(w, v.place);
    if (v.identity == "G") {
        w.member("found", v.found);
    } else {
        w.member("left", v.left).member("right", v.right).member("difference", v.difference);
    }
    w.key("cells").array();
    for (const FormCellValue& cell : v.cells) {
        w.object().member("column", cell.column);
        if (cell.number != 0) w.member("number", cell.number);
        w.member("row", cell.row).key("value");
        if (cell.value) {
            w.count(*cell.value);
        } else {
            w.raw("null");
        }
        write_place(w, cell.place);
        w.end();
    }
    w.end().end();
}

}  // namespace

Table form_check_summary(const FormCheck& check, Lang lang) {
    Table table;
    std::string files;
    for (const std::string& source : check.sources) files += (files.empty() ? "" : ", ") + source;
    table.heading = {
        fmt::format("{}: {}", pick(lang, "Kiểm tra biểu đã công bố", "Check of published figures"), files),
        fmt::format("{}: {} ({})", pick(lang, "Loại biểu", "Kind of form"), check.variant.id, check.variant.title.in(lang)),
        fmt::format("{}: {}", pick(lang, "Số dòng có số liệu", "Rows with figures"), check.rows)};
    table.captions = {{pick(lang, "Đẳng thức", "Identity"), pick(lang, "Nội dung", "Says"),
                       pick(lang, "Đã kiểm tra", "Checked"), pick(lang, "Sai", "Broken"),
                       pick(lang, "Không kiểm tra", "Not checked")}};
    table.numeric = {false, false, true, true, false};
    for (const FormIdentityCheck& identity : check.identities)
        table.rows.push_back({identity.id, identity.text.in(lang), std::to_string(identity.checked),
                              std::to_string(identity.broken), identity.unchecked ? identity.unchecked->in(lang) : ""});
    for (const LocalText& note : check.notes) table.notes.push_back(note.in(lang));
    table.notes.push_back(check.holds()
                              ? pick(lang, "Mọi đẳng thức đã kiểm tra đều đúng", "All identities that were checked hold")
                              : fmt::format("{}: {}", pick(lang, "Số chỗ sai", "Violations"), check.violations.size()));
    return table;
}

Table form_check_violations(const FormCheck& check, Lang lang) {
    Table table;
    table.captions = {{pick(lang, "Đẳng thức", "Identity"), pick(lang, "Tệp", "File"), pick(lang, "Dòng", "Line"),
                       pick(lang, "Tên dòng", "Row"), pick(lang, "Nội dung", "Says"), pick(lang, "Vế trái", "Left"),
                       pick(lang, "Vế phải", "Right"), pick(lang, "Chênh lệch", "Difference"),
                       pick(lang, "Các ô", "Cells")}};
    table.numeric = {false, false, false, false, false, true, true, true, false};
    for (const FormViolation& v : check.violations) {
        std::vector<std::string> row = {v.identity, v.source, place_text(v.place), v.row, v.text.in(lang)};
        if (v.identity == "G") {
            row.insert(row.end(),
                       {"", "", "", v.cells.empty() ? v.found : column_name(v.cells.front()) + " = \"" + v.found + "\""});
        } else {
            row.insert(row.end(),
                       {std::to_string(v.left), std::to_string(v.right), fmt::format("{:+}", v.difference), cells_text(v)});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::string to_json(const FormCheck& check) {
    json::Writer w;
    w.object().member("format", "cchc.form-check/1").key("variant").object().member("id", check.variant.id);
    write_local(w, "title", check.variant.title);
    w.member("source", check.variant.source).end();
    w.key("sources").array();
    for (const std::string& source : check.sources) w.string(source);
    w.end().member("rows", check.rows).member("holds", check.holds()).key("identities").array();
    for (const FormIdentityCheck& identity : check.identities) write_identity(w, identity);
    w.end().key("violations").array();
    for (const FormViolation& v : check.violations) write_violation(w, v);
    w.end().key("notes").array();
    for (const LocalText& note : check.notes) w.object().member("vi", note.vi).member("en", note.en).end();
    return w.end().end().take();
}

}  // namespace cchc
