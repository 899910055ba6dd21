// The sum of many fractions, added in pairs: fractions of unlike denominators grow with every addition, and so only the last
// few additions are of large ones. The sum is exact, so the order changes nothing but the time.
#pragma once

#include <array>
#include <cstddef>
#include <utility>

#include "cchc/number.hpp"

namespace cchc::scoring {

class ExactSum {
public:
    void add(const Number& number) {
        Number carry = number;
        std::size_t level = 0;
        for (; (count_ >> level & 1U) != 0; ++level) carry += parts_[level];
        parts_[level] = std::move(carry);
        ++count_;
    }

    Number total() const {
        Number sum;
        for (std::size_t level = 0; count_ >> level != 0; ++level)
            if ((count_ >> level & 1U) != 0) sum += parts_[level];
        return sum;
    }

private:
    std::size_t count_ = 0;         // its bits say which parts are in use: part i holds the sum of 2^i numbers
    std::array<Number, 32> parts_;  // for more criteria than a file can hold
};

}  // namespace cchc::scoring
