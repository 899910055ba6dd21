// Unary tests: `>= 95`, `[80..95)`, `"a","b"`, `not(…)`, `-`, and `x in …`.
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
    const std::uint32_t root = at("not") ? negated_tests() : tests();
    expect_end();
    return root;
}

std::uint32_t Parser::tests() {
    Node node;
    node.op = Op::one_of;
    node.offset = static_cast<std::uint32_t>(lexer_.peek().offset);
    const std::vector<std::uint32_t> list = test_list();
    return list.size() == 1 ? list[0] : with_args(node, list);
}

std::uint32_t Parser::negated_tests() {
    Node node;
    node.op = Op::none_of;
    node.offset = static_cast<std::uint32_t>(lexer_.next().offset);
    expect("(");
    const std::vector<std::uint32_t> list = test_list();
    if (!take(")")) fail("\",\" or \")\"");
    return with_args(node, list);
}

std::vector<std::uint32_t> Parser::test_list() {
    std::vector<std::uint32_t> list{test()};
    while (take(",")) list.push_back(test());
    return list;
}

std::uint32_t Parser::test() {
    for (const std::string_view op : {"<", "<=", ">", ">=", "=", "!="})
        if (at(op)) return comparison_test();
    if (at("[") || at("]") || at("(")) return bracket_test();
    return value_test();
}

// A value to be equal to, or a condition over "?".
std::uint32_t Parser::value_test() {
    const std::size_t offset = lexer_.peek().offset;
    input_at_ = no_node;
    return equality_test(expression(), offset);
}

std::uint32_t Parser::equality_test(std::uint32_t expression, std::size_t offset) {
    return binary(input_at_ == no_node ? Op::test_equal : Op::test_true, expression, no_node, offset);
}

std::uint32_t Parser::comparison_test() {
    const Lexeme op = lexer_.next();
    const std::uint32_t bound = sum();
    Node node;
    node.offset = static_cast<std::uint32_t>(op.offset);
    if (op.text == "=" || op.text == "!=") {
        const std::uint32_t equal = binary(Op::test_equal, bound, no_node, op.offset);
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
    input_at_ = no_node;
    const std::uint32_t first = expression();
    if (at("..")) return range_from(first, open.text == "[", open.offset);
    if (open.text == "(") {
        expect(")");
        pending_ = first;
        return equality_test(expression(), open.offset);
    }
    if (open.text == "]") fail("\"..\"");
    std::vector<std::uint32_t> list{equality_test(first, open.offset)};
    while (take(",")) list.push_back(value_test());
    if (!take("]")) fail(list.size() == 1 ? "\"..\", \",\" or \"]\"" : "\",\" or \"]\"");
    Node node;
    node.op = Op::one_of;
    node.offset = static_cast<std::uint32_t>(open.offset);
    return with_args(node, list);
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

// x in test, or x in (test, test). "?" in a test is x, so it is none of the expression around.
std::uint32_t Parser::within(std::uint32_t value, std::size_t offset) {
    const std::uint32_t outer = input_at_;
    std::uint32_t test = no_node;
    if (at("(")) {
        test = tests_in_brackets();
    } else if (at("<") || at("<=") || at(">") || at(">=") || at("=") || at("!=")) {
        test = comparison_test();
    } else if (at("[") || at("]")) {
        test = bracket_test();
    } else {
        input_at_ = no_node;
        const std::size_t begin = lexer_.peek().offset;
        test = equality_test(sum(), begin);
    }
    input_at_ = outer;
    return binary(Op::within, value, test, offset);
}

// (test, test): the bracket may also begin an open range.
std::uint32_t Parser::tests_in_brackets() {
    const Lexeme open = lexer_.next();
    const std::vector<std::uint32_t> list = test_list();
    if (at("..") && list.size() == 1 && code_.nodes[list[0]].op == Op::test_equal)
        return range_from(code_.nodes[list[0]].a, false, open.offset);
    if (!take(")")) fail("\",\" or \")\"");
    Node node;
    node.op = Op::one_of;
    node.offset = static_cast<std::uint32_t>(open.offset);
    return with_args(node, list);
}

}  // namespace cchc::feel
