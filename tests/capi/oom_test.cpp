// Out of memory in calendars, due dates, statistics, reports and scores; rounds of inspection have a program of their own.
#include "oom_reading.hpp"
#include "score_support.hpp"

namespace {

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
    return {changing("statistics_merge", f, [&f](auto* s, auto* e) { return cchc_statistics_merge(s, f.filled.get(), e); }),
            changing("statistics_add_columns", f,
                     [&f](auto* s, auto* e) {
                         const auto columns = f.sample.columns();
                         return cchc_statistics_add_columns(s, &columns, nullptr, nullptr, e);
                     }),
            changing("statistics_begin_csv", f, [](auto* s, auto* e) { return cchc_statistics_begin_csv(s, nullptr, e); }),
            changing("statistics_add_csv + statistics_finish_csv", f,
                     [&f](auto* s, auto* e) {
                         cchc_status status = cchc_statistics_add_csv(s, f.csv.data(), f.csv.size(), e);
                         if (status != CCHC_OK) return status;
                         cchc_bytes* report = nullptr;
                         status = cchc_statistics_finish_csv(s, &report, e);
                         cchc_bytes_free(report);
                         return status;
                     }),
            changing("statistics_add_csv, JSON with pauses", f, [](auto* s, auto* e) { return read_json(s, e); })};
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
            row("reconcile_add_csv + reconcile_finish_csv", [&f](auto* r, auto* e) {
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
            row("quality_add_csv + quality_finish_csv", [&f](auto* q, auto* e) {
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
        maker<cchc_bytes, cchc_bytes_free>("score_compare",
                                           [set, one](auto** o, auto* e) {
                                               return cchc_score_compare(set, one, nul, nullptr, 0, set, one, nul, nullptr,
                                                                         0, o, e);
                                           }),
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
        maker<cchc_bytes, cchc_bytes_free>(
            "score_many_with_progress + what_if_with_progress + sensitivity_with_progress",
            [set, &s, one](auto** o, auto* e) {
                const char* const two = R"({"format": "cchc.sensitivity_options/1", "draws": 2})";
                cchc_progress at = CCHC_PROGRESS_INIT;
                const auto* facts = s.texts.data.data();
                const auto* sizes = s.texts.size.data();
                cchc_status status = cchc_score_many_with_progress(set, facts, sizes, 2, nullptr, 0, &at, o, e);
                if (status != CCHC_OK) return status;
                cchc_bytes_free(*o);
                status = cchc_what_if_with_progress(set, one, nul, nullptr, 0, nullptr, 0, &at, o, e);
                if (status != CCHC_OK) return status;
                cchc_bytes_free(*o);
                return cchc_sensitivity_with_progress(set, facts, sizes, 2, two, nul, &at, o, e);
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
    for (const auto& more : {reading_cases(fixture), writing_cases(fixture), changing_cases(fixture),
                             reconcile_cases(fixture), quality_cases(fixture), criteria_cases(scored), score_cases(scored)})
        cases.insert(cases.end(), more.begin(), more.end());
    return run(cases, argc, argv);
}
