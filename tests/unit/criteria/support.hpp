// Small criteria sets for tests.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cchc/criteria.hpp"

namespace criteria_test {

// A set with one leaf, worth 10, and no other mistakes than those of its rule. `more` is put into the set, with a comma.
inline std::string set_with_rule(const std::string& rule, const std::string& more = "") {
    return R"({"format": "cchc.criteria/1", "id": "t", "version": "1", "valid": {"from": "2025-01-01"}, "max": 10,)" + more +
           R"("fields": [{"id": "f", "max": 10, "legal_basis": {"document": "D", "article": "7"}, "criteria":
              [{"id": "c", "max": 10, "when_no_case": "zero", "rule": )" +
           rule + "}]}]}";
}

// The findings as lines "severity code pointer: message".
inline std::vector<std::string> lines(const cchc::CheckReport& report) {
    std::vector<std::string> out;
    for (const cchc::CheckFinding& f : report.findings) {
        const char* severity = f.severity == cchc::CheckFinding::Severity::error     ? "error"
                               : f.severity == cchc::CheckFinding::Severity::warning ? "warning"
                                                                                     : "note";
        out.push_back(std::string(severity) + " " + f.code + " " + f.pointer + ": " + f.message);
    }
    return out;
}

inline std::vector<std::string> check_rule(const std::string& rule, const std::string& more = "") {
    return lines(cchc::CriteriaSet::check(set_with_rule(rule, more)));
}

inline std::string file(const std::string& path) {
    std::ifstream in(std::string(CCHC_SOURCE_DIR) + "/" + path);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace criteria_test
