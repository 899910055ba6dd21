#include "svg_parts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "utf8.hpp"

namespace tool::svg {
namespace {

std::string plain_decimal(double value, int places) {
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, places);
    return {buffer.data(), end.ptr};
}

double letter_width(unsigned char lead) {
    if (lead >= 0x80) return 0.62;  // most letters of Vietnamese that are not ASCII are small ones
    if (lead == 'W' || lead == 'M' || lead == 'm' || lead == 'w' || lead == '%' || lead == '@') return 0.96;
    if (lead >= 'A' && lead <= 'Z') return 0.72;
    if (lead == 'i' || lead == 'l' || lead == 'j' || lead == ' ' || lead == '.' || lead == ',') return 0.3;
    return 0.56;
}

// Bytes of the longest beginning of `text` that is no wider than `width`.
std::size_t bytes_as_wide(std::string_view text, double width, double size) {
    std::size_t end = 0;
    double used = 0;
    while (end < text.size()) {
        used += letter_width(static_cast<unsigned char>(text[end])) * size;
        if (used > width) return end;
        do ++end;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U);
    }
    return end;
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : printable(text)) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string fixed(double value) {
    std::string text = plain_decimal(value, 1);
    if (text.ends_with(".0")) text.resize(text.size() - 2);
    return text == "-0" ? "0" : text;
}

std::string figure(double value, cchc::Lang lang) {
    if (std::abs(value) >= 1e15) {
        std::array<char, 40> buffer{};
        const auto end =
            std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, 2);
        return {buffer.data(), end.ptr};
    }
    const auto number = cchc::Number::parse(plain_decimal(std::abs(value), 2));
    std::string out = cchc::report::number_cell(number, lang).text;
    if (value < 0 && out != "0") out.insert(0, "-");
    return out;
}

double text_width(std::string_view text, double size) {
    double width = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) != 0x80U) width += letter_width(byte) * size;
    }
    return width;
}

std::vector<std::string> lines_within(std::string_view text, double width, std::size_t most, double size) {
    std::vector<std::string> lines;
    const double room = std::max(width, 2 * size);
    while (!text.empty()) {
        std::size_t end = bytes_as_wide(text, room, size);
        if (end == text.size()) {
            lines.emplace_back(text);
            break;
        }
        if (lines.size() + 1 >= most) {
            std::string last(text.substr(0, bytes_as_wide(text, room - size, size)));
            while (last.ends_with(' ')) last.pop_back();
            lines.push_back(last += "…");
            break;
        }
        const std::size_t blank = text.substr(0, end + 1).rfind(' ');
        if (blank != std::string_view::npos && blank > 0) end = blank;
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(text.find_first_not_of(' ', end), text.size()));
    }
    return lines;
}

std::string one_line(std::string_view text, double width, double size) {
    const std::vector<std::string> lines = lines_within(text, width, 1, size);
    return lines.empty() ? std::string() : lines.front();
}

Scale scale_over(double low, double high, bool whole, bool percent) {
    low = std::min(low, 0.0);
    high = std::max(high, 0.0);
    if (percent && low >= 0 && high <= 100) return {0, 100, 20};
    if (high - low < 1e-100) return {0, 1, 1};  // nothing, or too little to divide
    const double rough = (high - low) / 7;      // about as many steps as numbers fit
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double nice : {5.0, 2.0, 1.0}) {
        if (nice * power >= rough) step = nice * power;
    }
    if (whole) step = std::max(step, 1.0);
    return {std::floor(low / step) * step, std::ceil(high / step) * step, step};
}

}  // namespace tool::svg
