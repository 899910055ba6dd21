// cchc calendar: a year as people expect it, as a list, compared with another calendar; and the lunar years.
#include <fmt/format.h>

#include <cchc/cchc.hpp>
#include <chrono>

#include "calendar_diff.hpp"
#include "calendar_year.hpp"
#include "named.hpp"
#include "options.hpp"
#include "output.hpp"
#include "problems.hpp"
#include "row_writer.hpp"
#include "texts.hpp"

namespace tool {
namespace {

// The calendar as it was known and, if asked, projected over a year that it does not cover to its end.
cchc::Calendar prepared(const std::string& name, const CalendarOptions& o) {
    cchc::Calendar calendar = find_calendar(name);
    if (!o.as_known_on.empty()) calendar = calendar.as_known_on(parse_date(o.as_known_on, "--as-known-on"));
    if (o.project && calendar.to() < first_of(o.year + 1, 1)) calendar = cchc::with_projection(calendar, o.year);
    return calendar;
}

bool covers_some(const cchc::Calendar& calendar, int year) {
    return calendar.from() < first_of(year + 1, 1) && calendar.to() > first_of(year, 1);
}

void write_year(const cchc::Calendar& calendar, const CalendarOptions& o, Output& output) {
    const Year year = look_up(calendar, o.year);
    const cchc::Lang lang = parse_lang(o.common);
    if (o.common.format == "json") {
        output.write(as_json(calendar, year));
    } else if (o.common.format == "csv") {
        write_csv(year, lang, output);
    } else {
        output.write(o.list ? as_list(calendar, year, lang) : as_grids(calendar, year, lang));
    }
}

}  // namespace

int run_calendar(const CalendarOptions& options) {
    if (options.year < 1 || options.year > 9998) throw CallError("calendar: the year is a number such as 2020");
    if (options.diff.empty()) {
        const cchc::Calendar calendar = prepared(options.calendar, options);
        look_up(calendar, options.year);  // before a file is begun
        Output output(options.common);
        write_year(calendar, options, output);
        output.commit();
        return exit_done;
    }
    const cchc::Calendar a = prepared(options.diff.front(), options), b = prepared(options.diff.back(), options);
    if (!covers_some(a, options.year) && !covers_some(b, options.year))
        throw DataError(fmt::format("neither calendar covers anything of {}", options.year));
    Output output(options.common);
    write_diff(a, b, {first_of(options.year, 1), first_of(options.year + 1, 1)}, options.common, output);
    output.commit();
    return exit_done;
}

int run_lunar(const LunarOptions& options) {
    if (options.to < options.from) throw CallError("calendar lunar: the last year is before the first");
    const bool for_people = options.common.format.empty() || options.common.format == "table";
    const cchc::Lang lang = parse_lang(options.common);
    cchc::tet(options.from);  // refuses years out of range before a file is begun
    cchc::tet(options.to);
    Output output(options.common);
    const auto writer = make_row_writer(for_people ? "table" : options.common.format, ',', output);
    const Texts& t = texts(lang);
    if (for_people) {
        writer->header({std::string(t.year), "Tết", std::string(t.hung_kings)});
    } else {
        writer->header({"year", "tet", "hung_kings"});
    }
    for (int year = options.from; year <= options.to; ++year) {
        const cchc::Date tet = cchc::tet(year), kings = cchc::hung_kings_day(year);
        const auto text = [&](cchc::Date d) { return for_people ? cchc::to_text(d, lang) : cchc::to_string(d); };
        writer->row({std::to_string(year), text(tet), text(kings)});
    }
    writer->end();
    output.commit();
    return exit_done;
}

}  // namespace tool
