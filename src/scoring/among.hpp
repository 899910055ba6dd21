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
    // `scorers` by kind; `kinds` by unit.
    AmongUnits(const CriteriaSet::Impl& set, const std::vector<std::unique_ptr<Scorer>>& scorers,
               const std::vector<std::size_t>& kinds, std::span<const Facts> facts, std::span<const std::string> outside);
    // The values of one unit, by among.
    std::vector<std::optional<Number>> values(std::size_t unit) const;

private:
    struct Values {
        std::vector<feel::Value> by_unit;
        std::vector<Number> ranked;  // from the highest
        std::optional<Number> mean;  // of the ranked units that have a value
    };
    void summarise(Values& values) const;

    const CriteriaSet::Impl& set_;
    std::vector<Values> values_;  // by among
};

}  // namespace cchc::scoring
