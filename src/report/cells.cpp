// Cells of tables: what a reader sees, and beside it the value that a sheet computes with.
#include <algorithm>
#include <string>
#include <utility>

#include "base/decimal_text.hpp"
#include "cchc/report.hpp"

namespace cchc::report {
namespace {

// A plain decimal ("-1234.5") as people write it: groups of three, the decimal sign of the language, and `places` decimals
// where zeros at the end are wanted.
std::string decimal_for_people(std::string_view plain, Lang lang, int places, bool keep_zeros) {
    const char decimal = lang == Lang::vi ? ',' : '.';
    std::string out;
    if (plain.starts_with('-')) {
        out += '-';
        plain.remove_prefix(1);
    }
    const std::size_t point = std::min(plain.find('.'), plain.size());
    out += text::grouped(plain.substr(0, point), lang);
    std::string decimals(point < plain.size() ? plain.substr(point + 1) : std::string_view{});
    if (keep_zeros && places > 0) decimals.resize(std::max(decimals.size(), static_cast<std::size_t>(places)), '0');
    if (!decimals.empty()) out.append(1, decimal).append(decimals);
    return out;
}

std::string rounded_for_people(const Number& value, Lang lang, int places, bool keep_zeros) {
    const Number shown = value.rounded(places, RoundingMode::half_up);
    const std::string exact = shown.to_exact_string();
    // Beyond 1,000 digits there is no decimal to group.
    if (exact.find('/') != std::string::npos) return exact;
    return decimal_for_people(exact, lang, places, keep_zeros);
}

Cell value_cell(Cell::Kind kind, const Number& value, std::string text) {
    Cell cell;
    cell.kind = kind;
    cell.text = std::move(text);
    cell.value.emplace(value);
    return cell;
}

}  // namespace

Cell text_cell(std::string text) {
    Cell cell;
    cell.kind = Cell::Kind::text;
    cell.text = std::move(text);
    return cell;
}

Cell count_cell(std::uint64_t count, Lang lang) {
    const std::string digits = std::to_string(count);
    return value_cell(Cell::Kind::number, *Number::parse(digits), decimal_for_people(digits, lang, 0, false));
}

Cell number_cell(const std::optional<Number>& value, Lang lang, int places) {
    if (!value) return {};
    return value_cell(Cell::Kind::number, *value, rounded_for_people(*value, lang, places, false));
}

Cell percent_cell(const std::optional<Number>& value, Lang lang, int places) {
    if (!value) {
        Cell cell;
        cell.text = "–";
        return cell;
    }
    return value_cell(Cell::Kind::percent, *value, rounded_for_people(*value, lang, places, true) + "%");
}

Cell date_cell(std::optional<Date> date, Lang lang) {
    Cell cell;
    if (!date) return cell;
    cell.kind = Cell::Kind::date;
    cell.text = cchc::to_text(*date, lang);
    cell.date = date;
    return cell;
}

const Table* Document::table(std::string_view id) const noexcept {
    for (const Block& block : blocks)
        if (const auto* t = std::get_if<Table>(&block); t != nullptr && t->id == id) return t;
    return nullptr;
}

}  // namespace cchc::report
