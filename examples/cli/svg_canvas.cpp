#include <algorithm>
#include <array>
#include <cmath>

#include "svg_parts.hpp"

namespace tool::svg {
namespace {

// Colours that people with any kind of colour vision tell apart (Okabe and Ito, 2008), dark enough for a line on white.
constexpr std::array<std::string_view, 7> palette{"#0072b2", "#b35c00", "#00785a", "#8a4b77",
                                                  "#2f6f8f", "#9c3b00", "#555555"};
// The same, light enough for black letters on top.
constexpr std::array<std::string_view, 7> tints{"#8ec5e8", "#f2b766", "#8fd6bf", "#dfb0cc", "#c9e4f3", "#f0a27c", "#c8c8c8"};
constexpr std::array<std::string_view, 7> dash_patterns{"none", "8 3", "2 3", "8 3 2 3", "12 4", "4 4", "1 4"};
// Strokes of an 8 by 8 tile; the first one is plain.
constexpr std::array<std::string_view, 6> hatches{"",       "M-2 2l4-4M0 8l8-8M6 10l4-4", "M2 2h1M6 6h1",
                                                  "M0 4h8", "M-2 6l4 4M0 0l8 8M6-2l4 4",  "M4 0v8"};

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

}  // namespace

std::string_view colour(std::size_t series) { return palette[series % palette.size()]; }
std::string_view dashes(std::size_t series) { return dash_patterns[series % dash_patterns.size()]; }

std::string fill_id(std::string_view chart_id, std::size_t series) {
    std::string id(chart_id);
    id += "-fill-";
    return id += std::to_string(series);
}

std::string fill_definition(std::string_view chart_id, std::size_t series) {
    std::string out = "<pattern";
    put_attribute(out, "id", fill_id(chart_id, series));
    out += R"( width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8")";
    put_attribute(out, "fill", tints[series % tints.size()]);
    out += "/>";
    if (const std::string_view hatch = hatches[series % hatches.size()]; !hatch.empty()) {
        out += "<path";
        put_attribute(out, "d", hatch);
        out += R"( stroke="#4a4a4a" stroke-width="1" fill="none"/>)";
    }
    return out += "</pattern>\n";
}

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
    std::string fill = "url(#";
    fill += fill_id(id_, series);
    rect(x, y, width, height, fill += ')');
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
