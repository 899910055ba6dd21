// From words to a tree: the grammar of FEEL (DMN 1.5, 10.3.1.2) as far as expressions.md goes, by recursive descent.
#pragma once

#include <string>
#include <vector>

#include "expression/code.hpp"
#include "expression/lexer.hpp"

namespace cchc::feel {

class Parser {
public:
    Parser(Code& code, Dialect dialect) : code_(code), dialect_(dialect), lexer_(code.text) {}

    std::uint32_t whole_expression();
    std::uint32_t whole_tests();

private:
    // Counts brackets inside brackets, so that hostile text cannot exhaust the stack.
    class Nesting {
    public:
        explicit Nesting(Parser& parser);
        ~Nesting() { --parser_.nesting_; }
        Nesting(const Nesting&) = delete;
        Nesting& operator=(const Nesting&) = delete;

    private:
        Parser& parser_;
    };

    // From the loosest to the tightest. Binary operators of one level group from the left; the sign binds tighter than **.
    std::uint32_t expression();
    std::uint32_t choice();
    std::uint32_t disjunction();
    std::uint32_t conjunction();
    std::uint32_t comparison();
    std::uint32_t sum();
    std::uint32_t product();
    std::uint32_t power();
    std::uint32_t sign();
    std::uint32_t primary();
    std::uint32_t bracketed();

    std::uint32_t named();
    std::uint32_t constant_name(const Lexeme& name);
    std::uint32_t function_call(const Lexeme& name, const std::string& full_name);
    std::uint32_t among_units(const Lexeme& name);
    std::uint32_t result_call(const Lexeme& name);
    std::string full_name(const Lexeme& first);

    // Unary tests.
    std::uint32_t tests();
    std::uint32_t negated_tests();
    std::vector<std::uint32_t> test_list();
    std::uint32_t test();
    std::uint32_t comparison_test();
    std::uint32_t bracket_test();
    std::uint32_t range_from(std::uint32_t from, bool included, std::size_t offset);
    std::uint32_t equality_test(std::uint32_t expression, std::size_t offset);
    std::uint32_t value_test();
    std::uint32_t tests_in_brackets();
    std::uint32_t within(std::uint32_t value, std::size_t offset);

    bool at(std::string_view symbol_or_word) const noexcept;
    bool take(std::string_view symbol_or_word);
    void expect(std::string_view symbol_or_word);
    [[noreturn]] void fail(const std::string& expected) const;
    void expect_end();

    std::uint32_t add(Node node);
    std::uint32_t add_special(Special special);
    std::uint32_t binary(Op op, std::uint32_t a, std::uint32_t b, std::size_t offset);
    std::uint32_t constant(Value value, std::size_t offset);
    std::uint32_t string_constant(std::string text, std::size_t offset);
    std::uint32_t with_args(Node node, const std::vector<std::uint32_t>& args);
    std::uint32_t name_index(std::string_view name);

    Code& code_;
    Dialect dialect_;
    Lexer lexer_;
    std::size_t nesting_ = 0;
    std::uint32_t pending_ = no_node;   // a bracketed expression already read, the next primary
    std::uint32_t input_at_ = no_node;  // where the first "?" of the expression being read stands
    bool in_among_ = false;
};

}  // namespace cchc::feel
