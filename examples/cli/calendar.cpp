// cchc calendar: a year's days off and worked rest days, and how many working days it has.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cchc/cchc.hpp>
#include <chrono>
#include <set>
#include <vector>

#include "json_writer.hpp"
#include "named.hpp"
#include "options.hpp"
#include "output.hpp"
#include "problems.hpp"
#include "row_writer.hpp"
#include "table.hpp"
#include "texts.hpp"

namespace tool {
namespace {

// The part of a year that the calendar covers, [from, to).
struct Year {
    int number = 0;
    cchc::Date from{};
    cchc::Date to{};
    bool partial = false;
    std::vector<cchc::DayInfo> days;              // days off and worked rest days, in order
    std::array<std::int64_t, 12> working_days{};  // by month
    std::int64_t total = 0;
};

cchc::Date first_of(int year, unsigned month) {
    return cchc::Date{std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(1)};
}

Year look_up(const cchc::Calendar& calendar, int number) {
    if (number < 1 || number > 9998) throw CallError("calendar: the year is a number such as 2020");
    const cchc::Date start = first_of(number, 1), end = first_of(number + 1, 1);
    Year year;
    year.number = number;
    year.from = std::max(start, calendar.from());
    year.to = std::min(end, calendar.to());
    if (year.from >= year.to) {
        throw DataError(fmt::format("the calendar {} covers {} to {}, and nothing of {}", calendar.id(),
                                    cchc::to_string(calendar.from()), cchc::to_string(calendar.to() - std::chrono::days(1)),
                                    number));
    }
    year.partial = year.from != start || year.to != end;
    std::set<cchc::Date> dates;
    for (const auto& day : calendar.data().days_off) dates.insert(day.date);
    for (const auto& day : calendar.data().days_worked) dates.insert(day.date);
    for (auto date = dates.lower_bound(year.from); date != dates.end() && *date < year.to; ++date) {
        year.days.push_back(calendar.day(*date));
    }
    for (unsigned m = 1; m <= 12; ++m) {
        const cchc::Date from = std::clamp(first_of(number, m), year.from, year.to);
        const cchc::Date to = std::clamp(m == 12 ? end : first_of(number, m + 1), year.from, year.to);
        year.working_days[m - 1] = calendar.count_working_days(from, to);
        year.total += year.working_days[m - 1];
    }
    return year;
}

std::string instead_of(const cchc::DayInfo& day, cchc::Lang lang) {
    return day.instead_of ? cchc::to_text(*day.instead_of, lang) : std::string();
}

cchc::Table days_table(const cchc::Calendar& calendar, const Year& year, cchc::Lang lang) {
    const Texts& t = texts(lang);
    cchc::Table table;
    table.heading = {fmt::format(fmt::runtime(t.calendar_heading), year.number), calendar.title().in(lang),
                     fmt::format(fmt::runtime(t.calendar_version), calendar.id(), calendar.version())};
    if (year.partial) {
        table.heading.push_back(fmt::format(fmt::runtime(t.partly_covered), cchc::to_text(year.from, lang),
                                            cchc::to_text(year.to - std::chrono::days(1), lang)));
    }
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
    return table;
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

void write_day(JsonWriter& json, const cchc::DayInfo& day) {
    json.object();
    json.member("date", cchc::to_string(day.date)).member("weekday", weekday_text(day.date, cchc::Lang::en));
    json.member("kind", cchc::to_string(day.kind));
    json.key("name").object().member("vi", day.name.vi).member("en", day.name.en).end();
    if (day.instead_of) json.member("instead_of", cchc::to_string(*day.instead_of));
    json.member("source", day.source).member("evidence", cchc::to_string(day.evidence));
    json.end();
}

std::string as_json(const cchc::Calendar& calendar, const Year& year) {
    JsonWriter json;
    json.object();
    json.key("calendar").object().member("id", calendar.id()).member("version", calendar.version()).end();
    json.member("year", year.number);
    json.key("covered").object().member("from", cchc::to_string(year.from)).member("to", cchc::to_string(year.to)).end();
    json.key("days").array();
    for (const cchc::DayInfo& day : year.days) write_day(json, day);
    json.end();
    json.key("working_days").object().member("total", year.total).key("by_month").array();
    for (const std::int64_t count : year.working_days) json.number(count);
    json.end().end().end();
    return json.take();
}

}  // namespace

int run_calendar(const CalendarOptions& options) {
    const cchc::Calendar calendar = find_calendar(options.calendar);
    const Year year = look_up(calendar, options.year);
    const cchc::Lang lang = parse_lang(options.common);
    Output output(options.common);
    if (options.common.format == "json") {
        output.write(as_json(calendar, year));
    } else if (options.common.format == "csv") {
        write_csv(year, lang, output);
    } else {
        output.write(render(days_table(calendar, year, lang)));
        output.write("\n");
        output.write(render(months_table(year, lang)));
    }
    output.commit();
    return exit_done;
}

}  // namespace tool
