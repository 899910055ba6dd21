// What of a leaf is the same for every unit of a kind: the maximum, and what rests on it alone.
#pragma once

#include <vector>

#include "criteria/impl.hpp"

namespace cchc::criteria {

// The slots of a set, all missing but for the constants of one leaf at a time.
class Constants {
public:
    explicit Constants(const CriteriaSet::Impl& set) : slots_(set.slot_count, feel::Value::missing()) {}

    const feel::Value* slots() const noexcept { return slots_.data(); }
    // A let that needs a fact stays missing.
    void enter(const CompiledLeaf& leaf, const Number& max);
    void leave(const CompiledLeaf& leaf);
    // Missing where it depends on more than constants.
    feel::Value value(const feel::Code& code, std::uint32_t node) const;

private:
    std::vector<feel::Value> slots_;
};

}  // namespace cchc::criteria
