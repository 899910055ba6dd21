// Rounds of inspection: made, filled, read as JSON and as documents.
#include "cchc/inspection.hpp"

#include <string>

#include "cchc/documents.hpp"
#include "counting.hpp"
#include "documents.hpp"
#include "handles.hpp"
#include "rows.hpp"
#include "wall.hpp"

using namespace cchc::capi;

namespace {

cchc::Outline outline_of(const char* json, std::size_t size, std::string_view builtin) {
    const std::string_view given = text(json, size, "outline_json");
    return json == nullptr ? cchc::Outline::builtin(builtin) : cchc::Outline::from_json(given, "outline_json");
}

bool add(cchc::Inspection& round, std::int32_t part, std::string_view json, std::string_view source) {
    switch (part) {
        case CCHC_PART_SELF_REPORT: return round.add_self_report(json, source);
        case CCHC_PART_VISIT: return round.add_visit(json, source);
        case CCHC_PART_FINDINGS: return round.add_findings(json, source);
        case CCHC_PART_FACTS: return round.add_facts(json, source);
        case CCHC_PART_SCORES: return round.add_scores(json, source);
        default: refuse(CCHC_E_ARG_ENUM, "part", "is none of CCHC_PART_...");
    }
}

// A file as it came: one that is no UTF-8 is a problem of the round, as one that is no JSON.
std::string_view file(const char* json, std::size_t size) {
    if (size != CCHC_NUL_TERMINATED) return bytes(json, size, "json");
    require(json, "json");
    return json;
}

}  // namespace

cchc_status cchc_plan_builtin_json(const char* id, size_t id_size, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error,
                [&] { return handle<cchc_bytes>(cchc::InspectionPlan::builtin(text(id, id_size, "id")).to_json()); });
}

cchc_status cchc_outline_builtin_json(const char* id, size_t id_size, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] { return handle<cchc_bytes>(cchc::Outline::builtin(text(id, id_size, "id")).to_json()); });
}

cchc_status cchc_self_report_check(const char* report_json, size_t report_size, const char* outline_json,
                                   size_t outline_size, const char* kind, size_t kind_size, cchc_bytes** out,
                                   cchc_error* error) noexcept {
    return make(out, error, [&] {
        const std::string_view report = text(report_json, report_size, "report_json");
        const cchc::Outline outline = outline_of(outline_json, outline_size, "huong-hoa-2020");
        const auto read = cchc::SelfReport::from_json(report, "report_json", outline, text(kind, kind_size, "kind"));
        return handle<cchc_bytes>(cchc::to_json(read.problems));
    });
}

cchc_status cchc_inspection_create(const char* plan_json, size_t plan_size, const char* outline_json, size_t outline_size,
                                   const cchc_criteria* criteria, const cchc_calendar* calendar, cchc_inspection** out,
                                   cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(calendar, "calendar");
        auto plan = cchc::InspectionPlan::from_json(text(plan_json, plan_size, "plan_json"), "plan_json");
        auto outline = outline_of(outline_json, outline_size, plan.outline);
        auto policy = cchc::OutcomePolicy::builtin(plan.policy);
        std::optional<cchc::CriteriaSet> set;
        if (criteria != nullptr) set.emplace(criteria->value);
        return handle<cchc_inspection>(
            cchc::Inspection(std::move(plan), std::move(outline), calendar->value, std::move(set), std::move(policy)));
    });
}

void cchc_inspection_free(cchc_inspection* inspection) noexcept { delete inspection; }

cchc_status cchc_inspection_add(cchc_inspection* inspection, int32_t part, const char* json, size_t json_size,
                                const char* source, size_t source_size, uint8_t* taken, cchc_error* error) noexcept {
    return wall(error, [&] {
        require(inspection, "inspection");
        const bool counts = add(inspection->value, part, file(json, json_size), text(source, source_size, "source"));
        if (taken != nullptr) *taken = counts ? 1 : 0;
    });
}

cchc_status cchc_inspection_set_statistics(cchc_inspection* inspection, const cchc_statistics* statistics,
                                           cchc_error* error) noexcept {
    return wall(error, [&] {
        require(inspection, "inspection");
        require(statistics, "statistics");
        inspection->value.set_statistics(statistics->value.result());
    });
}

cchc_status cchc_round_create(const cchc_inspection* inspection, int32_t as_of_day, cchc_round** out,
                              cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(inspection, "inspection");
        std::optional<cchc::Date> as_of;
        if (as_of_day != CCHC_NO_DAY) as_of = cchc::from_days(as_of_day);
        cchc::InspectionResult result = inspection->value.result(as_of);
        return std::unique_ptr<cchc_round>(new cchc_round{inspection->value, std::move(result)});
    });
}

void cchc_round_free(cchc_round* round) noexcept { delete round; }

cchc_status cchc_round_result_json(const cchc_round* round, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(round, "round");
        return handle<cchc_bytes>(to_json(round->inspection, round->result));
    });
}

cchc_status cchc_round_overview(const cchc_round* round, int32_t lang, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(round, "round");
        return handle<cchc_bytes>(cchc::report::overview(round->inspection, round->result, lang_of(lang)));
    });
}

cchc_status cchc_round_document_names(const cchc_round* round, int32_t lang, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(round, "round");
        const auto names = cchc::report::document_names(round->inspection, round->result, lang_of(lang));
        return handle<cchc_bytes>(cchc::report::names_to_json(names));
    });
}

cchc_status cchc_round_document(const cchc_round* round, const char* name, size_t name_size, int32_t lang, int32_t format,
                                cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(round, "round");
        const cchc::Lang language = lang_of(lang);
        check_document_format(format);
        const std::string_view wanted = text(name, name_size, "name");
        return handle<cchc_bytes>(
            written(cchc::report::document(round->inspection, round->result, wanted, language), format));
    });
}
