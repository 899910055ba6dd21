// The preset working-days against a walk from day to day: every day of vn, limits 1 to 400, scalar and batch.
#include <string>
#include <vector>

#include "unit/calendar/vn_table.hpp"
#include "unit/deadline/support.hpp"

namespace working_days_oracle_test {

using namespace cchc;

namespace {

constexpr std::int32_t most = 400;

// The due days of limits 1..400 for a dossier received on `date`; no_day where the walk leaves the coverage.
std::vector<std::int32_t> walk(const PlainCalendar& plain, Date date) {
    std::vector<std::int32_t> out(most, no_day);
    std::size_t n = 0;
    for (Date d = date + std::chrono::days{1}; plain.covers(d) && n < out.size(); d += std::chrono::days{1})
        if (plain.works(d)) out[n++] = to_days(d);
    return out;
}

std::int64_t closing(std::int32_t day) {
    return day == no_day ? no_instant : std::int64_t{day} * seconds_per_day + 17 * 3600;
}

Due scalar_or_none(const CountingRule& rule, Instant received, std::int32_t n) {
    try {
        return due(vn(), rule, received, {Decimal(n), Unit::working_day});
    } catch (const Error& e) {
        if (e.code() != ErrorCode::outside_coverage) throw;
        return {from_days(no_day), Instant{std::chrono::seconds{no_instant}}};
    }
}

}  // namespace

TEST_CASE("oracle: working-days from every day of vn, limits 1 to 400, one by one") {
    const PlainCalendar plain = plain_vn();
    const CountingRule rule = CountingRule::builtin("working-days");
    std::size_t wrong = 0, compared = 0;
    std::string first;
    for (Date date = plain.from; date < plain.to; date += std::chrono::days{1}) {
        const auto expected = walk(plain, date);
        // Another hour for each date; the rule must not care.
        const Instant received = at(date, static_cast<std::int32_t>((to_days(date) * 7919) % seconds_per_day));
        for (std::int32_t n = 1; n <= most; ++n, ++compared) {
            const Due d = scalar_or_none(rule, received, n);
            const std::int32_t day = expected[static_cast<std::size_t>(n - 1)];
            const bool right = d.at.time_since_epoch().count() == closing(day) && d.date == from_days(day);
            if (!right && wrong++ == 0) first = to_string(received) + " + " + std::to_string(n);
        }
    }
    CAPTURE(first);
    CHECK(wrong == 0);
    CHECK(compared == 4383 * 400);
}

TEST_CASE("oracle: working-days from every day of vn, limits 1 to 400, all in one batch") {
    const PlainCalendar plain = plain_vn();
    std::vector<std::int64_t> received, limit, expected;
    std::vector<std::int32_t> expected_day;
    std::size_t none = 0;
    for (Date date = plain.from; date < plain.to; date += std::chrono::days{1}) {
        const auto days = walk(plain, date);
        const std::int64_t second =
            at(date, static_cast<std::int32_t>((to_days(date) * 7919) % seconds_per_day)).time_since_epoch().count();
        for (std::int32_t n = 1; n <= most; ++n) {
            const std::int32_t day = days[static_cast<std::size_t>(n - 1)];
            received.push_back(second);
            limit.push_back(1000 * n);
            expected.push_back(closing(day));
            expected_day.push_back(day);
            none += day == no_day;
        }
    }
    std::vector<std::int64_t> due_at(received.size());
    std::vector<std::int32_t> due_day(received.size());
    std::vector<RowStatus> status(received.size());
    CHECK(due(vn(), CountingRule::builtin("working-days"), received, limit, due_at, due_day, status) == none);
    CHECK((due_at == expected));
    CHECK((due_day == expected_day));
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < status.size(); ++i)
        wrong += status[i] != (expected_day[i] == no_day ? RowStatus::outside_coverage : RowStatus::ok);
    CHECK(wrong == 0);
}

}  // namespace working_days_oracle_test
