// The calls of the out-of-memory test that only read: what they are given, and a row for each.
#pragma once

#include "oom.hpp"
#include "sample.hpp"

namespace {

const char* const small_calendar = R"({"format":"cchc.calendar/1","id":"s","version":"1","title":{"en":"S"},
  "coverage":{"from":"2020-06-01","to":"2020-06-15"},"week":{"mon":["08:00-12:00"],"tue":[],"wed":[],"thu":[],"fri":[],
  "sat":[],"sun":[]},"days_off":[{"date":"2020-06-08","kind":"closure","name":{"en":"Move"},"source":"notice"}]})";
const char* const extending = R"({"format":"cchc.calendar/1","id":"unit","version":"1","extends":"vn",
  "not_followed":["2026-01-02"],"days_off":[{"date":"2026-03-03","kind":"closure"}]})";
const char* const small_rule =
    R"({"format":"cchc.rule/1","id":"own","title":{"en":"Own"},"source":"test","unit":"working_day",
  "count_from":"next_day","due_instant":"end_of_last_session"})";
const char* const small_policy = R"({"format":"cchc.policy/1","extends":"form-ii06a","id":"own","withdrawn":"excluded"})";

const char* const small_units = "unit,parent,level\nUBND xã Tân Liên,H,commune\nH,,district\n";
const char* const small_facts = R"({"format":"cchc.facts/1","unit":"a unit","facts":{"resolved.early":30,"total":"80.5",
  "level":"the level of a commune, a text beyond any small string"}})";
const char* const small_variant = R"({"format":"cchc.form-variant/1","id":"own","extends":"opencps","title":"x","source":"s",
  "columns":[{"id":"n","alone":["note"],"optional":true}]})";

std::vector<Case> text_cases() {
    return {maker<cchc_calendar, cchc_calendar_free>(
                "calendar_builtin", [](auto** o, auto* e) { return cchc_calendar_builtin("vn", nul, o, e); }),
            maker<cchc_calendar, cchc_calendar_free>("calendar_builtin, unknown",
                                                     [](auto** o, auto* e) {
                                                         const cchc_status status = cchc_calendar_builtin(
                                                             "a calendar that does not exist anywhere", nul, o, e);
                                                         return status == CCHC_E_UNKNOWN_NAME ? CCHC_OK : status;
                                                     }),
            maker<cchc_calendar, cchc_calendar_free>(
                "calendar_from_json", [](auto** o, auto* e) { return cchc_calendar_from_json(small_calendar, nul, o, e); }),
            maker<cchc_bytes, cchc_bytes_free>(
                "builtin_ids", [](auto** o, auto* e) { return cchc_builtin_ids(CCHC_BUILTIN_SCHEMA, o, e); }),
            maker<cchc_bytes, cchc_bytes_free>(
                "builtin_json", [](auto** o, auto* e) { return cchc_builtin_json(CCHC_BUILTIN_MAPPING, "td", nul, o, e); }),
            maker<cchc_bytes, cchc_bytes_free>("projected_holidays_json",
                                               [](auto** o, auto* e) { return cchc_projected_holidays_json(2027, o, e); }),
            maker<cchc_rule, cchc_rule_free>("rule_builtin",
                                             [](auto** o, auto* e) { return cchc_rule_builtin("weeks", nul, o, e); }),
            maker<cchc_rule, cchc_rule_free>("rule_from_json",
                                             [](auto** o, auto* e) { return cchc_rule_from_json(small_rule, nul, o, e); }),
            maker<cchc_policy, cchc_policy_free>(
                "policy_builtin", [](auto** o, auto* e) { return cchc_policy_builtin("outline-274", nul, o, e); }),
            maker<cchc_policy, cchc_policy_free>(
                "policy_from_json", [](auto** o, auto* e) { return cchc_policy_from_json(small_policy, nul, o, e); }),
            maker<cchc_statistics, cchc_statistics_free>(
                "statistics_create", [](auto** o, auto* e) { return cchc_statistics_create(nine_months, nul, o, e); }),
            maker<cchc_reconcile, cchc_reconcile_free>(
                "reconcile_create", [](auto** o, auto* e) { return cchc_reconcile_create(two_policies, nul, o, e); }),
            maker<cchc_quality, cchc_quality_free>("quality_create", [](auto** o, auto* e) {
                return cchc_quality_create(nine_months_plain, nul, CCHC_NO_DAY, o, e);
            })};
}

// Calls that read the handles of a fixture.
struct Fixture {
    CalendarPtr calendar = vn();
    RulePtr days = rule("working-days");
    PolicyPtr form = policy("form-ii06a");
    Sample sample = make_sample(300);
    std::string csv = sample.csv();
    StatisticsPtr filled = statistics();
    StatisticsPtr target = statistics();
    StatisticsPtr after = statistics(R"({"format":"cchc.query/1","from":"2020-10-01","to":"2020-11-01","by":[["agency"]]})");
    ReconcilePtr reconciled = reconcile();
    QualityPtr flagged = quality();
    std::string bytes;
    // 5000 rows take another way through the core than a few.
    std::vector<std::int64_t> received = std::vector<std::int64_t>(5000, instant(2020, 1, 16, 9));
    std::vector<std::int64_t> limit = std::vector<std::int64_t>(5000, 15000);
    mutable std::vector<std::int64_t> due_at = std::vector<std::int64_t>(5000);
    mutable std::vector<std::uint8_t> outcome = std::vector<std::uint8_t>(300);

    Fixture() {
        const auto columns = sample.columns();
        cchc_statistics_add_columns(filled.get(), &columns, nullptr, nullptr, nullptr);
        bytes = serialized(filled.get());
        cchc_reconcile_add_columns(reconciled.get(), &columns, nullptr, nullptr, nullptr);
        cchc_quality_add_columns(flagged.get(), &columns, nullptr, nullptr, nullptr, nullptr);
    }
};

// What was read, written out again: files, tables, documents, facts.
std::vector<Case> writing_cases(const Fixture& f) {
    const cchc_statistics* filled = f.filled.get();
    const cchc_calendar* calendar = f.calendar.get();
    const auto bytes = [](const char* name, auto call) { return maker<cchc_bytes, cchc_bytes_free>(name, call); };
    return {bytes("calendar_to_json", [calendar](auto** o, auto* e) { return cchc_calendar_to_json(calendar, o, e); }),
            bytes("calendar_days_json",
                  [calendar](auto** o, auto* e) {
                      return cchc_calendar_days_json(calendar, day(2020, 1, 20), day(2020, 2, 3), o, e);
                  }),
            bytes("rule_to_json", [&f](auto** o, auto* e) { return cchc_rule_to_json(f.days.get(), o, e); }),
            bytes("policy_to_json", [&f](auto** o, auto* e) { return cchc_policy_to_json(f.form.get(), o, e); }),
            bytes("statistics_table",
                  [filled](auto** o, auto* e) {
                      return cchc_statistics_table(filled, CCHC_TABLE_OUTLINE_274, 0, CCHC_LANG_VI, o, e);
                  }),
            bytes("statistics_form_document",
                  [filled](auto** o, auto* e) {
                      return cchc_statistics_form_document(filled, 0, CCHC_LANG_VI, CCHC_DOCUMENT_TEXT, o, e);
                  }),
            bytes("statistics_facts_json",
                  [filled](auto** o, auto* e) {
                      return cchc_statistics_facts_json(filled, "UBND xã Tân Liên", nul, "xa", nul, o, e);
                  }),
            bytes("statistics_consolidated_table",
                  [filled](auto** o, auto* e) {
                      return cchc_statistics_consolidated_table(filled, small_units, nul, CCHC_TABLE_FORM_BY_LEVEL,
                                                                CCHC_LANG_VI, o, e);
                  }),
            bytes("quality_result_csv", [&f](auto** o, auto* e) { return cchc_quality_result_csv(f.flagged.get(), o, e); }),
            {"calendar_working_seconds",
             [calendar](cchc_error* e, bool&) {
                 const std::int64_t from[] = {0, instant(2020, 6, 1)}, to[] = {1, instant(2020, 6, 2)};
                 std::int64_t seconds[2];
                 return cchc_calendar_working_seconds(calendar, from, to, 2, seconds, nullptr, nullptr, e);
             }},
            {"calendar_advance", [calendar](cchc_error* e, bool&) {
                 const std::int64_t from[] = {0, instant(2020, 6, 1)}, seconds[] = {1, 3600};
                 std::int64_t to[2];
                 return cchc_calendar_advance(calendar, from, seconds, 2, CCHC_BOUNDARY_LATEST, to, nullptr, nullptr, e);
             }}};
}

std::vector<Case> reading_cases(const Fixture& f) {
    const cchc_statistics* filled = f.filled.get();
    const cchc_calendar* calendar = f.calendar.get();
    return {
        maker<cchc_calendar, cchc_calendar_free>(
            "calendar_with_projection",
            [calendar](auto** o, auto* e) { return cchc_calendar_with_projection(calendar, 2028, o, e); }),
        maker<cchc_calendar, cchc_calendar_free>(
            "calendar_as_known_on",
            [calendar](auto** o, auto* e) { return cchc_calendar_as_known_on(calendar, day(2024, 4, 11), o, e); }),
        maker<cchc_calendar, cchc_calendar_free>(
            "calendar_from_json_with_base",
            [calendar](auto** o, auto* e) { return cchc_calendar_from_json_with_base(extending, nul, calendar, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>("due_explain",
                                           [&f](auto** o, auto* e) {
                                               return cchc_due_explain(f.calendar.get(), f.days.get(),
                                                                       instant(2020, 1, 16, 9), 15000, CCHC_LANG_VI, o, e);
                                           }),
        maker<cchc_bytes, cchc_bytes_free>("statistics_serialize",
                                           [filled](auto** o, auto* e) { return cchc_statistics_serialize(filled, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "statistics_result_json", [filled](auto** o, auto* e) { return cchc_statistics_result_json(filled, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "statistics_result_csv", [filled](auto** o, auto* e) { return cchc_statistics_result_csv(filled, 1, o, e); }),
        maker<cchc_statistics, cchc_statistics_free>(
            "statistics_deserialize",
            [&f](auto** o, auto* e) { return cchc_statistics_deserialize(f.bytes.data(), f.bytes.size(), o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "statistics_check_chain",
            [filled, &f](auto** o, auto* e) { return cchc_statistics_check_chain(filled, f.after.get(), o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "statistics_consolidate",
            [filled](auto** o, auto* e) { return cchc_statistics_consolidate(filled, small_units, nul, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "form_check",
            [](auto** o, auto* e) { return cchc_form_check(small_form, nul, small_form, nul, small_variant, nul, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "form_check, found",
            [](auto** o, auto* e) { return cchc_form_check(small_form, nul, nullptr, 0, nullptr, 0, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>("eval",
                                           [](auto** o, auto* e) {
                                               return cchc_eval(
                                                   "if level = \"a\" then 1 else 7 ** 99 * resolved.early / total", nul,
                                                   small_facts, nul, o, e);
                                           }),
        maker<cchc_bytes, cchc_bytes_free>(
            "eval, missing",
            [](auto** o, auto* e) { return cchc_eval("max(a_name_that_nobody_gave, b, 1 / 0)", nul, nullptr, 0, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>("eval, refused",
                                           [](auto** o, auto* e) {
                                               const cchc_status status =
                                                   cchc_eval("max(a_name_that_nobody_gave, b", nul, nullptr, 0, o, e);
                                               return status == CCHC_E_EXPRESSION ? CCHC_OK : status;
                                           }),
        maker<cchc_bytes, cchc_bytes_free>("eval_test",
                                           [](auto** o, auto* e) {
                                               return cchc_eval_test("not([80..95), ? > total, \"x\")", nul, "total", nul,
                                                                     small_facts, nul, o, e);
                                           }),
        maker<cchc_bytes, cchc_bytes_free>(
            "reconcile_result_json",
            [&f](auto** o, auto* e) { return cchc_reconcile_result_json(f.reconciled.get(), o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "quality_result_json", [&f](auto** o, auto* e) { return cchc_quality_result_json(f.flagged.get(), o, e); }),
        maker<cchc_bytes, cchc_bytes_free>("due_time_left_text",
                                           [calendar](auto** o, auto* e) {
                                               return cchc_due_time_left_text(calendar, instant(2020, 6, 15, 10),
                                                                              instant(2020, 6, 17, 17), CCHC_LANG_VI, o, e);
                                           }),
        maker<cchc_bytes, cchc_bytes_free>("dossier_explain",
                                           [&f](auto** o, auto* e) {
                                               const auto one = f.sample.columns(0, 1);
                                               return cchc_dossier_explain(&one, two_policies, nul, -1, o, e);
                                           }),
        {"due_compute_paused",
         [&f, calendar](cchc_error* e, bool&) {
             const std::int64_t received = instant(2020, 6, 1, 9), limit = 5000, offsets[] = {0, 1},
                                from = instant(2020, 6, 4, 10), to = instant(2020, 6, 9, 15);
             const std::uint8_t model = CCHC_PAUSE_EXCLUDE;
             std::int64_t due_at = 0;
             return cchc_due_compute_paused(calendar, f.days.get(), &received, &limit, 1, offsets, &model, &from, &to,
                                            nullptr, instant(2020, 9, 1), &due_at, nullptr, nullptr, nullptr, e);
         }},
        {"due_time_left",
         [calendar](cchc_error* e, bool&) {
             const std::int64_t due = instant(2020, 6, 17, 17);
             std::int32_t days = 0, seconds = 0;
             return cchc_due_time_left(calendar, instant(2020, 6, 15, 10), &due, 1, &days, &seconds, nullptr, nullptr, e);
         },
         true},
        {"period_dates",
         [](cchc_error* e, bool&) {
             std::int32_t from[4], to[4];
             std::size_t count = 0;
             return cchc_period_dates("2020-Q1..2020-Q4", nul, CCHC_WINDOWS_ND_09_2019, from, to, 4, &count, e);
         }},
        {"due_compute",
         [&f](cchc_error* e, bool&) {
             return cchc_due_compute(f.calendar.get(), f.days.get(), f.received.data(), f.limit.data(), 5000,
                                     f.due_at.data(), nullptr, nullptr, nullptr, e);
         }},
        {"policy_classify", [&f](cchc_error* e, bool&) {
             const Sample& s = f.sample;
             return cchc_policy_classify(f.form.get(), s.received.data(), s.due.data(), s.completed.data(), s.status.data(),
                                         300, day(2020, 10, 1), f.outcome.data(), nullptr, nullptr, e);
         }}};
}

}  // namespace
