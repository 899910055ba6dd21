// The nearest value of a fact at which a leaf has more points: candidates come from the bounds of the rows, and every one is
// scored before it counts.
#include <algorithm>

#include "scoring/entry.hpp"
#include "scoring/whatif_moves.hpp"

namespace cchc::scoring {
namespace {

using criteria::CompiledLeaf;
using feel::Value;

std::optional<Decimal> decimal_of(const Number& number) {
    if (!number.is_decimal()) return std::nullopt;
    return Decimal::parse(number.to_string());
}

class RowFinder {
public:
    RowFinder(Movable& unit, std::size_t leaf, const LeafScore& now)
        : unit_(unit), set_(unit.set()), scorer_(unit.scorer()), leaf_(set_.leaves[leaf]), index_(leaf), now_(now) {}

    std::optional<FactChange> nearest(std::size_t fact) {
        name_ = set_.fact_names[fact];
        slot_ = set_.fact_slots[fact];
        const auto value = unit_.facts().values.find(name_);
        if (value == unit_.facts().values.end() || refused(set_, name_, value->second)) return std::nullopt;
        const Value kept = scorer_.slots()[slot_];
        best_.reset();
        if (const auto* decimal = std::get_if<Decimal>(&value->second)) {
            if (set_.criteria[leaf_.criterion].rule.kind == RuleKind::table) numbers(*decimal);
        } else if (const auto* flag = std::get_if<bool>(&value->second)) {
            consider(!*flag, Value::boolean(!*flag), Number());
        } else {
            texts(std::get<std::string>(value->second));
        }
        scorer_.slots()[slot_] = kept;
        if (!best_) return std::nullopt;
        return FactChange{name_, value->second, best_->value};
    }

private:
    struct Best {
        FactValue value;
        Number distance, points;
    };

    // Takes the value if it gives more points, in the row if one is named, and is nearer than what is known. Truth values
    // and texts are all as near: of them, the next better points.
    bool consider(FactValue value, Value as, const Number& distance, int row = -1) {
        scorer_.slots()[slot_] = std::move(as);
        const Outcome out = scorer_.leaf(index_);
        if (out.state != LeafState::scored || out.points <= now_.points.value_or(least())) return false;
        if (row >= 0 && !is_in(out, row)) return false;
        const bool nearer =
            !best_ || distance < best_->distance ||
            (distance == best_->distance && (row >= 0) == (out.points > best_->points) && out.points != best_->points);
        if (nearer) best_ = Best{std::move(value), distance, out.points};
        return true;
    }

    // Below every number of points that a leaf can have: one without points gains by any.
    Number least() const { return set_.criteria[leaf_.criterion].min.value_or(Number()) - Number(1); }

    bool is_in(const Outcome& out, int row) {
        const HitPolicy hit = set_.criteria[leaf_.criterion].rule.hit;
        if (hit == HitPolicy::unique || hit == HitPolicy::first) return out.row == row;
        return scorer_.row(leaf_.rows[static_cast<std::size_t>(row)]) == Verdict::yes;
    }

    void texts(const std::string& now) {
        std::vector<std::string> known;
        for (const FactDefinition& d : set_.facts)
            if (d.name == name_) known = d.values;
        for (const auto& row : leaf_.rows)
            for (const auto& cell : row.cells)
                for (const auto& text : cell.tests.strings) known.push_back(*text);
        for (const std::string& text : known)
            if (text != now && !refused(set_, name_, text)) consider(text, Value::string(text), Number());
    }

    void numbers(const Decimal& now) {
        now_value_ = Number(now);
        scorer_.slots()[slot_] = Value::of_number(now_value_);
        (void)scorer_.leaf(index_);
        std::vector<bool> held;
        for (const auto& row : leaf_.rows) held.push_back(scorer_.row(row) == Verdict::yes);
        for (std::size_t r = 0; r < leaf_.rows.size(); ++r) {
            if (held[r]) continue;
            for (const auto& cell : leaf_.rows[r].cells) {
                scorer_.slots()[slot_] = Value::of_number(now_value_);
                scorer_.compute_lets(leaf_);
                for (const Number& bound : bounds_of(cell.tests, scorer_))
                    if (const auto at = solve(cell.input, bound))
                        around(*at, places(now, cell.input, bound), static_cast<int>(r));
            }
        }
    }

    // The bound itself and its neighbours on the grid of the fact: which of them belongs to the row, scoring says.
    void around(const Number& at, int places, int row) {
        const Number step = Number(10).power(-places);
        const Number below = at.rounded(places, RoundingMode::floor), above = at.rounded(places, RoundingMode::ceiling);
        for (const Number& x : {below, above, below - step, above + step}) {
            const auto decimal = decimal_of(x);
            if (!decimal || refused(set_, name_, *decimal)) continue;
            if (now_value_.sign() >= 0 && x.sign() < 0) continue;  // a number of things never falls below 0
            consider(*decimal, Value::of_number(x), (x - now_value_).abs(), row);
        }
    }

    int places(const Decimal& now, std::uint32_t input, const Number& bound) const {
        const feel::Code& code = leaf_.inputs[input];
        const feel::Node& root = code.nodes[code.root];
        const bool plain = root.op == feel::Op::name && code.name_slots[root.a] == slot_;
        const auto decimal = decimal_of(bound);
        return plain && decimal ? std::max(now.scale(), decimal->scale()) : now.scale();
    }

    std::optional<Number> input_at(std::uint32_t input, const Number& fact) {
        scorer_.slots()[slot_] = Value::of_number(fact);
        scorer_.compute_lets(leaf_);
        Value value = scorer_.value(leaf_.inputs[input]);
        if (!value.is_number()) return std::nullopt;
        return std::move(value.number);
    }

    // The value of the fact at which the input is the bound, if the input is (p·x + q) / (r·x + s) in the fact x: three
    // points fix such a function, and the fourth, the answer, is tried.
    std::optional<Number> solve(std::uint32_t input, const Number& bound) {
        struct Point {
            Number x, y;
        };
        std::vector<Point> points;
        for (int i = 0; i < 5 && points.size() < 3; ++i)
            if (auto y = input_at(input, now_value_ + Number(i))) points.push_back({now_value_ + Number(i), std::move(*y)});
        if (points.size() < 3 || points[0].y == points[1].y || points[1].y == points[2].y || points[0].y == points[2].y)
            return std::nullopt;
        const auto& [x0, y0] = points[0];
        const auto& [x1, y1] = points[1];
        const auto& [x2, y2] = points[2];
        if (bound == y2) return x2;
        // Four points on such a line keep their cross-ratio.
        const Number ratio = (bound - y0) * (y1 - y2) / ((bound - y2) * (y1 - y0));
        const Number other = (x1 - x2) / (x1 - x0);
        if (ratio == other) return std::nullopt;
        const Number x = (other * x0 - ratio * x2) / (other - ratio);
        const auto there = input_at(input, x);
        return there && *there == bound ? std::optional(x) : std::nullopt;
    }

    Movable& unit_;
    const CriteriaSet::Impl& set_;
    Scorer& scorer_;
    const CompiledLeaf& leaf_;
    std::size_t index_;
    const LeafScore& now_;
    std::string name_;
    std::uint32_t slot_ = 0;
    Number now_value_;
    std::optional<Best> best_;
};

}  // namespace

std::vector<FactChange> next_rows(Movable& unit, std::size_t leaf, const LeafScore& now) {
    std::vector<FactChange> out;
    // Where a person's points count, no fact moves them; where it was said that no case arose, neither.
    const bool by_rule = now.counts == ScoreKind::computed || now.counts == ScoreKind::none || now.counts == ScoreKind::self;
    if (!by_rule || now.state == LeafState::no_case) return out;
    RowFinder finder(unit, leaf, now);
    for (const std::size_t fact : facts_read(unit.set(), leaf))
        if (auto change = finder.nearest(fact)) out.push_back(std::move(*change));
    return out;
}

}  // namespace cchc::scoring
