#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include "svg_parts.hpp"

namespace tool::svg {
namespace {

// Colours that people with any kind of colour vision tell apart (Okabe and Ito, 2008), dark enough for a line on white.
constexpr std::array<std::string_view, 7> palette{"#0072b2", "#b35c00", "#00785a", "#8a4b77",
                                                  "#2f6f8f", "#9c3b00", "#555555"};
// The same, light enough for black letters on top.
constexpr std::array<std::string_view, 7> tints{"#8ec5e8", "#f2b766", "#8fd6bf", "#dfb0cc", "#c9e4f3", "#f0a27c", "#c8c8c8"};
constexpr std::array<std::string_view, 7> dash_patterns{"none", "8 3", "2 3", "8 3 2 3", "12 4", "4 4", "1 4"};
// The strokes over a bar. A browser prints an SVG pattern as a picture for each bar, which takes seconds: these are plain
// lines.
enum class Hatch { none, rising, dots, lying, falling, standing };
constexpr std::array<Hatch, 6> hatches{Hatch::none,  Hatch::rising,  Hatch::dots,
                                       Hatch::lying, Hatch::falling, Hatch::standing};

constexpr std::string_view anchor_name(Anchor anchor) {
    return anchor == Anchor::start ? "start" : anchor == Anchor::middle ? "middle" : "end";
}

void put_attribute(std::string& out, std::string_view name, std::string_view value) {
    out += ' ';
    out += name;
    out += "=\"";
    out += value;
    out += '"';
}

void put_attribute(std::string& out, std::string_view name, double value) { put_attribute(out, name, fixed(value)); }

struct BarBox {
    double x, y, width, height;
};

void put_stroke(std::string& points, double x1, double y1, double x2, double y2) {
    for (const auto& [command, x, y] : {std::tuple('M', x1, y1), std::tuple('L', x2, y2)}) {
        points += command;
        points += fixed(x);
        points += ' ';
        points += fixed(y);
    }
}

// The strokes of a hatch, cut off at the edges of the bar; each bar has at least one.
std::string strokes(Hatch hatch, const BarBox& box) {
    constexpr double step = 7;
    const bool slanted = hatch == Hatch::rising || hatch == Hatch::falling;
    const double end = slanted ? box.width + box.height : hatch == Hatch::standing ? box.width : box.height;
    std::string points;
    for (double at = std::min(step, end) / 2; at < end; at += step) {
        if (hatch == Hatch::standing) {
            put_stroke(points, box.x + at, box.y, box.x + at, box.y + box.height);
        } else if (!slanted) {
            put_stroke(points, box.x, box.y + at, box.x + box.width, box.y + at);
        } else {
            // Where the line on which the distances from the left and from the top sum up to `at` enters and leaves.
            const double lower = std::max(0.0, at - box.height), upper = std::min(at, box.width);
            const auto x = [&](double dx) { return box.x + (hatch == Hatch::rising ? dx : box.width - dx); };
            put_stroke(points, x(lower), box.y + at - lower, x(upper), box.y + at - upper);
        }
    }
    return points;
}

}  // namespace

std::string_view colour(std::size_t series) { return palette[series % palette.size()]; }
std::string_view dashes(std::size_t series) { return dash_patterns[series % dash_patterns.size()]; }

std::optional<double> Canvas::value(std::size_t series, std::size_t category) const {
    if (series >= chart_.series.size() || category >= chart_.series[series].values.size()) return std::nullopt;
    const std::optional<double>& value = chart_.series[series].values[category];
    // Nothing that people count is beyond this, and sums of such values are still numbers.
    constexpr double largest_value = 1e100;
    return value && std::abs(*value) <= largest_value ? value : std::nullopt;
}

bool Canvas::all_whole() const {
    for (std::size_t s = 0; s < chart_.series.size(); ++s) {
        for (std::size_t i = 0; i < chart_.categories.size(); ++i) {
            if (const auto v = value(s, i); v && *v != std::floor(*v)) return false;
        }
    }
    return true;
}

void Canvas::put_text(double x, double y, Anchor anchor, std::string_view text, double size, std::string_view more) {
    out_ += "<text";
    put_attribute(out_, "x", x);
    put_attribute(out_, "y", y);
    if (anchor != Anchor::start) put_attribute(out_, "text-anchor", anchor_name(anchor));
    if (size != text_size) put_attribute(out_, "font-size", size);
    out_ += more;
    out_ += '>';
    out_ += escaped(text);
    out_ += "</text>\n";
}

void Canvas::text(double x, double y, Anchor anchor, std::string_view text, double size) {
    put_text(x, y, anchor, text, size, {});
}

void Canvas::halo_text(double x, double y, Anchor anchor, std::string_view text, double size) {
    put_text(x, y, anchor, text, size, R"( paint-order="stroke" stroke="#ffffff" stroke-width="3" stroke-linejoin="round")");
}

void Canvas::axis_title(double x, double y, Anchor anchor, std::string_view text) {
    put_text(x, y, anchor, text, text_size, R"( font-style="italic")");
}

void Canvas::turned_title(double x, double y, std::string_view text) {
    std::string turn = R"( font-style="italic" transform="rotate(-90 )";
    turn += fixed(x);
    turn += ' ';
    turn += fixed(y);
    turn += R"X()")X";
    put_text(x, y, Anchor::middle, text, text_size, turn);
}

void Canvas::line(double x1, double y1, double x2, double y2, std::string_view stroke, double width) {
    out_ += "<line";
    put_attribute(out_, "x1", x1);
    put_attribute(out_, "y1", y1);
    put_attribute(out_, "x2", x2);
    put_attribute(out_, "y2", y2);
    put_attribute(out_, "stroke", stroke);
    put_attribute(out_, "stroke-width", width);
    out_ += "/>\n";
}

void Canvas::rect(double x, double y, double width, double height, std::string_view fill) {
    out_ += "<rect";
    put_attribute(out_, "x", x);
    put_attribute(out_, "y", y);
    put_attribute(out_, "width", std::max(width, 0.0));
    put_attribute(out_, "height", std::max(height, 0.0));
    put_attribute(out_, "fill", fill);
    out_ += R"( stroke="#333333" stroke-width="0.8"/>)"
            "\n";
}

void Canvas::bar(double x, double y, double width, double height, std::size_t series) {
    rect(x, y, width, height, tints[series % tints.size()]);
    const Hatch hatch = hatches[series % hatches.size()];
    if (hatch == Hatch::none) return;
    const std::string points = strokes(hatch, {x, y, width, height});
    if (points.empty()) return;
    out_ += "<path";
    put_attribute(out_, "d", points);
    put_attribute(out_, "stroke", "#4a4a4a");
    if (hatch == Hatch::dots) out_ += R"( stroke-dasharray="2 5" stroke-width="2")";
    out_ += "/>\n";
}

void Canvas::mark(double x, double y, std::size_t series) {
    constexpr std::array<std::string_view, 5> shapes{"M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", "M-3.6-3.6h7.2v7.2h-7.2z",
                                                     "M0-4.6l4.6 8h-9.2z", "M0-5l5 5l-5 5l-5-5z", "M0 4.6l4.6-8h-9.2z"};
    out_ += "<path";
    put_attribute(out_, "d", shapes[series % shapes.size()]);
    out_ += R"( transform="translate()";
    out_ += fixed(x);
    out_ += ' ';
    out_ += fixed(y);
    out_ += R"X()")X";
    put_attribute(out_, "fill", colour(series));
    out_ += "/>\n";
}

void Canvas::path(const std::string& points, std::size_t series) {
    if (points.empty()) return;
    out_ += "<path";
    put_attribute(out_, "d", points);
    out_ += R"( fill="none" stroke-width="2")";
    put_attribute(out_, "stroke", colour(series));
    put_attribute(out_, "stroke-dasharray", dashes(series));
    out_ += "/>\n";
}

}  // namespace tool::svg
