// The identities A to G of form II.06a, on every row.
#include "statistics/identities.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "statistics/counts.hpp"

namespace cchc {
namespace stats {
namespace {

struct Sides {
    std::uint64_t left, right;
};

struct Identity {
    char id;
    std::string_view text;
    int examples;  // the kind whose dossiers make the difference, or -1
    Sides (*sides)(const CheckedRow&);
};

constexpr int kind(ExampleKind k) { return static_cast<int>(k); }

constexpr std::array<Identity, 5> by_row = {{
    {'A', "3 = 4 + 5 + 6", -1,
     [](const CheckedRow& r) {
         const Counts& c = r.counts;
         return Sides{c.received_total(), c.received_online.count + c.received_direct.count + c.carried_over.count};
     }},
    {'B', "7 = 8 + 9 + 10", kind(ExampleKind::no_due_resolved),
     [](const CheckedRow& r) {
         return Sides{r.counts.resolved_total(), r.counts.early.count + r.counts.on_time.count + r.counts.overdue.count};
     }},
    {'C', "11 = 12 + 13", kind(ExampleKind::no_due_in_process),
     [](const CheckedRow& r) {
         return Sides{r.counts.in_process_total(), r.counts.within.count + r.counts.open_overdue.count};
     }},
    {'D', "3 = 7 + 11", kind(ExampleKind::own_class),
     [](const CheckedRow& r) {
         return Sides{r.counts.received_total(), r.counts.resolved_total() + r.counts.in_process_total()};
     }},
    {'E', "6 = 11 of the previous period", kind(ExampleKind::left_out),
     [](const CheckedRow& r) {
         return Sides{r.counts.carried_over.count, r.opening};
     }},
}};

IdentityCheck violation(char id, std::string row, std::string_view text, Sides s, std::vector<std::string> examples) {
    return {
        id, std::move(row), false, s.left, s.right, fmt::format("{}: {} ≠ {}", text, s.left, s.right), std::move(examples)};
}

// F: every grouping's rows add up to the total.
std::vector<IdentityCheck> check_sums(const StatisticsResult& result) {
    std::vector<IdentityCheck> out;
    for (const GroupResult& group : result.groups) {
        Counts sum;
        bool first = true;
        for (const GroupRow& row : group.rows) {
            sum = first ? row.counts : over_units(sum, row.counts);
            first = false;
        }
        if (first ? result.total.dossiers_total() == 0 : sum == result.total) continue;
        std::string name;
        for (const Dimension d : group.grouping) name += (name.empty() ? "" : ",") + std::string(to_string(d));
        out.push_back(
            violation('F', name, "total = sum of rows", {result.total.dossiers_total(), sum.dossiers_total()}, {}));
    }
    return out;
}

void summarise(std::vector<IdentityCheck>& out, char id, std::string_view text, std::vector<IdentityCheck> violations,
               Sides total) {
    const bool holds = violations.empty();
    out.push_back({id, "", holds, total.left, total.right, std::string(text), {}});
    std::move(violations.begin(), violations.end(), std::back_inserter(out));
}

}  // namespace

std::string row_name(const std::vector<std::string>& key) {
    if (key.empty()) return "total";
    std::string name;
    for (const std::string& value : key) name += (name.empty() ? "" : " / ") + (value.empty() ? "(not given)" : value);
    return name;
}

namespace {

// Whether the policy leaves out dossiers that ended in this state. Those without a due date it may leave out while they are
// open.
bool leaves_out(State state, const OutcomePolicy& policy) noexcept {
    using Ended = OutcomePolicy::Ended;
    switch (state) {
        case State::refused: return policy.refused == Ended::excluded;
        case State::withdrawn: return policy.withdrawn == Ended::excluded;
        case State::returned: return policy.returned == Ended::excluded;
        case State::stopped: return policy.stopped == Ended::excluded;
        default: return false;
    }
}

}  // namespace

std::uint64_t opening_stock(std::span<const std::uint32_t> counters, const OutcomePolicy& policy) noexcept {
    std::uint64_t n = 0;
    for (std::size_t k = 0; k < codes.count; ++k) {
        if (counters[k] == 0) continue;
        const Meaning& m = codes.meaning[k];
        const bool outside = m.place == Place::outside || m.place == Place::not_received || m.problem != Problem::none;
        const bool never_counted = m.place == Place::excluded && !leaves_out(m.state, policy);
        if (!outside && !never_counted && m.inflow == Inflow::carried_over) n += counters[k];
    }
    return n;
}

std::vector<IdentityCheck> check_identities(const StatisticsResult& result, const std::vector<CheckedRow>& rows,
                                            std::uint64_t dossiers) {
    std::vector<IdentityCheck> out;
    for (const Identity& identity : by_row) {
        std::vector<IdentityCheck> violations;
        for (const CheckedRow& row : rows) {
            const Sides s = identity.sides(row);
            if (s.left == s.right) continue;
            auto examples = identity.examples < 0 ? std::vector<std::string>{}
                                                  : row.examples[static_cast<std::size_t>(identity.examples)];
            violations.push_back(violation(identity.id, row.name, identity.text, s, std::move(examples)));
        }
        summarise(out, identity.id, identity.text, std::move(violations), identity.sides(rows.front()));
    }
    const std::uint64_t counted = result.total.dossiers_total();
    summarise(out, 'F', "total = sum of rows", check_sums(result), {counted, counted});
    constexpr std::string_view each_once = "every dossier is counted once";
    std::vector<IdentityCheck> lost;
    if (counted != dossiers) lost.push_back(violation('G', "total", each_once, {counted, dossiers}, {}));
    summarise(out, 'G', each_once, std::move(lost), {counted, dossiers});
    return out;
}

}  // namespace stats

std::vector<IdentityCheck> check_chain(const StatisticsResult& previous, const StatisticsResult& current) {
    // Beyond its end the first has no receipts: standing at a later date it still does not reach the second.
    if (previous.query.effective_as_of() != current.query.from || previous.query.to < current.query.from)
        throw Error(ErrorCode::argument_range,
                    fmt::format("the periods do not meet: the first ends on {} and stands at {}, the second begins on {}",
                                to_string(previous.query.to), to_string(previous.query.effective_as_of()),
                                to_string(current.query.from)));
    constexpr std::string_view text = "6 = 11 of the previous period";
    std::vector<IdentityCheck> violations;
    const auto compare = [&](const std::string& row, const Counts& before, const Counts& now) {
        const std::uint64_t closing = before.in_process_total(), opening = now.carried_over.count;
        if (closing != opening) violations.push_back(stats::violation('E', row, text, {opening, closing}, {}));
    };
    compare("total", previous.total, current.total);
    for (const GroupResult& now : current.groups) {
        const auto same = std::find_if(previous.groups.begin(), previous.groups.end(),
                                       [&](const GroupResult& g) { return g.grouping == now.grouping; });
        if (same == previous.groups.end()) continue;
        // Rows are in order of key; a key that only one side has counts as empty on the other.
        auto a = same->rows.begin();
        auto b = now.rows.begin();
        const Counts none;
        while (a != same->rows.end() || b != now.rows.end()) {
            const bool left = b == now.rows.end() || (a != same->rows.end() && a->key <= b->key);
            const bool right = a == same->rows.end() || (b != now.rows.end() && b->key <= a->key);
            compare(stats::row_name(left ? a->key : b->key), left ? a->counts : none, right ? b->counts : none);
            if (left) ++a;
            if (right) ++b;
        }
    }
    std::vector<IdentityCheck> out;
    stats::summarise(out, 'E', text, std::move(violations),
                     {current.total.carried_over.count, previous.total.in_process_total()});
    return out;
}

bool StatisticsResult::identities_hold() const noexcept {
    return std::all_of(identities.begin(), identities.end(), [](const IdentityCheck& c) { return c.holds; });
}

}  // namespace cchc
