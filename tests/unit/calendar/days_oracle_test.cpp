// Adding and counting working days against a walk from day to day, over the whole coverage of vn.
#include <string>
#include <vector>

#include "unit/calendar/vn_table.hpp"

namespace days_oracle_test {

using namespace cchc;

namespace {

constexpr std::int32_t most = 400;
constexpr std::size_t width = 2 * most + 1;
constexpr std::chrono::days one{1};

// Counts disagreements and keeps the first one, since a check for each of millions of rows would take minutes.
struct Tally {
    std::size_t wrong = 0;
    std::string first;
    void expect(bool right, Date date, std::int64_t n) {
        if (!right && wrong++ == 0) first = to_string(date) + " " + std::to_string(n);
    }
    void check() const {
        CAPTURE(first);
        CHECK(wrong == 0);
    }
};

std::int32_t days_or_none(const PlainCalendar& plain, Date d) { return plain.covers(d) ? to_days(d) : no_day; }

// The working day n = -400..400 away from `date`, at [n + 400], by walking; no_day where the walk leaves the coverage.
std::vector<std::int32_t> walk(const PlainCalendar& plain, Date date) {
    std::vector<std::int32_t> out(width, no_day);
    for (const std::int32_t step : {1, -1}) {
        std::int32_t n = 0;
        for (Date d = date + std::chrono::days{step}; plain.covers(d) && n != step * most; d += std::chrono::days{step})
            if (plain.works(d)) out[static_cast<std::size_t>(most + (n += step))] = to_days(d);
    }
    Date here = date;
    while (plain.covers(here) && !plain.works(here)) here += one;
    out[most] = days_or_none(plain, here);
    return out;
}

// Working days of [date, date + n) for n = -400..400 days, negative for n < 0, by walking.
std::vector<std::int32_t> walk_counts(const PlainCalendar& plain, Date date) {
    std::vector<std::int32_t> out(width, no_day);
    std::int32_t count = 0;
    for (std::int32_t n = 0; n <= most && date + std::chrono::days{n} <= plain.to; ++n) {
        out[static_cast<std::size_t>(most + n)] = count;
        count += plain.works(date + std::chrono::days{n});
    }
    count = 0;
    for (std::int32_t n = 0; n <= most && date - std::chrono::days{n} >= plain.from; ++n) {
        out[static_cast<std::size_t>(most - n)] = count;
        count -= plain.works(date - std::chrono::days{n + 1});
    }
    return out;
}

// The scalar call's result, or no_day where it throws outside_coverage.
template <class Call>
std::int64_t value_or_none(Call call) {
    try {
        return call();
    } catch (const Error& e) {
        return e.code() == ErrorCode::outside_coverage ? no_day : -1;
    }
}

// Batch rows as expected: the value, or no_day with the status that says why, and the number of such rows.
void expect_rows(Tally& tally, Date date, const std::vector<std::int32_t>& expected, const std::vector<std::int32_t>& out,
                 const std::vector<RowStatus>& status, std::size_t failed) {
    std::size_t none = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const bool bad = expected[i] == no_day;
        none += bad;
        tally.expect(out[i] == expected[i] && status[i] == (bad ? RowStatus::outside_coverage : RowStatus::ok), date,
                     static_cast<std::int64_t>(i) - most);
    }
    tally.expect(failed == none, date, 0);
}

}  // namespace

TEST_CASE("oracle: every day of vn, 400 working days back to 400 forward") {
    const Calendar calendar = Calendar::builtin("vn");
    const PlainCalendar plain = plain_vn();
    Tally scalar, batch;
    std::vector<std::int32_t> days(width), n(width), out(width);
    std::vector<RowStatus> status(width);
    for (std::size_t i = 0; i < width; ++i) n[i] = static_cast<std::int32_t>(i) - most;
    for (Date date = plain.from; date < plain.to; date += one) {
        const auto expected = walk(plain, date);
        for (std::size_t i = 0; i < width; ++i)
            scalar.expect(value_or_none([&] { return to_days(calendar.add_working_days(date, n[i])); }) == expected[i], date,
                          n[i]);
        days.assign(width, to_days(date));
        const std::size_t failed = calendar.add_working_days(days, n, out, status);
        expect_rows(batch, date, expected, out, status, failed);
    }
    scalar.check();
    batch.check();
}

TEST_CASE("oracle: working days between every day of vn, or its end, and the days 400 before to 400 after") {
    const Calendar calendar = Calendar::builtin("vn");
    const PlainCalendar plain = plain_vn();
    Tally scalar, batch;
    std::vector<std::int32_t> from(width), to(width), out(width);
    std::vector<RowStatus> status(width);
    for (Date date = plain.from; date <= plain.to; date += one) {
        const auto expected = walk_counts(plain, date);
        for (std::int32_t n = -most; n <= most; ++n) {
            const auto i = static_cast<std::size_t>(n + most);
            to[i] = to_days(date) + n;
            scalar.expect(value_or_none([&] { return calendar.count_working_days(date, from_days(to[i])); }) == expected[i],
                          date, n);
        }
        from.assign(width, to_days(date));
        const std::size_t failed = calendar.count_working_days(from, to, out, status);
        expect_rows(batch, date, expected, out, status, failed);
    }
    scalar.check();
    batch.check();
}

TEST_CASE("oracle: counts over the whole coverage, from each day to its end and from its start") {
    const Calendar calendar = Calendar::builtin("vn");
    const PlainCalendar plain = plain_vn();
    Tally tally;
    std::int64_t before = 0;
    for (Date date = plain.from; date <= plain.to; date += one) {
        tally.expect(calendar.count_working_days(plain.from, date) == before, date, 0);
        tally.expect(calendar.count_working_days(date, plain.from) == -before, date, 1);
        tally.expect(calendar.count_working_days(date, plain.to) == 3003 - before, date, 2);
        if (date < plain.to) before += plain.works(date);
    }
    CHECK(before == 3003);
    tally.check();
}

TEST_CASE("adding and counting are inverse: n working days after a date, n are counted up to there") {
    const Calendar calendar = Calendar::builtin("vn");
    Tally tally;
    for (Date date = day("2015-01-10"); date < day("2025-01-01"); date += one)
        for (const std::int64_t n : {1, 2, 5, 30, 250}) {
            const Date due = calendar.add_working_days(date, n);
            tally.expect(calendar.count_working_days(date + one, due + one) == n, date, n);
            tally.expect(calendar.is_working(due), date, n);
            const Date back = calendar.add_working_days(due, -n);
            tally.expect(calendar.is_working(date) ? back == date : back < date, date, -n);
        }
    tally.check();
}

TEST_CASE("next and previous working day are one step away") {
    const Calendar calendar = Calendar::builtin("vn");
    const PlainCalendar plain = plain_vn();
    Tally tally;
    for (Date date = day("2015-01-10"); date < day("2026-12-20"); date += one) {
        Date next = date + one, previous = date - one;
        while (!plain.works(next)) next += one;
        while (!plain.works(previous)) previous -= one;
        tally.expect(calendar.next_working_day(date) == next, date, 1);
        tally.expect(calendar.previous_working_day(date) == previous, date, -1);
    }
    tally.check();
}

}  // namespace days_oracle_test
