// Sums of the tree and of the accounts; what does not apply shrinks a maximum or leaves a group its weight.
#include <algorithm>

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

void add_account(const CriteriaSet::Impl& set, std::size_t a, Sums& sums) {
    const Account& account = set.accounts[a];
    std::optional<Number> value;
    bool complete = true;
    for (std::size_t i = 0; i < set.criteria.size(); ++i) {
        if (set.criteria[i].account != static_cast<int>(a) || !takes_part(set, sums.nodes[i])) continue;
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
    sums.account_complete[a] = complete;
}

}  // namespace

void add_up(const CriteriaSet::Impl& set, std::size_t kind, std::vector<Worth>& leaves, Sums& sums) {
    const std::size_t n = set.criteria.size();
    sums.nodes.swap(leaves);
    sums.complete.assign(n, true);
    sums.accounts.assign(set.accounts.size(), Number());
    sums.account_complete.assign(set.accounts.size(), true);
    sums.total = {};
    sums.tree_complete = true;
    // Children stand after their parents, so from the end every group is complete when it is met.
    for (std::size_t i = n; i-- > 0;) {
        const Criterion& c = set.criteria[i];
        if (!c.exists[kind]) continue;
        Worth& node = sums.nodes[i];
        if (c.leaf) {
            if (!takes_part(set, node)) node.max = Number();
            sums.complete[i] = node.has_points || !takes_part(set, node);
        } else {
            node = {};
            bool complete = true;
            for (const int child : set.children[i]) {
                const auto k = static_cast<std::size_t>(child);
                if (!set.criteria[k].exists[kind]) continue;
                add_part(sums.nodes[k], node);
                complete = complete && sums.complete[k];
            }
            sums.complete[i] = complete;
            rescale(c.not_applicable, c.max[kind], node);
        }
        if (c.parent < 0 && c.account < 0) {
            add_part(node, sums.total);
            sums.tree_complete = sums.tree_complete && sums.complete[i];
        }
    }
    for (std::size_t a = 0; a < set.accounts.size(); ++a) add_account(set, a, sums);
}

}  // namespace cchc::scoring
