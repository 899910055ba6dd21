// Due dates of dossiers that were paused.
#include <algorithm>
#include <vector>

#include "deadline/count.hpp"
#include "deadline/names.hpp"
#include "json/value.hpp"

namespace cchc {
namespace {

using std::chrono::days;

// The way from the receipt to the due date. Each pause, in order, moves the due date that the ones before it left.
class Clock {
public:
    Clock(const Calendar& calendar, const CountingRule& rule, Instant received, const TimeLimit& limit)
        : calendar_(calendar), rule_(rule), milli_(counting::accepted_milli(rule, limit)) {
        start(received, milli_);
    }

    void pause(const Pause& p, Instant end) {
        switch (p.model) {
            case PauseModel::none: return;
            case PauseModel::exclude: return exclude(p.from, end);
            case PauseModel::add_elapsed: return add_elapsed(p.from, end);
            case PauseModel::restart: return start(end, milli_);
            case PauseModel::add_calendar_days: return add_days(date_of(end) - date_of(p.from), end);
            case PauseModel::replace: return p.due ? replace(*p.due, end) : void();
        }
    }
    const Due& due() const noexcept { return due_; }

private:
    bool by_hours() const noexcept { return is_hours(rule_.unit); }
    bool counts_first_day() const noexcept { return rule_.count_from == CountFrom::receipt_day; }

    // Counting begins, with this much of the limit left.
    void start(Instant from, std::int64_t milli) {
        since_ = counting::counted_from(calendar_, rule_, from);
        due_ = counting::due(calendar_, rule_, since_, counting::amount(rule_, milli));
        left_ = by_hours() ? counting::amount(rule_, milli).seconds : units_left(milli);
    }

    // What is left of a limit that is not in hours: thousandths of working days, or of calendar days.
    std::int64_t units_left(std::int64_t milli) const {
        if (rule_.unit == Unit::working_day || rule_.unit == Unit::calendar_day) return milli;
        const Date last = counting::last_day(calendar_, rule_, since_, counting::amount(rule_, milli));
        return 1000 * (last - date_of(since_)).count();
    }

    void exclude(Instant from, Instant to) {
        // Overlapping pauses stop the clock once.
        from = std::max(from, since_);
        if (to <= from || from >= due_.at) return;
        left_ = std::max<std::int64_t>(left_ - used(since_, from), 0);
        since_ = counting::counted_from(calendar_, rule_, to);
        due_ = by_hours() ? hours_from(since_) : days_from(since_);
    }

    // How much of the limit runs between two instants, the first one after the last stop.
    std::int64_t used(Instant from, Instant to) const {
        if (rule_.unit == Unit::clock_hour) return (to - from).count();
        if (rule_.unit == Unit::working_hour) return calendar_.working_seconds(from, to);
        const days shift{counts_first_day() ? 0 : 1};
        const Date first = date_of(from) + shift, end = date_of(to) + shift;
        const bool working = rule_.unit == Unit::working_day;
        return 1000 * (working ? calendar_.count_working_days(first, end) : (end - first).count());
    }

    Due hours_from(Instant from) const {
        const bool clock = rule_.unit == Unit::clock_hour;
        const Instant end = clock ? from + std::chrono::seconds{left_} : calendar_.advance(from, left_, rule_.boundary);
        const Due due{date_of(left_ > 0 ? end - std::chrono::seconds{1} : end), end};
        if (!counting::rolls(calendar_, rule_, due.date)) return due;
        const Date next = calendar_.next_working_day(due.date);
        return {next, at(next, seconds_per_day)};
    }

    // Counting goes on in days. A limit of 0 means something only where the first day counts: it is that day.
    Due days_from(Instant from) const {
        CountingRule rule = rule_;
        rule.unit = rule_.unit == Unit::working_day ? Unit::working_day : Unit::calendar_day;
        if (left_ == 0) rule.count_from = CountFrom::receipt_day;
        return counting::due(calendar_, rule, from, counting::amount(rule, left_));
    }

    // What is left is then what lies before the new due date, so that a later pause can stop it.
    void replace(const Due& due, Instant from) {
        due_ = due;
        since_ = from;
        left_ = std::max<std::int64_t>(used(from, by_hours() ? due.at : at(due.date)), 0);
    }

    void add_elapsed(Instant from, Instant to) {
        const std::int64_t seconds = calendar_.working_seconds(from, to);
        if (seconds <= 0) return;
        const Instant end = calendar_.advance(due_.at, seconds);
        replace({date_of(end - std::chrono::seconds{1}), end}, to);
    }

    void add_days(days more, Instant to) {
        const Date date = due_.date + more;
        const Date moved = calendar_.is_working(date) ? date : calendar_.next_working_day(date);
        replace({moved, due_.at + (moved - due_.date)}, to);
    }

    const Calendar& calendar_;
    const CountingRule& rule_;
    std::int64_t milli_;
    Instant since_{};        // from when what is left is counted
    std::int64_t left_ = 0;  // seconds of hours, else thousandths of days
    Due due_;
};

}  // namespace

std::string_view to_string(PauseModel model) noexcept { return json::name_of(model, pause_names); }

std::string to_text(PauseModel model, Lang lang) {
    const bool vi = lang == Lang::vi;
    switch (model) {
        case PauseModel::none: return vi ? "không ảnh hưởng đến hạn" : "does not move the due date";
        case PauseModel::exclude: return vi ? "không tính thời gian dừng" : "the time between is not counted";
        case PauseModel::add_elapsed: return vi ? "cộng thời gian làm việc đã dừng" : "the working time between is added";
        case PauseModel::restart: return vi ? "tính lại thời hạn từ đầu" : "the whole limit is counted again";
        case PauseModel::add_calendar_days: return vi ? "cộng số ngày đã dừng" : "the calendar days between are added";
        case PauseModel::replace: return vi ? "đặt hạn mới" : "a new due date is set";
    }
    return {};
}

Due due_with_pauses(const Calendar& calendar, const CountingRule& rule, Instant received, const TimeLimit& limit,
                    std::span<const Pause> pauses, Instant as_of) {
    std::vector<Pause> order(pauses.begin(), pauses.end());
    std::stable_sort(order.begin(), order.end(), [](const Pause& a, const Pause& b) { return a.from < b.from; });
    Clock clock(calendar, rule, received, limit);
    Instant reached = received;  // the latest end so far: what overlaps stops the clock once
    for (const Pause& p : order) {
        if (p.to && *p.to < p.from) throw Error(ErrorCode::argument_range, "a pause ends before it begins");
        if (p.from >= as_of) break;
        const bool open = !p.to || *p.to >= as_of;
        if (open && p.model != PauseModel::exclude) continue;
        const Instant end = open ? as_of : *p.to;
        // By date, because of many pauses only the date is known.
        if (date_of(end) < date_of(received)) continue;
        if (p.model == PauseModel::none || (end < reached && p.model != PauseModel::replace)) continue;
        Pause counted = p;
        counted.from = std::max(p.from, reached);
        reached = std::max(reached, end);
        clock.pause(counted, reached);
    }
    return clock.due();
}

}  // namespace cchc
