#include "report/markdown_escape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/utf8_decode.hpp"
#include "report/characters.hpp"

namespace cchc::report {
namespace {

// Not escaped: , ; ? / ( " ' % and blanks, which begin nothing by themselves; ')' and ':' by their place.
constexpr std::string_view always_escaped = "\\`*_{}[]<>#+-.!|&~=@$^";

class MarkdownEscape {
public:
    MarkdownEscape(std::string_view text, Breaks breaks) : text_(text), breaks_(breaks) {
        std::size_t at = 0;
        while (at < text.size()) {
            const std::size_t line_break = line_break_at(text, at);
            if (line_break == 0 && first_ == text.size()) first_ = at;
            at += line_break > 0 ? line_break : std::max<std::size_t>(1, text::decode(text, at).length);
            if (line_break == 0) last_ = at;
        }
    }

    std::string run() {
        while (at_ < text_.size()) {
            if (const std::size_t length = line_break_at(text_, at_); length > 0) {
                line_break();
                at_ += length;
            } else {
                one();
            }
        }
        return std::move(out_);
    }

private:
    void one() {
        const text::Decoded d = text::decode(text_, at_);
        const std::string_view bytes = text_.substr(at_, std::max<std::size_t>(1, d.length));
        at_ += bytes.size();
        if (d.length == 0 || is_control(d.code)) {
            out_ += replacement_character;
        } else if (is_blank(d.code)) {
            blank(d.code);
            first_word_ = false;
        } else if (turns_direction(d.code)) {
            reference(d.code);  // so that it does not turn the source of the document
        } else {
            character(d.code, bytes);
        }
        previous_ = d.code;
    }

    void reference(char32_t code) { out_.append(fmt::format("&#{};", static_cast<std::uint32_t>(code))); }

    // Blanks other than the usual one would keep a mark of emphasis beside them from closing.
    void blank(char32_t code) {
        const bool line_ends = at_ >= text_.size() || line_break_at(text_, at_) > 0;
        if (code == ' ' && previous_ != '\n' && !line_ends) {
            out_ += ' ';
        } else {
            reference(code);
        }
    }

    void character(char32_t code, std::string_view bytes) {
        if (code == '|' && breaks_ == Breaks::inline_) return reference(code);  // readers split cells in different ways
        const char next = at_ < text_.size() ? text_[at_] : ' ';
        // "1) …" begins a list, "a) …" and "(1) …" do to extensions; ": …" is a definition to them, "http://" a link,
        // ":name:" a picture. "(xem mục 1)" and "Số: 1" are none of these.
        const bool beside = (code == ')' && first_word_) || (code == ':' && (next != ' ' || previous_ == '\n'));
        const bool always = code < 0x80 && always_escaped.find(static_cast<char>(code)) != std::string_view::npos;
        if (beside || always) out_ += '\\';
        out_.append(bytes);
    }

    void line_break() {
        if (at_ <= first_ || at_ >= last_) {
            reference(
                '\n');  // at an edge: a hard break needs text on both sides, and a line of <br> alone is a block of HTML
        } else {
            out_.append(breaks_ == Breaks::inline_ ? "<br>" : "\\\n");
        }
        previous_ = '\n';
        first_word_ = true;
    }

    std::string_view text_;
    Breaks breaks_;
    std::size_t first_ = text_.size(), last_ = 0;  // of what is not a line break
    std::size_t at_ = 0;
    std::string out_;
    char32_t previous_ = '\n';
    bool first_word_ = true;  // of a line
};

}  // namespace

std::string escape_markdown(std::string_view text, Breaks breaks) { return MarkdownEscape(text, breaks).run(); }

}  // namespace cchc::report
