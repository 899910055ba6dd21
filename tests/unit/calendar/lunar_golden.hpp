// The lunar years of tests/golden/lunar-1900-2199.csv, which make_lunar_golden.py wrote from another astronomy (PyEphem).
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "unit/calendar/support.hpp"

namespace cchc {

struct GoldenYear {
    int year = 0;
    Date tet{};
    int leap_month = 0;
    std::vector<int> months;  // their days, a leap month in its place
    Date hung_kings{};
    int margin = 0;  // seconds from midnight to the nearest new moon or major term
};

inline std::vector<GoldenYear> golden_years() {
    std::ifstream file(CCHC_SOURCE_DIR "/tests/golden/lunar-1900-2199.csv");
    std::vector<GoldenYear> out;
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        std::istringstream fields(line);
        std::vector<std::string> f;
        for (std::string field; std::getline(fields, field, ',');) f.push_back(field);
        GoldenYear row{std::stoi(f.at(0)), day(f.at(1)), std::stoi(f.at(2)), {}, day(f.at(4)), std::stoi(f.at(5))};
        std::istringstream months(f.at(3));
        for (int days = 0; months >> days;) row.months.push_back(days);
        out.push_back(row);
    }
    return out;
}

}  // namespace cchc
