// Pauses and extensions at the border: due dates, columns, time left, the explanation of a dossier.
#include <algorithm>
#include <array>
#include <vector>

#include "sample.hpp"
#include "support.hpp"
#include "test.hpp"

namespace clock_test {

using namespace capi_test;

namespace {

struct Paused {
    std::vector<std::int64_t> received, limit, offsets, from, to, due;
    std::vector<std::uint8_t> model;
    std::vector<std::int64_t> at;
    std::vector<std::int32_t> days;
    std::vector<std::uint8_t> status;
    std::size_t failed = 7;

    explicit Paused(std::size_t rows)
        : received(rows, instant(2020, 6, 1, 9)),
          limit(rows, 5000),
          offsets{0},
          at(rows, 7),
          days(rows, 7),
          status(rows, 7) {}

    // The next row has one pause, from Thursday 4 June 10:00 to Tuesday 9 June 15:00.
    void pause(std::uint8_t m, std::int64_t set = CCHC_NO_INSTANT) {
        model.push_back(m);
        from.push_back(instant(2020, 6, 4, 10));
        to.push_back(instant(2020, 6, 9, 15));
        due.push_back(set);
        offsets.push_back(static_cast<std::int64_t>(model.size()));
    }
    cchc_status run(cchc_error* error = nullptr) {
        return cchc_due_compute_paused(vn().get(), rule("working-days").get(), received.data(), limit.data(),
                                       received.size(), offsets.data(), model.data(), from.data(), to.data(), due.data(),
                                       instant(2020, 9, 1), at.data(), days.data(), status.data(), &failed, error);
    }
};

}  // namespace

TEST_CASE("due_compute_paused: every model, and rows that cannot be judged") {
    Paused p(11);
    for (const int model :
         {CCHC_PAUSE_NONE, CCHC_PAUSE_EXCLUDE, CCHC_PAUSE_ADD_ELAPSED, CCHC_PAUSE_RESTART, CCHC_PAUSE_ADD_CALENDAR_DAYS})
        p.pause(static_cast<std::uint8_t>(model));
    p.pause(CCHC_PAUSE_REPLACE, instant(2020, 6, 19, 17));
    p.pause(6);                   // no such model
    p.pause(CCHC_PAUSE_EXCLUDE);  // ends before it begins
    p.to.back() = instant(2020, 6, 3);
    p.pause(CCHC_PAUSE_EXCLUDE);
    p.received[8] = CCHC_NO_INSTANT;
    p.pause(CCHC_PAUSE_EXCLUDE);
    p.limit[9] = 300;
    p.offsets.push_back(p.offsets.back());  // no pause, outside the calendar
    p.received[10] = instant(2030, 1, 1);
    REQUIRE(p.run() == CCHC_OK);
    const std::vector<std::int32_t> expected = {day(2020, 6, 8),  day(2020, 6, 11), day(2020, 6, 12), day(2020, 6, 16),
                                                day(2020, 6, 15), day(2020, 6, 19), CCHC_NO_DAY,      CCHC_NO_DAY,
                                                CCHC_NO_DAY,      CCHC_NO_DAY,      CCHC_NO_DAY};
    REQUIRE(p.days == expected);
    REQUIRE(p.at[3] == instant(2020, 6, 16, 17));
    REQUIRE(p.at[6] == CCHC_NO_INSTANT);
    REQUIRE(p.status == std::vector<std::uint8_t>{0, 0, 0, 0, 0, 0, CCHC_ROW_ARGUMENT_RANGE, CCHC_ROW_ARGUMENT_RANGE,
                                                  CCHC_ROW_MISSING, CCHC_ROW_LIMIT_REFUSED, CCHC_ROW_OUTSIDE_COVERAGE});
    REQUIRE(p.failed == 5);
}

TEST_CASE("due_compute_paused: a bad limit is said before a receipt that no calendar covers, as it is without pauses") {
    Paused p(2);
    p.received = {std::int64_t{1} << 60, -(std::int64_t{1} << 60)};
    p.limit = {0, 5000};
    for (int row = 0; row < 2; ++row) p.pause(CCHC_PAUSE_EXCLUDE);
    REQUIRE(p.run() == CCHC_OK);
    REQUIRE(p.status[0] == CCHC_ROW_LIMIT_REFUSED);
    REQUIRE(p.status[1] == CCHC_ROW_OUTSIDE_COVERAGE);
    std::vector<std::uint8_t> plain(2);
    REQUIRE(cchc_due_compute(vn().get(), rule("working-days").get(), p.received.data(), p.limit.data(), 2, p.at.data(),
                             nullptr, plain.data(), nullptr, nullptr) == CCHC_OK);
    REQUIRE(plain == p.status);
}

TEST_CASE("due_compute_paused: what is wrong with the call itself") {
    cchc_error error = fresh_error();
    Paused p(2);
    p.pause(CCHC_PAUSE_EXCLUDE);
    p.pause(CCHC_PAUSE_EXCLUDE);
    p.offsets[1] = 3;
    REQUIRE(p.run(&error) == CCHC_E_ARG_RANGE);
    REQUIRE(error.row == 1);
    REQUIRE(p.failed == 7);
    p.offsets[1] = 1;
    const auto calendar = vn();
    const auto days = rule("working-days");
    const auto call = [&](const std::int64_t* offsets, const std::uint8_t* model, std::int64_t as_of, std::size_t n) {
        return cchc_due_compute_paused(calendar.get(), days.get(), p.received.data(), p.limit.data(), n, offsets, model,
                                       p.from.data(), nullptr, nullptr, as_of, p.at.data(), nullptr, nullptr, nullptr,
                                       &error);
    };
    REQUIRE(call(nullptr, p.model.data(), instant(2020, 9, 1), 2) == CCHC_E_ARG_NULL);
    REQUIRE(call(p.offsets.data(), nullptr, instant(2020, 9, 1), 2) == CCHC_E_ARG_NULL);
    REQUIRE(call(p.offsets.data(), p.model.data(), CCHC_NO_INSTANT, 2) == CCHC_E_ARG_RANGE);
    REQUIRE(call(nullptr, nullptr, instant(2020, 9, 1), 0) == CCHC_OK);
    // Without a column of ends every pause is open: as of 12 June two of five days are left.
    REQUIRE(call(p.offsets.data(), p.model.data(), instant(2020, 6, 12), 2) == CCHC_OK);
    REQUIRE(p.at[0] == instant(2020, 6, 16, 17));
}

TEST_CASE("time left: signs, rows and words") {
    const auto calendar = vn();
    const std::array<std::int64_t, 4> due = {instant(2020, 6, 17, 17), instant(2020, 6, 12, 17), CCHC_NO_INSTANT,
                                             instant(2030, 1, 1)};
    std::array<std::int32_t, 4> days{}, seconds{};
    std::array<std::uint8_t, 4> status{};
    std::size_t failed = 0;
    const std::int64_t now = instant(2020, 6, 15, 10);
    REQUIRE(cchc_due_time_left(calendar.get(), now, due.data(), 4, days.data(), seconds.data(), status.data(), &failed,
                               nullptr) == CCHC_OK);
    REQUIRE(days == std::array<std::int32_t, 4>{2, 0, CCHC_NO_DAY, CCHC_NO_DAY});
    REQUIRE(seconds == std::array<std::int32_t, 4>{5 * 3600, -9000, 0, 0});
    REQUIRE(status == std::array<std::uint8_t, 4>{0, 0, CCHC_ROW_MISSING, CCHC_ROW_OUTSIDE_COVERAGE});
    REQUIRE(failed == 2);
    cchc_bytes* words = nullptr;
    REQUIRE(cchc_due_time_left_text(calendar.get(), now, due[0], CCHC_LANG_VI, &words, nullptr) == CCHC_OK);
    REQUIRE(take(words) == "Còn 2 ngày 5 giờ");
    REQUIRE(cchc_due_time_left_text(calendar.get(), now, due[1], CCHC_LANG_EN, &words, nullptr) == CCHC_OK);
    REQUIRE(take(words) == "2 h 30 min overdue");
    REQUIRE(cchc_due_time_left_text(calendar.get(), now, due[0], 7, &words, nullptr) == CCHC_E_ARG_ENUM);
    REQUIRE(cchc_due_time_left_text(calendar.get(), now, CCHC_NO_INSTANT, 0, &words, nullptr) == CCHC_E_ARG_RANGE);
    REQUIRE(cchc_due_time_left_text(calendar.get(), now, due[3], 0, &words, nullptr) == CCHC_E_OUTSIDE_COVERAGE);
    REQUIRE(words == nullptr);
}

namespace {

// One dossier with a supplement round, as columns that point into it.
struct One {
    TextData id;
    std::vector<std::int64_t> received{instant(2020, 6, 1, 9)}, completed{instant(2020, 6, 12, 16)}, limit{5000},
        offsets{0, 1}, from{instant(2020, 6, 4, 10)}, to{instant(2020, 6, 9, 15)};
    std::vector<std::uint8_t> kind{CCHC_CLOCK_SUPPLEMENT}, level{CCHC_LEVEL_4};

    One() { id.push_back("HS-1"); }
    cchc_dossier_columns columns() const {
        cchc_dossier_columns c = CCHC_DOSSIER_COLUMNS_INIT;
        c.count = 1;
        c.id_bytes = id.bytes.data();
        c.id_offsets = id.offsets.data();
        c.received = received.data();
        c.completed = completed.data();
        c.limit_milli = limit.data();
        c.service_level = level.data();
        c.clock_offsets = offsets.data();
        c.clock_kind = kind.data();
        c.clock_from = from.data();
        c.clock_to = to.data();
        return c;
    }
};

std::string counted(const cchc_dossier_columns& columns, const char* policy, cchc_status expected = CCHC_OK) {
    const std::string query = std::string(R"({"format":"cchc.query/1","from":"2020-06-01","to":"2020-07-01","policy":")") +
                              policy + R"(","by":[["service_level"]]})";
    const auto stats = statistics(query.c_str());
    REQUIRE(cchc_statistics_add_columns(stats.get(), &columns, nullptr, nullptr, nullptr) == expected);
    return result_json(stats.get());
}

}  // namespace

TEST_CASE("columns with clock events: each policy moves the due date its own way") {
    const One one;
    REQUIRE(contains(counted(one.columns(), "form-ii06a"), "\"overdue\": 1"));
    REQUIRE(contains(counted(one.columns(), "decree-61"), "\"early\": 1"));
    REQUIRE(contains(counted(one.columns(), "decree-61"), "\"service_level\": \"level_4\""));
    One reversed;
    reversed.to[0] = instant(2020, 6, 3);
    REQUIRE(contains(counted(reversed.columns(), "form-ii06a"), "\"bad_pause\": 1"));
    One unknown;
    unknown.kind[0] = 9;
    REQUIRE(contains(counted(unknown.columns(), "form-ii06a"), "\"bad_pause\": 1"));
    One level;
    level.level[0] = 9;
    REQUIRE(contains(counted(level.columns(), "form-ii06a"), "\"unknown_service_level\": 1"));
    auto columns = one.columns();
    columns.clock_kind = nullptr;
    counted(columns, "form-ii06a", CCHC_E_ARG_NULL);
    One backwards;
    backwards.offsets = {1, 0};
    counted(backwards.columns(), "form-ii06a", CCHC_E_ARG_RANGE);
}

TEST_CASE("dossier_explain: text in both languages, JSON, refusals") {
    const One one;
    const auto columns = one.columns();
    const char* query =
        R"({"format":"cchc.reconcile_query/1","from":"2020-06-01","to":"2020-07-01","policies":["form-ii06a","decree-61"]})";
    cchc_bytes* out = nullptr;
    REQUIRE(cchc_dossier_explain(&columns, query, nul, CCHC_LANG_VI, &out, nullptr) == CCHC_OK);
    REQUIRE(contains(take(out), "decree-61: trước hạn; hạn 17:00 ngày 16/06/2020 (tính từ thời hạn)"));
    REQUIRE(cchc_dossier_explain(&columns, query, nul, CCHC_LANG_EN, &out, nullptr) == CCHC_OK);
    REQUIRE(contains(take(out), "form-ii06a: overdue; due 2020-06-11 17:00 (computed from the limit)"));
    REQUIRE(cchc_dossier_explain(&columns, query, nul, -1, &out, nullptr) == CCHC_OK);
    REQUIRE(contains(take(out), "\"format\": \"cchc.explanation/1\""));
    REQUIRE(cchc_dossier_explain(&columns, query, nul, 3, &out, nullptr) == CCHC_E_ARG_ENUM);
    REQUIRE(cchc_dossier_explain(&columns, "{", nul, 0, &out, nullptr) == CCHC_E_JSON_SYNTAX);
    REQUIRE(cchc_dossier_explain(nullptr, query, nul, 0, &out, nullptr) == CCHC_E_ARG_NULL);
    auto none = columns;
    none.count = 0;
    REQUIRE(cchc_dossier_explain(&none, query, nul, 0, &out, nullptr) == CCHC_E_ARG_RANGE);
    const char* late = R"({"format":"cchc.reconcile_query/1","from":"2020-06-01","to":"2030-07-01","policies":["td","td"]})";
    REQUIRE(cchc_dossier_explain(&columns, late, nul, 0, &out, nullptr) == CCHC_E_OUTSIDE_COVERAGE);
    REQUIRE(out == nullptr);
}

}  // namespace clock_test
