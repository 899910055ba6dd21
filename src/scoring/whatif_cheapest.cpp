// Branch and bound over the leaves in the order of the set, a leaf first raised and then not, so that of equally good sets
// the first in that order is met first. The bound is the best that gains per cost could do if leaves could be raised in
// part. A set counts only after the whole unit was scored with it.
#include "scoring/whatif_cheapest.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

#include "base/wide.hpp"

namespace cchc::scoring {
namespace {

constexpr std::size_t work_limit = 20'000'000;  // steps of the search; some seconds
constexpr std::size_t work_of_scoring = 50;
constexpr std::size_t work_of_part = work_limit / search_parts;

// What is compared: cost, then the number of leaves.
struct Price {
    std::int64_t cost = std::numeric_limits<std::int64_t>::max();
    std::size_t count = 0;
    friend auto operator<=>(const Price&, const Price&) = default;
};

class Search {
public:
    Search(Goal& goal, const SearchProgress& progress)
        : goal_(goal),
          progress_(progress),
          n_(goal.candidates().size()),
          chosen_(n_, false),
          forced_(n_, false),
          useful_(n_) {
        for (std::size_t i = 0; i < n_; ++i) useful_[i] = goal.useful(i);
        for (const Candidate& c : goal.candidates()) unit_ = std::gcd(unit_, c.scaled_cost);
        for (const Way& way : goal.ways()) {
            by_ratio_.push_back(order([&](std::size_t a, std::size_t b) {
                const auto left = exact::Wide{way.gains[a]} * cost(b), right = exact::Wide{way.gains[b]} * cost(a);
                return left != right ? left > right : way.gains[a] > way.gains[b];
            }));
            by_gain_.push_back(order([&](std::size_t a, std::size_t b) { return way.gains[a] > way.gains[b]; }));
        }
        gained_.assign(goal.ways().size(), 0);
    }

    // Whether all leaves together could reach it; also finds those without which none could.
    bool begin() {
        std::vector<bool> all(n_, true);
        if (goal_.ways().empty() || !can_reach_within(all)) return false;
        for (std::size_t i = 0; i < n_; ++i) {
            all[i] = false;
            forced_[i] = !can_reach_within(all);
            all[i] = true;
        }
        for (std::size_t i = 0; i < n_; ++i)
            if (forced_[i]) take(i);
        return true;
    }

    void greedy() {
        std::vector<bool> set = chosen_;
        goal_.score(set);
        const std::vector<std::size_t>& by = by_ratio_.back();
        for (auto next = by.begin(); !goal_.reached(); ++next) {
            while (next != by.end() && set[*next]) ++next;
            if (next == by.end()) return;
            set[*next] = true;
            goal_.score(set);
        }
        leave_out(set);
        best_ = set;
        best_price_ = price_of(set);
        found_ = true;
        proven_ = false;
    }

    void exact() {
        branch(0, true);
        exact_ = !exhausted_;
    }

    bool found() const noexcept { return found_; }
    bool is_exact() const noexcept { return exact_; }
    const std::vector<bool>& best() const noexcept { return best_; }

private:
    template <class Less>
    std::vector<std::size_t> order(Less less) const {
        std::vector<std::size_t> out(n_);
        std::iota(out.begin(), out.end(), std::size_t{0});
        std::stable_sort(out.begin(), out.end(), less);
        return out;
    }

    std::int64_t cost(std::size_t i) const { return goal_.candidates()[i].scaled_cost; }

    Price price_of(const std::vector<bool>& set) const {
        Price price{0, 0};
        for (std::size_t i = 0; i < n_; ++i)
            if (set[i]) price = {price.cost + cost(i), price.count + 1};
        return price;
    }

    bool can_reach_within(const std::vector<bool>& set) {
        for (std::size_t w = 0; w < goal_.ways().size(); ++w) {
            const Way& way = goal_.ways()[w];
            std::int64_t sum = 0;
            for (std::size_t i = 0; i < n_; ++i) sum += set[i] ? way.gains[i] : 0;
            if (way.measured && sum < way.need) continue;
            goal_.score(set);
            return goal_.less_can_reach();
        }
        return false;
    }

    // Costly leaves go first, later ones before earlier ones.
    void leave_out(std::vector<bool>& set) {
        auto by_cost = order([&](std::size_t a, std::size_t b) { return cost(a) != cost(b) ? cost(a) > cost(b) : a > b; });
        for (const std::size_t i : by_cost) {
            if (!set[i] || forced_[i]) continue;
            set[i] = false;
            goal_.score(set);
            if (!goal_.reached()) set[i] = true;
        }
    }

    void take(std::size_t i) {
        chosen_[i] = true;
        price_ = {price_.cost + cost(i), price_.count + 1};
        for (std::size_t w = 0; w < gained_.size(); ++w) gained_[w] += goal_.ways()[w].gains[i];
    }
    void put_back(std::size_t i) {
        chosen_[i] = false;
        price_ = {price_.cost - cost(i), price_.count - 1};
        for (std::size_t w = 0; w < gained_.size(); ++w) gained_[w] -= goal_.ways()[w].gains[i];
    }

    bool open(std::size_t i, std::size_t depth) const { return i >= depth && !forced_[i]; }

    // What a way costs at least, with the leaves from `depth` on; nothing where it cannot be gone.
    std::optional<std::int64_t> least_cost(std::size_t w, std::size_t depth) const {
        const Way& way = goal_.ways()[w];
        std::int64_t rest = way.need - gained_[w], sum = price_.cost;
        if (!way.measured || rest <= 0) return sum;
        for (const std::size_t i : by_ratio_[w]) {
            if (!open(i, depth) || way.gains[i] == 0) continue;
            if (way.gains[i] < rest) {
                rest -= way.gains[i];
                sum += cost(i);
                continue;
            }
            sum += static_cast<std::int64_t>((exact::Wide{cost(i)} * rest + way.gains[i] - 1) / way.gains[i]);
            // Every set costs a multiple of what all costs are multiples of.
            return unit_ == 0 ? sum : (sum + unit_ - 1) / unit_ * unit_;
        }
        return std::nullopt;
    }

    std::size_t least_count(std::size_t w, std::size_t depth) const {
        const Way& way = goal_.ways()[w];
        std::int64_t rest = way.need - gained_[w];
        std::size_t count = price_.count;
        if (!way.measured) return count;
        for (const std::size_t i : by_gain_[w]) {
            if (rest <= 0) break;
            if (!open(i, depth)) continue;
            rest -= way.gains[i];
            ++count;
        }
        return count;
    }

    bool may_be_better(std::size_t depth) const {
        for (std::size_t w = 0; w < gained_.size(); ++w) {
            const auto least = least_cost(w, depth);
            if (!least || *least > best_price_.cost) continue;
            if (*least < best_price_.cost) return true;
            const std::size_t count = least_count(w, depth);
            // A set of the greedy search is beaten by an equal one that stands before it.
            if (count < best_price_.count || (count == best_price_.count && !proven_)) return true;
        }
        return false;
    }

    bool sums_suffice() const {
        for (std::size_t w = 0; w < gained_.size(); ++w)
            if (!goal_.ways()[w].measured || gained_[w] >= goal_.ways()[w].need) return true;
        return false;
    }

    bool leaving_out_allows(std::size_t depth) {
        if (!goal_.has_conditions()) return true;
        std::vector<bool> all = chosen_;
        for (std::size_t i = depth; i < n_; ++i) all[i] = true;
        goal_.score(all);
        return goal_.less_can_reach();
    }

    void tell(std::size_t work) {
        const std::size_t part = std::min(work / work_of_part, search_parts - 1);
        part_end_ = (part + 1) * work_of_part;
        progress_(part);
    }

    void branch(std::size_t depth, bool just_taken) {
        const std::size_t work = ++steps_ + goal_.scorings() * work_of_scoring;
        if (work > work_limit) exhausted_ = true;
        if (work >= part_end_) tell(work);
        if (exhausted_ || !may_be_better(depth)) return;
        if (just_taken && sums_suffice()) {
            goal_.score(chosen_);
            if (goal_.reached()) {
                best_ = chosen_;
                best_price_ = price_;
                found_ = proven_ = true;
                return;
            }
            if (!goal_.more_can_reach()) return;
        }
        while (depth < n_ && (forced_[depth] || !useful_[depth])) ++depth;
        if (depth == n_) return;
        take(depth);
        branch(depth + 1, true);
        put_back(depth);
        if (leaving_out_allows(depth + 1)) branch(depth + 1, false);
    }

    Goal& goal_;
    const SearchProgress& progress_;
    std::size_t n_;
    std::vector<bool> chosen_, forced_, useful_, best_;
    std::vector<std::vector<std::size_t>> by_ratio_, by_gain_;  // by way
    std::vector<std::int64_t> gained_;                          // by way
    std::int64_t unit_ = 0;                                     // all costs are multiples of it
    Price price_{0, 0}, best_price_;
    bool found_ = false, proven_ = true, exact_ = false, exhausted_ = false;
    std::size_t steps_ = 0, part_end_ = 0;
};

}  // namespace

CheapestSet cheapest_set(Goal& goal, const SearchProgress& progress) {
    CheapestSet out;
    Search search(goal, progress);
    if (!search.begin()) {
        out.exact = true;
        out.reason = "no set of leaves reaches the band";
        return out;
    }
    search.greedy();
    if (goal.candidates().size() <= most_exact) search.exact();
    out.found = search.found();
    out.exact = search.is_exact();
    if (!out.found) {
        out.reason = out.exact ? "no set of leaves reaches the band" : "no set of leaves was found that reaches the band";
        return out;
    }
    const Scorecard& then = goal.score(search.best());
    for (std::size_t i = 0; i < goal.candidates().size(); ++i) {
        if (!search.best()[i]) continue;
        const Candidate& c = goal.candidates()[i];
        out.leaves.push_back({then.leaves[c.leaf].criterion, c.from, c.to, c.cost});
        out.cost += c.cost;
    }
    out.total = then.total;
    out.band = then.band;
    return out;
}

}  // namespace cchc::scoring
