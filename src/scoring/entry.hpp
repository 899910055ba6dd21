// From which value on unary tests hold.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "expression/code.hpp"
#include "scoring/scorer.hpp"

namespace cchc::scoring {

// The numbers at which tests can change their answer: ends of ranges and values, in order, each once. Ends that have no
// value now, or that read the tested value, are left out.
std::vector<Number> bounds_of(const feel::Code& tests, Scorer& scorer);

struct Entry {
    Number at;
    bool open = false;  // from just above `at`
};

// The least value, `from` or above, for which the tests hold. None where there is none, or where they compare the tested
// value in another way than with numbers.
std::optional<Entry> entry_from(const feel::Code& tests, const Number& from, Scorer& scorer);
// The same where only multiples of 10^-places can be tested; never open.
std::optional<Entry> entry_on_grid(const feel::Code& tests, const Number& from, int places, Scorer& scorer);

// The least value that is rounded to `rounded` or above.
Entry rounds_to(const Number& rounded, const Rounding& rounding);

}  // namespace cchc::scoring
