#include "cchc/time.hpp"

#include <fmt/format.h>

namespace cchc {

const std::string& LocalText::in(Lang lang) const noexcept {
    if (lang == Lang::vi) return vi.empty() ? en : vi;
    return en.empty() ? vi : en;
}

Date date_of(Instant instant) noexcept { return Date{std::chrono::floor<std::chrono::days>(instant).time_since_epoch()}; }

std::int32_t second_of_day(Instant instant) noexcept {
    return static_cast<std::int32_t>((instant - std::chrono::floor<std::chrono::days>(instant)).count());
}

Instant at(Date date, std::int32_t second) noexcept {
    return Instant{date.time_since_epoch()} + std::chrono::seconds{second};
}

std::optional<Date> make_date(int year, int month, int day) noexcept {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}};
    if (!ymd.ok()) return std::nullopt;
    return Date{ymd};
}

namespace {

std::string clock(std::int32_t second) {
    const int h = second / 3600, m = second / 60 % 60, s = second % 60;
    return s == 0 ? fmt::format("{:02}:{:02}", h, m) : fmt::format("{:02}:{:02}:{:02}", h, m, s);
}

}  // namespace

std::string to_string(Date date) {
    const std::chrono::year_month_day ymd{date};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                       static_cast<unsigned>(ymd.day()));
}

std::string to_string(Instant instant) { return to_string(Moment{date_of(instant), second_of_day(instant)}); }

std::string to_string(const Moment& moment) {
    const std::string date = to_string(moment.date);
    return moment.second < 0 ? date : date + "T" + clock(moment.second);
}

std::string to_text(Date date, Lang lang) {
    if (lang == Lang::en) return to_string(date);
    const std::chrono::year_month_day ymd{date};
    return fmt::format("{:02}/{:02}/{:04}", static_cast<unsigned>(ymd.day()), static_cast<unsigned>(ymd.month()),
                       static_cast<int>(ymd.year()));
}

std::string to_text(const Moment& moment, Lang lang) {
    std::string date = to_text(moment.date, lang);
    if (moment.second < 0) return date;
    return lang == Lang::vi ? clock(moment.second) + " ngày " + date : date + " " + clock(moment.second);
}

}  // namespace cchc
