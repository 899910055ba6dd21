// A year month by month, three beside each other, with the names of its days below: 80 columns wide.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "calendar_year.hpp"
#include "texts.hpp"
#include "wrap.hpp"

namespace tool {
namespace {

constexpr std::chrono::days one{1};
constexpr std::size_t month_width = 7 * 3;  // seven days of two digits and a mark
constexpr std::size_t page_width = 80;

// The mark behind a day: off, worked although a rest day, or not decided yet.
char mark_of(const cchc::DayInfo& day) {
    if (day.kind == cchc::DayKind::worked) return '+';
    if (day.is_working()) return day.may_be_off == cchc::LocalText{} ? ' ' : '?';
    return day.kind == cchc::DayKind::weekly_rest ? ' ' : '*';
}

std::vector<std::string> month_lines(const cchc::Calendar& calendar, const Year& year, unsigned month, cchc::Lang lang) {
    const Texts& t = texts(lang);
    std::vector<std::string> lines = {padded(fmt::format("{} {}", t.month, month), month_width, Align::centre),
                                      std::string(t.week_caption)};
    const cchc::Date first = first_of(year.number, month);
    const cchc::Date end = month == 12 ? first_of(year.number + 1, 1) : first_of(year.number, month + 1);
    std::string line = padded("", (std::chrono::weekday(first).iso_encoding() - 1) * 3, Align::left);
    for (cchc::Date date = first; date < end; date += one) {
        const unsigned day = static_cast<unsigned>(std::chrono::year_month_day(date).day());
        const bool covered = date >= year.from && date < year.to;
        line += covered ? fmt::format("{:2}{}", day, mark_of(calendar.day(date))) : " . ";
        if (std::chrono::weekday(date) == std::chrono::Sunday || date + one == end) {
            lines.push_back(padded(line, month_width, Align::left));
            line.clear();
        }
    }
    lines.resize(8, std::string(month_width, ' '));
    return lines;
}

std::string months(const cchc::Calendar& calendar, const Year& year, cchc::Lang lang) {
    std::string text;
    for (unsigned row = 0; row < 4; ++row) {
        std::array<std::vector<std::string>, 3> beside;
        for (unsigned i = 0; i < 3; ++i) beside[i] = month_lines(calendar, year, 3 * row + i + 1, lang);
        for (std::size_t y = 0; y < 8; ++y) {
            std::string line = fmt::format("{}    {}    {}", beside[0][y], beside[1][y], beside[2][y]);
            line.erase(line.find_last_not_of(' ') + 1);
            if (!line.empty()) text += line + '\n';
        }
        text += '\n';
    }
    return text;
}

void add_wrapped(std::string& text, const std::string& head, const std::string& rest) {
    const std::size_t indent = 20;
    bool first = true;
    for (const std::string& line : wrapped(rest, page_width - indent)) {
        text += padded(first ? head : std::string(), indent, Align::left) + line + '\n';
        first = false;
    }
}

std::string label(const cchc::DayInfo& day, cchc::Lang lang) {
    const std::string& name = day.name.in(lang);
    const std::string kind = cchc::to_text(day.kind, lang);
    std::string text = name.empty() ? kind : fmt::format("{} ({})", name, kind);
    if (day.evidence == cchc::Evidence::projected) text += fmt::format(" [{}]", evidence_text(day.evidence, lang));
    return text;
}

std::string short_date(cchc::Date date) {
    const std::chrono::year_month_day ymd(date);
    return fmt::format("{:02}/{:02}", static_cast<unsigned>(ymd.day()), static_cast<unsigned>(ymd.month()));
}

// Days in a row with the same name stand in one line.
std::string names(const Year& year, cchc::Lang lang) {
    std::string text;
    for (std::size_t i = 0; i < year.days.size();) {
        std::size_t end = i + 1;
        const std::string what = label(year.days[i], lang);
        while (end < year.days.size() && year.days[end].date == year.days[end - 1].date + one &&
               label(year.days[end], lang) == what) {
            ++end;
        }
        const char mark = mark_of(year.days[i]);
        std::string dates = short_date(year.days[i].date);
        if (end - i > 1) dates = fmt::format("{}-{}", dates, short_date(year.days[end - 1].date));
        add_wrapped(text, fmt::format("{} {}", mark, dates), what);
        i = end;
    }
    return text;
}

std::string open_days(const cchc::Calendar& calendar, const Year& year, cchc::Lang lang) {
    const Texts& t = texts(lang);
    std::string text;
    for (const auto& open : calendar.data().open) {
        std::string choices;
        bool inside = false;
        for (const auto& choice : open.choices) {
            std::string dates;
            for (const cchc::Date date : choice) {
                dates += fmt::format("{}{}", dates.empty() ? "" : ", ", short_date(date));
                inside = inside || (date >= year.from && date < year.to);
            }
            if (choice.empty()) dates = t.none;
            choices = choices.empty() ? dates : fmt::format("{} {} {}", choices, t.either_or, dates);
        }
        if (inside)
            add_wrapped(text, fmt::format("? {}", t.not_decided), fmt::format("{}: {}", open.name.in(lang), choices));
    }
    return text;
}

std::string counts(const Year& year, cchc::Lang lang) {
    const Texts& t = texts(lang);
    std::string months;
    for (std::size_t m = 0; m < 12; ++m) months += fmt::format("{}: {}; ", m + 1, year.working_days[m]);
    std::string text;
    for (const std::string& line : wrapped(fmt::format("{} - {}", t.working_days, months), page_width)) text += line + '\n';
    const std::string note = year.projected_from ? fmt::format(" ({})", t.not_final) : "";
    return text + fmt::format("{}: {}{}\n", t.whole_year, year.total, note);
}

}  // namespace

std::string as_grids(const cchc::Calendar& calendar, const Year& year, cchc::Lang lang) {
    const Texts& t = texts(lang);
    std::string text = fmt::format(fmt::runtime(t.grids_heading), year.number) + '\n';
    for (const std::string& heading : heading_lines(calendar, year, lang))
        for (const std::string& line : wrapped(heading, page_width)) text += line + '\n';
    text += '\n' + months(calendar, year, lang) + std::string(t.marks) + "\n\n";
    text += names(year, lang) + open_days(calendar, year, lang) + '\n';
    return text + counts(year, lang);
}

}  // namespace tool
