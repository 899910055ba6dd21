// Writing calendars (format cchc.calendar/1).
#include <fmt/format.h>

#include "calendar/json_days.hpp"
#include "calendar/names.hpp"
#include "cchc/calendar.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace {

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
    if (day.published) w.member("published", to_string(*day.published));
}

void write_hours(json::Writer& w, const Week& week, const std::vector<CalendarData::Season>& seasons) {
    w.key("week").object();
    for (std::size_t day = 0; day < 7; ++day) {
        w.key(weekday_names[day]);
        write_sessions(w, week[day]);
    }
    w.end();
    if (seasons.empty()) return;
    w.key("seasons").array();
    for (const auto& season : seasons) {
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

void write_effective(json::Writer& w, const std::vector<CalendarData::Hours>& effective) {
    if (effective.empty()) return;
    w.key("effective").array();
    for (const auto& hours : effective) {
        w.object().member("from", to_string(hours.from));
        write_hours(w, hours.week, hours.seasons);
        w.end();
    }
    w.end();
}

void write_days(json::Writer& w, const CalendarData& data) {
    w.key("days_off").array();
    for (const auto& day : data.days_off) write_day_off(w, day);
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

void write_day_off(json::Writer& w, const CalendarData::DayOff& day) {
    w.object().member("date", to_string(day.date)).member("kind", to_string(day.kind));
    write_day(w, day);
    w.end();
}

void write_open(json::Writer& w, const std::vector<CalendarData::OpenDays>& open) {
    w.key("open").array();
    for (const auto& days : open) {
        w.object();
        write_local(w, "name", days.name);
        if (!days.source.empty()) w.member("source", days.source);
        w.key("choices").array();
        for (const auto& choice : days.choices) {
            w.array(true);
            for (const Date date : choice) w.string(to_string(date));
            w.end();
        }
        w.end().end();
    }
    w.end();
}

std::string days_to_json(const Calendar& calendar, Date from, Date to) {
    if (to < from)
        throw Error(ErrorCode::argument_range,
                    fmt::format("expected days from {} on; found an end on {}", to_string(from), to_string(to)));
    json::Writer w;
    w.object().member("format", "cchc.days/1").key("calendar").object();
    w.member("id", calendar.id()).member("version", calendar.version()).end().key("days").array();
    for (Date date = from; date < to; date += std::chrono::days{1}) {
        const DayInfo day = calendar.day(date);
        w.object().member("date", to_string(date)).member("kind", to_string(day.kind)).member("working", day.is_working());
        write_day(w, day);
        if (day.instead_of) w.member("instead_of", to_string(*day.instead_of));
        write_local(w, "may_be_off", day.may_be_off);
        w.key("sessions");
        write_sessions(w, day.sessions);
        w.end();
    }
    return w.end().end().take();
}

std::string Calendar::to_json() const {
    const CalendarData& d = data();
    json::Writer w;
    w.object().member("format", "cchc.calendar/1").member("id", d.id).member("version", d.version);
    write_local(w, "title", d.title);
    if (d.base) w.key("base").object().member("id", d.base->id).member("version", d.base->version).end();
    w.key("coverage").object().member("from", to_string(d.from)).member("to", to_string(d.to)).end();
    write_hours(w, d.week, d.seasons);
    write_effective(w, d.effective);
    write_days(w, d);
    if (d.projected_from) {
        w.key("projection").object().member("from", to_string(*d.projected_from));
        write_open(w, d.open);
        w.end();
    }
    return w.end().take();
}

}  // namespace cchc
