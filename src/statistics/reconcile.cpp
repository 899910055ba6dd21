// Counting the same dossiers under several policies, and the way from one policy to another, field by field.
#include "cchc/reconcile.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "dossier/policy_fields.hpp"
#include "json/value.hpp"
#include "statistics/cells.hpp"
#include "statistics/code_rows.hpp"
#include "statistics/counts.hpp"
#include "statistics/reconcile.hpp"

namespace cchc {
namespace {

constexpr std::size_t min_policies = 2, max_policies = 16;

// In which order fields are changed: first which dates are looked at, then how they are compared, then what each end and
// each state means. early_shown is about presentation only.
constexpr std::array<std::string_view, 18> order = {"due_source",
                                                    "due_version",
                                                    "supplement_pause",
                                                    "financial_duty_pause",
                                                    "verification_pause",
                                                    "other_body_pause",
                                                    "completed_by",
                                                    "missing_due",
                                                    "compare",
                                                    "early_by",
                                                    "due_on_last_day",
                                                    "refused",
                                                    "withdrawn",
                                                    "returned",
                                                    "stopped",
                                                    "waiting_supplement",
                                                    "undated_waiting",
                                                    "second_supplement"};

// Whether two policies take the same due date for every dossier; other fields do not matter to it.
bool same_due(const OutcomePolicy& a, const OutcomePolicy& b) {
    return a.due_source == b.due_source && a.due_version == b.due_version && a.supplement_pause == b.supplement_pause &&
           a.financial_duty_pause == b.financial_duty_pause && a.verification_pause == b.verification_pause &&
           a.other_body_pause == b.other_body_pause;
}

std::string value_of(const OutcomePolicy& policy, std::string_view field) {
    std::string value;
    policy_fields::each_field(policy, [&](std::string_view name, const auto& own, const auto& names) {
        if (name == field) value = json::name_of(own, names);
    });
    return value;
}

void copy_field(OutcomePolicy& to, const OutcomePolicy& from, std::string_view field) {
    policy_fields::each_member([&](std::string_view name, auto member, const auto&) {
        if (name == field) to.*member = from.*member;
    });
}

Query query_under(const ReconcileQuery& q, const OutcomePolicy& policy) {
    Query query;
    query.from = q.from;
    query.to = q.to;
    query.as_of = q.as_of;
    query.policy = policy;
    query.calendar = q.calendar;
    query.rules = q.rules;
    return query;
}

ReconcileQuery checked(ReconcileQuery q) {
    if (q.policies.size() < min_policies || q.policies.size() > max_policies)
        throw Error(ErrorCode::argument_range, fmt::format("reconciliation takes {} to {} policies, not {}", min_policies,
                                                           max_policies, q.policies.size()));
    stats::check(query_under(q, q.policies.front()));
    q.as_of = q.effective_as_of();
    return q;
}

}  // namespace

namespace reconcile {

Outcome outcome_of(std::uint8_t code) noexcept { return judge::outcome_of(stats::codes.meaning[code].place); }

void Moves::add(Outcome from, Outcome to, std::string_view id) {
    Move& move = moves_[index(from, to)];
    ++move.count;
    stats::keep_smallest(move.examples, id);
}

void Moves::merge(const Moves& other) {
    for (const ReconcileMove& move : other.list()) {
        moves_[index(move.from, move.to)].count += move.count - move.examples.size();
        for (const std::string& id : move.examples) add(move.from, move.to, id);
    }
}

std::vector<ReconcileMove> Moves::list() const {
    std::vector<ReconcileMove> out;
    for (std::size_t i = 0; i < moves_.size(); ++i) {
        const Move& move = moves_[i];
        if (move.count == 0) continue;
        out.push_back({static_cast<Outcome>(i / outcome_count),
                       static_cast<Outcome>(i % outcome_count),
                       move.count,
                       {move.examples.begin(), move.examples.end()}});
    }
    return out;
}

Judgement::Judgement(OutcomePolicy p) : policy(std::move(p)), table(stats::make_table(policy)) {}

std::vector<Step> steps_between(const OutcomePolicy& first, const OutcomePolicy& other) {
    std::vector<Step> steps;
    OutcomePolicy reached = first;
    for (const std::string_view field : order) {
        if (value_of(reached, field) == value_of(other, field)) continue;
        std::string before = value_of(reached, field);
        copy_field(reached, other, field);
        steps.push_back({std::string(field), std::move(before), value_of(other, field), Judgement(reached), {}});
    }
    return steps;
}

}  // namespace reconcile

using reconcile::Moves;
using reconcile::Step;

struct Reconciliation::Impl {
    explicit Impl(ReconcileQuery q) : query(checked(std::move(q))), first(query.policies.front()) {
        text = query.to_json();
        counters.resize(query.policies.size());
        for (std::size_t p = 1; p < query.policies.size(); ++p) {
            ways.push_back(reconcile::steps_between(query.policies.front(), query.policies[p]));
            whole.emplace_back();
        }
    }

    void add(const Dossiers& dossiers, std::span<Problem> row_problem);
    Difference difference(std::size_t other) const;

    ReconcileQuery query;
    std::string text;  // all that must agree for a merge
    reconcile::Judgement first;
    std::vector<std::vector<Step>> ways;     // from the first policy to each other one
    std::vector<Moves> whole;                // from the first policy to each other one, at one go
    std::vector<stats::Histogram> counters;  // by policy
    std::uint64_t rows = 0;

private:
    class Batch;
};

// The work on one set of columns, block by block.
class Reconciliation::Impl::Batch {
public:
    Batch(Impl& impl, const Dossiers& dossiers, std::span<Problem> row_problem)
        : impl_(impl),
          dossiers_(dossiers),
          row_problem_(row_problem),
          window_(stats::window_of(query_under(impl.query, impl.first.policy))) {
        add_source(impl.first.policy);
        for (const auto& way : impl.ways)
            for (const Step& step : way) add_source(step.judgement.policy);
    }

    void run() {
        for (std::size_t start = 0; start < dossiers_.size(); start += judge::block_rows) {
            rows_ = {start, std::min(judge::block_rows, dossiers_.size() - start)};
            for (const auto& source : sources_) source->due.reset();
            judge(impl_.first, first_);
            add_counters(0, first_);
            for (std::size_t way = 0; way < impl_.ways.size(); ++way) walk(way);
            // At the end: it may be the very column that was read.
            if (!row_problem_.empty())
                std::copy_n(find_source(impl_.first.policy)->due->problem, rows_.count,
                            row_problem_.begin() + static_cast<std::ptrdiff_t>(rows_.start));
        }
    }

private:
    using RowCodes = std::array<std::uint8_t, judge::block_rows>;
    struct Source {
        Source(const OutcomePolicy& p, const ReconcileQuery& q, std::int32_t as_of)
            : policy(p), computer(p, q.calendar, q.rules, as_of) {}
        const OutcomePolicy& policy;
        judge::DueComputer computer;
        std::optional<judge::Due> due;  // of this block, when it has been asked for
    };

    // One computer for all policies that take the same due dates.
    Source* find_source(const OutcomePolicy& policy) const {
        const auto found = std::find_if(sources_.begin(), sources_.end(),
                                        [&](const auto& source) { return same_due(source->policy, policy); });
        return found == sources_.end() ? nullptr : found->get();
    }
    void add_source(const OutcomePolicy& policy) {
        if (find_source(policy) == nullptr) sources_.push_back(std::make_unique<Source>(policy, impl_.query, window_.as_of));
    }

    void judge(const reconcile::Judgement& judgement, RowCodes& out) {
        Source& source = *find_source(judgement.policy);
        if (!source.due) source.due = source.computer(dossiers_, rows_);
        stats::code_rows(dossiers_, *source.due, judgement.policy, judgement.table, window_, rows_, out.data());
    }

    void add_counters(std::size_t policy, const RowCodes& codes) {
        stats::Histogram block;
        stats::count_codes(std::span(codes).first(rows_.count), block);
        for (std::size_t c = 0; c < block.size(); ++c) impl_.counters[policy][c] += block[c];
    }

    void walk(std::size_t way) {
        before_ = first_;
        for (Step& step : impl_.ways[way]) {
            judge(step.judgement, after_);
            note_moves(before_, after_, step.moves);
            before_.swap(after_);
        }
        note_moves(first_, before_, impl_.whole[way]);
        add_counters(way + 1, before_);
    }

    void note_moves(const RowCodes& from, const RowCodes& to, Moves& moves) {
        for (std::size_t i = 0; i < rows_.count; ++i) {
            if (from[i] == to[i]) continue;
            const Outcome a = reconcile::outcome_of(from[i]), b = reconcile::outcome_of(to[i]);
            if (a != b) moves.add(a, b, dossiers_.id[rows_.start + i]);
        }
    }

    Impl& impl_;
    const Dossiers& dossiers_;
    std::span<Problem> row_problem_;
    const judge::Window window_;
    std::vector<std::unique_ptr<Source>> sources_;
    judge::Rows rows_{};
    RowCodes first_{}, before_{}, after_{};
};

void Reconciliation::Impl::add(const Dossiers& dossiers, std::span<Problem> row_problem) {
    stats::require_length(row_problem, dossiers.size());
    if (dossiers.size() > stats::max_rows - rows)
        throw Error(ErrorCode::argument_range, "a reconciliation holds at most 4,000,000,000 dossiers");
    rows += dossiers.size();
    Batch(*this, dossiers, row_problem).run();
}

namespace {

OutcomeChange change_of(const Moves& moves) {
    OutcomeChange change{};
    for (const ReconcileMove& move : moves.list()) {
        change[static_cast<std::size_t>(move.from)] -= static_cast<std::int64_t>(move.count);
        change[static_cast<std::size_t>(move.to)] += static_cast<std::int64_t>(move.count);
    }
    return change;
}

std::uint64_t count_of(const Moves& moves) {
    std::uint64_t count = 0;
    for (const ReconcileMove& move : moves.list()) count += move.count;
    return count;
}

}  // namespace

Difference Reconciliation::Impl::difference(std::size_t other) const {
    Difference d;
    d.policy = other;
    d.dossiers = count_of(whole[other - 1]);
    d.change = change_of(whole[other - 1]);
    for (const Step& step : ways[other - 1]) {
        ReconcileReason reason;
        reason.field = step.field;
        reason.from = step.from;
        reason.to = step.to;
        reason.change = change_of(step.moves);
        reason.dossiers = count_of(step.moves);
        reason.moves = step.moves.list();
        d.reasons.push_back(std::move(reason));
    }
    return d;
}

Reconciliation::Reconciliation(ReconcileQuery query) : impl_(std::make_unique<Impl>(std::move(query))) {}
Reconciliation::Reconciliation(const Reconciliation& other) : impl_(std::make_unique<Impl>(*other.impl_)) {}
Reconciliation& Reconciliation::operator=(const Reconciliation& other) {
    if (this != &other) impl_ = std::make_unique<Impl>(*other.impl_);
    return *this;
}
Reconciliation::Reconciliation(Reconciliation&&) noexcept = default;
Reconciliation& Reconciliation::operator=(Reconciliation&&) noexcept = default;
Reconciliation::~Reconciliation() = default;

const ReconcileQuery& Reconciliation::query() const noexcept { return impl_->query; }
void Reconciliation::add(const Dossiers& dossiers, std::span<Problem> row_problem) { impl_->add(dossiers, row_problem); }

void Reconciliation::merge(const Reconciliation& other) {
    const Impl& from = *other.impl_;
    if (impl_->text != from.text)
        throw Error(ErrorCode::incompatible, "reconciliations of different queries cannot be merged");
    if (from.rows > stats::max_rows - impl_->rows)
        throw Error(ErrorCode::argument_range, "a reconciliation holds at most 4,000,000,000 dossiers");
    impl_->rows += from.rows;
    for (std::size_t p = 0; p < impl_->counters.size(); ++p)
        for (std::size_t c = 0; c < stats::stride; ++c) impl_->counters[p][c] += from.counters[p][c];
    for (std::size_t way = 0; way < impl_->ways.size(); ++way) {
        impl_->whole[way].merge(from.whole[way]);
        for (std::size_t s = 0; s < impl_->ways[way].size(); ++s) impl_->ways[way][s].moves.merge(from.ways[way][s].moves);
    }
}

ReconcileResult Reconciliation::result() const {
    ReconcileResult result;
    result.query = impl_->query;
    result.dossiers = impl_->rows;
    for (std::size_t p = 0; p < impl_->counters.size(); ++p)
        result.counts.push_back(stats::counts_of(impl_->counters[p], query_under(impl_->query, impl_->query.policies[p])));
    for (std::size_t p = 1; p < impl_->counters.size(); ++p) result.differences.push_back(impl_->difference(p));
    return result;
}

}  // namespace cchc
