// The calendar's file format cchc.calendar/1, both ways.
#include <fmt/format.h>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "calendar/names.hpp"
#include "cchc/calendar.hpp"
#include "json/value.hpp"
#include "json/writer.hpp"

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

std::string session_text(const Session& s) {
    return fmt::format("{:02}:{:02}-{:02}:{:02}", s.from_minute / 60, s.from_minute % 60, s.to_minute / 60,
                       s.to_minute % 60);
}

void write_sessions(json::Writer& w, const std::vector<Session>& sessions) {
    w.array(true);
    for (const Session& s : sessions) w.string(session_text(s));
    w.end();
}

std::string month_day_text(std::chrono::month_day md) {
    return fmt::format("{:02}-{:02}", static_cast<unsigned>(md.month()), static_cast<unsigned>(md.day()));
}

void write_local(json::Writer& w, std::string_view key, const LocalText& text) {
    if (text.vi.empty() && text.en.empty()) return;
    w.key(key).object();
    if (!text.vi.empty()) w.member("vi", text.vi);
    if (!text.en.empty()) w.member("en", text.en);
    w.end();
}

template <class Day>
void write_day(json::Writer& w, const Day& day) {
    write_local(w, "name", day.name);
    if (!day.source.empty()) w.member("source", day.source);
    if (day.evidence != Evidence::unstated) w.member("status", to_string(day.evidence));
}

void write_seasons(json::Writer& w, const CalendarData& data) {
    w.key("seasons").array();
    for (const auto& season : data.seasons) {
        w.object().member("from", month_day_text(season.from)).member("to", month_day_text(season.to));
        w.key("week").object();
        for (std::size_t d = 0; d < 7; ++d) {
            if (!season.week[d]) continue;
            w.key(weekday_names[d]);
            write_sessions(w, *season.week[d]);
        }
        w.end().end();
    }
    w.end();
}

void write_days(json::Writer& w, const CalendarData& data) {
    w.key("days_off").array();
    for (const auto& day : data.days_off) {
        w.object().member("date", to_string(day.date)).member("kind", to_string(day.kind));
        write_day(w, day);
        w.end();
    }
    w.end().key("days_worked").array();
    for (const auto& day : data.days_worked) {
        w.object().member("date", to_string(day.date));
        if (day.instead_of) w.member("instead_of", to_string(*day.instead_of));
        if (day.sessions) {
            w.key("sessions");
            write_sessions(w, *day.sessions);
        }
        write_day(w, day);
        w.end();
    }
    w.end();
}

}  // namespace

Calendar Calendar::from_json(std::string_view text, std::string_view source) {
    const json::Value document = json::parse(text, source);
    Object o(Node(document, source));
    o.expect_format("cchc.calendar/1");
    CalendarData data;
    data.id = o.at("id").string();
    data.version = o.at("version").string();
    if (const auto title = o.find("title")) data.title = title->local();
    Object coverage(o.at("coverage"));
    data.from = coverage.at("from").date();
    data.to = coverage.at("to").date();
    coverage.done();
    data.week = read_week(o.at("week"));
    read_list(o, "seasons", data.seasons, read_season);
    read_list(o, "days_off", data.days_off, read_day_off);
    read_list(o, "days_worked", data.days_worked, read_day_worked);
    o.done();
    try {
        return Calendar(std::move(data));
    } catch (const Error& e) {
        Where where = e.where();
        where.source = source;
        throw Error(e.code(), e.message(), std::move(where));
    }
}

std::string Calendar::to_json() const {
    const CalendarData& d = data();
    json::Writer w;
    w.object().member("format", "cchc.calendar/1").member("id", d.id).member("version", d.version);
    write_local(w, "title", d.title);
    w.key("coverage").object().member("from", to_string(d.from)).member("to", to_string(d.to)).end();
    w.key("week").object();
    for (std::size_t day = 0; day < 7; ++day) {
        w.key(weekday_names[day]);
        write_sessions(w, d.week[day]);
    }
    w.end();
    if (!d.seasons.empty()) write_seasons(w, d);
    write_days(w, d);
    return w.end().take();
}

}  // namespace cchc
