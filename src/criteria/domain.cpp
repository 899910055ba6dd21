#include "criteria/domain.hpp"

#include <algorithm>

namespace cchc::criteria {
namespace {

using feel::Function;
using feel::Op;

constexpr int max_depth = 20;  // of lets that read lets

Domain number() {
    Domain d;
    d.number = true;
    return d;
}

Domain boolean() {
    Domain d;
    d.boolean = true;
    return d;
}

Domain whole_from(int least) {
    Domain d = number();
    d.min = Number(least);
    d.places = 0;
    return d;
}

Domain of_special(const feel::Special& special) {
    return special.kind == feel::Special::Kind::place ? whole_from(1) : number();
}

Domain of_fact(const FactDefinition& fact) {
    Domain d;
    d.may_be_null = false;
    d.number = fact.type == FactDefinition::Type::number;
    d.boolean = fact.type == FactDefinition::Type::boolean;
    d.text = fact.type == FactDefinition::Type::string;
    if (d.number) {
        d.min = fact.min;
        d.max = fact.max;
    }
    if (d.text) d.texts = fact.values;
    return d;
}

feel::Value value_of(const feel::Code& code, std::uint32_t node, const feel::Value* slots) {
    feel::Context context{slots, nullptr, nullptr, feel::Fault::none, 0};
    return feel::evaluate(code, node, context);
}

}  // namespace

Domain Domains::of(const feel::Code& code) const {
    feel::Value value = value_of(code, code.root, slots_);
    Domain d = of(code, code.root, 0);
    if (!value.is_missing()) d.always = std::move(value);
    return d;
}

Domain Domains::of(const feel::Code& code, std::uint32_t index, int depth) const {
    const feel::Node& node = code.nodes[index];
    switch (node.op) {
        case Op::name: return of_name(code, node.a, depth);
        case Op::call: return of_call(code, node);
        case Op::choose: return of_choice(code, node, depth);
        case Op::special: return of_special(code.specials[node.a]);
        case Op::negate:
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
        case Op::power: return number();
        case Op::constant: {
            const feel::Type type = code.constants[node.a].type;
            Domain d;
            d.number = type == feel::Type::number;
            d.boolean = type == feel::Type::boolean;
            d.text = type == feel::Type::string;
            return d;
        }
        default: return boolean();  // comparisons and what joins them
    }
}

Domain Domains::of_name(const feel::Code& code, std::uint32_t name, int depth) const {
    const std::uint32_t slot = code.name_slots[name];
    for (const CompiledLet& let : leaf_.lets)
        if (let.slot == slot)
            return let.code.root == feel::no_node || depth >= max_depth ? Domain() : of(let.code, let.code.root, depth + 1);
    if (slot == leaf_.max_slot) return number();
    for (const FactDefinition* fact : dictionary_)
        if (fact->name == code.names[name]) return of_fact(*fact);
    Domain d;
    d.may_be_null = false;
    return d;
}

Domain Domains::of_call(const feel::Code& code, const feel::Node& node) const {
    switch (node.function) {
        case Function::even:
        case Function::odd:
        case Function::not_: return boolean();
        case Function::count: return whole_from(0);
        case Function::floor:
        case Function::ceiling:
        case Function::decimal:
        case Function::round_up:
        case Function::round_down:
        case Function::round_half_up:
        case Function::round_half_down: break;
        default: return number();
    }
    Domain d = number();
    if (node.b == 1) {
        d.places = 0;
    } else if (const auto places = value_of(code, code.args[node.a + 1], slots_);
               places.is_number() && places.number.abs() <= Number(100) && places.number.whole()) {
        d.places = static_cast<int>(*places.number.whole());
    }
    return d;
}

// Of what both branches are; a branch that is null adds nothing.
Domain Domains::of_choice(const feel::Code& code, const feel::Node& node, int depth) const {
    if (depth >= max_depth) return {};
    const auto is_null = [&](std::uint32_t branch) {
        const feel::Node& n = code.nodes[branch];
        return n.op == Op::constant && code.constants[n.a].type == feel::Type::null;
    };
    Domain yes = of(code, node.b, depth + 1), no = of(code, node.c, depth + 1);
    Domain d;
    if (is_null(node.b) || is_null(node.c)) {
        d = is_null(node.b) ? no : yes;
    } else if (yes.number == no.number && yes.boolean == no.boolean && yes.text == no.text) {
        d.number = yes.number;
        d.boolean = yes.boolean;
        d.text = yes.text;
    }
    d.may_be_null = true;
    return d;
}

}  // namespace cchc::criteria
