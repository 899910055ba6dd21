// What the law lets expect of years for which nothing is decided.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "calendar/hours.hpp"
#include "calendar/json_days.hpp"
#include "cchc/calendar.hpp"
#include "cchc/lunar.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace {

constexpr std::chrono::days one{1};
constexpr int code_2019_from = 2021;    // Labour Code 45/2019/QH14 is in force from 1 January 2021
constexpr int culture_day_from = 2026;  // Resolution 28/2026/QH16: from 1 July 2026

constexpr std::string_view code_source = "Dự kiến: Bộ luật Lao động 45/2019/QH14, Điều 111, 112; chưa có quyết định của năm";
constexpr std::string_view found_source = "Dự kiến: theo các ngày nghỉ đã tìm được của các năm 2015-2020";
constexpr std::string_view culture_source =
    "Dự kiến: Nghị quyết 28/2026/QH16, theo báo chí; chưa đọc được văn bản; chưa có quyết định của năm";

struct Holiday {
    Date date{};
    LocalText name;
    DayKind kind = DayKind::holiday;
};
using DaysOff = std::map<Date, CalendarData::DayOff>;

// The rest days of an office, in the year that is projected.
class Rest {
public:
    explicit Rest(const OfficeHours& hours) : hours_(&hours) {}
    bool on(Date date) const { return hours_->on(date, std::chrono::weekday{date}.iso_encoding() - 1).empty(); }

private:
    const OfficeHours* hours_;
};

void add(DaysOff& days, Date date, DayKind kind, const LocalText& name, std::string_view source) {
    const auto [at, is_new] = days.try_emplace(date);
    if (is_new) {
        at->second = {date, kind, name, std::string(source), Evidence::projected, std::nullopt};
    } else {  // two holidays on one date
        at->second.name = {at->second.name.vi + "; " + name.vi, at->second.name.en + "; " + name.en};
    }
}

// Holidays with the days in lieu of those on rest days (art. 111.3), each the next day that is neither rest nor off yet.
DaysOff with_days_in_lieu(const std::vector<Holiday>& holidays, const Rest& rest, std::string_view source) {
    DaysOff days;
    for (const Holiday& h : holidays) add(days, h.date, h.kind, h.name, source);
    const DaysOff statutory = days;
    for (const auto& [date, day] : statutory) {
        if (!rest.on(date)) continue;
        Date in_lieu = date + one;
        while (rest.on(in_lieu) || days.contains(in_lieu)) in_lieu += one;
        add(days, in_lieu, DayKind::compensatory, {"Nghỉ bù " + day.name.vi, day.name.en + ", day in lieu"}, source);
    }
    return days;
}

class Projector {
public:
    Projector(int year, const Rest& rest) : rest_(rest), source_(year < code_2019_from ? found_source : code_source) {
        out_.year = year;
    }

    ProjectedYear project() {
        fixed();
        tet_days();
        national_days();
        if (out_.year >= culture_day_from) culture_day();
        std::sort(out_.days.begin(), out_.days.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
        return std::move(out_);
    }

private:
    Date on(unsigned month, unsigned day) const {
        return Date{std::chrono::year{out_.year} / std::chrono::month{month} / std::chrono::day{day}};
    }

    void fixed() {
        decide({}, {{{on(1, 1), {"Tết Dương lịch", "New Year's Day"}},
                     {hung_kings_day(out_.year), {"Giỗ Tổ Hùng Vương", "Hùng Kings' Commemoration"}},
                     {on(4, 30), {"Ngày Chiến thắng 30/4", "Victory Day"}},
                     {on(5, 1), {"Ngày Quốc tế Lao động", "Labour Day"}}}});
    }

    void tet_days() {
        const LocalText name{"Tết Nguyên đán", "Lunar New Year (Tết)"};
        std::vector<std::vector<Holiday>> choices;
        for (const int first : {-2, -1, 0}) {
            choices.emplace_back();
            for (int d = first; d < first + 5; ++d) choices.back().push_back({tet(out_.year) + std::chrono::days{d}, name});
        }
        decide(name, choices);
    }

    void national_days() {
        const Holiday day{on(9, 2), {"Quốc khánh", "National Day"}};
        const LocalText name{"Quốc khánh, ngày thứ hai", "National Day, second day"};
        if (out_.year < code_2019_from) return decide({}, {{day}});
        decide(name, {{day, {on(9, 1), name, DayKind::national_day}}, {day, {on(9, 3), name, DayKind::national_day}}});
    }

    void culture_day() {
        const LocalText name{"Ngày Văn hóa Việt Nam", "Viet Nam Culture Day"};
        DaysOff days = with_days_in_lieu({{on(11, 24), name}}, rest_, culture_source);
        for (const auto& [date, day] : days) {
            if (day.kind == DayKind::holiday) {
                out_.days.push_back(day);
            } else {
                out_.open.push_back({day.name, day.source, {{}, {date}}});
            }
        }
    }

    // What all choices have in common is certain; what is left of them is open, unless it is the same.
    void decide(const LocalText& open_name, const std::vector<std::vector<Holiday>>& choices) {
        std::vector<DaysOff> results;
        for (const auto& choice : choices) results.push_back(with_days_in_lieu(choice, rest_, source_));
        const auto certain = [&](Date date) {
            return std::all_of(results.begin(), results.end(), [&](const DaysOff& r) { return r.contains(date); });
        };
        std::set<std::vector<Date>> left;
        for (const DaysOff& result : results) {
            std::vector<Date> open;
            for (const auto& [date, day] : result)
                if (!certain(date) && !rest_.on(date)) open.push_back(date);
            left.insert(std::move(open));
        }
        for (const auto& [date, day] : results.front())
            if (certain(date)) out_.days.push_back(day);
        if (left.size() > 1) out_.open.push_back({open_name, std::string(source_), {left.begin(), left.end()}});
    }

    Rest rest_;
    std::string_view source_;
    ProjectedYear out_;
};

ProjectedYear project(int year, const OfficeHours& hours) {
    if (year < first_projected_year || year > last_projected_year)
        throw Error(ErrorCode::argument_range, fmt::format("holidays are projected for the years {} to {}, not for {}",
                                                           first_projected_year, last_projected_year, year));
    return Projector(year, Rest(hours)).project();
}

// The projected year, as far as it begins with `from`.
void add_year(CalendarData& data, ProjectedYear year, Date from) {
    for (auto& day : year.days)
        if (day.date >= from) data.days_off.push_back(std::move(day));
    for (auto& open : year.open) {
        const auto before = [from](const auto& choice) { return !choice.empty() && choice.front() < from; };
        if (std::none_of(open.choices.begin(), open.choices.end(), before)) data.open.push_back(std::move(open));
    }
}

}  // namespace

ProjectedYear projected_holidays(int year) {
    CalendarData office;
    office.from = *make_date(1, 1, 1);
    office.to = *make_date(9999, 1, 1);
    for (std::size_t d = 0; d < 5; ++d) office.week[d] = {{0, 1}};
    return project(year, OfficeHours(office));
}

std::string to_json(const ProjectedYear& year) {
    json::Writer w;
    w.object().member("format", "cchc.projection/1").member("year", year.year);
    w.key("days").array();
    for (const auto& day : year.days) write_day_off(w, day);
    w.end();
    write_open(w, year.open);
    return w.end().take();
}

Calendar with_projection(const Calendar& calendar, int to_year) {
    if (calendar.projected_from())
        throw Error(ErrorCode::argument_range,
                    fmt::format("the calendar {} {} is projected already", calendar.id(), calendar.version()));
    const int first = static_cast<int>(std::chrono::year_month_day{calendar.to()}.year());
    if (to_year < first || to_year > last_projected_year)
        throw Error(
            ErrorCode::argument_range,
            fmt::format("the calendar {} {} covers days to {} (exclusive): it can be projected to the end of a year "
                        "from {} to {}, not of {}",
                        calendar.id(), calendar.version(), to_string(calendar.to()), first, last_projected_year, to_year));
    CalendarData data = calendar.data();
    data.projected_from = data.to;
    data.to = *make_date(to_year + 1, 1, 1);
    const OfficeHours hours(calendar.data());
    for (int year = first; year <= to_year; ++year) add_year(data, project(year, hours), calendar.to());
    data.version += fmt::format("+projected-{}", to_year);
    return Calendar(std::move(data));
}

}  // namespace cchc
