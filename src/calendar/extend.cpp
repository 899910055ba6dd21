// A calendar that says only what differs from another one.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "calendar/file.hpp"
#include "calendar/hours.hpp"
#include "calendar/refusal.hpp"

namespace cchc {
namespace {

template <class Days>
bool has(const Days& days, Date date) {
    return std::any_of(days.begin(), days.end(), [date](const auto& day) { return day.date == date; });
}

class Extension {
public:
    Extension(CalendarFile file, const CalendarData& base) : file_(std::move(file)), own_(file_.data), base_(base) {}

    CalendarData take() {
        coverage();
        hours();
        not_followed();
        contradictions();
        const auto days_worked = applicable_worked_days();
        merge(own_.days_off, base_.days_off);
        merge(own_.days_worked, days_worked);
        projection();
        own_.base = CalendarData::Base{base_.id, base_.version};
        if (const auto mark = base_.version.find('+'); mark != std::string::npos) own_.version += base_.version.substr(mark);
        if (own_.title == LocalText{}) own_.title = base_.title;
        return std::move(own_);
    }

private:
    void coverage() {
        if (!file_.has_coverage) {
            own_.from = base_.from;
            own_.to = base_.to;
        }
        if (own_.from < base_.from || own_.to > base_.to)
            refuse_calendar("/coverage",
                            fmt::format("the coverage {} to {} is wider than that of {}: {} to {}", to_string(own_.from),
                                        to_string(own_.to), base_.id, to_string(base_.from), to_string(base_.to)));
    }

    void hours() {
        if (!file_.has_week) {
            own_.week = base_.week;
            if (!file_.has_seasons) own_.seasons = base_.seasons;
            if (!file_.has_effective) inherit_effective();
        }
    }

    // Those of the base that begin inside the coverage; the last one before it gives the hours of its first day.
    void inherit_effective() {
        for (const auto& hours : base_.effective) {
            if (hours.from <= own_.from) {
                own_.week = hours.week;
                if (!file_.has_seasons) own_.seasons = hours.seasons;
            } else if (hours.from < own_.to) {
                own_.effective.push_back(hours);
            }
        }
    }

    void not_followed() {
        for (std::size_t i = 0; i < file_.not_followed.size(); ++i) {
            const Date date = file_.not_followed[i];
            if (!has(base_.days_off, date) && !has(base_.days_worked, date))
                refuse_calendar(fmt::format("/not_followed/{}", i),
                                fmt::format("{} has no day off and no worked day on {}", base_.id, to_string(date)));
            if (!dropped_.insert(date).second)
                refuse_calendar(fmt::format("/not_followed/{}", i), to_string(date) + " is given twice");
        }
    }

    void contradictions() const {
        const auto check = [this](const auto& days, const char* list, const auto& opposite, const char* is) {
            for (std::size_t i = 0; i < days.size(); ++i)
                if (has(opposite, days[i].date) && !dropped_.contains(days[i].date))
                    refuse_calendar(fmt::format("/{}/{}/date", list, i),
                                    fmt::format("in {} {} is {}; if that does not hold here, list it in not_followed",
                                                base_.id, to_string(days[i].date), is));
        };
        check(own_.days_off, "days_off", base_.days_worked, "a worked day");
        check(own_.days_worked, "days_worked", base_.days_off, "a day off");
    }

    // A worked day of the base says nothing to an office that works on that weekday anyway, or that has nothing to make up
    // for because it rests on the weekday replaced.
    std::vector<CalendarData::DayWorked> applicable_worked_days() const {
        const OfficeHours hours(own_);
        std::vector<CalendarData::DayWorked> out;
        for (const auto& day : base_.days_worked) {
            if (day.date < own_.from || day.date >= own_.to) continue;
            const std::size_t like = day.instead_of ? weekday_of(*day.instead_of) : 0;
            const bool rests = hours.on(day.date, weekday_of(day.date)).empty();
            if (rests && (day.sessions || !hours.on(day.date, like).empty())) out.push_back(day);
        }
        return out;
    }

    // The file's days come first: an error in one of them names its place in the file.
    template <class Days>
    void merge(Days& own, const Days& base) {
        const Days mine = own;
        for (const auto& day : base)
            if (day.date >= own_.from && day.date < own_.to && !dropped_.contains(day.date) && !has(mine, day.date))
                own.push_back(day);
    }

    // A narrower coverage may leave nothing of the projection, or only a part of what is open.
    void projection() {
        if (!base_.projected_from || *base_.projected_from >= own_.to) return;
        own_.projected_from = std::max(*base_.projected_from, own_.from);
        for (const auto& open : base_.open) {
            const auto outside = [this](Date d) { return d < *own_.projected_from || d >= own_.to; };
            const bool inside = std::none_of(open.choices.begin(), open.choices.end(), [&](const auto& choice) {
                return std::any_of(choice.begin(), choice.end(), outside);
            });
            if (inside) own_.open.push_back(open);
        }
    }

    CalendarFile file_;
    CalendarData& own_;
    const CalendarData& base_;
    std::set<Date> dropped_;
};

}  // namespace

CalendarData extended(CalendarFile file, const Calendar& base) { return Extension(std::move(file), base.data()).take(); }

}  // namespace cchc
