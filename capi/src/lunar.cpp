#include "cchc/lunar.hpp"

#include "handles.hpp"
#include "rows.hpp"
#include "wall.hpp"

using namespace cchc::capi;

cchc_status cchc_calendar_from_json_with_base(const char* json, size_t json_size, const cchc_calendar* base,
                                              cchc_calendar** out, cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(base, "base");
        return handle<cchc_calendar>(cchc::Calendar::from_json(text(json, json_size, "json"), "json", base->value));
    });
}

cchc_status cchc_calendar_with_projection(const cchc_calendar* calendar, int32_t to_year, cchc_calendar** out,
                                          cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(calendar, "calendar");
        return handle<cchc_calendar>(cchc::with_projection(calendar->value, to_year));
    });
}

cchc_status cchc_calendar_as_known_on(const cchc_calendar* calendar, int32_t day, cchc_calendar** out,
                                      cchc_error* error) noexcept {
    return make(out, error, [&] {
        require(calendar, "calendar");
        if (cchc::from_days(day) < *cchc::make_date(1, 1, 1) || cchc::from_days(day) > *cchc::make_date(9999, 12, 31))
            refuse(CCHC_E_ARG_RANGE, "day", "is beyond the years 1 to 9999");
        return handle<cchc_calendar>(calendar->value.as_known_on(cchc::from_days(day)));
    });
}

cchc_status cchc_calendar_projected_from(const cchc_calendar* calendar, int32_t* day, cchc_error* error) noexcept {
    return wall(error, [&] {
        require(calendar, "calendar");
        require(day, "day");
        const auto from = calendar->value.projected_from();
        *day = from ? cchc::to_days(*from) : CCHC_NO_DAY;
    });
}

cchc_status cchc_projected_holidays_json(int32_t year, cchc_bytes** out, cchc_error* error) noexcept {
    return make(out, error, [&] { return handle<cchc_bytes>(cchc::to_json(cchc::projected_holidays(year))); });
}

cchc_status cchc_lunar_from_days(const int32_t* days, size_t count, int32_t* year, uint8_t* month, uint8_t* day,
                                 uint8_t* leap, uint8_t* row_status, size_t* failed, cchc_error* error) noexcept {
    return wall(error, [&] {
        const cchc::LunarColumns out{column(year, count, "year"), column(month, count, "month"), column(day, count, "day"),
                                     column(leap, count, "leap")};
        const std::size_t bad = cchc::to_lunar(column(days, count, "days"), out, status_column(row_status, count));
        if (failed != nullptr) *failed = bad;
    });
}

cchc_status cchc_lunar_to_days(const int32_t* year, const uint8_t* month, const uint8_t* day, const uint8_t* leap,
                               size_t count, int32_t* days, uint8_t* row_status, size_t* failed,
                               cchc_error* error) noexcept {
    return wall(error, [&] {
        const cchc::ConstLunarColumns dates{column(year, count, "year"), column(month, count, "month"),
                                            column(day, count, "day"), optional_column(leap, count)};
        const std::size_t bad = cchc::to_solar(dates, column(days, count, "days"), status_column(row_status, count));
        if (failed != nullptr) *failed = bad;
    });
}

cchc_status cchc_lunar_years(int32_t first_year, size_t count, int32_t* tet, int32_t* hung_kings, uint8_t* leap_month,
                             uint8_t* sensitive, cchc_error* error) noexcept {
    return wall(error, [&] {
        if (first_year < cchc::first_lunar_year || first_year > cchc::last_lunar_year)
            refuse(CCHC_E_ARG_RANGE, "first_year", "is not in 1900 .. 2199");
        if (count > static_cast<std::size_t>(cchc::last_lunar_year - first_year + 1))
            refuse(CCHC_E_ARG_RANGE, "count", "leads beyond the year 2199");
        for (std::size_t i = 0; i < count; ++i) {
            const int year = first_year + static_cast<int>(i);
            if (tet != nullptr) tet[i] = cchc::to_days(cchc::tet(year));
            if (hung_kings != nullptr) hung_kings[i] = cchc::to_days(cchc::hung_kings_day(year));
            if (leap_month != nullptr) leap_month[i] = static_cast<uint8_t>(cchc::leap_month(year).value_or(0));
            if (sensitive != nullptr) sensitive[i] = static_cast<uint8_t>(cchc::is_sensitive_lunar_year(year));
        }
    });
}
