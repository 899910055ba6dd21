// One input of a table as a row of cells over which every test is constant: a number line is cut at the bounds of the tests
// into points and open intervals. What holds in a cell holds for every value in it, so a table is decided, not sampled.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "criteria/bits.hpp"
#include "expression/code.hpp"

namespace cchc::criteria {

// What is known of the values of an input before its tests are looked at.
struct Domain {
    bool number = false, boolean = false, text = false;  // none of them: whatever the tests speak of
    bool may_be_null = true;                             // a fact never is
    std::optional<Number> min, max;
    std::vector<std::string> texts;     // of a text: those that it may have; empty: any
    std::optional<int> places;          // a number rounded to so many decimals
    std::optional<feel::Value> always;  // it has this value and no other
};

class Axis {
public:
    // `slots` holds what is constant; the rest is missing.
    Axis(std::string name, Domain domain, const std::vector<const feel::Code*>& tests, const feel::Value* slots);

    // Why nothing can be said of this input; empty where everything can.
    const std::string& undecided() const noexcept { return undecided_; }

    std::size_t size() const noexcept { return cells_.size(); }
    // The cells in which the tests hold.
    Bits matching(const feel::Code& tests) const;
    // "rate is in [40..60)"; empty for all cells.
    std::string words(const Bits& cells) const;

private:
    enum class Kind : std::uint8_t { number, boolean, text, other_text, null, anything };
    // A number: 2i + 1 is bound i, 2i lies below it. A text: its index. A boolean: 0 or 1.
    struct Cell {
        Kind kind = Kind::number;
        std::size_t place = 0;
    };
    struct Test;

    void collect(const feel::Code& tests, std::uint32_t node);
    void bound(const feel::Code& tests, std::uint32_t node, bool ordered);
    void settle();
    void cut();
    void cut_numbers();
    bool has_values(std::size_t place) const;

    feel::Value value_of(const feel::Code& tests, std::uint32_t node) const;
    Cell cell_of(const feel::Value& value) const;
    Test compiled(const feel::Code& tests, std::uint32_t node) const;

    std::string bound_text(std::size_t i) const;
    std::string run(std::size_t first, std::size_t last) const;
    void number_words(const Bits& cells, std::vector<std::string>& out) const;
    void other_words(const Bits& cells, std::vector<std::string>& out) const;

    std::string name_;
    Domain domain_;
    const feel::Value* slots_;
    bool sees_number_ = false, sees_boolean_ = false, sees_text_ = false, sees_null_ = false, orders_texts_ = false;
    std::vector<Number> bounds_;
    std::vector<std::string> texts_;
    std::string symbol_;  // the one bound that is no constant
    std::vector<Cell> cells_;
    std::string undecided_;
};

}  // namespace cchc::criteria
