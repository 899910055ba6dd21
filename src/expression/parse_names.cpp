// Words of an expression: constants, names, functions, and the calls that only scoring understands.
#include <fmt/format.h>

#include <algorithm>

#include "expression/parser.hpp"

namespace cchc::feel {
namespace {

constexpr std::string_view keywords[] = {"if", "then", "else", "and", "or", "between", "in", "among", "units"};

bool is_keyword(std::string_view word) {
    return std::find(std::begin(keywords), std::end(keywords), word) != std::end(keywords);
}

bool is_aggregate(Function f) {
    return f == Function::min || f == Function::max || f == Function::sum || f == Function::count || f == Function::mean;
}

std::string arguments_of(const Signature& s) {
    if (s.most == any_number) return fmt::format("at least {} argument", s.least);
    if (s.least != s.most) return fmt::format("{} or {} arguments", s.least, s.most);
    return fmt::format("{} argument{}", s.least, s.least == 1 ? "" : "s");
}

}  // namespace

// FEEL has names with blanks; ours are only those of its functions.
std::string Parser::full_name(const Lexeme& first) {
    std::string name(first.text);
    if (name != "round") return name;
    for (const std::string_view word : {"half", "up", "down"})
        if (take(word)) name += fmt::format(" {}", word);
    return name;
}

std::uint32_t Parser::constant_name(const Lexeme& name) {
    if (name.text == "true") return constant(Value::boolean(true), name.offset);
    if (name.text == "false") return constant(Value::boolean(false), name.offset);
    if (name.text == "null") return constant(Value::null(), name.offset);
    return no_node;
}

std::uint32_t Parser::named() {
    if (is_keyword(lexer_.peek().text)) fail("a number, a text, a name or \"(\"");
    const Lexeme name = lexer_.next();
    if (const std::uint32_t node = constant_name(name); node != no_node) return node;
    if (at("among")) return among_units(name);
    if (name.text == "total_without" || ((name.text == "points" || name.text == "max_points") && at("(")))
        return result_call(name);
    const std::string full = full_name(name);
    if (at("(")) return function_call(name, full);
    if (full.size() != name.text.size() || full == "not") fail("\"(\" after the name of a function");
    Node node;
    node.op = Op::name;
    node.a = name_index(name.text);
    node.offset = static_cast<std::uint32_t>(name.offset);
    return add(node);
}

std::uint32_t Parser::name_index(std::string_view name) {
    const auto found = std::find(code_.names.begin(), code_.names.end(), name);
    if (found != code_.names.end()) return static_cast<std::uint32_t>(found - code_.names.begin());
    code_.names.emplace_back(name);
    return static_cast<std::uint32_t>(code_.names.size() - 1);
}

std::uint32_t Parser::function_call(const Lexeme& name, const std::string& full) {
    const Signature* signature = find_function(full);
    if (signature == nullptr)
        syntax_error(code_.text, name.offset,
                     fmt::format("expected one of the functions {}; found \"{}\"", function_names(), full));
    lexer_.next();
    std::vector<std::uint32_t> args;
    const bool list = is_aggregate(signature->function) && take("[");
    const std::string_view close = list ? "]" : ")";
    while (!at(close)) {
        if (!args.empty() && !take(",")) fail(fmt::format("\",\" or \"{}\"", close));
        args.push_back(expression());
    }
    lexer_.next();
    if (list) expect(")");
    const bool empty_list = list && args.empty();
    const bool too_many = signature->most != any_number && args.size() > signature->most;
    if (!empty_list && (args.size() < signature->least || too_many))
        syntax_error(code_.text, name.offset,
                     fmt::format("expected {} of {}; found {}", arguments_of(*signature), full, args.size()));
    Node node;
    node.op = Op::call;
    node.function = signature->function;
    node.offset = static_cast<std::uint32_t>(name.offset);
    return with_args(node, args);
}

std::uint32_t Parser::add_special(Special special) {
    Node node;
    node.op = Op::special;
    node.a = static_cast<std::uint32_t>(code_.specials.size());
    node.offset = special.offset;
    code_.specials.push_back(std::move(special));
    return add(node);
}

// best among units(x), mean among units(x), place among units(x)
std::uint32_t Parser::among_units(const Lexeme& name) {
    const auto kind = name.text == "best"    ? Special::Kind::best
                      : name.text == "mean"  ? Special::Kind::mean
                      : name.text == "place" ? Special::Kind::place
                                             : Special::Kind::points;
    if (kind == Special::Kind::points)
        syntax_error(code_.text, name.offset,
                     fmt::format("expected best, mean or place before among units; found \"{}\"", name.text));
    if (!dialect_.among || in_among_)
        syntax_error(code_.text, name.offset,
                     in_among_ ? "expected no \"among units\" inside another" : "expected no \"among units\" here");
    lexer_.next();
    expect("units");
    expect("(");
    in_among_ = true;
    Special special;
    special.kind = kind;
    special.of = expression();
    special.offset = static_cast<std::uint32_t>(name.offset);
    in_among_ = false;
    expect(")");
    return add_special(std::move(special));
}

// total_without("priority"), points("3.2"), max_points("3.2"); the id of an account may stand without quotes.
std::uint32_t Parser::result_call(const Lexeme& name) {
    if (!dialect_.results)
        syntax_error(code_.text, name.offset,
                     fmt::format("expected no results here: {}() is for bands, ties and ranking", name.text));
    expect("(");
    Special special;
    special.kind = name.text == "points"       ? Special::Kind::points
                   : name.text == "max_points" ? Special::Kind::max_points
                                               : Special::Kind::total_without;
    special.offset = static_cast<std::uint32_t>(name.offset);
    const Token token = lexer_.peek().token;
    if (token != Token::string && token != Token::name) fail("the id of a field, criterion or account in quotes");
    const Lexeme id = lexer_.next();
    special.argument = token == Token::string ? unescape(id.text, code_.text, id.offset) : std::string(id.text);
    expect(")");
    return add_special(std::move(special));
}

}  // namespace cchc::feel
