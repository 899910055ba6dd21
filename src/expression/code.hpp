// An expression after parsing: a tree in one array, children before parents. Names become slots when it is bound.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "expression/functions.hpp"
#include "expression/value.hpp"

namespace cchc::feel {

enum class Op : std::uint8_t {
    constant,  // index into constants
    name,      // index into names, then (bound) a slot
    special,   // points("3.2"), best among units(x) …: index into specials, then (bound) a slot
    input,     // "?" and the value under a unary test
    negate,
    add,
    subtract,
    multiply,
    divide,
    power,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    both,     // and
    either,   // or
    choose,   // if a then b else c
    call,     // a function over args
    within,   // a in (tests): b is a test
    between,  // a between x and y: b is a range; "?" in it is not a
    // Unary tests, of the input:
    any,         // -
    test_equal,  // equal to a
    test_true,   // an expression with "?"
    range,       // from a to b; `flags` says which ends belong to it; no_node: unbounded
    one_of,      // one of args holds
    none_of,     // not(…)
};

inline constexpr std::uint32_t no_node = 0xFFFFFFFF;
inline constexpr std::uint8_t from_included = 1, to_included = 2;

struct Node {
    Op op = Op::constant;
    std::uint8_t flags = 0;
    Function function = Function::min;
    std::uint16_t depth = 1;
    std::uint32_t a = no_node, b = no_node, c = no_node;  // children, or an index; args: first a, count b
    std::uint32_t offset = 0;                             // where it stands in the text
};

// A call that only some places understand: results of scoring, and functions over the units scored together.
struct Special {
    enum class Kind : std::uint8_t { total_without, points, max_points, best, mean, place };
    Kind kind = Kind::points;
    std::string argument;        // the id
    std::uint32_t of = no_node;  // among units: the expression
    std::uint32_t offset = 0;
};

struct Code {
    std::string text;
    std::vector<Node> nodes;
    std::vector<std::uint32_t> args;
    std::vector<Value> constants;  // strings point into `strings`
    std::vector<std::unique_ptr<std::string>> strings;
    std::vector<std::string> names;  // each once, in the order of the text
    std::vector<std::uint32_t> name_slots;
    std::vector<Special> specials;
    std::vector<std::uint32_t> special_slots;
    std::uint32_t root = no_node;

    Code() = default;
    Code(Code&&) noexcept = default;
    Code& operator=(Code&&) noexcept = default;
    Code(const Code&) = delete;
    Code& operator=(const Code&) = delete;
};

// Limits against hostile input.
inline constexpr std::size_t max_text = 65'536;
inline constexpr std::size_t max_nesting = 200;  // brackets inside brackets
inline constexpr std::uint16_t max_tree = 500;   // operators above each other
inline constexpr std::size_t max_nodes = 20'000;

// What may stand in an expression besides FEEL.
struct Dialect {
    bool results = false;  // total_without(), points(), max_points()
    bool among = false;    // … among units(x)
};

// Both throw expression_syntax with line and column of the text, and what was expected and found.
Code parse_expression(std::string_view text, Dialect dialect = {});
Code parse_tests(std::string_view text, Dialect dialect = {});

struct Context {
    const Value* slots = nullptr;
    const Value* input = nullptr;                   // under a unary test
    std::vector<std::uint32_t>* missing = nullptr;  // slots that were read and are missing
    Fault fault = Fault::none;
    std::uint32_t fault_offset = 0;
};

// The value of the expression; null where FEEL says null (the fault says why), missing where it depends on a missing slot.
Value evaluate(const Code& code, Context& context);
Value evaluate(const Code& code, std::uint32_t root, Context& context);

// "=" of FEEL: true, false, or null for values of two kinds.
Value equals(const Value& a, const Value& b) noexcept;

// 1-based line and column of a byte of a text.
std::pair<std::int64_t, std::int64_t> line_and_column(std::string_view text, std::size_t offset) noexcept;

}  // namespace cchc::feel
