// Periods by their names: the windows of reports, and calendar ones.
//
// Reports under Decree 09/2019/NĐ-CP, art. 12 close on the 14th: a month runs from the 15th of the month before to the 14th,
// a quarter from the 15th of the month before it to the 14th of its last month (the first from 15 December), and the first
// and second half-year, nine months and the year likewise. Statistics under Decree 60/2018/NĐ-CP take calendar months.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/time.hpp"

namespace cchc {

enum class PeriodScheme : std::uint8_t {
    nd_09_2019 = 0,  // "nd-09-2019": Decree 09/2019/NĐ-CP, art. 12
    calendar = 1,    // "calendar": from the 1st
};
std::string_view to_string(PeriodScheme scheme) noexcept;
std::optional<PeriodScheme> parse_period_scheme(std::string_view name) noexcept;

enum class PeriodUnit : std::uint8_t { month = 0, quarter = 1, half_year = 2, nine_months = 3, year = 4 };
std::string_view to_string(PeriodUnit unit) noexcept;

struct Period {
    Date from{};
    Date to{};         // exclusive
    std::string name;  // "2020-Q1"
    LocalText title;   // "Quý I năm 2020", "First quarter of 2020"
    PeriodUnit unit = PeriodUnit::month;
    friend bool operator==(const Period&, const Period&) = default;
};

// Reads "2020-03", "2020-Q1", "2020-H1", "2020-9M" or "2020", years 1 to 9998. Throws time_syntax.
Period period(PeriodScheme scheme, std::string_view text);

// The periods of a unit that make up a period: the four quarters of "2020", the six months of "2020-H2". Throws time_syntax,
// argument_range when the unit does not divide the period (nine months into half-years, a quarter into years).
std::vector<Period> split(PeriodScheme scheme, std::string_view text, PeriodUnit unit);

inline constexpr std::size_t most_periods = 1200;  // a hundred years of months

// One period, or all from one to another of the same unit: "2019-Q3..2020-Q2". Throws time_syntax, argument_range: two
// units, the second before the first, nine months, more than most_periods.
std::vector<Period> periods(PeriodScheme scheme, std::string_view text);

}  // namespace cchc
