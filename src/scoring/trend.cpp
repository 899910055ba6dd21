#include "scoring/trend.hpp"

namespace cchc::scoring {
namespace {

using criteria::ResultSlot;
using feel::Function;
using feel::Op;

constexpr Trend swapped(Trend trend) noexcept { return trend == can_rise ? can_fall : trend == can_fall ? can_rise : trend; }

class Reader {
public:
    Reader(const CriteriaSet::Impl& set, const feel::Code& code, Scorer& scorer) : set_(set), code_(code), scorer_(scorer) {}

    Trend of(std::uint32_t index) const {
        if (index == feel::no_node) return flat;
        const feel::Node& node = code_.nodes[index];
        switch (node.op) {
            case Op::constant:
            case Op::input:
            case Op::any: return flat;
            case Op::name: return of_slot(code_.name_slots[node.a]);
            case Op::special: return of_slot(code_.special_slots[node.a]);
            case Op::negate: return swapped(of(node.a));
            case Op::add:
            case Op::both:
            case Op::either: return of(node.a) | of(node.b);
            case Op::greater:
            case Op::greater_equal:
            case Op::subtract: return of(node.a) | swapped(of(node.b));
            case Op::less:
            case Op::less_equal: return swapped(of(node.a)) | of(node.b);
            case Op::multiply: return of(node.b) == flat ? times(of(node.a), node.b) : scaled(node);
            case Op::divide: return of(node.b) == flat ? times(of(node.a), node.b) : can_both;
            case Op::choose: return of(node.a) == flat ? of(node.b) | of(node.c) : can_both;
            case Op::call: return called(node);
            default: return anything(index);
        }
    }

private:
    Trend of_slot(std::uint32_t slot) const {
        for (const ResultSlot& result : set_.results)
            if (result.slot == slot) return result.kind == ResultSlot::Kind::max_points ? flat : can_rise;
        return flat;
    }

    Trend times(Trend trend, std::uint32_t factor) const {
        const feel::Value value = scorer_.value_of(code_, factor);
        if (trend == flat) return flat;
        if (!value.is_number()) return can_both;
        return value.number.sign() < 0 ? swapped(trend) : trend;
    }

    Trend scaled(const feel::Node& node) const { return of(node.a) == flat ? times(of(node.b), node.a) : can_both; }

    // Functions that keep the order of their arguments; of others nothing is known.
    Trend called(const feel::Node& node) const {
        Trend all = flat;
        for (std::uint32_t i = 0; i < node.b; ++i) all |= of(code_.args[node.a + i]);
        if (all == flat) return flat;
        switch (node.function) {
            case Function::not_: return swapped(all);
            case Function::min:
            case Function::max:
            case Function::sum:
            case Function::mean:
            case Function::floor:
            case Function::ceiling: return all;
            default: return can_both;
        }
    }

    // Equality, tests and the like: flat where nothing below them moves.
    Trend anything(std::uint32_t index) const {
        const feel::Node& node = code_.nodes[index];
        Trend all = flat;
        if (node.op == Op::one_of || node.op == Op::none_of) {
            for (std::uint32_t i = 0; i < node.b; ++i) all |= of(code_.args[node.a + i]);
        } else {
            all = of(node.a) | of(node.b) | of(node.c);
        }
        return all == flat ? flat : can_both;
    }

    const CriteriaSet::Impl& set_;
    const feel::Code& code_;
    Scorer& scorer_;
};

}  // namespace

Trend trend_of(const CriteriaSet::Impl& set, const feel::Code& code, Scorer& scorer) {
    return Reader(set, code, scorer).of(code.root);
}

}  // namespace cchc::scoring
