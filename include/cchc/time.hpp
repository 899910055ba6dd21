// Dates and instants of Viet Nam. The country is UTC+7 without daylight saving, so a local instant needs no zone.
#pragma once

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace cchc {

// A calendar date. At the C border and in columns it is an int32 of days since 1970-01-01 (Arrow date32).
using Date = std::chrono::sys_days;

// A moment of Viet Nam wall time (UTC+7). At the C border it is an int64 of seconds since 1970-01-01T00:00.
using Instant = std::chrono::local_seconds;

// "No value" in columns of days and of instants.
inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();
inline constexpr std::int64_t no_instant = std::numeric_limits<std::int64_t>::min();

inline constexpr std::int32_t seconds_per_day = 86400;

// The language of a text for users.
enum class Lang : std::uint8_t { vi, en };

// A text in Vietnamese and English. Either may be empty; in(lang) then gives the other.
struct LocalText {
    std::string vi;
    std::string en;
    const std::string& in(Lang lang) const noexcept;
    friend bool operator==(const LocalText&, const LocalText&) = default;
};

// A date with the time of day, if the source gave one.
struct Moment {
    Date date{};
    std::int32_t second = -1;  // second of the day 0..86400 (86400 is 24:00); -1: only the date is known
    friend bool operator==(const Moment&, const Moment&) = default;
};

// Days since 1970-01-01 of a date, and back. A date too far away for 32 bits becomes the first or last one that is not, so
// that it stays outside every coverage.
constexpr std::int32_t to_days(Date date) noexcept {
    constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
    const std::int64_t days = date.time_since_epoch().count();
    return static_cast<std::int32_t>(days > most ? most : days < -most ? -most : days);
}
constexpr Date from_days(std::int32_t days) noexcept { return Date{std::chrono::days{days}}; }

// The date of an instant, and the instant at a second of a date.
Date date_of(Instant instant) noexcept;
std::int32_t second_of_day(Instant instant) noexcept;
Instant at(Date date, std::int32_t second = 0) noexcept;

// A date that exists, from year, month, day; std::nullopt otherwise (30 February, month 13, year outside 1..9999).
std::optional<Date> make_date(int year, int month, int day) noexcept;

// Reads a moment strictly, in one of the formats that Vietnamese one-stop systems write:
//   yyyy-MM-dd or yyyy/MM/dd, optionally 'T' or blank and HH:mm[:ss[.fff…]], optionally Z or ±HH[[:]mm]
//     (a zone converts to UTC+7);  yyyyMMdd;  yyyyMMddHHmm;  yyyyMMddHHmmss;
//   d/M/yyyy or dd/MM/yyyy (also with '-' or '.'), optionally followed by blank and HH:mm[:ss[.fff…]];
//   an Excel serial of five digits, the first not 0, optionally with a fraction of the day ("43999", "43999.375").
// MM/dd/yyyy is never guessed: "06/17/2020" is std::nullopt. 24:00 is accepted as the end of its date.
std::optional<Moment> parse_moment(std::string_view text) noexcept;

// True for the texts that systems write for "no date": empty, "null", 0001-01-01…, 1900-01-01… (any time of day).
bool is_null_moment(std::string_view text) noexcept;

// "2020-06-17", "2020-06-17T09:10" or "2020-06-17T09:10:30" (seconds only when not zero).
std::string to_string(Date date);
std::string to_string(Instant instant);
std::string to_string(const Moment& moment);

// "17/06/2020" and "09:10 ngày 17/06/2020" in Vietnamese; ISO text in English.
std::string to_text(Date date, Lang lang);
std::string to_text(const Moment& moment, Lang lang);

}  // namespace cchc
