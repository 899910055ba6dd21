// Unary tests: `>= 95`, `[80..95)`, `"a","b"`, `not(…)`, `-`, and `x in …`.
#include <fmt/format.h>

#include "expression/parser.hpp"

namespace cchc::feel {

std::uint32_t Parser::whole_tests() {
    if (at("-")) {
        Lexer ahead = lexer_;
        ahead.next();
        if (ahead.peek().token == Token::end) {
            Node node;
            node.op = Op::any;
            return add(node);
        }
    }
    const std::uint32_t root = tests_until({});
    expect_end();
    return root;
}

std::uint32_t Parser::tests_until(std::string_view close) {
    const std::size_t offset = lexer_.peek().offset;
    Node node;
    node.op = Op::one_of;
    node.offset = static_cast<std::uint32_t>(offset);
    const bool negated = at("not");
    if (negated) {
        lexer_.next();
        expect("(");
        node.op = Op::none_of;
        close = ")";
    }
    std::vector<std::uint32_t> tests{test()};
    while (take(",")) tests.push_back(test());
    if (negated) expect(close);
    return !negated && tests.size() == 1 ? tests[0] : with_args(node, tests);
}

std::uint32_t Parser::test() {
    const Nesting nesting(*this);
    for (const std::string_view op : {"<", "<=", ">", ">=", "=", "!="})
        if (at(op)) return comparison_test();
    if (at("[") || at("]") || at("(")) return bracket_test();
    const std::size_t offset = lexer_.peek().offset;
    saw_input_ = false;
    return equality_test(expression(), offset);
}

std::uint32_t Parser::equality_test(std::uint32_t expression, std::size_t offset) {
    Node node;
    node.op = saw_input_ ? Op::test_true : Op::test_equal;
    node.a = expression;
    node.offset = static_cast<std::uint32_t>(offset);
    return add(node);
}

std::uint32_t Parser::comparison_test() {
    const Lexeme op = lexer_.next();
    const std::uint32_t bound = sum();
    Node node;
    node.offset = static_cast<std::uint32_t>(op.offset);
    if (op.text == "=" || op.text == "!=") {
        const std::uint32_t equal = equality_test(bound, op.offset);
        if (op.text == "=") return equal;
        node.op = Op::none_of;
        return with_args(node, {equal});
    }
    node.op = Op::range;
    node.flags = op.text == "<=" ? to_included : op.text == ">=" ? from_included : std::uint8_t{0};
    (op.text.front() == '<' ? node.b : node.a) = bound;
    return add(node);
}

// A range of any ends, a list of values, or an expression that begins with a bracket.
std::uint32_t Parser::bracket_test() {
    const Lexeme open = lexer_.next();
    saw_input_ = false;
    const std::uint32_t first = expression();
    if (at("..")) return range_from(first, open.text == "[", open.offset);
    if (open.text == "(") {
        expect(")");
        pending_ = first;
        return equality_test(expression(), open.offset);
    }
    if (open.text == "]") fail("\"..\"");
    std::vector<std::uint32_t> tests{equality_test(first, open.offset)};
    while (take(",")) {
        const std::size_t offset = lexer_.peek().offset;
        saw_input_ = false;
        tests.push_back(equality_test(expression(), offset));
    }
    expect("]");
    Node node;
    node.op = Op::one_of;
    node.offset = static_cast<std::uint32_t>(open.offset);
    return with_args(node, tests);
}

std::uint32_t Parser::range_from(std::uint32_t from, bool included, std::size_t offset) {
    expect("..");
    Node node;
    node.op = Op::range;
    node.a = from;
    node.b = sum();
    node.offset = static_cast<std::uint32_t>(offset);
    if (included) node.flags |= from_included;
    if (take("]")) {
        node.flags |= to_included;
    } else if (!take(")") && !take("[")) {
        fail("\"]\", \")\" or \"[\" at the end of the range");
    }
    return add(node);
}

// x in test, or x in (test, test). A bracket may also begin an open range.
std::uint32_t Parser::within(std::uint32_t value, std::size_t offset) {
    Node node;
    node.op = Op::within;
    node.a = value;
    node.offset = static_cast<std::uint32_t>(offset);
    const bool saw_input = saw_input_;
    if (!at("(")) {
        if (at("<") || at("<=") || at(">") || at(">=") || at("[") || at("]")) {
            node.b = test();
        } else {
            saw_input_ = false;
            const std::size_t begin = lexer_.peek().offset;
            node.b = equality_test(sum(), begin);
        }
    } else {
        const Lexeme open = lexer_.next();
        std::vector<std::uint32_t> tests{test()};
        if (at("..") && code_.nodes[tests[0]].op == Op::test_equal) {
            node.b = range_from(code_.nodes[tests[0]].a, false, open.offset);
        } else {
            while (take(",")) tests.push_back(test());
            expect(")");
            Node list;
            list.op = Op::one_of;
            list.offset = static_cast<std::uint32_t>(open.offset);
            node.b = with_args(list, tests);
        }
    }
    saw_input_ = saw_input;
    return add(node);
}

}  // namespace cchc::feel
