#include <algorithm>

#include "deadline/count.hpp"
#include "deadline/names.hpp"

namespace cchc {
namespace {

using Role = Explanation::Role;
using Step = Explanation::Step;

// Collects the steps date by date, up to a bound.
class Steps {
public:
    Steps(Explanation& out, const Calendar& calendar, std::size_t max_steps)
        : out_(out), calendar_(calendar), max_steps_(max_steps) {}

    void add(Role role, Date date, std::int64_t number = 0) {
        if (out_.steps.size() >= max_steps_) {
            out_.steps_cut = true;
            return;
        }
        out_.steps.push_back({role, number, calendar_.day(date)});
    }

    // Working days: those after the day of receipt (or from it on, if it counts) have numbers, days off are skipped.
    void working_days(Date from, Date last) {
        std::int64_t number = 0;
        for (Date d = from; d <= last && !out_.steps_cut; d += std::chrono::days{1}) {
            if (d == from && out_.rule.count_from == CountFrom::next_day) {
                add(Role::receipt, d);
            } else if (calendar_.is_working(d)) {
                add(Role::counted, d, ++number);
            } else {
                add(Role::skipped, d);
            }
        }
    }

    // Calendar time: every date counts; the last one may be rolled off.
    void calendar_days(Date from, Date last, Date due) {
        std::int64_t number = 0;
        for (Date d = from; d <= last && !out_.steps_cut; d += std::chrono::days{1}) {
            if (d == from && out_.rule.count_from != CountFrom::receipt_day) {
                add(Role::receipt, d);
            } else if (d == last && d != due) {
                add(Role::rolled_off, d);
            } else {
                add(Role::counted, d, ++number);
            }
        }
        roll(last, due);
    }

    // Working hours: each date with the seconds that it contributes. None of them: a day off, a receipt after the last
    // session, or a limit that ends as the next session opens.
    void working_hours(Instant from, const Due& due) {
        Instant start = from;
        for (Date d = date_of(from); d <= due.date && !out_.steps_cut; d += std::chrono::days{1}) {
            const Instant end = d == due.date ? due.at : at(d, seconds_per_day);
            const std::int64_t seconds = calendar_.working_seconds(start, end);
            const Role idle = !calendar_.is_working(d) ? Role::skipped
                              : d == date_of(from)     ? Role::receipt
                                                       : Role::rolled_to;
            add(seconds > 0 ? Role::counted : idle, d, seconds);
            start = end;
        }
    }

    // Clock hours: every date with its seconds, since they count from the moment itself; the last one may be rolled off.
    void clock_hours(Instant from, std::int64_t seconds, Date last, Date due) {
        const Instant end = from + std::chrono::seconds{seconds};
        for (Date d = date_of(from); d <= last && !out_.steps_cut; d += std::chrono::days{1}) {
            const auto inside = std::min(end, at(d, seconds_per_day)) - std::max(from, at(d));
            add(d == last && d != due ? Role::rolled_off : Role::counted, d, inside.count());
        }
        roll(last, due);
    }

private:
    // The days after a last day that is rolled off.
    void roll(Date last, Date due) {
        for (Date d = last + std::chrono::days{1}; d < due && !out_.steps_cut; d += std::chrono::days{1})
            add(Role::skipped, d);
        if (due > last) add(Role::rolled_to, due);
    }

    Explanation& out_;
    const Calendar& calendar_;
    std::size_t max_steps_;
};

// What the calendar only projects of the days that the explanation touches.
void note_projection(Explanation& out, const Calendar& calendar) {
    out.projected_from = calendar.projected_from();
    if (!out.projected_from || out.due.date < *out.projected_from) {
        out.projected_from.reset();
        return;
    }
    const auto touched = [&](Date date) { return date >= date_of(out.received) && date <= out.due.date; };
    for (const auto& open : calendar.data().open)
        if (std::any_of(open.choices.begin(), open.choices.end(),
                        [&](const auto& choice) { return std::any_of(choice.begin(), choice.end(), touched); }))
            out.open.push_back(open);
}

}  // namespace

Explanation explain(const Calendar& calendar, const CountingRule& rule, Instant received, const TimeLimit& limit,
                    std::size_t max_steps) {
    const counting::Amount amount = counting::amount(rule, counting::accepted_milli(rule, limit));
    Explanation out;
    out.calendar_id = calendar.id();
    out.calendar_version = calendar.version();
    out.rule = rule;
    out.limit = limit;
    out.received = received;
    out.counted_from = counting::counted_from(calendar, rule, received);
    out.due = counting::due(calendar, rule, out.counted_from, amount);
    note_projection(out, calendar);
    Steps steps(out, calendar, max_steps);
    // The dates on which the receipt stood still because it came too late or outside office hours.
    for (Date d = date_of(received); d < date_of(out.counted_from); d += std::chrono::days{1})
        steps.add(d == date_of(received) ? Role::receipt : Role::skipped, d);
    const Date from = date_of(out.counted_from);
    if (rule.unit == Unit::working_day) {
        steps.working_days(from, out.due.date);
    } else if (rule.unit == Unit::working_hour) {
        steps.working_hours(out.counted_from, out.due);
    } else {
        const Date last = counting::last_day(calendar, rule, out.counted_from, amount);
        if (rule.unit == Unit::clock_hour) {
            steps.clock_hours(out.counted_from, amount.seconds, last, out.due.date);
        } else {
            steps.calendar_days(from, last, out.due.date);
        }
    }
    return out;
}

}  // namespace cchc
