// A test of a value by their texts, and what an evaluation gave as JSON.
#include "cchc/error.hpp"
#include "cchc/expression.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace {

// Two texts are read in one call: the error says which.
template <class Kind>
Kind read(std::string_view text, const char* source) {
    try {
        return Kind(text);
    } catch (const Error& e) {
        if (e.code() != ErrorCode::expression_syntax) throw;
        Where where = e.where();
        where.source = source;
        throw Error(e.code(), e.message(), std::move(where));
    }
}

std::string_view type_of(const Evaluation& evaluation) {
    if (!evaluation.missing.empty()) return "missing";
    if (std::holds_alternative<Number>(evaluation.value)) return "number";
    if (std::holds_alternative<std::string>(evaluation.value)) return "string";
    return std::holds_alternative<bool>(evaluation.value) ? "boolean" : "null";
}

}  // namespace

Evaluation evaluate_test(std::string_view tests, std::string_view value, const Facts& facts) {
    const auto test = read<UnaryTests>(tests, "tests");
    Evaluation tested = read<Expression>(value, "value").evaluate(facts);
    return tested.reason.empty() ? test.evaluate(tested.value, facts) : tested;
}

std::string to_json(const Evaluation& evaluation) {
    json::Writer w;
    w.object().member("format", "cchc.evaluation/1").key("value");
    const auto* number = std::get_if<Number>(&evaluation.value);
    if (const auto* text = std::get_if<std::string>(&evaluation.value)) {
        w.string(*text);
    } else {
        w.raw(to_string(evaluation.value));
    }
    w.member("type", type_of(evaluation));
    if (number != nullptr) w.member("exact", number->to_exact_string());
    w.key("missing").array(true);
    for (const std::string& name : evaluation.missing) w.string(name);
    w.end().member("reason", evaluation.reason).end();
    return w.take();
}

}  // namespace cchc
