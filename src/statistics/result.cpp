// The result: rows in order of key, every agency asked for among them, and the identities checked.
#include <algorithm>

#include "statistics/counts.hpp"
#include "statistics/identities.hpp"

namespace cchc {
namespace {

using stats::CheckedRow;

CheckedRow checked(const stats::Cells& cells, std::uint32_t cell, std::string name, const Query& query) {
    CheckedRow row;
    row.name = std::move(name);
    row.counts = stats::counts_of(cells.counters(cell), query);
    row.opening = stats::opening_stock(cells.counters(cell), query.policy);
    for (std::uint8_t kind = 0; kind < stats::example_kinds; ++kind)
        if (const auto ids = cells.examples.find({cell, kind}); ids != cells.examples.end())
            row.examples[kind].assign(ids->second.begin(), ids->second.end());
    return row;
}

// Rows of agencies that were asked for but have no dossiers.
void add_missing_agencies(GroupResult& group, const Query& query) {
    if (group.grouping != Grouping{Dimension::agency}) return;
    const std::vector<std::uint32_t> nothing(stats::stride, 0);
    for (const std::string& agency : query.agencies) {
        const auto same = [&](const GroupRow& row) { return row.key.front() == agency; };
        if (std::none_of(group.rows.begin(), group.rows.end(), same))
            group.rows.push_back({{agency}, stats::counts_of(nothing, query), {}});
    }
    std::sort(group.rows.begin(), group.rows.end(), [](const GroupRow& a, const GroupRow& b) { return a.key < b.key; });
}

}  // namespace

StatisticsResult Statistics::result() const {
    StatisticsResult out{impl_->query, {}, {}, {}, {}};
    const auto timing = [&](std::size_t g, std::uint32_t cell) {
        return out.query.timing ? impl_->timings[g][cell] : Timing{};
    };
    std::vector<CheckedRow> checks = {checked(impl_->groupings[0], 0, "total", out.query)};
    out.total = checks.front().counts;
    out.timing = timing(0, 0);
    for (std::size_t g = 1; g < impl_->groupings.size(); ++g) {
        const stats::Cells& cells = impl_->groupings[g];
        GroupResult group{out.query.groupings[g - 1], {}};
        std::vector<std::pair<std::vector<std::string>, std::uint32_t>> order;
        for (std::uint32_t c = 0; c < cells.size(); ++c)
            if (!cells.is_empty(c)) order.emplace_back(impl_->key_texts(g, c), c);
        std::sort(order.begin(), order.end());
        for (auto& [key, cell] : order) {
            checks.push_back(checked(cells, cell, stats::row_name(key), out.query));
            group.rows.push_back({std::move(key), checks.back().counts, timing(g, cell)});
        }
        add_missing_agencies(group, out.query);
        out.groups.push_back(std::move(group));
    }
    // In order of name after the total: the order in which dossiers came must not show.
    std::stable_sort(checks.begin() + 1, checks.end(),
                     [](const CheckedRow& a, const CheckedRow& b) { return a.name < b.name; });
    out.identities = stats::check_identities(out, checks, impl_->rows);
    return out;
}

}  // namespace cchc
