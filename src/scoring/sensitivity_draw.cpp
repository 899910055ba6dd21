// One draw: random points and weights, totals, ranks.
#include <algorithm>

#include "scoring/raise.hpp"
#include "scoring/sensitivity_model.hpp"

namespace cchc::scoring {

using exact::Wide;

Drawer::Drawer(const Sensitivity::Model& model)
    : model_(model),
      factors_(model.field_max.size(), std::vector<std::int64_t>(model.fields.size(), one)),
      totals_(model.units.size()),
      order_(model.groups),
      ranks_(model.units.size()) {
    if (model.by_total) return;
    scorers_.resize(model.set().kinds());
    for (const RankedUnit& unit : model.units) {
        cards_.push_back(model.cards[unit.card]);
        if (!scorers_[unit.kind]) scorers_[unit.kind] = std::make_unique<Scorer>(model.set(), unit.kind);
    }
}

// Each weight × (1 + e), then all × the same, so that they sum to what they did.
void Drawer::weights(std::uint64_t sequence) {
    if (model_.weight_reach == 0) return;
    std::vector<std::int64_t> moved;
    for (std::size_t f = 0; f < model_.fields.size(); ++f)
        moved.push_back(one + spread(random_at(sequence, f), model_.weight_reach));
    for (std::size_t k = 0; k < factors_.size(); ++k) {
        Wide before = 0, after = 0;
        for (std::size_t f = 0; f < moved.size(); ++f) {
            before += model_.field_max[k][f];
            after += Wide{model_.field_max[k][f]} * moved[f];
        }
        for (std::size_t f = 0; f < moved.size(); ++f)
            factors_[k][f] = after == 0 ? one : static_cast<std::int64_t>(Wide{moved[f]} * one * before / after);
    }
}

void Drawer::totals(std::uint64_t sequence) {
    for (std::size_t u = 0; u < model_.units.size(); ++u) {
        const RankedUnit& unit = model_.units[u];
        Wide total = unit.total;
        for (const Span& field : unit.fields) {
            std::int64_t change = 0;
            for (std::size_t i = field.first; i < field.last; ++i) {
                const Item& item = model_.items[i];
                change += item.delta(random_at(sequence, item.number)) * item.weight;
            }
            const std::int64_t factor = factors_[unit.kind][field.field];
            total += factor == one ? Wide{change} : (Wide{field.points} + change) * factor / one - field.points;
        }
        totals_[u] = unit.accounts_at == unit.accounts_end ? total : total + accounts(unit, sequence);
    }
}

// By how much the accounts change. Items of one account stand together.
Wide Drawer::accounts(const RankedUnit& unit, std::uint64_t sequence) const {
    const auto bounded = [](const Account& account, Wide points) {
        const auto bound = [](const Number& n) {
            return Wide{(n * Number(one) * Number(one)).rounded(0, RoundingMode::half_even).whole().value_or(0)};
        };
        if (account.min) points = std::max(points, bound(*account.min));
        if (account.max) points = std::min(points, bound(*account.max));
        return points;
    };
    Wide change = 0;
    for (std::size_t i = unit.accounts_at; i < unit.accounts_end;) {
        const int index = model_.items[i].account;
        const Account& account = model_.set().accounts[static_cast<std::size_t>(index)];
        Wide before = 0, after = 0;
        for (bool first = true; i < unit.accounts_end && model_.items[i].account == index; ++i, first = false) {
            const Item& item = model_.items[i];
            const Wide then = Wide{item.value} + Wide{item.delta(random_at(sequence, item.number))} * one;
            const bool adds = !account.highest || first;
            before = adds ? before + item.value : std::max(before, Wide{item.value});
            after = adds ? after + then : std::max(after, then);
        }
        change += bounded(account, after) - bounded(account, before);
    }
    return change;
}

void Drawer::score_again(std::uint64_t sequence) {
    for (std::size_t u = 0; u < model_.units.size(); ++u) {
        const RankedUnit& unit = model_.units[u];
        const Scorecard& nominal = model_.cards[unit.card];
        Scorecard& card = cards_[u];
        const auto move = [&](const Item& item) {
            *card.leaves[item.leaf].points += Number(item.delta(random_at(sequence, item.number)), one);
        };
        for (std::size_t l = 0; l < card.leaves.size(); ++l) card.leaves[l].points = nominal.leaves[l].points;
        for (std::size_t i = unit.accounts_at; i < unit.accounts_end; ++i) move(model_.items[i]);
        for (const Span& field : unit.fields) {
            for (std::size_t i = field.first; i < field.last; ++i) move(model_.items[i]);
            const std::int64_t factor = factors_[unit.kind][field.field];
            if (factor == one) continue;
            for (LeafScore& leaf : card.leaves) {
                int node = leaf.criterion;
                while (model_.set().criteria[static_cast<std::size_t>(node)].parent >= 0)
                    node = model_.set().criteria[static_cast<std::size_t>(node)].parent;
                if (node == model_.fields[field.field] && leaf.points) *leaf.points *= Number(factor, one);
            }
        }
        rescore(model_.set(), *scorers_[unit.kind], card);
    }
}

bool Drawer::equal(std::size_t a, std::size_t b) const {
    if (!model_.by_total) return cards_[a].rank_keys == cards_[b].rank_keys;
    return totals_[a] == totals_[b] && model_.units[a].nominal == model_.units[b].nominal;
}

bool Drawer::before(std::size_t a, std::size_t b) const {
    if (model_.by_total) {
        if (totals_[a] != totals_[b]) return totals_[a] > totals_[b];
        return model_.units[a].nominal < model_.units[b].nominal;
    }
    const auto &left = cards_[a].rank_keys, &right = cards_[b].rank_keys;
    return std::lexicographical_compare(right.begin(), right.end(), left.begin(), left.end());
}

const std::vector<std::int64_t>& Drawer::ranks(std::uint64_t draw) {
    const std::uint64_t sequence = random_at(model_.options.seed, draw);
    weights(sequence);
    if (model_.by_total) {
        totals(sequence);
    } else {
        score_again(sequence);
    }
    for (std::vector<std::size_t>& group : order_) {
        std::sort(group.begin(), group.end(), [&](std::size_t a, std::size_t b) { return before(a, b); });
        std::int64_t place = 0;
        for (std::size_t i = 0; i < group.size(); ++i) {
            if (i == 0 || !equal(group[i - 1], group[i]))
                place = model_.set().ties == Ties::dense ? place + 1 : static_cast<std::int64_t>(i) + 1;
            ranks_[group[i]] = place;
        }
    }
    return ranks_;
}

}  // namespace cchc::scoring
