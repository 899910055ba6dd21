// Short ways to evaluate in tests.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "cchc/error.hpp"
#include "cchc/expression.hpp"

namespace expression_test {

inline cchc::Facts facts(std::initializer_list<std::pair<std::string, cchc::FactValue>> values) {
    cchc::Facts out;
    for (const auto& [name, value] : values) out.values.emplace(name, value);
    return out;
}

inline cchc::FactValue number(std::string_view text) { return cchc::Decimal::parse(text).value(); }

// The value as text, "missing x, y" or "null: reason".
inline std::string shown(const cchc::Evaluation& e) {
    if (!e.missing.empty()) {
        std::string out = "missing";
        for (const std::string& name : e.missing) out += (out == "missing" ? " " : ", ") + name;
        return out;
    }
    return e.reason.empty() ? cchc::to_string(e.value) : "null: " + e.reason;
}

inline std::string value(std::string_view text, const cchc::Facts& facts = {}) {
    return shown(cchc::Expression(text).evaluate(facts));
}

inline std::string test(std::string_view tests, std::string_view tested, const cchc::Facts& facts = {}) {
    return shown(cchc::UnaryTests(tests).evaluate(cchc::Expression(tested).evaluate(facts).value, facts));
}

// The refusal with its place, or "no error".
template <class Kind = cchc::Expression>
std::string refusal(std::string_view text) {
    try {
        (void)Kind(text);
    } catch (const cchc::Error& e) {
        return e.code() == cchc::ErrorCode::expression_syntax ? e.what() : "another error";
    }
    return "no error";
}

}  // namespace expression_test
