// What the files that write workbooks share.
#pragma once

#include <xlsxwriter.h>

#include <cchc/cchc.hpp>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace tool {

// Formats of cells, each made once. Those of numbers are named by Excel's own patterns.
class SheetFormats {
public:
    explicit SheetFormats(lxw_workbook* book) : book_(book) {}

    enum class Kind { title, line, link, header, text, number, note };
    lxw_format* get(Kind kind, const std::string& pattern = {}, bool total = false);

private:
    lxw_workbook* book_;
    std::map<std::pair<int, std::string>, lxw_format*> made_;
};

// A table where it stands on its sheet.
struct PlacedTable {
    lxw_worksheet* sheet = nullptr;
    std::string name;                            // of the sheet
    const cchc::report::Table* table = nullptr;  // null: the sheet holds charts only
    lxw_row_t first = 0;                         // row of the first cell below the header
    lxw_col_t free = 0;                          // the first column beside it
    lxw_row_t chart_row = 0;                     // where the next chart goes
    std::size_t rows() const noexcept {
        return table == nullptr ? 0 : table->rows.size() - (table->has_total && !table->rows.empty() ? 1 : 0);
    }
};

// The number that a sheet holds for a value, if it can: 15 digits are what Excel keeps. A fraction that does not end becomes
// the number next to it, as in every sheet that computes it.
std::optional<double> sheet_number(const cchc::Number& value);

// Draws a chart beside the table. Where columns of the table are what the chart shows, it follows them; else its figures are
// written beside it.
void place_chart(lxw_workbook* book, SheetFormats& formats, PlacedTable& at, const cchc::report::Chart& chart);

// A text that the library, which takes "=…" for a formula in titles, takes for a text.
std::string plain_title(const std::string& text);

}  // namespace tool
