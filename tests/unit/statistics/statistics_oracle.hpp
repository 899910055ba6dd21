// The columns of the form, one dossier at a time and in the plainest words: the comments of statistics.hpp as if and else,
// over the outcomes of the oracle of the dossier room. Shares nothing with the codes, cells and tables of the library.
#pragma once

#include <array>
#include <map>
#include <set>

#include "support.hpp"
#include "unit/dossier/outcome_oracle.hpp"

namespace cchc::test {

struct ExpectedRow {
    Counts counts;
    std::uint64_t opening = 0;  // carried over, those included that the policy leaves out now because of their end state
    std::map<char, std::set<std::string>> examples;  // by identity
};

inline bool says_ended(Status s) {
    return s == Status::refused || s == Status::withdrawn || s == Status::returned || s == Status::stopped ||
           s == Status::finished || s == Status::result_returned;
}

// The states beside the form: those reached in the period, waiting at its end, and those without their date.
inline void count_state(Counts& c, const Dossier& d, const Query& q, bool ended, bool ended_in_period) {
    const bool waits = !ended && waits_for_supplement(d, q.effective_as_of());
    if (ended_in_period && d.status == Status::refused) ++c.refused.count;
    if (ended_in_period && d.status == Status::withdrawn) ++c.withdrawn.count;
    if (ended_in_period && d.status == Status::returned) ++c.returned.count;
    if (ended_in_period && d.status == Status::stopped) ++c.stopped.count;
    if (waits) ++c.waiting.count;
    if (!end_on_record(d, q.policy) && says_ended(d.status)) ++c.undated_state;
}

inline void count_receipt(Counts& c, const Dossier& d, bool carried_over) {
    if (carried_over) {
        ++c.carried_over.count;
    } else if (d.channel == Channel::online) {
        ++c.received_online.count;
    } else {
        ++c.received_direct.count;
        if (d.channel == Channel::unknown) ++c.channel_missing;
    }
}

inline void count_outcome(Counts& c, Outcome outcome) {
    switch (outcome) {
        case Outcome::early: ++c.early.count; return;
        case Outcome::on_time: ++c.on_time.count; return;
        case Outcome::overdue: ++c.overdue.count; return;
        case Outcome::in_process_within: ++c.within.count; return;
        case Outcome::in_process_overdue: ++c.open_overdue.count; return;
        case Outcome::no_due_resolved: ++c.no_due_resolved.count; return;
        case Outcome::no_due_in_process: ++c.no_due_in_process.count; return;
        case Outcome::own_class: ++c.own_class.count; return;
        default: throw std::logic_error("not an outcome inside the form");
    }
}

// Counts one dossier, whose due date has been computed already.
inline void count(ExpectedRow& row, const Dossier& d, const Query& q) {
    Counts& c = row.counts;
    const Date as_of = q.effective_as_of();
    const auto& received = d.event(Event::received);
    std::optional<Moment> end = end_on_record(d, q.policy);
    // Under one policy a request for a supplement ends the dossier for as long as it waits, whatever its status says.
    const bool by_request = !happened_before(end, as_of) && waits_for_supplement(d, as_of) &&
                            q.policy.waiting_supplement == Policy::Waiting::ended_at_request;
    if (by_request) end = d.event(Event::supplement_requested);
    const bool ended = happened_before(end, as_of);
    const bool in_this_period = ended && end->date >= q.from;
    const std::optional<Policy::Ended> rule = rule_for_end(d, q.policy);
    const auto ends_as = [&](Policy::Ended what) { return !by_request && rule && *rule == what; };
    const bool stays_in_process = ended && ends_as(Policy::Ended::in_process_within);
    if (d.problem != Problem::none) {
        ++c.excluded[static_cast<std::size_t>(d.problem)];
    } else if (d.status == Status::registered || d.status == Status::not_accepted) {
        ++c.not_received;
    } else if (!received || received->date >= q.to || received->date >= as_of ||
               (ended && !in_this_period && !stays_in_process)) {
        ++c.outside_period;
    } else {
        const Outcome outcome = expected_outcome(d, q.policy, as_of);
        const bool carried_over = received->date < q.from;
        if (!by_request) count_state(c, d, q, ended, in_this_period);
        if (outcome == Outcome::excluded) {
            ++c.excluded[0];
            const bool left_out_for_its_end = in_this_period && ends_as(Policy::Ended::excluded);
            if (carried_over && left_out_for_its_end) ++row.opening;
            if (carried_over && in_this_period && rule && !by_request) row.examples['E'].insert(d.id);
            return;
        }
        count_receipt(c, d, carried_over);
        count_outcome(c, outcome);
        if (carried_over) ++row.opening;
        const bool late = outcome == Outcome::overdue || outcome == Outcome::in_process_overdue;
        if (late && happened_before(d.event(Event::apology), as_of)) ++c.apologies.count;
        if (outcome == Outcome::no_due_resolved) row.examples['B'].insert(d.id);
        if (outcome == Outcome::no_due_in_process) row.examples['C'].insert(d.id);
        if (outcome == Outcome::own_class) row.examples['D'].insert(d.id);
    }
}

inline std::string key_of(const Dossier& d, Dimension dimension) {
    if (dimension == Dimension::agency) return d.agency;
    if (dimension == Dimension::field) return d.field;
    if (dimension == Dimension::procedure) return d.procedure;
    if (dimension == Dimension::channel) return d.channel == Channel::unknown ? "" : std::string(to_string(d.channel));
    if (dimension == Dimension::cause) return d.cause;
    if (dimension == Dimension::service_level)
        return d.service_level == ServiceLevel::unknown ? "" : std::string(to_string(d.service_level));
    if (!d.event(Event::received)) return "";
    const std::string iso = to_string(d.event(Event::received)->date);
    if (dimension == Dimension::year) return iso.substr(0, 4);
    if (dimension == Dimension::month) return iso.substr(0, 7);
    return iso.substr(0, 4) + "-Q" + std::to_string((std::stoi(iso.substr(5, 2)) + 2) / 3);
}

using ExpectedRows = std::map<std::vector<std::string>, ExpectedRow>;

// The rows of a grouping ({} for the total), from dossiers with their due dates computed.
inline ExpectedRows expected_rows(const std::vector<Dossier>& dossiers, const Query& q, const Grouping& grouping) {
    ExpectedRows rows;
    if (grouping.empty()) rows[{}];
    if (grouping == Grouping{Dimension::agency})
        for (const std::string& agency : q.agencies) rows[{agency}];
    for (const Dossier& d : dossiers) {
        std::vector<std::string> key;
        for (const Dimension dimension : grouping) key.push_back(key_of(d, dimension));
        count(rows[key], d, q);
    }
    for (auto& [key, row] : rows) {
        row.counts.carried_over.at = q.from;
        for (Stock* s : {&row.counts.within, &row.counts.open_overdue, &row.counts.no_due_in_process, &row.counts.waiting})
            s->at = q.effective_as_of();
    }
    return rows;
}

// The dossiers as the policy judges them: missing due dates computed.
inline std::vector<Dossier> judged(Dossiers dossiers, const Query& q) {
    compute_due(dossiers, q.policy, q.calendar, q.rules, q.effective_as_of());
    return rows_of(dossiers);
}

}  // namespace cchc::test
