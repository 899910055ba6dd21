#include "cchc/statistics.hpp"

#include "counting.hpp"
#include "wall.hpp"

using namespace cchc::capi;

void cchc::capi::count(Statistics& into, Dossiers& chunk) { into.add(chunk, chunk.problem); }

cchc_status cchc_statistics_create(const char* query_json, size_t query_size, cchc_statistics** out,
                                   cchc_error* error) noexcept {
    return make(out, error, [&] {
        const auto json = text(query_json, query_size, "query_json");
        return std::make_unique<cchc_statistics>(cchc::Statistics(cchc::Query::from_json(json)));
    });
}

void cchc_statistics_free(cchc_statistics* statistics) noexcept { delete statistics; }

cchc_status cchc_statistics_add_columns(cchc_statistics* statistics, const cchc_dossier_columns* columns,
                                        uint8_t* row_problem, size_t* failed, cchc_error* error) noexcept {
    return wall(error, [&] { add_columns(statistics, "statistics", columns, row_problem, failed); });
}

cchc_status cchc_statistics_merge(cchc_statistics* statistics, const cchc_statistics* other, cchc_error* error) noexcept {
    return wall(error, [&] { merge<cchc::Statistics>(statistics, "statistics", other); });
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
