// Due dates that are not on record, computed from receipt, limit, rule and calendar.
#include <algorithm>

#include "deadline/names.hpp"
#include "dossier/judge.hpp"

namespace cchc {
namespace {

// Rows of one unit, gathered so that they go through the batch of that unit's rule together.
struct Gathered {
    std::vector<std::size_t> row;
    std::vector<std::int64_t> received;
    std::vector<std::int64_t> limit;
};

// A rule for which the date of receipt alone says too little.
bool needs_hour(const CountingRule& rule) noexcept {
    return is_hours(rule.unit) || rule.cut_off || rule.outside_sessions == OutsideSessions::next_session ||
           (rule.unit == Unit::working_day && rule.due_instant == DueInstant::keep_time);
}

bool wants(const OutcomePolicy& policy, std::int32_t due, std::int32_t limit) noexcept {
    using Source = OutcomePolicy::DueSource;
    if (policy.due_source == Source::recorded || limit < 0) return false;
    return policy.due_source == Source::computed || due == no_day;
}

Problem problem_of(RowStatus status) noexcept {
    return status == RowStatus::outside_coverage ? Problem::outside_coverage : Problem::limit_refused;
}

// Computes into day, second and problem, which hold the recorded values. Returns the number of rows without an answer.
std::size_t compute(const Dossiers& d, const OutcomePolicy& policy, const Calendar& calendar, const RuleSet& rules,
                    judge::DueScratch& out) {
    std::array<Gathered, unit_count> by_unit;
    const EventColumn& received = d.event(Event::received);
    std::size_t failed = 0;
    for (std::size_t i = 0; i < d.size(); ++i) {
        const bool wanted = wants(policy, out.day[i], d.limit_milli[i]);
        if (policy.due_source == OutcomePolicy::DueSource::computed) out.day[i] = no_day;
        if (!wanted || out.problem[i] != Problem::none || received.day[i] == no_day) continue;
        if (received.second[i] < 0 && needs_hour(rules[d.limit_unit[i]])) {
            out.problem[i] = Problem::needs_hour;
            ++failed;
            continue;
        }
        Gathered& g = by_unit[static_cast<std::size_t>(d.limit_unit[i])];
        g.row.push_back(i);
        g.received.push_back(std::int64_t{received.day[i]} * seconds_per_day + std::max(received.second[i], 0));
        g.limit.push_back(d.limit_milli[i]);
    }
    for (std::size_t u = 0; u < unit_count; ++u) {
        const Gathered& g = by_unit[u];
        if (g.row.empty()) continue;
        std::vector<std::int64_t> at(g.row.size());
        std::vector<std::int32_t> day(g.row.size());
        std::vector<RowStatus> status(g.row.size());
        failed += due(calendar, rules.by_unit[u], g.received, g.limit, at, day, status);
        for (std::size_t k = 0; k < g.row.size(); ++k) {
            const std::size_t i = g.row[k];
            if (status[k] != RowStatus::ok) {
                out.problem[i] = problem_of(status[k]);
                continue;
            }
            out.day[i] = day[k];
            out.second[i] = static_cast<std::int32_t>(at[k] - std::int64_t{day[k]} * seconds_per_day);
        }
    }
    return failed;
}

bool any_wanted(const Dossiers& d, const OutcomePolicy& policy) noexcept {
    if (policy.due_source == OutcomePolicy::DueSource::computed) return true;
    const std::int32_t* due = d.event(Event::due).day.data();
    const std::int32_t* limit = d.limit_milli.data();
    if (policy.due_source == OutcomePolicy::DueSource::recorded) return false;
    unsigned any = 0;  // not bool: the loop becomes vector code
    for (std::size_t i = 0, n = d.size(); i < n; ++i)
        any |= static_cast<unsigned>(due[i] == no_day) & static_cast<unsigned>(limit[i] >= 0);
    return any != 0;
}

}  // namespace

judge::DueColumns judge::due_columns(const Dossiers& d, const OutcomePolicy& policy, const Calendar& calendar,
                                     const RuleSet& rules, DueScratch& scratch) {
    const EventColumn& due = d.event(Event::due);
    if (!any_wanted(d, policy)) return {due.day, due.second, d.problem};
    scratch.day = due.day;
    scratch.second = due.second;
    scratch.problem = d.problem;
    compute(d, policy, calendar, rules, scratch);
    return {scratch.day, scratch.second, scratch.problem};
}

std::size_t compute_due(Dossiers& d, const OutcomePolicy& policy, const Calendar& calendar, const RuleSet& rules) {
    judge::DueScratch scratch{d.event(Event::due).day, d.event(Event::due).second, d.problem};
    const std::size_t failed = compute(d, policy, calendar, rules, scratch);
    d.event(Event::due).day = std::move(scratch.day);
    d.event(Event::due).second = std::move(scratch.second);
    d.problem = std::move(scratch.problem);
    return failed;
}

RuleSet::RuleSet() {
    for (std::uint8_t u = 0; u < unit_count; ++u) by_unit[u] = CountingRule::builtin_for(static_cast<Unit>(u));
}

void RuleSet::set(CountingRule rule) {
    const auto u = static_cast<std::size_t>(rule.unit);
    by_unit[u] = std::move(rule);
}

}  // namespace cchc
