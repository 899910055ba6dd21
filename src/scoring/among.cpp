#include "scoring/among.hpp"

#include <algorithm>

#include "cchc/error.hpp"
#include "scoring/exact_sum.hpp"
#include "scoring/unit.hpp"

namespace cchc::scoring {

using feel::Value;

bool is_ranked(const CriteriaSet::Impl& set, const std::string& unit, const std::string& kind,
               std::span<const std::string> outside) noexcept {
    return std::find(outside.begin(), outside.end(), unit) == outside.end() &&
           std::find(set.unranked.begin(), set.unranked.end(), kind) == set.unranked.end();
}

namespace {

// None where the sum of the fractions is beyond what a Number holds.
std::optional<Number> mean_of(const std::vector<Number>& numbers) {
    try {
        ExactSum sum;
        for (const Number& n : numbers) sum.add(n);
        return sum.total() / Number(static_cast<std::int64_t>(numbers.size()));
    } catch (const Error& e) {
        if (e.code() != ErrorCode::argument_range) throw;
        return std::nullopt;
    }
}

}  // namespace

void AmongUnits::add(Scorer& scorer, bool ranked, const std::vector<CriterionNote>& not_applicable) {
    for (std::size_t a = 0; a < set_.among.size(); ++a) {
        const criteria::CompiledLeaf& leaf = set_.leaves[set_.among[a].leaf];
        Value value = Value::missing();
        const bool applies = note_on(set_, not_applicable, static_cast<int>(leaf.criterion)) == nullptr;
        if (applies && set_.criteria[leaf.criterion].exists[scorer.kind()]) {
            scorer.compute_lets(leaf);
            value = scorer.value_of(*set_.among[a].code, set_.among[a].of);
        }
        if (value.is_number() && ranked) values_[a].ranked.push_back(value.number);
        values_[a].by_unit.push_back(std::move(value));
    }
}

void AmongUnits::finish() {
    for (Values& values : values_) {
        if (values.ranked.empty()) continue;
        std::sort(values.ranked.begin(), values.ranked.end(), [](const Number& a, const Number& b) { return a > b; });
        values.mean = mean_of(values.ranked);
    }
}

std::vector<std::optional<Number>> AmongUnits::values(std::size_t unit) const {
    std::vector<std::optional<Number>> out(values_.size());
    for (std::size_t a = 0; a < values_.size(); ++a) {
        const Values& values = values_[a];
        const Value& own = values.by_unit[unit];
        if (set_.among[a].kind == feel::Special::Kind::best) {
            if (!values.ranked.empty()) out[a] = values.ranked.front();
        } else if (set_.among[a].kind == feel::Special::Kind::mean) {
            out[a] = values.mean;
        } else if (own.is_number()) {
            // One more than the units that are better.
            const auto better = std::partition_point(values.ranked.begin(), values.ranked.end(),
                                                     [&](const Number& n) { return n > own.number; });
            out[a] = Number(static_cast<std::int64_t>(better - values.ranked.begin()) + 1);
        }
    }
    return out;
}

void put_among(const CriteriaSet::Impl& set, std::span<const std::optional<Number>> values, Scorer& scorer) {
    for (std::size_t a = 0; a < set.among.size() && a < values.size(); ++a)
        scorer.slots()[set.among[a].slot] = values[a] ? Value::of_number(*values[a]) : Value::missing();
}

}  // namespace cchc::scoring
