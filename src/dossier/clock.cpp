// What stopped the clock of a dossier, and which of it had happened by a date.
#include <algorithm>

#include "dossier/columns.hpp"
#include "dossier/judge.hpp"

namespace cchc::judge {
namespace {

PauseModel model_of(const OutcomePolicy& policy, ClockKind kind) noexcept {
    switch (kind) {
        case ClockKind::supplement: return policy.supplement_pause;
        case ClockKind::financial_duty: return policy.financial_duty_pause;
        case ClockKind::verification: return policy.verification_pause;
        case ClockKind::other_body: return policy.other_body_pause;
        case ClockKind::extension: return PauseModel::replace;
    }
    return PauseModel::none;
}

bool waits_for_applicant(ClockKind kind) noexcept {
    return kind == ClockKind::supplement || kind == ClockKind::financial_duty;
}

bool is_supplement(const ClockEvent& e) noexcept { return e.kind == ClockKind::supplement; }

// The hour of a date without one is 00:00 of it.
Instant instant_of(const Moment& m) noexcept { return at(m.date, std::max(m.second, 0)); }
cchc::Due due_of(const Moment& m) noexcept { return {m.date, at(m.date, m.second < 0 ? seconds_per_day : m.second)}; }

Pause pause_of(const ClockEvent& e, PauseModel model) {
    Pause pause;
    pause.model = model;
    pause.from = instant_of(e.from);
    // An end of which only the date is known is not before the beginning on that date.
    if (e.to) pause.to = e.to->second < 0 ? std::max(instant_of(*e.to), pause.from) : instant_of(*e.to);
    if (e.due_after) pause.due = due_of(*e.due_after);
    if (e.kind == ClockKind::extension) pause.to = pause.from;
    return pause;
}

// The day on which an event changed the due date: a pause does when it ends. no_day: it has not.
std::int32_t changed_on(const ClockEvent& e) noexcept {
    if (e.kind == ClockKind::extension) return to_days(e.from.date);
    return e.to ? to_days(e.to->date) : no_day;
}

// The due date that stood at 00:00 of a day, if the events tell: the last one set before it, or else the one that the first
// change after it replaced.
const Moment* due_before(std::span<const ClockEvent> events, std::int32_t day) noexcept {
    const ClockEvent *last = nullptr, *next = nullptr;
    for (const ClockEvent& e : events) {
        const std::int32_t on = changed_on(e);
        if (on == no_day) continue;
        if (on < day && e.due_after && (last == nullptr || on >= changed_on(*last))) last = &e;
        if (on >= day && e.due_before && (next == nullptr || on < changed_on(*next))) next = &e;
    }
    if (last != nullptr) return &*last->due_after;
    return next != nullptr ? &*next->due_before : nullptr;
}

}  // namespace

std::vector<ClockEvent> clock_of(const Dossiers& d, std::size_t i, const OutcomePolicy& policy) {
    const std::span<const ClockEvent> events = d.clock[i];
    std::vector<ClockEvent> out(events.begin(), events.end());
    const bool rounds_known = std::any_of(out.begin(), out.end(), is_supplement);
    if (policy.due_version == OutcomePolicy::DueVersion::original)
        std::erase_if(out, [](const ClockEvent& e) { return e.kind == ClockKind::extension; });
    const auto asked = d.event(Event::supplement_requested)[i];
    if (rounds_known || !asked) return out;
    ClockEvent round;
    round.from = *asked;
    round.to = d.event(Event::supplement_received)[i];
    // An answer before the request answers an earlier one, of which nothing is known.
    if (columns::is_reversed(round)) return out;
    out.insert(std::upper_bound(out.begin(), out.end(), round, columns::is_sooner), round);
    return out;
}

void add_pauses(const Dossiers& d, std::size_t i, const OutcomePolicy& policy, std::vector<Pause>& out) {
    for (const ClockEvent& e : clock_of(d, i, policy)) out.push_back(pause_of(e, model_of(policy, e.kind)));
}

Due ClockView::operator()(const Dossiers& d, Rows rows) {
    const Due plain{days(d, Event::due, rows.start),
                    seconds(d, Event::due, rows.start),
                    d.problem.data() + rows.start,
                    days(d, Event::supplement_requested, rows.start),
                    days(d, Event::supplement_received, rows.start),
                    nullptr,
                    days(d, Event::original_due, rows.start),
                    seconds(d, Event::original_due, rows.start)};
    if (d.clock.empty()) return plain;
    if (!block_) block_ = std::make_unique_for_overwrite<Block>();
    Block& b = *block_;
    std::copy_n(plain.day, rows.count, b.day.begin());
    std::copy_n(plain.second, rows.count, b.second.begin());
    std::copy_n(plain.asked, rows.count, b.asked.begin());
    std::copy_n(plain.answered, rows.count, b.answered.begin());
    std::copy_n(plain.first_day, rows.count, b.first_day.begin());
    std::copy_n(plain.first_second, rows.count, b.first_second.begin());
    std::fill_n(b.again.begin(), rows.count, std::uint8_t{0});
    for (std::size_t i = 0; i < rows.count; ++i) {
        const auto events = d.clock[rows.start + i];
        if (events.empty()) continue;
        find_waiting(i, events);
        // Without a due date on record the limit says when it is due, if there is one, and the extensions move that.
        const bool computable =
            d.limit_milli[rows.start + i] >= 0 && policy_.due_source != OutcomePolicy::DueSource::recorded;
        if (b.day[i] != no_day || !computable) find_due(i, events);
    }
    return {b.day.data(),      b.second.data(), plain.problem,      b.asked.data(),
            b.answered.data(), b.again.data(),  b.first_day.data(), b.first_second.data()};
}

void ClockView::find_waiting(std::size_t i, std::span<const ClockEvent> events) {
    Block& b = *block_;
    if (std::any_of(events.begin(), events.end(), is_supplement)) b.asked[i] = b.answered[i] = no_day;
    const auto happened = [this](std::int32_t day) { return day != no_day && day < as_of_; };
    std::size_t requests = 0;
    bool open = happened(b.asked[i]) && !happened(b.answered[i]);  // the round of the columns
    for (const ClockEvent& e : events) {
        const std::int32_t from = to_days(e.from.date);
        if (from >= as_of_) break;  // they are in order of `from`
        requests += static_cast<std::size_t>(is_supplement(e));
        if (open || !waits_for_applicant(e.kind)) continue;
        open = !e.to || to_days(e.to->date) >= as_of_;
        b.asked[i] = from;
        b.answered[i] = open ? no_day : to_days(e.to->date);
    }
    b.again[i] = static_cast<std::uint8_t>(requests > 1);
}

void ClockView::find_due(std::size_t i, std::span<const ClockEvent> events) {
    Block& b = *block_;
    const auto set = [](std::int32_t& day, std::int32_t& second, const Moment* due) {
        if (due == nullptr) return;
        day = to_days(due->date);
        second = due->second;
    };
    if (policy_.due_version == OutcomePolicy::DueVersion::current)
        return set(b.day[i], b.second[i], due_before(events, as_of_));
    // The first due date, but for what pauses made of it: only extensions are left out.
    if (b.first_day[i] == no_day) set(b.first_day[i], b.first_second[i], due_before(events, no_day + 1));
    std::vector<ClockEvent> pauses(events.begin(), events.end());
    std::erase_if(pauses, [](const ClockEvent& e) { return e.kind == ClockKind::extension || !e.due_after; });
    for (ClockEvent& e : pauses) e.due_before.reset();
    set(b.first_day[i], b.first_second[i], due_before(pauses, as_of_));
}

}  // namespace cchc::judge
