// Working days over columns: two loads a row, and the range checks cost nothing beside them.
#include "cchc/calendar.hpp"
#include "calendar/tables.hpp"

namespace cchc {
namespace {

void check_lengths(std::size_t a, std::size_t b, std::size_t out, std::size_t status) {
    if (a != b || a != out || (status != 0 && status != a))
        throw Error(ErrorCode::argument_range, "the columns of a batch have different lengths");
}

RowStatus refused(std::int32_t a, std::int32_t b) noexcept {
    return a == no_day || b == no_day ? RowStatus::missing : RowStatus::outside_coverage;
}

// row(i) gives the result, or no_day for a refused row.
template <class Row, class Why>
std::size_t run(std::span<std::int32_t> out, std::span<RowStatus> status, Row row, Why why) {
    std::size_t failed = 0;
    if (status.empty()) {
        for (std::size_t i = 0; i < out.size(); ++i) {
            const std::int32_t value = row(i);
            failed += static_cast<std::size_t>(value == no_day);
            out[i] = value;
        }
        return failed;
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::int32_t value = row(i);
        const bool bad = value == no_day;
        status[i] = bad ? why(i) : RowStatus::ok;  // before `out`, which may be one of the inputs
        failed += static_cast<std::size_t>(bad);
        out[i] = value;
    }
    return failed;
}

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
    const auto row = [=](std::size_t i) -> std::int32_t {
        const std::uint32_t at = static_cast<std::uint32_t>(days[i]) - first;
        if (at >= covered || n[i] == no_day) [[unlikely]]
            return no_day;
        const std::int32_t after = n[i] > 0 ? 1 : 0;
        const std::int64_t k = std::int64_t{before[at + static_cast<std::uint32_t>(after)]} + n[i] - after;
        if (static_cast<std::uint64_t>(k) >= known) [[unlikely]]
            return no_day;
        return working[k];
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
    const auto row = [=](std::size_t i) -> std::int32_t {
        const std::uint32_t a = static_cast<std::uint32_t>(from[i]) - first;
        const std::uint32_t b = static_cast<std::uint32_t>(to[i]) - first;
        if (a > covered || b > covered) [[unlikely]]
            return no_day;
        return before[b] - before[a];
    };
    return run(out, status, row, [=](std::size_t i) { return refused(from[i], to[i]); });
}

}  // namespace cchc
