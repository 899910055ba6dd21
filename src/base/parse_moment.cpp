// Reading dates and times strictly. Column-oriented exports write one format per column, so the common fixed shapes are
// tried by length and separators; nothing here allocates.
#include <array>

#include "base/ascii.hpp"
#include "cchc/time.hpp"

namespace cchc {
namespace {

using text::digits;
using text::is_digit;

// "HH:mm", "HH:mm:ss", "HH:mm:ss.fff…": the second of the day, or -1. 24:00[:00] is the end of the date.
std::int32_t parse_clock(std::string_view t) noexcept {
    if (t.size() < 5 || t[2] != ':') return -1;
    const int h = digits(t, 0, 2), m = digits(t, 3, 2);
    int s = 0;
    if (t.size() > 5) {
        if (t.size() < 8 || t[5] != ':') return -1;
        s = digits(t, 6, 2);
        if (t.size() > 8) {
            if (t[8] != '.' || t.size() == 9 || t.size() > 18) return -1;
            for (const char c : t.substr(9))
                if (!is_digit(c)) return -1;
        }
    }
    if (h < 0 || m < 0 || s < 0 || m > 59 || s > 59 || h > 24 || (h == 24 && (m != 0 || s != 0))) return -1;
    return h * 3600 + m * 60 + s;
}

struct Zone {
    bool ok = false;
    bool present = false;
    std::size_t length = 0;   // characters at the end of the text
    std::int32_t offset = 0;  // seconds east of UTC
};

// "Z", "+07:00", "+0700", "-05" at the end of an ISO time.
Zone parse_zone(std::string_view t) noexcept {
    if (t.empty()) return {true, false, 0, 0};
    if (t.back() == 'Z' || t.back() == 'z') return {true, true, 1, 0};
    const std::size_t sign = t.find_last_of("+-");
    if (sign == std::string_view::npos) return {true, false, 0, 0};
    const std::string_view z = t.substr(sign + 1);
    const int h = digits(z, 0, 2);
    int m = 0;
    if (z.size() == 5 && z[2] == ':') {
        m = digits(z, 3, 2);
    } else if (z.size() == 4) {
        m = digits(z, 2, 2);
    } else if (z.size() != 2) {
        return {};
    }
    if (h < 0 || m < 0 || h > 14 || m > 59) return {};
    const std::int32_t offset = h * 3600 + m * 60;
    return {true, true, z.size() + 1, t[sign] == '-' ? -offset : offset};
}

std::optional<Moment> moment(std::optional<Date> date, std::int32_t second) noexcept {
    if (!date) return std::nullopt;
    return Moment{*date, second};
}

// The part after the date: nothing, or 'T' or one blank and a time, optionally with a zone where `zoned`.
std::optional<Moment> with_time(std::optional<Date> date, std::string_view rest, bool zoned) noexcept {
    if (!date) return std::nullopt;
    if (rest.empty()) return Moment{*date, -1};
    if (rest[0] != ' ' && !(zoned && rest[0] == 'T')) return std::nullopt;
    rest.remove_prefix(1);
    const Zone zone = zoned ? parse_zone(rest) : Zone{true, false, 0, 0};
    if (!zone.ok) return std::nullopt;
    const std::int32_t second = parse_clock(rest.substr(0, rest.size() - zone.length));
    if (second < 0) return std::nullopt;
    if (!zone.present) return Moment{*date, second};
    const Instant local = at(*date, second - zone.offset + 7 * 3600);
    const std::chrono::year_month_day ymd{date_of(local)};
    if (ymd.year() < std::chrono::year{1} || ymd.year() > std::chrono::year{9999}) return std::nullopt;
    return Moment{date_of(local), second_of_day(local)};
}

// d/M/yyyy with one or two digits for day and month, any of / - . as separator, the same twice.
std::optional<Moment> day_first(std::string_view t) noexcept {
    std::size_t i = 0;
    std::array<int, 2> part{};
    char separator = 0;
    for (auto& p : part) {
        const std::size_t start = i;
        while (i < t.size() && is_digit(t[i]) && i - start < 2) ++i;
        if (i == start || i >= t.size() || (t[i] != '/' && t[i] != '-' && t[i] != '.')) return std::nullopt;
        if (separator != 0 && t[i] != separator) return std::nullopt;
        separator = t[i];
        p = digits(t, start, i - start);
        ++i;
    }
    if (t.size() < i + 4) return std::nullopt;
    const int year = digits(t, i, 4);
    if (year < 0) return std::nullopt;
    return with_time(make_date(year, part[1], part[0]), t.substr(i + 4), false);
}

// The date of an Excel serial of five digits; 25569 is 1970-01-01. A leading zero is refused: serials up to 59 would be a
// day off, since Excel counts a 29 February 1900 that never was.
std::optional<Date> excel_date(std::string_view t) noexcept {
    if (t[0] == '0') return std::nullopt;
    return from_days(digits(t, 0, 5) - 25569);
}

// yyyyMMdd, yyyyMMddHHmm, yyyyMMddHHmmss, and Excel serials of five digits.
std::optional<Moment> packed_digits(std::string_view t) noexcept {
    if (t.size() == 5) return moment(excel_date(t), -1);
    if (t.size() != 8 && t.size() != 12 && t.size() != 14) return std::nullopt;
    const auto date = make_date(digits(t, 0, 4), digits(t, 4, 2), digits(t, 6, 2));
    if (t.size() == 8) return moment(date, -1);
    const int h = digits(t, 8, 2), m = digits(t, 10, 2), s = t.size() == 14 ? digits(t, 12, 2) : 0;
    if (h > 23 || m > 59 || s > 59) return std::nullopt;
    return moment(date, h * 3600 + m * 60 + s);
}

// "43999.375": the fraction of the day is rounded to the nearest second, which is what Excel itself shows.
std::optional<Moment> excel_fraction(std::string_view t) noexcept {
    std::int64_t numerator = 0, denominator = 1;
    for (const char c : t.substr(6)) {
        if (!is_digit(c)) return std::nullopt;
        if (denominator >= 1'000'000'000'000) continue;  // far below a second
        numerator = numerator * 10 + (c - '0');
        denominator *= 10;
    }
    const auto second = static_cast<std::int32_t>((numerator * seconds_per_day * 2 + denominator) / (denominator * 2));
    const auto date = excel_date(t);
    return date && second == seconds_per_day ? Moment{*date + std::chrono::days{1}, 0} : moment(date, second);
}

bool starts_with_digits(std::string_view t, std::size_t n) noexcept {
    if (t.size() < n) return false;
    for (std::size_t i = 0; i < n; ++i)
        if (!is_digit(t[i])) return false;
    return true;
}

}  // namespace

std::optional<Moment> parse_moment(std::string_view text) noexcept {
    if (text.size() < 5 || text.size() > 40) return std::nullopt;
    if (starts_with_digits(text, 4) && text.size() >= 10 && (text[4] == '-' || text[4] == '/') && text[7] == text[4])
        return with_time(make_date(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)), text.substr(10), true);
    if (starts_with_digits(text, text.size())) return packed_digits(text);
    if (starts_with_digits(text, 5) && text.size() > 6 && (text[5] == '.' || text[5] == ',')) return excel_fraction(text);
    return day_first(text);
}

bool is_null_moment(std::string_view text) noexcept {
    if (text.empty() || text == "null" || text == "NULL" || text == "Null") return true;
    if (text.size() < 8 || (text[0] != '1' && text[0] != '0')) return false;
    const auto is_null = [](const std::optional<Moment>& m) {
        return m && (m->date == make_date(1900, 1, 1) || m->date == make_date(1, 1, 1));
    };
    if (is_null(parse_moment(text))) return true;
    // .NET writes the time of its empty date as "12:00:00 AM" in English.
    constexpr std::string_view midnight = " 12:00:00 AM";
    return text.ends_with(midnight) && is_null(parse_moment(text.substr(0, text.size() - midnight.size())));
}

}  // namespace cchc
