// What became of one dossier, in the plainest words: the comments of outcome.hpp as if and else, one dossier at a time.
// Shares nothing with the kernel, which goes through bits and a table. tests/unit/statistics sums it up for the columns of
// the form.
#pragma once

#include <algorithm>
#include <optional>

#include "cchc/outcome.hpp"

namespace cchc::test {

using Policy = OutcomePolicy;

inline bool happened_before(const std::optional<Moment>& moment, Date date) { return moment && moment->date < date; }

// The earlier of two ends. On one date the hour decides, where both are known; else the hour stays unknown.
inline std::optional<Moment> earlier(const std::optional<Moment>& a, const std::optional<Moment>& b) {
    if (!a) return b;
    if (!b) return a;
    if (a->date != b->date) return a->date < b->date ? a : b;
    if (a->second < 0 || b->second < 0) return Moment{a->date, -1};
    return a->second < b->second ? a : b;
}

// The event that ends the dossier, whenever it happened.
inline std::optional<Moment> end_on_record(const Dossier& d, const Policy& policy) {
    if (policy.completed_by == Policy::CompletedBy::completed) return d.event(Event::completed);
    if (policy.completed_by == Policy::CompletedBy::returned) return d.event(Event::returned);
    return earlier(d.event(Event::completed), d.event(Event::returned));
}

// The due date that counts. A dossier whose due date was never moved has no original one on record: then it is the current
// one.
inline std::optional<Moment> due_that_counts(const Dossier& d, const Policy& policy) {
    if (policy.due_version == Policy::DueVersion::original && d.event(Event::original_due))
        return d.event(Event::original_due);
    return d.event(Event::due);
}

inline bool waits_for_supplement(const Dossier& d, Date as_of) {
    return happened_before(d.event(Event::supplement_requested), as_of) &&
           !happened_before(d.event(Event::supplement_received), as_of);
}

inline bool waits_by_status(const Dossier& d, const Policy& policy) {
    if (policy.undated_waiting == Policy::UndatedWaiting::ignored) return false;
    return d.status == Status::supplement || d.status == Status::financial_duty ||
           (d.status == Status::stopped && policy.stopped == Policy::Ended::in_process_within);
}

inline Outcome outcome_when_open(const Dossier& d, const Policy& policy, Date as_of) {
    if ((waits_for_supplement(d, as_of) || waits_by_status(d, policy)) &&
        policy.waiting_supplement == Policy::Waiting::in_process_within)
        return Outcome::in_process_within;
    const std::optional<Moment> due = due_that_counts(d, policy);
    if (!due) {
        if (policy.missing_due == Policy::MissingDue::own_class) return Outcome::no_due_in_process;
        if (policy.missing_due == Policy::MissingDue::on_time) return Outcome::in_process_within;
        if (policy.missing_due == Policy::MissingDue::early) return Outcome::in_process_within;
        return Outcome::excluded;
    }
    const Date last_day = as_of - std::chrono::days{1};
    if (due->date > last_day) return Outcome::in_process_within;
    if (due->date < last_day) return Outcome::in_process_overdue;
    if (policy.due_on_last_day == Policy::DueOnLastDay::within) return Outcome::in_process_within;
    return Outcome::in_process_overdue;
}

inline Outcome outcome_by_end(const Dossier& d, const Policy& policy, const Moment& end) {
    const std::optional<Moment> due = due_that_counts(d, policy);
    if (!due) {
        if (policy.missing_due == Policy::MissingDue::own_class) return Outcome::no_due_resolved;
        if (policy.missing_due == Policy::MissingDue::on_time) return Outcome::on_time;
        if (policy.missing_due == Policy::MissingDue::early) return Outcome::early;
        return Outcome::excluded;
    }
    if (end.date < due->date) return Outcome::early;
    if (end.date > due->date) return Outcome::overdue;
    // The same date. The hour decides only under a policy that asks for it, and only where both hours are known.
    if (policy.compare == Policy::Compare::date || end.second < 0 || due->second < 0) return Outcome::on_time;
    if (end.second < due->second) return policy.compare == Policy::Compare::instant ? Outcome::early : Outcome::on_time;
    if (end.second > due->second) return Outcome::overdue;
    return Outcome::on_time;
}

// On time by its end, and yet early for a policy that also looks at the date on which the applicant had the result.
inline Outcome outcome_by_dates(const Dossier& d, const Policy& policy, const Moment& end, Date as_of) {
    const Outcome outcome = outcome_by_end(d, policy, end);
    if (outcome != Outcome::on_time || policy.early_by == Policy::EarlyBy::end) return outcome;
    const std::optional<Moment> due = due_that_counts(d, policy);
    const bool returned_before = due && happened_before(d.event(Event::returned), std::min(due->date, as_of));
    return returned_before ? Outcome::early : outcome;
}

// What the policy says about a dossier that ended in the state of its status; nothing for a state that is a result.
inline std::optional<Policy::Ended> rule_for_end(const Dossier& d, const Policy& policy) {
    if (d.status == Status::refused) return policy.refused;
    if (d.status == Status::withdrawn) return policy.withdrawn;
    if (d.status == Status::returned) return policy.returned;
    if (d.status == Status::stopped) return policy.stopped;
    return std::nullopt;
}

inline Outcome outcome_when_ended(const Dossier& d, const Policy& policy, const Moment& end, Date as_of) {
    const std::optional<Policy::Ended> rule = rule_for_end(d, policy);
    if (!rule || *rule == Policy::Ended::by_date) return outcome_by_dates(d, policy, end, as_of);
    if (*rule == Policy::Ended::on_time) return Outcome::on_time;
    if (*rule == Policy::Ended::in_process_within) return Outcome::in_process_within;
    if (*rule == Policy::Ended::own_class) return Outcome::own_class;
    return Outcome::excluded;
}

inline Outcome expected_outcome(const Dossier& d, const Policy& policy, Date as_of) {
    if (d.problem != Problem::none) return Outcome::excluded;
    if (d.status == Status::registered || d.status == Status::not_accepted) return Outcome::not_received;
    if (!happened_before(d.event(Event::received), as_of)) return Outcome::not_received;
    const std::optional<Moment> end = end_on_record(d, policy);
    if (happened_before(end, as_of)) return outcome_when_ended(d, policy, *end, as_of);
    // Under one policy a request for a supplement ends the dossier for as long as it waits.
    if (policy.waiting_supplement == Policy::Waiting::ended_at_request && waits_for_supplement(d, as_of))
        return outcome_by_end(d, policy, Moment{d.event(Event::supplement_requested)->date, -1});
    return outcome_when_open(d, policy, as_of);
}

}  // namespace cchc::test
