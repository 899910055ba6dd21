// The parts of a reconciliation: a policy ready to judge, the moves that a change makes, and the steps from policy to
// policy.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/reconcile.hpp"
#include "statistics/cells.hpp"
#include "statistics/code_table.hpp"

namespace cchc::reconcile {

Outcome outcome_of(std::uint8_t code) noexcept;

// How many dossiers go from one outcome to another, with a few of their ids.
class Moves {
public:
    void add(Outcome from, Outcome to, std::string_view id);
    void merge(const Moves& other);
    std::vector<ReconcileMove> list() const;

private:
    struct Move {
        std::uint64_t count = 0;
        stats::SmallestIds examples;
    };
    static constexpr std::size_t index(Outcome from, Outcome to) noexcept {
        return static_cast<std::size_t>(from) * outcome_count + static_cast<std::size_t>(to);
    }
    std::array<Move, std::size_t{outcome_count} * outcome_count> moves_;
};

// A policy and its table of codes.
struct Judgement {
    explicit Judgement(OutcomePolicy p);
    OutcomePolicy policy;
    judge::Table<std::uint8_t> table;
};

// The change of one field: the policy that it leads to, and what it moves.
struct Step {
    std::string field;
    std::string from;
    std::string to;
    Judgement judgement;
    Moves moves;
};

// From one policy to another. After the last step dossiers are judged as under the other one.
std::vector<Step> steps_between(const OutcomePolicy& first, const OutcomePolicy& other);

}  // namespace cchc::reconcile
