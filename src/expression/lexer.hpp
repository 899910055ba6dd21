// The words of an expression.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cchc::feel {

enum class Token : std::uint8_t { end, name, number, string, symbol };

struct Lexeme {
    Token token = Token::end;
    std::string_view text;  // as it stands in the expression
    std::size_t offset = 0;
};

[[noreturn]] void syntax_error(std::string_view text, std::size_t offset, const std::string& message);

// One word ahead of the parser.
class Lexer {
public:
    explicit Lexer(std::string_view text);
    const Lexeme& peek() const noexcept { return current_; }
    Lexeme next();  // the current word; then the following one is current
    std::string_view text() const noexcept { return text_; }
    // How the current word reads in a message: "the end of the expression", or the word in quotes.
    std::string found() const;

private:
    void skip_blanks() noexcept;
    void scan();
    bool digit_at(std::size_t at) const noexcept;
    std::size_t end_of_name(std::size_t at) const noexcept;
    std::size_t end_of_number(std::size_t at) const noexcept;
    std::size_t end_of_string(std::size_t at) const;
    std::size_t end_of_symbol(std::size_t at) const;

    std::string_view text_;
    std::size_t at_ = 0;
    Lexeme current_;
};

// The text of a string literal without quotes and escapes. `offset` is where the literal stands in `whole`.
std::string unescape(std::string_view literal, std::string_view whole, std::size_t offset);
// The literal of a text: what unescape() reads.
std::string quoted(std::string_view text);

// Whether an expression can read a fact or a let of that name.
bool is_name(std::string_view text) noexcept;

}  // namespace cchc::feel
