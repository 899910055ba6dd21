// From captions and cells to a form: which column is what, and what each cell counts.
#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "statistics/form_grid.hpp"

namespace cchc {
namespace {

using forms::Cell;
using forms::Columns;
using forms::Grid;
using forms::GridRow;

constexpr std::size_t most_digits = 11;  // so that no sum of rows can run over

struct Reading {
    std::optional<std::uint64_t> value;  // nothing: no count
    bool empty = false;
    bool grouped = false;
    LocalText reason;
};

// "1.234.567": one to three digits, not beginning with 0, then threes.
bool is_grouped(std::string_view t) noexcept {
    const std::size_t first = t.find('.');
    if (first == std::string_view::npos || first == 0 || first > 3 || t.front() == '0') return false;
    for (std::size_t i = 0; i < t.size(); ++i) {
        const bool dot = i >= first && (i - first) % 4 == 0;
        if (dot ? t[i] != '.' : !text::is_digit(t[i])) return false;
    }
    return (t.size() - first) % 4 == 0;
}

Reading read_cell(const Cell& cell) {
    Reading out;
    if (cell.text.empty() || cell.text == "-") {
        out.empty = true;
        out.value = 0;
        return out;
    }
    std::string digits = cell.text;
    if (!cell.number && is_grouped(digits)) {
        std::erase(digits, '.');
        out.grouped = true;
    }
    const bool whole = std::all_of(digits.begin(), digits.end(), [](char c) { return text::is_digit(c); });
    if (!whole && digits.front() == '-') {
        out.reason = {"số âm", "is negative"};
    } else if (!whole) {
        out.reason = {"không phải số nguyên", "is no whole number"};
    } else if (digits.size() > most_digits) {
        out.reason = {"quá lớn", "is too large"};
    } else {
        out.value = std::stoull(digits);
    }
    return out;
}

// Reads the rows of the grid; counts what it took for granted.
class Rows {
public:
    Rows(const Grid& grid, const Columns& columns, PublishedForm& form) : grid_(grid), columns_(columns), form_(form) {}

    void read() {
        for (const GridRow& row : grid_.rows) read_row(row);
        note(grouped_, "số có dấu chấm ngăn hàng nghìn (\"1.234\" là 1234)", "numbers grouped by dots (\"1.234\" is 1234)");
        note(empty_, "ô trống hoặc \"-\", coi là 0", "cells empty or \"-\", taken for 0");
        note(headings_, "dòng không có số liệu", "rows without figures");
    }

private:
    static const Cell& at(const GridRow& row, std::size_t field) {
        static const Cell nothing;
        return field < row.cells.size() ? row.cells[field] : nothing;
    }
    void note(std::size_t count, std::string_view vi, std::string_view en) {
        if (count != 0) form_.notes.push_back({fmt::format("{} {}", count, vi), fmt::format("{} {}", count, en)});
    }

    void read_row(const GridRow& in) {
        FormRow& row = form_.rows.emplace_back();
        row.place = in.place;
        if (columns_.serial != Columns::none) row.serial = at(in, columns_.serial).text;
        for (const std::size_t field : columns_.names) {
            const std::string& part = at(in, field).text;
            if (!part.empty()) row.name += (row.name.empty() ? "" : " / ") + part;
        }
        row.cells.resize(columns_.of.size());
        const bool figures = std::any_of(columns_.of.begin(), columns_.of.end(),
                                         [&](std::size_t f) { return f != Columns::none && !at(in, f).text.empty(); });
        if (in.kind) row.kind = *in.kind;
        if (!figures) {
            row.kind = FormRowKind::heading;
            ++headings_;
            return;
        }
        for (std::size_t c = 0; c < columns_.of.size(); ++c)
            if (columns_.of[c] != Columns::none) read_figure(in, row, c);
        refuse_more(in);
    }

    void read_figure(const GridRow& in, FormRow& row, std::size_t column) {
        const std::size_t field = columns_.of[column];
        const Cell& cell = at(in, field);
        const Reading reading = read_cell(cell);
        empty_ += reading.empty ? 1 : 0;
        grouped_ += reading.grouped ? 1 : 0;
        row.cells[column] = reading.value;
        if (reading.value) return;
        FormPlace place = cell.place;
        form_.bad_cells.push_back(
            {form_.rows.size() - 1, column, std::move(place), text::excerpt(cell.text), reading.reason});
    }

    // A thousands separator that is a comma tears a number in two: the record then has more fields than the header.
    void refuse_more(const GridRow& in) {
        for (std::size_t f = grid_.captions.size(); f < in.cells.size(); ++f) {
            if (in.cells[f].text.empty()) continue;
            form_.bad_cells.push_back({form_.rows.size() - 1,
                                       std::nullopt,
                                       in.cells[f].place,
                                       text::excerpt(in.cells[f].text),
                                       {"đứng ngoài các cột của tiêu đề", "stands beyond the columns of the header"}});
            return;
        }
    }

    const Grid& grid_;
    const Columns& columns_;
    PublishedForm& form_;
    std::size_t grouped_ = 0;
    std::size_t empty_ = 0;
    std::size_t headings_ = 0;
};

bool is_json(std::string_view text) noexcept {
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    text = text::trim(text);
    return text.starts_with('[') || text.starts_with('{');
}

}  // namespace

PublishedForm read_published_form(std::string_view text, const FormReadOptions& options) {
    const Grid grid = is_json(text) ? forms::read_json_grid(text, options) : forms::read_csv_grid(text, options);
    Columns columns = forms::find_columns(grid, options.variant);
    PublishedForm form;
    form.source = grid.source;
    form.notes = columns.notes;
    for (const std::size_t field : columns.of) {
        const std::string caption = field == Columns::none ? "" : grid.captions[field].text();
        form.captions.push_back(field != Columns::none && caption.empty() ? "?" : caption);
    }
    form.variant = columns.variant;
    Rows(grid, columns, form).read();
    if (grid.sums) {
        form.sums = *grid.sums;
    } else {
        forms::find_sums(form);
    }
    if (std::none_of(form.rows.begin(), form.rows.end(), [](const FormRow& r) { return r.kind != FormRowKind::heading; }))
        grid.fail("the form has no row with figures");
    return form;
}

}  // namespace cchc
