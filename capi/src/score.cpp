// Facts under a criteria set: one unit, many units, and facts of several sources.
#include <string>
#include <vector>

#include "cchc/appraisal.hpp"
#include "cchc/scores.hpp"
#include "cchc/scoring.hpp"
#include "cchc/sensitivity.hpp"
#include "cchc/whatif.hpp"
#include "handles.hpp"
#include "progress.hpp"
#include "rows.hpp"
#include "wall.hpp"

using namespace cchc::capi;

namespace {

// The scores of people, or none. Deadlines of the rounds count on the calendar of the country.
cchc::Appraisal sheet_of(const cchc::CriteriaSet& criteria, const cchc::Facts& facts, const char* json, std::size_t size,
                         const char* argument = "sheet_json") {
    const std::string_view sheet = text(json, size, argument);
    if (json == nullptr) return {};
    return cchc::read_appraisal(criteria, facts, sheet, argument, cchc::Calendar::builtin("vn"));
}

void add_refusals(cchc::Scorecard& card, const cchc::Appraisal& sheet) {
    for (std::string& refused : cchc::refusals(sheet)) card.problems.push_back(std::move(refused));
}

cchc::Scorecard score_with(const cchc::CriteriaSet& criteria, const cchc::Facts& facts, const cchc::Appraisal& sheet) {
    cchc::Scorecard card = cchc::score(criteria, facts, sheet.scores);
    add_refusals(card, sheet);
    return card;
}

// Facts and scores of people, as the caller gave them, and how their arguments are called.
struct Year {
    const char* facts;
    std::size_t facts_size;
    const char* sheet;
    std::size_t sheet_size;
    const char *facts_argument, *sheet_argument;
};

cchc::Scorecard score_year(const cchc::CriteriaSet& criteria, const Year& year) {
    const auto facts = cchc::Facts::from_json(text(year.facts, year.facts_size, year.facts_argument), year.facts_argument);
    return score_with(criteria, facts, sheet_of(criteria, facts, year.sheet, year.sheet_size, year.sheet_argument));
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

// Units and options of a call, as the caller gave them.
struct Units {
    const cchc_criteria* criteria;
    const char* const* facts;
    const std::size_t* sizes;
    std::size_t count;
    const char* options_json;
    std::size_t options_size;
};

// The options, or the defaults.
template <class Options>
Options options_of(const char* options_json, std::size_t options_size) {
    const std::string_view json = text(options_json, options_size, "options_json");
    return options_json == nullptr ? Options{} : Options::from_json(json);
}

std::unique_ptr<cchc_bytes> score_many(const Units& given, cchc_progress* progress) {
    require(given.criteria, "criteria");
    const auto options = options_of<cchc::ScoresOptions>(given.options_json, given.options_size);
    require_size(given.count, sizeof(char*), "count");
    Polled polled(progress, static_cast<std::int64_t>(given.count));
    const auto units = read_facts(given.facts, given.sizes, given.count);
    return handle<cchc_bytes>(cchc::scores_to_json(given.criteria->value, units, options, polled.whole()));
}

std::unique_ptr<cchc_bytes> sensitivity(const Units& given, cchc_progress* progress) {
    require(given.criteria, "criteria");
    const cchc::CriteriaSet& criteria = given.criteria->value;
    const auto asked = options_of<cchc::SensitivityRequest>(given.options_json, given.options_size);
    require_size(given.count, sizeof(char*), "count");
    const auto scored = static_cast<std::int64_t>(given.count);
    Polled polled(progress, scored + static_cast<std::int64_t>(asked.draws));
    const auto units = read_facts(given.facts, given.sizes, given.count);
    const auto cards = cchc::score_together(criteria, units, {}, asked.options.ranking.outside, polled.from(0));
    cchc::Sensitivity run(criteria, cards, asked.options);
    run.run(asked.first, asked.first + asked.draws, polled.from(scored));
    return handle<cchc_bytes>(run.result().to_json(criteria));
}

// One unit and the options of a call.
struct One {
    const cchc_criteria* criteria;
    const char* facts_json;
    std::size_t facts_size;
    const char* sheet_json;
    std::size_t sheet_size;
    const char* options_json;
    std::size_t options_size;
};

std::unique_ptr<cchc_bytes> what_if(const One& given, cchc_progress* progress) {
    require(given.criteria, "criteria");
    const cchc::CriteriaSet& criteria = given.criteria->value;
    const auto options = options_of<cchc::WhatIfOptions>(given.options_json, given.options_size);
    Polled polled(progress, 0);  // how many leaves there are depends on the kind of the unit
    const auto facts = cchc::Facts::from_json(text(given.facts_json, given.facts_size, "facts_json"));
    const auto sheet = sheet_of(criteria, facts, given.sheet_json, given.sheet_size);
    auto answer = cchc::what_if(criteria, facts, sheet.scores, {}, options, polled.whole());
    add_refusals(answer.now, sheet);
    return handle<cchc_bytes>(answer.to_json(criteria));
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

cchc_status cchc_score_compare(const cchc_criteria* before, const char* facts_before, size_t facts_before_size,
                               const char* sheet_before, size_t sheet_before_size, const cchc_criteria* after,
                               const char* facts_after, size_t facts_after_size, const char* sheet_after,
                               size_t sheet_after_size, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(before, "before");
        require(after, "after");
        const auto was = score_year(before->value, {facts_before, facts_before_size, sheet_before, sheet_before_size,
                                                    "facts_before", "sheet_before"});
        const auto is = score_year(
            after->value, {facts_after, facts_after_size, sheet_after, sheet_after_size, "facts_after", "sheet_after"});
        return handle<cchc_bytes>(cchc::comparison_to_json(before->value, was, after->value, is));
    });
}

cchc_status cchc_score_many(const cchc_criteria* criteria, const char* const* facts, const size_t* facts_sizes,
                            size_t facts_count, const char* options_json, size_t options_size, cchc_bytes** out,
                            cchc_error* error) noexcept {
    return make(out, error, [&] {
        return score_many({criteria, facts, facts_sizes, facts_count, options_json, options_size}, nullptr);
    });
}

cchc_status cchc_score_many_with_progress(const cchc_criteria* criteria, const char* const* facts, const size_t* facts_sizes,
                                          size_t facts_count, const char* options_json, size_t options_size,
                                          cchc_progress* progress, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        return score_many({criteria, facts, facts_sizes, facts_count, options_json, options_size}, progress);
    });
}

cchc_status cchc_what_if(const cchc_criteria* criteria, const char* facts_json, size_t facts_size, const char* sheet_json,
                         size_t sheet_size, const char* options_json, size_t options_size, cchc_bytes** out,
                         cchc_error* error) noexcept {
    return make(out, error, [&] {
        return what_if({criteria, facts_json, facts_size, sheet_json, sheet_size, options_json, options_size}, nullptr);
    });
}

cchc_status cchc_what_if_with_progress(const cchc_criteria* criteria, const char* facts_json, size_t facts_size,
                                       const char* sheet_json, size_t sheet_size, const char* options_json,
                                       size_t options_size, cchc_progress* progress, cchc_bytes** out,
                                       cchc_error* error) noexcept {
    return make(out, error, [&] {
        return what_if({criteria, facts_json, facts_size, sheet_json, sheet_size, options_json, options_size}, progress);
    });
}

cchc_status cchc_sensitivity(const cchc_criteria* criteria, const char* const* facts, const size_t* facts_sizes,
                             size_t facts_count, const char* options_json, size_t options_size, cchc_bytes** out,
                             cchc_error* error) noexcept {
    return make(out, error, [&] {
        return sensitivity({criteria, facts, facts_sizes, facts_count, options_json, options_size}, nullptr);
    });
}

cchc_status cchc_sensitivity_with_progress(const cchc_criteria* criteria, const char* const* facts,
                                           const size_t* facts_sizes, size_t facts_count, const char* options_json,
                                           size_t options_size, cchc_progress* progress, cchc_bytes** out,
                                           cchc_error* error) noexcept {
    return make(out, error, [&] {
        return sensitivity({criteria, facts, facts_sizes, facts_count, options_json, options_size}, progress);
    });
}
