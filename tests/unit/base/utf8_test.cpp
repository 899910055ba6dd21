// UTF-8: what is invalid and where, cutting for messages, and folding of Vietnamese names.
#include "base/utf8.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "test.hpp"

namespace utf8_test {

using namespace cchc::text;

namespace {

std::string encode(char32_t c) {
    const auto byte = [](char32_t b) { return static_cast<char>(static_cast<unsigned char>(b)); };
    if (c < 0x80) return {byte(c)};
    if (c < 0x800) return {byte(0xC0 | (c >> 6)), byte(0x80 | (c & 0x3F))};
    if (c < 0x10000) return {byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F))};
    return {byte(0xF0 | (c >> 18)), byte(0x80 | ((c >> 12) & 0x3F)), byte(0x80 | ((c >> 6) & 0x3F)),
            byte(0x80 | (c & 0x3F))};
}

// Length of the well-formed sequence at the start of `t`, 0 if none: table 3-7 of the Unicode standard, row by row.
std::size_t well_formed(std::string_view t) {
    const auto in = [&](std::size_t i, unsigned low, unsigned high) {
        if (i >= t.size()) return false;
        const unsigned b = static_cast<unsigned char>(t[i]);
        return b >= low && b <= high;
    };
    const auto tail = [&](std::size_t i) { return in(i, 0x80, 0xBF); };
    if (in(0, 0x00, 0x7F)) return 1;
    if (in(0, 0xC2, 0xDF) && tail(1)) return 2;
    if (in(0, 0xE0, 0xE0) && in(1, 0xA0, 0xBF) && tail(2)) return 3;
    if (in(0, 0xE1, 0xEC) && tail(1) && tail(2)) return 3;
    if (in(0, 0xED, 0xED) && in(1, 0x80, 0x9F) && tail(2)) return 3;
    if (in(0, 0xEE, 0xEF) && tail(1) && tail(2)) return 3;
    if (in(0, 0xF0, 0xF0) && in(1, 0x90, 0xBF) && tail(2) && tail(3)) return 4;
    if (in(0, 0xF1, 0xF3) && tail(1) && tail(2) && tail(3)) return 4;
    if (in(0, 0xF4, 0xF4) && in(1, 0x80, 0x8F) && tail(2) && tail(3)) return 4;
    return 0;
}

std::size_t first_invalid(std::string_view t) {
    for (std::size_t i = 0; i < t.size();) {
        const std::size_t length = well_formed(t.substr(i));
        if (length == 0) return i;
        i += length;
    }
    return std::string_view::npos;
}

}  // namespace

TEST_CASE("every character of Unicode is valid UTF-8") {
    std::size_t wrong = 0;
    for (char32_t c = 0; c <= 0x10FFFF; ++c)
        if (c < 0xD800 || c > 0xDFFF) wrong += !is_utf8(encode(c));
    CHECK(wrong == 0);
    CHECK(is_utf8(""));
    CHECK(is_utf8("Hồ sơ đã tiếp nhận lúc 09:10 tại Hướng Hóa"));
}

TEST_CASE("each kind of invalid UTF-8 is found where it stands") {
    const std::vector<std::pair<const char*, std::string>> kinds = {
        {"continuation without a start", "\x80"},
        {"continuation without a start, last", "\xBF"},
        {"overlong NUL", std::string("\xC0\x80", 2)},
        {"overlong ASCII", "\xC1\xBF"},
        {"two bytes, cut", "\xC3"},
        {"two bytes, no tail", "\xC3("},
        {"three bytes, cut after one", "\xE1"},
        {"three bytes, cut after two", "\xE1\xBB"},
        {"three bytes, no second tail", "\xE1\xBB("},
        {"overlong three bytes", "\xE0\x9F\xBF"},
        {"high surrogate", "\xED\xA0\x80"},
        {"low surrogate", "\xED\xBF\xBF"},
        {"four bytes, cut", "\xF0\x9F\x98"},
        {"overlong four bytes", "\xF0\x8F\xBF\xBF"},
        {"above U+10FFFF", "\xF4\x90\x80\x80"},
        {"start of five bytes", "\xF8\x88\x80\x80\x80"},
        {"FE", "\xFE"},
        {"FF", "\xFF"},
        {"Windows-1258 text", "\xD0\xE3ng"},
    };
    for (const auto& [name, bad] : kinds)
        for (std::size_t ascii = 0; ascii <= 17; ++ascii) {  // the fast path goes by eight bytes
            CAPTURE(name, ascii);
            const std::string text = std::string(ascii, 'x') + bad;
            CHECK(find_invalid_utf8(text) == ascii);
            CHECK_FALSE(is_utf8(text));
            CHECK(find_invalid_utf8("đ" + text) == ascii + 2);
            CHECK(find_invalid_utf8(text + " and eight more bytes") == ascii);
        }
}

TEST_CASE("validity agrees with the table of the Unicode standard") {
    // The bytes on both sides of every border in the table.
    constexpr std::array<unsigned, 12> edges = {0x00, 0x28, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xE1, 0xFF};
    std::size_t wrong = 0;
    std::string t(4, '\0');
    for (unsigned lead = 0; lead < 256; ++lead)
        for (const unsigned a : edges)
            for (const unsigned b : edges)
                for (const unsigned c : edges) {
                    t[0] = static_cast<char>(lead);
                    t[1] = static_cast<char>(a);
                    t[2] = static_cast<char>(b);
                    t[3] = static_cast<char>(c);
                    wrong += find_invalid_utf8(t) != first_invalid(t);
                }
    CHECK(wrong == 0);
}

TEST_CASE("plain ASCII is recognised at every length") {
    for (std::size_t n = 0; n <= 33; ++n) {
        const std::string text(n, 'a');
        CHECK(is_ascii(text));
        for (std::size_t i = 0; i < n; ++i) {
            std::string other = text;
            other[i] = '\x80';
            CAPTURE(n, i);
            CHECK_FALSE(is_ascii(other));
        }
    }
}

TEST_CASE("an excerpt is cut between characters") {
    CHECK(excerpt("") == "");
    CHECK(excerpt("ngày", 5) == "ngày");  // à has two bytes
    CHECK(excerpt("ngày", 4) == "ngà…");
    CHECK(excerpt("ngày", 3) == "ng…");
    CHECK(excerpt("ngày", 0) == "…");
    CHECK(excerpt("tiếp", 4) == "ti…");  // ế has three
    CHECK(excerpt(std::string(80, 'x')) == std::string(80, 'x'));
    CHECK(excerpt(std::string(81, 'x')) == std::string(80, 'x') + "…");
    std::string long_text;
    for (int i = 0; i < 100; ++i) long_text += "ệ";
    for (std::size_t n = 0; n < 90; ++n) CHECK(is_utf8(excerpt(long_text, n)));
}

TEST_CASE("an excerpt is always valid UTF-8 on one line") {
    CHECK(excerpt("a\xFFz") == "a?z");
    CHECK(excerpt("a\xE1\xBBz") == "a??z");
    CHECK(excerpt("a\nb\tc\rd") == "a b c d");
    CHECK(excerpt(std::string_view("a\0b\x7F", 4)) == "a b ");
}

TEST_CASE("composed Vietnamese letters fold to plain ones") {
    const std::vector<std::pair<std::string_view, char>> letters = {
        {"àáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ", 'a'},
        {"èéẻẽẹêềếểễệÈÉẺẼẸÊỀẾỂỄỆ", 'e'},
        {"ìíỉĩịÌÍỈĨỊ", 'i'},
        {"òóỏõọôồốổỗộơờớởỡợÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ", 'o'},
        {"ùúủũụưừứửữựÙÚỦŨỤƯỪỨỬỮỰ", 'u'},
        {"ỳýỷỹỵỲÝỶỸỴ", 'y'},
        {"đĐ", 'd'},
    };
    for (const auto& [text, letter] : letters) {
        CAPTURE(text);
        std::size_t characters = 0;
        for (const char c : text) characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        CHECK(fold(text) == std::string(characters, letter));
    }
}

TEST_CASE("decomposed Vietnamese letters fold as composed ones do") {
    const std::array<std::string, 6> tones = {"", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"};
    const std::vector<std::pair<std::string, std::string>> letters = {
        {"a", "a"},       {"a\u0306", "a"}, {"a\u0302", "a"}, {"e", "e"},       {"e\u0302", "e"},
        {"i", "i"},       {"o", "o"},       {"o\u0302", "o"}, {"o\u031B", "o"}, {"u", "u"},
        {"u\u031B", "u"}, {"y", "y"},       {"A\u0306", "a"}, {"O\u031B", "o"}};
    for (const auto& [letter, plain] : letters)
        for (const std::string& tone : tones) CHECK(fold(letter + tone) == plain);
    CHECK(fold("Nga\u0300y tie\u0302\u0301p nha\u0323\u0302n") == "ngaytiepnhan");
}

TEST_CASE("spellings of one column name fold alike") {
    for (const auto* text : {"Ngày tiếp nhận", "NGAY_TIEP_NHAN", "ngayTiepNhan", "ngay-tiep-nhan", "Ngày tiếp nhận:",
                             "\"Ngày tiếp nhận\"", "  Ngày\ttiếp nhận *", "Ngày\u00A0tiếp nhận", "\uFEFFNgày tiếp nhận"})
        CHECK(fold(text) == "ngaytiepnhan");
    CHECK(fold("Mã hồ sơ") == "mahoso");
    CHECK(fold("Đơn vị") == "donvi");
}

TEST_CASE("folding leaves other letters and broken bytes alone") {
    CHECK(fold("") == "");
    CHECK(fold("Öl Ä ß 日本") == "ÖlÄß日本");
    CHECK(fold("a\xFF\x62") == "a\xFF\x62");
    CHECK(fold("(1) = 2 + 3") == "(1)=2+3");
}

}  // namespace utf8_test
