// Values over time.
#include <algorithm>
#include <array>
#include <cmath>

#include "svg_columns.hpp"

namespace tool::svg {
namespace {

struct Box {
    double left, right, top, bottom;
    bool meets(const Box& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};

// A value that is missing breaks the line: nobody knows what was between its neighbours.
std::string line_points(const Canvas& canvas, const Plot& plot, std::size_t series) {
    std::string points;
    bool broken = true;
    for (std::size_t i = 0; i < canvas.chart().categories.size(); ++i) {
        const std::optional<double> value = canvas.value(series, i);
        if (value) {
            points += broken ? 'M' : 'L';
            points += fixed(plot.centre(i));
            points += ' ';
            points += fixed(plot.y(*value));
        }
        broken = !value;
    }
    return points;
}

// Above its point, else below it, else not at all: the table has every number, and numbers over each other are none.
void write_number(Canvas& canvas, std::vector<Box>& taken, double x, double y, double value, std::size_t series) {
    const std::string text = canvas.number(value);
    const double half = text_width(text, 11) / 2;
    const double first = series % 2 == 0 ? -7 : 16;
    for (const double offset : {first, 9 - first}) {
        const Box box{x - half, x + half, y + offset - 10, y + offset + 1};
        if (std::any_of(taken.begin(), taken.end(), [&](const Box& other) { return other.meets(box); })) continue;
        taken.push_back(box);
        canvas.halo_text(x, y + offset, Anchor::middle, text, 11);
        return;
    }
}

}  // namespace

double draw_line(Canvas& canvas, double top) {
    double lowest = 0;
    const Plot plot = draw_plot(canvas, top, canvas.word("Thời gian", "Time"), lowest);
    const std::size_t series = canvas.chart().series.size(), count = canvas.chart().categories.size();
    for (std::size_t s = 0; s < series; ++s) canvas.path(line_points(canvas, plot, s), s);
    std::vector<Box> taken;
    for (std::size_t s = 0; s < series; ++s) {
        for (std::size_t i = 0; i < count; ++i) {
            const std::optional<double> value = canvas.value(s, i);
            if (!value) continue;
            canvas.mark(plot.centre(i), plot.y(*value), s);
            taken.push_back({plot.centre(i) - 4, plot.centre(i) + 4, plot.y(*value) - 4, plot.y(*value) + 4});
        }
    }
    for (std::size_t s = 0; s < series; ++s) {
        for (std::size_t i = count; i-- > 0;) {  // from the end: the latest number is the one that people look for
            if (const auto value = canvas.value(s, i))
                write_number(canvas, taken, plot.centre(i), plot.y(*value), *value, s);
        }
    }
    return lowest;
}

}  // namespace tool::svg
