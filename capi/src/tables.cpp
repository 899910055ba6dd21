// Statistics as tables and documents that people read, and as facts that criteria read.
#include "cchc/documents.hpp"
#include "cchc/hierarchy.hpp"
#include "counting.hpp"
#include "documents.hpp"
#include "rows.hpp"
#include "wall.hpp"

using namespace cchc::capi;

namespace {

std::size_t grouping_of(const cchc::Statistics& statistics, std::int32_t grouping) {
    const auto groupings = static_cast<std::int64_t>(statistics.query().groupings.size());
    if (grouping < 0 || grouping >= groupings) refuse(CCHC_E_ARG_RANGE, "grouping", "is no index into \"by\" of the query");
    return static_cast<std::size_t>(grouping);
}

cchc::Table table_of(const cchc::StatisticsResult& result, std::int32_t table, std::size_t grouping, cchc::Lang lang) {
    switch (table) {
        case CCHC_TABLE_FORM_II06A: return cchc::form_ii06a(result, grouping, lang);
        case CCHC_TABLE_OUTLINE_274: return cchc::form_outline(result, grouping, lang);
        case CCHC_TABLE_TIMING: return cchc::timing_table(result, grouping, lang);
        default: refuse(CCHC_E_ARG_ENUM, "table", "is no table of statistics");
    }
}

}  // namespace

cchc_status cchc_statistics_table(const cchc_statistics* statistics, int32_t table, int32_t grouping, int32_t lang,
                                  cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(statistics, "statistics");
        const cchc::Lang language = lang_of(lang);
        const std::size_t index = grouping_of(statistics->value, grouping);
        return handle<cchc_bytes>(cchc::report::to_text(table_of(statistics->value.result(), table, index, language)));
    });
}

cchc_status cchc_statistics_form_document(const cchc_statistics* statistics, int32_t grouping, int32_t lang, int32_t format,
                                          cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(statistics, "statistics");
        const cchc::Lang language = lang_of(lang);
        check_document_format(format);
        const std::size_t index = grouping_of(statistics->value, grouping);
        return handle<cchc_bytes>(
            written(cchc::report::form_ii06a(statistics->value.result(), index, {}, language), format));
    });
}

cchc_status cchc_statistics_facts_json(const cchc_statistics* statistics, const char* agency, size_t agency_size,
                                       const char* kind, size_t kind_size, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(statistics, "statistics");
        const std::string_view whose = text(agency, agency_size, "agency");
        cchc::Facts facts = cchc::facts(statistics->value.result(), whose);
        facts.kind = text(kind, kind_size, "kind");
        return handle<cchc_bytes>(facts.to_json());
    });
}

cchc_status cchc_statistics_consolidated_table(const cchc_statistics* statistics, const char* hierarchy,
                                               size_t hierarchy_size, int32_t table, int32_t lang, cchc_bytes** out,
                                               cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(statistics, "statistics");
        const cchc::Lang language = lang_of(lang);
        if (table != CCHC_TABLE_FORM_BY_LEVEL && table != CCHC_TABLE_FORM_BY_UNIT)
            refuse(CCHC_E_ARG_ENUM, "table", "is no table of consolidated statistics");
        const auto units = cchc::Hierarchy::from_text(text(hierarchy, hierarchy_size, "hierarchy"));
        const auto all = cchc::consolidate(statistics->value.result(), units);
        return handle<cchc_bytes>(cchc::report::to_text(
            table == CCHC_TABLE_FORM_BY_LEVEL ? cchc::form_by_level(all, language) : cchc::form_by_unit(all, language)));
    });
}
