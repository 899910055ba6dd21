// A round of inspection: the plan, what the units handed in, what the team saw, and what follows from it.
// Thread safety: an Inspection is changed (add_…, set_statistics) by one thread at a time; const calls, result() among them,
// may run beside each other. Results are values.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/consolidation.hpp"
#include "cchc/criteria.hpp"
#include "cchc/findings.hpp"
#include "cchc/plan.hpp"
#include "cchc/scoring.hpp"
#include "cchc/self_report.hpp"
#include "cchc/statistics.hpp"
#include "cchc/visit.hpp"

namespace cchc {

// One unit of the plan, everything about it. Indices are into the result's vectors.
struct UnitResult {
    std::string unit, kind;
    Lateness self_report;
    std::optional<std::size_t> report;       // into InspectionResult::self_reports
    std::optional<std::size_t> visit;        // into InspectionResult::visits
    std::vector<Lateness> reports_due;       // in the order of InspectionPlan::reports
    std::uint64_t errors = 0, warnings = 0;  // problems of what it handed in
    std::uint64_t met = 0, partly = 0, not_met = 0, not_applicable = 0, not_judged = 0;  // of the checklist
    std::uint64_t sampled = 0, differing = 0;
    RemedyCount remedies;                   // of all years and origins up to the as-of date
    std::optional<DossierFigure> dossiers;  // from the statistics
    std::optional<Scorecard> score;         // none without a criteria set
};

struct InspectionResult {
    Date as_of{};
    std::vector<UnitResult> units;  // in the order of the plan
    std::vector<SelfReport> self_reports;
    std::vector<Visit> visits;
    std::vector<std::vector<SampledOutcome>> sampled;  // by visit
    Findings findings;
    std::vector<RemedyRow> remedies;  // as remedy_rows()
    std::vector<RemedyCount> remedy_counts;
    std::vector<Lateness> tasks;  // in the order of the plan
    Consolidation consolidation;
    std::vector<RankRow> ranking;             // unit is an index into `units`; empty without a criteria set
    std::vector<Facts> facts;                 // of each unit: outline, dossiers, checks, remedies
    std::vector<InspectionProblem> problems;  // all of them: files, reports, visits, findings, comparisons
    std::uint64_t errors() const noexcept;
    const UnitResult* unit(std::string_view name) const noexcept;
};

// A round. Parts may be added in any order; what cannot be read is a problem of the round and the rest goes on.
class Inspection {
public:
    // `criteria` may be none: then nothing is scored. Throws outside_coverage, with the pointer /period, when the
    // calendar does not cover the plan's period.
    Inspection(InspectionPlan plan, Outline outline, Calendar calendar, std::optional<CriteriaSet> criteria = {},
               OutcomePolicy policy = OutcomePolicy::builtin("outline-274"), RuleSet rules = {});

    const InspectionPlan& plan() const noexcept { return plan_; }
    const Outline& outline() const noexcept { return outline_; }
    const Calendar& calendar() const noexcept { return calendar_; }
    const std::optional<CriteriaSet>& criteria() const noexcept { return criteria_; }
    const OutcomePolicy& policy() const noexcept { return policy_; }

    // A file each; `source` names it. Names of units are compared composed (NFC), trimmed, runs of blanks as one; the plan's
    // spelling is kept. False: it could not be read or does not belong to the round (a unit outside the plan, a report or
    // visit before the plan, a report about another period), and is a problem now; or the unit has one already. Which of
    // several counts is seen in result(): of those before the as-of date the first that was added.
    // A self-report that cannot be read is of the unit that its text or its file name tells ("ubnd-xa-thanh.json"): that
    // unit is not called missing. Where nothing tells it, no unit is.
    // Of findings and visits, what is wrong in a part is a problem and the other parts stand.
    bool add_self_report(std::string_view text, std::string_view source);
    bool add_visit(std::string_view text, std::string_view source);
    bool add_findings(std::string_view text, std::string_view source);
    // Further facts of a unit (surveys, published indices); they are merged, and a conflict is a problem.
    bool add_facts(std::string_view text, std::string_view source);
    // A score sheet (format cchc.appraisal/1) of a unit: the scores that people give. What of it is refused is a problem.
    bool add_scores(std::string_view text, std::string_view source);
    // A file that is missing or cannot be opened, said by whoever opens files; of a self-report by the second one.
    void add_problem(InspectionProblem problem);
    void add_unread_report(InspectionProblem problem);
    // The dossiers of the period by agency (a grouping {agency}); agencies are the plan's units, by their names as above:
    // rows of one unit are added up. Throws argument_range without that grouping, or under another policy than the round's.
    void set_statistics(StatisticsResult statistics);
    const std::optional<StatisticsResult>& statistics() const noexcept { return statistics_; }

    // Everything as of a date (exclusive); default: the plan's `to`. Reports that differ from the statistics, a check that
    // is not met and has no finding, a sampled dossier whose outcome differs, a visit that is not as the plan has it are
    // problems of their unit; statistics of another period or as-of date, of agencies that are no units, or without some
    // unit that is asked for its dossiers are problems of the round. Throws outside_coverage, also where the calendar does
    // not cover `as_of`; argument_range where it is before the day of the plan (its document; without one its period).
    InspectionResult result(std::optional<Date> as_of = {}) const;

private:
    InspectionPlan plan_;
    Outline outline_;
    Calendar calendar_;
    std::optional<CriteriaSet> criteria_;
    OutcomePolicy policy_;
    RuleSet rules_;
    std::vector<SelfReport> reports_;
    std::vector<Visit> visits_;
    Findings findings_;
    std::vector<Facts> facts_;
    struct Sheet {
        std::string unit, text, source;
    };
    std::vector<Sheet> sheets_;
    std::set<std::string, std::less<>> refused_;  // units whose self-report came and does not count
    std::size_t unread_reports_ = 0;              // self-reports that came and whose unit nobody can tell
    std::optional<StatisticsResult> statistics_;
    std::vector<InspectionProblem> problems_;
};

// Problems alone (format cchc.inspection-problems/1).
std::string to_json(std::span<const InspectionProblem> problems);
// Everything (format cchc.inspection-result/1).
std::string to_json(const Inspection& inspection, const InspectionResult& result);

}  // namespace cchc
