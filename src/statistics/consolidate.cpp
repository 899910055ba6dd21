// From the rows of agencies to levels and subtrees. A unit's own dossiers stand once, in its own level: what lies below it
// belongs to its subtree and never to its level.
#include <fmt/format.h>

#include <algorithm>

#include "cchc/hierarchy.hpp"
#include "statistics/cells.hpp"
#include "statistics/counts.hpp"

namespace cchc {
namespace {

using stats::over_units;

const GroupResult& by_agency(const StatisticsResult& result) {
    const auto it = std::find_if(result.groups.begin(), result.groups.end(),
                                 [](const GroupResult& g) { return g.grouping == Grouping{Dimension::agency}; });
    if (it == result.groups.end()) throw Error(ErrorCode::argument_range, "a hierarchy needs the query to group by agency");
    return *it;
}

class Consolidator {
public:
    explicit Consolidator(ConsolidatedResult& out)
        : out_(out), none_(stats::counts_of(std::vector<std::uint32_t>(stats::stride, 0), out.result.query)) {}

    void run() {
        const auto& units = out_.hierarchy.units();
        own_.assign(units.size(), none_);
        subtree_.assign(units.size(), none_);
        out_.unknown_total = none_;
        for (const GroupRow& row : by_agency(out_.result).rows) place(row);
        for (std::size_t l = 0; l < out_.hierarchy.levels().size(); ++l) out_.levels.push_back({l, 0, none_});
        for (std::size_t u = 0; u < units.size(); ++u) {
            ConsolidatedLevel& level = out_.levels[units[u].level];
            ++level.units;
            level.counts = over_units(level.counts, own_[u]);
        }
        walk();
        check();
    }

private:
    // A dossier is its unit's own, and of the subtree of every unit above.
    void place(const GroupRow& row) {
        const auto unit = out_.hierarchy.find(row.key.front());
        if (!unit) {
            out_.unknown.push_back(row);
            out_.unknown_total = over_units(out_.unknown_total, row.counts);
            return;
        }
        own_[*unit] = over_units(own_[*unit], row.counts);
        for (std::optional<std::size_t> at = unit; at; at = out_.hierarchy.units()[*at].parent)
            subtree_[*at] = over_units(subtree_[*at], row.counts);
    }

    // Units above before units below, in order of the file.
    void walk() {
        const auto& units = out_.hierarchy.units();
        children_.assign(units.size(), {});
        for (std::size_t u = 0; u < units.size(); ++u) (units[u].parent ? children_[*units[u].parent] : roots_).push_back(u);
        walk_all(roots_, 0, "");
    }
    // The depth is bounded by the hierarchy.
    void walk_all(const std::vector<std::size_t>& units, std::size_t depth, const std::string& above) {
        for (std::size_t i = 0; i < units.size(); ++i) {
            const std::size_t u = units[i];
            std::string number = above + std::to_string(i + 1);
            out_.units.push_back({u, depth, number, !children_[u].empty(), own_[u], subtree_[u]});
            walk_all(children_[u], depth + 1, number + ".");
        }
    }

    void compare(const std::string& row, std::string_view text, const Counts& left, const Counts& right) {
        if (left == right) return;
        out_.identities.push_back({'F',
                                   row,
                                   false,
                                   left.dossiers_total(),
                                   right.dossiers_total(),
                                   fmt::format("{}: {} ≠ {}", text, left.dossiers_total(), right.dossiers_total()),
                                   {}});
    }

    void check() {
        Counts levels = out_.unknown_total, roots = out_.unknown_total;
        for (const ConsolidatedLevel& level : out_.levels) levels = over_units(levels, level.counts);
        for (const std::size_t root : roots_) roots = over_units(roots, subtree_[root]);
        const Counts& total = out_.result.total;
        compare("total", "total = sum of levels and unknown agencies", total, levels);
        compare("total", "total = sum of subtrees and unknown agencies", total, roots);
        for (std::size_t u = 0; u < children_.size(); ++u) {
            Counts sum = own_[u];
            for (const std::size_t child : children_[u]) sum = over_units(sum, subtree_[child]);
            compare(out_.hierarchy.units()[u].id, "subtree = own dossiers and subtrees below", subtree_[u], sum);
        }
        const bool holds = out_.identities.empty();
        const std::uint64_t n = total.dossiers_total();
        out_.identities.insert(out_.identities.begin(),
                               {'F', "", holds, n, levels.dossiers_total(), "consolidated = sum of units", {}});
    }

    ConsolidatedResult& out_;
    Counts none_;
    std::vector<Counts> own_, subtree_;
    std::vector<std::vector<std::size_t>> children_;
    std::vector<std::size_t> roots_;
};

}  // namespace

bool ConsolidatedResult::holds() const noexcept {
    return std::all_of(identities.begin(), identities.end(), [](const IdentityCheck& c) { return c.holds; });
}

ConsolidatedResult consolidate(const StatisticsResult& result, const Hierarchy& hierarchy) {
    ConsolidatedResult out{result, hierarchy, {}, {}, {}, {}, {}};
    Consolidator(out).run();
    return out;
}

}  // namespace cchc
