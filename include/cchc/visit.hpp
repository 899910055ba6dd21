// Visits of the team: the checklist judged, dossiers looked at on the spot, what the unit says.
// Thread safety: values; const calls may run beside each other. judge() keeps nothing: any number of threads at once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/explain.hpp"
#include "cchc/plan.hpp"
#include "cchc/self_report.hpp"

namespace cchc {

enum class CheckResult : std::uint8_t { met, partly, not_met, not_applicable, not_judged };
std::string_view to_string(CheckResult result) noexcept;
std::string to_text(CheckResult result, Lang lang);

struct CheckedItem {
    std::string item;  // id in the plan's checklist
    CheckResult result = CheckResult::not_judged;
    std::string note;
    std::vector<std::string> evidence;
    std::string pointer;
};

// A dossier looked at on the spot: as recorded, and what its system or register calls it.
struct SampledDossier {
    Dossier dossier;
    std::optional<Outcome> recorded;  // none: the register says nothing
    std::string pointer;
};

// The same dossier judged by the library.
struct SampledOutcome {
    Outcome computed = Outcome::excluded;
    bool differs = false;  // from the recorded one: a candidate for a finding
    LocalText why;         // one sentence with the dates and the due date
};

// A visit (format cchc.visit/1).
struct Visit {
    std::string unit;
    Date date{};
    std::string from_time, to_time;            // "08:00"; may be empty
    std::string place;                         // may be empty
    std::vector<TeamMember> present;           // of the team
    std::vector<std::string> representatives;  // posts of the unit's people
    std::vector<CheckedItem> items;
    std::vector<SampledDossier> sampled;
    std::vector<std::string> opinions;  // of the unit (ý kiến của đơn vị)
    std::string source;
    std::vector<InspectionProblem> problems;

    // A unit of the plan gets the plan's spelling. Throws json_syntax, json_schema where there is no unit, no date or no
    // format. An unknown item, one judged twice, a bad sampled dossier or one sampled twice, a time that is none or ends
    // before it begins: listed in `problems`, and not in `items` or `sampled`. A dossier is given by the canonical columns
    // (Mapping::canonical_columns()) with the texts that CSV takes, and "recorded" by the name of an outcome.
    static Visit from_json(std::string_view text, std::string_view source, const InspectionPlan& plan);
    std::string to_json() const;
};

// Judges the sampled dossiers as of the day of the visit, in their order. Throws outside_coverage where the
// calendar does not have the day of the visit; a dossier that needs another day it lacks is excluded.
std::vector<SampledOutcome> judge(const Visit& visit, const OutcomePolicy& policy, const Calendar& calendar,
                                  const RuleSet& rules);

}  // namespace cchc
