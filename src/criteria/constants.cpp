#include "criteria/constants.hpp"

namespace cchc::criteria {

void Constants::enter(const CompiledLeaf& leaf, const Number& max) {
    leave(leaf);
    slots_[leaf.max_slot] = feel::Value::of_number(max);
    for (const CompiledLet& let : leaf.lets)
        if (let.code.root != feel::no_node) slots_[let.slot] = value(let.code, let.code.root);
}

void Constants::leave(const CompiledLeaf& leaf) {
    slots_[leaf.max_slot] = feel::Value::missing();
    for (const CompiledLet& let : leaf.lets) slots_[let.slot] = feel::Value::missing();
}

feel::Value Constants::value(const feel::Code& code, std::uint32_t node) const {
    feel::Context context{slots_.data(), nullptr, nullptr, feel::Fault::none, 0};
    return feel::evaluate(code, node, context);
}

}  // namespace cchc::criteria
