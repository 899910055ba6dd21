// Charts with a row for each category: what they share.
#include <algorithm>

#include "svg_parts.hpp"

namespace tool::svg {

Rows rows_of(const cchc::report::Chart& chart) {
    Rows rows;
    rows.count = std::min(chart.categories.size(), most_rows);
    rows.left_out = chart.categories.size() - rows.count;
    rows.height = rows.count <= 16 ? 32 : rows.count <= 30 ? 20 : 14;
    rows.size = rows.count <= 30 ? text_size : 10;
    for (std::size_t i = 0; i < rows.count; ++i) {
        rows.label_width = std::max(rows.label_width, text_width(chart.categories[i], rows.size));
    }
    rows.label_width = std::min(rows.label_width, 180.0);
    return rows;
}

void draw_label(Canvas& canvas, const Rows& rows, std::size_t row, double top) {
    const std::string& label = canvas.chart().categories[row];
    const double leading = rows.size + 2;
    const std::vector<std::string> lines =
        lines_within(label, rows.label_width, rows.height >= 2 * leading ? 2 : 1, rows.size);
    double y = top + rows.height / 2 + rows.size * 0.35 - leading * (static_cast<double>(lines.size()) - 1) / 2;
    for (const std::string& line : lines) {
        canvas.text(rows.label_width, y, Anchor::end, line, rows.size);
        y += leading;
    }
}

double draw_left_out(Canvas& canvas, const Rows& rows, double top) {
    if (rows.left_out == 0) return top;
    std::string note(canvas.word("Còn ", "Not drawn: "));
    note += std::to_string(rows.left_out);
    note += canvas.word(" mục không vẽ ở đây; xem bảng số liệu.", " more; see the table of figures.");
    canvas.axis_title(0, top + text_size + 4, Anchor::start, note);
    return top + text_size + 8;
}

void draw_steps(Canvas& canvas, const Scale& scale, double left, double width, double top, double bottom) {
    const double range = scale.high - scale.low;
    for (int i = 0; scale.low + i * scale.step <= scale.high + scale.step / 2; ++i) {
        const double value = scale.low + i * scale.step;
        const double x = left + width * (value - scale.low) / range;
        canvas.line(x, top, x, bottom, i == 0 ? "#333333" : "#d0d0d0");
        canvas.text(x, bottom + text_size + 3, Anchor::middle, canvas.number(value), 11);
    }
}

}  // namespace tool::svg
