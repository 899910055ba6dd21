// What a set of raised leaves must reach, and what can be said of sets that are not complete yet.
#pragma once

#include <cstdint>
#include <vector>

#include "cchc/whatif.hpp"
#include "scoring/raise.hpp"
#include "scoring/trend.hpp"

namespace cchc::scoring {

inline constexpr std::int64_t per_point = 1'000'000'000;  // gains are counted in these, rounded up
inline constexpr std::int64_t per_cost = 1'000'000;       // costs have six decimals

// A leaf that can be raised.
struct Candidate {
    std::size_t leaf = 0;  // index into Scorecard::leaves
    Number from, to;
    Number cost;
    std::int64_t scaled_cost = 0;
};

// One band that is good enough: how far points must rise to it. No set of leaves whose gains sum to less can reach it.
struct Way {
    int band = -1;
    bool measured = false;  // else nothing is known of `need` and `gains`
    std::int64_t need = 0;
    std::vector<std::int64_t> gains;  // by candidate: the most that it can add
    Number least;                     // the least value of what the band measures that it takes
    Trend measure = flat, condition = flat;
};

class Goal {
public:
    // `card` is the unit as it is, its results in the slots; it is reached by `band` or a better one.
    Goal(const CriteriaSet::Impl& set, Scorer& scorer, const Scorecard& card, int band, std::vector<Candidate> candidates);

    const std::vector<Candidate>& candidates() const noexcept { return candidates_; }
    const std::vector<Way>& ways() const noexcept { return ways_; }
    // Whether bands depend on more than sums of gains, so that the two questions below say more than the sums.
    bool has_conditions() const noexcept { return has_conditions_; }
    // Whether raising a leaf can help: it adds to what a band measures, or something else may depend on it.
    bool useful(std::size_t candidate) const;
    // Scores the unit with the chosen candidates raised, as a whole; what follows speaks of it.
    const Scorecard& score(const std::vector<bool>& chosen);
    bool reached() const noexcept { return card_.band >= 0 && card_.band <= band_; }
    // False only if no set with these leaves and others reaches the band.
    bool more_can_reach();
    // False only if no set within these leaves reaches the band.
    bool less_can_reach();
    std::size_t scorings() const noexcept { return scorings_; }

private:
    struct Cap {
        const feel::Code* code;
        Trend trend;
    };
    std::optional<Way> way_to(int band, const Scorecard& card, const PointWeights& weights);
    void add_caps();
    bool sums_tell_all() const;
    Number gain(const Candidate& c, const criteria::ResultSlot& slot, const PointWeights& weights) const;
    bool caps_allow(Trend known);
    bool way_allows(const Way& way, Trend known);

    const CriteriaSet::Impl& set_;
    Scorer& scorer_;
    Scorecard card_;
    int band_;
    std::vector<Candidate> candidates_;
    std::vector<bool> raised_;  // as card_ stands
    std::vector<Way> ways_;
    std::vector<Cap> caps_;
    bool has_conditions_ = false;
    std::size_t scorings_ = 0;
};

}  // namespace cchc::scoring
