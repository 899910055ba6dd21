// Named windows. Every one of them is a run of months; the schemes differ in the day on which a month begins.
#include "cchc/period.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "cchc/error.hpp"

namespace cchc {
namespace {

constexpr std::array<std::string_view, 2> scheme_names = {"nd-09-2019", "calendar"};
constexpr std::array<std::string_view, 5> period_unit_names = {"month", "quarter", "half_year", "nine_months", "year"};
constexpr std::array<int, 5> unit_months = {1, 3, 6, 9, 12};
constexpr int last_year = 9998;  // its end still has a date of four digits

int months_of(PeriodUnit unit) noexcept { return unit_months[static_cast<std::size_t>(unit)]; }

// A run of months of one year, the first counted from 0.
struct Run {
    int year = 0;
    int first = 0;
    PeriodUnit unit = PeriodUnit::year;
};

Date start_of_month(PeriodScheme scheme, int year, int month) {
    using namespace std::chrono;
    const year_month_day first{std::chrono::year{year} / 1 / 1};
    const year_month_day begin = first + months{scheme == PeriodScheme::calendar ? month : month - 1};
    return sys_days{begin.year() / begin.month() / (scheme == PeriodScheme::calendar ? 1 : 15)};
}

std::string name_of(const Run& run) {
    const int serial = run.first / months_of(run.unit) + 1;
    switch (run.unit) {
        case PeriodUnit::month: return fmt::format("{:04}-{:02}", run.year, serial);
        case PeriodUnit::quarter: return fmt::format("{:04}-Q{}", run.year, serial);
        case PeriodUnit::half_year: return fmt::format("{:04}-H{}", run.year, serial);
        case PeriodUnit::nine_months: return fmt::format("{:04}-9M", run.year);
        case PeriodUnit::year: break;
    }
    return fmt::format("{:04}", run.year);
}

LocalText title_of(const Run& run) {
    constexpr std::array<std::string_view, 4> roman = {"I", "II", "III", "IV"};
    constexpr std::array<std::string_view, 4> ordinal = {"First", "Second", "Third", "Fourth"};
    const auto serial = static_cast<std::size_t>(run.first / months_of(run.unit));
    switch (run.unit) {
        case PeriodUnit::month:
            return {fmt::format("Tháng {} năm {}", serial + 1, run.year),
                    fmt::format("Month {} of {}", serial + 1, run.year)};
        case PeriodUnit::quarter:
            return {fmt::format("Quý {} năm {}", roman[serial], run.year),
                    fmt::format("{} quarter of {}", ordinal[serial], run.year)};
        case PeriodUnit::half_year:
            return {fmt::format("6 tháng {} năm {}", serial == 0 ? "đầu" : "cuối", run.year),
                    fmt::format("{} half-year of {}", ordinal[serial], run.year)};
        case PeriodUnit::nine_months:
            return {fmt::format("9 tháng năm {}", run.year), fmt::format("Nine months of {}", run.year)};
        case PeriodUnit::year: break;
    }
    return {fmt::format("Năm {}", run.year), fmt::format("Year {}", run.year)};
}

Period make(PeriodScheme scheme, const Run& run) {
    return {start_of_month(scheme, run.year, run.first), start_of_month(scheme, run.year, run.first + months_of(run.unit)),
            name_of(run), title_of(run), run.unit};
}

// "-03", "-Q1", "-H2", "-9M" or nothing, after the year.
std::optional<Run> parse_part(int year, std::string_view t) noexcept {
    if (t.empty()) return Run{year, 0, PeriodUnit::year};
    if (t.size() != 3 || t[0] != '-') return std::nullopt;
    if (t == "-9M" || t == "-9m") return Run{year, 0, PeriodUnit::nine_months};
    if (const int month = text::digits(t, 1, 2); month >= 1 && month <= 12) return Run{year, month - 1, PeriodUnit::month};
    const char letter = t[1];
    const int serial = text::digits(t, 2, 1);
    if ((letter == 'Q' || letter == 'q') && serial >= 1 && serial <= 4)
        return Run{year, 3 * (serial - 1), PeriodUnit::quarter};
    if ((letter == 'H' || letter == 'h') && serial >= 1 && serial <= 2)
        return Run{year, 6 * (serial - 1), PeriodUnit::half_year};
    return std::nullopt;
}

Run parse(std::string_view t) {
    const int year = text::digits(t, 0, 4);
    if (year >= 1 && year <= last_year)
        if (const auto run = parse_part(year, t.substr(4))) return *run;
    throw Error(
        ErrorCode::time_syntax,
        fmt::format("\"{}\" is no period; write it as 2020-03, 2020-Q1, 2020-H1, 2020-9M or 2020", text::excerpt(t)));
}

[[noreturn]] void refuse(const std::string& message) { throw Error(ErrorCode::argument_range, message); }

Run next(Run run) noexcept {
    run.first += months_of(run.unit);
    if (run.first == 12) {
        run.first = 0;
        ++run.year;
    }
    return run;
}

}  // namespace

std::string_view to_string(PeriodScheme scheme) noexcept { return scheme_names[static_cast<std::size_t>(scheme)]; }
std::string_view to_string(PeriodUnit unit) noexcept { return period_unit_names[static_cast<std::size_t>(unit)]; }

std::optional<PeriodScheme> parse_period_scheme(std::string_view name) noexcept {
    const auto it = std::find(scheme_names.begin(), scheme_names.end(), name);
    if (it == scheme_names.end()) return std::nullopt;
    return static_cast<PeriodScheme>(it - scheme_names.begin());
}

Period period(PeriodScheme scheme, std::string_view text) { return make(scheme, parse(text)); }

std::vector<Period> split(PeriodScheme scheme, std::string_view text, PeriodUnit unit) {
    const Run whole = parse(text);
    const int length = months_of(whole.unit), step = months_of(unit);
    if (length % step != 0 || (unit == PeriodUnit::nine_months && whole.unit != unit))
        refuse(fmt::format("{} cannot be divided into periods of the unit {}", name_of(whole), to_string(unit)));
    std::vector<Period> out;
    for (int first = whole.first; first < whole.first + length; first += step)
        out.push_back(make(scheme, {whole.year, first, unit}));
    return out;
}

std::vector<Period> periods(PeriodScheme scheme, std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return {period(scheme, text)};
    Run run = parse(text.substr(0, dots));
    const Run last = parse(text.substr(dots + 2));
    if (run.unit != last.unit) refuse(fmt::format("{} and {} are not of the same length", name_of(run), name_of(last)));
    if (run.unit == PeriodUnit::nine_months) refuse("periods of nine months do not follow each other");
    if (std::pair(last.year, last.first) < std::pair(run.year, run.first))
        refuse(fmt::format("{} is before {}", name_of(last), name_of(run)));
    std::vector<Period> out;
    for (;; run = next(run)) {
        if (out.size() == most_periods) refuse(fmt::format("more than {} periods", most_periods));
        out.push_back(make(scheme, run));
        if (run.year == last.year && run.first == last.first) return out;
    }
}

}  // namespace cchc
