// Bars that lie: the series of a category beside each other, and points against their maximum.
#include <algorithm>

#include "svg_parts.hpp"

namespace tool::svg {
namespace {

constexpr double gap = 8;

double sum_of_row(const Canvas& canvas, std::size_t row) {
    double sum = 0;
    for (std::size_t s = 0; s < canvas.chart().series.size(); ++s) sum += std::max(canvas.value(s, row).value_or(0), 0.0);
    return sum;
}

bool row_has_data(const Canvas& canvas, std::size_t row) {
    for (std::size_t s = 0; s < canvas.chart().series.size(); ++s) {
        if (canvas.value(s, row)) return true;
    }
    return false;
}

bool fits_inside(const Canvas& canvas, double value, double width, double size) {
    return value == 0 || text_width(canvas.number(value), size) + 4 <= width;
}

// What stands behind a bar: its sum; and its parts, where one of them is missing or too short to hold its number.
std::string row_text(const Canvas& canvas, std::size_t row, double per_unit, double size) {
    const std::size_t series = canvas.chart().series.size();
    if (!row_has_data(canvas, row)) return std::string(canvas.no_data());
    std::string sum = canvas.number(sum_of_row(canvas, row));
    if (series == 1) return sum;
    bool all_shown = true;
    std::string parts;
    for (std::size_t s = 0; s < series; ++s) {
        const std::optional<double> value = canvas.value(s, row);
        all_shown = all_shown && value && fits_inside(canvas, *value, *value * per_unit, size);
        parts += s == 0 ? " = " : " + ";
        parts += value ? canvas.number(*value) : "–";
    }
    return all_shown ? sum : sum += parts;
}

void draw_row(Canvas& canvas, const Rows& rows, std::size_t row, double left, double top, double per_unit) {
    const std::size_t series = canvas.chart().series.size();
    const double pad = rows.height * 0.14;
    double x = left;
    for (std::size_t s = 0; s < series; ++s) {
        const double value = std::max(canvas.value(s, row).value_or(0), 0.0);
        if (value <= 0) continue;
        const double width = value * per_unit;
        canvas.bar(x, top + pad, width, rows.height - 2 * pad, s);
        if (series > 1 && fits_inside(canvas, value, width, rows.size)) {
            canvas.halo_text(x + width / 2, top + rows.height / 2 + rows.size * 0.35, Anchor::middle, canvas.number(value),
                             rows.size);
        }
        x += width;
    }
}

struct AgainstMax {
    std::optional<double> points, maximum;
};

std::string against_text(const Canvas& canvas, const AgainstMax& row) {
    std::string text = row.points ? canvas.number(*row.points) : std::string(canvas.no_data());
    if (!row.maximum) return text;
    text += " / ";
    text += canvas.number(*row.maximum);
    if (!row.points || *row.maximum <= 0) return text;
    text += " (";
    text += canvas.number(100 * *row.points / *row.maximum);
    return text += "%)";
}

double finish_rows(Canvas& canvas, const Rows& rows, double left, double plot, double bottom) {
    const double centre = left + plot / 2;
    const std::string unit = one_line(canvas.chart().unit, 2 * std::min(centre, page_width - centre));
    canvas.axis_title(centre, bottom + 2 * text_size + 8, Anchor::middle, unit);
    return draw_left_out(canvas, rows, bottom + 2 * text_size + 12);
}

}  // namespace

double draw_bars(Canvas& canvas, double top) {
    const Rows rows = rows_of(canvas.chart());
    double most = 0;
    for (std::size_t i = 0; i < rows.count; ++i) most = std::max(most, sum_of_row(canvas, i));
    const Scale scale = scale_over(0, most, canvas.all_whole(), canvas.percent());
    const double left = rows.label_width + gap;
    const double first_guess = (page_width - left - 60) / scale.high;
    double right = 20;
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < rows.count; ++i) {
        texts.push_back(row_text(canvas, i, first_guess, rows.size));
        // A bar may be shorter than the scale: only what would stand beyond the end of the plot needs room.
        right =
            std::max(right, text_width(texts.back(), rows.size) + gap - (scale.high - sum_of_row(canvas, i)) * first_guess);
    }
    const double plot = page_width - left - std::min(right, (page_width - left) / 2) - gap;
    const double bottom = top + rows.height * static_cast<double>(rows.count);
    draw_steps(canvas, scale, left, plot, top, bottom);
    for (std::size_t i = 0; i < rows.count; ++i) {
        const double y = top + rows.height * static_cast<double>(i);
        draw_label(canvas, rows, i, y);
        draw_row(canvas, rows, i, left, y, plot / scale.high);
        const double end = left + sum_of_row(canvas, i) * plot / scale.high + 5;
        const std::string text = one_line(texts[i], page_width - end, rows.size);
        canvas.halo_text(end, y + rows.height / 2 + rows.size * 0.35, Anchor::start, text, rows.size);
    }
    return finish_rows(canvas, rows, left, plot, bottom);
}

double draw_against_max(Canvas& canvas, double top) {
    const Rows rows = rows_of(canvas.chart());
    double most = 0, right = 20;
    std::vector<AgainstMax> values(rows.count);
    for (std::size_t i = 0; i < rows.count; ++i) {
        values[i] = {canvas.value(0, i), canvas.value(1, i)};
        most = std::max({most, values[i].points.value_or(0), values[i].maximum.value_or(0)});
        right = std::max(right, text_width(against_text(canvas, values[i]), rows.size) + gap);
    }
    const Scale scale = scale_over(0, most, false, false);
    const double left = rows.label_width + gap;
    const double plot = page_width - left - right - gap;
    const double bottom = top + rows.height * static_cast<double>(rows.count);
    draw_steps(canvas, scale, left, plot, top, bottom);
    for (std::size_t i = 0; i < rows.count; ++i) {
        const double y = top + rows.height * static_cast<double>(i);
        draw_label(canvas, rows, i, y);
        if (values[i].maximum)
            canvas.bar(left, y + rows.height * 0.14, *values[i].maximum * plot / scale.high, rows.height * 0.72, 1);
        if (values[i].points)
            canvas.bar(left, y + rows.height * 0.27, *values[i].points * plot / scale.high, rows.height * 0.46, 0);
        canvas.text(page_width, y + rows.height / 2 + rows.size * 0.35, Anchor::end, against_text(canvas, values[i]),
                    rows.size);
    }
    return finish_rows(canvas, rows, left, plot, bottom);
}

}  // namespace tool::svg
