// Places, each with the range in which it falls when the figures are doubted a little.
#include <algorithm>
#include <cmath>

#include "svg_parts.hpp"

namespace tool::svg {
namespace {

struct Place {
    std::optional<double> place, lowest, highest;
};

std::string place_text(const Canvas& canvas, const Place& row) {
    std::string text = row.place ? canvas.number(*row.place) : std::string(canvas.no_data());
    if (!row.lowest || !row.highest) return text;
    text += " (";
    text += canvas.number(*row.lowest);
    text += "–";
    text += canvas.number(*row.highest);
    return text += ')';
}

void draw_place(Canvas& canvas, const Place& row, double y, double left, double per_place) {
    const auto x = [&](double place) { return left + (place - 1) * per_place; };
    if (row.lowest && row.highest) {
        canvas.line(x(*row.lowest), y, x(*row.highest), y, colour(1), 3);
        for (const double end : {*row.lowest, *row.highest}) canvas.line(x(end), y - 5, x(end), y + 5, colour(1), 2);
    }
    if (row.place) canvas.mark(x(*row.place), y, 0);
}

void draw_places(Canvas& canvas, double most, double left, double per_place, double top, double bottom) {
    const double step = std::max(1.0, std::ceil(most / 20));
    for (double place = 1; place <= most; place += step) {
        const double x = left + (place - 1) * per_place;
        canvas.line(x, top, x, bottom, "#d0d0d0");
        canvas.text(x, bottom + text_size + 3, Anchor::middle, canvas.number(place), 11);
    }
}

}  // namespace

double draw_ranks(Canvas& canvas, double top) {
    const Rows rows = rows_of(canvas.chart());
    std::vector<Place> places(rows.count);
    double most = 1, right = 20;
    for (std::size_t i = 0; i < rows.count; ++i) {
        places[i] = {canvas.value(0, i), canvas.value(1, i), canvas.value(2, i)};
        // A place is a number from 1 on, and no chart has more places than this.
        for (std::optional<double>* part : {&places[i].place, &places[i].lowest, &places[i].highest}) {
            if (*part && (**part < 1 || **part > 1e6)) part->reset();
            most = std::max(most, part->value_or(1));
        }
        right = std::max(right, text_width(place_text(canvas, places[i]), rows.size) + 8);
    }
    const double left = rows.label_width + 20;
    const double per_place = (page_width - left - right - 14) / std::max(most - 1, 1.0);
    const double bottom = top + rows.height * static_cast<double>(rows.count);
    draw_places(canvas, most, left, per_place, top, bottom);
    for (std::size_t i = 0; i < rows.count; ++i) {
        const double y = top + rows.height * static_cast<double>(i);
        draw_label(canvas, rows, i, y);
        draw_place(canvas, places[i], y + rows.height / 2, left, per_place);
        canvas.text(page_width, y + rows.height / 2 + rows.size * 0.35, Anchor::end, place_text(canvas, places[i]),
                    rows.size);
    }
    canvas.axis_title(left + (page_width - left - right) / 2, bottom + 2 * text_size + 8, Anchor::middle,
                      canvas.chart().unit.empty() ? canvas.word("Thứ hạng", "Place") : canvas.chart().unit);
    return draw_left_out(canvas, rows, bottom + 2 * text_size + 12);
}

}  // namespace tool::svg
