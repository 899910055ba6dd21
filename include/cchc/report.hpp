// Documents that people read: one model, from which JSON, Markdown and plain text are written here, and pages, sheets and
// word processor files by whoever has the tools for them.
// Thread safety: values; every function is pure, and const calls may run beside each other. What throws says so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cchc/number.hpp"
#include "cchc/time.hpp"

namespace cchc {
struct Table;  // of statistics
}

namespace cchc::report {

// A cell of a table: a text, or a value that a sheet can compute with.
struct Cell {
    enum class Kind : std::uint8_t { text, number, percent, date, empty };
    Kind kind = Kind::empty;
    std::string text;             // as shown, in the document's language
    std::optional<Number> value;  // number: as it is; percent: in per cent
    std::optional<Date> date;
};
Cell text_cell(std::string text);
Cell count_cell(std::uint64_t count, Lang lang);  // "1.512", "1,512"
// `places` from -1,000 to 1,000; throws argument_range outside.
Cell number_cell(const std::optional<Number>& value, Lang lang, int places = 2);   // none: empty
Cell percent_cell(const std::optional<Number>& value, Lang lang, int places = 2);  // none: "–"
Cell date_cell(std::optional<Date> date, Lang lang);

// What stands in the total row of a column, so that a sheet can write a formula for it.
struct ColumnTotal {
    enum class Kind : std::uint8_t { none, sum, ratio };
    Kind kind = Kind::none;
    std::size_t part = 0, whole = 0;  // of a ratio: 100 * sum of column `part` / sum of column `whole`
};
struct Column {
    std::string caption;
    bool numeric = false;  // aligned right
    ColumnTotal total;
};
struct Table {
    std::string id;  // unique in the document; letters, digits and '-'
    std::string caption;
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;  // all as long as columns
    bool has_total = false;               // the last row is the total
    std::vector<std::string> notes;
};

struct Series {
    std::string name;
    std::vector<std::optional<double>> values;  // by category; none: no value
};
// A picture of figures. The table of the same figures stands in the document, so nobody depends on the picture.
struct Chart {
    enum class Kind : std::uint8_t {
        stacked_bars,  // a bar a category, its series beside each other
        line,          // categories are times
        histogram,     // categories are numbers of days
        against_max,   // series 0: points, series 1: maximum
        ranks,         // series 0: place, series 1 and 2: lowest and highest place of the draws
    };
    std::string id;
    Kind kind = Kind::stacked_bars;
    std::string title;
    std::string alternative;  // what it shows, in words with the figures that matter
    std::string unit;         // of the values: "hồ sơ", "%"
    std::vector<std::string> categories;
    std::vector<Series> series;
};

struct Heading {
    int level = 1;   // 1 to 4
    std::string id;  // anchor, unique in the document
    std::string text;
};
struct Paragraph {
    enum class Style : std::uint8_t { normal, basis, note, warning };
    std::string text;
    Style style = Style::normal;
};
struct List {
    std::vector<std::string> items;
    bool numbered = false;
};
using Block = std::variant<Heading, Paragraph, List, Table, Chart>;

// The head of an administrative document: the issuer at the left, the national heading at the right.
struct Head {
    std::string parent, issuer;
    std::string number;  // "12/BB-ĐKT"; empty: a blank to fill in
    std::string place;
    std::optional<Date> date;
};
struct Signature {
    std::string authority, post;  // "TM. ĐOÀN KIỂM TRA", "TRƯỞNG ĐOÀN"; the name is written by hand
};

// A document (format cchc.report/1).
struct Document {
    std::string kind;  // "minutes", "conclusion", "remedies", "summary", "form-ii06a", "scorecard", "ranking", "late-notice"
    std::string name;  // file name without ending: letters, digits and '-', unique in a round
    Lang lang = Lang::vi;
    Head head;
    std::string title;    // "BIÊN BẢN"
    std::string subject;  // trích yếu: "Kiểm tra công tác cải cách hành chính tại …"
    std::vector<Block> blocks;
    std::vector<std::string> addressees;  // nơi nhận
    std::vector<Signature> signatures;    // left to right
    bool synthetic = false;               // sample data: said at the top
    std::string unit = {};                // of a document about one unit: its name; not in JSON, the subject says it
    // The layout follows Nghị định 30/2020/NĐ-CP as data of a template, not verified against it: said at the end.

    const Table* table(std::string_view id) const noexcept;
};

// "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc".
std::string_view national_name() noexcept;
std::string_view national_motto() noexcept;
// "Hướng Hóa, ngày 05 tháng 10 năm 2020": days below 10 and months below 3 have a zero.
std::string place_and_date(const Head& head, Lang lang);
// "Số: 12/BB-ĐKT", or "Số:      /…" to fill in.
std::string number_line(const Head& head, Lang lang);
std::string synthetic_note(Lang lang);
std::string layout_note(Lang lang);

std::string to_json(const Document& document);
// Markdown (CommonMark with pipe tables): every text escaped, so that a title cannot become markup; a chart is its
// alternative.
std::string to_markdown(const Document& document);
// Plain text of `width` columns, 40 to 400 (what is beyond is taken as the nearer end); Vietnamese letters count as one
// column.
std::string to_text(const Document& document, int width = 100);
// A form or table of counts as plain text, with its heading and notes, as wide as it is.
std::string to_text(const cchc::Table& table);

}  // namespace cchc::report
