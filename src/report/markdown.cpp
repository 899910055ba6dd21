// A document as Markdown: CommonMark with pipe tables.
#include <fmt/format.h>

#include <algorithm>

#include "cchc/report.hpp"
#include "report/markdown_escape.hpp"
#include "report/words.hpp"

namespace cchc::report {
namespace {

class MarkdownPage {
public:
    explicit MarkdownPage(const Document& document) : d_(document) {}

    std::string write() {
        if (d_.synthetic) quoted(marked("**", synthetic_note(d_.lang)));
        head();
        if (!d_.title.empty()) paragraph("# " + line(d_.title));
        paragraph(marked("**", d_.subject));
        for (const Block& block : d_.blocks) std::visit([this](const auto& b) { this->block(b); }, block);
        addressees();
        for (const Signature& s : d_.signatures)
            joined({marked("**", s.authority), marked("**", s.post), marked("*", sign_here(d_.lang))});
        quoted(line(layout_note(d_.lang)));
        return std::move(out_);
    }

private:
    static std::string line(std::string_view text) { return escape_markdown(text, Breaks::inline_); }
    static std::string marked(std::string_view mark, std::string_view text) {
        return text.empty() ? std::string() : fmt::format("{}{}{}", mark, line(text), mark);
    }

    // A block that is Markdown already; an empty one is none.
    void paragraph(std::string_view markdown) {
        if (markdown.empty()) return;
        if (!out_.empty()) out_ += '\n';
        out_.append(markdown).append("\n");
        list_before_.reset();
    }
    void quoted(const std::string& markdown) {
        if (!markdown.empty()) paragraph("> " + markdown);
    }
    void joined(std::initializer_list<std::string> lines) {
        std::string out;
        for (const std::string& text : lines) {
            if (text.empty()) continue;
            if (!out.empty()) out.append("\\\n");
            out.append(text);
        }
        paragraph(out);
    }

    void head() {
        joined({line(d_.head.parent), marked("**", d_.head.issuer), line(number_line(d_.head, d_.lang))});
        joined({marked("**", national_name()), marked("**", national_motto())});
        paragraph(marked("*", place_and_date(d_.head, d_.lang)));
    }

    void addressees() {
        if (d_.addressees.empty()) return;
        paragraph(marked("*", recipients_word(d_.lang)));
        block(List{d_.addressees, false});
    }

    // The title has level 1.
    void block(const Heading& h) {
        if (h.text.empty()) return;
        paragraph(std::string(static_cast<std::size_t>(std::clamp(h.level, 1, 4)) + 1, '#') + " " + line(h.text));
    }

    void block(const Paragraph& p) {
        switch (p.style) {
            case Paragraph::Style::normal: return paragraph(escape_markdown(p.text, Breaks::hard));
            case Paragraph::Style::basis: return paragraph(marked("*", p.text));
            case Paragraph::Style::note: return quoted(line(p.text));
            case Paragraph::Style::warning: return quoted(marked("**", p.text));
        }
    }

    // A list after a list of its kind takes another sign, else the two would be one.
    void block(const List& l) {
        if (l.items.empty()) return;
        other_sign_ = list_before_ == l.numbered && !other_sign_;
        std::string out;
        for (std::size_t i = 0; i < l.items.size(); ++i) {
            if (i > 0) out += '\n';
            if (l.numbered) {
                out.append(fmt::format("{}{} ", i + 1, other_sign_ ? ')' : '.'));
            } else {
                out.append(other_sign_ ? "* " : "- ");
            }
            out.append(line(l.items[i]));
        }
        paragraph(out);
        list_before_ = l.numbered;
    }

    void block(const Table& t) {
        paragraph(marked("**", t.caption));
        if (!t.columns.empty()) table(t);
        for (const std::string& note : t.notes) paragraph(marked("*", note));
    }

    void table(const Table& t) {
        std::string out = "|";
        for (const Column& c : t.columns) out.append(fmt::format(" {} |", line(c.caption)));
        out.append("\n|");
        for (const Column& c : t.columns) out.append(c.numeric ? " ---: |" : " --- |");
        for (std::size_t i = 0; i < t.rows.size(); ++i) {
            out.append("\n|");
            const std::string_view mark = t.has_total && i + 1 == t.rows.size() ? "**" : "";
            for (const Cell& cell : t.rows[i]) out.append(fmt::format(" {} |", marked(mark, cell.text)));
        }
        paragraph(out);
    }

    void block(const Chart& c) {
        paragraph(marked("**", fmt::format("{}: {}", chart_word(d_.lang), c.title)));
        paragraph(escape_markdown(c.alternative, Breaks::hard));
    }

    const Document& d_;
    std::string out_;
    std::optional<bool> list_before_;  // the block before is a list: whether it is numbered
    bool other_sign_ = false;          // of that list
};

}  // namespace

std::string to_markdown(const Document& document) { return MarkdownPage(document).write(); }

}  // namespace cchc::report
