// The fields of an outcome policy that decide something, with the names of their values.
#pragma once

#include <string_view>
#include <utility>

#include "cchc/outcome.hpp"
#include "deadline/names.hpp"

namespace cchc::policy_fields {

using P = OutcomePolicy;
template <class E>
using Name = std::pair<std::string_view, E>;

inline constexpr Name<P::Compare> compare_names[] = {
    {"date", P::Compare::date}, {"instant", P::Compare::instant}, {"date_then_instant", P::Compare::date_then_instant}};
inline constexpr Name<P::EarlyBy> early_by_names[] = {{"end", P::EarlyBy::end},
                                                      {"end_or_return", P::EarlyBy::end_or_return}};
inline constexpr Name<P::CompletedBy> completed_by_names[] = {
    {"completed", P::CompletedBy::completed}, {"returned", P::CompletedBy::returned}, {"first", P::CompletedBy::first}};
inline constexpr Name<P::DueVersion> due_version_names[] = {{"current", P::DueVersion::current},
                                                            {"original", P::DueVersion::original}};
inline constexpr Name<P::DueSource> due_source_names[] = {{"recorded", P::DueSource::recorded},
                                                          {"recorded_or_computed", P::DueSource::recorded_or_computed},
                                                          {"computed", P::DueSource::computed}};
inline constexpr Name<P::MissingDue> missing_due_names[] = {{"own_class", P::MissingDue::own_class},
                                                            {"on_time", P::MissingDue::on_time},
                                                            {"excluded", P::MissingDue::excluded},
                                                            {"early", P::MissingDue::early}};
inline constexpr Name<P::DueOnLastDay> last_day_names[] = {{"within", P::DueOnLastDay::within},
                                                           {"overdue", P::DueOnLastDay::overdue}};
inline constexpr Name<P::Ended> ended_names[] = {{"by_date", P::Ended::by_date},
                                                 {"on_time", P::Ended::on_time},
                                                 {"in_process_within", P::Ended::in_process_within},
                                                 {"own_class", P::Ended::own_class},
                                                 {"excluded", P::Ended::excluded}};
inline constexpr Name<P::Waiting> waiting_names[] = {{"in_process_within", P::Waiting::in_process_within},
                                                     {"by_date", P::Waiting::by_date},
                                                     {"ended_at_request", P::Waiting::ended_at_request}};
inline constexpr Name<P::UndatedWaiting> undated_names[] = {{"ignored", P::UndatedWaiting::ignored},
                                                            {"by_status", P::UndatedWaiting::by_status}};
inline constexpr Name<P::SecondSupplement> second_names[] = {{"by_date", P::SecondSupplement::by_date},
                                                             {"overdue", P::SecondSupplement::overdue}};
inline constexpr Name<P::EarlyShown> early_names[] = {{"beside_on_time", P::EarlyShown::beside_on_time},
                                                      {"inside_on_time", P::EarlyShown::inside_on_time}};

// Calls visit(name, member, its names) for each field.
template <class Visit>
void each_member(Visit visit) {
    visit("compare", &P::compare, compare_names);
    visit("early_by", &P::early_by, early_by_names);
    visit("completed_by", &P::completed_by, completed_by_names);
    visit("due_version", &P::due_version, due_version_names);
    visit("due_source", &P::due_source, due_source_names);
    visit("missing_due", &P::missing_due, missing_due_names);
    visit("due_on_last_day", &P::due_on_last_day, last_day_names);
    visit("refused", &P::refused, ended_names);
    visit("withdrawn", &P::withdrawn, ended_names);
    visit("returned", &P::returned, ended_names);
    visit("stopped", &P::stopped, ended_names);
    visit("waiting_supplement", &P::waiting_supplement, waiting_names);
    visit("undated_waiting", &P::undated_waiting, undated_names);
    visit("second_supplement", &P::second_supplement, second_names);
    visit("supplement_pause", &P::supplement_pause, pause_names);
    visit("financial_duty_pause", &P::financial_duty_pause, pause_names);
    visit("verification_pause", &P::verification_pause, pause_names);
    visit("other_body_pause", &P::other_body_pause, pause_names);
    visit("early_shown", &P::early_shown, early_names);
}

// Calls visit(name, field, its names) for each field of a policy.
template <class Policy, class Visit>
void each_field(Policy& p, Visit visit) {
    each_member([&](std::string_view name, auto member, const auto& names) { visit(name, p.*member, names); });
}

}  // namespace cchc::policy_fields
