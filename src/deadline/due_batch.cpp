// Due dates over columns. The common rule, whole working days by date, goes through the calendar's batch in blocks;
// every other row, and every row that this refuses, takes the same way as a single due date.
#include <algorithm>
#include <array>

#include "deadline/count.hpp"

namespace cchc {
namespace {

struct Row {
    RowStatus status = RowStatus::ok;
    Due due;
};

Row judge(const Calendar& calendar, const CountingRule& rule, std::int64_t received, std::int64_t limit_milli) {
    if (received == no_instant) return {RowStatus::missing, {}};
    if (counting::refusal(rule, limit_milli) != nullptr) return {RowStatus::limit_refused, {}};
    const std::int64_t first = at(calendar.from()).time_since_epoch().count();
    const std::int64_t end = at(calendar.to()).time_since_epoch().count();
    if (received < first || received >= end) return {RowStatus::outside_coverage, {}};
    try {
        const Instant from = counting::counted_from(calendar, rule, Instant{std::chrono::seconds{received}});
        return {RowStatus::ok, counting::due(calendar, rule, from, counting::amount(rule, limit_milli))};
    } catch (const Error& e) {
        if (e.code() != ErrorCode::outside_coverage) throw;
        return {RowStatus::outside_coverage, {}};
    }
}

bool is_plain(const CountingRule& rule) noexcept {
    return rule.unit == Unit::working_day && rule.count_from == CountFrom::next_day && !rule.cut_off &&
           rule.outside_sessions == OutsideSessions::as_received && rule.due_instant == DueInstant::end_of_last_session;
}

constexpr std::size_t block_rows = 1024;
constexpr std::size_t least_plain_rows = 4096;  // below, the table of closing hours costs more than it saves

// Due dates of a block under the plain rule; no_day where the row needs a closer look.
class PlainRule {
public:
    explicit PlainRule(const Calendar& calendar) : calendar_(calendar), first_(to_days(calendar.from())) {
        for (Date d = calendar.from(); d < calendar.to(); d += std::chrono::days{1}) {
            const auto sessions = calendar.day(d).sessions;
            closing_.push_back(sessions.empty() ? 0 : 60 * sessions.back().to_minute);
        }
    }

    std::span<const std::int32_t> days(std::span<const std::int64_t> received, std::span<const std::int64_t> limit_milli) {
        for (std::size_t i = 0; i < received.size(); ++i) {
            const std::int64_t day = received[i] / seconds_per_day;
            const std::int64_t limit = limit_milli[i] / 1000;
            const bool plain = received[i] >= 0 && day <= max_day && limit > 0 && limit <= max_limit_milli / 1000 &&
                               limit * 1000 == limit_milli[i];
            day_[i] = plain ? static_cast<std::int32_t>(day) : no_day;
            limit_[i] = plain ? static_cast<std::int32_t>(limit) : no_day;
        }
        const std::span<std::int32_t> days = std::span(day_).first(received.size());
        calendar_.add_working_days(days, std::span(limit_).first(received.size()), days);
        return days;
    }

    Due due_on(std::int32_t day) const {
        const Date date = from_days(day);
        return {date, at(date, closing_[static_cast<std::size_t>(day - first_)])};
    }

private:
    static constexpr std::int64_t max_day = 10'000'000;
    const Calendar& calendar_;
    std::int32_t first_;
    std::vector<std::int32_t> closing_;  // second of the day at which the last session ends, by covered date
    std::array<std::int32_t, block_rows> day_{};
    std::array<std::int32_t, block_rows> limit_{};
};

}  // namespace

std::size_t due(const Calendar& calendar, const CountingRule& rule, std::span<const std::int64_t> received,
                std::span<const std::int64_t> limit_milli, std::span<std::int64_t> due_at, std::span<std::int32_t> due_day,
                std::span<RowStatus> status) {
    const std::size_t n = received.size();
    if (limit_milli.size() != n || due_at.size() != n || (!due_day.empty() && due_day.size() != n) ||
        (!status.empty() && status.size() != n))
        throw Error(ErrorCode::argument_range, "the columns of a batch have different lengths");
    std::optional<PlainRule> plain;
    if (is_plain(rule) && n >= least_plain_rows) plain.emplace(calendar);
    std::size_t failed = 0;
    for (std::size_t start = 0; start < n; start += block_rows) {
        const std::size_t rows = std::min(block_rows, n - start);
        std::span<const std::int32_t> days;
        if (plain) days = plain->days(received.subspan(start, rows), limit_milli.subspan(start, rows));
        for (std::size_t i = start; i < start + rows; ++i) {
            const bool known = plain && days[i - start] != no_day;
            const Row row = known ? Row{RowStatus::ok, plain->due_on(days[i - start])}
                                  : judge(calendar, rule, received[i], limit_milli[i]);
            const bool ok = row.status == RowStatus::ok;
            failed += static_cast<std::size_t>(!ok);
            due_at[i] = ok ? row.due.at.time_since_epoch().count() : no_instant;
            if (!due_day.empty()) due_day[i] = ok ? to_days(row.due.date) : no_day;
            if (!status.empty()) status[i] = row.status;
        }
    }
    return failed;
}

}  // namespace cchc
