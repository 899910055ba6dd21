// The public face: expressions over facts.
#include "cchc/expression.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cchc/error.hpp"
#include "expression/code.hpp"
#include "expression/fact_value.hpp"
#include "expression/lexer.hpp"

namespace cchc {
namespace {

// Each name is its own slot.
void bind(feel::Code& code) {
    for (std::uint32_t i = 0; i < code.names.size(); ++i) code.name_slots.push_back(i);
}

std::vector<feel::Value> slots_of(const feel::Code& code, const Facts& facts) {
    std::vector<feel::Value> slots;
    slots.reserve(code.names.size());
    for (const std::string& name : code.names) {
        const auto fact = facts.values.find(name);
        slots.push_back(fact == facts.values.end() ? feel::Value::missing() : feel::value_of(fact->second));
    }
    return slots;
}

ExpressionValue public_value(const feel::Value& v) {
    switch (v.type) {
        case feel::Type::boolean: return v.flag;
        case feel::Type::number: return v.number;
        case feel::Type::string: return std::string(v.text);
        default: return std::monostate{};
    }
}

feel::Value internal_value(const ExpressionValue& v) {
    if (const bool* flag = std::get_if<bool>(&v)) return feel::Value::boolean(*flag);
    if (const auto* number = std::get_if<Number>(&v)) return feel::Value::of_number(*number);
    if (const auto* text = std::get_if<std::string>(&v)) return feel::Value::string(*text);
    return feel::Value::null();
}

Evaluation evaluate(const feel::Code& code, const Facts& facts, const feel::Value* input) {
    const std::vector<feel::Value> slots = slots_of(code, facts);
    std::vector<std::uint32_t> missing;
    feel::Context context{slots.data(), input, &missing, feel::Fault::none, 0};
    const feel::Value value = feel::evaluate(code, context);
    Evaluation out;
    out.value = public_value(value);
    if (value.is_missing()) {
        std::sort(missing.begin(), missing.end());
        missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
        for (const std::uint32_t slot : missing) out.missing.push_back(code.names[slot]);
        out.reason = fmt::format("no fact is given for {}", fmt::join(out.missing, ", "));
    } else if (value.type == feel::Type::null && context.fault != feel::Fault::none) {
        const auto [line, column] = feel::line_and_column(code.text, context.fault_offset);
        out.reason = fmt::format("{} (line {}, column {})", to_string(context.fault), line, column);
    }
    return out;
}

}  // namespace

std::string to_string(const ExpressionValue& value) {
    if (const bool* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto* number = std::get_if<Number>(&value)) return number->to_string();
    if (const auto* text = std::get_if<std::string>(&value)) return feel::quoted(*text);
    return "null";
}

struct Expression::Impl {
    feel::Code code;
};
struct UnaryTests::Impl {
    feel::Code code;
};

Expression::Expression(std::string_view text) {
    auto impl = std::make_unique<Impl>(Impl{feel::parse_expression(text)});
    bind(impl->code);
    impl_ = std::move(impl);
}
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(Expression&&) noexcept = default;
Expression::~Expression() = default;
const std::vector<std::string>& Expression::names() const noexcept { return impl_->code.names; }
Evaluation Expression::evaluate(const Facts& facts) const { return cchc::evaluate(impl_->code, facts, nullptr); }

UnaryTests::UnaryTests(std::string_view text) {
    auto impl = std::make_unique<Impl>(Impl{feel::parse_tests(text)});
    bind(impl->code);
    impl_ = std::move(impl);
}
UnaryTests::UnaryTests(UnaryTests&&) noexcept = default;
UnaryTests& UnaryTests::operator=(UnaryTests&&) noexcept = default;
UnaryTests::~UnaryTests() = default;
const std::vector<std::string>& UnaryTests::names() const noexcept { return impl_->code.names; }
Evaluation UnaryTests::evaluate(const ExpressionValue& tested, const Facts& facts) const {
    const feel::Value input = internal_value(tested);
    return cchc::evaluate(impl_->code, facts, &input);
}

}  // namespace cchc
