// Due dates of columns of any numbers.
#include "../fuzz.hpp"

namespace {

using namespace cchc_fuzz;

const cchc_rule* rule_of(std::uint8_t choice) {
    static const auto rules = [] {
        std::vector<capi_test::RulePtr> all;
        for (const char* id : {"working-days", "working-days-keep-time", "calendar-days", "working-hours", "clock-hours",
                               "same-day-15h", "from-next-day-15h", "weeks", "months", "years"})
            all.push_back(capi_test::rule(id));
        return all;
    }();
    return rules[choice % rules.size()].get();
}

const cchc_calendar* calendar() {
    static const auto vn = capi_test::vn();
    return vn.get();
}

std::int64_t limit(Bytes& b) {
    const auto kind = b.take<std::uint8_t>();
    return kind >= 250 ? b.take<std::int64_t>() : (kind < 100 ? kind * 1000 : kind * 500);
}

struct Rows {
    explicit Rows(std::size_t n) : due(n), day(n), status(n) {}
    std::vector<std::int64_t> due;
    std::vector<std::int32_t> day;
    std::vector<std::uint8_t> status;
    std::size_t failed = 0;
    bool operator==(const Rows&) const = default;
};

void check(const Rows& rows) {
    std::size_t failed = 0;
    for (std::size_t i = 0; i < rows.due.size(); ++i) {
        const bool bad = rows.status[i] != CCHC_ROW_OK;
        failed += bad;
        require(bad == (rows.due[i] == CCHC_NO_INSTANT) && bad == (rows.day[i] == CCHC_NO_DAY),
                "a sentinel without a status");
    }
    require(failed == rows.failed, "the number of failed rows");
}

}  // namespace

CCHC_FUZZ_TARGET(due) {
    Bytes b(input);
    const cchc_rule* rule = rule_of(b.take<std::uint8_t>());
    const std::int64_t now = b.instant();
    const std::size_t n = b.rows(6);
    const auto received = b.column<std::int64_t>(n, [](Bytes& x) { return x.instant(); });
    const auto limits = b.column<std::int64_t>(n, limit);
    Rows all(n), one(n), paused(n);
    require(done([&](cchc_error* e) {
                return cchc_due_compute(calendar(), rule, received.data(), limits.data(), n, all.due.data(), all.day.data(),
                                        all.status.data(), &all.failed, e);
            }),
            "a batch is refused");
    check(all);
    for (std::size_t i = 0; i < n; ++i) {
        std::size_t failed = 0;
        done([&](cchc_error* e) {
            return cchc_due_compute(calendar(), rule, &received[i], &limits[i], 1, &one.due[i], &one.day[i], &one.status[i],
                                    &failed, e);
        });
        one.failed += failed;
    }
    require(one == all, "one by one, rows are due on other days");
    const std::vector<std::int64_t> none(n + 1, 0);
    const std::uint8_t no_model = 0;
    const std::int64_t no_from = 0;
    require(done([&](cchc_error* e) {
                return cchc_due_compute_paused(calendar(), rule, received.data(), limits.data(), n, none.data(), &no_model,
                                               &no_from, nullptr, nullptr, 1600000000, paused.due.data(), paused.day.data(),
                                               paused.status.data(), &paused.failed, e);
            }),
            "a batch without pauses is refused");
    require(paused == all, "without pauses, rows are due on other days");
    const auto text = bytes([&](auto out, auto e) {
        return cchc_due_explain(calendar(), rule, received[0], limits[0], input.size() % 2, out, e);
    });
    require(text.has_value() == (all.status[0] == CCHC_ROW_OK),
            "a due date is computed and not explained, or the other way");
    std::vector<std::int32_t> days(n), seconds(n);
    done([&](cchc_error* e) {
        return cchc_due_time_left(calendar(), now, all.due.data(), n, days.data(), seconds.data(), all.status.data(),
                                  nullptr, e);
    });
    bytes([&](auto out, auto e) { return cchc_due_time_left_text(calendar(), now, all.due[0], input.size() % 2, out, e); });
}

CCHC_FUZZ_TARGET(due_paused) {
    Bytes b(input);
    const cchc_rule* rule = rule_of(b.take<std::uint8_t>());
    const std::int64_t as_of = b.instant();
    const auto columns = b.take<std::uint8_t>();
    const std::size_t n = b.rows(16, 24);
    const auto received = b.column<std::int64_t>(n, [](Bytes& x) { return x.instant(); });
    const auto limits = b.column<std::int64_t>(n, limit);
    // Offsets are right here: the target `columns` has wrong ones, too.
    std::vector<std::int64_t> offsets{0};
    for (std::size_t i = 0; i < n; ++i) offsets.push_back(offsets.back() + b.take<std::uint8_t>() % 4);
    const auto pauses = static_cast<std::size_t>(offsets.back()) + 1;
    const auto model = b.column<std::uint8_t>(pauses, [](Bytes& x) { return x.take<std::uint8_t>() % 7; });
    const auto from = b.column<std::int64_t>(pauses, [](Bytes& x) { return x.instant(); });
    const auto to = b.column<std::int64_t>(pauses, [](Bytes& x) { return x.instant(); });
    const auto due = b.column<std::int64_t>(pauses, [](Bytes& x) { return x.instant(); });
    Rows first(n), second(n);
    for (Rows* rows : {&first, &second})
        done([&](cchc_error* e) {
            return cchc_due_compute_paused(calendar(), rule, received.data(), limits.data(), n, offsets.data(), model.data(),
                                           from.data(), (columns & 1) != 0 ? nullptr : to.data(),
                                           (columns & 2) != 0 ? nullptr : due.data(), as_of, rows->due.data(),
                                           rows->day.data(), rows->status.data(), &rows->failed, e);
        });
    require(first == second, "the same batch gave other rows");
    if (as_of > 0 && as_of < 2000000000) check(first);
}
