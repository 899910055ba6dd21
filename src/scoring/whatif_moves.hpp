// Facts that move, one leaf after another.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "cchc/whatif.hpp"
#include "scoring/unit.hpp"

namespace cchc::scoring {

// A unit whose facts can be changed and put back. `facts` must live as long.
class Movable {
public:
    Movable(const CriteriaSet::Impl& set, Scorer& scorer, const Facts& facts, const ScoreSheet& sheet,
            std::span<const std::optional<Number>> among);

    const CriteriaSet::Impl& set() const noexcept { return set_; }
    Scorer& scorer() noexcept { return scorer_; }
    const Facts& facts() const noexcept { return facts_; }
    const Scorecard& now() const noexcept { return now_; }
    // Puts the facts and results as they are back into the slots.
    void restore();
    // What a move does. Afterwards the facts are as they were; the results are not.
    FactMove outcome(MoveKind kind, std::vector<FactChange> changes, const LeafScore& leaf);

private:
    Scorecard scored(const Facts& facts);
    const Scorecard& with(const std::vector<FactChange>& changes);

    const CriteriaSet::Impl& set_;
    Scorer& scorer_;
    const Facts& facts_;
    const ScoreSheet& sheet_;
    std::span<const std::optional<Number>> among_;
    Scorecard now_;
    std::map<std::string, Scorecard> cards_;  // by what was changed: many leaves read the same facts
};

// The facts that a leaf reads, by index of the names of the set, in the order of its rule, each once.
std::vector<std::size_t> facts_read(const CriteriaSet::Impl& set, std::size_t leaf);

// All moves of a leaf.
std::vector<FactMove> moves_of(Movable& unit, std::size_t leaf, const LeafScore& now);
// The nearest values that give the leaf more points. The slots are as they were afterwards.
std::vector<FactChange> next_rows(Movable& unit, std::size_t leaf, const LeafScore& now);

}  // namespace cchc::scoring
