// Out of memory in rounds of inspection. A round cannot be copied, so each try makes one anew. Beside them what never
// allocates.
#include "inspection_support.hpp"
#include "oom.hpp"
#include "oom_silent.hpp"

namespace {

struct Inputs {
    CalendarPtr calendar = vn();
    CriteriaPtr set = criteria(two_kinds);
    InspectionPtr filled = filled_inspection(set.get());
    StatisticsPtr counted = round_statistics();
    RoundPtr round;

    Inputs() {
        const std::string csv = "id,agency,received,due,completed\n1,A,2020-03-02,2020-03-05,2020-03-04\n";
        cchc_statistics_add_csv(counted.get(), csv.data(), csv.size(), nullptr);
        cchc_bytes* report = nullptr;
        cchc_statistics_finish_csv(counted.get(), &report, nullptr);
        cchc_bytes_free(report);
        cchc_inspection_set_statistics(filled.get(), counted.get(), nullptr);
        round = computed(filled.get());
    }

    cchc_status create(cchc_inspection** out, cchc_error* error) const {
        return cchc_inspection_create(small_plan, nul, small_outline, nul, set.get(), calendar.get(), out, error);
    }

    // With something in it already, so that a half made change would show.
    InspectionPtr fresh() const {
        cchc_inspection* made = nullptr;
        create(&made, nullptr);
        add_part(made, CCHC_PART_FINDINGS, findings_a, "f.json");
        return InspectionPtr(made);
    }
};

std::vector<Case> making_cases(const Inputs& r) {
    return {
        maker<cchc_bytes, cchc_bytes_free>(
            "plan_builtin_json", [](auto** o, auto* e) { return cchc_plan_builtin_json("huong-hoa-2020", nul, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "outline_builtin_json",
            [](auto** o, auto* e) { return cchc_outline_builtin_json("huong-hoa-2020", nul, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "self_report_check",
            [](auto** o, auto* e) { return cchc_self_report_check(report_b, nul, small_outline, nul, "xa", nul, o, e); }),
        maker<cchc_inspection, cchc_inspection_free>("inspection_create",
                                                     [&r](auto** o, auto* e) { return r.create(o, e); })};
}

// `call` changes a round; where it fails, the round gives the result that it gave before.
Case changing(const char* name, const Inputs& r, std::function<cchc_status(cchc_inspection*, cchc_error*)> call) {
    const std::string before = result_json(r.fresh().get());
    return {name, [&r, call, before](cchc_error* e, bool& clean) {
                const Mode mode = failing.mode;
                failing.mode = Mode::off;
                const InspectionPtr round = r.fresh();
                failing.mode = mode;
                const cchc_status status = call(round.get(), e);
                failing.mode = Mode::off;
                clean = status == CCHC_OK || result_json(round.get()) == before;
                return status;
            }};
}

Case adding(const char* name, const Inputs& r, std::int32_t part, const char* json) {
    return changing(name, r, [part, json](cchc_inspection* round, cchc_error* e) {
        return cchc_inspection_add(round, part, json, nul, "a file with a name of some length", nul, nullptr, e);
    });
}

std::vector<Case> changing_cases(const Inputs& r) {
    const char* const more_findings = R"j({"format": "cchc.findings/1",
     "findings": [{"id": "2019-7", "unit": "B", "kind": "difficulty", "text": "Thiếu máy", "origin": "audit", "raised": "2019-09-02"}],
     "conclusions": [{"unit": "B", "document": {"number": "4/KL", "date": "2019-10-01"}, "fixes": [{"finding": "2019-7"}]}],
     "remedies": [{"finding": "2019-7", "measure": "Mua", "done": "2020-01-03"}]})j";
    return {adding("inspection_add, report", r, CCHC_PART_SELF_REPORT, report_b),
            adding("inspection_add, visit", r, CCHC_PART_VISIT, visit_a),
            adding("inspection_add, findings", r, CCHC_PART_FINDINGS, more_findings),
            adding("inspection_add, facts", r, CCHC_PART_FACTS, facts_a),
            adding("inspection_add, scores", r, CCHC_PART_SCORES, scores_a),
            adding("inspection_add, unreadable", r, CCHC_PART_VISIT, R"({"format": "cchc.visit/1", "unit": 3})"),
            changing("inspection_set_statistics", r, [&r](cchc_inspection* round, cchc_error* e) {
                return cchc_inspection_set_statistics(round, r.counted.get(), e);
            })};
}

Case written(const char* name, const Inputs& r, std::int32_t format) {
    return maker<cchc_bytes, cchc_bytes_free>(name, [&r, format](auto** o, auto* e) {
        return cchc_round_document(r.round.get(), "summary", nul, CCHC_LANG_EN, format, o, e);
    });
}

std::vector<Case> reading_cases(const Inputs& r) {
    return {
        maker<cchc_round, cchc_round_free>(
            "round_create", [&r](auto** o, auto* e) { return cchc_round_create(r.filled.get(), CCHC_NO_DAY, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>("round_result_json",
                                           [&r](auto** o, auto* e) { return cchc_round_result_json(r.round.get(), o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "round_overview", [&r](auto** o, auto* e) { return cchc_round_overview(r.round.get(), CCHC_LANG_VI, o, e); }),
        maker<cchc_bytes, cchc_bytes_free>(
            "round_document_names",
            [&r](auto** o, auto* e) { return cchc_round_document_names(r.round.get(), CCHC_LANG_VI, o, e); }),
        written("round_document, JSON", r, CCHC_DOCUMENT_JSON),
        written("round_document, Markdown", r, CCHC_DOCUMENT_MARKDOWN),
        written("round_document, text", r, CCHC_DOCUMENT_TEXT)};
}

}  // namespace

int main(int argc, char** argv) {
    const Inputs inputs;
    std::vector<Case> cases = making_cases(inputs);
    for (auto& c : changing_cases(inputs)) cases.push_back(std::move(c));
    cchc_bytes* made = nullptr;
    cchc_criteria_builtin_ids(&made, nullptr);
    const BytesPtr bytes(made);
    for (const auto& more : {reading_cases(inputs), constant_cases(), freeing_cases(), day_cases(inputs.calendar.get()),
                             view_cases(bytes.get())})
        cases.insert(cases.end(), more.begin(), more.end());
    return run(cases, argc, argv);
}
