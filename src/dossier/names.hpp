// The names of the enumerations in files and messages.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "cchc/dossier.hpp"

namespace cchc {

inline constexpr std::array<std::string_view, status_count> status_names = {
    "unknown",   "registered", "received", "not_accepted",    "processing", "supplement", "financial_duty",
    "withdrawn", "stopped",    "finished", "result_returned", "refused",    "returned"};
inline constexpr std::array<std::string_view, 4> channel_names = {"unknown", "in_person", "online", "post"};
inline constexpr std::array<std::string_view, problem_count> problem_names = {"none",
                                                                              "wrong_field_count",
                                                                              "line_too_long",
                                                                              "open_quote",
                                                                              "bad_quote",
                                                                              "invalid_utf8",
                                                                              "bad_date",
                                                                              "bad_limit",
                                                                              "bad_unit",
                                                                              "unknown_status",
                                                                              "unknown_channel",
                                                                              "missing_received",
                                                                              "due_before_received",
                                                                              "completed_before_received",
                                                                              "outside_coverage",
                                                                              "limit_refused",
                                                                              "needs_hour",
                                                                              "missing_id",
                                                                              "unknown_service_level",
                                                                              "bad_pause",
                                                                              "bad_json"};
inline constexpr std::array<std::string_view, service_level_count> service_level_names = {
    "unknown", "level_1", "level_2", "level_3", "level_4", "partial", "full"};
inline constexpr std::array<std::string_view, clock_kind_count> clock_kind_names = {
    "supplement", "financial_duty", "verification", "other_body", "extension"};
inline constexpr std::array<std::string_view, event_count> event_names = {
    "received", "original_due", "due", "completed", "returned", "supplement_requested", "supplement_received", "apology"};

// The canonical columns of a dossier file, in the order of Mapping::canonical_columns().
enum class Column : std::uint8_t {
    id,
    agency,
    field,
    procedure,
    channel,
    received,
    limit,
    unit,
    original_due,
    due,
    completed,
    returned,
    status,
    supplement_requested,
    supplement_received,
    apology,
    cause,
    service_level,
};
inline constexpr std::size_t column_count = 18;
inline constexpr std::array<std::string_view, column_count> column_names = {"id",
                                                                            "agency",
                                                                            "field",
                                                                            "procedure",
                                                                            "channel",
                                                                            "received",
                                                                            "limit",
                                                                            "unit",
                                                                            "original_due",
                                                                            "due",
                                                                            "completed",
                                                                            "returned",
                                                                            "status",
                                                                            "supplement_requested",
                                                                            "supplement_received",
                                                                            "apology",
                                                                            "cause",
                                                                            "service_level"};

// The event that a column holds, or event_count.
constexpr std::size_t event_of(Column column) noexcept {
    for (std::size_t e = 0; e < event_count; ++e)
        if (event_names[e] == column_names[static_cast<std::size_t>(column)]) return e;
    return event_count;
}

}  // namespace cchc
