// What the charts are drawn with: texts of known width, scales, strokes and fills. Coordinates have one decimal, so that the
// same figures give the same bytes everywhere.
#pragma once

#include <cchc/report.hpp>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tool::svg {

constexpr double page_width = 640;  // of the viewBox: one unit is about one CSS pixel in the text area of A4
constexpr double text_size = 12;
constexpr std::size_t most_rows = 60;  // more would be higher than a page

// A text as content or as the value of an attribute: no control characters, no markup.
std::string escaped(std::string_view text);
std::string fixed(double value);
// A value as people read it: at most two decimals, with the signs of the language ("1.234,5" or "1,234.5").
std::string figure(double value, cchc::Lang lang);

// The width of a text in a sans serif, a little on the safe side.
double text_width(std::string_view text, double size = text_size);
// At most `most` lines that are no wider than `width`; what does not fit ends in "…".
std::vector<std::string> lines_within(std::string_view text, double width, std::size_t most, double size = text_size);
std::string one_line(std::string_view text, double width, double size = text_size);

struct Scale {
    double low = 0, high = 1, step = 1;
};
// Round steps over `low`..`high`, with 0 in it; a rate in per cent is shown on 0..100.
Scale scale_over(double low, double high, bool whole, bool percent);

std::string_view colour(std::size_t series);
std::string_view dashes(std::size_t series);

enum class Anchor { start, middle, end };

// A chart while it is drawn.
class Canvas {
public:
    Canvas(const cchc::report::Chart& chart, cchc::Lang lang) : chart_(chart), lang_(lang) {}

    const cchc::report::Chart& chart() const noexcept { return chart_; }
    cchc::Lang lang() const noexcept { return lang_; }
    const std::string& out() const noexcept { return out_; }
    std::string number(double value) const { return figure(value, lang_); }
    std::string_view word(std::string_view vi, std::string_view en) const { return lang_ == cchc::Lang::vi ? vi : en; }
    std::string_view no_data() const { return word("không có số liệu", "no data"); }
    // A value that can be drawn; none where it is missing or not finite.
    std::optional<double> value(std::size_t series, std::size_t category) const;
    bool all_whole() const;
    bool percent() const { return chart_.unit.starts_with('%'); }

    void text(double x, double y, Anchor anchor, std::string_view text, double size = text_size);
    void halo_text(double x, double y, Anchor anchor, std::string_view text, double size = text_size);  // over fills
    void axis_title(double x, double y, Anchor anchor, std::string_view text);
    void turned_title(double x, double y, std::string_view text);
    void line(double x1, double y1, double x2, double y2, std::string_view stroke = "#333333", double width = 1);
    void rect(double x, double y, double width, double height, std::string_view fill);
    // In the colour of its series and with its strokes, so that bars are told apart without colours.
    void bar(double x, double y, double width, double height, std::size_t series);
    void mark(double x, double y, std::size_t series);  // of a line: its shape says which one
    void path(const std::string& points, std::size_t series);

private:
    void put_text(double x, double y, Anchor anchor, std::string_view text, double size, std::string_view more);

    const cchc::report::Chart& chart_;
    cchc::Lang lang_;
    std::string out_;
};

// Rows with a label at the left: how high they are, and how wide their labels.
struct Rows {
    std::size_t count = 0, left_out = 0;
    double height = 0, size = text_size, label_width = 0;
};
Rows rows_of(const cchc::report::Chart& chart);
void draw_label(Canvas& canvas, const Rows& rows, std::size_t row, double top);
// Says how many rows are not drawn, where some are not; returns the new bottom.
double draw_left_out(Canvas& canvas, const Rows& rows, double top);
// Vertical lines at the steps with their numbers below (or above), from `top` to `bottom`.
void draw_steps(Canvas& canvas, const Scale& scale, double left, double width, double top, double bottom);

// Each draws below `top` and returns the lowest coordinate that it used.
double draw_bars(Canvas& canvas, double top);
double draw_against_max(Canvas& canvas, double top);
double draw_line(Canvas& canvas, double top);
double draw_histogram(Canvas& canvas, double top);
double draw_ranks(Canvas& canvas, double top);

}  // namespace tool::svg
