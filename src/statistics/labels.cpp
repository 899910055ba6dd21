// Channels and periods as keys of a grouping, and their texts.
#include <fmt/format.h>

#include <algorithm>

#include "base/ascii.hpp"
#include "dossier/names.hpp"
#include "statistics/impl.hpp"

namespace cchc::stats {
namespace {

constexpr std::uint32_t max_year = 9999;

struct YearMonth {
    std::uint32_t year, month;
};

YearMonth year_month(std::int32_t day) noexcept {
    const std::chrono::year_month_day ymd{from_days(day)};
    return {static_cast<std::uint32_t>(static_cast<int>(ymd.year())), static_cast<unsigned>(ymd.month())};
}

// How many of the period make a year.
std::uint32_t parts(Dimension d) noexcept { return d == Dimension::month ? 12 : d == Dimension::quarter ? 4 : 1; }

}  // namespace

std::uint32_t period_of(Dimension dimension, std::int32_t day) noexcept {
    // Dates that readers accept have years 1 to 9999; anything else has no period.
    if (day == no_day || from_days(day) < *make_date(1, 1, 1) || from_days(day) > *make_date(9999, 12, 31)) return 0;
    const auto [year, month] = year_month(day);
    const std::uint32_t n = parts(dimension);
    return 1 + year * n + (month - 1) * n / 12;
}

namespace {

std::span<const std::string_view> code_names(Dimension d) noexcept {
    if (d == Dimension::channel) return channel_names;
    return service_level_names;
}

}  // namespace

std::string code_label(Dimension dimension, std::uint32_t code) {
    return code == 0 ? std::string() : std::string(code_names(dimension)[code]);
}

std::optional<std::uint32_t> parse_code(Dimension dimension, std::string_view t) {
    if (t.empty()) return 0;
    const auto names = code_names(dimension);
    for (std::uint32_t c = 1; c < names.size(); ++c)
        if (names[c] == t) return c;
    return std::nullopt;
}

std::string period_label(Dimension dimension, std::uint32_t period) {
    if (period == 0) return {};
    const std::uint32_t n = parts(dimension), year = (period - 1) / n, part = (period - 1) % n + 1;
    if (dimension == Dimension::month) return fmt::format("{:04}-{:02}", year, part);
    if (dimension == Dimension::quarter) return fmt::format("{:04}-Q{}", year, part);
    return fmt::format("{:04}", year);
}

std::optional<std::uint32_t> parse_period(Dimension dimension, std::string_view t) {
    if (t.empty()) return 0;
    const int year = text::digits(t, 0, 4);
    int part = 1;
    if (dimension == Dimension::month && t.size() == 7 && t[4] == '-') {
        part = text::digits(t, 5, 2);
    } else if (dimension == Dimension::quarter && t.size() == 7 && t.substr(4, 2) == "-Q") {
        part = text::digits(t, 6, 1);
    } else if (dimension != Dimension::year || t.size() != 4) {
        return std::nullopt;
    }
    const std::uint32_t n = parts(dimension);
    if (year < 1 || static_cast<std::uint32_t>(year) > max_year || part < 1 || static_cast<std::uint32_t>(part) > n)
        return std::nullopt;
    return 1 + static_cast<std::uint32_t>(year) * n + static_cast<std::uint32_t>(part) - 1;
}

PeriodCodes::PeriodCodes(Dimension dimension, const Calendar& calendar)
    : dimension_(dimension), first_(static_cast<std::uint32_t>(to_days(calendar.from()))) {
    of_period(0);
    const std::int32_t to = to_days(calendar.to());
    by_day_.reserve(static_cast<std::size_t>(to - to_days(calendar.from())));
    // A month at a time: its days share their period in every dimension.
    for (std::int32_t day = to_days(calendar.from()); day < to;) {
        const std::chrono::year_month_day ymd{from_days(day)};
        const std::chrono::sys_days next =
            std::chrono::sys_days{ymd.year() / ymd.month() / std::chrono::last} + std::chrono::days{1};
        const std::int32_t end = std::min(to, to_days(next));
        by_day_.insert(by_day_.end(), static_cast<std::size_t>(end - day), of_period(period_of(dimension, day)));
        day = end;
    }
}

std::uint32_t PeriodCodes::of_period(std::uint32_t period) {
    const auto [it, is_new] = codes_.try_emplace(period, static_cast<std::uint32_t>(periods_.size()));
    if (is_new) periods_.push_back(period);
    return it->second;
}

}  // namespace cchc::stats
