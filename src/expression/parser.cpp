#include "expression/parser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "cchc/error.hpp"

namespace cchc::feel {

Parser::Nesting::Nesting(Parser& parser) : parser_(parser) {
    if (++parser_.nesting_ > max_nesting + 1)  // the whole expression is none
        syntax_error(parser_.code_.text, parser_.lexer_.peek().offset,
                     fmt::format("expected an expression nested at most {} deep", max_nesting));
}

bool Parser::at(std::string_view word) const noexcept {
    const Lexeme& l = lexer_.peek();
    return (l.token == Token::symbol || l.token == Token::name) && l.text == word;
}

bool Parser::take(std::string_view word) {
    if (!at(word)) return false;
    lexer_.next();
    return true;
}

void Parser::expect(std::string_view word) {
    if (!take(word)) fail(fmt::format("\"{}\"", word));
}

void Parser::fail(const std::string& expected) const {
    syntax_error(code_.text, lexer_.peek().offset, fmt::format("expected {}; found {}", expected, lexer_.found()));
}

void Parser::expect_end() {
    if (lexer_.peek().token != Token::end) fail("an operator or the end");
}

std::uint32_t Parser::whole_expression() {
    const std::uint32_t root = expression();
    expect_end();
    if (input_at_ != no_node) syntax_error(code_.text, input_at_, "expected no \"?\" outside a unary test");
    return root;
}

std::uint32_t Parser::expression() {
    const Nesting nesting(*this);
    return pending_ == no_node && at("if") ? choice() : disjunction();
}

std::uint32_t Parser::choice() {
    const std::size_t offset = lexer_.next().offset;
    Node node;
    node.op = Op::choose;
    node.offset = static_cast<std::uint32_t>(offset);
    node.a = expression();
    expect("then");
    node.b = expression();
    expect("else");
    node.c = expression();
    return add(node);
}

std::uint32_t Parser::disjunction() {
    std::uint32_t left = conjunction();
    while (at("or")) {
        const std::size_t offset = lexer_.next().offset;
        left = binary(Op::either, left, conjunction(), offset);
    }
    return left;
}

std::uint32_t Parser::conjunction() {
    std::uint32_t left = comparison();
    while (at("and")) {
        const std::size_t offset = lexer_.next().offset;
        left = binary(Op::both, left, comparison(), offset);
    }
    return left;
}

std::uint32_t Parser::comparison() {
    constexpr std::pair<std::string_view, Op> operators[] = {{"=", Op::equal},   {"!=", Op::not_equal},
                                                             {"<", Op::less},    {"<=", Op::less_equal},
                                                             {">", Op::greater}, {">=", Op::greater_equal}};
    std::uint32_t left = sum();
    while (true) {
        const std::size_t offset = lexer_.peek().offset;
        const auto found =
            std::find_if(std::begin(operators), std::end(operators), [&](const auto& o) { return at(o.first); });
        if (found != std::end(operators)) {
            lexer_.next();
            left = binary(found->second, left, sum(), offset);
        } else if (take("between")) {
            Node range;
            range.op = Op::range;
            range.flags = from_included | to_included;
            range.offset = static_cast<std::uint32_t>(offset);
            range.a = sum();
            expect("and");
            range.b = sum();
            left = binary(Op::between, left, add(range), offset);
        } else if (take("in")) {
            left = within(left, offset);
        } else {
            return left;
        }
    }
}

std::uint32_t Parser::sum() {
    std::uint32_t left = product();
    while (at("+") || at("-")) {
        const Lexeme op = lexer_.next();
        left = binary(op.text == "+" ? Op::add : Op::subtract, left, product(), op.offset);
    }
    return left;
}

std::uint32_t Parser::product() {
    std::uint32_t left = power();
    while (at("*") || at("/")) {
        const Lexeme op = lexer_.next();
        left = binary(op.text == "*" ? Op::multiply : Op::divide, left, power(), op.offset);
    }
    return left;
}

std::uint32_t Parser::power() {
    std::uint32_t left = sign();
    while (at("**")) {
        const std::size_t offset = lexer_.next().offset;
        left = binary(Op::power, left, sign(), offset);
    }
    return left;
}

std::uint32_t Parser::sign() {
    if (pending_ != no_node || !at("-")) return primary();
    const Nesting nesting(*this);
    const std::size_t offset = lexer_.next().offset;
    const std::uint32_t operand = sign();
    // A negative number is a constant: tables are checked over constants.
    if (const Node& n = code_.nodes[operand]; n.op == Op::constant && code_.constants[n.a].is_number())
        return constant(Value::of_number(-code_.constants[n.a].number), offset);
    Node node;
    node.op = Op::negate;
    node.a = operand;
    node.offset = static_cast<std::uint32_t>(offset);
    return add(node);
}

std::uint32_t Parser::primary() {
    if (pending_ != no_node) return std::exchange(pending_, no_node);
    const Lexeme& l = lexer_.peek();
    if (l.token == Token::name) return named();
    if (l.token == Token::number) {
        const Lexeme number = lexer_.next();
        const auto value = Number::parse(number.text);
        if (!value) syntax_error(code_.text, number.offset, "expected a number of at most 1,000 digits");
        return constant(Value::of_number(*value), number.offset);
    }
    if (l.token == Token::string) {
        const Lexeme literal = lexer_.next();
        return string_constant(unescape(literal.text, code_.text, literal.offset), literal.offset);
    }
    if (at("(")) return bracketed();
    if (at("?")) {
        Node node;
        node.op = Op::input;
        node.offset = static_cast<std::uint32_t>(lexer_.next().offset);
        input_at_ = std::min(input_at_, node.offset);
        return add(node);
    }
    fail("a number, a text, a name or \"(\"");
}

std::uint32_t Parser::bracketed() {
    lexer_.next();
    const std::uint32_t inside = expression();
    expect(")");
    return inside;
}

std::uint32_t Parser::add(Node node) {
    if (code_.nodes.size() >= max_nodes)
        syntax_error(code_.text, node.offset, fmt::format("expected an expression of at most {} operators", max_nodes));
    const auto depth_of = [this](std::uint32_t child) { return child == no_node ? 0 : int{code_.nodes[child].depth}; };
    int depth = 0;
    switch (node.op) {
        case Op::constant:
        case Op::name:
        case Op::special:
        case Op::input:
        case Op::any: break;
        case Op::call:
        case Op::one_of:
        case Op::none_of:
            for (std::uint32_t i = 0; i < node.b; ++i) depth = std::max(depth, depth_of(code_.args[node.a + i]));
            break;
        default: depth = std::max({depth_of(node.a), depth_of(node.b), depth_of(node.c)});
    }
    if (depth + 1 > max_tree)
        syntax_error(code_.text, node.offset, fmt::format("expected at most {} operators above each other", max_tree));
    node.depth = static_cast<std::uint16_t>(depth + 1);
    code_.nodes.push_back(node);
    return static_cast<std::uint32_t>(code_.nodes.size() - 1);
}

std::uint32_t Parser::binary(Op op, std::uint32_t a, std::uint32_t b, std::size_t offset) {
    Node node;
    node.op = op;
    node.a = a;
    node.b = b;
    node.offset = static_cast<std::uint32_t>(offset);
    return add(node);
}

std::uint32_t Parser::constant(Value value, std::size_t offset) {
    Node node;
    node.a = static_cast<std::uint32_t>(code_.constants.size());
    node.offset = static_cast<std::uint32_t>(offset);
    code_.constants.push_back(std::move(value));
    return add(node);
}

std::uint32_t Parser::string_constant(std::string text, std::size_t offset) {
    code_.strings.push_back(std::make_unique<std::string>(std::move(text)));
    return constant(Value::string(*code_.strings.back()), offset);
}

std::uint32_t Parser::with_args(Node node, const std::vector<std::uint32_t>& args) {
    node.a = static_cast<std::uint32_t>(code_.args.size());
    node.b = static_cast<std::uint32_t>(args.size());
    code_.args.insert(code_.args.end(), args.begin(), args.end());
    return add(node);
}

Code parse_expression(std::string_view text, Dialect dialect) {
    Code code;
    code.text = text;
    code.root = Parser(code, dialect).whole_expression();
    return code;
}

Code parse_tests(std::string_view text, Dialect dialect) {
    Code code;
    code.text = text;
    code.root = Parser(code, dialect).whole_tests();
    return code;
}

}  // namespace cchc::feel
