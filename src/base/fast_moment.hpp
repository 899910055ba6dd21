// The two layouts that nearly all exports use, read without a loop or a call: yyyy-MM-dd and dd/MM/yyyy, each with an
// optional HH:mm or HH:mm:ss. Everything else, and everything that is not valid, is left to parse_moment().
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace cchc::text {

struct FastMoment {
    std::int32_t day;     // since 1970-01-01
    std::int32_t second;  // -1: only a date
};

namespace fast {

// Days since 1970-01-01 of a Gregorian date (years from 1 March on, in eras of 400 years).
constexpr std::int32_t days_from_civil(unsigned year, unsigned month, unsigned day) noexcept {
    const unsigned y = month <= 2 ? year - 1 : year;
    const unsigned era = y / 400, of_era = y % 400;
    const unsigned of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    return static_cast<std::int32_t>(era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year) - 719468;
}

inline constexpr std::array<unsigned char, 13> month_days = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

// Days before each month of years 1901 to 2155, which is where dates of dossiers lie; computed once by the compiler. Month
// 13 is the January after.
inline constexpr unsigned first_year = 1901, last_year = 2155;
inline constexpr auto month_starts = [] {
    std::array<std::int32_t, (last_year - first_year + 1) * 16> starts{};
    for (unsigned y = first_year; y <= last_year; ++y)
        for (unsigned m = 1; m <= 13; ++m)
            starts[(y - first_year) * 16 + m] = days_from_civil(m > 12 ? y + 1 : y, m > 12 ? 1 : m, 1) - 1;
    return starts;
}();

// Eight characters as a number, the first in the lowest byte.
inline std::uint64_t eight(const char* p) noexcept {
    std::uint64_t word = 0;
    std::memcpy(&word, p, 8);
    if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
    return word;
}

// Digits where `digit` has 0xFF, and the characters of `pattern` elsewhere? All eight are looked at at once: a byte is a
// digit when neither adding 0x46 nor taking '0' away carries into its top bit.
inline bool matches(std::uint64_t word, std::uint64_t digit, std::uint64_t pattern) noexcept {
    constexpr std::uint64_t tops = 0x8080808080808080U, add = 0x4646464646464646U, zero = 0x3030303030303030U;
    const std::uint64_t digits = (word & digit) | (zero & ~digit);
    return ((((digits + add) | (digits - zero) | digits) & tops) | ((word ^ pattern) & ~digit)) == 0;
}

// Two digits at byte `at` of a word that matches() has passed.
constexpr unsigned two(std::uint64_t word, int at) noexcept {
    return static_cast<unsigned>((word >> (8 * at)) & 0xF) * 10 + static_cast<unsigned>((word >> (8 * at + 8)) & 0xF);
}

}  // namespace fast

// The time of day behind the date, for texts of 16 or 19 characters.
inline bool time_of_day(std::string_view t, std::int32_t& second) noexcept {
    using namespace fast;
    const char* p = t.data();
    // "dd HH:mm" or "yy HH:mm", and "HH:mm:ss" where there are seconds.
    const bool seconds = t.size() == 19;
    const std::uint64_t time = eight(p + t.size() - 8);
    const bool blank = p[10] == ' ' || (p[10] == 'T' && p[4] == '-');
    const bool shape = seconds ? matches(time, 0xFFFF00FFFF00FFFFU, 0x00003A00003A0000U)
                               : matches(time, 0xFFFF00FFFF000000U, 0x00003A0000000000U | (time & 0xFFFFFFU));
    if (!blank || !shape) return false;
    // All pairs of digits at once: ten times each digit plus the next one, in the byte of the first.
    const std::uint64_t digit = time & 0x0F0F0F0F0F0F0F0FU, pairs = digit * 10 + (digit >> 8);
    const unsigned at = seconds ? 0 : 24;
    const auto h = static_cast<unsigned>(pairs >> at & 0xFF), m = static_cast<unsigned>(pairs >> (at + 24) & 0xFF);
    const unsigned s = seconds ? static_cast<unsigned>(pairs >> 48 & 0xFF) : 0;
    if (h > 23 || m > 59 || s > 59) return false;
    second = static_cast<std::int32_t>(h * 3600 + m * 60 + s);
    return true;
}

// True when `t` is in one of the two layouts and valid, in the years 1901 to 2155. The rest is left to the slow way.
inline bool fast_moment(std::string_view t, FastMoment& out) noexcept {
    using namespace fast;
    const char* p = t.data();
    const std::size_t n = t.size();
    if (n != 19 && n != 16 && n != 10) return false;
    // "yyyy-MM-" and "MM-dd" overlap, as do "dd/MM/yy" and "/yyyy": two words of eight cover the ten characters of the date.
    const std::uint64_t head = eight(p), tail = eight(p + 2);
    unsigned year = 0, month = 0, day = 0;
    if (matches(head, 0x00FFFF00FFFFFFFFU, 0x2D00002D00000000U) && matches(tail, 0xFFFF00FFFF00FFFFU, 0x00002D00002D0000U)) {
        year = two(head, 0) * 100 + two(head, 2);
        month = two(head, 5);
        day = two(tail, 6);
    } else if (matches(head, 0xFFFF00FFFF00FFFFU, 0x00002F00002F0000U) &&
               matches(tail, 0xFFFFFFFF00FFFF00U, 0x000000002F00002FU)) {
        day = two(head, 0);
        month = two(head, 3);
        year = two(head, 6) * 100 + two(tail, 6);
    } else {
        return false;
    }
    if (year - first_year > last_year - first_year || month - 1 > 11 || day - 1 >= month_days[month]) return false;
    if (month == 2 && day == 29 && (year % 4 != 0 || (year % 100 == 0 && year % 400 != 0))) return false;
    std::int32_t second = -1;
    if (n != 10 && !time_of_day(t, second)) return false;
    out = {month_starts[(year - first_year) * 16 + month] + static_cast<std::int32_t>(day), second};
    return true;
}

}  // namespace cchc::text
