// Random expressions as trees, and their text with no more brackets than FEEL needs, or some more.
#pragma once

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "fraction.hpp"

namespace expression_test {

struct Tree {
    std::string op;    // "+", "and", "if", "between", "in", "max" …; "#": a number; "name", "constant", "?"
    std::string text;  // of a leaf; of a range: its two ends, "[)"
    Fraction number;
    std::vector<Tree> parts;
};

class Forest {
public:
    explicit Forest(std::uint32_t seed) : random_(seed) {}

    int draw(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }

    Tree number(int depth) {
        const int kind = depth == 0 ? 0 : draw(0, 11);
        if (kind < 3) return leaf();
        if (kind < 8) return {pick({"+", "-", "*", "/"}), "", {}, {number(depth - 1), number(depth - 1)}};
        if (kind == 8) return {"**", "", {}, {number(depth - 1), small(-3, 3)}};
        if (kind == 9) return {"negate", "", {}, {number(depth - 1)}};
        if (kind == 10) return {"if", "", {}, {boolean(depth - 1), number(depth - 1), number(depth - 1)}};
        return call(depth - 1);
    }

    Tree boolean(int depth) {
        const int kind = depth == 0 ? 0 : draw(0, 12);
        if (kind < 2) return {"name", pick({"p", "q", "y"}), {}, {}};
        if (kind == 2) return {"constant", pick({"true", "false", "null"}), {}, {}};
        if (kind < 5) return {pick({"=", "!=", "<", "<=", ">", ">="}), "", {}, {number(depth - 1), number(depth - 1)}};
        if (kind < 8) return {pick({"and", "or"}), "", {}, {boolean(depth - 1), boolean(depth - 1)}};
        if (kind == 8) return {"not", "", {}, {boolean(depth - 1)}};
        if (kind == 9) return {"between", "", {}, {number(depth - 1), number(depth - 1), number(depth - 1)}};
        if (kind == 10) return {"if", "", {}, {boolean(depth - 1), boolean(depth - 1), boolean(depth - 1)}};
        Tree in{"in", "", {}, {number(depth - 1)}};
        for (int i = draw(1, 3); i > 0; --i) in.parts.push_back(test(depth - 1));
        return in;
    }

    std::string text(const Tree& t) {
        if (t.op == "#" || t.op == "name" || t.op == "constant" || t.op == "?") return t.text;
        if (t.op == "negate") return "-" + part(t.parts[0], sign);
        if (t.op == "if")
            return "if " + part(t.parts[0], any) + " then " + part(t.parts[1], any) + " else " + part(t.parts[2], any);
        if (t.op == "between")
            return part(t.parts[0], comparison) + " between " + part(t.parts[1], sum) + " and " + part(t.parts[2], sum);
        if (t.op == "in") return part(t.parts[0], comparison) + " in " + blank() + tests(t);
        const int level = level_of(t);
        if (level == primary) return t.op + blank() + "(" + list(t) + ")";
        const bool word = t.op == "and" || t.op == "or";
        const std::string around = word ? " " : blank();
        return part(t.parts[0], level) + around + t.op + around + part(t.parts[1], level + 1);
    }

private:
    enum Level { any, disjunction, conjunction, comparison, sum, product, power, sign, primary };

    static int level_of(const Tree& t) {
        if (t.op == "if") return any;
        if (t.op == "or") return disjunction;
        if (t.op == "and") return conjunction;
        for (const char* op : {"=", "!=", "<", "<=", ">", ">=", "between", "in"})
            if (t.op == op) return comparison;
        if (t.op == "+" || t.op == "-") return sum;
        if (t.op == "*" || t.op == "/") return product;
        if (t.op == "**") return power;
        return t.op == "negate" || t.text.starts_with('-') ? sign : primary;
    }

    std::string pick(std::vector<std::string> of) {
        return of[static_cast<std::size_t>(draw(0, static_cast<int>(of.size()) - 1))];
    }

    Tree small(int low, int high) {
        const int n = draw(low, high);
        return {"#", std::to_string(n), {n, 1}, {}};
    }

    Tree leaf() {
        if (in_test_ && draw(0, 2) == 0) return {"?", "?", {}, {}};
        if (draw(0, 2) == 0) return {"name", pick({"a", "b.c", "đ_1", "x", "y", "s"}), {}, {}};
        if (draw(0, 20) == 0) return {"constant", pick({"null", "true", "\"text\""}), {}, {}};
        const int whole = draw(0, 12), tenths = draw(0, 1) * draw(0, 9);
        std::string text = std::to_string(whole);
        if (tenths != 0 || draw(0, 9) == 0) text += "." + std::to_string(tenths) + (draw(0, 1) != 0 ? "0" : "");
        if (whole == 0 && tenths != 0 && draw(0, 1) != 0) text.erase(0, 1);
        return {"#", text, Fraction::of(whole * 10 + tenths, 10), {}};
    }

    Tree call(int depth) {
        const std::string name = pick({"min", "max", "sum", "mean", "count", "abs", "floor", "ceiling", "decimal",
                                       "round up", "round down", "round half up", "round half down", "modulo"});
        Tree t{name, "", {}, {number(depth)}};
        if (name == "modulo") t.parts.push_back(number(depth));
        if (name == "decimal" || name.starts_with("round") || (name == "floor" && draw(0, 1) != 0))
            t.parts.push_back(small(-2, 3));
        if (name == "min" || name == "max" || name == "sum" || name == "mean" || name == "count")
            for (int i = draw(0, 3); i > 0; --i) t.parts.push_back(number(depth));
        return t;
    }

    // Of a number: "< 5", "[1..5)", "5", "? > 5".
    Tree test(int depth) {
        const int kind = draw(0, 3);
        if (kind == 0) return {"test " + pick({"<", "<=", ">", ">=", "=", "!="}), "", {}, {number(depth)}};
        if (kind == 1) return {"range", pick({"[", "(", "]"}) + pick({"]", ")", "["}), {}, {number(depth), number(depth)}};
        const bool outer = std::exchange(in_test_, false);
        Tree value{"equal", "", {}, {number(depth)}};
        if (kind == 3) {
            in_test_ = true;
            value = {"condition", "", {}, {{">", "", {}, {{"?", "?", {}, {}}, number(depth)}}}};
            if (draw(0, 1) != 0) value.parts[0] = {pick({"and", "or"}), "", {}, {value.parts[0], boolean(depth)}};
        }
        in_test_ = outer;
        return value;
    }

    std::string tests(const Tree& in) {
        std::string out;
        for (std::size_t i = 1; i < in.parts.size(); ++i) out += (i == 1 ? "" : "," + blank()) + one_test(in.parts[i]);
        const bool bare = in.parts.size() == 2 && (in.parts[1].op == "range" || in.parts[1].op.starts_with("test "));
        return bare && draw(0, 1) != 0 && !out.starts_with('(') ? out : "(" + out + ")";
    }

    std::string one_test(const Tree& t) {
        if (t.op.starts_with("test ")) return t.op.substr(5) + blank() + part(t.parts[0], sum);
        if (t.op == "range")
            return t.text.substr(0, 1) + part(t.parts[0], any) + blank() + ".." + blank() + part(t.parts[1], sum) +
                   t.text.substr(1);
        return part(t.parts[0], any);
    }

    std::string list(const Tree& t) {
        std::string out;
        for (const Tree& p : t.parts) out += (out.empty() ? "" : "," + blank()) + part(p, any);
        const bool aggregate = t.op == "min" || t.op == "max" || t.op == "sum" || t.op == "mean" || t.op == "count";
        return aggregate && draw(0, 1) != 0 ? "[" + out + "]" : out;
    }

    std::string part(const Tree& t, int least) {
        const std::string inside = text(t);
        return level_of(t) < least || draw(0, 15) == 0 ? "(" + blank() + inside + blank() + ")" : inside;
    }

    std::string blank() { return draw(0, 3) == 0 ? pick({" ", "  ", "\n", "\t", "\xC2\xA0"}) : ""; }

    std::mt19937 random_;
    bool in_test_ = false;
};

}  // namespace expression_test
