// The value of a tree, from its leaves up. No memory is taken as long as numbers stay of everyday size.
#include <array>
#include <span>
#include <utility>
#include <vector>

#include "cchc/error.hpp"
#include "expression/code.hpp"

namespace cchc::feel {
namespace {

constexpr std::int64_t max_exponent = 9'999;

class Evaluator {
public:
    Evaluator(const Code& code, Context& context) : code_(code), context_(context), input_(context.input) {}

    Value value(std::uint32_t index) {
        const Node& node = code_.nodes[index];
        switch (node.op) {
            case Op::constant: return code_.constants[node.a];
            case Op::name: return slot(code_.name_slots[node.a]);
            case Op::special: return slot(code_.special_slots[node.a]);
            case Op::input: return *input_;
            case Op::negate: return negate(node);
            case Op::add:
            case Op::subtract:
            case Op::multiply:
            case Op::divide:
            case Op::power: return arithmetic(node);
            case Op::equal:
            case Op::not_equal: return equality(node);
            case Op::less:
            case Op::less_equal:
            case Op::greater:
            case Op::greater_equal: return comparison(node);
            case Op::both:
            case Op::either: return logic(node);
            case Op::choose: return choose(node);
            case Op::call: return call(node);
            case Op::within: return within(node);
            case Op::between: return range(code_.nodes[node.b], value(node.a));
            default: return test(node);
        }
    }

private:
    Value fail(Fault fault, std::uint32_t offset) noexcept {
        if (context_.fault == Fault::none) {
            context_.fault = fault;
            context_.fault_offset = offset;
        }
        return Value::null();
    }

    const Value& slot(std::uint32_t index) {
        const Value& v = context_.slots[index];
        if (v.is_missing() && context_.missing != nullptr) context_.missing->push_back(index);
        return v;
    }

    // What has been noted on the way to a value that does not depend on it.
    struct Mark {
        std::size_t missing;
        Fault fault;
        std::uint32_t fault_offset;
    };
    Mark mark() const noexcept {
        return {context_.missing == nullptr ? 0 : context_.missing->size(), context_.fault, context_.fault_offset};
    }
    void forget_missing(const Mark& before) {
        if (context_.missing != nullptr) context_.missing->resize(before.missing);
    }
    Value decided(Value v, const Mark& before) {
        forget_missing(before);
        context_.fault = before.fault;
        context_.fault_offset = before.fault_offset;
        return v;
    }

    // A result beyond the size of a Number is null where it arises, so that it is as harmless as a division by zero.
    template <class Calculate>
    Value bounded(std::uint32_t offset, Calculate&& calculate) {
        try {
            return calculate();
        } catch (const Error& e) {
            if (e.code() != ErrorCode::argument_range) throw;
            return fail(Fault::too_large, offset);
        }
    }

    Value negate(const Node& node) {
        Value v = value(node.a);
        if (v.is_missing()) return v;
        if (!v.is_number()) return fail(Fault::not_a_number, node.offset);
        v.number = -v.number;
        return v;
    }

    Value arithmetic(const Node& node) {
        Value left = value(node.a);
        const Value right = value(node.b);
        if (left.is_missing()) return left;
        if (right.is_missing()) return right;
        if (!left.is_number() || !right.is_number()) return fail(Fault::not_a_number, node.offset);
        return bounded(node.offset, [&] { return calculated(node, std::move(left), right); });
    }

    Value calculated(const Node& node, Value left, const Value& right) {
        switch (node.op) {
            case Op::add: left.number += right.number; break;
            case Op::subtract: left.number -= right.number; break;
            case Op::multiply: left.number *= right.number; break;
            case Op::divide:
                if (right.number.sign() == 0) return fail(Fault::division_by_zero, node.offset);
                left.number /= right.number;
                break;
            default: return power(left.number, right.number, node.offset);
        }
        return left;
    }

    Value power(const Number& base, const Number& exponent, std::uint32_t offset) {
        const auto whole = exponent.whole();
        if (!whole || *whole < -max_exponent || *whole > max_exponent || (base.sign() == 0 && *whole < 0))
            return fail(Fault::bad_exponent, offset);
        return Value::of_number(base.power(*whole));
    }

    Value equality(const Node& node) {
        const Value left = value(node.a), right = value(node.b);
        if (left.is_missing()) return left;
        if (right.is_missing()) return right;
        Value result = equals(left, right);
        if (result.type == Type::null) return fail(Fault::not_comparable, node.offset);
        if (node.op == Op::not_equal) result.flag = !result.flag;
        return result;
    }

    // One after the other: which fault is the first must not depend on the compiler.
    Value comparison(const Node& node) {
        const Value left = value(node.a), right = value(node.b);
        return order(node.op, left, right, node.offset);
    }

    Value order(Op op, const Value& left, const Value& right, std::uint32_t offset) {
        if (left.is_missing()) return left;
        if (right.is_missing()) return right;
        if (left.type != right.type || (left.type != Type::number && left.type != Type::string))
            return fail(Fault::not_comparable, offset);
        const auto sign = left.is_number() ? left.number <=> right.number : left.text <=> right.text;
        switch (op) {
            case Op::less: return Value::boolean(sign < 0);
            case Op::less_equal: return Value::boolean(sign <= 0);
            case Op::greater: return Value::boolean(sign > 0);
            default: return Value::boolean(sign >= 0);
        }
    }

    // Three-valued: false and anything is false, true or anything is true. So a missing fact that cannot matter does not.
    Value logic(const Node& node) {
        const bool decisive = node.op == Op::either;
        const Mark before = mark();
        const Value left = value(node.a);
        if (left.type == Type::boolean && left.flag == decisive) return left;
        const Value right = value(node.b);
        if (right.type == Type::boolean && right.flag == decisive) return decided(right, before);
        if (left.is_missing()) return left;
        if (right.is_missing()) return right;
        if (left.type != Type::boolean || right.type != Type::boolean) return fail(Fault::not_a_boolean, node.offset);
        return Value::boolean(!decisive);
    }

    Value choose(const Node& node) {
        const Value condition = value(node.a);
        if (condition.is_missing()) return condition;
        return value(condition.is_true() ? node.b : node.c);  // null is not true: DMN 1.5, table "if"
    }

    Value call(const Node& node) {
        constexpr std::uint32_t few = 8;
        if (node.b > few) return call_many(node);
        std::array<Value, few> values;
        return applied(node, std::span<Value>(values).first(node.b));
    }

    Value call_many(const Node& node) {
        std::vector<Value> values(node.b);
        return applied(node, values);
    }

    // All arguments are read even if one is missing, so that all that are missing are named at once.
    Value applied(const Node& node, std::span<Value> values) {
        bool missing = false;
        for (std::uint32_t i = 0; i < node.b; ++i) {
            values[i] = value(code_.args[node.a + i]);
            missing = missing || values[i].is_missing();
        }
        if (missing) return Value::missing();
        return bounded(node.offset, [&] {
            Fault fault = Fault::none;
            Value result = apply(node.function, values, fault);
            return fault == Fault::none ? std::move(result) : fail(fault, node.offset);
        });
    }

    Value within(const Node& node) {
        const Mark before = mark();
        const Value tested = value(node.a);
        const Value* outer = std::exchange(input_, &tested);
        Value result = value(node.b);
        input_ = outer;
        if (!result.is_missing()) forget_missing(before);
        return result;
    }

    Value test(const Node& node) {
        switch (node.op) {
            case Op::test_true: return condition(node);
            case Op::test_equal: return equal_to_input(node);
            case Op::range: return range(node, *input_);
            case Op::one_of: return one_of(node);
            case Op::none_of: {
                Value v = one_of(node);
                if (v.type == Type::boolean) v.flag = !v.flag;
                return v;
            }
            // "-": any value but null (DMN 1.5, 10.3.2.10). A fact is never null, so a missing one passes whatever it is.
            default: return Value::boolean(input_->type != Type::null);
        }
    }

    Value condition(const Node& node) {
        Value v = value(node.a);
        return v.is_missing() || v.type == Type::boolean ? v : fail(Fault::not_a_boolean, node.offset);
    }

    Value equal_to_input(const Node& node) {
        const Value right = value(node.a);
        if (input_->is_missing()) return *input_;
        if (right.is_missing()) return right;
        Value result = equals(*input_, right);
        return result.type == Type::null ? fail(Fault::not_comparable, node.offset) : result;
    }

    // As "from <= tested and tested <= to".
    Value range(const Node& node, const Value& tested) {
        const Mark before = mark();
        Value low = Value::boolean(true);
        if (node.a != no_node) {
            const Op op = (node.flags & from_included) != 0 ? Op::greater_equal : Op::greater;
            low = order(op, tested, value(node.a), node.offset);
            if (low.is_false()) return low;
        }
        if (node.b == no_node) return low;
        const Op op = (node.flags & to_included) != 0 ? Op::less_equal : Op::less;
        Value high = order(op, tested, value(node.b), node.offset);
        if (high.is_false()) return decided(std::move(high), before);
        return low.is_true() || (high.is_missing() && !low.is_missing()) ? high : low;
    }

    Value one_of(const Node& node) {
        const Mark before = mark();
        Value result = Value::boolean(false);
        for (std::uint32_t i = 0; i < node.b; ++i) {
            Value v = value(code_.args[node.a + i]);
            if (v.is_true()) return decided(std::move(v), before);
            if (v.is_missing() || (v.type == Type::null && !result.is_missing())) result = std::move(v);
        }
        return result;
    }

    const Code& code_;
    Context& context_;
    const Value* input_;
};

}  // namespace

Value equals(const Value& a, const Value& b) noexcept {
    if (a.type == Type::null || b.type == Type::null) return Value::boolean(a.type == b.type);
    if (a.type != b.type) return Value::null();
    switch (a.type) {
        case Type::boolean: return Value::boolean(a.flag == b.flag);
        case Type::number: return Value::boolean(a.number == b.number);
        default: return Value::boolean(a.text == b.text);
    }
}

Value evaluate(const Code& code, std::uint32_t root, Context& context) { return Evaluator(code, context).value(root); }

Value evaluate(const Code& code, Context& context) { return evaluate(code, code.root, context); }

}  // namespace cchc::feel
