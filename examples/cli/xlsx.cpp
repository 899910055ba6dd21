#include "xlsx.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <set>
#include <system_error>

#include "problems.hpp"
#include "utf8.hpp"
#include "xlsx_names.hpp"
#include "xlsx_parts.hpp"

namespace tool {
namespace {

using cchc::report::Cell;
using cchc::report::Column;
using cchc::report::ColumnTotal;
using cchc::report::Document;
using cchc::report::Table;
using Style = SheetFormats::Kind;

// The longest text that a cell takes, counted in bytes, which is never more than the limit of 32,767 characters.
constexpr std::size_t longest_text = 32700;
// A longer table can be filtered.
constexpr std::size_t rows_at_a_glance = 20;

// What the library refuses to write is named with its place.
void check_written(lxw_error error, const lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column) {
    if (error == LXW_NO_ERROR) return;
    throw DataError(
        fmt::format("sheet \"{}\", row {}, column {}: {}", sheet->name, row + 1, column + 1, lxw_strerror(error)));
}

void write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const std::string& text, lxw_format* format) {
    std::string clean = printable(text);
    if (clean.size() > longest_text) {
        std::size_t end = longest_text;
        while (end > 0 && (static_cast<unsigned char>(clean[end]) & 0xC0U) == 0x80U) --end;
        clean = clean.substr(0, end) + "…";
    }
    check_written(worksheet_write_string(sheet, row, column, clean.c_str(), format), sheet, row, column);
}

// How Excel shows a number: with the places and the separators that the document shows.
std::string pattern_of(const Cell& cell) {
    const bool percent = cell.kind == Cell::Kind::percent;
    const std::string exact = cell.value->is_decimal() ? cell.value->to_string() : "0.00";
    const std::size_t dot = exact.find('.');
    const std::size_t places = percent ? 2 : dot == std::string::npos ? 0 : std::min<std::size_t>(exact.size() - dot - 1, 6);
    const bool plain = places == 0 && cell.text == exact;  // years and places have no separators
    std::string pattern = plain || percent ? "0" : "#,##0";
    if (places > 0) pattern += "." + std::string(places, '0');
    return percent ? pattern + "\"%\"" : pattern;
}

bool date_fits(cchc::Date date) {
    const int year = int(std::chrono::year_month_day(date).year());
    return year >= 1900 && year <= 9999;
}

void write_date(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, cchc::Date date, lxw_format* format) {
    const std::chrono::year_month_day day(date);
    lxw_datetime moment{};
    moment.year = int(day.year());
    moment.month = static_cast<int>(unsigned(day.month()));
    moment.day = static_cast<int>(unsigned(day.day()));
    check_written(worksheet_write_datetime(sheet, row, column, &moment, format), sheet, row, column);
}

// The sum of a column above its total, as a sheet computes it: what is no number does not count. None where a number is
// written as a text, which the sheet would leave out.
std::optional<cchc::Number> column_sum(const Table& table, std::size_t column) {
    cchc::Number sum;
    for (std::size_t r = 0; r + 1 < table.rows.size(); ++r) {
        const Cell& cell = table.rows[r][column];
        if (!cell.value) continue;
        if (!sheet_number(*cell.value)) return std::nullopt;
        sum += *cell.value;
    }
    return sum;
}

class SheetWriter {
public:
    SheetWriter(SheetFormats& formats, const Document& document, PlacedTable& at)
        : formats_(formats), document_(document), at_(at) {}

    void write() {
        heading();
        if (at_.table == nullptr) return;
        header();
        for (std::size_t r = 0; r < at_.table->rows.size(); ++r) row(r);
        lxw_row_t below = at_.first + static_cast<lxw_row_t>(at_.table->rows.size()) + 1;
        for (const std::string& note : at_.table->notes) write_text(at_.sheet, below++, 0, note, formats_.get(Style::note));
    }

private:
    void line(const std::string& text, Style style) {
        if (!text.empty()) write_text(at_.sheet, next_++, 0, text, formats_.get(style));
    }

    void heading() {
        line(document_.title, Style::title);
        line(document_.subject, Style::line);
        if (at_.table != nullptr) line(at_.table->caption, Style::line);
        if (document_.synthetic) line(cchc::report::synthetic_note(document_.lang), Style::note);
        at_.chart_row = ++next_;
    }

    void header() {
        const Table& table = *at_.table;
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const auto column = static_cast<lxw_col_t>(c);
            write_text(at_.sheet, next_, column, table.columns[c].caption, formats_.get(Style::header));
            worksheet_set_column(at_.sheet, column, column, width(c), nullptr);
        }
        at_.first = next_ + 1;
        worksheet_freeze_panes(at_.sheet, at_.first, 0);
        worksheet_repeat_rows(at_.sheet, next_, next_);
        if (at_.rows() > rows_at_a_glance)
            worksheet_autofilter(at_.sheet, next_, 0, next_ + static_cast<lxw_row_t>(at_.rows()),
                                 static_cast<lxw_col_t>(table.columns.size() - 1));
    }

    double width(std::size_t c) const {
        // A caption breaks at its blanks, so that it needs half its length.
        std::size_t most = display_width(at_.table->columns[c].caption) / 2;
        for (const auto& cells : at_.table->rows) most = std::max(most, display_width(cells[c].text));
        return static_cast<double>(std::clamp<std::size_t>(most + 2, 9, 60));
    }

    void row(std::size_t r) {
        const Table& table = *at_.table;
        const bool total = table.has_total && r + 1 == table.rows.size();
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            const Cell& cell = table.rows[r][c];
            if (total && r > 0 && formula(cell, c)) continue;
            value(cell, at_.first + static_cast<lxw_row_t>(r), static_cast<lxw_col_t>(c), total);
        }
    }

    void value(const Cell& cell, lxw_row_t row, lxw_col_t column, bool total) {
        const auto number = cell.value ? sheet_number(*cell.value) : std::nullopt;
        if (number) {
            lxw_format* const format = formats_.get(Style::number, pattern_of(cell), total);
            check_written(worksheet_write_number(at_.sheet, row, column, *number, format), at_.sheet, row, column);
        } else if (cell.date && date_fits(*cell.date)) {
            const bool vi = document_.lang == cchc::Lang::vi;
            write_date(at_.sheet, row, column, *cell.date,
                       formats_.get(Style::number, vi ? "dd/mm/yyyy" : "yyyy-mm-dd", total));
        } else {
            write_text(at_.sheet, row, column, cell.text, formats_.get(Style::text, {}, total));
        }
    }

    std::string sum_of(std::size_t column) const {
        char range[LXW_MAX_CELL_RANGE_LENGTH] = {};
        const auto c = static_cast<lxw_col_t>(column);
        lxw_rowcol_to_range(range, at_.first, c, at_.first + static_cast<lxw_row_t>(at_.rows()) - 1, c);
        return fmt::format("SUM({})", range);
    }

    void computed(lxw_row_t row, lxw_col_t column, const std::string& formula, const std::string& pattern, double value) {
        lxw_format* const format = formats_.get(Style::number, pattern, true);
        check_written(worksheet_write_formula_num(at_.sheet, row, column, formula.c_str(), format, value), at_.sheet, row,
                      column);
    }

    // Writes the total as a formula where the formula says what the document says.
    bool formula(const Cell& cell, std::size_t c) {
        const ColumnTotal& total = at_.table->columns[c].total;
        const lxw_row_t row = at_.first + static_cast<lxw_row_t>(at_.rows());
        const auto column = static_cast<lxw_col_t>(c);
        if (total.kind == ColumnTotal::Kind::sum) {
            const auto sum = column_sum(*at_.table, c);
            if (!sum || !cell.value || *sum != *cell.value || !sheet_number(*sum)) return false;
            computed(row, column, "=" + sum_of(c), pattern_of(cell), *sheet_number(*sum));
            return true;
        }
        return total.kind == ColumnTotal::Kind::ratio && ratio(cell, total, row, column);
    }

    bool ratio(const Cell& cell, const ColumnTotal& total, lxw_row_t row, lxw_col_t column) {
        const auto part = column_sum(*at_.table, total.part), whole = column_sum(*at_.table, total.whole);
        if (!part || !whole) return false;
        const std::string text = fmt::format("=IF({0}=0,\"\",100*{1}/{0})", sum_of(total.whole), sum_of(total.part));
        if (*whole == 0) {
            if (cell.value) return false;
            worksheet_write_formula_str(at_.sheet, row, column, text.c_str(), formats_.get(Style::number, "0.00", true), "");
            return true;
        }
        const cchc::Number rate = *part * 100 / *whole;
        const auto shown = [](const cchc::Number& n) { return n.rounded(2, cchc::RoundingMode::half_up); };
        if (!cell.value || shown(*cell.value) != shown(rate) || !sheet_number(rate)) return false;
        computed(row, column, text, pattern_of(cell), *sheet_number(rate));
        return true;
    }

    SheetFormats& formats_;
    const Document& document_;
    PlacedTable& at_;
    lxw_row_t next_ = 0;
};

class BookWriter {
public:
    BookWriter(lxw_workbook* book, cchc::Lang lang) : book_(book), formats_(book), vi_(lang == cchc::Lang::vi) {
        contents_ = sheet(names_.make(vi_ ? "Mục lục" : "Contents"));
        worksheet_set_column(contents_, 0, 0, 32, nullptr);
        worksheet_set_column(contents_, 1, 2, 60, nullptr);
        const char* const captions[] = {vi_ ? "Trang tính" : "Sheet", vi_ ? "Văn bản" : "Document", vi_ ? "Bảng" : "Table"};
        for (lxw_col_t c = 0; c < 3; ++c) write_text(contents_, 0, c, captions[c], formats_.get(Style::header));
        worksheet_freeze_panes(contents_, 1, 0);
    }

    void document(const Document& document) {
        std::vector<PlacedTable> placed;
        std::vector<std::pair<std::size_t, const cchc::report::Chart*>> charts;  // a chart goes to the table before it
        for (const auto& block : document.blocks) {
            if (const auto* table = std::get_if<Table>(&block))
                placed.push_back(add(document, table, sheet_name(*table, document.lang)));
            if (const auto* chart = std::get_if<cchc::report::Chart>(&block))
                charts.emplace_back(placed.empty() ? 0 : placed.size() - 1, chart);
        }
        if (placed.empty() && !charts.empty()) placed.push_back(add(document, nullptr, charts.front().second->title));
        for (const auto& [index, chart] : charts) place_chart(book_, formats_, placed[index], *chart);
    }

private:
    lxw_worksheet* sheet(const std::string& name) {
        lxw_worksheet* const made = workbook_add_worksheet(book_, name.c_str());
        if (made == nullptr) throw DataError(fmt::format("a workbook takes no sheet \"{}\"", name));
        return made;
    }

    PlacedTable add(const Document& document, const Table* table, const std::string& name) {
        PlacedTable at;
        at.name = names_.make(name);
        at.sheet = sheet(at.name);
        at.table = table;
        at.free = static_cast<lxw_col_t>(table == nullptr ? 0 : table->columns.size() + 1);
        worksheet_set_landscape(at.sheet);
        worksheet_set_paper(at.sheet, 9);  // A4
        worksheet_fit_to_pages(at.sheet, 1, 0);
        SheetWriter(formats_, document, at).write();
        enter(at, document);
        return at;
    }

    void enter(const PlacedTable& at, const Document& document) {
        const std::string target = fmt::format("internal:'{}'!A1", at.name);
        worksheet_write_url(contents_, next_, 0, target.c_str(), formats_.get(Style::link));
        write_text(contents_, next_, 0, at.name, formats_.get(Style::link));
        write_text(contents_, next_, 1, document.subject.empty() ? document.title : document.subject,
                   formats_.get(Style::text));
        write_text(contents_, next_, 2, at.table == nullptr ? "" : at.table->caption, formats_.get(Style::text));
        ++next_;
    }

    lxw_workbook* book_;
    SheetFormats formats_;
    SheetNames names_;
    bool vi_;
    lxw_worksheet* contents_ = nullptr;
    lxw_row_t next_ = 1;
};

[[noreturn]] void book_failed(const std::string& path, const std::string& reason) {
    throw DataError(fmt::format("cannot write \"{}\": {}", path, reason));
}

std::string reason_now() { return std::generic_category().message(errno); }

// The library says on standard error, too, why it cannot make a file; so it is asked only where one can be made.
void try_file(const std::string& part, const std::string& path) {
    std::FILE* const file = std::fopen(part.c_str(), "wbx");
    if (file == nullptr) book_failed(path, reason_now());
    static_cast<void>(std::fclose(file));
}

// While one lives, nothing appears on standard error: the library says there what it cannot do, and we say it, too. No other
// thread writes there meanwhile.
class Quiet {
public:
    Quiet() : kept_(dup(STDERR_FILENO)) {
        const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
        if (kept_ >= 0 && nowhere >= 0) static_cast<void>(dup2(nowhere, STDERR_FILENO));
        if (nowhere >= 0) static_cast<void>(close(nowhere));
    }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;
    ~Quiet() {
        if (kept_ < 0) return;
        static_cast<void>(dup2(kept_, STDERR_FILENO));
        static_cast<void>(close(kept_));
    }

private:
    int kept_;
};

// Writes what the workbook has. Empty: done; else why not.
std::string close_book(lxw_workbook* book) {
    const Quiet quiet;
    errno = 0;
    const lxw_error error = workbook_close(book);
    if (error == LXW_NO_ERROR) return {};
    return errno != 0 ? reason_now() : lxw_strerror(error);
}

// Takes the unfinished file away, unless it became the file.
struct UnfinishedBook {
    std::string path;
    ~UnfinishedBook() {
        if (!path.empty()) static_cast<void>(std::remove(path.c_str()));
    }
};

}  // namespace

std::optional<double> sheet_number(const cchc::Number& value) {
    const std::string text = value.to_string();
    if (value.is_decimal()) {
        std::string digits;
        std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
        if (text.find('.') == std::string::npos) digits.erase(digits.find_last_not_of('0') + 1);
        if (digits.size() > 15 || text.size() > 300) return std::nullopt;
    }
    return std::strtod(text.c_str(), nullptr);
}

lxw_format* SheetFormats::get(Kind kind, const std::string& pattern, bool total) {
    lxw_format*& format = made_[{static_cast<int>(kind) * 2 + (total ? 1 : 0), pattern}];
    if (format != nullptr) return format;
    format = workbook_add_format(book_);
    if (format == nullptr) throw std::bad_alloc();
    const bool in_table = kind == Kind::header || kind == Kind::text || kind == Kind::number;
    if (in_table) format_set_border(format, LXW_BORDER_THIN);
    if (in_table) format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (kind == Kind::header || kind == Kind::text) format_set_text_wrap(format);
    if (kind == Kind::header || kind == Kind::title || total) format_set_bold(format);
    if (kind == Kind::header) format_set_bg_color(format, 0xE7ECF3);
    if (kind == Kind::title) format_set_font_size(format, 14);
    if (kind == Kind::note) format_set_italic(format);
    if (kind == Kind::link) format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (kind == Kind::link) format_set_font_color(format, 0x0B4F9E);
    if (!pattern.empty()) format_set_num_format(format, pattern.c_str());
    return format;
}

void write_xlsx(const std::string& path, const std::vector<Document>& documents, cchc::Date created) {
    UnfinishedBook part{fmt::format("{}.part-{}", path, getpid())};
    try_file(part.path, path);
    lxw_workbook* const book = workbook_new(part.path.c_str());
    if (book == nullptr) throw std::bad_alloc();
    lxw_doc_properties properties{};
    properties.created = std::chrono::system_clock::to_time_t(std::chrono::sys_seconds(created));
    workbook_set_properties(book, &properties);
    try {
        BookWriter writer(book, documents.empty() ? cchc::Lang::vi : documents.front().lang);
        for (const Document& document : documents) writer.document(document);
    } catch (const DataError& error) {
        lxw_workbook_free(book);
        book_failed(path, error.what());
    } catch (...) {
        lxw_workbook_free(book);
        throw;
    }
    const std::string reason = close_book(book);
    if (!reason.empty()) book_failed(path, reason);
    if (std::rename(part.path.c_str(), path.c_str()) != 0) book_failed(path, reason_now());
    part.path.clear();
}

}  // namespace tool
