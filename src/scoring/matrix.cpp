// Many units at once.
#include "cchc/score_matrix.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <set>

#include "cchc/error.hpp"
#include "expression/fact_value.hpp"
#include "scoring/among.hpp"
#include "scoring/unit.hpp"

namespace cchc {
namespace {

using feel::Value;
using scoring::Worth;

[[noreturn]] void refuse(std::string message) { throw Error(ErrorCode::argument_range, std::move(message)); }

// A column whose fact some rule reads.
struct Bound {
    const FactColumn* column = nullptr;
    std::uint32_t slot = 0;
    std::int64_t divisor = 1;  // 10^scale
    std::optional<Number> min, max;
    bool wrong_type = false;  // the dictionary wants another type: the fact counts as missing

    Value at(std::size_t unit) const {
        const std::int64_t raw = column->value[unit];
        if (raw == no_points || wrong_type) return Value::missing();
        if (column->boolean) return Value::boolean(raw != 0);
        Number number = divisor == 1 ? Number(raw) : Number(raw, divisor);
        if ((min && number < *min) || (max && number > *max)) return Value::missing();
        return Value::of_number(std::move(number));
    }
};

class Matrix {
public:
    Matrix(const CriteriaSet& criteria, std::size_t units, std::span<const FactColumn> facts,
           std::span<const std::string> kind, const Facts& constants, const MatrixResult& result)
        : set_(criteria.impl()), units_(units), result_(result), leaves_(matrix_leaves(criteria)), constants_(constants) {
        check_results();
        check_constants();
        check_size();
        bind(facts);
        if (units_ == 0) return;
        find_kinds(criteria, kind);
        for (std::size_t k = 0; k < set_.kinds(); ++k)
            if (kind_ == k || std::find(kinds_.begin(), kinds_.end(), k) != kinds_.end()) add_scorer(k);
        sums_.nodes.resize(set_.criteria.size());
        if (!set_.among.empty()) look_among();
    }

    void run() {
        for (std::size_t u = 0; u < units_; ++u) {
            scoring::Scorer& scorer = scorer_of(u);
            put(u, scorer);
            if (among_) scoring::put_among(set_, among_->values(u), scorer);
            score(u, scorer);
        }
    }

private:
    void check_results() const {
        const auto check = [](std::size_t found, std::size_t expected, const char* what) {
            if (found != 0 && found != expected)
                refuse(fmt::format("{}: expected {} values; found {}", what, expected, found));
        };
        if (result_.places < 0 || result_.places > 12)
            refuse(fmt::format("places: expected 0 to 12; found {}", result_.places));
        check(result_.points.size(), units_ * leaves_.size(), "points");
        check(result_.state.size(), units_ * leaves_.size(), "state");
        check(result_.total.size(), units_, "total");
        check(result_.index.size(), units_, "index");
        check(result_.band.size(), units_, "band");
    }

    // A matrix has no place for notes on single units, nor for what is wrong with a fact of all.
    void check_constants() const {
        if (!constants_.not_applicable.empty() || !constants_.no_case.empty())
            refuse("constants: expected facts only; found notes on criteria");
        scoring::Scorer scorer(set_, 0);
        std::vector<std::string> problems;
        scoring::put_facts(set_, constants_, scorer, problems);
        if (!problems.empty()) refuse(fmt::format("constants: {}", problems.front()));
    }

    // Whatever the facts are, no sum of points is beyond 64 bits.
    void check_size() const {
        Number most;
        for (const Criterion& c : set_.criteria)
            if (c.leaf)
                for (std::size_t k = 0; k < set_.kinds(); ++k) most += c.max[k].abs() + c.min.value_or(Number()).abs();
        if (!most.rounded(0, RoundingMode::up).scaled(result_.places + 1))
            refuse(fmt::format("places: points up to {} with {} decimals are beyond 64 bits", most.to_string(),
                               result_.places));
    }

    void find_kinds(const CriteriaSet& criteria, std::span<const std::string> kind) {
        if (kind.size() > 1 && kind.size() != units_)
            refuse(fmt::format("kind: expected none, one, or {}; found {}", units_, kind.size()));
        const auto index = [&](const std::string& name) {
            const int k = criteria.find_kind(name);
            if (k < 0) refuse(fmt::format("kind: expected one of {}; found \"{}\"", fmt::join(set_.units, ", "), name));
            return static_cast<std::size_t>(k);
        };
        if (kind.size() <= 1) {
            kind_ = index(kind.empty() ? std::string() : kind.front());
        } else {
            for (const std::string& name : kind) kinds_.push_back(index(name));
        }
    }

    void bind(std::span<const FactColumn> facts) {
        std::set<std::string_view> seen;
        for (const FactColumn& column : facts) {
            if (column.value.size() != units_)
                refuse(fmt::format("fact \"{}\": expected {} values; found {}", column.name, units_, column.value.size()));
            if (column.scale < 0 || column.scale > 18)
                refuse(fmt::format("fact \"{}\": expected a scale from 0 to 18; found {}", column.name, column.scale));
            if (!seen.insert(column.name).second) refuse(fmt::format("fact \"{}\" is given twice", column.name));
            const auto name = std::lower_bound(set_.fact_names.begin(), set_.fact_names.end(), column.name);
            if (name == set_.fact_names.end() || *name != column.name) continue;
            Bound bound;
            bound.column = &column;
            const auto fact = static_cast<std::size_t>(name - set_.fact_names.begin());
            bound.slot = set_.fact_slots[fact];
            for (int i = 0; i < column.scale; ++i) bound.divisor *= 10;
            if (const FactDefinition* const d = set_.definitions[fact]) {
                bound.min = d->min;
                bound.max = d->max;
                bound.wrong_type =
                    d->type != (column.boolean ? FactDefinition::Type::boolean : FactDefinition::Type::number);
            }
            bound_.push_back(std::move(bound));
        }
    }

    void add_scorer(std::size_t kind) {
        if (scorers_.empty()) scorers_.resize(set_.kinds());
        scorers_[kind] = std::make_unique<scoring::Scorer>(set_, kind);
        // What is the same for all is put once; the columns go over it.
        std::vector<std::string> problems;
        scoring::put_facts(set_, constants_, *scorers_[kind], problems);
    }

    std::size_t kind_of(std::size_t unit) const noexcept { return kinds_.empty() ? kind_ : kinds_[unit]; }
    scoring::Scorer& scorer_of(std::size_t unit) noexcept { return *scorers_[kind_of(unit)]; }
    void put(std::size_t unit, scoring::Scorer& scorer) const {
        for (const Bound& bound : bound_) scorer.slots()[bound.slot] = bound.at(unit);
    }

    void look_among() {
        among_.emplace(set_);
        for (std::size_t u = 0; u < units_; ++u) {
            scoring::Scorer& scorer = scorer_of(u);
            put(u, scorer);
            const bool ranked = set_.units.empty() || scoring::is_ranked(set_, {}, set_.units[kind_of(u)], {});
            among_->add(scorer, ranked);
        }
        among_->finish();
    }

    void score(std::size_t unit, scoring::Scorer& scorer) {
        const std::size_t row = unit * leaves_.size();
        for (std::size_t l = 0; l < leaves_.size(); ++l) {
            Worth& worth = sums_.nodes[leaves_[l]];
            const bool exists = set_.criteria[leaves_[l]].exists[scorer.kind()];
            if (exists) {
                scoring::leaf_worth(set_, scorer, l, worth);
            } else {
                worth.has_points = false;
            }
            if (!result_.state.empty())
                result_.state[row + l] = exists ? static_cast<std::uint8_t>(worth.state) : not_exists;
            if (!result_.points.empty()) result_.points[row + l] = worth.has_points ? scaled(worth.points) : no_points;
        }
        if (result_.total.empty() && result_.index.empty() && result_.band.empty()) return;
        try {
            totals(unit, scorer);
        } catch (const Error& e) {
            if (e.code() != ErrorCode::argument_range) throw;
            // A sum beyond a Number: this unit has no total, as in score().
            if (!result_.total.empty()) result_.total[unit] = no_points;
            if (!result_.index.empty()) result_.index[unit] = no_points;
            if (!result_.band.empty()) result_.band[unit] = -1;
        }
    }

    void totals(std::size_t unit, scoring::Scorer& scorer) {
        scoring::add_up(set_, scorer.kind(), sums_);
        scoring::Totals totals = scoring::totals_of(set_, scorer.kind(), sums_);
        if (!result_.total.empty()) result_.total[unit] = totals.total ? scaled(*totals.total) : no_points;
        if (!result_.index.empty()) result_.index[unit] = totals.index ? scaled(*totals.index) : no_points;
        if (result_.band.empty()) return;
        scoring::put_results(set_, totals, sums_, scorer);
        result_.band[unit] = scoring::find_band(set_, scorer, totals.complete, band_reason_);
    }

    std::int64_t scaled(const Number& number) const {
        const auto exact = number.scaled(result_.places);
        if (exact) return *exact;
        return number.rounded(result_.places, RoundingMode::half_even).scaled(result_.places).value_or(no_points);
    }

    const CriteriaSet::Impl& set_;
    std::size_t units_;
    const MatrixResult& result_;
    std::vector<std::size_t> leaves_;
    const Facts& constants_;
    std::size_t kind_ = 0;
    std::vector<std::size_t> kinds_;  // by unit, where they differ
    std::vector<Bound> bound_;
    std::vector<std::unique_ptr<scoring::Scorer>> scorers_;  // by kind
    std::optional<scoring::AmongUnits> among_;
    scoring::Sums sums_;
    std::string band_reason_;
};

}  // namespace

std::vector<std::size_t> matrix_leaves(const CriteriaSet& criteria) {
    std::vector<std::size_t> out;
    for (const auto& leaf : criteria.impl().leaves) out.push_back(leaf.criterion);
    return out;
}

void score_matrix(const CriteriaSet& criteria, std::size_t units, std::span<const FactColumn> facts,
                  std::span<const std::string> kind, const Facts& constants, const MatrixResult& result) {
    Matrix(criteria, units, facts, kind, constants, result).run();
}

}  // namespace cchc
