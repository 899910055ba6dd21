// Dossier statistics in documents: outcomes by unit, rates by month, days of lateness.
#pragma once

#include "report/builder.hpp"

namespace cchc::report::docs {

// The index of a grouping by this dimension alone; none where the query has not asked for it.
std::optional<std::size_t> grouping_by(const StatisticsResult& statistics, Dimension dimension);

// The same statistics, the agencies in the order of the plan; those that are not in it after them, by name as before.
StatisticsResult in_order_of_plan(StatisticsResult statistics, const InspectionPlan& plan);

// Outcomes of each row of a grouping of one dimension, as table and stacked bars, without the outcome's rates.
void add_outcomes(Builder& b, const GroupResult& group);
// How much was resolved on time by month of receipt; nothing without a grouping {month}.
void add_months(Builder& b, const StatisticsResult& statistics);
// How many working days late; nothing where the query did not ask for the timing.
void add_lateness(Builder& b, const StatisticsResult& statistics);

// Form II.06a: what it is called, before anything of it is written, and as a whole.
Builder begin_form(const Query& query, const Head& head, Lang lang);
Document form_document(const StatisticsResult& statistics, std::size_t grouping, const Head& head, Lang lang);

}  // namespace cchc::report::docs
