// The days off and worked rest days of a year as a list: a table, CSV or JSON.
#include <fmt/format.h>

#include <algorithm>
#include <cchc/cchc.hpp>

#include "calendar_year.hpp"
#include "json_writer.hpp"
#include "row_writer.hpp"
#include "table.hpp"
#include "texts.hpp"

namespace tool {
namespace {

std::string instead_of(const cchc::DayInfo& day, cchc::Lang lang) {
    return day.instead_of ? cchc::to_text(*day.instead_of, lang) : std::string();
}

cchc::Table days_table(const cchc::Calendar& calendar, const Year& year, cchc::Lang lang) {
    const Texts& t = texts(lang);
    cchc::Table table;
    table.heading = heading_lines(calendar, year, lang);
    table.heading.insert(table.heading.begin(), fmt::format(fmt::runtime(t.calendar_heading), year.number));
    table.captions = {{}};
    for (const auto caption : {t.date, t.weekday, t.kind, t.name, t.instead_of, t.evidence, t.source}) {
        table.captions.front().emplace_back(caption);
    }
    table.numeric.assign(table.captions.front().size(), false);
    for (const cchc::DayInfo& day : year.days) {
        table.rows.push_back({cchc::to_text(day.date, lang), std::string(weekday_text(day.date, lang)),
                              cchc::to_text(day.kind, lang), day.name.in(lang), instead_of(day, lang),
                              std::string(evidence_text(day.evidence, lang)), day.source});
    }
    return table;
}

cchc::Table months_table(const Year& year, cchc::Lang lang) {
    const Texts& t = texts(lang);
    cchc::Table table;
    table.heading = {fmt::format(fmt::runtime(t.working_days_heading), year.number)};
    table.captions = {{std::string(t.month)}};
    table.rows = {{std::string(t.working_days)}};
    for (std::size_t m = 0; m < year.working_days.size(); ++m) {
        table.captions.front().push_back(std::to_string(m + 1));
        table.rows.front().push_back(std::to_string(year.working_days[m]));
    }
    table.captions.front().emplace_back(t.whole_year);
    table.rows.front().push_back(std::to_string(year.total));
    table.numeric.assign(table.rows.front().size(), true);
    table.numeric.front() = false;
    if (year.projected_from) table.notes.push_back(fmt::format("{}: {}", t.whole_year, t.not_final));
    return table;
}

void write_day(JsonWriter& json, const cchc::DayInfo& day) {
    json.object();
    json.member("date", cchc::to_string(day.date)).member("weekday", weekday_text(day.date, cchc::Lang::en));
    json.member("kind", cchc::to_string(day.kind));
    json.key("name").object().member("vi", day.name.vi).member("en", day.name.en).end();
    if (day.instead_of) json.member("instead_of", cchc::to_string(*day.instead_of));
    json.member("source", day.source).member("evidence", cchc::to_string(day.evidence));
    if (day.published) json.member("published", cchc::to_string(*day.published));
    json.end();
}

bool touches(const cchc::CalendarData::OpenDays& open, const Year& year) {
    const auto inside = [&](cchc::Date date) { return date >= year.from && date < year.to; };
    return std::any_of(open.choices.begin(), open.choices.end(),
                       [&](const auto& choice) { return std::any_of(choice.begin(), choice.end(), inside); });
}

// What is still to be decided in the year.
void write_open(JsonWriter& json, const cchc::Calendar& calendar, const Year& year) {
    json.member("projected_from", cchc::to_string(*calendar.projected_from())).key("open").array();
    for (const auto& open : calendar.data().open) {
        if (!touches(open, year)) continue;
        json.object().key("name").object().member("vi", open.name.vi).member("en", open.name.en).end();
        json.key("choices").array();
        for (const auto& choice : open.choices) {
            json.array();
            for (const cchc::Date date : choice) json.text(cchc::to_string(date));
            json.end();
        }
        json.end().end();
    }
    json.end();
}

}  // namespace

std::string as_list(const cchc::Calendar& calendar, const Year& year, cchc::Lang lang) {
    return render(days_table(calendar, year, lang)) + '\n' + render(months_table(year, lang));
}

void write_csv(const Year& year, cchc::Lang lang, Output& output) {
    const auto writer = make_row_writer("csv", ',', output);
    writer->header({"date", "weekday", "kind", "working", "name", "instead_of", "source", "evidence"});
    for (const cchc::DayInfo& day : year.days) {
        writer->row({cchc::to_string(day.date), std::string(weekday_text(day.date, lang)),
                     std::string(cchc::to_string(day.kind)), day.is_working() ? "1" : "0", day.name.in(lang),
                     day.instead_of ? cchc::to_string(*day.instead_of) : "", day.source,
                     std::string(cchc::to_string(day.evidence))});
    }
    writer->end();
}

std::string as_json(const cchc::Calendar& calendar, const Year& year) {
    JsonWriter json;
    json.object();
    json.key("calendar").object().member("id", calendar.id()).member("version", calendar.version()).end();
    json.member("year", year.number);
    json.key("covered").object().member("from", cchc::to_string(year.from)).member("to", cchc::to_string(year.to)).end();
    if (calendar.projected_from()) write_open(json, calendar, year);
    json.key("days").array();
    for (const cchc::DayInfo& day : year.days) write_day(json, day);
    json.end();
    json.key("working_days").object().member("total", year.total).key("by_month").array();
    for (const std::int64_t count : year.working_days) json.number(count);
    json.end().end().end();
    return json.take();
}

}  // namespace tool
