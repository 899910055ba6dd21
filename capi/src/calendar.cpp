#include "handles.hpp"
#include "rows.hpp"
#include "wall.hpp"

using namespace cchc::capi;

cchc_status cchc_calendar_builtin(const char* id, size_t id_size, cchc_calendar** out, cchc_error* error) noexcept {
    return make(out, error, [&] { return handle<cchc_calendar>(cchc::Calendar::builtin(text(id, id_size, "id"))); });
}

cchc_status cchc_calendar_from_json(const char* json, size_t json_size, cchc_calendar** out, cchc_error* error) noexcept {
    return make(out, error, [&] { return handle<cchc_calendar>(cchc::Calendar::from_json(text(json, json_size, "json"))); });
}

void cchc_calendar_free(cchc_calendar* calendar) noexcept { delete calendar; }

cchc_status cchc_calendar_coverage(const cchc_calendar* calendar, int32_t* from_day, int32_t* to_day,
                                   cchc_error* error) noexcept {
    return wall(error, [&] {
        require(calendar, "calendar");
        if (from_day != nullptr) *from_day = cchc::to_days(calendar->value.from());
        if (to_day != nullptr) *to_day = cchc::to_days(calendar->value.to());
    });
}

cchc_status cchc_calendar_is_working(const cchc_calendar* calendar, const int32_t* days, size_t count, uint8_t* working,
                                     uint8_t* row_status, size_t* failed, cchc_error* error) noexcept {
    return wall(error, [&] {
        require(calendar, "calendar");
        const std::size_t bad = calendar->value.is_working(column(days, count, "days"), column(working, count, "working"),
                                                           status_column(row_status, count));
        if (failed != nullptr) *failed = bad;
    });
}

cchc_status cchc_calendar_add_working_days(const cchc_calendar* calendar, const int32_t* days, const int32_t* n,
                                           size_t count, int32_t* result, uint8_t* row_status, size_t* failed,
                                           cchc_error* error) noexcept {
    return wall(error, [&] {
        require(calendar, "calendar");
        const std::size_t bad =
            calendar->value.add_working_days(column(days, count, "days"), column(n, count, "n"),
                                             column(result, count, "result"), status_column(row_status, count));
        if (failed != nullptr) *failed = bad;
    });
}

cchc_status cchc_calendar_count_working_days(const cchc_calendar* calendar, const int32_t* from, const int32_t* to,
                                             size_t count, int32_t* result, uint8_t* row_status, size_t* failed,
                                             cchc_error* error) noexcept {
    return wall(error, [&] {
        require(calendar, "calendar");
        const std::size_t bad =
            calendar->value.count_working_days(column(from, count, "from"), column(to, count, "to"),
                                               column(result, count, "result"), status_column(row_status, count));
        if (failed != nullptr) *failed = bad;
    });
}

cchc_status cchc_calendar_to_json(const cchc_calendar* calendar, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(calendar, "calendar");
        return handle<cchc_bytes>(calendar->value.to_json());
    });
}

cchc_status cchc_calendar_days_json(const cchc_calendar* calendar, int32_t from_day, int32_t to_day, cchc_bytes** out,
                                    cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(calendar, "calendar");
        return handle<cchc_bytes>(cchc::days_to_json(calendar->value, cchc::from_days(from_day), cchc::from_days(to_day)));
    });
}

cchc_status cchc_calendar_working_seconds(const cchc_calendar* calendar, const int64_t* from, const int64_t* to,
                                          size_t count, int64_t* seconds, uint8_t* row_status, size_t* failed,
                                          cchc_error* error) noexcept {
    return wall(error, [&] {
        require(calendar, "calendar");
        const std::size_t bad =
            calendar->value.working_seconds(column(from, count, "from"), column(to, count, "to"),
                                            column(seconds, count, "seconds"), status_column(row_status, count));
        if (failed != nullptr) *failed = bad;
    });
}

cchc_status cchc_calendar_advance(const cchc_calendar* calendar, const int64_t* from, const int64_t* seconds, size_t count,
                                  int32_t boundary, int64_t* result, uint8_t* row_status, size_t* failed,
                                  cchc_error* error) noexcept {
    return wall(error, [&] {
        require(calendar, "calendar");
        if (boundary != CCHC_BOUNDARY_EARLIEST && boundary != CCHC_BOUNDARY_LATEST)
            refuse(CCHC_E_ARG_ENUM, "boundary", "is none of CCHC_BOUNDARY_...");
        const auto which = boundary == CCHC_BOUNDARY_LATEST ? cchc::Boundary::latest : cchc::Boundary::earliest;
        const std::size_t bad =
            calendar->value.advance(column(from, count, "from"), column(seconds, count, "seconds"), which,
                                    column(result, count, "result"), status_column(row_status, count));
        if (failed != nullptr) *failed = bad;
    });
}
