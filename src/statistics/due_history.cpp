#include "statistics/due_history.hpp"

#include <algorithm>

namespace cchc::quality {
namespace {

std::int32_t day_of(const std::optional<Moment>& moment) noexcept { return moment ? to_days(moment->date) : no_day; }

bool differ(std::int32_t a, std::int32_t b) noexcept { return a != no_day && b != no_day && a != b; }

}  // namespace

void DueHistory::add(const ClockEvent& event, std::int32_t as_of) {
    const std::int32_t from = to_days(event.from.date), to = day_of(event.to);
    const std::int32_t before = day_of(event.due_before), after = day_of(event.due_after);
    const bool began = from < as_of;
    if (event.kind == ClockKind::extension) {
        extensions_ += static_cast<std::size_t>(began);
        changes_.push_back({from, before, after, true});
        return;
    }
    paused_ = paused_ || began;
    if (event.kind == ClockKind::supplement && began) {
        if (requests_++ == 0) first_request_ = from;
        waits_ = waits_ || to == no_day || to >= as_of;
    }
    // A pause moves the due date when it ends. An answer before the request answers an earlier one.
    if (to != no_day && to >= from) changes_.push_back({to, before, after, false});
}

void DueHistory::load(const Dossiers& d, std::size_t i, std::int32_t as_of) {
    changes_.clear();
    extensions_ = requests_ = 0;
    first_request_ = no_day;
    paused_ = waits_ = false;
    original_ = day_of(d.event(Event::original_due)[i]);
    recorded_ = day_of(d.event(Event::due)[i]);
    const auto events = d.clock[i];
    for (const ClockEvent& event : events) add(event, as_of);
    const auto asked = d.event(Event::supplement_requested)[i];
    const bool has_rounds =
        std::any_of(events.begin(), events.end(), [](const ClockEvent& e) { return e.kind == ClockKind::supplement; });
    if (asked && !has_rounds) {
        ClockEvent round;
        round.from = *asked;
        round.to = d.event(Event::supplement_received)[i];
        add(round, as_of);
    }
    // Stable: of two on one day, the one that began first comes first.
    std::stable_sort(changes_.begin(), changes_.end(), [](const Change& a, const Change& b) { return a.day < b.day; });
    past_ = static_cast<std::size_t>(
        std::count_if(changes_.begin(), changes_.end(), [as_of](const Change& c) { return c.day < as_of; }));
}

std::int32_t DueHistory::replaced_by_extension() const noexcept {
    for (std::size_t k = 0; k < past_; ++k)
        if (changes_[k].extension) return changes_[k].before;
    return no_day;
}

std::int32_t DueHistory::first() const noexcept { return changes_.empty() ? no_day : changes_.front().before; }

bool DueHistory::stood_is_known() const noexcept {
    if (past_ == changes_.size() || changes_[past_].before != no_day) return true;
    return past_ > 0 && changes_[past_ - 1].after != no_day;
}

bool DueHistory::is_edited() const noexcept {
    std::int32_t expected = original_;
    for (std::size_t k = 0; k < past_; ++k) {
        if (differ(expected, changes_[k].before)) return true;
        expected = changes_[k].after;  // where it was not kept, anything may follow
    }
    const std::int32_t stood = past_ < changes_.size() ? changes_[past_].before : recorded_;
    return differ(expected, stood);
}

}  // namespace cchc::quality
