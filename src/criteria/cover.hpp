// What the rows of a table take of all that its inputs can be. Each row is a box: a set of cells on each axis.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "criteria/axis.hpp"

namespace cchc::criteria {

using Box = std::vector<Bits>;  // cells, by axis

// How much may still be computed, so that no file can keep a check busy.
class Budget {
public:
    explicit Budget(std::size_t steps) : left_(steps) {}
    bool spend(std::size_t steps) noexcept {
        const bool enough = steps <= left_;
        left_ -= enough ? steps : left_;
        return enough;
    }
    std::size_t left() const noexcept { return left_; }

private:
    std::size_t left_;
};

class Cover {
public:
    Cover(std::vector<Axis> axes, std::vector<Box> rows) : axes_(std::move(axes)), rows_(std::move(rows)) {}

    const std::vector<Box>& rows() const noexcept { return rows_; }
    bool is_empty(std::size_t row) const;                            // it matches nothing at all
    std::optional<Box> overlap(std::size_t a, std::size_t b) const;  // where both match
    // What none of the first `count` rows takes, as boxes apart; of all, or of one row. std::nullopt: beyond the budget.
    std::optional<std::vector<Box>> rest(std::size_t count, std::optional<std::size_t> within, Budget& budget) const;
    // "rate < 20 and late = true"; empty for everything.
    std::string words(const Box& box) const;

private:
    std::vector<Axis> axes_;
    std::vector<Box> rows_;
};

}  // namespace cchc::criteria
