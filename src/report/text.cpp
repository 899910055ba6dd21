// A document as plain text, as wide as the reader wants it.
#include <fmt/format.h>

#include <algorithm>

#include "report/lines.hpp"
#include "report/text_table.hpp"
#include "report/words.hpp"

namespace cchc::report {
namespace {

constexpr int least_width = 40, most_width = 400;
constexpr int gap = 2;               // between things that stand beside each other
constexpr int signature_width = 24;  // at least

// A part of a line: lines of its own, all of one width.
struct TextBox {
    int width = 0;
    std::vector<std::string> lines;

    void add(std::string_view text) {
        if (text.empty()) return;
        for (const std::string& line : wrapped(text, width)) lines.push_back(padded(line, width, Align::center));
    }
    void rule(int columns) {
        lines.push_back(padded(std::string(static_cast<std::size_t>(columns), '-'), width, Align::center));
    }
};

class TextPage {
public:
    TextPage(const Document& document, int width) : d_(document), width_(std::clamp(width, least_width, most_width)) {}

    std::string write() {
        if (d_.synthetic) block(Paragraph{synthetic_note(d_.lang), Paragraph::Style::warning});
        head();
        begin();
        centered(d_.title);
        centered(d_.subject);
        for (const Block& block : d_.blocks) std::visit([this](const auto& b) { this->block(b); }, block);
        addressees();
        signatures();
        block(Paragraph{layout_note(d_.lang), Paragraph::Style::note});
        return std::move(out_);
    }

private:
    // Blocks have an empty line between them.
    void begin() {
        if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
    }
    void line(std::string text) {
        text.erase(text.find_last_not_of(' ') + 1);
        out_.append(text).append("\n");
    }
    // The first line begins with `first`, the others with blanks.
    void hanging(std::string_view first, std::string_view text) {
        const int indent = columns_of(first);
        std::string before(first);
        for (const std::string& part : wrapped(text, width_ - indent)) {
            line(before + part);
            before.assign(static_cast<std::size_t>(indent), ' ');
        }
    }
    void centered(std::string_view text) {
        if (text.empty()) return;
        for (const std::string& part : wrapped(text, width_)) line(padded(part, width_, Align::center));
    }
    void beside(const std::vector<TextBox>& boxes) {
        std::size_t height = 0;
        for (const TextBox& box : boxes) height = std::max(height, box.lines.size());
        for (std::size_t y = 0; y < height; ++y) {
            std::string out;
            for (const TextBox& box : boxes) {
                if (!out.empty()) out.append(gap, ' ');
                out.append(padded(y < box.lines.size() ? box.lines[y] : std::string(), box.width, Align::left));
            }
            line(std::move(out));
        }
    }

    void head() {
        begin();
        TextBox left{(width_ - gap) * 2 / 5, {}};
        left.add(d_.head.parent);
        left.add(d_.head.issuer);
        left.rule(7);
        left.add(number_line(d_.head, d_.lang));
        TextBox right{width_ - gap - left.width, {}};
        right.add(national_name());
        right.add(national_motto());
        right.rule(std::min(right.width, columns_of(national_motto())));
        right.add(place_and_date(d_.head, d_.lang));
        beside({left, right});
    }

    void block(const Heading& h) {
        if (h.text.empty()) return;
        begin();
        int widest = 0;
        for (const std::string& part : wrapped(h.text, width_)) {
            line(part);
            widest = std::max(widest, columns_of(part));
        }
        if (h.level <= 2) line(std::string(static_cast<std::size_t>(widest), h.level <= 1 ? '=' : '-'));
    }

    void block(const Paragraph& p) {
        if (p.text.empty()) return;
        begin();
        const std::string_view first = p.style == Paragraph::Style::warning ? "! "
                                       : p.style == Paragraph::Style::note  ? "  "
                                                                            : "";
        hanging(first, p.text);
    }

    void block(const List& l) {
        if (l.items.empty()) return;
        begin();
        for (std::size_t i = 0; i < l.items.size(); ++i)
            hanging(l.numbered ? fmt::format("{}. ", i + 1) : std::string("- "), l.items[i]);
    }

    void block(const Table& t) {
        begin();
        if (!t.caption.empty()) hanging("", t.caption);
        for (std::string& row : table_lines(t, width_)) line(std::move(row));
        for (const std::string& note : t.notes) hanging("  ", note);
    }

    void block(const Chart& c) {
        begin();
        hanging("", fmt::format("[{}] {}", chart_word(d_.lang), c.title));
        if (!c.alternative.empty()) hanging("  ", c.alternative);
    }

    void addressees() {
        if (d_.addressees.empty()) return;
        begin();
        line(std::string(recipients_word(d_.lang)));
        for (const std::string& addressee : d_.addressees) hanging("- ", addressee);
    }

    // Beside each other from left to right; one alone stands in the right half, where a document is signed.
    void signatures() {
        const auto in_row = static_cast<std::size_t>(width_ / signature_width);
        for (std::size_t i = 0; i < d_.signatures.size(); i += in_row) {
            begin();
            const std::size_t end = std::min(d_.signatures.size(), i + in_row);
            const auto boxes = static_cast<int>(std::max<std::size_t>(d_.signatures.size() == 1 ? 2 : 1, end - i));
            std::vector<TextBox> row;
            if (d_.signatures.size() == 1) row.push_back(TextBox{(width_ - gap) / 2, {std::string()}});
            for (std::size_t k = i; k < end; ++k) {
                row.push_back(TextBox{(width_ - gap * (boxes - 1)) / boxes, {}});
                row.back().add(d_.signatures[k].authority);
                row.back().add(d_.signatures[k].post);
                row.back().add(sign_here(d_.lang));
            }
            beside(row);
            out_.append("\n\n\n");  // room for a hand
        }
    }

    const Document& d_;
    int width_;
    std::string out_;
};

}  // namespace

std::string to_text(const Document& document, int width) { return TextPage(document, width).write(); }

}  // namespace cchc::report
