// One lunar year in one number: what the table of lunar_years.cpp holds.
#pragma once

#include <cstdint>

namespace cchc::lunar {

// bits 0-12: month i of the year, a leap month in its place, has 30 days; 13-16: number of the leap month, 0 for none;
// 17-22: days from 1 January to Tết; 23: the year is sensitive (see lunar.hpp).
struct Year {
    std::uint32_t bits = 0;

    constexpr int leap_month() const noexcept { return static_cast<int>(bits >> 13U & 0xFU); }
    constexpr int tet_offset() const noexcept { return static_cast<int>(bits >> 17U & 0x3FU); }
    constexpr bool sensitive() const noexcept { return (bits >> 23U & 1U) != 0; }
    constexpr int months() const noexcept { return leap_month() == 0 ? 12 : 13; }
    constexpr int days_of(int index) const noexcept {
        return 29 + static_cast<int>(bits >> static_cast<unsigned>(index) & 1U);
    }

    // The place of a month in the year, from 0, and back.
    constexpr int index_of(int month, bool leap) const noexcept {
        const int leap_number = leap_month();
        return month - 1 + static_cast<int>(leap || (leap_number != 0 && month > leap_number));
    }
    constexpr bool is_leap(int index) const noexcept { return leap_month() != 0 && index == leap_month(); }
    constexpr int month_at(int index) const noexcept {
        return index + 1 - static_cast<int>(leap_month() != 0 && index >= leap_month());
    }
};

// The lunar year `year`, first_lunar_year <= year <= last_lunar_year.
Year year_of(int year) noexcept;

}  // namespace cchc::lunar
