#include "expression/lexer.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "cchc/error.hpp"
#include "expression/code.hpp"

namespace cchc::feel {
namespace {

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
// Any character beyond ASCII may stand in a name: Vietnamese letters do.
bool starts_name(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool continues_name(char c) noexcept { return starts_name(c) || is_digit(c); }

void append_utf8(std::string& out, std::uint32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

// The four digits after "\u"; surrogates are refused, since the text holds the characters themselves.
std::uint32_t code_point(std::string_view digits, std::string_view whole, std::size_t offset) {
    std::uint32_t value = 0;
    bool good = digits.size() == 4;
    for (const char c : digits) {
        const int digit = is_digit(c)            ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        good = good && digit >= 0;
        value = value * 16 + static_cast<std::uint32_t>(digit < 0 ? 0 : digit);
    }
    if (!good || (value >= 0xD800 && value <= 0xDFFF))
        syntax_error(whole, offset, "expected four hexadecimal digits of a character after \\u");
    return value;
}

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
    throw Error(ErrorCode::expression_syntax, message, {"", line, column, static_cast<std::int64_t>(offset), ""});
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
        const char c = text_[at_];
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            ++at_;
        } else if (text_.substr(at_, 2) == "\xC2\xA0") {  // a no-break space, as word processors put it
            at_ += 2;
        } else {
            return;
        }
    }
}

void Lexer::scan() {
    skip_blanks();
    current_.offset = at_;
    if (at_ >= text_.size()) {
        current_ = {Token::end, {}, at_};
        return;
    }
    const char c = text_[at_];
    const bool fraction = c == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]);
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
        if (continues_name(text_[at])) {
            ++at;
        } else if (text_[at] == '.' && at + 1 < text_.size() && continues_name(text_[at + 1])) {
            at += 2;
        } else {
            break;
        }
    }
    return at;
}

std::size_t Lexer::end_of_number(std::size_t at) const noexcept {
    while (at < text_.size() && is_digit(text_[at])) ++at;
    if (at + 1 < text_.size() && text_[at] == '.' && is_digit(text_[at + 1])) {
        ++at;
        while (at < text_.size() && is_digit(text_[at])) ++at;
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
        syntax_error(text_, at, fmt::format("expected an expression; found the character \"{}\"", text_.substr(at, 1)));
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
    std::string out;
    for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
        if (literal[i] != '\\') {
            out += literal[i];
            continue;
        }
        const char c = literal[++i];
        if (c == 'u') {
            append_utf8(out, code_point(literal.substr(i + 1, 4), whole, offset + i));
            i += 4;
        } else if (const std::size_t known = std::string_view("\"\\/nrt").find(c); known != std::string_view::npos) {
            out += "\"\\/\n\r\t"[known];
        } else {
            syntax_error(whole, offset + i, "expected one of \\\" \\\\ \\/ \\n \\r \\t \\u after a backslash");
        }
    }
    return out;
}

}  // namespace cchc::feel
