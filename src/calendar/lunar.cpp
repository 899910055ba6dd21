#include "cchc/lunar.hpp"

#include <fmt/format.h>

#include "calendar/lunar_years.hpp"

namespace cchc {
namespace {

using lunar::Year;

constexpr bool covered(int year) noexcept { return year >= first_lunar_year && year <= last_lunar_year; }

Year year_or_throw(int year) {
    if (!covered(year))
        throw Error(ErrorCode::argument_range,
                    fmt::format("the lunar year {} lies outside {} to {}", year, first_lunar_year, last_lunar_year));
    return lunar::year_of(year);
}

std::int32_t tet_day(int year) noexcept {
    const Date new_year{std::chrono::year{year} / std::chrono::January / std::chrono::day{1}};
    return to_days(new_year) + lunar::year_of(year).tet_offset();
}

// What a lunar date means. `index` is the place of its month in the year; -1: no such date.
std::int32_t index_of(Year year, int month, int day, bool leap) noexcept {
    if (month < 1 || month > 12 || (leap && year.leap_month() != month)) return -1;
    const int index = year.index_of(month, leap);
    return day < 1 || day > year.days_of(index) ? -1 : index;
}

std::int32_t solar_day(Year year, int number, int index, int day) noexcept {
    std::int32_t days = tet_day(number) + day - 1;
    for (int i = 0; i < index; ++i) days += year.days_of(i);
    return days;
}

// False outside the lunar years.
bool lunar_date(std::int32_t days, LunarDate& out) noexcept {
    static constexpr std::int32_t begin = -25537, end = 84051;  // 1900-01-31 to 2200-02-14
    if (days < begin || days >= end) return false;
    int year = static_cast<int>(std::chrono::year_month_day{from_days(days)}.year());
    if (!covered(year) || days < tet_day(year)) --year;
    const Year table = lunar::year_of(year);
    std::int32_t left = days - tet_day(year);
    int index = 0;
    while (left >= table.days_of(index)) left -= table.days_of(index++);
    out = {year, table.month_at(index), left + 1, table.is_leap(index)};
    return true;
}

[[noreturn]] void no_such_date(const LunarDate& d, Year year) {
    const std::string month = fmt::format("{}{}", d.leap ? "leap month " : "month ", d.month);
    std::string why;
    if (d.month < 1 || d.month > 12) {
        why = "months are 1 to 12";
    } else if (d.leap && year.leap_month() != d.month) {
        why = year.leap_month() == 0 ? "the year has no leap month"
                                     : fmt::format("the leap month of the year is {}", year.leap_month());
    } else {
        why = fmt::format("the month has {} days", year.days_of(year.index_of(d.month, d.leap)));
    }
    throw Error(ErrorCode::argument_range,
                fmt::format("there is no day {} of {} in the lunar year {}: {}", d.day, month, d.year, why));
}

void check_lengths(bool equal) {
    if (!equal) throw Error(ErrorCode::argument_range, "the columns of a batch have different lengths");
}

}  // namespace

LunarDate to_lunar(Date date) {
    LunarDate out;
    if (!lunar_date(to_days(date), out))
        throw Error(ErrorCode::argument_range,
                    fmt::format("{} lies outside the lunar years {} to {} ({} to {})", to_string(date), first_lunar_year,
                                last_lunar_year, to_string(tet(first_lunar_year)), "2200-02-14"));
    return out;
}

Date to_solar(const LunarDate& date) {
    const Year year = year_or_throw(date.year);
    const int index = index_of(year, date.month, date.day, date.leap);
    if (index < 0) no_such_date(date, year);
    return from_days(solar_day(year, date.year, index, date.day));
}

Date tet(int year) {
    year_or_throw(year);
    return from_days(tet_day(year));
}

Date hung_kings_day(int year) { return to_solar({year, 3, 10, false}); }

std::optional<int> leap_month(int year) {
    const int month = year_or_throw(year).leap_month();
    return month == 0 ? std::nullopt : std::optional(month);
}

bool is_sensitive_lunar_year(int year) { return year_or_throw(year).sensitive(); }

int lunar_month_days(int year, int month, bool leap) {
    const Year table = year_or_throw(year);
    const int index = index_of(table, month, 1, leap);
    if (index < 0) no_such_date({year, month, 1, leap}, table);
    return table.days_of(index);
}

std::size_t to_lunar(std::span<const std::int32_t> days, const LunarColumns& out, std::span<RowStatus> status) {
    const std::size_t n = days.size();
    check_lengths(out.year.size() == n && out.month.size() == n && out.day.size() == n && out.leap.size() == n &&
                  (status.empty() || status.size() == n));
    std::size_t failed = 0;
    for (std::size_t i = 0; i < n; ++i) {
        LunarDate d;
        const std::int32_t day = days[i];
        const bool good = lunar_date(day, d);
        failed += static_cast<std::size_t>(!good);
        if (!status.empty())
            status[i] = good ? RowStatus::ok : day == no_day ? RowStatus::missing : RowStatus::outside_coverage;
        out.year[i] = d.year;
        out.month[i] = static_cast<std::uint8_t>(d.month);
        out.day[i] = static_cast<std::uint8_t>(d.day);
        out.leap[i] = static_cast<std::uint8_t>(d.leap);
    }
    return failed;
}

std::size_t to_solar(const ConstLunarColumns& dates, std::span<std::int32_t> days, std::span<RowStatus> status) {
    const std::size_t n = dates.year.size();
    check_lengths(dates.month.size() == n && dates.day.size() == n && (dates.leap.empty() || dates.leap.size() == n) &&
                  days.size() == n && (status.empty() || status.size() == n));
    std::size_t failed = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const std::int32_t number = dates.year[i];
        const std::uint8_t leap = dates.leap.empty() ? std::uint8_t{0} : dates.leap[i];
        RowStatus row = RowStatus::ok;
        std::int32_t result = no_day;
        if (!covered(number)) {
            row = number == no_day ? RowStatus::missing : RowStatus::outside_coverage;
        } else {
            const Year year = lunar::year_of(number);
            const int index = leap > 1 ? -1 : index_of(year, dates.month[i], dates.day[i], leap == 1);
            if (index >= 0) result = solar_day(year, number, index, dates.day[i]);
            if (index < 0) row = RowStatus::argument_range;
        }
        failed += static_cast<std::size_t>(row != RowStatus::ok);
        if (!status.empty()) status[i] = row;
        days[i] = result;
    }
    return failed;
}

}  // namespace cchc
