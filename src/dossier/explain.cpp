// What happened to one dossier, and what each policy makes of it.
#include "cchc/explain.hpp"

#include <algorithm>

#include "dossier/judge.hpp"

namespace cchc {
namespace {

bool before(const std::optional<Moment>& m, Date date) { return m && m->date < date; }

// The end that the policy looks at: of two on one date the sooner, if their hours are known.
std::optional<Moment> end_of(const Dossier& d, const OutcomePolicy& policy, Date as_of) {
    using By = OutcomePolicy::CompletedBy;
    std::optional<Moment> end;
    for (const Event e : {Event::completed, Event::returned}) {
        if (policy.completed_by != By::first && (policy.completed_by == By::returned) != (e == Event::returned)) continue;
        const auto& at = d.event(e);
        if (!before(at, as_of)) continue;
        if (!end || std::pair(at->date, at->second) < std::pair(end->date, end->second)) end = at;
    }
    return end;
}

// The outcome of the dossier in row 0, by the same kernel as the statistics.
class OneDossier {
public:
    OneDossier(const Dossier& dossier, const Calendar& calendar, const RuleSet& rules, Date as_of)
        : calendar_(calendar), rules_(rules), as_of_(as_of) {
        rows_.push_back(dossier);
        dossier_ = rows_[0];
    }
    const Dossier& dossier() const noexcept { return dossier_; }

    PolicyView view(const OutcomePolicy& policy) {
        PolicyView v;
        v.policy = policy;
        judge::DueComputer computer(policy, calendar_, rules_, to_days(as_of_));
        const judge::Due due = computer(rows_, {0, 1});
        v.problem = due.problem[0];
        v.end = end_of(dossier_, policy, as_of_);
        v.due = due_of(due, policy);
        v.due_computed = v.due && due.day[0] != no_day && is_computed(policy);
        v.waiting = !v.end && happened(due.asked[0]) && !happened(due.answered[0]);
        v.outcome = v.problem == Problem::none ? outcome(due, policy) : Outcome::excluded;
        if (v.due_computed) add_clock(policy, v.clock);
        return v;
    }

private:
    bool happened(std::int32_t day) const noexcept { return day != no_day && day < to_days(as_of_); }

    // Nothing but the limit says when it is due, or nothing else is asked.
    bool is_computed(const OutcomePolicy& policy) {
        if (policy.due_source == OutcomePolicy::DueSource::recorded || !dossier_.limit) return false;
        judge::ClockView recorded(policy, to_days(as_of_));
        const judge::Due due = recorded(rows_, {0, 1});
        // The first due date on record is the one that counts.
        if (policy.due_version == OutcomePolicy::DueVersion::original && due.first_day[0] != no_day) return false;
        return policy.due_source == OutcomePolicy::DueSource::computed || due.day[0] == no_day;
    }

    std::optional<Moment> due_of(const judge::Due& due, const OutcomePolicy& policy) const {
        if (policy.due_version == OutcomePolicy::DueVersion::original && due.first_day[0] != no_day)
            return Moment{from_days(due.first_day[0]), due.first_second[0]};
        if (due.day[0] == no_day) return std::nullopt;
        return Moment{from_days(due.day[0]), due.second[0]};
    }

    Outcome outcome(const judge::Due& due, const OutcomePolicy& policy) const {
        judge::Window window;
        window.cut = window.as_of = to_days(as_of_);
        std::uint16_t key = 0;
        judge::keys(rows_, due, policy, window, {0, 1}, &key);
        return judge::outcome_of(judge::place(judge::unpack(key), policy));
    }

    // Each pause of a computed due date, with the due date after it.
    void add_clock(const OutcomePolicy& policy, std::vector<ClockStep>& out) const {
        const auto& received = dossier_.event(Event::received);
        const CountingRule& rule = rules_[dossier_.limit->unit];
        const Instant from = at(received->date, std::max(received->second, 0)), as_of = at(as_of_);
        std::vector<Pause> all;
        judge::add_pauses(rows_, 0, policy, all);
        const std::vector<ClockEvent> events = judge::clock_of(rows_, 0, policy);
        for (std::size_t n = 0; n < all.size() && all[n].from < as_of; ++n) {
            ClockStep step{events[n], all[n].model, !all[n].to || *all[n].to >= as_of, {}};
            try {
                step.due = due_with_pauses(calendar_, rule, from, *dossier_.limit, std::span(all).first(n + 1), as_of);
            } catch (const Error& e) {
                if (e.code() != ErrorCode::outside_coverage) throw;
            }
            out.push_back(std::move(step));
        }
    }

    const Calendar& calendar_;
    const RuleSet& rules_;
    Date as_of_;
    Dossiers rows_;
    Dossier dossier_;
};

std::optional<Explanation> counted(const Dossier& d, const Calendar& calendar, const RuleSet& rules) {
    const auto& received = d.event(Event::received);
    if (!d.limit || !received || d.problem != Problem::none) return std::nullopt;
    if (received->second < 0 && judge::needs_hour(rules[d.limit->unit])) return std::nullopt;
    try {
        Explanation out =
            explain(calendar, rules[d.limit->unit], at(received->date, std::max(received->second, 0)), *d.limit);
        out.date_only = received->second < 0;
        return out;
    } catch (const Error&) {
        return std::nullopt;  // the problem of the policies that compute says why
    }
}

bool is_open(Outcome outcome) { return outcome == Outcome::in_process_within || outcome == Outcome::in_process_overdue; }

std::optional<WorkingTime> left_of(const PolicyView& view, const Calendar& calendar, Date as_of) {
    if (!is_open(view.outcome) || !view.due) return std::nullopt;
    const Date date = view.due->date;
    // Within its limit although the date has passed: it waits, and no time runs.
    if (view.waiting || (view.outcome == Outcome::in_process_within && date < as_of - std::chrono::days{1}))
        return std::nullopt;
    if (date < calendar.from() || date >= calendar.to() || as_of >= calendar.to()) return std::nullopt;
    // A date without an hour ends with the last session of its day.
    return time_left(calendar, at(as_of), at(date, view.due->second < 0 ? seconds_per_day : view.due->second));
}

}  // namespace

DossierExplanation explain(const Dossier& dossier, std::span<const OutcomePolicy> policies, const Calendar& calendar,
                           const RuleSet& rules, Date as_of) {
    if (policies.empty()) throw Error(ErrorCode::argument_range, "an explanation needs a policy");
    if (as_of < calendar.from() || as_of > calendar.to())
        throw Error(ErrorCode::outside_coverage, "the calendar does not cover the as-of date");
    OneDossier one(dossier, calendar, rules, as_of);
    DossierExplanation out;
    out.dossier = one.dossier();
    out.as_of = as_of;
    out.calendar_id = calendar.id();
    out.calendar_version = calendar.version();
    out.counted = counted(out.dossier, calendar, rules);
    for (const OutcomePolicy& policy : policies) out.policies.push_back(one.view(policy));
    out.left = left_of(out.policies.front(), calendar, as_of);
    return out;
}

}  // namespace cchc
