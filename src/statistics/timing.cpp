// Histograms of working days early and late.
#include "statistics/timing.hpp"

#include <algorithm>

#include "statistics/code_table.hpp"
#include "statistics/quotient.hpp"

namespace cchc {
namespace stats {
namespace {

// Counts working days after one date, up to and with another, inside the calendar; a dossier beyond it has no distance.
class Days {
public:
    explicit Days(const Calendar& calendar)
        : calendar_(calendar), from_(to_days(calendar.from())), to_(to_days(calendar.to())) {}
    std::optional<std::int32_t> after(std::int32_t first, std::int32_t last) const {
        if (first + 1 < from_ || last + 1 > to_ || last < first) return std::nullopt;
        return static_cast<std::int32_t>(calendar_.count_working_days(from_days(first + 1), from_days(last + 1)));
    }

private:
    const Calendar& calendar_;
    std::int32_t from_, to_;
};

// The day on which a row ended for its policy, if it did before the as-of date.
class Ends {
public:
    Ends(const Dossiers& d, const judge::Due& due, const OutcomePolicy& policy, const judge::Window& w, std::size_t start)
        : completed_(policy.completed_by == OutcomePolicy::CompletedBy::returned ? judge::no_days.data()
                                                                                 : judge::days(d, Event::completed, start)),
          returned_(policy.completed_by == OutcomePolicy::CompletedBy::completed ? judge::no_days.data()
                                                                                 : judge::days(d, Event::returned, start)),
          asked_(due.asked),
          as_of_(w.as_of) {}
    std::int32_t operator[](std::size_t i) const noexcept {
        const std::int32_t a = completed_[i], b = returned_[i];
        const std::int32_t end = a == no_day ? b : b == no_day ? a : std::min(a, b);
        // A row that has ended, but not by an event of its own, ended by the request for a supplement.
        return end == no_day || end >= as_of_ ? asked_[i] : end;
    }

private:
    const std::int32_t* completed_;
    const std::int32_t* returned_;
    const std::int32_t* asked_;
    std::int32_t as_of_;
};

}  // namespace

void time_rows(const Dossiers& d, const judge::Due& due, const Query& query, const judge::Window& window, judge::Rows rows,
               std::span<const std::uint8_t> row_codes, std::vector<TimedRow>& out) {
    out.clear();
    const Days days(query.calendar);
    const Ends ends(d, due, query.policy, window, rows.start);
    const bool original = query.policy.due_version == OutcomePolicy::DueVersion::original;
    const std::int32_t* const first_due = original ? due.first_day : judge::no_days.data();
    for (std::size_t i = 0; i < rows.count; ++i) {
        const std::int32_t due_day = first_due[i] == no_day ? due.day[i] : first_due[i];
        if (due_day == no_day) continue;
        const auto note = [&](Distance distance, std::optional<std::int32_t> n) {
            if (n) out.push_back({static_cast<std::uint32_t>(i), distance, *n});
        };
        switch (codes.meaning[row_codes[i]].place) {
            case Place::early: note(Distance::early, days.after(ends[i], due_day)); break;
            case Place::overdue: note(Distance::late, days.after(due_day, ends[i])); break;
            case Place::within:
                note(Distance::left, days.after(window.as_of - 1, due_day));
                if (due_day == window.as_of) note(Distance::due_today, 0);
                break;
            case Place::open_overdue: note(Distance::open_late, days.after(due_day, window.as_of - 1)); break;
            default: break;
        }
    }
}

void Timings::add(std::uint32_t cell, Distance distance, std::int32_t days, std::uint64_t dossiers) {
    Timing& timing = by_cell_[cell];
    if (distance == Distance::due_today) timing.due_today += dossiers;
    each_histogram(timing, [&](Distance d, DayHistogram& histogram) {
        if (d == distance) histogram.add(days, dossiers);
    });
}

void Timings::merge(const Timings& other, std::span<const std::uint32_t> mine) {
    for (const auto& [cell, timing] : other.by_cell_) by_cell_[mine[cell]].merge(timing);
}

const Timing& Timings::operator[](std::uint32_t cell) const noexcept {
    static const Timing nothing;
    const auto found = by_cell_.find(cell);
    return found == by_cell_.end() ? nothing : found->second;
}

}  // namespace stats

void DayHistogram::merge(const DayHistogram& other) {
    for (const auto& [days, dossiers] : other.counts_) counts_[days] += dossiers;
}

std::uint64_t DayHistogram::total() const noexcept {
    std::uint64_t sum = 0;
    for (const auto& [days, dossiers] : counts_) sum += dossiers;
    return sum;
}

std::optional<std::int32_t> DayHistogram::percentile(int percent) const noexcept {
    // Rank n is reached when 100 * (dossiers so far) >= percent * all: no fraction is rounded. Counts are below 2^32.
    const std::uint64_t rank = total() * static_cast<std::uint64_t>(std::clamp(percent, 1, 100));
    std::uint64_t sum = 0;
    for (const auto& [days, dossiers] : counts_) {
        sum += dossiers;
        if (100 * sum >= rank) return days;
    }
    return std::nullopt;
}

std::optional<std::int32_t> DayHistogram::max() const noexcept {
    return counts_.empty() ? std::nullopt : std::optional(counts_.rbegin()->first);
}

std::optional<std::string> DayHistogram::mean(int places) const {
    const std::uint64_t n = total();
    if (n == 0) return std::nullopt;
    std::uint64_t sum = 0;
    for (const auto& [days, dossiers] : counts_) sum += static_cast<std::uint64_t>(days) * dossiers;
    return stats::quotient(sum, n, places);
}

std::uint64_t Timing::due_within(std::int32_t working_days) const noexcept {
    std::uint64_t sum = 0;
    for (const auto& [days, dossiers] : left.counts())
        if (days <= working_days) sum += dossiers;
    return sum;
}

void Timing::merge(const Timing& other) {
    early.merge(other.early);
    late.merge(other.late);
    left.merge(other.left);
    open_late.merge(other.open_late);
    due_today += other.due_today;
}

}  // namespace cchc
