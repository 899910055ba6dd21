// The functions that never allocate, each called once with success and counted.
#pragma once

#include "inspection_support.hpp"
#include "oom.hpp"

namespace {

// Freed while every allocation is counted; `made` was made before.
template <class Handle, auto Free>
Case freeing(const char* name, Owned<Handle, Free> made) {
    const auto held = std::make_shared<Owned<Handle, Free>>(std::move(made));
    return {name,
            [held](cchc_error*, bool&) {
                Free(held->release());
                return CCHC_OK;
            },
            true};
}

template <class Struct>
Case init(const char* name, cchc_status (*call)(Struct*, std::uint32_t)) {
    return {name,
            [call](cchc_error*, bool&) {
                Struct given;
                return call(&given, sizeof given);
            },
            true};
}

Case silent(const char* name, std::function<cchc_status(cchc_error*)> call) {
    return {name, [call](cchc_error* e, bool&) { return call(e); }, true};
}

std::vector<Case> constant_cases() {
    return {silent("version_number", [](auto*) { return cchc_version_number() == 0; }),
            silent("abi_version", [](auto*) { return cchc_abi_version() < 0; }),
            silent("status_name", [](auto*) { return cchc_status_name(CCHC_OK) == nullptr; }),
            init("error_init", cchc_error_init),
            init("progress_init", cchc_progress_init),
            init("csv_options_init", cchc_csv_options_init),
            init("dossier_columns_init", cchc_dossier_columns_init),
            init("fact_column_init", cchc_fact_column_init),
            silent("progress_cancel",
                   [](auto* e) {
                       cchc_progress at = CCHC_PROGRESS_INIT;
                       return cchc_progress_cancel(&at, e);
                   }),
            silent("progress_read", [](auto* e) {
                const cchc_progress at = CCHC_PROGRESS_INIT;
                std::int64_t done = 0;
                return cchc_progress_read(&at, &done, nullptr, e);
            })};
}

std::vector<Case> freeing_cases() {
    const InspectionPtr filled = filled_inspection();
    cchc_bytes* names = nullptr;
    cchc_criteria_builtin_ids(&names, nullptr);
    return {freeing("bytes_free", BytesPtr(names)),
            freeing("calendar_free", vn()),
            freeing("rule_free", rule("weeks")),
            freeing("policy_free", policy("td")),
            freeing("statistics_free", statistics()),
            freeing("reconcile_free", reconcile()),
            freeing("quality_free", quality()),
            freeing("criteria_free", criteria(two_kinds)),
            freeing("round_free", computed(filled.get())),
            freeing("inspection_free", filled_inspection())};
}

std::vector<Case> day_cases(const cchc_calendar* calendar) {
    static constexpr std::int32_t days[] = {18300, 18320}, n[] = {1, 2};
    static std::int32_t result[2];
    static std::uint8_t codes[3][2];
    return {
        silent("calendar_coverage", [=](auto* e) { return cchc_calendar_coverage(calendar, result, nullptr, e); }),
        silent("calendar_projected_from", [=](auto* e) { return cchc_calendar_projected_from(calendar, result, e); }),
        silent("calendar_is_working",
               [=](auto* e) { return cchc_calendar_is_working(calendar, days, 2, codes[0], nullptr, nullptr, e); }),
        silent("calendar_add_working_days",
               [=](auto* e) { return cchc_calendar_add_working_days(calendar, days, n, 2, result, nullptr, nullptr, e); }),
        silent(
            "calendar_count_working_days",
            [=](auto* e) { return cchc_calendar_count_working_days(calendar, days, days, 2, result, nullptr, nullptr, e); }),
        silent("lunar_from_days",
               [](auto* e) {
                   return cchc_lunar_from_days(days, 2, result, codes[0], codes[1], codes[2], nullptr, nullptr, e);
               }),
        silent("lunar_to_days",
               [](auto* e) {
                   static constexpr std::int32_t years[] = {2020, 2021};
                   static constexpr std::uint8_t ones[] = {1, 1};
                   return cchc_lunar_to_days(years, ones, ones, nullptr, 2, result, nullptr, nullptr, e);
               }),
        silent("lunar_years", [](auto* e) { return cchc_lunar_years(2020, 2, result, nullptr, codes[0], codes[1], e); })};
}

std::vector<Case> view_cases(const cchc_bytes* bytes) {
    return {silent("bytes_view", [bytes](auto* e) {
        const char* data = nullptr;
        return cchc_bytes_view(bytes, &data, nullptr, e);
    })};
}

}  // namespace
