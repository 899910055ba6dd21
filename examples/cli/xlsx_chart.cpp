#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "utf8.hpp"
#include "xlsx_parts.hpp"

namespace tool {
namespace {

using cchc::report::Cell;
using cchc::report::Chart;
using cchc::report::Table;

// Rows that a chart of the default height covers, with a gap.
constexpr lxw_row_t rows_of_a_chart = 18;

// Where the figures of a chart stand.
struct ChartRange {
    lxw_row_t first = 0, last = 0;
    lxw_col_t categories = 0;
    std::vector<lxw_col_t> series;
};

std::uint8_t chart_type(Chart::Kind kind) {
    switch (kind) {
        case Chart::Kind::stacked_bars: return LXW_CHART_BAR_STACKED;
        case Chart::Kind::line:
        case Chart::Kind::ranks: return LXW_CHART_LINE;
        default: return LXW_CHART_COLUMN;
    }
}

std::optional<double> plain_value(const Cell& cell) { return cell.value ? sheet_number(*cell.value) : std::nullopt; }

// Documents round what they show; a chart of the same figures may hold more digits.
bool same_value(const Cell& cell, const std::optional<double>& value) {
    const auto own = plain_value(cell);
    if (!own || !value) return own.has_value() == value.has_value();
    return std::abs(*own - *value) < 0.005 + std::abs(*value) * 1e-12;
}

template <class Matches>
std::optional<lxw_col_t> column_where(const Table& table, std::size_t rows, const Matches& matches) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        std::size_t r = 0;
        while (r < rows && matches(table.rows[r][c], r)) ++r;
        if (r == rows) return static_cast<lxw_col_t>(c);
    }
    return std::nullopt;
}

bool any_value(const cchc::report::Series& series) {
    return std::any_of(series.values.begin(), series.values.end(), [](const auto& v) { return v.has_value(); });
}

// The columns of the table that hold what the chart shows.
std::optional<ChartRange> range_in_table(const PlacedTable& at, const Chart& chart) {
    const std::size_t rows = at.rows();
    if (rows == 0 || rows != chart.categories.size()) return std::nullopt;
    const Table& table = *at.table;
    const auto categories =
        column_where(table, rows, [&](const Cell& cell, std::size_t r) { return cell.text == chart.categories[r]; });
    if (!categories) return std::nullopt;
    ChartRange range{at.first, at.first + static_cast<lxw_row_t>(rows) - 1, *categories, {}};
    for (const auto& series : chart.series) {
        if (series.values.size() != rows || !any_value(series)) return std::nullopt;
        const auto column =
            column_where(table, rows, [&](const Cell& cell, std::size_t r) { return same_value(cell, series.values[r]); });
        if (!column) return std::nullopt;
        range.series.push_back(*column);
    }
    return range;
}

// Writes the figures of the chart as a block of their own.
ChartRange write_figures(SheetFormats& formats, PlacedTable& at, const Chart& chart) {
    using Kind = SheetFormats::Kind;
    ChartRange range{at.chart_row + 1, at.chart_row + static_cast<lxw_row_t>(chart.categories.size()), at.free, {}};
    worksheet_write_string(at.sheet, at.chart_row, at.free, printable(chart.unit).c_str(), formats.get(Kind::header));
    for (std::size_t i = 0; i < chart.categories.size(); ++i)
        worksheet_write_string(at.sheet, range.first + static_cast<lxw_row_t>(i), at.free,
                               printable(chart.categories[i]).c_str(), formats.get(Kind::text));
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        const auto column = static_cast<lxw_col_t>(at.free + 1 + s);
        range.series.push_back(column);
        worksheet_write_string(at.sheet, at.chart_row, column, printable(chart.series[s].name).c_str(),
                               formats.get(Kind::header));
        const auto& values = chart.series[s].values;
        for (std::size_t i = 0; i < std::min(values.size(), chart.categories.size()); ++i)
            if (values[i] && std::isfinite(*values[i]))
                worksheet_write_number(at.sheet, range.first + static_cast<lxw_row_t>(i), column, *values[i],
                                       formats.get(Kind::number, "General"));
    }
    worksheet_set_column(at.sheet, at.free, at.free, 24, nullptr);
    return range;
}

// Of places only the marks and the span between the lowest and the highest mean something, not a line from unit to unit.
void style_series(Chart::Kind kind, lxw_chart_series* series, std::size_t index) {
    if (kind != Chart::Kind::ranks) return;
    lxw_chart_line none{};
    none.none = LXW_TRUE;
    chart_series_set_line(series, &none);
    chart_series_set_marker_type(series, index == 0 ? LXW_CHART_MARKER_DIAMOND : LXW_CHART_MARKER_SQUARE);
}

}  // namespace

std::string plain_title(const std::string& text) {
    const std::string clean = printable(text);
    return clean.starts_with('=') ? " " + clean : clean;
}

void place_chart(lxw_workbook* book, SheetFormats& formats, PlacedTable& at, const Chart& chart) {
    if (chart.categories.empty() || chart.series.empty()) return;
    const auto in_table = range_in_table(at, chart);
    const ChartRange range = in_table ? *in_table : write_figures(formats, at, chart);
    lxw_chart* const drawn = workbook_add_chart(book, chart_type(chart.kind));
    if (drawn == nullptr) throw std::bad_alloc();
    for (std::size_t s = 0; s < range.series.size(); ++s) {
        lxw_chart_series* const series = chart_add_series(drawn, nullptr, nullptr);
        if (series == nullptr) throw std::bad_alloc();
        chart_series_set_categories(series, at.name.c_str(), range.first, range.categories, range.last, range.categories);
        chart_series_set_values(series, at.name.c_str(), range.first, range.series[s], range.last, range.series[s]);
        chart_series_set_name(series, plain_title(chart.series[s].name).c_str());
        style_series(chart.kind, series, s);
    }
    if (chart.kind == Chart::Kind::ranks) chart_set_high_low_lines(drawn, nullptr);
    chart_title_set_name(drawn, plain_title(chart.title).c_str());
    if (!chart.unit.empty()) chart_axis_set_name(drawn->y_axis, plain_title(chart.unit).c_str());
    if (chart.kind == Chart::Kind::stacked_bars) chart_axis_set_reverse(drawn->x_axis);  // first category at the top
    std::string alternative = printable(chart.alternative);
    lxw_chart_options options{};
    options.x_scale = 1.5;
    options.y_scale = 1.1;
    options.description = alternative.data();
    const auto beside = static_cast<lxw_col_t>(in_table ? at.free : at.free + chart.series.size() + 2);
    worksheet_insert_chart_opt(at.sheet, at.chart_row, beside, drawn, &options);
    at.chart_row += std::max<lxw_row_t>(rows_of_a_chart, static_cast<lxw_row_t>(chart.categories.size()) + 3);
}

}  // namespace tool
