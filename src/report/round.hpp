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
    // "từ ngày 01/01/2020 đến hết ngày 30/09/2020": to the end of the period, or to the last day that counts.
    std::string period() const;
    void sign(Builder& b) const;
    // The unit among those that a document about it goes to.
    void address_to(Builder& b, const std::string& unit) const;
    // "Căn cứ …" of the plan and what it rests on.
    void basis(Builder& b) const;

    const SelfReport* report_of(const UnitResult& unit) const;
    const Finding* finding(std::string_view id) const;
    // Those of a unit, in the order of the result.
    const std::vector<const Finding*>& findings_of(std::string_view unit) const;
    const std::vector<const InspectionProblem*>& problems_of(std::string_view unit) const;
    // The conclusion of this round on a unit: the last one that is not from before the inspected period.
    const Conclusion* conclusion_of(std::string_view unit) const;
    // Findings raised in this round (from the inspected period on).
    bool of_this_round(const Finding& finding) const noexcept;
    std::string item_title(std::string_view id) const;
    // What a finding is about: its own criterion, or that of its check; empty where there is none.
    std::string criterion_of(const Finding& finding) const;
    std::string criterion_title(const std::string& id) const;  // the id alone where no set has it
    // Where the scores of units are: by index into result.units.
    std::vector<Scorecard> cards() const;

private:
    // A round may have a thousand units and ten times as many findings.
    std::map<std::string_view, const Finding*> findings_;
    std::map<std::string_view, std::vector<const Finding*>> unit_findings_;
    std::map<std::string_view, const Conclusion*> conclusions_;
    std::map<std::string_view, std::vector<const InspectionProblem*>> problems_;
};

// A problem in words without places in files: "Số hội nghị giao ban: cần một số; tìm thấy "bốn"".
std::string problem_words(const Round& round, const InspectionProblem& problem);
// What the library says of a text that it cannot read is English; it stands apart. Empty where there is nothing of it.
std::string technical_words(const InspectionProblem& problem);
// Where a finding was raised: "Đoàn kiểm tra năm 2019"; an origin that is not known stays as it is written, in quotes.
std::string origin_words(std::string_view origin, Lang lang);
// The periodic reports of a unit, and the self-report first.
Table due_table(const Round& round, const UnitResult& unit);
// "Qua các năm: 4 vấn đề được đặt ra, đã xử lý 2 (trong đó muộn 1) …".
std::string remedy_words(const RemedyCount& count, Lang lang);
enum class Duty : std::uint8_t { report, task };  // sent, or done
// "Gửi muộn", "Hoàn thành muộn".
std::string state_words(DueState state, Duty duty, Lang lang);
// The state and the days, if there are any: "Gửi muộn (5 ngày làm việc)".
std::string lateness_words(const Lateness& lateness, Duty duty, Lang lang);
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
void add_plan(Builder& b, const Round& round);
void add_units(Builder& b, const Round& round);
void add_statistics(Builder& b, const Round& round);
void add_outline(Builder& b, const Round& round);
void add_findings(Builder& b, const Round& round);
void add_proposals(Builder& b, const Round& round);
void add_problems(Builder& b, const Round& round);
void add_data_notes(Builder& b, const Round& round);

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
