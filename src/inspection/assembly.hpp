// A round put together, part by part; each part reads what the ones before it wrote.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/inspection.hpp"
#include "inspection/problem.hpp"

namespace cchc::inspection {

struct Sheet {
    std::string_view unit, text, source;
};

struct Inputs {
    const Inspection& round;
    const std::vector<Facts>& facts;
    const std::vector<Sheet>& sheets;
    const std::set<std::string, std::less<>>& refused;  // units whose report came and does not count
    std::size_t unread;                                 // reports that came and whose unit nobody can tell
};

// What was before the as-of date, and of that the first report and the first visit of each unit.
void keep_before_as_of(InspectionResult& out);
void keep_first_of_unit(InspectionResult& out);
void check_due_days(const Inputs& in, InspectionResult& out);  // those that the calendar does not have become none
void check_findings(const Inputs& in, InspectionResult& out);  // against plan and criteria set
void judge_samples(const Visit& visit, const OutcomePolicy& policy, const RuleSet& rules, const Inputs& in,
                   InspectionResult& out);
// lateness() of something in the plan; a due day that the calendar does not have is a problem at `pointer`.
Lateness lateness_of(std::optional<Date> due, std::optional<Date> done, std::string_view pointer, const Inputs& in,
                     InspectionResult& out);

void check_visits(const Inputs& in, InspectionResult& out);  // against the plan

// The agencies of the statistics by the plan's spelling; rows whose agencies are the same are added up.
void use_plan_names(StatisticsResult& statistics, const InspectionPlan& plan);
// Statistics against the plan: period, as-of date, agencies that are no units, units that have none.
void check_agencies(const Inputs& in, InspectionResult& out);

void add_units(const Inputs& in, InspectionResult& out);        // what is due, what came, what was seen
void compare_figures(const Inputs& in, InspectionResult& out);  // reports beside statistics and records
void add_facts(const Inputs& in, InspectionResult& out);        // facts of each unit
void add_scores(const Inputs& in, InspectionResult& out);

}  // namespace cchc::inspection
