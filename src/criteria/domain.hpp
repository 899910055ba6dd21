// What the values of an expression of a leaf can be, as far as its form and the dictionary of facts tell.
#pragma once

#include <vector>

#include "criteria/axis.hpp"
#include "criteria/impl.hpp"

namespace cchc::criteria {

class Domains {
public:
    Domains(const CompiledLeaf& leaf, const std::vector<const FactDefinition*>& dictionary, const feel::Value* slots)
        : leaf_(leaf), dictionary_(dictionary), slots_(slots) {}

    Domain of(const feel::Code& code) const;

private:
    Domain of(const feel::Code& code, std::uint32_t node, int depth) const;
    Domain of_name(const feel::Code& code, std::uint32_t name, int depth) const;
    Domain of_call(const feel::Code& code, const feel::Node& node) const;
    Domain of_choice(const feel::Code& code, const feel::Node& node, int depth) const;

    const CompiledLeaf& leaf_;
    const std::vector<const FactDefinition*>& dictionary_;
    const feel::Value* slots_;
};

}  // namespace cchc::criteria
