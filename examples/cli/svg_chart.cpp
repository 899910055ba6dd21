#include "svg_chart.hpp"

#include <fmt/format.h>

#include "svg_parts.hpp"

namespace tool {
namespace {

using cchc::report::Chart;

// What stands for a series in the legend: as it is drawn.
void draw_legend_sign(svg::Canvas& canvas, std::size_t series, double x, double y) {
    const Chart::Kind kind = canvas.chart().kind;
    if (kind == Chart::Kind::line) {
        canvas.path(fmt::format("M{} {}h22", svg::fixed(x), svg::fixed(y)), series);
        canvas.mark(x + 11, y, series);
    } else if (kind == Chart::Kind::ranks) {
        if (series == 0) return canvas.mark(x + 11, y, 0);
        canvas.line(x, y, x + 22, y, svg::colour(1), 3);
        const double end = series == 1 ? x : x + 22;
        canvas.line(end, y - 5, end, y + 5, svg::colour(1), 2);
    } else {
        canvas.bar(x, y - 6, 22, 12, series);
    }
}

double draw_legend(svg::Canvas& canvas) {
    double x = 0, y = 10;
    const auto& series = canvas.chart().series;
    if (series.empty()) return 0;
    for (std::size_t s = 0; s < series.size(); ++s) {
        const std::string name = svg::one_line(series[s].name.empty() ? "–" : series[s].name, svg::page_width - 32);
        const double width = 28 + svg::text_width(name) + 18;
        if (x > 0 && x + width > svg::page_width) {
            x = 0;
            y += 20;
        }
        draw_legend_sign(canvas, s, x, y);
        canvas.text(x + 28, y + 4, svg::Anchor::start, name);
        x += width;
    }
    return y + 18;
}

double draw_body(svg::Canvas& canvas, double top) {
    if (canvas.chart().categories.empty() || canvas.chart().series.empty()) {
        canvas.axis_title(0, top + svg::text_size + 4, svg::Anchor::start, canvas.no_data());
        return top + svg::text_size + 10;
    }
    switch (canvas.chart().kind) {
        case Chart::Kind::stacked_bars: return svg::draw_bars(canvas, top);
        case Chart::Kind::line: return svg::draw_line(canvas, top);
        case Chart::Kind::histogram: return svg::draw_histogram(canvas, top);
        case Chart::Kind::against_max: return svg::draw_against_max(canvas, top);
        case Chart::Kind::ranks: return svg::draw_ranks(canvas, top);
    }
    return top;
}

std::string element(std::string_view name, std::string_view id, std::string_view text) {
    std::string out = "<";
    out.append(name).append(" id=\"").append(id).append("\">").append(svg::escaped(text));
    return out.append("</").append(name).append(">\n");
}

}  // namespace

std::string svg_chart(const Chart& chart, cchc::Lang lang, std::string_view id) {
    svg::Canvas canvas(chart, lang);
    const double height = draw_body(canvas, draw_legend(canvas)) + 4;
    const std::string title = std::string(id) + "-title", description = std::string(id) + "-desc";
    std::string out = R"(<svg role="img" aria-labelledby=")";
    out.append(title).append(" ").append(description).append(R"(" viewBox="0 0 640 )").append(svg::fixed(height));
    out += R"(" font-family="Arial, 'Liberation Sans', sans-serif" font-size="12" fill="#1a1a1a">)";
    out += '\n';
    out += element("title", title, chart.title);
    out += element("desc", description, chart.alternative.empty() ? chart.title : chart.alternative);
    out += canvas.out();
    return out += "</svg>\n";
}

}  // namespace tool
