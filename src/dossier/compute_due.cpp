// Due dates that are not on record, computed from receipt, limit, rule and calendar.
#include <algorithm>

#include "deadline/names.hpp"
#include "dossier/judge.hpp"

namespace cchc {
namespace {

bool wants(const OutcomePolicy& policy, std::int32_t due, std::int32_t limit) noexcept {
    using Source = OutcomePolicy::DueSource;
    if (policy.due_source == Source::recorded || limit < 0) return false;
    return policy.due_source == Source::computed || due == no_day;
}

bool may_pause(const Dossiers& d, std::size_t i) noexcept {
    return !d.clock[i].empty() || *judge::days(d, Event::supplement_requested, i) != no_day;
}

Problem problem_of(RowStatus status) noexcept {
    return status == RowStatus::outside_coverage ? Problem::outside_coverage : Problem::limit_refused;
}

}  // namespace

bool judge::needs_hour(const CountingRule& rule) noexcept {
    return is_hours(rule.unit) || rule.cut_off || rule.outside_sessions == OutsideSessions::next_session ||
           (rule.unit == Unit::working_day && rule.due_instant == DueInstant::keep_time);
}

bool judge::DueComputer::any_wanted(const Dossiers& d, Rows rows, const std::int32_t* due) const noexcept {
    if (policy_.due_source == OutcomePolicy::DueSource::recorded) return false;
    if (policy_.due_source == OutcomePolicy::DueSource::computed) return true;
    unsigned missing = 0;  // not bool: the loop becomes vector code
    for (std::size_t i = 0; i < rows.count; ++i) missing |= static_cast<unsigned>(due[i] == no_day);
    if (missing == 0) return false;
    const std::int32_t* limit = d.limit_milli.data() + rows.start;
    return std::any_of(limit, limit + rows.count, [](std::int32_t milli) { return milli >= 0; });
}

judge::Due judge::DueComputer::operator()(const Dossiers& d, Rows rows) {
    Due due = view_(d, rows);
    if (!any_wanted(d, rows, due.day)) return due;
    std::copy_n(due.day, rows.count, day_.begin());
    std::copy_n(due.second, rows.count, second_.begin());
    std::copy_n(due.problem, rows.count, problem_.begin());
    gather(d, rows);
    for (std::uint8_t u = 0; u < unit_count; ++u) compute(d, rows.start, static_cast<Unit>(u));
    due.day = day_.data();
    due.second = second_.data();
    due.problem = problem_.data();
    return due;
}

void judge::DueComputer::gather(const Dossiers& d, Rows rows) {
    const std::int32_t* received = days(d, Event::received, rows.start);
    const std::int32_t* received_second = seconds(d, Event::received, rows.start);
    for (std::size_t i = 0; i < rows.count; ++i) {
        const std::int32_t limit = d.limit_milli[rows.start + i];
        const Unit unit = d.limit_unit[rows.start + i];
        const bool wanted = wants(policy_, day_[i], limit);
        if (policy_.due_source == OutcomePolicy::DueSource::computed) day_[i] = no_day;
        if (!wanted || problem_[i] != Problem::none || received[i] == no_day) continue;
        if (received_second[i] < 0 && needs_hour(rules_[unit])) {
            problem_[i] = Problem::needs_hour;
            ++failed_;
            continue;
        }
        Gathered& g = by_unit_[static_cast<std::size_t>(unit)];
        g.row.push_back(i);
        g.received.push_back(std::int64_t{received[i]} * seconds_per_day + std::max(received_second[i], 0));
        g.limit.push_back(limit);
    }
}

void judge::DueComputer::compute(const Dossiers& d, std::size_t start, Unit unit) {
    Gathered& g = by_unit_[static_cast<std::size_t>(unit)];
    const std::size_t n = g.row.size();
    if (n == 0) return;
    at_.resize(n);
    at_day_.resize(n);
    status_.resize(n);
    failed_ += due(calendar_, rules_[unit], g.received, g.limit, at_, at_day_, status_);
    for (std::size_t k = 0; k < n; ++k) {
        const std::size_t i = g.row[k];
        if (status_[k] != RowStatus::ok) {
            problem_[i] = problem_of(status_[k]);
            continue;
        }
        day_[i] = at_day_[k];
        second_[i] = static_cast<std::int32_t>(at_[k] - std::int64_t{at_day_[k]} * seconds_per_day);
        if (may_pause(d, start + i)) apply_pauses(d, start, unit, k);
    }
    g.row.clear();
    g.received.clear();
    g.limit.clear();
}

void judge::DueComputer::apply_pauses(const Dossiers& d, std::size_t start, Unit unit, std::size_t k) {
    const Gathered& g = by_unit_[static_cast<std::size_t>(unit)];
    const std::size_t i = g.row[k];
    pauses_.clear();
    add_pauses(d, start + i, policy_, pauses_);
    const Instant as_of = at(from_days(as_of_)), received{std::chrono::seconds{g.received[k]}};
    try {
        const cchc::Due moved =
            due_with_pauses(calendar_, rules_[unit], received, {Decimal(g.limit[k], 3), unit}, pauses_, as_of);
        day_[i] = to_days(moved.date);
        second_[i] = static_cast<std::int32_t>((moved.at - at(moved.date)).count());
    } catch (const Error& e) {
        if (e.code() == ErrorCode::argument_range) return note_failure(i, Problem::bad_pause);
        if (e.code() != ErrorCode::outside_coverage) throw;
        // Beyond the calendar because the clock stands still: it is not due before the as-of date, which is all that is
        // asked.
        const bool stands = std::any_of(pauses_.begin(), pauses_.end(), [&](const Pause& p) {
            return p.model == PauseModel::exclude && p.from < as_of && (!p.to || *p.to >= as_of);
        });
        if (stands) {
            day_[i] = as_of_;
            second_[i] = -1;
            return;
        }
        note_failure(i, Problem::outside_coverage);
    }
}

void judge::DueComputer::note_failure(std::size_t i, Problem problem) noexcept {
    day_[i] = no_day;
    problem_[i] = problem;
    ++failed_;
}

namespace {

void store(EventColumn& column, std::size_t size, judge::Rows rows, const std::int32_t* day, const std::int32_t* second) {
    column.day.resize(size, no_day);
    column.second.resize(size, -1);
    std::copy_n(day, rows.count, column.day.data() + rows.start);
    std::copy_n(second, rows.count, column.second.data() + rows.start);
}

// The columns have taken up what the clock events said of due dates.
void forget_due_dates(Dossiers& d, judge::Rows rows) {
    const std::size_t last = std::min(rows.start + rows.count, d.clock.ends.size());
    const std::uint64_t from = rows.start == 0 ? 0 : d.clock.ends[std::min(rows.start, d.clock.ends.size()) - 1];
    const std::uint64_t end = last == 0 ? 0 : d.clock.ends[last - 1];
    for (std::uint64_t e = from; e < end; ++e) {
        d.clock.events[e].due_before.reset();
        d.clock.events[e].due_after.reset();
    }
}

}  // namespace

std::size_t compute_due(Dossiers& d, const OutcomePolicy& policy, const Calendar& calendar, const RuleSet& rules,
                        Date as_of) {
    judge::DueComputer computer(policy, calendar, rules, to_days(as_of));
    for (std::size_t start = 0; start < d.size(); start += judge::block_rows) {
        const judge::Rows rows{start, std::min(judge::block_rows, d.size() - start)};
        const judge::Due found = computer(d, rows);
        if (found.day == judge::days(d, Event::due, start)) continue;  // nothing was computed or moved
        store(d.event(Event::due), d.size(), rows, found.day, found.second);
        std::copy_n(found.problem, rows.count, d.problem.begin() + static_cast<std::ptrdiff_t>(start));
        if (d.clock.empty()) continue;
        // The first due date may be known from nothing but the events.
        if (policy.due_version == OutcomePolicy::DueVersion::original)
            store(d.event(Event::original_due), d.size(), rows, found.first_day, found.first_second);
        forget_due_dates(d, rows);
    }
    return computer.failed();
}

RuleSet::RuleSet() {
    for (std::uint8_t u = 0; u < unit_count; ++u) by_unit[u] = CountingRule::builtin_for(static_cast<Unit>(u));
}

void RuleSet::set(CountingRule rule) {
    const auto u = static_cast<std::size_t>(rule.unit);
    by_unit[u] = std::move(rule);
}

}  // namespace cchc
