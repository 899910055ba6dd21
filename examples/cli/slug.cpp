#include "slug.hpp"

#include <cstddef>

namespace tool {
namespace {

struct Letter {
    char plain;
    std::string_view marked;
};
constexpr Letter letters[] = {
    {'a', "àáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ"},
    {'d', "đĐ"},
    {'e', "èéẻẽẹêềếểễệÈÉẺẼẸÊỀẾỂỄỆ"},
    {'i', "ìíỉĩịÌÍỈĨỊ"},
    {'o', "òóỏõọôồốổỗộơờớởỡợÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ"},
    {'u', "ùúủũụưừứửữựÙÚỦŨỤƯỪỨỬỮỰ"},
    {'y', "ỳýỷỹỵỲÝỶỸỴ"},
};

std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead < 0xE0) return 2;
    return lead < 0xF0 ? 3 : 4;
}

bool is_combining_mark(std::string_view code_point) { return code_point >= "\u0300" && code_point <= "\u036F"; }

// The plain letter or digit; '-' for anything else.
char plain(std::string_view code_point) {
    if (code_point.size() == 1) {
        const char c = code_point.front();
        if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '-';
    }
    for (const Letter& letter : letters)
        if (letter.marked.find(code_point) != std::string_view::npos) return letter.plain;
    return '-';
}

}  // namespace

std::string slug(std::string_view name) {
    std::string out;
    while (!name.empty()) {
        const std::string_view code_point = name.substr(0, sequence_length(static_cast<unsigned char>(name.front())));
        name.remove_prefix(code_point.size());
        if (is_combining_mark(code_point)) continue;
        const char c = plain(code_point);
        if (c == '-' && (out.empty() || out.back() == '-')) continue;
        out += c;
    }
    if (out.ends_with('-')) out.pop_back();
    return out.empty() ? "unit" : out;
}

}  // namespace tool
