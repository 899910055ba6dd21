// Out of memory in calendars, due dates, statistics, reports and scores; rounds of inspection have a program of their own.
#include "oom.hpp"
#include "sample.hpp"
#include "score_support.hpp"

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
const char* const small_form =
    "name,receivedCount,totalCount,deniedCount,processCount,remainingCount,onlineCount,onegateCount,releaseCount,"
    "betimesCount,"
    "ontimeCount,overtimeCount,cancelledCount,waitingCount,processingCount,undueCount,overdueCount\n"
    "a,1,1,0,1,0,1,0,1,1,0,0,0,0,0,0,0\ntotal,2,1,0,1,0,1,0,1,1,0,x,0,0,0,0,0\n";
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
        maker<cchc_bytes, cchc_bytes_free>("serialize",
                                           [filled](auto** o, auto* e) { return cchc_statistics_serialize(filled, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "result_json", [filled](auto** o, auto* e) { return cchc_statistics_result_json(filled, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "result_csv", [filled](auto** o, auto* e) { return cchc_statistics_result_csv(filled, 1, o, e); }),
        maker<cchc_statistics, cchc_statistics_free>(
            "deserialize",
            [&f](auto** o, auto* e) { return cchc_statistics_deserialize(f.bytes.data(), f.bytes.size(), o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "check_chain",
            [filled, &f](auto** o, auto* e) { return cchc_statistics_check_chain(filled, f.after.get(), o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "consolidate",
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
        maker<cchc_bytes, cchc_bytes_free>("time_left_text",
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
         }},
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
        {"classify", [&f](cchc_error* e, bool&) {
             const Sample& s = f.sample;
             return cchc_policy_classify(f.form.get(), s.received.data(), s.due.data(), s.completed.data(), s.status.data(),
                                         300, day(2020, 10, 1), f.outcome.data(), nullptr, nullptr, e);
         }}};
}

// Calls that change a handle: a copy of it for each try, so that the tries are alike.
Case changing(const char* name, const Fixture& f, std::function<cchc_status(cchc_statistics*, cchc_error*)> call) {
    return {name, [&f, call](cchc_error* e, bool& clean) {
                const Mode mode = failing.mode;
                failing.mode = Mode::off;
                cchc_statistics* copy = nullptr;
                cchc_statistics_deserialize(f.bytes.data(), f.bytes.size(), &copy, nullptr);
                failing.mode = mode;
                const cchc_status status = call(copy, e);
                failing.mode = Mode::off;
                clean = serialized(copy) == f.bytes;
                cchc_statistics_free(copy);
                return status;
            }};
}

// A document of JSON with pauses, in it and beside it, good and bad.
cchc_status read_json(cchc_statistics* s, cchc_error* e) {
    static constexpr std::string_view text =
        R"({"data": [{"id": "A", "received": "2020-03-02", "due": "2020-03-09", "x": {"y": [1]},
            "pauses": [{"from": "2020-03-03", "to": "2020-03-04"}], "history": [{"status": 9, "at": "2020-03-05"}]},
            {"id": "a name longer than what fits into a small string", "received": "?"}, 7]})";
    static constexpr std::string_view pauses = "id,from\nA,2020-03-06\nB,?\n";
    cchc_csv_options options = CCHC_CSV_OPTIONS_INIT;
    options.format = CCHC_INPUT_JSON;
    options.pauses_csv = pauses.data();
    options.pauses_size = pauses.size();
    cchc_status status = cchc_statistics_begin_csv(s, &options, e);
    if (status != CCHC_OK) return status;
    for (std::size_t at = 0; at < text.size(); at += 100) {
        status = cchc_statistics_add_csv(s, text.data() + at, std::min<std::size_t>(100, text.size() - at), e);
        if (status != CCHC_OK) return status;
    }
    cchc_bytes* report = nullptr;
    status = cchc_statistics_finish_csv(s, &report, e);
    cchc_bytes_free(report);
    return status;
}

std::vector<Case> changing_cases(const Fixture& f) {
    return {changing("merge", f, [&f](auto* s, auto* e) { return cchc_statistics_merge(s, f.filled.get(), e); }),
            changing("add_columns", f,
                     [&f](auto* s, auto* e) {
                         const auto columns = f.sample.columns();
                         return cchc_statistics_add_columns(s, &columns, nullptr, nullptr, e);
                     }),
            changing("begin_csv", f, [](auto* s, auto* e) { return cchc_statistics_begin_csv(s, nullptr, e); }),
            changing("add_csv, finish_csv", f,
                     [&f](auto* s, auto* e) {
                         cchc_status status = cchc_statistics_add_csv(s, f.csv.data(), f.csv.size(), e);
                         if (status != CCHC_OK) return status;
                         cchc_bytes* report = nullptr;
                         status = cchc_statistics_finish_csv(s, &report, e);
                         cchc_bytes_free(report);
                         return status;
                     }),
            changing("JSON with pauses", f, [](auto* s, auto* e) { return read_json(s, e); })};
}

// The same for handles that are no bytes: a new one is filled by a merge, and its result tells whether it changed.
template <class Pointer, class Filled, class Call>
Case changing(const char* name, Pointer (*fresh)(), cchc_status (*merge)(Filled*, const Filled*, cchc_error*),
              const Pointer& filled, Call call) {
    return {name, [=, &filled](cchc_error* e, bool& clean) {
                const Mode mode = failing.mode;
                failing.mode = Mode::off;
                const Pointer copy = fresh();
                merge(copy.get(), filled.get(), nullptr);
                failing.mode = mode;
                const cchc_status status = call(copy.get(), e);
                failing.mode = Mode::off;
                clean = status == CCHC_OK || result_json(copy.get()) == result_json(filled.get());
                return status;
            }};
}

ReconcilePtr fresh_reconcile() { return reconcile(); }
QualityPtr fresh_quality() { return quality(); }

std::vector<Case> reconcile_cases(const Fixture& f) {
    const auto row = [&f](const char* name, auto call) {
        return changing(name, fresh_reconcile, cchc_reconcile_merge, f.reconciled, call);
    };
    return {row("reconcile_merge", [&f](auto* r, auto* e) { return cchc_reconcile_merge(r, f.reconciled.get(), e); }),
            row("reconcile_add_columns",
                [&f](auto* r, auto* e) {
                    const auto columns = f.sample.columns();
                    return cchc_reconcile_add_columns(r, &columns, nullptr, nullptr, e);
                }),
            row("reconcile_begin_csv", [](auto* r, auto* e) { return cchc_reconcile_begin_csv(r, nullptr, e); }),
            row("reconcile_add_csv, finish_csv", [&f](auto* r, auto* e) {
                cchc_status status = cchc_reconcile_add_csv(r, f.csv.data(), f.csv.size(), e);
                if (status != CCHC_OK) return status;
                cchc_bytes* report = nullptr;
                status = cchc_reconcile_finish_csv(r, &report, e);
                cchc_bytes_free(report);
                return status;
            })};
}

std::vector<Case> quality_cases(const Fixture& f) {
    const auto row = [&f](const char* name, auto call) {
        return changing(name, fresh_quality, cchc_quality_merge, f.flagged, call);
    };
    return {row("quality_merge", [&f](auto* q, auto* e) { return cchc_quality_merge(q, f.flagged.get(), e); }),
            row("quality_add_columns",
                [&f](auto* q, auto* e) {
                    const auto columns = f.sample.columns();
                    return cchc_quality_add_columns(q, &columns, nullptr, nullptr, nullptr, e);
                }),
            row("quality_begin_csv", [](auto* q, auto* e) { return cchc_quality_begin_csv(q, nullptr, e); }),
            row("quality_add_csv, finish_csv", [&f](auto* q, auto* e) {
                cchc_status status = cchc_quality_add_csv(q, f.csv.data(), f.csv.size(), e);
                if (status != CCHC_OK) return status;
                cchc_bytes* report = nullptr;
                status = cchc_quality_finish_csv(q, &report, e);
                cchc_bytes_free(report);
                return status;
            })};
}

// Sets, checks and scores. Tables of scores are written by the caller's memory alone, but their call allocates.
struct Scored {
    CriteriaPtr set = criteria(two_kinds);
    std::vector<std::string> facts{facts_json("A", "xa", R"("rate": 80, "open": false, "level": "high")"),
                                   facts_json("B, a name of some length", "phuong", R"("rate": "33.3", "open": false)")};
    Texts texts{facts};
    const char* frame = two_kinds;
};

std::vector<Case> criteria_cases(const Scored& s) {
    const char* const* frame = &s.frame;
    return {maker<cchc_criteria, cchc_criteria_free>(
                "criteria_builtin",
                [](auto** o, auto* e) { return cchc_criteria_builtin("vn.qd-766-2022.progress", nul, o, e); }),
            maker<cchc_criteria, cchc_criteria_free>(
                "criteria_from_json",
                [frame](auto** o, auto* e) { return cchc_criteria_from_json(extension, nul, frame, nullptr, 1, o, e); }),
            maker<cchc_bytes, cchc_bytes_free>("criteria_builtin_ids",
                                               [](auto** o, auto* e) { return cchc_criteria_builtin_ids(o, e); }),
            maker<cchc_bytes, cchc_bytes_free>(
                "criteria_builtin_json",
                [](auto** o, auto* e) { return cchc_criteria_builtin_json("vn.qd-766-2022.progress", nul, o, e); }),
            maker<cchc_bytes, cchc_bytes_free>("criteria_check",
                                               [frame](auto** o, auto* e) {
                                                   return cchc_criteria_check(extension, nul, frame, nullptr, 1,
                                                                              R"({"more": {"type": "number"}})", nul, o, e);
                                               }),
            maker<cchc_bytes, cchc_bytes_free>("criteria_description_json", [&s](auto** o, auto* e) {
                return cchc_criteria_description_json(s.set.get(), o, e);
            })};
}

std::vector<Case> score_cases(const Scored& s) {
    const cchc_criteria* set = s.set.get();
    const char* one = s.facts.front().c_str();
    return {
        maker<cchc_bytes, cchc_bytes_free>("facts_merge",
                                           [one](auto** o, auto* e) { return cchc_facts_merge(&one, nullptr, 1, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "score", [set, one](auto** o, auto* e) { return cchc_score(set, one, nul, nullptr, 0, 1, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "score_text",
            [set, one](auto** o, auto* e) { return cchc_score_text(set, one, nul, nullptr, 0, 1, CCHC_LANG_VI, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>("score_many",
                                           [set, &s](auto** o, auto* e) {
                                               return cchc_score_many(
                                                   set, s.texts.data.data(), s.texts.size.data(), 2,
                                                   R"({"format": "cchc.scores_options/1", "outside": ["C"]})", nul, o, e);
                                           }),
        maker<cchc_bytes, cchc_bytes_free>(
            "what_if", [set, one](auto** o, auto* e) { return cchc_what_if(set, one, nul, nullptr, 0, nullptr, 0, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>("sensitivity",
                                           [set, &s](auto** o, auto* e) {
                                               return cchc_sensitivity(
                                                   set, s.texts.data.data(), s.texts.size.data(), 2,
                                                   R"({"format": "cchc.sensitivity_options/1", "draws": 2})", nul, o, e);
                                           }),
        {"criteria_leaf_count",
         [set](cchc_error* e, bool&) {
             std::size_t count = 0;
             return cchc_criteria_leaf_count(set, &count, e);
         }},
        {"score_matrix", [set](cchc_error* e, bool&) {
             const std::int64_t rate[] = {80, 40}, open[] = {0, 1};
             const std::int32_t kinds[] = {0, 1};
             const cchc_fact_column columns[] = {{sizeof(cchc_fact_column), 0, 0, 0, "rate", nul, rate},
                                                 {sizeof(cchc_fact_column), 1, 0, 0, "open", nul, open}};
             const char* level = R"({"format": "cchc.facts/1", "unit": "", "facts": {"level": "a text of some length"}})";
             std::int64_t points[4], total[2];
             return cchc_score_matrix(set, columns, 2, 2, kinds, level, nul, 2, 2, points, nullptr, total, nullptr, nullptr,
                                      e);
         }}};
}

}  // namespace

int main(int argc, char** argv) {
    const Fixture fixture;
    const Scored scored;
    std::vector<Case> cases = text_cases();
    for (const auto& more : {reading_cases(fixture), changing_cases(fixture), reconcile_cases(fixture),
                             quality_cases(fixture), criteria_cases(scored), score_cases(scored)})
        cases.insert(cases.end(), more.begin(), more.end());
    return run(cases, argc, argv);
}
