#include "cchc/quality.hpp"

#include <span>

#include "counting.hpp"
#include "moment.hpp"
#include "wall.hpp"

using namespace cchc::capi;

namespace {

std::optional<cchc::Date> today_of(std::int32_t day) {
    if (day == CCHC_NO_DAY) return std::nullopt;
    if (!in_range(day * std::int64_t{cchc::seconds_per_day})) {
        refuse(CCHC_E_ARG_RANGE, "today_day", "is not in the years 1 to 9999");
    }
    return cchc::from_days(day);
}

}  // namespace

void cchc::capi::count(QualityReport& into, Dossiers& chunk) { into.add(chunk, {}, chunk.problem); }

cchc_status cchc_quality_create(const char* query_json, size_t query_size, int32_t today_day, cchc_quality** out,
                                cchc_error* error) noexcept {
    return make(out, error, [&] {
        const auto json = text(query_json, query_size, "query_json");
        return std::make_unique<cchc_quality>(cchc::QualityReport(cchc::Query::from_json(json), today_of(today_day)));
    });
}

void cchc_quality_free(cchc_quality* quality) noexcept { delete quality; }

cchc_status cchc_quality_begin_csv(cchc_quality* quality, const cchc_csv_options* options, cchc_error* error) noexcept {
    return wall(error, [&] { begin_csv(quality, "quality", options); });
}

cchc_status cchc_quality_add_csv(cchc_quality* quality, const char* block, size_t block_size, cchc_error* error) noexcept {
    return wall(error, [&] { add_csv(quality, "quality", block, block_size); });
}

cchc_status cchc_quality_finish_csv(cchc_quality* quality, cchc_bytes** report, cchc_error* error) noexcept {
    return make(report, error, [&] { return finish_csv(quality, "quality"); });
}

cchc_status cchc_quality_add_columns(cchc_quality* quality, const cchc_dossier_columns* columns, uint32_t* row_flags,
                                     uint8_t* row_problem, size_t* failed, cchc_error* error) noexcept {
    return wall(error, [&] {
        require(quality, "quality");
        const cchc_dossier_columns known = known_columns(columns);
        cchc::QualityReport counted(quality->value);
        const std::size_t bad = read_columns(known, row_problem, [&](cchc::Dossiers& chunk, std::size_t first) {
            const std::size_t n = row_flags == nullptr ? 0 : chunk.size();
            counted.add(chunk, n == 0 ? std::span<std::uint32_t>() : std::span(row_flags + first, n), chunk.problem);
        });
        quality->value = std::move(counted);
        if (failed != nullptr) *failed = bad;
    });
}

cchc_status cchc_quality_merge(cchc_quality* quality, const cchc_quality* other, cchc_error* error) noexcept {
    return wall(error, [&] { merge<cchc::QualityReport>(quality, "quality", other); });
}

cchc_status cchc_quality_result_json(const cchc_quality* quality, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(quality, "quality");
        return handle<cchc_bytes>(cchc::to_json(quality->value.result()));
    });
}

cchc_status cchc_quality_result_csv(const cchc_quality* quality, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(quality, "quality");
        return handle<cchc_bytes>(cchc::to_csv(quality->value.result()));
    });
}
