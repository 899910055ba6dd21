// Due dates of dossiers that were paused, and the time that is left.
#include <algorithm>
#include <limits>
#include <vector>

#include "handles.hpp"
#include "moment.hpp"
#include "rows.hpp"
#include "wall.hpp"

using namespace cchc::capi;

namespace {

constexpr bool same(cchc::PauseModel model, int number) noexcept { return static_cast<int>(model) == number; }
static_assert(same(cchc::PauseModel::none, CCHC_PAUSE_NONE) && same(cchc::PauseModel::exclude, CCHC_PAUSE_EXCLUDE) &&
              same(cchc::PauseModel::add_elapsed, CCHC_PAUSE_ADD_ELAPSED) &&
              same(cchc::PauseModel::restart, CCHC_PAUSE_RESTART) &&
              same(cchc::PauseModel::add_calendar_days, CCHC_PAUSE_ADD_CALENDAR_DAYS) &&
              same(cchc::PauseModel::replace, CCHC_PAUSE_REPLACE));

// The pauses of all rows, as columns of the caller.
struct PauseColumns {
    const std::int64_t* offsets;
    const std::uint8_t* model;
    const std::int64_t* from;
    const std::int64_t* to;   // may be NULL
    const std::int64_t* due;  // may be NULL

    void check(std::size_t rows) const {
        check_offsets({offsets, rows + 1}, "pause_offsets");
        if (offsets[rows] == offsets[0]) return;
        require(model, "pause_model");
        require(from, "pause_from");
    }

    // The pauses of a row; false when one of them is none.
    bool read(std::size_t row, std::vector<cchc::Pause>& out) const {
        out.clear();
        for (auto p = static_cast<std::size_t>(offsets[row]); p < static_cast<std::size_t>(offsets[row + 1]); ++p) {
            const std::int64_t end = to == nullptr ? cchc::no_instant : to[p];
            const std::int64_t set = due == nullptr ? cchc::no_instant : due[p];
            const bool ended = end != cchc::no_instant, has_due = set != cchc::no_instant;
            if (model[p] > CCHC_PAUSE_REPLACE || !in_range(from[p]) || (ended && (!in_range(end) || end < from[p])) ||
                (has_due && !in_range(set)))
                return false;
            cchc::Pause pause;
            pause.model = static_cast<cchc::PauseModel>(model[p]);
            pause.from = cchc::Instant{std::chrono::seconds{from[p]}};
            if (ended) pause.to = cchc::Instant{std::chrono::seconds{end}};
            if (has_due) {
                const cchc::Instant at{std::chrono::seconds{set}};
                pause.due = cchc::Due{cchc::date_of(at), at};
            }
            out.push_back(pause);
        }
        return true;
    }
};

// One row at a time: rows with pauses are few, and each has a way of its own.
class PausedRows {
public:
    PausedRows(const cchc::Calendar& calendar, const cchc::CountingRule& rule, cchc::Instant as_of)
        : calendar_(calendar), rule_(rule), as_of_(as_of) {}

    cchc::RowStatus judge(std::int64_t received, std::int64_t limit_milli, const PauseColumns& pauses, std::size_t row,
                          cchc::Due& due) {
        if (received == cchc::no_instant) return cchc::RowStatus::missing;
        // No calendar covers such a day, and what is wrong with the limit is said first, as it is without pauses.
        if (!in_range(received)) received = past_instant;
        if (limit_milli < 0 || limit_milli > cchc::max_limit_milli) return cchc::RowStatus::limit_refused;
        if (!pauses.read(row, pauses_)) return cchc::RowStatus::argument_range;
        try {
            due = cchc::due_with_pauses(calendar_, rule_, cchc::Instant{std::chrono::seconds{received}},
                                        {cchc::Decimal{limit_milli, 3}, rule_.unit}, pauses_, as_of_);
            return cchc::RowStatus::ok;
        } catch (const cchc::Error& e) {
            if (e.code() == cchc::ErrorCode::outside_coverage) return cchc::RowStatus::outside_coverage;
            if (e.code() == cchc::ErrorCode::limit_refused) return cchc::RowStatus::limit_refused;
            throw;
        }
    }

private:
    const cchc::Calendar& calendar_;
    const cchc::CountingRule& rule_;
    cchc::Instant as_of_;
    std::vector<cchc::Pause> pauses_;
};

// The time left, with its sign; seconds fit because they are less than the longest day.
cchc::RowStatus time_left(const cchc::Calendar& calendar, cchc::Instant now, std::int64_t due, std::int32_t& days,
                          std::int32_t& seconds) {
    if (due == cchc::no_instant) return cchc::RowStatus::missing;
    if (!in_range(due)) return cchc::RowStatus::argument_range;
    try {
        const cchc::WorkingTime left = cchc::time_left(calendar, now, cchc::Instant{std::chrono::seconds{due}});
        const std::int64_t sign = left.overdue ? -1 : 1;
        days = static_cast<std::int32_t>(sign * left.days);
        seconds = static_cast<std::int32_t>(sign * left.seconds);
        return cchc::RowStatus::ok;
    } catch (const cchc::Error& e) {
        if (e.code() != cchc::ErrorCode::outside_coverage) throw;
        return cchc::RowStatus::outside_coverage;
    }
}

}  // namespace

cchc_status cchc_due_compute_paused(const cchc_calendar* calendar, const cchc_rule* rule, const int64_t* received,
                                    const int64_t* limit_milli, size_t count, const int64_t* pause_offsets,
                                    const uint8_t* pause_model, const int64_t* pause_from, const int64_t* pause_to,
                                    const int64_t* pause_due, int64_t as_of, int64_t* due_at, int32_t* due_day,
                                    uint8_t* row_status, size_t* failed, cchc_error* error) noexcept {
    return wall(error, [&] {
        require(calendar, "calendar");
        require(rule, "rule");
        const auto receipts = column(received, count, "received");
        const auto limits = column(limit_milli, count, "limit_milli");
        const auto out = column(due_at, count, "due_at");
        const auto out_day = optional_column(due_day, count);
        const auto status = status_column(row_status, count);
        PausedRows rows(calendar->value, rule->value, instant_of(as_of, "as_of"));
        const PauseColumns pauses{pause_offsets, pause_model, pause_from, pause_to, pause_due};
        if (count != 0) {
            require(pause_offsets, "pause_offsets");
            pauses.check(count);
        }
        std::size_t bad = 0;
        for (std::size_t i = 0; i < count; ++i) {
            cchc::Due due;
            const cchc::RowStatus found = rows.judge(receipts[i], limits[i], pauses, i, due);
            const bool ok = found == cchc::RowStatus::ok;
            bad += static_cast<std::size_t>(!ok);
            out[i] = ok ? due.at.time_since_epoch().count() : cchc::no_instant;
            if (!out_day.empty()) out_day[i] = ok ? cchc::to_days(due.date) : cchc::no_day;
            if (!status.empty()) status[i] = found;
        }
        if (failed != nullptr) *failed = bad;
    });
}

cchc_status cchc_due_time_left(const cchc_calendar* calendar, int64_t now, const int64_t* due, size_t count, int32_t* days,
                               int32_t* seconds, uint8_t* row_status, size_t* failed, cchc_error* error) noexcept {
    return wall(error, [&] {
        require(calendar, "calendar");
        const cchc::Instant from = instant_of(now, "now");
        const auto given = column(due, count, "due");
        const auto out_days = column(days, count, "days");
        const auto out_seconds = column(seconds, count, "seconds");
        const auto status = status_column(row_status, count);
        std::size_t bad = 0;
        for (std::size_t i = 0; i < count; ++i) {
            std::int32_t day = cchc::no_day, second = 0;
            const cchc::RowStatus found = time_left(calendar->value, from, given[i], day, second);
            bad += static_cast<std::size_t>(found != cchc::RowStatus::ok);
            out_days[i] = day;
            out_seconds[i] = second;
            if (!status.empty()) status[i] = found;
        }
        if (failed != nullptr) *failed = bad;
    });
}

cchc_status cchc_due_time_left_text(const cchc_calendar* calendar, int64_t now, int64_t due, int32_t lang, cchc_bytes** out,
                                    cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(calendar, "calendar");
        const cchc::Lang language = lang_of(lang);
        const auto left = cchc::time_left(calendar->value, instant_of(now, "now"), instant_of(due, "due"));
        return handle<cchc_bytes>(cchc::to_text(left, language));
    });
}
