// One dossier explained: what happened to it, how its due date came about, and what each policy makes of it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "cchc/outcome.hpp"

namespace cchc {

// A pause or extension, and the due date after it.
struct ClockStep {
    ClockEvent event;
    PauseModel model = PauseModel::none;  // what the policy makes of it
    bool open = false;                    // not ended before the as-of date
    std::optional<Due> due;               // computed with this step and those before it; missing beyond the calendar
};

// What one policy makes of the dossier.
struct PolicyView {
    OutcomePolicy policy;
    Outcome outcome = Outcome::excluded;
    Problem problem = Problem::none;  // why it cannot be judged
    std::optional<Moment> due;        // the due date that it compares with
    bool due_computed = false;        // from receipt and limit; else it is on record
    std::optional<Moment> end;        // the end that it compares, if there is one before the as-of date
    bool waiting = false;             // for its applicant, on the as-of date
    std::vector<ClockStep> clock;     // of a computed due date
};

struct DossierExplanation {
    Dossier dossier;
    Date as_of{};
    std::string calendar_id;
    std::string calendar_version;
    std::optional<Explanation> counted;  // receipt and limit day by day, before any pause; missing without a limit
    std::vector<PolicyView> policies;    // in the order given
    // To the due date of the first policy, from the as-of date: of an open dossier with a due date inside the calendar.
    std::optional<WorkingTime> left;
};

// Explains a dossier under policies, as of a date. Throws argument_range when no policy is given, outside_coverage when the
// calendar does not cover the as-of date.
DossierExplanation explain(const Dossier& dossier, std::span<const OutcomePolicy> policies, const Calendar& calendar,
                           const RuleSet& rules, Date as_of);

// The explanation as text of several lines, in Vietnamese or English.
std::string to_text(const DossierExplanation& explanation, Lang lang);
// The same as JSON (format cchc.explanation/1).
std::string to_json(const DossierExplanation& explanation);

}  // namespace cchc
