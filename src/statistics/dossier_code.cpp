#include "statistics/dossier_code.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace cchc::quality {

std::optional<Date> date_in_code(std::string_view id) noexcept {
    constexpr int century = 2000;
    const std::size_t last = id.rfind('-');
    if (last == std::string_view::npos || last == 0) return std::nullopt;
    const std::size_t middle = id.rfind('-', last - 1);
    if (middle == std::string_view::npos || middle == 0) return std::nullopt;
    const std::string_view number = id.substr(last + 1), date = id.substr(middle + 1, last - middle - 1);
    if (number.empty() || !std::all_of(number.begin(), number.end(), text::is_digit)) return std::nullopt;
    if (date.size() != 6 && date.size() != 8) return std::nullopt;
    const std::size_t year_digits = date.size() - 4;
    const int year = text::digits(date, 0, year_digits), month = text::digits(date, year_digits, 2),
              day = text::digits(date, year_digits + 2, 2);
    if (year < 0 || month < 0 || day < 0) return std::nullopt;
    return make_date(year_digits == 2 ? century + year : year, month, day);
}

}  // namespace cchc::quality
