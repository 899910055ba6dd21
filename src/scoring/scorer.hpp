// Evaluates the leaves of a set for one unit after another. One array of values, used again; nothing is allocated as long as
// numbers stay small.
#pragma once

#include <string>
#include <vector>

#include "cchc/scoring.hpp"
#include "criteria/impl.hpp"

namespace cchc::scoring {

// What a rule gives.
struct Outcome {
    LeafState state = LeafState::missing_input;
    Number before_cap, capped, points;  // before the cap, after it, rounded; of a leaf that is scored
    int row = -1;                       // of a table, the row that counted
    feel::Fault fault = feel::Fault::none;
    std::uint32_t fault_offset = 0;
    const feel::Code* fault_code = nullptr;
};

// Whether a row or cell holds.
Verdict verdict_of(const feel::Value& value) noexcept;

class Scorer {
public:
    Scorer(const CriteriaSet::Impl& set, std::size_t kind);

    std::size_t kind() const noexcept { return kind_; }
    std::vector<feel::Value>& slots() noexcept { return slots_; }
    const std::vector<feel::Value>& slots() const noexcept { return slots_; }
    void clear_facts();  // all facts, and what is among units, are missing

    Outcome leaf(std::size_t index);
    // The lets of a leaf, so that something else can read them.
    void compute_lets(const criteria::CompiledLeaf& leaf);
    feel::Value value(const feel::Code& code);
    feel::Value value_of(const feel::Code& code, std::uint32_t root);
    // The value of unary tests for an input.
    feel::Value test(const feel::Code& code, const feel::Value& input);
    // Of the last leaf: the slots that it read and that are missing, lets replaced by what they need.
    std::vector<std::uint32_t> missing_slots(std::size_t index);

    // Of a table, for the trace: the inputs of the last leaf, and whether a row holds.
    const std::vector<feel::Value>& inputs() const noexcept { return inputs_; }
    // Where the next leaf stops before its table, its inputs are null then, not those of another leaf.
    void clear_inputs() { inputs_.assign(inputs_.size(), {}); }
    Verdict row(const criteria::CompiledRow& row);

private:
    // What went wrong, where.
    struct Fault {
        feel::Fault what = feel::Fault::none;
        std::uint32_t offset = 0;
        const feel::Code* code = nullptr;
    };
    void table(const criteria::CompiledLeaf& leaf, const Rule& rule, Outcome& out);
    void single(const criteria::CompiledLeaf& leaf, HitPolicy hit, Outcome& out);
    void collected(const criteria::CompiledLeaf& leaf, HitPolicy hit, Outcome& out);
    void give(feel::Value value, const feel::Code& code, Outcome& out);
    void no_row(Outcome& out) const;
    void finish(const criteria::CompiledLeaf& leaf, Outcome& out);
    bool cap(const std::unique_ptr<feel::Code>& code, bool is_max, Outcome& out);
    void add_lets(const criteria::CompiledLeaf& leaf);
    bool own_places(const criteria::CompiledLeaf& leaf);
    std::vector<std::uint32_t> needs_of(const criteria::CompiledLeaf& leaf, std::uint32_t slot);
    void note_fault(const feel::Code& code, Outcome& out);
    void rule_of(const criteria::CompiledLeaf& leaf, const Rule& rule, Outcome& out);
    // Notes what went wrong in an expression that counts: in itself, or in a let that it reads.
    void note(const feel::Code& code);
    void note(const Fault& fault);

    const CriteriaSet::Impl& set_;
    std::size_t kind_;
    std::vector<feel::Value> slots_;
    std::vector<feel::Value> inputs_;
    std::vector<std::uint32_t> missing_;
    feel::Context context_;
    Fault first_fault_;                                         // of the leaf
    bool divided_by_zero_ = false;                              // in an expression of the leaf that counts
    std::vector<std::pair<std::uint32_t, Fault>> slot_faults_;  // of lets and places: they count where the slot is read
    std::vector<Fault> input_faults_;                           // of a table: it counts where a cell is looked at
};

}  // namespace cchc::scoring
