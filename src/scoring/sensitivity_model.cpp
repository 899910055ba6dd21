#include "scoring/sensitivity_model.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "cchc/error.hpp"
#include "scoring/raise.hpp"
#include "scoring/whatif_band.hpp"

namespace cchc::scoring {
namespace {

using Model = Sensitivity::Model;

constexpr std::int64_t largest_points = 100'000;  // points; in 10^-12 parts of one they stay below 2^63 / 90
constexpr std::size_t most_units = 20'000;

[[noreturn]] void out_of_range(const std::string& what, const Number& value) {
    throw Error(ErrorCode::argument_range, fmt::format("expected {}; found {}", what, value.to_exact_string()));
}

std::int64_t counted(const Number& value, int places, RoundingMode mode) {
    if (value.abs() > Number(largest_points)) out_of_range(fmt::format("points from -{0} to {0}", largest_points), value);
    return *value.rounded(places, mode).scaled(places);
}

void check_share(const Number& share) {
    if (share.sign() < 0 || share > Number(1)) out_of_range("a share from 0 to 1", share);
}

void check_options(const CriteriaSet::Impl& set, const SensitivityOptions& options) {
    check_share(options.points);
    for (const auto& [id, share] : options.leaf_points) {
        check_share(share);
        const int index = set.find(id);
        if (index < 0 || !set.criteria[static_cast<std::size_t>(index)].leaf)
            throw Error(ErrorCode::unknown_name, fmt::format("the set {} has no leaf \"{}\"", set.id, id));
    }
    if (options.weights.sign() < 0 || options.weights >= Number(1))
        out_of_range("a share of the weights from 0 to less than 1", options.weights);
    std::vector<const feel::Code*> codes{&set.compiled_rank_by};
    for (const feel::Code& code : set.compiled_ties) codes.push_back(&code);
    for (const feel::Code* code : codes)
        for (std::size_t i = 0; i < code->names.size(); ++i)
            if (std::find(set.fact_slots.begin(), set.fact_slots.end(), code->name_slots[i]) != set.fact_slots.end())
                throw Error(ErrorCode::incompatible,
                            fmt::format("the ranking of the set {} reads the fact \"{}\", which scorecards do not hold",
                                        set.id, code->names[i]));
}

void take_cards(Model& model, std::span<const Scorecard> cards) {
    if (cards.size() > most_units)
        out_of_range(fmt::format("at most {} units", most_units), Number(static_cast<std::int64_t>(cards.size())));
    model.cards.assign(cards.begin(), cards.end());
    std::sort(model.cards.begin(), model.cards.end(),
              [](const Scorecard& a, const Scorecard& b) { return std::tie(a.unit, a.kind) < std::tie(b.unit, b.kind); });
    for (std::size_t i = 1; i < model.cards.size(); ++i)
        if (model.cards[i].unit == model.cards[i - 1].unit && model.cards[i].kind == model.cards[i - 1].kind)
            throw Error(ErrorCode::incompatible, fmt::format("there are two cards of the unit \"{}\"", model.cards[i].unit));
    model.rows = rank(model.criteria, model.cards, model.options.ranking);
}

class Builder {
public:
    explicit Builder(Model& model) : model_(model), set_(model.set()) {}

    void run() {
        for (std::size_t i = 0; i < set_.criteria.size(); ++i)
            if (set_.criteria[i].parent < 0 && set_.criteria[i].account < 0) model_.fields.push_back(static_cast<int>(i));
        for (std::size_t k = 0; k < set_.kinds(); ++k) {
            auto& maxima = model_.field_max.emplace_back();
            for (const int f : model_.fields) maxima.push_back(field_max(static_cast<std::size_t>(f), k));
        }
        std::vector<const RankRow*> ranked;
        for (const RankRow& row : model_.rows)
            if (row.rank) ranked.push_back(&row);
        std::sort(ranked.begin(), ranked.end(), [](const RankRow* a, const RankRow* b) { return a->unit < b->unit; });
        std::map<std::string, std::vector<std::size_t>> groups;
        for (const RankRow* row : ranked) {
            groups[row->group].push_back(model_.units.size());
            add(*row);
        }
        for (auto& [name, units] : groups) model_.groups.push_back(std::move(units));
    }

private:
    std::int64_t field_max(std::size_t field, std::size_t kind) const {
        const Criterion& c = set_.criteria[field];
        return c.exists[kind] ? counted(c.max[kind], point_places, RoundingMode::half_even) : 0;
    }

    std::size_t field_of(std::size_t criterion) const {
        while (set_.criteria[criterion].parent >= 0) criterion = static_cast<std::size_t>(set_.criteria[criterion].parent);
        return static_cast<std::size_t>(std::find(model_.fields.begin(), model_.fields.end(), static_cast<int>(criterion)) -
                                        model_.fields.begin());
    }

    void add(const RankRow& row) {
        const Scorecard& card = model_.cards[row.unit];
        RankedUnit unit;
        unit.card = row.unit;
        unit.kind = static_cast<std::size_t>(std::max(0, set_.kinds() == 1 ? 0 : model_.criteria.find_kind(card.kind)));
        unit.total = counted(card.exact_total.value_or(Number()), total_places, RoundingMode::half_even);
        unit.nominal = *row.rank;
        const PointWeights weights(set_, unit.kind, card);
        tree(card, weights, unit);
        accounts(card, unit);
        model_.units.push_back(std::move(unit));
    }

    void tree(const Scorecard& card, const PointWeights& weights, RankedUnit& unit) {
        for (std::size_t l = 0; l < card.leaves.size(); ++l) {
            const LeafScore& leaf = card.leaves[l];
            const auto criterion = static_cast<std::size_t>(leaf.criterion);
            if (set_.criteria[criterion].account >= 0) continue;
            const std::size_t field = field_of(criterion);
            if (unit.fields.empty() || unit.fields.back().field != field)
                unit.fields.push_back({model_.items.size(), model_.items.size(), field, points_of(card, field, weights)});
            if (leaf.state != LeafState::scored || !leaf.points) continue;
            Item item = moving(l, leaf);
            item.weight = counted(weights.in_tree(criterion) * weights.of_set(), point_places, RoundingMode::half_even);
            if (item.reach > 0) model_.items.push_back(item);
            unit.fields.back().last = model_.items.size();
        }
    }

    std::int64_t points_of(const Scorecard& card, std::size_t field, const PointWeights& weights) const {
        Number points;
        for (const GroupScore& g : card.groups)
            if (g.criterion == model_.fields[field]) points = g.points;
        for (const LeafScore& l : card.leaves)
            if (l.criterion == model_.fields[field]) points = l.points.value_or(Number());
        return counted(points * weights.of_set(), total_places, RoundingMode::half_even);
    }

    void accounts(const Scorecard& card, RankedUnit& unit) {
        unit.accounts_at = unit.accounts_end = model_.items.size();
        std::int64_t reach = 0;
        for (std::size_t l = 0; l < card.leaves.size(); ++l) {
            const LeafScore& leaf = card.leaves[l];
            const int account = set_.criteria[static_cast<std::size_t>(leaf.criterion)].account;
            if (account < 0 || !leaf.points) continue;
            Item item;
            if (leaf.state == LeafState::scored) item = moving(l, leaf);
            item.leaf = l;
            item.account = account;
            item.value = counted(*leaf.points, total_places, RoundingMode::half_even);
            reach += item.reach;
            model_.items.push_back(item);
        }
        if (reach == 0) model_.items.resize(unit.accounts_at);
        unit.accounts_end = model_.items.size();
    }

    Item moving(std::size_t index, const LeafScore& leaf) const {
        const auto criterion = static_cast<std::size_t>(leaf.criterion);
        const Criterion& c = set_.criteria[criterion];
        const auto share = model_.options.leaf_points.find(c.id);
        const Number least = c.min.value_or(Number());
        Item item;
        item.leaf = index;
        item.number = model_.fields.size() + model_.units.size() * set_.leaves.size() +
                      static_cast<std::uint64_t>(set_.leaf_of[criterion]);
        item.reach =
            counted((share == model_.options.leaf_points.end() ? model_.options.points : share->second) * (leaf.max - least),
                    point_places, RoundingMode::half_even);
        item.from = std::min<std::int64_t>(0, -counted(*leaf.points - least, point_places, RoundingMode::floor));
        item.to = std::max<std::int64_t>(0, counted(leaf.max - *leaf.points, point_places, RoundingMode::floor));
        return item;
    }

    Model& model_;
    const CriteriaSet::Impl& set_;
};

}  // namespace

std::shared_ptr<const Model> make_model(const CriteriaSet& criteria, std::span<const Scorecard> cards,
                                        const SensitivityOptions& options) {
    check_options(criteria.impl(), options);
    auto model = std::make_shared<Model>(Model{criteria, options, {}, {}, {}, {}, {}, {}, {}, 0, false, {}});
    take_cards(*model, cards);
    const criteria::ResultSlot* by = measured_by(model->set(), model->set().compiled_rank_by);
    model->by_total = by != nullptr && by->kind == criteria::ResultSlot::Kind::exact_total;
    model->weight_reach = counted(options.weights, point_places, RoundingMode::floor);
    Builder(*model).run();
    leave_out_fields(*model);
    return model;
}

// A field that applies to nobody: then scoring itself says what the ranking is.
void leave_out_fields(Model& model) {
    const CriteriaSet::Impl& set = model.set();
    std::vector<std::unique_ptr<Scorer>> scorers(set.kinds());
    for (const int field : model.fields) {
        std::vector<Scorecard> cards;
        for (const RankedUnit& unit : model.units) {
            Scorecard& card = cards.emplace_back(model.cards[unit.card]);
            for (LeafScore& leaf : card.leaves) {
                int node = leaf.criterion;
                while (set.criteria[static_cast<std::size_t>(node)].parent >= 0)
                    node = set.criteria[static_cast<std::size_t>(node)].parent;
                if (node != field) continue;
                leaf.state = LeafState::not_applicable;
                leaf.points.reset();
                leaf.max = Number();
            }
            if (!scorers[unit.kind]) scorers[unit.kind] = std::make_unique<Scorer>(set, unit.kind);
            rescore(set, *scorers[unit.kind], card);
        }
        std::vector<std::optional<std::int64_t>> ranks(model.units.size());
        for (const RankRow& row : rank(model.criteria, cards, model.options.ranking)) ranks[row.unit] = row.rank;
        model.without.push_back(std::move(ranks));
    }
}

}  // namespace cchc::scoring

namespace cchc {

std::string Sensitivity::Model::key() const {
    std::string out = fmt::format("{} {} {} {} {} {}\n", criteria.id(), criteria.version(), options.points.to_exact_string(),
                                  options.weights.to_exact_string(), options.seed, options.ranking.by_kind);
    for (const auto& [id, share] : options.leaf_points) out += fmt::format("{} {}\n", id, share.to_exact_string());
    for (const RankRow& row : rows) {
        const Scorecard& card = cards[row.unit];
        out += fmt::format("{}\n{}\n{}\n", card.unit, card.kind, row.rank.value_or(0));
        for (const LeafScore& leaf : card.leaves)
            out += fmt::format("{} {} {}\n", leaf.criterion, static_cast<int>(leaf.state),
                               leaf.points ? leaf.points->to_exact_string() : "-");
    }
    return out;
}

}  // namespace cchc
