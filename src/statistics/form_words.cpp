#include "statistics/form_words.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace cchc::forms {
namespace {

// "12" of "(12)" at `at`, with where it ends; nothing if no number of one or two digits stands there in brackets.
struct Bracket {
    int number = 0;
    std::size_t end = 0;
};
Bracket bracket_at(std::string_view t, std::size_t at) noexcept {
    if (t[at] != '(') return {};
    std::size_t i = at + 1;
    while (i < t.size() && text::is_digit(t[i])) ++i;
    const std::size_t digits = i - at - 1;
    if (digits == 0 || digits > 2 || i == t.size() || t[i] != ')') return {};
    return {text::digits(t, at + 1, digits), i + 1};
}

std::string letters_of(std::string_view folded) {
    std::string out;
    for (const char c : folded)
        if ((c >= 'a' && c <= 'z') || text::is_digit(c)) out += c;
    return out;
}

int small_number(std::string_view t) noexcept {
    if (t.empty() || t.size() > 2) return 0;
    const int n = text::digits(t, 0, t.size());
    return n < 0 ? 0 : n;
}

}  // namespace

std::string caption_key(std::string_view caption) {
    std::string plain;
    for (std::size_t i = 0; i < caption.size();) {
        const Bracket bracket = bracket_at(caption, i);
        if (bracket.end == 0) plain += caption[i];
        i = bracket.end == 0 ? i + 1 : bracket.end;
    }
    return letters_of(text::fold(plain));
}

int caption_number(std::string_view caption) {
    for (std::size_t i = 0; i < caption.size(); ++i)
        if (const Bracket bracket = bracket_at(caption, i); bracket.end != 0) return bracket.number;
    std::string key = caption_key(caption);
    for (const std::string_view before : {"cot", "column", "col"})
        if (key.starts_with(before)) return small_number(std::string_view(key).substr(before.size()));
    return small_number(key);
}

bool has(const std::vector<std::string>& words, const std::string& key) {
    return std::find(words.begin(), words.end(), key) != words.end();
}

}  // namespace cchc::forms
