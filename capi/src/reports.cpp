// Periods by name, chains, levels, published forms.
#include <algorithm>
#include <optional>
#include <vector>

#include "cchc/hierarchy.hpp"
#include "cchc/period.hpp"
#include "cchc/published_form.hpp"
#include "cchc/series.hpp"
#include "counting.hpp"
#include "handles.hpp"
#include "wall.hpp"

using namespace cchc::capi;

namespace {

cchc::PeriodScheme scheme(std::int32_t windows) {
    switch (windows) {
        case CCHC_WINDOWS_ND_09_2019: return cchc::PeriodScheme::nd_09_2019;
        case CCHC_WINDOWS_CALENDAR: return cchc::PeriodScheme::calendar;
        default: refuse(CCHC_E_ARG_ENUM, "windows", "is none of CCHC_WINDOWS_...");
    }
}

std::optional<cchc::FormVariant> variant_of(std::string_view text) {
    if (text.empty()) return std::nullopt;
    return text.front() == '{' ? cchc::FormVariant::from_json(text) : cchc::FormVariant::builtin(text);
}

}  // namespace

cchc_status cchc_period_dates(const char* name, size_t name_size, int32_t windows, int32_t* from_days, int32_t* to_days,
                              size_t capacity, size_t* count, cchc_error* error) noexcept {
    return wall(error, [&] {
        const auto from = column(from_days, capacity, "from_days");
        const auto to = column(to_days, capacity, "to_days");
        require(count, "count");
        const std::vector<cchc::Period> periods = cchc::periods(scheme(windows), text(name, name_size, "name"));
        *count = periods.size();
        if (periods.size() > capacity) refuse(CCHC_E_BUFFER_SMALL, "capacity", "is smaller than the number of periods");
        for (std::size_t i = 0; i < periods.size(); ++i) {
            from[i] = cchc::to_days(periods[i].from);
            to[i] = cchc::to_days(periods[i].to);
        }
    });
}

cchc_status cchc_statistics_check_chain(const cchc_statistics* previous, const cchc_statistics* current, cchc_bytes** out,
                                        cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(previous, "previous");
        require(current, "current");
        return handle<cchc_bytes>(cchc::chain_to_json(cchc::check_chain(previous->value.result(), current->value.result())));
    });
}

cchc_status cchc_statistics_consolidate(const cchc_statistics* statistics, const char* hierarchy, size_t hierarchy_size,
                                        cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(statistics, "statistics");
        const auto units = cchc::Hierarchy::from_text(text(hierarchy, hierarchy_size, "hierarchy"));
        return handle<cchc_bytes>(cchc::to_json(cchc::consolidate(statistics->value.result(), units)));
    });
}

cchc_status cchc_form_check(const char* form, size_t form_size, const char* next, size_t next_size, const char* variant,
                            size_t variant_size, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        cchc::FormReadOptions options;
        options.variant = variant_of(text(variant, variant_size, "variant"));
        const auto first = cchc::read_published_form(text(form, form_size, "form"), options);
        const auto after = text(next, next_size, "next");
        if (after.empty()) return handle<cchc_bytes>(cchc::to_json(cchc::check_form(first)));
        options.source = "next";
        return handle<cchc_bytes>(cchc::to_json(cchc::check_forms(first, cchc::read_published_form(after, options))));
    });
}
