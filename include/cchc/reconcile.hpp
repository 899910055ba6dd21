// The same dossiers under several outcome policies, and every difference explained.
//
// No two systems in use give the same figures for the same dossiers. Policies differ in named fields; so from the first
// policy to another the fields in which they differ are changed one at a time, always in the same order, and what each
// change does to a dossier is that field's part of the difference. The parts of all fields add up to the whole difference
// exactly, because each dossier goes from its outcome under the first policy to that under the other step by step.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/statistics.hpp"

namespace cchc {

// The question. The first policy is the one that the others are compared with.
struct ReconcileQuery {
    Date from{};
    Date to{};                            // exclusive
    std::optional<Date> as_of;            // default: `to`; must be after `from`
    std::vector<OutcomePolicy> policies;  // 2 to 16
    Calendar calendar = Calendar::builtin("vn");
    RuleSet rules;

    Date effective_as_of() const noexcept { return as_of.value_or(to); }

    // Reads a question: {"format":"cchc.reconcile_query/1","from":…,"to":…,"as_of":…,"policies":[NAME or object, …],
    // "calendar":NAME or object,"rules":[NAME or object, …]}. Throws json_syntax, json_schema.
    static ReconcileQuery from_json(std::string_view text, std::string_view source = "query");
    std::string to_json() const;
};

// How many dossiers more or fewer have each outcome; by Outcome. not_received are those that the policy does not count in
// the period: not received, or ended before it.
using OutcomeChange = std::array<std::int64_t, outcome_count>;

// Dossiers that a reason moves from one outcome to another.
struct ReconcileMove {
    Outcome from{};
    Outcome to{};
    std::uint64_t count = 0;
    std::vector<std::string> examples;  // up to 5 ids, the smallest in byte order
};

// One field of the policies, and what it does.
struct ReconcileReason {
    std::string field;  // of the policy format: "missing_due", "completed_by" …
    std::string from;   // its value under the first policy: "own_class"
    std::string to;     // and under the other one: "on_time"
    OutcomeChange change{};
    std::uint64_t dossiers = 0;  // how many it moves; a dossier may be moved by several reasons
    std::vector<ReconcileMove> moves;
};

// The difference between the first policy and another one.
struct Difference {
    std::size_t policy = 0;                // index into the query's policies
    OutcomeChange change{};                // the sum of the changes of all reasons
    std::uint64_t dossiers = 0;            // whose outcome is not the same under the two
    std::vector<ReconcileReason> reasons;  // one for each field in which the two differ
};

struct ReconcileResult {
    ReconcileQuery query;
    std::uint64_t dossiers = 0;           // rows added
    std::vector<Counts> counts;           // by policy: the columns of form II.06a
    std::vector<Difference> differences;  // one for each policy but the first
};

// Like Statistics, a commutative monoid: add(columns), merge(other). One object, one thread at a time.
class Reconciliation {
public:
    // Throws argument_range (not 2 to 16 policies, empty period, as_of not after from), outside_coverage (period outside the
    // calendar).
    explicit Reconciliation(ReconcileQuery query);
    Reconciliation(const Reconciliation&);
    Reconciliation& operator=(const Reconciliation&);
    Reconciliation(Reconciliation&&) noexcept;
    Reconciliation& operator=(Reconciliation&&) noexcept;
    ~Reconciliation();

    const ReconcileQuery& query() const noexcept;
    // Adds dossiers. Due dates are computed where each policy wants them; the columns are not changed. `row_problem` takes
    // the problem of each dossier under the first policy, as Statistics::add() does. Throws as that.
    void add(const Dossiers& dossiers, std::span<Problem> row_problem = {});
    // Adds the other's dossiers. Throws incompatible when the queries differ.
    void merge(const Reconciliation& other);
    ReconcileResult result() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

// The policies side by side: the columns of form II.06a and the rates R1, R2, R4, one column of the table for each policy.
Table reconcile_counts(const ReconcileResult& result, Lang lang);
// One difference, reason by reason, with the moves and example dossiers of each. Throws argument_range for an index that is
// none of result.differences.
Table reconcile_reasons(const ReconcileResult& result, std::size_t difference, Lang lang);
// Everything (format cchc.reconcile/1).
std::string to_json(const ReconcileResult& result);

}  // namespace cchc
