#include "base/vietnamese.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "base/utf8_decode.hpp"

namespace cchc::text {
namespace {

enum class Shape : std::uint8_t { plain, breve, circumflex, horn };

// A letter with the tones none, grave, acute, hook, tilde, dot below.
struct Row {
    Shape shape;
    std::u32string_view letters;
};

constexpr std::array<Row, 24> rows = {{
    {Shape::plain, U"aàáảãạ"}, {Shape::breve, U"ăằắẳẵặ"},      {Shape::circumflex, U"âầấẩẫậ"},
    {Shape::plain, U"eèéẻẽẹ"}, {Shape::circumflex, U"êềếểễệ"}, {Shape::plain, U"iìíỉĩị"},
    {Shape::plain, U"oòóỏõọ"}, {Shape::circumflex, U"ôồốổỗộ"}, {Shape::horn, U"ơờớởỡợ"},
    {Shape::plain, U"uùúủũụ"}, {Shape::horn, U"ưừứửữự"},       {Shape::plain, U"yỳýỷỹỵ"},
    {Shape::plain, U"AÀÁẢÃẠ"}, {Shape::breve, U"ĂẰẮẲẴẶ"},      {Shape::circumflex, U"ÂẦẤẨẪẬ"},
    {Shape::plain, U"EÈÉẺẼẸ"}, {Shape::circumflex, U"ÊỀẾỂỄỆ"}, {Shape::plain, U"IÌÍỈĨỊ"},
    {Shape::plain, U"OÒÓỎÕỌ"}, {Shape::circumflex, U"ÔỒỐỔỖỘ"}, {Shape::horn, U"ƠỜỚỞỠỢ"},
    {Shape::plain, U"UÙÚỦŨỤ"}, {Shape::horn, U"ƯỪỨỬỮỰ"},       {Shape::plain, U"YỲÝỶỸỴ"},
}};

struct Place {
    std::size_t row = 0, tone = 0;
};

std::optional<Place> place_of(char32_t letter) noexcept {
    for (std::size_t row = 0; row < rows.size(); ++row)
        if (const std::size_t tone = rows[row].letters.find(letter); tone != std::u32string_view::npos)
            return Place{row, tone};
    return std::nullopt;
}

// The tone that a combining mark gives; U+0340 and U+0341 are old names of the first two.
std::size_t tone_of(char32_t mark) noexcept {
    switch (mark) {
        case 0x300:
        case 0x340: return 1;
        case 0x301:
        case 0x341: return 2;
        case 0x309: return 3;
        case 0x303: return 4;
        case 0x323: return 5;
        default: return 0;
    }
}

Shape shape_of(char32_t mark) noexcept {
    switch (mark) {
        case 0x302: return Shape::circumflex;
        case 0x306: return Shape::breve;
        case 0x31B: return Shape::horn;
        default: return Shape::plain;
    }
}

// The row of a plain one whose letters have this shape, too: they follow it.
std::optional<std::size_t> shaped(std::size_t plain, Shape shape) noexcept {
    for (std::size_t row = plain + 1; row < rows.size() && rows[row].shape != Shape::plain; ++row)
        if (rows[row].shape == shape) return row;
    return std::nullopt;
}

// Puts a mark on a letter; false where no Vietnamese letter has both.
bool put(Place& letter, char32_t mark) noexcept {
    if (const std::size_t tone = tone_of(mark); tone != 0) {
        if (letter.tone != 0) return false;
        letter.tone = tone;
        return true;
    }
    const Shape shape = shape_of(mark);
    if (shape == Shape::plain || rows[letter.row].shape != Shape::plain) return false;
    const auto row = shaped(letter.row, shape);
    if (row) letter.row = *row;
    return row.has_value();
}

constexpr char32_t invalid = 0x110000;  // and above: a byte that is no UTF-8, added to it
constexpr char32_t no_more = 0x120000;  // after the last one

// Gives the characters of a text, Vietnamese letters composed.
class Letters {
public:
    explicit Letters(std::string_view t) noexcept : text_(t) {}

    bool done() const noexcept { return at_ >= text_.size(); }

    char32_t next() noexcept {
        const char32_t code = take();
        auto letter = done() || static_cast<unsigned char>(text_[at_]) < 0x80 ? std::nullopt : place_of(code);
        if (!letter) return code;
        for (std::size_t after = at_; !done(); after = at_)
            if (!put(*letter, take())) {
                at_ = after;
                break;
            }
        return rows[letter->row].letters[letter->tone];
    }

private:
    char32_t take() noexcept {
        const Decoded d = decode(text_, at_);
        if (d.length != 0) {
            at_ += d.length;
            return d.code;
        }
        return invalid + static_cast<unsigned char>(text_[at_++]);
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

bool is_blank(char32_t c) noexcept {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x3000;
}

// Gives the characters of the key of a name, then no_more.
class KeyLetters {
public:
    explicit KeyLetters(std::string_view t) noexcept : letters_(t) {}

    char32_t next() noexcept {
        if (held_ != no_more) return std::exchange(held_, no_more);
        bool blank = false;
        while (!letters_.done()) {
            const char32_t c = letters_.next();
            if (is_blank(c)) {
                blank = true;
                continue;
            }
            if (blank && begun_) {
                held_ = c;
                return ' ';
            }
            begun_ = true;
            return c;
        }
        return no_more;
    }

private:
    Letters letters_;
    char32_t held_ = no_more;
    bool begun_ = false;
};

void append(std::string& out, char32_t code) {
    const auto byte = [&out](char32_t value) { out += static_cast<char>(static_cast<unsigned char>(value)); };
    if (code >= invalid) return byte(code - invalid);
    if (code < 0x80) return byte(code);
    if (code < 0x800) {
        byte(0xC0 | (code >> 6));
    } else {
        if (code < 0x10000) {
            byte(0xE0 | (code >> 12));
        } else {
            byte(0xF0 | (code >> 18));
            byte(0x80 | ((code >> 12) & 0x3F));
        }
        byte(0x80 | ((code >> 6) & 0x3F));
    }
    byte(0x80 | (code & 0x3F));
}

}  // namespace

std::string compose(std::string_view t) {
    std::string out;
    for (Letters letters(t); !letters.done();) append(out, letters.next());
    return out;
}

std::string name_key(std::string_view t) {
    std::string out;
    KeyLetters letters(t);
    for (char32_t c = letters.next(); c != no_more; c = letters.next()) append(out, c);
    return out;
}

bool same_name(std::string_view a, std::string_view b) noexcept {
    if (a == b) return true;
    KeyLetters of_a(a), of_b(b);
    for (;;) {
        const char32_t c = of_a.next();
        if (c != of_b.next()) return false;
        if (c == no_more) return true;
    }
}

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > most) return most + 1;
    std::vector<std::size_t> row(a.size() + 1);
    for (std::size_t i = 0; i < row.size(); ++i) row[i] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
        std::size_t corner = std::exchange(row[0], j);
        for (std::size_t i = 1; i <= a.size(); ++i) {
            const std::size_t changed = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
            corner = std::exchange(row[i], std::min({row[i] + 1, row[i - 1] + 1, changed}));
        }
    }
    return std::min(row.back(), most + 1);
}

}  // namespace cchc::text
