#include "expression/lexer.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "cchc/error.hpp"
#include "expression/characters.hpp"
#include "expression/code.hpp"

namespace cchc::feel {
namespace {

int hex_digit(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

constexpr bool is_high_surrogate(char32_t c) noexcept { return c >= 0xD800 && c <= 0xDBFF; }
constexpr bool is_low_surrogate(char32_t c) noexcept { return c >= 0xDC00 && c <= 0xDFFF; }

// Reads the escapes of one literal.
class Unescaping {
public:
    Unescaping(std::string_view literal, std::string_view whole, std::size_t offset)
        : literal_(literal), whole_(whole), offset_(offset) {}

    std::string text() {
        std::string out;
        while (at_ + 1 < literal_.size()) {
            const char c = literal_[at_++];
            if (c != '\\') {
                out += c;
            } else {
                append_escaped(out, literal_[at_++]);
            }
        }
        return out;
    }

private:
    void append_escaped(std::string& out, char c) {
        constexpr std::string_view escapes = "\"'\\/nrt", meant = "\"'\\/\n\r\t";
        const std::size_t escape = at_ - 2;
        if (const std::size_t known = escapes.find(c); known != std::string_view::npos) {
            out += meant[known];
        } else if (c == 'u' || c == 'U') {
            append_utf8(out, code_point(c, escape));
        } else {
            refuse(escape, "expected one of \\\" \\' \\\\ \\/ \\n \\r \\t \\u \\U after a backslash");
        }
    }

    // Four digits after "\u", six after "\U". A character beyond U+FFFF may also be two of "\u", as JSON writes it.
    char32_t code_point(char c, std::size_t escape) {
        const char32_t first = digits(c == 'u' ? 4 : 6, escape);
        if (is_high_surrogate(first) && literal_.substr(at_, 2) == "\\u") {
            at_ += 2;
            const char32_t second = digits(4, escape);
            if (is_low_surrogate(second)) return 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00);
        }
        if (first > 0x10FFFF || is_high_surrogate(first) || is_low_surrogate(first))
            refuse(escape, "expected the number of a character");
        return first;
    }

    char32_t digits(std::size_t count, std::size_t escape) {
        char32_t value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const int digit = at_ + 1 < literal_.size() ? hex_digit(literal_[at_]) : -1;
            if (digit < 0) refuse(escape, fmt::format("expected {} hexadecimal digits", count));
            value = value * 16 + static_cast<char32_t>(digit);
            ++at_;
        }
        return value;
    }

    [[noreturn]] void refuse(std::size_t escape, const std::string& expected) const {
        const std::string_view shown = literal_.substr(escape, std::min<std::size_t>(8, literal_.size() - 1 - escape));
        syntax_error(whole_, offset_ + escape, fmt::format("{}; found \"{}\"", expected, text::excerpt(shown)));
    }

    std::string_view literal_;
    std::string_view whole_;
    std::size_t offset_;
    std::size_t at_ = 1;
};

}  // namespace

std::pair<std::int64_t, std::int64_t> line_and_column(std::string_view text, std::size_t offset) noexcept {
    std::int64_t line = 1, column = 1;
    for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
        ++column;
        if (text[i] == '\n') {
            ++line;
            column = 1;
        }
    }
    return {line, column};
}

void syntax_error(std::string_view text, std::size_t offset, const std::string& message) {
    const auto [line, column] = line_and_column(text, offset);
    throw Error(ErrorCode::expression_syntax, message, {"expression", line, column, static_cast<std::int64_t>(offset), ""});
}

Lexer::Lexer(std::string_view text) : text_(text) {
    if (text.size() > max_text)
        syntax_error(text, 0, fmt::format("expected an expression of at most {} bytes; found {}", max_text, text.size()));
    if (const std::size_t bad = text::find_invalid_utf8(text); bad != std::string_view::npos)
        syntax_error(text, bad, "this is not UTF-8");
    scan();
}

Lexeme Lexer::next() {
    const Lexeme taken = current_;
    scan();
    return taken;
}

std::string Lexer::found() const {
    if (current_.token == Token::end) return "the end of the expression";
    return fmt::format("\"{}\"", text::excerpt(current_.text, 40));
}

void Lexer::skip_blanks() noexcept {
    while (at_ < text_.size()) {
        const Character c = character_at(text_, at_);
        if (!is_blank(c.code)) return;
        at_ += c.length;
    }
}

void Lexer::scan() {
    skip_blanks();
    current_.offset = at_;
    if (at_ >= text_.size()) {
        current_ = {Token::end, {}, at_};
        return;
    }
    const char32_t c = character_at(text_, at_).code;
    const bool fraction = c == '.' && digit_at(at_ + 1);
    std::size_t end = 0;
    if (starts_name(c)) {
        current_.token = Token::name;
        end = end_of_name(at_);
    } else if (is_digit(c) || fraction) {
        current_.token = Token::number;
        end = end_of_number(at_);
    } else if (c == '"') {
        current_.token = Token::string;
        end = end_of_string(at_);
    } else {
        current_.token = Token::symbol;
        end = end_of_symbol(at_);
    }
    current_.text = text_.substr(at_, end - at_);
    at_ = end;
}

// Segments joined by single points: "a..b" is a range between two names.
std::size_t Lexer::end_of_name(std::size_t at) const noexcept {
    while (at < text_.size()) {
        const bool point = text_[at] == '.' && at + 1 < text_.size();
        const Character c = character_at(text_, point ? at + 1 : at);
        if (!continues_name(c.code)) break;
        at += c.length + (point ? 1 : 0);
    }
    return at;
}

bool Lexer::digit_at(std::size_t at) const noexcept {
    return at < text_.size() && is_digit(static_cast<unsigned char>(text_[at]));
}

std::size_t Lexer::end_of_number(std::size_t at) const noexcept {
    while (digit_at(at)) ++at;
    if (at < text_.size() && text_[at] == '.' && digit_at(at + 1)) {
        ++at;
        while (digit_at(at)) ++at;
    }
    return at;
}

std::size_t Lexer::end_of_string(std::size_t at) const {
    for (std::size_t i = at + 1; i < text_.size(); ++i) {
        if (text_[i] == '\\') {
            ++i;
        } else if (text_[i] == '"') {
            return i + 1;
        }
    }
    syntax_error(text_, at, "expected a closing quote of the text that begins here");
}

std::size_t Lexer::end_of_symbol(std::size_t at) const {
    const std::string_view two = text_.substr(at, 2);
    for (const std::string_view s : {"**", "..", "<=", ">=", "!="})
        if (two == s) return at + 2;
    if (std::string_view("+-*/()[]<>=,?").find(text_[at]) == std::string_view::npos)
        syntax_error(text_, at,
                     fmt::format("expected an expression; found the character \"{}\"",
                                 text::excerpt(text_.substr(at, character_at(text_, at).length))));
    return at + 1;
}

bool is_name(std::string_view text) noexcept {
    if (text.empty() || !starts_name(text.front()) || text.find("\xC2\xA0") != std::string_view::npos) return false;
    bool after_point = false;
    for (const char c : text) {
        if (c == '.' ? after_point : !continues_name(c)) return false;
        after_point = c == '.';
    }
    return !after_point;
}

std::string unescape(std::string_view literal, std::string_view whole, std::size_t offset) {
    return Unescaping(literal, whole, offset).text();
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (const std::size_t known = std::string_view("\"\\\n\r\t").find(c); known != std::string_view::npos) {
            out += '\\';
            out += "\"\\nrt"[known];
        } else {
            out += c;
        }
    }
    return out + "\"";
}

}  // namespace cchc::feel
