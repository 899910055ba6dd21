// The names of the enumerations in rule files.
#pragma once

#include <string_view>
#include <utility>

#include "cchc/deadline.hpp"

namespace cchc {

inline constexpr std::pair<std::string_view, Unit> unit_names[] = {
    {"working_day", Unit::working_day},
    {"calendar_day", Unit::calendar_day},
    {"working_hour", Unit::working_hour},
    {"clock_hour", Unit::clock_hour},
    {"week", Unit::week},
    {"month", Unit::month},
    {"year", Unit::year},
};
inline constexpr std::pair<std::string_view, CountFrom> count_from_names[] = {
    {"next_day", CountFrom::next_day}, {"receipt_day", CountFrom::receipt_day}, {"instant", CountFrom::instant}};
inline constexpr std::pair<std::string_view, DueInstant> due_instant_names[] = {
    {"end_of_last_session", DueInstant::end_of_last_session},
    {"keep_time", DueInstant::keep_time},
    {"end_of_date", DueInstant::end_of_date}};
inline constexpr std::pair<std::string_view, Roll> roll_names[] = {{"none", Roll::none},
                                                                   {"next_working_day", Roll::next_working_day}};
inline constexpr std::pair<std::string_view, OutsideSessions> outside_sessions_names[] = {
    {"as_received", OutsideSessions::as_received}, {"next_session", OutsideSessions::next_session}};
inline constexpr std::pair<std::string_view, Boundary> boundary_names[] = {{"earliest", Boundary::earliest},
                                                                           {"latest", Boundary::latest}};

inline constexpr std::pair<std::string_view, PauseModel> pause_names[] = {
    {"none", PauseModel::none},
    {"exclude", PauseModel::exclude},
    {"add_elapsed", PauseModel::add_elapsed},
    {"restart", PauseModel::restart},
    {"add_calendar_days", PauseModel::add_calendar_days},
    {"replace", PauseModel::replace}};

constexpr bool is_hours(Unit unit) noexcept { return unit == Unit::working_hour || unit == Unit::clock_hour; }

}  // namespace cchc
