// Thousands of random expressions, printed and read again, against values worked out by another road: straight from DMN's
// tables over fractions of 128 bits, with the set of facts that a missing value depends on.
#include <optional>
#include <set>

#include "random_tree.hpp"
#include "support.hpp"
#include "test.hpp"

namespace random_test {

using namespace expression_test;

namespace {

struct Outcome {
    enum Kind { null, missing, boolean, number, text } kind = null;
    bool flag = false;
    Fraction value{};
    std::set<std::string> needs{};  // what a missing value depends on

    bool is(bool b) const { return kind == boolean && flag == b; }
};

Outcome truth(bool b) { return {Outcome::boolean, b, {}, {}}; }
Outcome number(Fraction f) { return {Outcome::number, false, f, {}}; }

std::optional<Outcome> missing_of(const std::vector<Outcome>& all) {
    Outcome out{Outcome::missing, false, {}, {}};
    bool any = false;
    for (const Outcome& o : all) {
        any = any || o.kind == Outcome::missing;
        out.needs.insert(o.needs.begin(), o.needs.end());
    }
    return any ? std::optional(out) : std::nullopt;
}

Outcome fact(const std::string& name) {
    if (name == "a") return number({7, 1});
    if (name == "b.c") return number({-5, 2});
    if (name == "đ_1") return number({1, 8});
    if (name == "p") return truth(true);
    if (name == "q") return truth(false);
    if (name == "s") return {Outcome::text, false, {}, {}};
    return {Outcome::missing, false, {}, {name}};  // x, y
}

const cchc::Facts given = facts({{"a", expression_test::number("7")},
                                 {"b.c", expression_test::number("-2.5")},
                                 {"đ_1", expression_test::number("0.125")},
                                 {"p", true},
                                 {"q", false},
                                 {"s", std::string("text")}});

// Table 50; null is "otherwise", and so is whatever is no boolean.
Outcome logic(bool decisive, const Outcome& a, const Outcome& b) {
    if (a.is(decisive) || b.is(decisive)) return truth(decisive);
    if (const auto m = missing_of({a, b})) return *m;
    return a.is(!decisive) && b.is(!decisive) ? truth(!decisive) : Outcome{};
}

// Tables 52 to 54.
Outcome compare(const std::string& op, const Outcome& a, const Outcome& b) {
    if (const auto m = missing_of({a, b})) return *m;
    const bool equality = op == "=" || op == "!=";
    const auto equal = [&](bool same) { return truth(same == (op == "=")); };
    if (equality && (a.kind == Outcome::null || b.kind == Outcome::null)) return equal(a.kind == b.kind);
    if (a.kind != b.kind || (!equality && (a.kind == Outcome::boolean || a.kind == Outcome::null))) return {};
    if (a.kind == Outcome::text) return truth(op == "=" || op == "<=" || op == ">=");  // there is one text
    if (a.kind == Outcome::boolean) return equal(a.flag == b.flag);
    if (equality) return equal(a.value == b.value);
    if (op == "<") return truth(a.value < b.value);
    if (op == ">") return truth(b.value < a.value);
    return truth(op == "<=" ? !(b.value < a.value) : !(a.value < b.value));
}

Outcome arithmetic(const std::string& op, const Outcome& a, const Outcome& b) {
    if (const auto m = missing_of({a, b})) return *m;
    if (a.kind != Outcome::number || b.kind != Outcome::number) return {};
    if (op == "+") return number(a.value + b.value);
    if (op == "-") return number(a.value - b.value);
    if (op == "*") return number(a.value * b.value);
    const bool zero = op == "/" ? b.value.top == 0 : a.value.top == 0 && b.value.top < 0;
    if (zero) return {};
    return number(op == "/" ? a.value / b.value : power(a.value, static_cast<int>(b.value.top)));
}

Outcome call(const std::string& name, const std::vector<Outcome>& arguments) {
    if (const auto m = missing_of(arguments)) return *m;
    const auto n = static_cast<Wide>(arguments.size());
    if (name == "count") return number({n, 1});
    for (const Outcome& o : arguments)
        if (o.kind != Outcome::number) return {};
    const Fraction x = arguments[0].value, last = arguments.back().value;
    const int places = arguments.size() == 2 ? static_cast<int>(last.top) : 0;
    if (name == "abs") return number(magnitude(x));
    if (name == "modulo") return last.top == 0 ? Outcome{} : number(x - last * floor(x / last));
    if (name == "floor") return number(to_places(x, places, floor));
    if (name == "ceiling") return number(to_places(x, places, ceiling));
    if (name == "decimal") return number(to_places(x, places, half_even));
    if (name == "round up") return number(to_places(x, places, away));
    if (name == "round down") return number(to_places(x, places, toward));
    if (name == "round half up") return number(to_places(x, places, half_away));
    if (name == "round half down") return number(to_places(x, places, half_toward));
    Fraction total, least = x, most = x;
    for (const Outcome& o : arguments) {
        total = total + o.value;
        if (o.value < least) least = o.value;
        if (most < o.value) most = o.value;
    }
    if (name == "min" || name == "max") return number(name == "min" ? least : most);
    return number(name == "sum" ? total : total / Fraction{n, 1});
}

Outcome worked_out(const Tree& t, const Outcome* input);

// Table 55: what the test of a value says.
Outcome tested(const Tree& t, const Outcome& input) {
    const auto part = [&](std::size_t i) { return worked_out(t.parts[i], &input); };
    if (t.op == "condition") return part(0);
    if (t.op == "equal") return compare("=", input, part(0));
    if (t.op != "range") return compare(t.op.substr(5), input, part(0));
    const Outcome low = compare(t.text.starts_with('[') ? ">=" : ">", input, part(0));
    return logic(false, low, compare(t.text.ends_with(']') ? "<=" : "<", input, part(1)));
}

Outcome worked_out(const Tree& t, const Outcome* input) {
    const auto part = [&](std::size_t i) { return worked_out(t.parts[i], input); };
    if (t.op == "#") return number(t.number);
    if (t.op == "name") return fact(t.text);
    if (t.op == "?") return *input;
    if (t.op == "constant")
        return t.text == "null" ? Outcome{} : t.text.starts_with('"') ? fact("s") : truth(t.text == "true");
    if (t.op == "and" || t.op == "or") return logic(t.op == "or", part(0), part(1));
    if (t.op == "between") return logic(false, compare(">=", part(0), part(1)), compare("<=", part(0), part(2)));
    if (t.op == "if") {
        const Outcome condition = part(0);
        return condition.kind == Outcome::missing ? condition : part(condition.is(true) ? 1 : 2);
    }
    if (t.op == "not") {
        Outcome o = part(0);
        return o.kind == Outcome::boolean ? truth(!o.flag) : o.kind == Outcome::missing ? o : Outcome{};
    }
    if (t.op == "negate") return arithmetic("*", part(0), number({-1, 1}));
    if (t.op == "in") {
        const Outcome value = part(0);
        Outcome any = truth(false);
        for (std::size_t i = 1; i < t.parts.size(); ++i) any = logic(true, any, tested(t.parts[i], value));
        if (any.kind == Outcome::missing) any.needs.insert(value.needs.begin(), value.needs.end());
        return any;
    }
    if (t.op.find_first_of("=<>") != std::string::npos) return compare(t.op, part(0), part(1));
    if (t.op.find_first_of("+-*/") != std::string::npos) return arithmetic(t.op, part(0), part(1));
    std::vector<Outcome> arguments;
    for (std::size_t i = 0; i < t.parts.size(); ++i) arguments.push_back(part(i));
    return call(t.op, arguments);
}

std::string spelled(const Outcome& o) {
    if (o.kind == Outcome::null) return "null";
    if (o.kind == Outcome::boolean) return o.flag ? "true" : "false";
    if (o.kind == Outcome::text) return "\"text\"";
    if (o.kind == Outcome::number) return exact(o.value);
    std::string out = "missing";
    for (const std::string& name : o.needs) out += " " + name;
    return out;
}

std::string spelled(const cchc::Evaluation& e) {
    if (const auto* n = std::get_if<cchc::Number>(&e.value)) {
        const std::string text = n->to_exact_string();
        if (!n->is_decimal()) return text;
        const std::size_t point = text.find('.');
        if (point == std::string::npos) return text + "/1";
        const int places = static_cast<int>(text.size() - point - 1);
        Wide top = 0;
        for (const char c : text)
            if (c >= '0' && c <= '9') top = top * 10 + (c - '0');
        return exact(Fraction::of(text.starts_with('-') ? -top : top, power({10, 1}, places).top));
    }
    if (e.missing.empty()) return cchc::to_string(e.value);
    std::string out = "missing";
    for (const std::string& name : std::set<std::string>(e.missing.begin(), e.missing.end())) out += " " + name;
    return out;
}

}  // namespace

TEST_CASE("Random expressions have the values of another evaluator") {
    constexpr int trees = 12'000;
    Forest forest(1645);
    std::map<std::string, int> seen;
    for (int i = 0; i < trees; ++i) {
        const int depth = forest.draw(1, 5);
        const Tree tree = i % 2 == 0 ? forest.number(depth) : forest.boolean(depth);
        const std::string text = forest.text(tree);
        try {
            const Outcome expected = worked_out(tree, nullptr);
            const std::string found = spelled(cchc::Expression(text).evaluate(given));
            if (found != spelled(expected)) {
                INFO(text);
                CHECK(found == spelled(expected));
            }
            ++seen[expected.kind == Outcome::boolean ? spelled(expected) : std::to_string(expected.kind)];
        } catch (const Overflow&) {
            ++seen["overflow"];
        }
    }
    // All kinds of value are common, and few trees are too large for the oracle.
    CHECK(seen["overflow"] < trees / 20);
    for (const char* kind : {"0", "1", "3", "true", "false"}) {
        INFO(kind);
        CHECK(seen[kind] > trees / 20);
    }
}

}  // namespace random_test
