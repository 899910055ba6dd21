// The days on which two calendars differ, and how.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "calendar_diff.hpp"
#include "row_writer.hpp"
#include "texts.hpp"

namespace tool {
namespace {

std::string hours(const cchc::DayInfo& day) {
    std::string text;
    for (const cchc::Session& s : day.sessions) {
        text += fmt::format("{}{:02}:{:02}-{:02}:{:02}", text.empty() ? "" : " ", s.from_minute / 60, s.from_minute % 60,
                            s.to_minute / 60, s.to_minute % 60);
    }
    return text;
}

// Kind, name and hours; nothing but "-" for a date that the calendar does not cover.
std::vector<std::string> cells(const cchc::Calendar& calendar, cchc::Date date, cchc::Lang lang, bool for_people) {
    if (date < calendar.from() || date >= calendar.to()) return {"-", "", ""};
    const cchc::DayInfo day = calendar.day(date);
    const std::string kind = for_people ? cchc::to_text(day.kind, lang) : std::string(cchc::to_string(day.kind));
    return {kind, day.name.in(lang), hours(day)};
}

}  // namespace

void write_diff(const cchc::Calendar& a, const cchc::Calendar& b, const Span& span, const Common& common, Output& output) {
    const cchc::Lang lang = common.lang == "en" ? cchc::Lang::en : cchc::Lang::vi;
    const bool for_people = common.format.empty() || common.format == "table";
    const auto writer = make_row_writer(for_people ? "table" : common.format, ',', output);
    const Texts& t = texts(lang);
    const auto caption = [&](const cchc::Calendar& c) { return fmt::format("{} {}", c.id(), c.version()); };
    if (for_people) {
        writer->header({std::string(t.date), std::string(t.weekday), caption(a), std::string(t.name), std::string(t.hours),
                        caption(b), std::string(t.name), std::string(t.hours)});
    } else {
        writer->header({"date", "weekday", "kind_a", "name_a", "hours_a", "kind_b", "name_b", "hours_b"});
    }
    for (cchc::Date date = span.from; date < span.to; date += std::chrono::days(1)) {
        const auto left = cells(a, date, lang, for_people), right = cells(b, date, lang, for_people);
        if (left == right) continue;
        std::vector<std::string> row = {for_people ? cchc::to_text(date, lang) : cchc::to_string(date),
                                        std::string(weekday_text(date, lang))};
        row.insert(row.end(), left.begin(), left.end());
        row.insert(row.end(), right.begin(), right.end());
        writer->row(row);
    }
    writer->end();
}

}  // namespace tool
