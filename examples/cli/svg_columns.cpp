#include "svg_columns.hpp"

#include <algorithm>
#include <cmath>

namespace tool::svg {
namespace {

constexpr double plot_height = 220;

Scale scale_of_all(const Canvas& canvas) {
    double low = 0, high = 0;
    for (std::size_t s = 0; s < canvas.chart().series.size(); ++s) {
        for (std::size_t i = 0; i < canvas.chart().categories.size(); ++i) {
            low = std::min(low, canvas.value(s, i).value_or(0));
            high = std::max(high, canvas.value(s, i).value_or(0));
        }
    }
    return scale_over(low, high, canvas.all_whole(), canvas.percent());
}

void draw_scale(Canvas& canvas, const Plot& plot) {
    for (int i = 0; plot.scale.low + i * plot.scale.step <= plot.scale.high + plot.scale.step / 2; ++i) {
        const double value = plot.scale.low + i * plot.scale.step;
        canvas.line(plot.left, plot.y(value), plot.right, plot.y(value), value == 0 ? "#333333" : "#d0d0d0");
        canvas.text(plot.left - 5, plot.y(value) + 4, Anchor::end, canvas.number(value), 11);
    }
    canvas.line(plot.left, plot.top, plot.left, plot.bottom);
}

double scale_width(const Canvas& canvas, const Scale& scale) {
    return std::max(text_width(canvas.number(scale.high), 11), text_width(canvas.number(scale.low), 11));
}

// A month as people write it: "2019-12" is "12/2019" in Vietnamese.
std::string label_of(const Canvas& canvas, const std::string& name) {
    const auto digits = [&](std::size_t from, std::size_t to) {
        return std::all_of(name.begin() + static_cast<std::ptrdiff_t>(from), name.begin() + static_cast<std::ptrdiff_t>(to),
                           [](char c) { return c >= '0' && c <= '9'; });
    };
    const bool month = name.size() == 7 && name[4] == '-' && digits(0, 4) && digits(5, 7);
    if (!month || canvas.lang() != cchc::Lang::vi) return name;
    return name.substr(5).append("/").append(name, 0, 4);
}

// Each label may be as wide as its share; where that is too little for a word, only every second, third … is written.
double draw_categories(Canvas& canvas, const Plot& plot) {
    std::vector<std::string> names;
    for (const std::string& name : canvas.chart().categories) names.push_back(label_of(canvas, name));
    double widest = 0;
    for (const std::string& name : names) widest = std::max(widest, text_width(name, 11));
    const double needed = std::min(widest, 70.0) + 6;
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(needed / plot.per_category)));
    double lowest = plot.bottom;
    for (std::size_t i = 0; i < names.size(); i += every) {
        double y = plot.bottom + 3;
        canvas.line(plot.centre(i), plot.bottom, plot.centre(i), y);
        const double share = plot.per_category * static_cast<double>(every) - 4;
        // At the ends a label has no more room than up to the edge of the drawing.
        const double edge = 2 * std::min(plot.centre(i), page_width - plot.centre(i));
        for (const std::string& line : lines_within(names[i], std::min(share, edge), 3, 11)) {
            canvas.text(plot.centre(i), y += 12, Anchor::middle, line, 11);
        }
        lowest = std::max(lowest, y);
    }
    return lowest;
}

}  // namespace

Plot draw_plot(Canvas& canvas, double top, std::string_view below, double& lowest) {
    Plot plot;
    plot.scale = scale_of_all(canvas);
    plot.left = 22 + scale_width(canvas, plot.scale);
    plot.right = page_width - 6;
    plot.top = top + 16;  // the number of the highest point stands above it
    plot.bottom = plot.top + plot_height;
    plot.per_category =
        (plot.right - plot.left) / static_cast<double>(std::max<std::size_t>(canvas.chart().categories.size(), 1));
    draw_scale(canvas, plot);
    canvas.turned_title(11, (plot.top + plot.bottom) / 2, one_line(canvas.chart().unit, plot_height));
    lowest = draw_categories(canvas, plot) + text_size + 6;
    canvas.axis_title((plot.left + plot.right) / 2, lowest, Anchor::middle, below);
    lowest += 6;
    return plot;
}

}  // namespace tool::svg
