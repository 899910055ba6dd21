// A form or table of counts as plain text, as wide as it is: a terminal scrolls it, a file keeps it.
#include <algorithm>
#include <numeric>
#include <string_view>
#include <vector>

#include "cchc/report.hpp"
#include "cchc/statistics.hpp"
#include "report/lines.hpp"

namespace cchc::report {
namespace plain {
namespace {

constexpr int widest_text = 48;     // texts in cells are wrapped beyond this
constexpr int widest_caption = 12;  // captions of texts are wrapped to this, those of numbers at every word
constexpr std::string_view between = " │ ";
constexpr int between_width = 3;

using Cells = std::vector<std::string>;

// A run of columns of a header row under one caption: [from, to).
struct Span {
    std::size_t from, to;
};

std::vector<Span> spans_of(const Cells& captions) {
    std::vector<Span> spans;
    for (std::size_t i = 0; i < captions.size();) {
        std::size_t end = i + 1;
        while (end < captions.size() && !captions[i].empty() && captions[end] == captions[i]) ++end;
        spans.push_back({i, end});
        i = end;
    }
    return spans;
}

std::vector<Span> single_spans(std::size_t columns) {
    std::vector<Span> spans;
    for (std::size_t i = 0; i < columns; ++i) spans.push_back({i, i + 1});
    return spans;
}

// Blanks before a text indent every line of it: rows below a row.
std::vector<std::string> indented(const std::string& text, int width) {
    const auto blanks = std::min(text.find_first_not_of(' '), text.size());
    const std::string indent(std::min(blanks, static_cast<std::size_t>(width) / 2), ' ');
    auto lines = wrapped(text, std::max(2, width - static_cast<int>(indent.size())));
    for (std::string& line : lines) line.insert(0, indent);
    return lines;
}

// One line without what a terminal would obey.
std::string line_of(const std::string& text) {
    std::string out;
    for (const std::string& line : wrapped(text, std::max(2, extent_of(text).line))) out += (out.empty() ? "" : " ") + line;
    return out;
}

class Renderer {
public:
    explicit Renderer(const cchc::Table& table) : table_(table) { measure(); }

    std::string text() {
        for (const std::string& line : table_.heading) out_ += line_of(line) + '\n';
        if (!table_.heading.empty()) out_ += '\n';
        for (const Cells& captions : table_.captions) add_row(captions, spans_of(captions), true);
        add_rule();
        const std::size_t body = table_.rows.size() - std::min(table_.total_rows, table_.rows.size());
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            if (i == body && i > 0) add_rule();
            add_row(table_.rows[i], single_spans(widths_.size()), false);
        }
        if (!table_.notes.empty()) out_ += '\n';
        for (const std::string& line : table_.notes) out_ += line_of(line) + '\n';
        return std::move(out_);
    }

private:
    void measure() {
        widths_.assign(table_.numeric.size(), 1);
        for (const Cells& row : table_.rows)
            for (std::size_t i = 0; i < row.size(); ++i)
                widths_[i] = std::max(widths_[i], std::min(columns_of(row[i]), widest_text));
        for (const Cells& captions : table_.captions)
            for (const Span span : spans_of(captions)) make_room(captions[span.from], span);
    }

    void make_room(const std::string& caption, Span span) {
        const Extent extent = extent_of(caption);
        const int wanted = std::max(extent.word, std::min(extent.line, table_.numeric[span.from] ? 0 : widest_caption));
        const int had = width_of(span);
        if (wanted > had) widths_[span.to - 1] += wanted - had;
    }

    int width_of(Span span) const {
        const auto first = widths_.begin() + static_cast<std::ptrdiff_t>(span.from);
        const auto last = widths_.begin() + static_cast<std::ptrdiff_t>(span.to);
        return std::accumulate(first, last, between_width * static_cast<int>(span.to - span.from - 1));
    }

    void add_row(const Cells& cells, const std::vector<Span>& spans, bool header) {
        std::vector<std::vector<std::string>> lines;
        std::size_t height = 1;
        for (const Span span : spans) {
            lines.push_back(indented(cells[span.from], width_of(span)));
            height = std::max(height, lines.back().size());
        }
        for (std::size_t y = 0; y < height; ++y) {
            std::string line;
            for (std::size_t i = 0; i < spans.size(); ++i) {
                if (i > 0) line += between;
                const Align align = header ? Align::center : table_.numeric[spans[i].from] ? Align::right : Align::left;
                line += padded(y < lines[i].size() ? lines[i][y] : std::string(), width_of(spans[i]), align);
            }
            line.erase(line.find_last_not_of(' ') + 1);
            out_ += line + '\n';
        }
    }

    void add_rule() {
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            if (i > 0) out_ += "─┼─";
            for (int x = 0; x < widths_[i]; ++x) out_ += "─";
        }
        out_ += '\n';
    }

    const cchc::Table& table_;
    std::vector<int> widths_;
    std::string out_;
};

}  // namespace
}  // namespace plain

std::string to_text(const cchc::Table& table) { return plain::Renderer(table).text(); }

}  // namespace cchc::report
