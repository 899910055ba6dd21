// Facts under a criteria set: one unit, many units, and facts of several sources.
#include <string>
#include <vector>

#include "cchc/appraisal.hpp"
#include "cchc/scores.hpp"
#include "cchc/scoring.hpp"
#include "cchc/sensitivity.hpp"
#include "cchc/whatif.hpp"
#include "handles.hpp"
#include "rows.hpp"
#include "wall.hpp"

using namespace cchc::capi;

namespace {

// The scores of people, or none. Deadlines of the rounds count on the calendar of the country.
cchc::Appraisal sheet_of(const cchc::CriteriaSet& criteria, const cchc::Facts& facts, const char* json, std::size_t size) {
    const std::string_view sheet = text(json, size, "sheet_json");
    if (json == nullptr) return {};
    return cchc::read_appraisal(criteria, facts, sheet, "sheet_json", cchc::Calendar::builtin("vn"));
}

void add_refusals(cchc::Scorecard& card, const cchc::Appraisal& sheet) {
    for (std::string& refused : cchc::refusals(sheet)) card.problems.push_back(std::move(refused));
}

cchc::Scorecard score_with(const cchc::CriteriaSet& criteria, const cchc::Facts& facts, const cchc::Appraisal& sheet) {
    cchc::Scorecard card = cchc::score(criteria, facts, sheet.scores);
    add_refusals(card, sheet);
    return card;
}

bool flag(std::int32_t value, std::string_view argument) {
    if (value != 0 && value != 1) refuse(CCHC_E_ARG_ENUM, argument, "is neither 0 nor 1");
    return value == 1;
}

std::vector<cchc::Facts> read_facts(const char* const* facts, const std::size_t* sizes, std::size_t count) {
    std::vector<cchc::Facts> result;
    for (const std::string_view document : texts(facts, sizes, count, "facts"))
        result.push_back(cchc::Facts::from_json(document, "facts[" + std::to_string(result.size()) + "]"));
    return result;
}

}  // namespace

cchc_status cchc_facts_merge(const char* const* facts, const size_t* facts_sizes, size_t facts_count, cchc_bytes** out,
                             cchc_error* error) noexcept {
    return make(out, error, [&] {
        const auto all = read_facts(facts, facts_sizes, facts_count);
        if (all.empty()) refuse(CCHC_E_ARG_RANGE, "facts_count", "is 0");
        cchc::Facts merged = all.front();
        for (std::size_t i = 1; i < all.size(); ++i) merged.merge(all[i]);
        return handle<cchc_bytes>(merged.to_json());
    });
}

cchc_status cchc_score(const cchc_criteria* criteria, const char* facts_json, size_t facts_size, const char* sheet_json,
                       size_t sheet_size, int32_t with_trace, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(criteria, "criteria");
        const bool trace = flag(with_trace, "with_trace");
        const auto facts = cchc::Facts::from_json(text(facts_json, facts_size, "facts_json"));
        const auto card = score_with(criteria->value, facts, sheet_of(criteria->value, facts, sheet_json, sheet_size));
        return handle<cchc_bytes>(card.to_json(criteria->value, trace ? &facts : nullptr));
    });
}

cchc_status cchc_score_text(const cchc_criteria* criteria, const char* facts_json, size_t facts_size, const char* sheet_json,
                            size_t sheet_size, int32_t with_trace, int32_t lang, cchc_bytes** out,
                            cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(criteria, "criteria");
        const bool trace = flag(with_trace, "with_trace");
        const cchc::Lang language = lang_of(lang);
        const auto facts = cchc::Facts::from_json(text(facts_json, facts_size, "facts_json"));
        const auto card = score_with(criteria->value, facts, sheet_of(criteria->value, facts, sheet_json, sheet_size));
        return handle<cchc_bytes>(card.to_text(criteria->value, language, trace ? &facts : nullptr));
    });
}

cchc_status cchc_score_many(const cchc_criteria* criteria, const char* const* facts, const size_t* facts_sizes,
                            size_t facts_count, const char* options_json, size_t options_size, cchc_bytes** out,
                            cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(criteria, "criteria");
        const std::string_view json = text(options_json, options_size, "options_json");
        cchc::ScoresOptions options;
        if (options_json != nullptr) options = cchc::ScoresOptions::from_json(json);
        const auto units = read_facts(facts, facts_sizes, facts_count);
        return handle<cchc_bytes>(cchc::scores_to_json(criteria->value, units, options));
    });
}

cchc_status cchc_what_if(const cchc_criteria* criteria, const char* facts_json, size_t facts_size, const char* sheet_json,
                         size_t sheet_size, const char* options_json, size_t options_size, cchc_bytes** out,
                         cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(criteria, "criteria");
        const std::string_view json = text(options_json, options_size, "options_json");
        cchc::WhatIfOptions options;
        if (options_json != nullptr) options = cchc::WhatIfOptions::from_json(json);
        const auto facts = cchc::Facts::from_json(text(facts_json, facts_size, "facts_json"));
        const auto sheet = sheet_of(criteria->value, facts, sheet_json, sheet_size);
        auto answer = cchc::what_if(criteria->value, facts, sheet.scores, {}, options);
        add_refusals(answer.now, sheet);
        return handle<cchc_bytes>(answer.to_json(criteria->value));
    });
}

cchc_status cchc_sensitivity(const cchc_criteria* criteria, const char* const* facts, const size_t* facts_sizes,
                             size_t facts_count, const char* options_json, size_t options_size, cchc_bytes** out,
                             cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(criteria, "criteria");
        const std::string_view json = text(options_json, options_size, "options_json");
        cchc::SensitivityRequest asked;
        if (options_json != nullptr) asked = cchc::SensitivityRequest::from_json(json);
        const auto units = read_facts(facts, facts_sizes, facts_count);
        const auto cards = cchc::score_together(criteria->value, units, {}, asked.options.ranking.outside);
        cchc::Sensitivity run(criteria->value, cards, asked.options);
        run.run(asked.first, asked.first + asked.draws);
        return handle<cchc_bytes>(run.result().to_json(criteria->value));
    });
}
