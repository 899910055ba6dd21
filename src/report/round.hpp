// A round as its documents see it: result and plan, the head of the plan, names of files, tables that several documents
// have.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "report/builder.hpp"

namespace cchc::report::docs {

struct Round {
    const Inspection& inspection;
    const InspectionResult& result;
    Lang lang;
    std::vector<std::string> unit_names;   // part of a file name, by index into result.units
    std::vector<std::string> visit_names;  // by index into result.visits

    Round(const Inspection& inspection, const InspectionResult& result, Lang lang);

    const InspectionPlan& plan() const noexcept { return inspection.plan(); }
    Head head(std::optional<Date> date) const;
    Builder builder(std::string_view kind, std::string name, std::optional<Date> date) const;
    // "năm 2020" of the plan, or of its period.
    int year() const;
    std::string period() const;  // "từ ngày 01/01/2020 đến hết ngày 30/09/2020"
    void sign(Builder& b) const;
    // "Căn cứ …" of the plan and what it rests on.
    void basis(Builder& b) const;

    const SelfReport* report_of(const UnitResult& unit) const;
    const Finding* finding(std::string_view id) const;
    // The conclusion of this round on a unit: the last one that is not from before the inspected period.
    const Conclusion* conclusion_of(std::string_view unit) const;
    // Findings raised in this round (from the inspected period on).
    bool of_this_round(const Finding& finding) const noexcept;
    std::string item_title(std::string_view id) const;
    // Where the scores of units are: by index into result.units.
    std::vector<Scorecard> cards() const;

private:
    std::unordered_map<std::string_view, const Finding*> findings_;        // by id; the first one of each
    std::unordered_map<std::string_view, const Conclusion*> conclusions_;  // by unit, as conclusion_of() says
};

// The problems of one unit, or of all ("" as unit).
Table problem_table(const Round& round, std::string_view unit);
// The periodic reports of a unit, and the self-report first.
Table due_table(const Round& round, const UnitResult& unit);
// The state and the days, if there are any: "Muộn (5 ngày làm việc)".
std::string lateness_words(const Lateness& lateness, Lang lang);
Date last_day(const Round& round) noexcept;           // that counts: the as-of date is exclusive
std::string kind_title(FindingKind kind, Lang lang);  // "Tồn tại, hạn chế": the kind as a heading
bool is_behind(const Lateness& lateness) noexcept;    // late or missing
// A ranking under perturbed points; none where the set's ranking does not allow it.
std::optional<SensitivityResult> ranking_draws(const Round& round);

// What a document is called, before anything of it is written.
Builder begin_minutes(const Round& round, std::size_t visit);
Builder begin_conclusion(const Round& round, std::size_t unit);
Builder begin_remedies(const Round& round);
Builder begin_late(const Round& round);
Builder begin_summary(const Round& round);
// Documents that take the round, so that all of them share it.
Document minutes_document(const Round& round, std::size_t visit);
Document conclusion_document(const Round& round, std::size_t unit);
Document remedies_document(const Round& round);
Document late_document(const Round& round);
Document summary_document(const Round& round, const SensitivityResult* draws);

// Parts of the summary.
void add_units(Builder& b, const Round& round);
void add_statistics(Builder& b, const Round& round);
void add_outline(Builder& b, const Round& round);
void add_findings(Builder& b, const Round& round);
void add_proposals(Builder& b, const Round& round);

// A rate that a unit reported or that its dossiers have.
struct UnitRate {
    std::string unit, figure, title;
    Number part, whole, rate;
    Number good;  // the rate; where lower is better, 100 % less the rate
};
// Those with the least good below 100 %, equal ones in the order of the units.
std::vector<UnitRate> lowest_rates(const Round& round, std::size_t most);

// A check that some unit does not meet, or meets in part; most units first.
struct FailingCheck {
    std::string title;
    std::vector<std::string> not_met;  // units
    std::uint64_t partly = 0;
};
std::vector<FailingCheck> failing_checks(const Round& round);

}  // namespace cchc::report::docs
