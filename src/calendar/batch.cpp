// Working days over columns: two loads a row, and the range checks cost nothing beside them. Working time over columns asks
// for each row; one that is refused costs an exception, so that the rules stand in one place.
#include "calendar/tables.hpp"
#include "cchc/calendar.hpp"

namespace cchc {
namespace {

void check_lengths(std::size_t a, std::size_t b, std::size_t out, std::size_t status) {
    if (a != b || a != out || (status != 0 && status != a))
        throw Error(ErrorCode::argument_range, "the columns of a batch have different lengths");
}

RowStatus refused(std::int32_t a, std::int32_t b) noexcept {
    return a == no_day || b == no_day ? RowStatus::missing : RowStatus::outside_coverage;
}

// row(i, value) sets the result, or returns false for a refused row. Without a status column the loop has nothing to do but
// that; `value` is stored last, because `out` may be one of the inputs.
template <class Row, class Why>
std::size_t run(std::span<std::int32_t> out, std::span<RowStatus> status, Row row, Why why) {
    std::size_t failed = 0;
    const bool with_status = !status.empty();
    for (std::size_t i = 0, n = out.size(); i < n; ++i) {
        std::int32_t value = no_day;
        const bool good = row(i, value);
        if (!good) [[unlikely]]
            ++failed;
        if (with_status) status[i] = good ? RowStatus::ok : why(i);
        out[i] = value;
    }
    return failed;
}

// row(i) gives the value, and throws outside_coverage for a row that is refused.
template <class Row>
std::size_t run_instants(std::span<const std::int64_t> a, std::span<const std::int64_t> b, std::span<std::int64_t> out,
                         std::span<RowStatus> status, Row row) {
    check_lengths(a.size(), b.size(), out.size(), status.size());
    std::size_t failed = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        std::int64_t value = no_instant;
        RowStatus said = RowStatus::missing;
        if (a[i] != no_instant && b[i] != no_instant) {
            try {
                value = row(i);
                said = RowStatus::ok;
            } catch (const Error& why) {
                if (why.code() != ErrorCode::outside_coverage) throw;
                said = RowStatus::outside_coverage;
            }
        }
        failed += static_cast<std::size_t>(said != RowStatus::ok);
        if (!status.empty()) status[i] = said;
        out[i] = value;
    }
    return failed;
}

constexpr Instant instant_at(std::int64_t seconds) noexcept { return Instant{std::chrono::seconds{seconds}}; }

}  // namespace

std::size_t Calendar::is_working(std::span<const std::int32_t> days, std::span<std::uint8_t> out,
                                 std::span<RowStatus> status) const {
    check_lengths(days.size(), days.size(), out.size(), status.size());
    const Tables& t = *tables_;
    std::size_t failed = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const std::int32_t d = days[i];
        const bool covered = t.covers(d);
        if (!status.empty()) status[i] = covered ? RowStatus::ok : refused(d, 0);
        failed += static_cast<std::size_t>(!covered);
        out[i] = static_cast<std::uint8_t>(covered && t.layout[t.index(d)] != 0);
    }
    return failed;
}

std::size_t Calendar::add_working_days(std::span<const std::int32_t> days, std::span<const std::int32_t> n,
                                       std::span<std::int32_t> out, std::span<RowStatus> status) const {
    check_lengths(days.size(), n.size(), out.size(), status.size());
    const Tables& t = *tables_;
    // Plain pointers and unsigned compares: the loop must not reload the table's header, since `out` might alias it.
    const std::int32_t* before = t.worked_before.data();
    const std::int32_t* working = t.working_day.data();
    const std::uint32_t covered = static_cast<std::uint32_t>(t.days);
    const auto known = static_cast<std::uint64_t>(t.working_day.size());
    const auto first = static_cast<std::uint32_t>(t.first);
    const std::int32_t* day = days.data();
    const std::int32_t* add = n.data();
    const auto row = [=](std::size_t i, std::int32_t& value) {
        const std::uint32_t at = static_cast<std::uint32_t>(day[i]) - first;
        if (at >= covered) [[unlikely]]
            return false;
        const std::uint32_t after = add[i] > 0 ? 1 : 0;
        // A missing n is the smallest int32: it always leads before the first working day.
        const std::int64_t k = std::int64_t{before[at + after]} + add[i] - after;
        if (static_cast<std::uint64_t>(k) >= known) [[unlikely]]
            return false;
        value = working[k];
        return true;
    };
    return run(out, status, row, [=](std::size_t i) { return refused(days[i], n[i]); });
}

std::size_t Calendar::count_working_days(std::span<const std::int32_t> from, std::span<const std::int32_t> to,
                                         std::span<std::int32_t> out, std::span<RowStatus> status) const {
    check_lengths(from.size(), to.size(), out.size(), status.size());
    const Tables& t = *tables_;
    const std::int32_t* before = t.worked_before.data();
    const std::uint32_t covered = static_cast<std::uint32_t>(t.days);
    const auto first = static_cast<std::uint32_t>(t.first);
    const std::int32_t* start = from.data();
    const std::int32_t* end = to.data();
    const auto row = [=](std::size_t i, std::int32_t& value) {
        const std::uint32_t a = static_cast<std::uint32_t>(start[i]) - first;
        const std::uint32_t b = static_cast<std::uint32_t>(end[i]) - first;
        if (a > covered || b > covered) [[unlikely]]
            return false;
        value = before[b] - before[a];
        return true;
    };
    return run(out, status, row, [=](std::size_t i) { return refused(from[i], to[i]); });
}

std::size_t Calendar::working_seconds(std::span<const std::int64_t> from, std::span<const std::int64_t> to,
                                      std::span<std::int64_t> out, std::span<RowStatus> status) const {
    return run_instants(from, to, out, status,
                        [&](std::size_t i) { return working_seconds(instant_at(from[i]), instant_at(to[i])); });
}

std::size_t Calendar::advance(std::span<const std::int64_t> from, std::span<const std::int64_t> seconds, Boundary boundary,
                              std::span<std::int64_t> out, std::span<RowStatus> status) const {
    return run_instants(from, seconds, out, status, [&](std::size_t i) {
        return advance(instant_at(from[i]), seconds[i], boundary).time_since_epoch().count();
    });
}

}  // namespace cchc
