// The Vietnamese lunar calendar (âm lịch), lunar years 1900 to 2199: solar to lunar and back, leap months, Tết, the Hùng
// Kings' day.
//
// The rule, for all years alike: days begin at midnight of UTC+7; a month begins on the day of the astronomical new moon;
// month 11 holds the winter solstice; where thirteen months begin from one month 11 to the next, the first of them without a
// major solar term (the sun's longitude a multiple of 30°) is the leap month and bears the number of the one before. It is
// computed, from published astronomical formulae (see src/calendar/lunar_years.cpp), not read from almanacs.
//
// Where people used another calendar, this one does not follow them: which almanac was in use when and where, above all
// before 1976, was not verified. Tết 1968 is 29 January here. From the Chinese calendar (UTC+8) it differs by whole days or
// a month where a new moon or solstice falls between 23:00 and 24:00 of UTC+7: Tết 1985 is 21 January here, 20 February
// there; Tết 2007 is 17 February here, 18 February there; Tết 2030 is 2 February here, 3 February there. From 1900 to 2099
// the first days of nine years differ: 1903, 1935, 1965, 1968, 1969, 1985, 2007, 2030, 2053.
//
// Sensitive years. What falls within two and a half minutes of midnight could be placed on the other day by other formulae,
// another estimate of the earth's rotation (delta T), or an almanac that rounds.
//   A new moon, so that a month begins a day earlier or later: 1944 (20 June), 1967 (8 July, 00:00:04), 1998 (21 September),
//   2054 (8 May), 2072 (9 December), 2077 (15 November), 2079 (27 August), 2085 (18 October), 2130 (7 May), 2150 (26 May),
//   2153 (18 October), 2159 (17 May), 2174 and 2175 (22 January 2175, Tết), 2188 (27 April), 2198 and 2199 (26 January 2199,
//   Tết). A major term beside a new moon, so that another month is the leap month: 1938 (autumn equinox 23 September,
//   23:59:27, the last day of a month: the leap month is 8 here; where the equinox is placed on the 24th, it is 7).
// Other major terms as close (1924, January 1938, 1946, 1953, 2004, 2038, 2074, 2111, 2180, 2186) change nothing. Nobody can
// know delta T of the next century to a minute: from about 2100 on, two and a half minutes are not all that may be wrong.
//
// Every function is pure: any thread, no state, and no floating point.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "cchc/error.hpp"
#include "cchc/time.hpp"

namespace cchc {

inline constexpr int first_lunar_year = 1900;  // begins 1900-01-31
inline constexpr int last_lunar_year = 2199;   // ends 2200-02-14

// A date of the lunar calendar. A lunar year has the number of the solar year in which its Tết lies.
struct LunarDate {
    int year = 0;
    int month = 0;      // 1 (tháng Giêng) to 12 (tháng Chạp)
    int day = 0;        // 1 to 29 or 30
    bool leap = false;  // the leap month (tháng nhuận) that follows month `month`
    friend bool operator==(const LunarDate&, const LunarDate&) = default;
};

// Throws argument_range for a date outside the lunar years above.
LunarDate to_lunar(Date date);

// Throws argument_range when there is no such date: year outside the range, a month that the year does not have (the message
// says which leap month it has), a day beyond the month's 29 or 30.
Date to_solar(const LunarDate& date);

// Each throws argument_range for a year outside the range.
Date tet(int year);                       // the first day of month 1
Date hung_kings_day(int year);            // the tenth day of month 3 (Giỗ Tổ Hùng Vương)
std::optional<int> leap_month(int year);  // the number of the leap month, if the year has one
bool is_sensitive_lunar_year(int year);   // one of those listed above
// Days in a month, 29 or 30. Throws argument_range also for a month that the year does not have.
int lunar_month_days(int year, int month, bool leap = false);

// Batch forms: row i reads element i of each input. Days are days since 1970-01-01, `no_day` is missing. All spans have the
// same length, except `status`, which may be empty. Refused rows get 0 in each lunar column (no_day in `days`) and their
// RowStatus: missing, outside_coverage (a date or year outside the range), argument_range (no such lunar date; `leap` is 0
// or 1). The return value counts them. Throws argument_range when the lengths differ.
struct LunarColumns {
    std::span<std::int32_t> year;
    std::span<std::uint8_t> month;
    std::span<std::uint8_t> day;
    std::span<std::uint8_t> leap;
};
struct ConstLunarColumns {
    std::span<const std::int32_t> year;  // no_day is missing
    std::span<const std::uint8_t> month;
    std::span<const std::uint8_t> day;
    std::span<const std::uint8_t> leap;  // empty: no month is a leap month
};
std::size_t to_lunar(std::span<const std::int32_t> days, const LunarColumns& out, std::span<RowStatus> status = {});
std::size_t to_solar(const ConstLunarColumns& dates, std::span<std::int32_t> days, std::span<RowStatus> status = {});

}  // namespace cchc
