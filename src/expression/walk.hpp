// Looking at the nodes of an expression.
#pragma once

#include "expression/code.hpp"

namespace cchc::feel {

// Calls f for the node and everything below it. The depth is bounded by the parser.
template <class F>
void for_each_node(const Code& code, std::uint32_t root, F&& f) {
    if (root == no_node) return;
    const Node& node = code.nodes[root];
    f(node);
    switch (node.op) {
        case Op::constant:
        case Op::name:
        case Op::input:
        case Op::any: return;
        case Op::special: for_each_node(code, code.specials[node.a].of, f); return;
        case Op::call:
        case Op::one_of:
        case Op::none_of:
            for (std::uint32_t i = 0; i < node.b; ++i) for_each_node(code, code.args[node.a + i], f);
            return;
        default:
            for_each_node(code, node.a, f);
            for_each_node(code, node.b, f);
            for_each_node(code, node.c, f);
    }
}

}  // namespace cchc::feel
