// Sums of the tree and of the accounts; what does not apply shrinks a maximum or leaves a group its weight.
#include <algorithm>

#include "scoring/exact_sum.hpp"
#include "scoring/unit.hpp"

namespace cchc::scoring {
namespace {

// Whether a leaf takes part: it has points, or it lacks them though it should have some.
bool takes_part(const CriteriaSet::Impl& set, const Worth& leaf) {
    if (leaf.has_points) return true;
    if (leaf.state == LeafState::not_applicable || leaf.state == LeafState::no_case) return false;
    return !(leaf.state == LeafState::missing_input && set.missing_left_out);
}

void add_part(const Worth& part, Worth& sum) {
    sum.points += part.points;
    sum.max += part.max;
}

// A group keeps its weight: points × maximum / applicable maximum.
void rescale(NotApplicable how, const Number& max, Worth& sum) {
    if (how != NotApplicable::rescale || sum.max == max || sum.max.sign() == 0) return;
    sum.points *= max;
    sum.points /= sum.max;
    sum.max = max;
}

void add_account(const CriteriaSet::Impl& set, std::size_t kind, std::size_t a, Sums& sums) {
    const Account& account = set.accounts[a];
    std::optional<Number> value;
    bool complete = true;
    for (std::size_t i = 0; i < set.criteria.size(); ++i) {
        if (set.criteria[i].account != static_cast<int>(a) || !set.criteria[i].exists[kind]) continue;
        if (!takes_part(set, sums.nodes[i])) continue;
        complete = complete && sums.nodes[i].has_points;
        if (!sums.nodes[i].has_points) continue;
        if (!value) {
            value = sums.nodes[i].points;
        } else if (account.highest) {
            value = std::max(*value, sums.nodes[i].points);
        } else {
            *value += sums.nodes[i].points;
        }
    }
    Number points = value.value_or(Number());
    if (account.min && points < *account.min) points = *account.min;
    if (account.max && points > *account.max) points = *account.max;
    sums.accounts[a] = std::move(points);
    sums.account_complete[a] = complete ? 1 : 0;
}

void add_group(const CriteriaSet::Impl& set, std::size_t kind, std::size_t i, Sums& sums) {
    Worth& group = sums.nodes[i];
    group = {};
    ExactSum points;
    bool complete = true;
    for (const int child : set.children[i]) {
        const auto k = static_cast<std::size_t>(child);
        if (!set.criteria[k].exists[kind]) continue;
        points.add(sums.nodes[k].points);
        group.max += sums.nodes[k].max;
        complete = complete && sums.complete[k] != 0;
    }
    group.points = points.total();
    sums.complete[i] = complete ? 1 : 0;
    rescale(set.criteria[i].not_applicable, set.criteria[i].max[kind], group);
}

}  // namespace

void add_up(const CriteriaSet::Impl& set, std::size_t kind, Sums& sums) {
    const std::size_t n = set.criteria.size();
    sums.complete.assign(n, 1);
    sums.accounts.assign(set.accounts.size(), Number());
    sums.account_complete.assign(set.accounts.size(), 1);
    sums.tree = {};
    sums.tree_complete = true;
    // Children stand after their parents, so from the end every group is complete when it is met.
    for (std::size_t i = n; i-- > 0;) {
        const Criterion& c = set.criteria[i];
        if (!c.exists[kind]) continue;
        if (c.leaf) {
            const bool part = takes_part(set, sums.nodes[i]);
            if (!part) sums.nodes[i].max = Number();
            sums.complete[i] = sums.nodes[i].has_points || !part ? 1 : 0;
        } else {
            add_group(set, kind, i, sums);
        }
        if (c.parent < 0 && c.account < 0) {
            add_part(sums.nodes[i], sums.tree);
            sums.tree_complete = sums.tree_complete && sums.complete[i] != 0;
        }
    }
    for (std::size_t a = 0; a < set.accounts.size(); ++a) add_account(set, kind, a, sums);
}

}  // namespace cchc::scoring
