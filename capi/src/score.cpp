// Facts under a criteria set: one unit, many units, and facts of several sources.
#include <string>
#include <vector>

#include "cchc/scores.hpp"
#include "cchc/scoring.hpp"
#include "handles.hpp"
#include "rows.hpp"
#include "wall.hpp"

using namespace cchc::capi;

namespace {

void refuse_sheet(const char* sheet_json, std::size_t sheet_size) {
    if (sheet_json != nullptr || sheet_size != 0) refuse(CCHC_E_OPTION_UNKNOWN, "sheet_json", "is not NULL");
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
        refuse_sheet(sheet_json, sheet_size);
        const bool trace = flag(with_trace, "with_trace");
        const auto facts = cchc::Facts::from_json(text(facts_json, facts_size, "facts_json"));
        const auto card = cchc::score(criteria->value, facts);
        return handle<cchc_bytes>(card.to_json(criteria->value, trace ? &facts : nullptr));
    });
}

cchc_status cchc_score_text(const cchc_criteria* criteria, const char* facts_json, size_t facts_size, const char* sheet_json,
                            size_t sheet_size, int32_t with_trace, int32_t lang, cchc_bytes** out,
                            cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(criteria, "criteria");
        refuse_sheet(sheet_json, sheet_size);
        const bool trace = flag(with_trace, "with_trace");
        const cchc::Lang language = lang_of(lang);
        const auto facts = cchc::Facts::from_json(text(facts_json, facts_size, "facts_json"));
        const auto card = cchc::score(criteria->value, facts);
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
