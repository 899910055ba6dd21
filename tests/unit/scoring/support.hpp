// Reading cases from files.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "cchc/scoring.hpp"
#include "json/value.hpp"
#include "test.hpp"

namespace scoring_test {

inline std::string read_file(const std::string& below_source) {
    std::ifstream file(std::string(CCHC_SOURCE_DIR) + "/" + below_source, std::ios::binary);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

inline const cchc::json::Value* member(const cchc::json::Value& object, std::string_view name) {
    for (const cchc::json::Member& m : object.members)
        if (m.name == name) return &m.value;
    return nullptr;
}

inline std::string text(const cchc::json::Value& object, std::string_view name) {
    const auto* v = member(object, name);
    return v == nullptr ? "" : v->text;
}

inline cchc::FactValue fact_of(const cchc::json::Value& value) {
    using Kind = cchc::json::Value::Kind;
    if (value.kind == Kind::boolean) return value.flag;
    if (const auto decimal = cchc::Decimal::parse(value.text)) return *decimal;
    return value.text;
}

inline cchc::Facts facts_of(const cchc::json::Value& object, const std::string& kind) {
    cchc::Facts facts;
    facts.unit = "test";
    facts.kind = kind;
    for (const auto& [name, value] : object.members) facts.values.emplace(name, fact_of(value));
    return facts;
}

// One line of a CSV file without quotes.
inline std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> out(1);
    for (const char c : line) {
        if (c == ',') {
            out.emplace_back();
        } else if (c != '\r') {
            out.back() += c;
        }
    }
    return out;
}

inline cchc::FactValue fact_of(const std::string& text) {
    if (text == "true" || text == "false") return text == "true";
    return *cchc::Decimal::parse(text);
}

}  // namespace scoring_test
