#include "table.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <vector>

#include "utf8.hpp"
#include "wrap.hpp"

namespace tool {
namespace {

constexpr std::size_t widest_text = 48;     // texts in cells are wrapped beyond this
constexpr std::size_t widest_caption = 12;  // captions of texts are wrapped to this, those of numbers at every word
constexpr std::string_view between = " │ ";
constexpr std::size_t between_width = 3;

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

class Renderer {
public:
    explicit Renderer(const cchc::Table& table) : table_(table) { measure(); }

    std::string text() {
        for (const std::string& line : table_.heading) out_ += printable(line) + '\n';
        if (!table_.heading.empty()) out_ += '\n';
        for (const Cells& captions : table_.captions) add_row(captions, spans_of(captions), true);
        add_rule();
        const std::size_t body = table_.rows.size() - std::min(table_.total_rows, table_.rows.size());
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            if (i == body && i > 0) add_rule();
            add_row(table_.rows[i], single_spans(widths_.size()), false);
        }
        if (!table_.notes.empty()) out_ += '\n';
        for (const std::string& line : table_.notes) out_ += printable(line) + '\n';
        return std::move(out_);
    }

private:
    void measure() {
        widths_.assign(table_.numeric.size(), 1);
        for (const Cells& row : table_.rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                widths_[i] = std::max(widths_[i], std::min(display_width(row[i]), widest_text));
            }
        }
        for (const Cells& captions : table_.captions) {
            for (const Span span : spans_of(captions)) make_room(captions[span.from], span);
        }
    }

    void make_room(const std::string& caption, Span span) {
        const std::size_t room = table_.numeric[span.from] ? 0 : widest_caption;
        const std::size_t wanted = std::max(longest_word(caption), std::min(display_width(caption), room));
        const std::size_t had = width_of(span);
        if (wanted > had) widths_[span.to - 1] += wanted - had;
    }

    std::size_t width_of(Span span) const {
        const auto first = widths_.begin() + static_cast<std::ptrdiff_t>(span.from);
        const auto last = widths_.begin() + static_cast<std::ptrdiff_t>(span.to);
        return std::accumulate(first, last, between_width * (span.to - span.from - 1));
    }

    void add_row(const Cells& cells, const std::vector<Span>& spans, bool header) {
        std::vector<std::vector<std::string>> lines;
        std::size_t height = 1;
        for (const Span span : spans) {
            lines.push_back(wrapped(printable(cells[span.from]), width_of(span)));
            height = std::max(height, lines.back().size());
        }
        for (std::size_t y = 0; y < height; ++y) {
            std::string line;
            for (std::size_t i = 0; i < spans.size(); ++i) {
                if (i > 0) line += between;
                const Align align = header ? Align::centre : table_.numeric[spans[i].from] ? Align::right : Align::left;
                line += padded(y < lines[i].size() ? lines[i][y] : std::string(), width_of(spans[i]), align);
            }
            line.erase(line.find_last_not_of(' ') + 1);
            out_ += line + '\n';
        }
    }

    void add_rule() {
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            if (i > 0) out_ += "─┼─";
            for (std::size_t x = 0; x < widths_[i]; ++x) out_ += "─";
        }
        out_ += '\n';
    }

    const cchc::Table& table_;
    std::vector<std::size_t> widths_;
    std::string out_;
};

}  // namespace

std::string render(const cchc::Table& table) { return Renderer(table).text(); }

}  // namespace tool
