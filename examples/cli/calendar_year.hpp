// What `cchc calendar` shows of a year, and the forms in which it does.
#pragma once

#include <array>
#include <cchc/cchc.hpp>
#include <optional>
#include <string>
#include <vector>

#include "output.hpp"

namespace tool {

// The part of a year that the calendar covers, [from, to).
struct Year {
    int number = 0;
    cchc::Date from{};
    cchc::Date to{};
    bool partial = false;
    std::optional<cchc::Date> projected_from;     // from when on its days are only projected
    std::vector<cchc::DayInfo> days;              // days off and worked rest days, in order
    std::array<std::int64_t, 12> working_days{};  // by month
    std::int64_t total = 0;
};

// Throws CallError for no year, DataError for one of which the calendar covers nothing.
Year look_up(const cchc::Calendar& calendar, int number);

cchc::Date first_of(int year, unsigned month);

// What stands above each form: the calendar and its version, what it covers of the year, from when on it is projected.
std::vector<std::string> heading_lines(const cchc::Calendar& calendar, const Year& year, cchc::Lang lang);

std::string as_grids(const cchc::Calendar& calendar, const Year& year, cchc::Lang lang);
std::string as_list(const cchc::Calendar& calendar, const Year& year, cchc::Lang lang);
std::string as_json(const cchc::Calendar& calendar, const Year& year);
void write_csv(const Year& year, cchc::Lang lang, Output& output);

}  // namespace tool
