// Functions over the units that are scored together: the best value, the mean, the place.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "scoring/scorer.hpp"

namespace cchc::scoring {

// Whether a unit takes part in the ranking.
bool is_ranked(const CriteriaSet::Impl& set, const std::string& unit, const std::string& kind,
               std::span<const std::string> outside) noexcept;

// Puts such values into their slots.
void put_among(const CriteriaSet::Impl& set, std::span<const std::optional<Number>> values, Scorer& scorer);

class AmongUnits {
public:
    explicit AmongUnits(const CriteriaSet::Impl& set) : set_(set), values_(set.among.size()) {}
    // Adds a unit whose facts are in the slots; its index is the number of those before it.
    void add(Scorer& scorer, bool ranked, const std::vector<CriterionNote>& not_applicable = {});
    void finish();  // after the last unit
    // The values of one unit, by among.
    std::vector<std::optional<Number>> values(std::size_t unit) const;

private:
    struct Values {
        std::vector<feel::Value> by_unit;
        std::vector<Number> ranked;  // from the highest
        std::optional<Number> mean;  // of the ranked units that have a value
    };

    const CriteriaSet::Impl& set_;
    std::vector<Values> values_;  // by among
};

}  // namespace cchc::scoring
