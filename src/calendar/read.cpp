// Reading calendars (format cchc.calendar/1).
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "calendar/file.hpp"
#include "calendar/names.hpp"
#include "cchc/calendar.hpp"
#include "data/data.hpp"
#include "json/value.hpp"

namespace cchc {
namespace {

using json::Node;
using json::Object;

int minute_of(std::string_view t) {
    const int h = text::digits(t, 0, 2), m = text::digits(t, 3, 2);
    if (t.size() != 5 || t[2] != ':' || h < 0 || m < 0 || m > 59 || h * 60 + m > 1440) return -1;
    return h * 60 + m;
}

Session read_session(const Node& node) {
    const std::string_view t = node.string();
    const int from = t.size() == 11 && t[5] == '-' ? minute_of(t.substr(0, 5)) : -1;
    const int to = from < 0 ? -1 : minute_of(t.substr(6));
    if (to < 0) node.fail(fmt::format("expected a session like \"07:30-11:30\"; found \"{}\"", text::excerpt(t)));
    return {from, to};
}

std::vector<Session> read_sessions(const Node& node) {
    std::vector<Session> out;
    for (const Node& item : node.items()) out.push_back(read_session(item));
    return out;
}

Week read_week(const Node& node) {
    Object o(node);
    Week week;
    for (std::size_t d = 0; d < 7; ++d)
        if (const auto sessions = o.find(weekday_names[d])) week[d] = read_sessions(*sessions);
    o.done();
    return week;
}

std::chrono::month_day read_month_day(const Node& node) {
    const std::string_view t = node.string();
    const int m = text::digits(t, 0, 2), d = text::digits(t, 3, 2);
    const std::chrono::month_day md{std::chrono::month{static_cast<unsigned>(m < 0 ? 0 : m)},
                                    std::chrono::day{static_cast<unsigned>(d < 0 ? 0 : d)}};
    if (t.size() != 5 || t[2] != '-' || !md.ok())
        node.fail(fmt::format("expected a day of the year like \"04-16\"; found \"{}\"", text::excerpt(t)));
    return md;
}

CalendarData::Season read_season(const Node& node) {
    Object o(node);
    CalendarData::Season season;
    season.from = read_month_day(o.at("from"));
    season.to = read_month_day(o.at("to"));
    Object week(o.at("week"));
    for (std::size_t d = 0; d < 7; ++d)
        if (const auto sessions = week.find(weekday_names[d])) season.week[d] = read_sessions(*sessions);
    week.done();
    o.done();
    return season;
}

// What a day off and a worked day have in common.
template <class Day>
void read_day(Object& o, Day& day) {
    day.date = o.at("date").date();
    if (const auto name = o.find("name")) day.name = name->local();
    if (const auto source = o.find("source")) day.source = source->string();
    if (const auto status = o.find("status")) day.evidence = json::choice(*status, evidence_names);
    if (const auto published = o.find("published")) day.published = published->date();
}

CalendarData::DayOff read_day_off(const Node& node) {
    Object o(node);
    CalendarData::DayOff day;
    read_day(o, day);
    day.kind = json::choice(o.at("kind"), day_off_kinds);
    o.done();
    return day;
}

CalendarData::DayWorked read_day_worked(const Node& node) {
    Object o(node);
    CalendarData::DayWorked day;
    read_day(o, day);
    if (const auto instead = o.find("instead_of")) day.instead_of = instead->date();
    if (const auto sessions = o.find("sessions")) day.sessions = read_sessions(*sessions);
    o.done();
    return day;
}

template <class Day, class Read>
void read_list(Object& o, std::string_view key, std::vector<Day>& out, Read read) {
    if (const auto list = o.find(key))
        for (const Node& item : list->items()) out.push_back(read(item));
}

CalendarData::Hours read_hours(const Node& node) {
    Object o(node);
    CalendarData::Hours hours;
    hours.from = o.at("from").date();
    hours.week = read_week(o.at("week"));
    read_list(o, "seasons", hours.seasons, read_season);
    o.done();
    return hours;
}

CalendarData::OpenDays read_open(const Node& node) {
    Object o(node);
    CalendarData::OpenDays open;
    if (const auto name = o.find("name")) open.name = name->local();
    if (const auto source = o.find("source")) open.source = source->string();
    for (const Node& choice : o.at("choices").items()) {
        open.choices.emplace_back();
        for (const Node& date : choice.items()) open.choices.back().push_back(date.date());
    }
    o.done();
    return open;
}

void read_projection(const Node& node, CalendarData& data) {
    Object o(node);
    data.projected_from = o.at("from").date();
    read_list(o, "open", data.open, read_open);
    o.done();
}

CalendarData::Base read_base(const Node& node) {
    Object o(node);
    CalendarData::Base base{std::string(o.at("id").string()), std::string(o.at("version").string())};
    o.done();
    return base;
}

// What only a file without "extends" must or may have, and what only one with it may have.
void read_own(Object& o, CalendarFile& file) {
    if (const auto base = o.find("base")) file.data.base = read_base(*base);
    if (const auto projection = o.find("projection")) read_projection(*projection, file.data);
}

void read_coverage(const Node& node, CalendarFile& file) {
    Object coverage(node);
    file.data.from = coverage.at("from").date();
    file.data.to = coverage.at("to").date();
    coverage.done();
    file.has_coverage = true;
}

CalendarFile read_file(const Node& document) {
    Object o(document);
    o.expect_format("cchc.calendar/1");
    CalendarFile file;
    CalendarData& data = file.data;
    data.id = o.at("id").string();
    data.version = o.at("version").string();
    if (const auto title = o.find("title")) data.title = title->local();
    if (const auto extends = o.find("extends")) file.extends = extends->string();
    const bool whole = !file.extends;
    if (whole || o.has("coverage")) read_coverage(o.at("coverage"), file);
    file.has_week = whole || o.has("week");
    if (file.has_week) data.week = read_week(o.at("week"));
    file.has_seasons = o.has("seasons");
    read_list(o, "seasons", data.seasons, read_season);
    file.has_effective = o.has("effective");
    read_list(o, "effective", data.effective, read_hours);
    read_list(o, "days_off", data.days_off, read_day_off);
    read_list(o, "days_worked", data.days_worked, read_day_worked);
    if (whole) read_own(o, file);
    if (!whole) read_list(o, "not_followed", file.not_followed, [](const Node& node) { return node.date(); });
    o.done();
    return file;
}

// Runs `make`, with the name of the file in its errors.
template <class Make>
Calendar naming(std::string_view source, Make make) {
    try {
        return make();
    } catch (const Error& e) {
        Where where = e.where();
        where.source = source;
        throw Error(e.code(), e.message(), std::move(where));
    }
}

Error no_base(const CalendarFile& file, std::string_view source, const std::string& message) {
    return {ErrorCode::json_schema,
            fmt::format("extends \"{}\", {}", text::excerpt(file.extends.value_or("")), message),
            {std::string(source), -1, -1, -1, "/extends"}};
}

}  // namespace

Calendar Calendar::from_json(std::string_view text, std::string_view source) {
    const json::Value document = json::parse(text, source);
    CalendarFile file = read_file(Node(document, source));
    if (!file.extends) return naming(source, [&] { return Calendar(std::move(file.data)); });
    const auto ids = data::builtin_ids("calendars");
    if (std::find(ids.begin(), ids.end(), *file.extends) == ids.end())
        throw no_base(file, source, fmt::format("which is not built in ({}); give it as the base", fmt::join(ids, ", ")));
    const Calendar base = builtin(*file.extends);
    return naming(source, [&] { return Calendar(extended(std::move(file), base)); });
}

Calendar Calendar::from_json(std::string_view text, std::string_view source, const Calendar& base) {
    const json::Value document = json::parse(text, source);
    CalendarFile file = read_file(Node(document, source));
    if (!file.extends)
        throw Error(ErrorCode::json_schema, "a base is given, but the file has no \"extends\"",
                    {std::string(source), -1, -1, -1, ""});
    if (*file.extends != base.id()) throw no_base(file, source, fmt::format("but the base given is \"{}\"", base.id()));
    return naming(source, [&] { return Calendar(extended(std::move(file), base)); });
}

}  // namespace cchc
