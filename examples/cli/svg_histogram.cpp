// How many fall into each number of days.
#include <algorithm>

#include "svg_columns.hpp"

namespace tool::svg {

double draw_histogram(Canvas& canvas, double top) {
    double lowest = 0;
    const Plot plot = draw_plot(canvas, top, canvas.word("Số ngày", "Days"), lowest);
    const std::size_t series = canvas.chart().series.size();
    const double width = plot.per_category * 0.86 / static_cast<double>(std::max<std::size_t>(series, 1));
    for (std::size_t i = 0; i < canvas.chart().categories.size(); ++i) {
        double x = plot.left + plot.per_category * (static_cast<double>(i) + 0.07);
        for (std::size_t s = 0; s < series; ++s, x += width) {
            const std::optional<double> value = canvas.value(s, i);
            const double high = plot.y(std::max(value.value_or(0), 0.0));
            if (value && *value > 0) canvas.bar(x, high, width, plot.y(0) - high, s);
            const std::string text = value ? canvas.number(*value) : "–";
            if (text_width(text, 11) <= width + 4) canvas.halo_text(x + width / 2, high - 4, Anchor::middle, text, 11);
        }
    }
    return lowest;
}

}  // namespace tool::svg
