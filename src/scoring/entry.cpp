#include "scoring/entry.hpp"

#include <algorithm>

#include "expression/walk.hpp"

namespace cchc::scoring {
namespace {

using feel::Code;
using feel::Op;
using feel::Value;

bool reads_input(const Code& code, std::uint32_t root) {
    bool found = false;
    feel::for_each_node(code, root, [&](const feel::Node& node) { found = found || node.op == Op::input; });
    return found;
}

bool compares(Op op) {
    return op == Op::range || op == Op::test_equal || op == Op::equal || op == Op::not_equal || op == Op::less ||
           op == Op::less_equal || op == Op::greater || op == Op::greater_equal;
}

bool holds(const Code& tests, const Number& value, Scorer& scorer) {
    return scorer.test(tests, Value::of_number(value)).is_true();
}

Number step_of(int places) { return Number(10).power(-places); }

}  // namespace

std::vector<Number> bounds_of(const Code& tests, Scorer& scorer) {
    std::vector<Number> bounds;
    const auto add = [&](std::uint32_t node) {
        if (node == feel::no_node || reads_input(tests, node)) return;
        Value value = scorer.value_of(tests, node);
        if (value.is_number()) bounds.push_back(std::move(value.number));
    };
    feel::for_each_node(tests, tests.root, [&](const feel::Node& node) {
        if (!compares(node.op)) return;
        add(node.a);
        add(node.b);
    });
    std::sort(bounds.begin(), bounds.end());
    bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
    return bounds;
}

std::optional<Entry> entry_from(const Code& tests, const Number& from, Scorer& scorer) {
    if (holds(tests, from, scorer)) return Entry{from, false};
    std::vector<Number> bounds = bounds_of(tests, scorer);
    // Between two bounds the answer is the same everywhere: one value of each gap tells.
    bounds.erase(bounds.begin(), std::lower_bound(bounds.begin(), bounds.end(), from));
    if (bounds.empty() || bounds.front() != from) bounds.insert(bounds.begin(), from);
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        if (holds(tests, bounds[i], scorer)) return Entry{bounds[i], false};
        const Number inside = i + 1 < bounds.size() ? (bounds[i] + bounds[i + 1]) / Number(2) : bounds[i] + Number(1);
        if (holds(tests, inside, scorer)) return Entry{bounds[i], true};
    }
    return std::nullopt;
}

std::optional<Entry> entry_on_grid(const Code& tests, const Number& from, int places, Scorer& scorer) {
    const Number step = step_of(places);
    Number at = from.rounded(places, RoundingMode::ceiling);
    // Each turn leaves a gap between two bounds behind, so there are no more turns than bounds, and one.
    for (std::size_t turns = bounds_of(tests, scorer).size() + 2; turns > 0; --turns) {
        const auto entry = entry_from(tests, at, scorer);
        if (!entry) return std::nullopt;
        Number next = entry->at.rounded(places, RoundingMode::ceiling);
        if (entry->open && next == entry->at) next += step;
        if (holds(tests, next, scorer)) return Entry{next, false};
        at = std::move(next);
    }
    return std::nullopt;
}

// Rounding changes at a grid value, or at the middle before it, on either side; which, rounding itself says.
Entry rounds_to(const Number& rounded, const Rounding& rounding) {
    const Number step = step_of(rounding.places);
    const Number half = step / Number(2), bit = step / Number(4);
    for (const Number& at : {rounded - step, rounded - half}) {
        if (at.rounded(rounding.places, rounding.mode) >= rounded) return {at, false};
        if ((at + bit).rounded(rounding.places, rounding.mode) >= rounded) return {at, true};
    }
    return {rounded, false};
}

}  // namespace cchc::scoring
