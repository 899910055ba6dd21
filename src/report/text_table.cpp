#include "report/text_table.hpp"

#include <algorithm>
#include <optional>

#include "report/lines.hpp"

namespace cchc::report {
namespace {

constexpr int longest_caption_word = 8;  // Vietnamese syllables have no more than seven letters
constexpr int longest_kept_word = 16;    // longer words of a text are cut before a table loses its grid

struct ColumnWidth {
    int least = 1, wanted = 1;
};

// Values are never broken; captions and texts are, between words and, as a last resort, inside long ones.
ColumnWidth column_width(const Table& t, std::size_t column) {
    const bool numeric = t.columns[column].numeric;
    const Extent caption = extent_of(t.columns[column].caption);
    ColumnWidth out{std::max(2, std::min(caption.word, longest_caption_word)), std::max(2, caption.line)};
    for (const auto& row : t.rows) {
        if (column >= row.size()) continue;
        const Cell& cell = row[column];
        const Extent e = extent_of(cell.text);
        const bool value = numeric && cell.kind != Cell::Kind::text;
        out.least = std::max(out.least, value ? e.line : std::min(e.word, longest_kept_word));
        out.wanted = std::max(out.wanted, e.line);
    }
    return out;
}

// One column more for each that wants one, in turn, until the width is used.
std::optional<std::vector<int>> column_widths(const Table& t, int width) {
    std::vector<int> widths;
    std::vector<int> wanted;
    int spare = width - 1;
    for (std::size_t c = 0; c < t.columns.size(); ++c) {
        const ColumnWidth w = column_width(t, c);
        spare -= w.least + 3;
        widths.push_back(w.least);
        wanted.push_back(w.wanted);
    }
    if (spare < 0) return std::nullopt;
    for (bool given = true; given && spare > 0;) {
        given = false;
        for (std::size_t c = 0; c < widths.size() && spare > 0; ++c) {
            if (widths[c] >= wanted[c]) continue;
            ++widths[c];
            --spare;
            given = true;
        }
    }
    return widths;
}

class Grid {
public:
    Grid(const Table& table, const std::vector<int>& widths) : t_(table), widths_(widths) {}

    std::vector<std::string> lines() {
        rule('-');
        std::vector<std::string> captions;
        for (const Column& c : t_.columns) captions.push_back(c.caption);
        row(captions, true);
        rule('=');
        for (std::size_t i = 0; i < t_.rows.size(); ++i) {
            if (i > 0 && i + 1 == t_.rows.size() && t_.has_total) rule('-');
            std::vector<std::string> texts;
            for (const Cell& cell : t_.rows[i]) texts.push_back(cell.text);
            texts.resize(t_.columns.size());
            row(texts, false);
        }
        rule('-');
        return std::move(out_);
    }

private:
    void rule(char sign) {
        std::string line = "+";
        for (const int width : widths_) line.append(static_cast<std::size_t>(width) + 2, sign).append("+");
        out_.push_back(std::move(line));
    }

    void row(const std::vector<std::string>& texts, bool captions) {
        std::vector<std::vector<std::string>> cells;
        std::size_t height = 1;
        for (std::size_t c = 0; c < texts.size(); ++c) {
            cells.push_back(wrapped(texts[c], widths_[c]));
            height = std::max(height, cells.back().size());
        }
        for (std::size_t y = 0; y < height; ++y) {
            std::string line = "|";
            for (std::size_t c = 0; c < cells.size(); ++c) {
                const Align align = captions ? Align::center : t_.columns[c].numeric ? Align::right : Align::left;
                const std::string text = y < cells[c].size() ? cells[c][y] : std::string();
                line.append(" ").append(padded(text, widths_[c], align)).append(" |");
            }
            out_.push_back(std::move(line));
        }
    }

    const Table& t_;
    const std::vector<int>& widths_;
    std::vector<std::string> out_;
};

std::vector<std::string> rows_as_lists(const Table& t, int width) {
    std::vector<std::string> out;
    for (std::size_t r = 0; r < t.rows.size(); ++r) {
        const std::vector<Cell>& row = t.rows[r];
        for (std::size_t c = 0; c < std::min(row.size(), t.columns.size()); ++c) {
            std::string text = t.columns[c].caption;
            text.append(text.empty() ? "" : ": ").append(row[c].text);
            const auto lines = wrapped(text, width - 4);
            for (std::size_t i = 0; i < lines.size(); ++i)
                out.push_back((c == 0 && i == 0 ? "- " : i == 0 ? "  " : "    ") + lines[i]);
        }
    }
    return out;
}

}  // namespace

std::vector<std::string> table_lines(const Table& table, int width) {
    if (table.columns.empty()) return {};
    const auto widths = column_widths(table, width);
    return widths ? Grid(table, *widths).lines() : rows_as_lists(table, width);
}

}  // namespace cchc::report
