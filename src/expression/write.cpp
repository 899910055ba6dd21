#include "expression/write.hpp"

#include <fmt/format.h>

namespace cchc::feel {
namespace {

std::string_view sign_of(Op op) {
    switch (op) {
        case Op::add: return "+";
        case Op::subtract: return "-";
        case Op::multiply: return "*";
        case Op::divide: return "/";
        case Op::power: return "**";
        case Op::equal: return "=";
        case Op::not_equal: return "!=";
        case Op::less: return "<";
        case Op::less_equal: return "<=";
        case Op::greater: return ">";
        case Op::greater_equal: return ">=";
        case Op::both: return "and";
        default: return "or";
    }
}

// How strongly an operator binds; an operand that binds no more strongly stands in brackets.
int strength(Op op) {
    switch (op) {
        case Op::choose: return 0;
        case Op::either: return 1;
        case Op::both: return 2;
        case Op::equal:
        case Op::not_equal:
        case Op::less:
        case Op::less_equal:
        case Op::greater:
        case Op::greater_equal:
        case Op::within: return 3;
        case Op::add:
        case Op::subtract: return 4;
        case Op::multiply:
        case Op::divide: return 5;
        case Op::power: return 6;
        case Op::negate: return 7;
        default: return 8;
    }
}

class Writer {
public:
    explicit Writer(const Code& code) : code_(code) {}

    std::string text(std::uint32_t index) const {
        const Node& n = code_.nodes[index];
        switch (n.op) {
            case Op::constant: return constant(code_.constants[n.a]);
            case Op::name: return code_.names[n.a];
            case Op::special: return special(code_.specials[n.a]);
            case Op::input: return "?";
            case Op::any: return "-";
            case Op::negate: return "-" + operand(n.a, strength(n.op));
            case Op::choose: return fmt::format("if {} then {} else {}", text(n.a), text(n.b), text(n.c));
            case Op::call: return fmt::format("{}({})", name_of(n.function), list(n));
            case Op::within: return fmt::format("{} in ({})", operand(n.a, strength(n.op)), text(n.b));
            case Op::test_equal:
            case Op::test_true: return text(n.a);
            case Op::range: return range(n);
            case Op::one_of: return list(n);
            case Op::none_of: return fmt::format("not({})", list(n));
            default: return binary(n);
        }
    }

private:
    // From left to right: the right operand stands in brackets where it binds equally strongly.
    std::string binary(const Node& n) const {
        const int own = strength(n.op);
        return fmt::format("{} {} {}", operand(n.a, own - 1), sign_of(n.op), operand(n.b, own));
    }

    std::string operand(std::uint32_t index, int outer) const {
        std::string inside = text(index);
        return strength(code_.nodes[index].op) > outer ? inside : fmt::format("({})", inside);
    }

    std::string list(const Node& n) const {
        std::string out;
        for (std::uint32_t i = 0; i < n.b; ++i) out += (i == 0 ? "" : ", ") + text(code_.args[n.a + i]);
        return out;
    }

    std::string range(const Node& n) const {
        const bool from = (n.flags & from_included) != 0, to = (n.flags & to_included) != 0;
        if (n.a == no_node) return fmt::format("{} {}", to ? "<=" : "<", text(n.b));
        if (n.b == no_node) return fmt::format("{} {}", from ? ">=" : ">", text(n.a));
        return fmt::format("{}{}..{}{}", from ? '[' : '(', text(n.a), text(n.b), to ? ']' : ')');
    }

    std::string special(const Special& s) const {
        switch (s.kind) {
            case Special::Kind::total_without: return fmt::format("total_without(\"{}\")", s.argument);
            case Special::Kind::points: return fmt::format("points(\"{}\")", s.argument);
            case Special::Kind::max_points: return fmt::format("max_points(\"{}\")", s.argument);
            case Special::Kind::best: return fmt::format("best among units({})", text(s.of));
            case Special::Kind::mean: return fmt::format("mean among units({})", text(s.of));
            default: return fmt::format("place among units({})", text(s.of));
        }
    }

    static std::string quoted(std::string_view text) {
        std::string out = "\"";
        for (const char c : text) {
            if (c == '"' || c == '\\') out += '\\';
            out += c;
        }
        return out + '"';
    }

    static std::string constant(const Value& v) {
        switch (v.type) {
            case Type::boolean: return v.flag ? "true" : "false";
            case Type::number: return v.number.to_exact_string();
            case Type::string: return quoted(v.text);
            default: return "null";
        }
    }

    const Code& code_;
};

}  // namespace

std::string write(const Code& code, std::uint32_t root) { return root == no_node ? "" : Writer(code).text(root); }

}  // namespace cchc::feel
