// Everything that the tool itself says to users in tables and texts, in both languages, in one place. (Errors and help
// are English; what the library says, it says in both languages itself.)
#pragma once

#include <array>
#include <cchc/cchc.hpp>
#include <string>
#include <string_view>

namespace tool {

struct Texts {
    std::array<std::string_view, 7> weekdays;  // Monday first
    std::string_view calendar_heading;         // with {} for the year
    std::string_view calendar_version;         // with {} for id, {} for version
    std::string_view date;
    std::string_view weekday;
    std::string_view kind;
    std::string_view name;
    std::string_view instead_of;
    std::string_view evidence;
    std::string_view source;
    std::array<std::string_view, 5> evidences;  // in the order of cchc::Evidence
    std::string_view working_days_heading;      // with {} for the year
    std::string_view month;
    std::string_view working_days;
    std::string_view whole_year;
    std::string_view partly_covered;  // with {} for the first date, {} for the last one
    std::string_view projected;       // with {} for the first date that is only projected
    std::string_view not_final;       // of a number of working days in a year that is projected
    std::string_view grids_heading;   // with {} for the year
    std::string_view week_caption;    // above a month: seven times three columns, Monday first
    std::string_view marks;           // what the marks of the grids mean
    std::string_view not_decided;
    std::string_view none;
    std::string_view either_or;
    std::string_view hours;
    std::string_view year;
    std::string_view hung_kings;
};

const Texts& texts(cchc::Lang lang) noexcept;

std::string_view weekday_text(cchc::Date date, cchc::Lang lang) noexcept;
std::string_view evidence_text(cchc::Evidence evidence, cchc::Lang lang) noexcept;

}  // namespace tool
