// Working days, working time and lunar dates of columns of any numbers.
#include "../fuzz.hpp"

namespace {

using namespace cchc_fuzz;

const cchc_calendar* office_calendar() {
    static const auto vn = capi_test::vn();
    return vn.get();
}

}  // namespace

CCHC_FUZZ_TARGET(working_days) {
    Bytes b(input);
    const std::size_t n = b.rows(6);
    const auto days = b.column<std::int32_t>(n, [](Bytes& x) { return x.day(); });
    const auto steps = b.column<std::int32_t>(n, [](Bytes& x) { return x.take<std::int16_t>(); });
    std::vector<std::uint8_t> working(n), status(n), back_status(n);
    std::vector<std::int32_t> ends(n), back(n);
    require(done([&](cchc_error* e) {
                return cchc_calendar_is_working(office_calendar(), days.data(), n, working.data(), status.data(), nullptr,
                                                e);
            }),
            "is_working");
    require(done([&](cchc_error* e) {
                return cchc_calendar_add_working_days(office_calendar(), days.data(), steps.data(), n, ends.data(),
                                                      status.data(), nullptr, e);
            }),
            "add_working_days");
    require(done([&](cchc_error* e) {
                return cchc_calendar_count_working_days(office_calendar(), days.data(), ends.data(), n, back.data(),
                                                        back_status.data(), nullptr, e);
            }),
            "count_working_days");
    for (std::size_t i = 0; i < n; ++i) {
        require((status[i] == CCHC_ROW_OK) == (ends[i] != CCHC_NO_DAY), "a sentinel without a status");
        if (status[i] != CCHC_ROW_OK || steps[i] <= 0 || working[i] == 0) continue;
        require(back_status[i] == CCHC_ROW_OK && back[i] == steps[i], "counting does not undo adding");
    }
    const std::int32_t first = days[0] == CCHC_NO_DAY ? 0 : days[0];
    bytes([&](auto out, auto e) { return cchc_calendar_days_json(office_calendar(), first, ends[0], out, e); });
}

CCHC_FUZZ_TARGET(working_time) {
    Bytes b(input);
    const std::int32_t boundary = b.take<std::uint8_t>() % 2;
    const std::size_t n = b.rows(9);
    const auto from = b.column<std::int64_t>(n, [](Bytes& x) { return x.instant(); });
    const auto steps = b.column<std::int64_t>(n, [](Bytes& x) {
        const auto kind = x.take<std::uint8_t>();
        return kind >= 250 ? x.take<std::int64_t>() : std::int64_t{x.take<std::int32_t>() % 10000000};
    });
    std::vector<std::int64_t> ends(n), seconds(n);
    std::vector<std::uint8_t> status(n), back_status(n);
    require(done([&](cchc_error* e) {
                return cchc_calendar_advance(office_calendar(), from.data(), steps.data(), n, boundary, ends.data(),
                                             status.data(), nullptr, e);
            }),
            "advance");
    require(done([&](cchc_error* e) {
                return cchc_calendar_working_seconds(office_calendar(), from.data(), ends.data(), n, seconds.data(),
                                                     back_status.data(), nullptr, e);
            }),
            "working_seconds");
    for (std::size_t i = 0; i < n; ++i)
        require(status[i] != CCHC_ROW_OK || (back_status[i] == CCHC_ROW_OK && seconds[i] == steps[i]),
                "counting does not undo advancing");
}

CCHC_FUZZ_TARGET(lunar) {
    Bytes b(input);
    const auto first_year = b.take<std::int16_t>();
    const std::size_t n = b.rows(4);
    const auto days = b.column<std::int32_t>(n, [](Bytes& x) {
        const auto day = x.take<std::int32_t>();
        return (day & 7) == 7 ? day : day % 100000;
    });
    std::vector<std::int32_t> year(n), back(n);
    std::vector<std::uint8_t> month(n), day(n), leap(n), status(n), back_status(n);
    require(done([&](cchc_error* e) {
                return cchc_lunar_from_days(days.data(), n, year.data(), month.data(), day.data(), leap.data(),
                                            status.data(), nullptr, e);
            }),
            "from_days");
    require(done([&](cchc_error* e) {
                return cchc_lunar_to_days(year.data(), month.data(), day.data(), leap.data(), n, back.data(),
                                          back_status.data(), nullptr, e);
            }),
            "to_days");
    for (std::size_t i = 0; i < n; ++i)
        require(status[i] != CCHC_ROW_OK || (back_status[i] == CCHC_ROW_OK && back[i] == days[i]), "another day comes back");
    // Dates that are none, too.
    const auto months = b.column<std::uint8_t>(n, [](Bytes& x) { return x.take<std::uint8_t>(); });
    done([&](cchc_error* e) {
        return cchc_lunar_to_days(days.data(), months.data(), months.data(), leap.data(), n, back.data(), nullptr, nullptr,
                                  e);
    });
    std::int32_t tet[8], kings[8];
    std::uint8_t leap_month[8], sensitive[8];
    done([&](cchc_error* e) { return cchc_lunar_years(first_year, n % 9, tet, kings, leap_month, sensitive, e); });
    bytes([&](auto out, auto e) { return cchc_projected_holidays_json(first_year, out, e); });
}

CCHC_FUZZ_TARGET(classify) {
    static const capi_test::PolicyPtr policies[] = {capi_test::policy("form-ii06a"), capi_test::policy("decree-61"),
                                                    capi_test::policy("td"), capi_test::policy("outline-274")};
    Bytes b(input);
    const cchc_policy* policy = policies[b.take<std::uint8_t>() % 4].get();
    const std::int32_t as_of = b.day();
    const std::size_t n = b.rows(12);
    const auto received = b.column<std::int64_t>(n, [](Bytes& x) { return x.instant(); });
    const auto due = b.column<std::int64_t>(n, [](Bytes& x) { return x.instant(); });
    const auto ended = b.column<std::int64_t>(n, [](Bytes& x) { return x.instant(); });
    const auto state = b.column<std::uint8_t>(n, [](Bytes& x) { return x.take<std::uint8_t>() % 15; });
    std::vector<std::uint8_t> outcome(n), status(n);
    std::size_t failed = 0;
    if (!done([&](cchc_error* e) {
            return cchc_policy_classify(policy, received.data(), due.data(), ended.data(), state.data(), n, as_of,
                                        outcome.data(), status.data(), &failed, e);
        }))
        return;
    for (std::size_t i = 0; i < n; ++i) {
        require(outcome[i] <= CCHC_OUTCOME_NOT_RECEIVED, "no outcome");
        require(status[i] == CCHC_ROW_OK || outcome[i] == CCHC_OUTCOME_EXCLUDED, "a sentinel without a status");
        failed -= status[i] != CCHC_ROW_OK;
    }
    require(failed == 0, "the number of failed rows");
}
