// The plot of charts whose categories stand side by side: a scale at the left, labels below.
#pragma once

#include "svg_parts.hpp"

namespace tool::svg {

struct Plot {
    double left = 0, right = 0, top = 0, bottom = 0;
    Scale scale;
    double per_category = 0;

    double y(double value) const { return bottom - (value - scale.low) / (scale.high - scale.low) * (bottom - top); }
    double centre(std::size_t category) const { return left + per_category * (static_cast<double>(category) + 0.5); }
};

// Draws the scale, its title (the unit) and the labels of the categories, as many as fit. `below` is the title of the
// categories; `lowest` becomes the lowest coordinate that was used.
Plot draw_plot(Canvas& canvas, double top, std::string_view below, double& lowest);

}  // namespace tool::svg
