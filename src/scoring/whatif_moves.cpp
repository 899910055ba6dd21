#include "scoring/whatif_moves.hpp"

#include <algorithm>

#include "scoring/among.hpp"
#include "scoring/trace_json.hpp"

namespace cchc::scoring {
namespace {

constexpr std::int64_t most_dossiers = 1'000'000'000'000'000;  // room for one more inside a Decimal

// A fact that can be a number of dossiers.
const Decimal* count_of(const Facts& facts, const std::string& name) {
    const auto fact = facts.values.find(name);
    if (fact == facts.values.end()) return nullptr;
    const auto* number = std::get_if<Decimal>(&fact->second);
    if (number == nullptr || !number->is_whole() || number->is_negative()) return nullptr;
    return number->coefficient() < most_dossiers ? number : nullptr;
}

std::optional<FactChange> shifted(const Movable& unit, const std::string& name, std::int64_t by) {
    const Decimal* count = count_of(unit.facts(), name);
    if (count == nullptr || count->coefficient() + by < 0) return std::nullopt;
    FactChange change{name, *count, Decimal(count->coefficient() + by)};
    if (refused(unit.set(), name, change.to)) return std::nullopt;
    return change;
}

// Every "…overdue" that a leaf reads together with the "…on_time" of the same beginning.
std::vector<std::pair<std::string, std::string>> late_pairs(const std::vector<std::string>& names) {
    constexpr std::string_view late = "overdue", on_time = "on_time";
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const std::string& name : names) {
        if (!name.ends_with(late)) continue;
        const std::string other = name.substr(0, name.size() - late.size()) + std::string(on_time);
        if (std::find(names.begin(), names.end(), other) != names.end()) pairs.emplace_back(name, other);
    }
    return pairs;
}

void add_names(const CriteriaSet::Impl& set, const feel::Code& code, std::vector<std::size_t>& out) {
    for (const std::uint32_t slot : code.name_slots) {
        const auto found = std::find(set.fact_slots.begin(), set.fact_slots.end(), slot);
        if (found == set.fact_slots.end()) continue;
        const auto fact = static_cast<std::size_t>(found - set.fact_slots.begin());
        if (std::find(out.begin(), out.end(), fact) == out.end()) out.push_back(fact);
    }
}

}  // namespace

std::vector<std::size_t> facts_read(const CriteriaSet::Impl& set, std::size_t index) {
    std::vector<std::size_t> out;
    set.leaves[index].for_each_code([&](const feel::Code& code) { add_names(set, code, out); });
    return out;
}

Movable::Movable(const CriteriaSet::Impl& set, Scorer& scorer, const Facts& facts, const ScoreSheet& sheet,
                 std::span<const std::optional<Number>> among)
    : set_(set), scorer_(scorer), facts_(facts), sheet_(sheet), among_(among), now_(scored(facts)) {
    now_.among.assign(among.begin(), among.end());
}

Scorecard Movable::scored(const Facts& facts) {
    std::vector<std::string> problems;
    put_facts(set_, facts, scorer_, problems);
    put_among(set_, among_, scorer_);
    return score_unit(set_, scorer_, facts, sheet_, std::move(problems));
}

void Movable::restore() { (void)scored(facts_); }

const Scorecard& Movable::with(const std::vector<FactChange>& changes) {
    std::string key;
    for (const FactChange& c : changes) key += c.name + "=" + to_text(c.to) + "\n";
    if (const auto known = cards_.find(key); known != cards_.end()) return known->second;
    Facts changed = facts_;
    for (const FactChange& c : changes) changed.values[c.name] = c.to;
    Scorecard card = scored(changed);
    // The texts of the changed facts end here, so the slots must not keep them.
    std::vector<std::string> problems;
    put_facts(set_, facts_, scorer_, problems);
    put_among(set_, among_, scorer_);
    return cards_.emplace(std::move(key), std::move(card)).first->second;
}

FactMove Movable::outcome(MoveKind kind, std::vector<FactChange> changes, const LeafScore& leaf) {
    const Scorecard& card = with(changes);
    FactMove move;
    move.kind = kind;
    move.changes = std::move(changes);
    for (const LeafScore& then : card.leaves) {
        if (then.criterion != leaf.criterion) continue;
        move.state = then.state;
        move.points = then.points;
        move.gain = then.points.value_or(Number()) - leaf.points.value_or(Number());
    }
    move.total = card.total;
    if (card.exact_total && now_.exact_total) move.total_gain = *card.exact_total - *now_.exact_total;
    move.band = card.band;
    return move;
}

std::vector<FactMove> moves_of(Movable& unit, std::size_t leaf, const LeafScore& now) {
    std::vector<FactMove> out;
    if (now.state == LeafState::not_applicable) return out;
    for (FactChange& change : next_rows(unit, leaf, now)) {
        FactMove move = unit.outcome(MoveKind::next_row, {std::move(change)}, now);
        if (move.points && move.gain.sign() > 0) out.push_back(std::move(move));
    }
    std::vector<std::string> names;
    for (const std::size_t fact : facts_read(unit.set(), leaf)) names.push_back(unit.set().fact_names[fact]);
    for (const auto& [kind, by] : {std::pair(MoveKind::one_more, 1), std::pair(MoveKind::one_less, -1)})
        for (const std::string& name : names)
            if (auto change = shifted(unit, name, by)) out.push_back(unit.outcome(kind, {std::move(*change)}, now));
    for (const auto& [late, on_time] : late_pairs(names)) {
        auto less = shifted(unit, late, -1), more = shifted(unit, on_time, 1);
        if (less && more) out.push_back(unit.outcome(MoveKind::late_to_on_time, {std::move(*less), std::move(*more)}, now));
    }
    return out;
}

}  // namespace cchc::scoring
