#include "scoring/scorer.hpp"

#include <algorithm>

#include "cchc/error.hpp"

namespace cchc::scoring {

using criteria::CompiledLeaf;
using criteria::CompiledLet;
using criteria::CompiledRow;
using feel::Value;

Verdict verdict_of(const Value& value) noexcept {
    if (value.is_missing()) return Verdict::missing;
    if (value.type != feel::Type::boolean) return Verdict::undefined;
    return value.flag ? Verdict::yes : Verdict::no;
}

Scorer::Scorer(const CriteriaSet::Impl& set, std::size_t kind) : set_(set), kind_(kind), slots_(set.slot_count) {
    std::size_t most = 0;
    for (const CompiledLeaf& leaf : set.leaves) {
        slots_[leaf.max_slot] = Value::of_number(set.criteria[leaf.criterion].max[kind]);
        most = std::max(most, leaf.inputs.size());
    }
    inputs_.resize(most);
    input_faults_.resize(most);
    clear_facts();
}

void Scorer::clear_facts() {
    for (const std::uint32_t slot : set_.fact_slots) slots_[slot] = Value::missing();
    for (const criteria::Among& among : set_.among) slots_[among.slot] = Value::missing();
}

Value Scorer::value_of(const feel::Code& code, std::uint32_t root) {
    context_ = {slots_.data(), nullptr, &missing_, feel::Fault::none, 0};
    return feel::evaluate(code, root, context_);
}

Value Scorer::value(const feel::Code& code) { return value_of(code, code.root); }

Value Scorer::test(const feel::Code& code, const Value& input) {
    context_ = {slots_.data(), &input, &missing_, feel::Fault::none, 0};
    return feel::evaluate(code, context_);
}

void Scorer::note(const Fault& fault) {
    if (fault.what == feel::Fault::none) return;
    if (first_fault_.what == feel::Fault::none) first_fault_ = fault;
    divided_by_zero_ = divided_by_zero_ || fault.what == feel::Fault::division_by_zero;
}

void Scorer::note(const feel::Code& code) {
    for (const auto& [slot, fault] : slot_faults_) {
        const auto reads = [slot = slot](const std::vector<std::uint32_t>& slots) {
            return std::find(slots.begin(), slots.end(), slot) != slots.end();
        };
        if (reads(code.name_slots) || reads(code.special_slots)) note(fault);
    }
    note(Fault{context_.fault, context_.fault_offset, &code});
}

// A fault of a let counts only where the let is read: by a rule that does not look at it, it changes nothing.
void Scorer::compute_lets(const CompiledLeaf& leaf) {
    slot_faults_.clear();
    add_lets(leaf);
}

void Scorer::add_lets(const CompiledLeaf& leaf) {
    for (const CompiledLet& let : leaf.lets) {
        slots_[let.slot] = value(let.code);
        first_fault_ = {};
        note(let.code);
        if (first_fault_.what != feel::Fault::none) slot_faults_.emplace_back(let.slot, first_fault_);
    }
}

// A unit has no place where its own value is null, and the leaf then has the fault of that value, not one of the others.
// Returns whether a let may read it.
bool Scorer::own_places(const CompiledLeaf& leaf) {
    bool any = false;
    for (const criteria::Among& among : set_.among) {
        if (&set_.leaves[among.leaf] != &leaf || among.kind != feel::Special::Kind::place) continue;
        if (slots_[among.slot].is_missing() && value_of(*among.code, among.of).type == feel::Type::null) {
            first_fault_ = {};
            note(*among.code);
            slots_[among.slot] = Value::null();
            slot_faults_.emplace_back(among.slot, first_fault_);
            any = true;
        }
    }
    return any;
}

Outcome Scorer::leaf(std::size_t index) {
    const CompiledLeaf& leaf = set_.leaves[index];
    const Criterion& c = set_.criteria[leaf.criterion];
    Outcome out;
    missing_.clear();
    slot_faults_.clear();
    first_fault_ = {};
    divided_by_zero_ = false;  // what the leaf before did is not of this one
    if (leaf.no_case) {
        const Value none = value(*leaf.no_case);
        if (none.is_missing()) return out;
        if (none.type != feel::Type::boolean) {
            note(*leaf.no_case);
            if (first_fault_.what == feel::Fault::none) note(Fault{feel::Fault::not_a_boolean, 0, leaf.no_case.get()});
            out.state = LeafState::no_rule;
            note_fault(*leaf.no_case, out);
            return out;
        }
        if (none.flag) {
            out.state = LeafState::no_case;
            return out;
        }
    }
    if (c.rule.kind == RuleKind::manual) return out;
    try {
        rule_of(leaf, c.rule, out);
    } catch (const Error& e) {
        if (e.code() != ErrorCode::argument_range) throw;
        out = {};
        out.state = LeafState::no_rule;
        out.fault = feel::Fault::too_large;
    }
    // The divisor is the number of cases, whatever a later row or an "else" makes of it.
    if (divided_by_zero_ && out.state != LeafState::missing_input && c.when_no_case != NoCase::unset)
        out.state = LeafState::no_case;
    return out;
}

void Scorer::rule_of(const CompiledLeaf& leaf, const Rule& rule, Outcome& out) {
    compute_lets(leaf);
    if (own_places(leaf)) add_lets(leaf);
    first_fault_ = {};
    divided_by_zero_ = false;
    missing_.clear();  // a let that nobody reads needs no facts
    if (rule.kind == RuleKind::table) {
        table(leaf, rule, out);
    } else {
        give(value(leaf.points), leaf.points, out);
    }
    if (out.state == LeafState::scored) finish(leaf, out);
}

void Scorer::note_fault(const feel::Code& code, Outcome& out) {
    const Fault fault = first_fault_.what == feel::Fault::none ? Fault{feel::Fault::not_a_number, 0, &code} : first_fault_;
    out.fault = fault.what;
    out.fault_offset = fault.offset;
    out.fault_code = fault.code;
}

// Called straight after the evaluation.
void Scorer::give(Value value, const feel::Code& code, Outcome& out) {
    note(code);
    if (value.is_missing()) {
        out.state = LeafState::missing_input;
    } else if (!value.is_number()) {
        out.state = LeafState::no_rule;
        note_fault(code, out);
    } else {
        out.state = LeafState::scored;
        out.before_cap = std::move(value.number);
    }
}

Verdict Scorer::row(const CompiledRow& row) {
    Verdict all = Verdict::yes;
    for (const criteria::CompiledCell& cell : row.cells) {
        const Verdict one = verdict_of(test(cell.tests, inputs_[cell.input]));
        note(cell.tests);
        note(input_faults_[cell.input]);
        if (one == Verdict::no) return Verdict::no;
        if (one == Verdict::missing || all == Verdict::yes) all = one == Verdict::yes ? all : one;
    }
    return all;
}

void Scorer::table(const CompiledLeaf& leaf, const Rule& rule, Outcome& out) {
    for (std::size_t i = 0; i < leaf.inputs.size(); ++i) {
        inputs_[i] = value(leaf.inputs[i]);
        first_fault_ = {};
        note(leaf.inputs[i]);
        input_faults_[i] = first_fault_;
    }
    first_fault_ = {};
    divided_by_zero_ = false;
    if (rule.hit == HitPolicy::unique || rule.hit == HitPolicy::first) {
        single(leaf, rule.hit, out);
    } else {
        collected(leaf, rule.hit, out);
    }
}

// Unique: all rows are looked at, for a second one would be a conflict. First: up to the row that holds.
void Scorer::single(const CompiledLeaf& leaf, HitPolicy hit, Outcome& out) {
    for (std::size_t i = 0; i < leaf.rows.size(); ++i) {
        const Verdict v = row(leaf.rows[i]);
        if (v == Verdict::missing) {
            out.state = LeafState::missing_input;
            return;
        }
        if (v != Verdict::yes) continue;
        if (out.row >= 0) {
            out.state = LeafState::conflicting_rules;
            return;
        }
        out.row = static_cast<int>(i);
        if (hit == HitPolicy::first) break;
    }
    if (out.row < 0) {
        no_row(out);
        return;
    }
    const feel::Code& points = leaf.rows[static_cast<std::size_t>(out.row)].points;
    give(value(points), points, out);
}

void Scorer::no_row(Outcome& out) const {
    out.state = LeafState::no_rule;
    out.fault = first_fault_.what;
    out.fault_offset = first_fault_.offset;
    out.fault_code = first_fault_.code;
}

// A sum over no row is 0, unless a row could not be looked at; the least and the greatest of none are nothing.
void Scorer::collected(const CompiledLeaf& leaf, HitPolicy hit, Outcome& out) {
    std::optional<Number> result;
    for (std::size_t i = 0; i < leaf.rows.size(); ++i) {
        const Verdict v = row(leaf.rows[i]);
        if (v == Verdict::missing) {
            out.state = LeafState::missing_input;
            return;
        }
        if (v != Verdict::yes) continue;
        Outcome one;
        give(value(leaf.rows[i].points), leaf.rows[i].points, one);
        if (one.state != LeafState::scored) {
            out = std::move(one);
            return;
        }
        out.row = static_cast<int>(i);
        if (!result) {
            result = std::move(one.before_cap);
        } else if (hit == HitPolicy::collect_sum) {
            *result += one.before_cap;
        } else if ((hit == HitPolicy::collect_max) == (one.before_cap > *result)) {
            result = std::move(one.before_cap);
        }
    }
    if (!result && hit == HitPolicy::collect_sum && first_fault_.what == feel::Fault::none) result = Number();
    if (!result) return no_row(out);
    out.state = LeafState::scored;
    out.before_cap = std::move(*result);
}

bool Scorer::cap(const std::unique_ptr<feel::Code>& code, bool is_max, Outcome& out) {
    if (!code) return true;
    Value bound = value(*code);
    if (!bound.is_number()) {
        give(std::move(bound), *code, out);
        return false;
    }
    if (is_max ? out.capped > bound.number : out.capped < bound.number) out.capped = std::move(bound.number);
    return true;
}

void Scorer::finish(const CompiledLeaf& leaf, Outcome& out) {
    const Criterion& c = set_.criteria[leaf.criterion];
    out.capped = out.before_cap;
    if (!cap(leaf.cap_min, false, out) || !cap(leaf.cap_max, true, out)) return;
    // Points outside the range are a fault of the rule: cutting them silently would hide it. What rounding alone carries
    // over a bound is not: full points stay full points.
    const Number least = c.min.value_or(Number());
    const bool outside = out.capped < least || out.capped > c.max[kind_];
    out.points = c.rounding ? out.capped.rounded(c.rounding->places, c.rounding->mode) : out.capped;
    if (outside) {
        out.state = LeafState::no_rule;
    } else if (out.points > c.max[kind_]) {
        out.points = c.max[kind_];
    } else if (out.points < least) {
        out.points = least;
    }
}

// What is missing for a let, or for the own value of a place among units; nothing for other slots.
std::vector<std::uint32_t> Scorer::needs_of(const CompiledLeaf& leaf, std::uint32_t slot) {
    std::vector<std::uint32_t> needs;
    context_ = {slots_.data(), nullptr, &needs, feel::Fault::none, 0};
    for (const CompiledLet& let : leaf.lets)
        if (let.slot == slot) (void)feel::evaluate(let.code, context_);
    for (const criteria::Among& among : set_.among)
        if (among.slot == slot && among.kind == feel::Special::Kind::place)
            (void)feel::evaluate(*among.code, among.of, context_);
    return needs;
}

std::vector<std::uint32_t> Scorer::missing_slots(std::size_t index) {
    const CompiledLeaf& leaf = set_.leaves[index];
    std::vector<std::uint32_t> open = std::move(missing_), facts;
    missing_ = {};
    for (std::size_t i = 0; i < open.size(); ++i) {
        const std::vector<std::uint32_t> needs = needs_of(leaf, open[i]);
        if (needs.empty()) facts.push_back(open[i]);
        for (const std::uint32_t slot : needs)
            if (std::find(open.begin(), open.end(), slot) == open.end()) open.push_back(slot);
    }
    std::sort(facts.begin(), facts.end());
    facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
    return facts;
}

}  // namespace cchc::scoring
