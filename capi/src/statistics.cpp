#include "cchc/statistics.hpp"

#include "handles.hpp"
#include "statistics_handle.hpp"
#include "wall.hpp"

using namespace cchc::capi;

namespace {

constexpr std::size_t first_columns_size = 248;  // of release 0.1; later fields are appended

}  // namespace

void cchc::capi::merge_whole(Statistics& into, const Statistics& other) {
    Statistics merged(into);
    merged.merge(other);
    into = std::move(merged);
}

cchc_status cchc_statistics_create(const char* query_json, size_t query_size, cchc_statistics** out,
                                   cchc_error* error) noexcept {
    return make(out, error, [&] {
        const auto json = text(query_json, query_size, "query_json");
        return std::make_unique<cchc_statistics>(cchc::Statistics(cchc::Query::from_json(json)));
    });
}

void cchc_statistics_free(cchc_statistics* statistics) noexcept { delete statistics; }

cchc_status cchc_dossier_columns_init(cchc_dossier_columns* columns, uint32_t struct_size) noexcept {
    return init_struct(columns, struct_size, first_columns_size);
}

cchc_status cchc_statistics_add_columns(cchc_statistics* statistics, const cchc_dossier_columns* columns,
                                        uint8_t* row_problem, size_t* failed, cchc_error* error) noexcept {
    return wall(error, [&] {
        require(statistics, "statistics");
        cchc_dossier_columns known = CCHC_DOSSIER_COLUMNS_INIT;
        copy_struct(columns, &known, sizeof known, first_columns_size, "columns");
        if (known.reserved0 != 0) refuse(CCHC_E_OPTION_UNKNOWN, "columns", "has a reserved field that is not 0");
        const std::size_t bad = add_columns(statistics->value, known, row_problem);
        if (failed != nullptr) *failed = bad;
    });
}

cchc_status cchc_statistics_merge(cchc_statistics* statistics, const cchc_statistics* other, cchc_error* error) noexcept {
    return wall(error, [&] {
        require(statistics, "statistics");
        require(other, "other");
        merge_whole(statistics->value, other->value);
    });
}

cchc_status cchc_statistics_serialize(const cchc_statistics* statistics, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(statistics, "statistics");
        return handle<cchc_bytes>(statistics->value.to_bytes());
    });
}

cchc_status cchc_statistics_deserialize(const char* data, size_t size, cchc_statistics** out, cchc_error* error) noexcept {
    return make(out, error,
                [&] { return std::make_unique<cchc_statistics>(cchc::Statistics::from_bytes(bytes(data, size, "data"))); });
}

cchc_status cchc_statistics_result_json(const cchc_statistics* statistics, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(statistics, "statistics");
        return handle<cchc_bytes>(cchc::to_json(statistics->value.result()));
    });
}

cchc_status cchc_statistics_result_csv(const cchc_statistics* statistics, int32_t grouping, cchc_bytes** out,
                                       cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(statistics, "statistics");
        const auto groupings = static_cast<std::int64_t>(statistics->value.query().groupings.size());
        if (grouping < 0 || grouping >= groupings) {
            refuse(CCHC_E_ARG_RANGE, "grouping", "is no index into \"by\" of the query");
        }
        return handle<cchc_bytes>(cchc::to_csv(statistics->value.result(), static_cast<std::size_t>(grouping)));
    });
}
