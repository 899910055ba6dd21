// Expressions in FEEL, the expression language of OMG's DMN 1.5, as far as criteria sets need it: capi/doc/expressions.md
// says what there is, what is left out, and where we differ. Numbers are exact.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cchc/facts.hpp"
#include "cchc/number.hpp"

namespace cchc {

// A value of an expression. std::monostate is FEEL's null.
using ExpressionValue = std::variant<std::monostate, bool, Number, std::string>;

// As text: null, true, 37.5, "text" (in quotes, as it reads back).
std::string to_string(const ExpressionValue& value);

// What an evaluation gave.
struct Evaluation {
    ExpressionValue value;             // null where FEEL says null, and where facts are missing
    std::vector<std::string> missing;  // names that were read and have no fact; the value depends on them
    std::string reason;                // why there is no value, in English, a fault with line and column; empty otherwise
};

// An expression, read once and evaluated often. Immutable: any number of threads may evaluate it at once.
class Expression {
public:
    // Throws expression_syntax with line and column (in bytes), what was expected and what was found: bad syntax, an unknown
    // function, more than 65,536 bytes, 200 brackets inside each other, 500 operators above each other, or 20,000 in all.
    explicit Expression(std::string_view text);
    Expression(Expression&&) noexcept;
    Expression& operator=(Expression&&) noexcept;
    ~Expression();

    // The names that it reads, each once, in the order of the text.
    const std::vector<std::string>& names() const noexcept;
    Evaluation evaluate(const Facts& facts) const;

private:
    struct Impl;
    std::unique_ptr<const Impl> impl_;
};

// Unary tests as in the cells of a decision table: `>= 95`, `[80..95)`, `"a","b"`, `not(1)`, `-`. Immutable, as above.
class UnaryTests {
public:
    // Throws as Expression does.
    explicit UnaryTests(std::string_view text);
    UnaryTests(UnaryTests&&) noexcept;
    UnaryTests& operator=(UnaryTests&&) noexcept;
    ~UnaryTests();

    const std::vector<std::string>& names() const noexcept;
    // Whether a value passes: value is a bool, or null where FEEL says null (values of two kinds, missing facts).
    Evaluation evaluate(const ExpressionValue& tested, const Facts& facts = {}) const;

private:
    struct Impl;
    std::unique_ptr<const Impl> impl_;
};

// Unary tests of the value of an expression over the same facts: `[80..95)` of `94.99`. Where the value is missing, or null
// for a reason, so is the result. Throws as Expression does; the source of the error is "tests" or "value".
Evaluation evaluate_test(std::string_view tests, std::string_view value, const Facts& facts = {});

// As JSON, format cchc.evaluation/1: value, type, for a number the exact fraction, missing, reason.
std::string to_json(const Evaluation& evaluation);

}  // namespace cchc
