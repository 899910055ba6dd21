#include "expression/functions.hpp"

#include <string>

namespace cchc::feel {
namespace {

constexpr Signature signatures[] = {
    {"min", Function::min, 1, any_number},
    {"max", Function::max, 1, any_number},
    {"sum", Function::sum, 1, any_number},
    {"count", Function::count, 1, any_number},
    {"mean", Function::mean, 1, any_number},
    {"abs", Function::abs, 1, 1},
    {"floor", Function::floor, 1, 2},
    {"ceiling", Function::ceiling, 1, 2},
    {"decimal", Function::decimal, 2, 2},
    {"round up", Function::round_up, 2, 2},
    {"round down", Function::round_down, 2, 2},
    {"round half up", Function::round_half_up, 2, 2},
    {"round half down", Function::round_half_down, 2, 2},
    {"modulo", Function::modulo, 2, 2},
    {"sqrt", Function::sqrt, 1, 1},
    {"even", Function::even, 1, 1},
    {"odd", Function::odd, 1, 1},
    {"not", Function::not_, 1, 1},
};

Value fail(Fault why, Fault& fault) {
    fault = why;
    return Value::null();
}

RoundingMode mode_of(Function function) {
    switch (function) {
        case Function::floor: return RoundingMode::floor;
        case Function::ceiling: return RoundingMode::ceiling;
        case Function::round_up: return RoundingMode::up;
        case Function::round_down: return RoundingMode::down;
        case Function::round_half_up: return RoundingMode::half_up;
        case Function::round_half_down: return RoundingMode::half_down;
        default: return RoundingMode::half_even;  // decimal(): DMN 1.5, table of numeric functions
    }
}

Value round(Function function, std::span<const Value> arguments, Fault& fault) {
    int places = 0;
    if (arguments.size() == 2) {
        const auto whole = arguments[1].number.whole();
        if (!whole || *whole < -1000 || *whole > 1000) return fail(Fault::bad_scale, fault);
        places = static_cast<int>(*whole);
    }
    return Value::of_number(arguments[0].number.rounded(places, mode_of(function)));
}

// As DMN defines it: dividend - divisor × floor(dividend / divisor), so the result has the sign of the divisor.
Value modulo(const Number& dividend, const Number& divisor, Fault& fault) {
    if (divisor.sign() == 0) return fail(Fault::division_by_zero, fault);
    return Value::of_number(dividend - divisor * (dividend / divisor).rounded(0, RoundingMode::floor));
}

Value extreme(std::span<const Value> arguments, bool greatest) {
    const Number* best = &arguments[0].number;
    for (const Value& v : arguments.subspan(1))
        if (greatest ? v.number > *best : v.number < *best) best = &v.number;
    return Value::of_number(*best);
}

Number sum(std::span<const Value> arguments) {
    Number total;
    for (const Value& v : arguments) total += v.number;
    return total;
}

Value parity(const Number& number, bool odd) {
    const Number rest = number - Number(2) * (number / Number(2)).rounded(0, RoundingMode::floor);
    return Value::boolean(rest == Number(odd ? 1 : 0));
}

Value aggregate(Function function, std::span<const Value> arguments, Fault& fault) {
    if (function == Function::count) return Value::of_number(Number(static_cast<std::int64_t>(arguments.size())));
    if (arguments.empty()) return fail(Fault::empty_list, fault);
    switch (function) {
        case Function::min: return extreme(arguments, false);
        case Function::max: return extreme(arguments, true);
        case Function::sum: return Value::of_number(sum(arguments));
        default: return Value::of_number(sum(arguments) / Number(static_cast<std::int64_t>(arguments.size())));
    }
}

}  // namespace

const Signature* find_function(std::string_view name) noexcept {
    for (const Signature& s : signatures)
        if (s.name == name) return &s;
    return nullptr;
}

std::string_view name_of(Function function) noexcept {
    for (const Signature& s : signatures)
        if (s.function == function) return s.name;
    return {};
}

std::string function_names() {
    std::string out;
    for (const Signature& s : signatures) {
        if (!out.empty()) out += ", ";
        out += s.name;
    }
    return out;
}

Value apply(Function function, std::span<const Value> arguments, Fault& fault) {
    if (function == Function::not_) {
        if (arguments[0].type != Type::boolean) return fail(Fault::not_a_boolean, fault);
        return Value::boolean(!arguments[0].flag);
    }
    if (function != Function::count)
        for (const Value& v : arguments)
            if (!v.is_number()) return fail(Fault::not_a_number, fault);
    switch (function) {
        case Function::abs: return Value::of_number(arguments[0].number.abs());
        case Function::modulo: return modulo(arguments[0].number, arguments[1].number, fault);
        case Function::even: return parity(arguments[0].number, false);
        case Function::odd: return parity(arguments[0].number, true);
        case Function::sqrt:
            if (arguments[0].number.sign() < 0) return fail(Fault::negative_root, fault);
            return Value::of_number(arguments[0].number.sqrt());
        case Function::min:
        case Function::max:
        case Function::sum:
        case Function::count:
        case Function::mean: return aggregate(function, arguments, fault);
        default: return round(function, arguments, fault);
    }
}

std::string_view to_string(Fault fault) noexcept {
    switch (fault) {
        case Fault::none: return "";
        case Fault::division_by_zero: return "division by zero";
        case Fault::not_a_number: return "a number is needed here";
        case Fault::not_a_boolean: return "true or false is needed here";
        case Fault::not_comparable: return "values of two kinds cannot be compared";
        case Fault::bad_exponent:
            return "the exponent must be a whole number from -9999 to 9999, and 0 has no negative power";
        case Fault::negative_root: return "a negative number has no square root";
        case Fault::too_large: return "the number is too large";
        case Fault::empty_list: return "the list is empty";
        case Fault::bad_scale: return "the places of rounding must be a whole number from -1000 to 1000";
    }
    return "";
}

}  // namespace cchc::feel
