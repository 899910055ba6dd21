// Due dates over columns equal due dates one by one, for every preset and every kind of row.
#include <random>
#include <string>
#include <vector>

#include "unit/deadline/support.hpp"

namespace batch_test {

using namespace cchc;

namespace {

struct Columns {
    std::vector<std::int64_t> received, limit, due_at;
    std::vector<std::int32_t> due_day;
    std::vector<RowStatus> status;
    std::size_t failed = 0;

    void run(const Calendar& calendar, const CountingRule& rule) {
        due_at.assign(received.size(), 1);
        due_day.assign(received.size(), 1);
        status.assign(received.size(), RowStatus::argument_range);
        failed = due(calendar, rule, received, limit, due_at, due_day, status);
    }
};

// Dossiers of any hour in and around the coverage, with limits of any kind; a third of the rows or more is bad.
Columns random_rows(const CountingRule& rule, std::size_t rows, unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::int64_t n) { return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(n)); };
    const std::int64_t first = at(vn().from()).time_since_epoch().count(), covered = 4383LL * seconds_per_day;
    const std::int64_t longest = rule.unit == Unit::year ? 3 : rule.unit == Unit::month ? 12 : 90;
    Columns c;
    for (std::size_t i = 0; i < rows; ++i) {
        std::int64_t received = first + below(covered), limit = 1000 * (1 + below(longest));
        switch (below(24)) {
            case 0: received = no_instant; break;
            case 1: received = first - 1 - below(1'000'000'000'000); break;
            case 2: received = first + covered + below(1'000'000'000'000); break;
            case 3: limit = 0; break;
            case 4: limit = -1000 * below(10) - 1; break;
            case 5: limit = 500 + 1000 * below(20); break;
            case 6: limit = 1 + below(3000); break;
            case 7: limit = max_limit_milli + below(3) - 1; break;
            case 8: received = first + covered - 1 - below(20 * seconds_per_day); break;
            case 9: limit = INT64_MAX - below(2); break;
            case 10: received = INT64_MAX - below(2); break;
            case 11: received -= received % 60; break;
            default: break;
        }
        c.received.push_back(received);
        c.limit.push_back(limit);
    }
    return c;
}

// One row as the single call judges it.
struct Single {
    std::int64_t due_at = no_instant;
    std::int32_t due_day = no_day;
    RowStatus status = RowStatus::ok;
};

Single single(const Calendar& calendar, const CountingRule& rule, std::int64_t received, std::int64_t limit) {
    if (received == no_instant) return {no_instant, no_day, RowStatus::missing};
    try {
        // A limit beyond 18 digits is no Decimal; it is refused for its size like 10^9.
        const std::int64_t milli = std::min<std::int64_t>(limit, 1'000'000'000'000);
        const Due d = due(calendar, rule, Instant{std::chrono::seconds{received}}, {Decimal(milli, 3), rule.unit});
        return {d.at.time_since_epoch().count(), to_days(d.date), RowStatus::ok};
    } catch (const Error& e) {
        const bool refused = e.code() == ErrorCode::limit_refused;
        if (!refused && e.code() != ErrorCode::outside_coverage) throw;
        return {no_instant, no_day, refused ? RowStatus::limit_refused : RowStatus::outside_coverage};
    }
}

void check_equal(const Calendar& calendar, const CountingRule& rule, Columns& c) {
    c.run(calendar, rule);
    std::size_t wrong = 0, failed = 0, first = c.received.size();
    for (std::size_t i = 0; i < c.received.size(); ++i) {
        const Single s = single(calendar, rule, c.received[i], c.limit[i]);
        failed += s.status != RowStatus::ok;
        const bool right = c.due_at[i] == s.due_at && c.due_day[i] == s.due_day && c.status[i] == s.status;
        if (!right && wrong++ == 0) first = i;
    }
    CAPTURE(rule.id, first);
    CHECK(wrong == 0);
    CHECK(c.failed == failed);
    CHECK(failed > 0);  // rows of both sorts took part
    CHECK(failed < c.received.size() / 4 * 3);
}

}  // namespace

TEST_CASE("batch equals single, for every preset, in short and in long batches") {
    for (const std::string& preset : CountingRule::builtin_ids()) {
        const CountingRule rule = CountingRule::builtin(preset);
        for (const std::size_t rows : {200, 4095, 4096, 9001}) {
            CAPTURE(preset, rows);
            Columns c = random_rows(rule, rows, static_cast<unsigned>(rows));
            check_equal(vn(), rule, c);
        }
    }
}

TEST_CASE("batch equals single where each date closes at another hour") {
    CalendarData data = vn().data();
    data.week[1] = {session(6, 0, 6, 1)};
    data.week[2] = {session(0, 0, 24, 0)};
    data.week[5] = {session(7, 30, 11, 30)};
    data.week[6] = {session(8, 0, 9, 0)};
    data.days_worked.clear();
    data.seasons = {season(11, 1, 3, 1)};
    data.seasons[0].week[0] = {{session(9, 0, 23, 0)}};
    const Calendar calendar(data);
    for (const auto* preset : {"working-days", "working-days-keep-time", "working-hours"}) {
        const CountingRule rule = CountingRule::builtin(preset);
        Columns c = random_rows(rule, 6000, 77);
        check_equal(calendar, rule, c);
    }
}

TEST_CASE("batch equals single for rules of one's own") {
    CountingRule rule = CountingRule::builtin("working-days");
    rule.due_instant = DueInstant::end_of_date;
    Columns c = random_rows(rule, 5000, 5);
    check_equal(vn(), rule, c);
    rule = CountingRule::builtin("calendar-days");
    rule.roll = Roll::none;
    c = random_rows(rule, 5000, 6);
    check_equal(vn(), rule, c);
    rule.roll = Roll::next_working_day;
    rule.swapped_day_is_rest = false;
    rule.count_from = CountFrom::receipt_day;
    check_equal(vn(), rule, c);
    rule = CountingRule::builtin("working-hours");
    rule.boundary = Boundary::latest;
    c = random_rows(rule, 5000, 7);
    check_equal(vn(), rule, c);
}

TEST_CASE("batch equals single on a calendar that begins before 1970") {
    CalendarData data = office();
    data.from = day("1960-01-01");
    data.to = day("1975-01-01");
    const Calendar calendar(data);
    const CountingRule rule = CountingRule::builtin("working-days");
    Columns c;
    for (std::int64_t i = 0; i < 5000; ++i) {
        c.received.push_back((i - 3000) * 90'001);
        c.limit.push_back(1000 * (1 + i % 40));
    }
    check_equal(calendar, rule, c);
}

TEST_CASE("a long batch of nothing but bad rows gives nothing but statuses") {
    const CountingRule rule = CountingRule::builtin("working-days");
    Columns c;
    c.received.assign(5000, at(day("2020-06-17"), 33000).time_since_epoch().count());
    c.limit.assign(5000, 300);
    c.run(vn(), rule);
    CHECK(c.failed == 5000);
    CHECK(c.due_at == std::vector<std::int64_t>(5000, no_instant));
    CHECK(c.due_day == std::vector<std::int32_t>(5000, no_day));
    CHECK(c.status == std::vector<RowStatus>(5000, RowStatus::limit_refused));
    c.received.assign(5000, no_instant);
    c.run(vn(), rule);
    CHECK(c.status == std::vector<RowStatus>(5000, RowStatus::missing));  // missing is said before the limit is looked at
}

TEST_CASE("due_day and status may be left out, and empty columns are done at once") {
    for (const std::size_t rows : {100, 5000}) {
        const CountingRule rule = CountingRule::builtin("working-days");
        Columns c = random_rows(rule, rows, 3);
        c.run(vn(), rule);
        std::vector<std::int64_t> alone(rows);
        CHECK(due(vn(), rule, c.received, c.limit, alone) == c.failed);
        CHECK(alone == c.due_at);
        std::vector<RowStatus> status(rows);
        CHECK(due(vn(), rule, c.received, c.limit, alone, {}, status) == c.failed);
        CHECK(status == c.status);
        CHECK(due(vn(), rule, {}, {}, {}) == 0);
    }
}

TEST_CASE("columns of different lengths are refused before anything is written") {
    const CountingRule rule = CountingRule::builtin("working-days");
    const std::vector<std::int64_t> two(2, 1'592'355'600), three(3, 15000);
    std::vector<std::int64_t> out2(2, 7), out3(3, 7);
    std::vector<std::int32_t> day2(2, 7), day3(3, 7);
    std::vector<RowStatus> status3(3);
    const auto refused = [](auto call) { CHECK(error_of(call).code() == ErrorCode::argument_range); };
    refused([&] { due(vn(), rule, two, three, out2); });
    refused([&] { due(vn(), rule, three, two, out3); });
    refused([&] { due(vn(), rule, two, two, out3); });
    refused([&] { due(vn(), rule, two, two, out2, day3); });
    refused([&] { due(vn(), rule, two, two, out2, day2, status3); });
    refused([&] { due(vn(), rule, {}, {}, {}, day2); });
    CHECK(out2 == std::vector<std::int64_t>(2, 7));
    CHECK(day2 == std::vector<std::int32_t>(2, 7));
}

}  // namespace batch_test
