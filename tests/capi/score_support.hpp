// What the tests of criteria and scores share: small sets, facts, and figures read from JSON and CSV as hundredths.
#pragma once

#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "support.hpp"

namespace capi_test {

// Two kinds of unit, two leaves of which one is for communes only, a text as a fact, a function among units.
inline constexpr const char* two_kinds = R"json({"format": "cchc.criteria/1", "id": "t.two", "version": "1",
  "title": {"vi": "Hai loại", "en": "Two kinds"}, "status": "example", "units": ["xa", "phuong"],
  "valid": {"from": "2026-01-01", "to": null}, "max": {"xa": 30, "phuong": 20}, "rounding": {"places": 2, "mode": "half_up"},
  "legal_basis": [{"document": "test"}],
  "bands": [{"id": "good", "title": {"vi": "Tốt", "en": "Good"}, "when": ">= 15"},
            {"id": "poor", "title": {"vi": "Kém", "en": "Poor"}, "when": "< 15"}],
  "facts": {"rate": {"type": "number", "min": 0, "max": 100}, "level": {"type": "string"}, "open": {"type": "boolean"}},
  "fields": [{"id": "1", "title": {"vi": "Một", "en": "One"}, "max": {"xa": 30, "phuong": 20}, "criteria": [
    {"id": "1.1", "title": {"vi": "Tỷ lệ", "en": "Rate"}, "max": 20, "when_no_case": "zero",
     "rule": {"points": "if open then max * rate / 100 else max * rate / best among units(rate)"}},
    {"id": "1.2", "title": {"vi": "Mức", "en": "Level"}, "max": 10, "units": ["xa"],
     "rule": {"points": "if level = \"high\" then max else 0"}}]}]})json";

// Puts components under 1.1 of it.
inline constexpr const char* extension = R"({"format": "cchc.criteria/1", "id": "t.district", "version": "1",
  "extends": "t.two", "valid": {"from": "2026-02-01", "to": null}, "add": [{"under": "1.1", "components": [
    {"id": "1.1.a", "title": {"vi": "a", "en": "a"}, "max": 5, "rule": {"points": "max * rate / 100"}},
    {"id": "1.1.b", "title": {"vi": "b", "en": "b"}, "max": 15, "rule": {"points": "if open then max else 0"}}]}]})";

using CriteriaPtr = Owned<cchc_criteria, cchc_criteria_free>;

inline CriteriaPtr criteria(const char* json) {
    cchc_criteria* set = nullptr;
    cchc_criteria_from_json(json, nul, nullptr, nullptr, 0, &set, nullptr);
    return CriteriaPtr(set);
}

inline CriteriaPtr builtin_criteria(const std::string& id) {
    cchc_criteria* set = nullptr;
    cchc_criteria_builtin(id.data(), id.size(), &set, nullptr);
    return CriteriaPtr(set);
}

inline std::size_t leaf_count(const cchc_criteria* set) {
    std::size_t count = 0;
    cchc_criteria_leaf_count(set, &count, nullptr);
    return count;
}

inline std::string description(const cchc_criteria* set) {
    cchc_bytes* bytes = nullptr;
    cchc_criteria_description_json(set, &bytes, nullptr);
    return take(bytes);
}

// Facts as JSON; `members` is the inside of "facts".
inline std::string facts_json(std::string_view unit, std::string_view kind, std::string_view members) {
    std::ostringstream out;
    out << R"({"format": "cchc.facts/1", "unit": ")" << unit << R"(", "kind": ")" << kind << R"(", "facts": {)" << members
        << "}}";
    return out.str();
}

// Texts as the C interface takes arrays of them.
struct Texts {
    explicit Texts(const std::vector<std::string>& texts) {
        for (const std::string& text : texts) {
            data.push_back(text.data());
            size.push_back(text.size());
        }
    }
    std::vector<const char*> data;
    std::vector<std::size_t> size;
};

// "11.24" as 1124; empty and null are no points.
inline std::int64_t hundredths(std::string_view text) {
    if (text.empty() || text == "null" || text == "<no place>") return CCHC_NO_POINTS;
    std::string digits;
    std::size_t decimals = 0;
    bool after_point = false;
    for (const char c : text) {
        if (c == '.') {
            after_point = true;
        } else {
            digits += c;
            decimals += after_point ? 1 : 0;
        }
    }
    for (; decimals < 2; ++decimals) digits += '0';
    return std::stoll(digits);
}

// The value of the first "name" after `after` in the library's JSON, without quotes.
inline std::string value_after(std::string_view json, std::string_view after, std::string_view name) {
    const std::size_t from = json.find(after);
    if (from == std::string_view::npos) return "<no place>";
    const std::string key = "\"" + std::string(name) + "\": ";
    std::size_t at = json.find(key, from);
    if (at == std::string_view::npos) return "<no value>";
    at += key.size();
    const bool quoted = json[at] == '"';
    if (quoted) ++at;
    return std::string(json.substr(at, json.find_first_of(quoted ? "\"" : ",}\n", at) - at));
}

inline std::vector<std::string> split(const std::string& line, char separator) {
    std::vector<std::string> out(1);
    for (const char c : line) {
        if (c == separator) {
            out.emplace_back();
        } else if (c != '\r') {
            out.back() += c;
        }
    }
    return out;
}

inline std::string read_source(const std::string& below_source) {
    std::ifstream file(std::string(CCHC_SOURCE_DIR) + "/" + below_source, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// The strings of an array of the description that stands on one line: "leaves", "fact_names" …
inline std::vector<std::string> strings_of(std::string_view json, std::string_view name) {
    const std::string key = "\"" + std::string(name) + "\": [";
    const std::size_t from = json.find(key) + key.size();
    std::vector<std::string> out;
    for (const std::string& item : split(std::string(json.substr(from, json.find(']', from) - from)), ',')) {
        const std::size_t quote = item.find('"');
        if (quote != std::string::npos) out.push_back(item.substr(quote + 1, item.rfind('"') - quote - 1));
    }
    return out;
}

}  // namespace capi_test
