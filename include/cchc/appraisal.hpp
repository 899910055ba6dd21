// Appraisal (thẩm định): the scores that people give in rounds: self-score (tự chấm), first appraisal, explanation (giải
// trình) by the unit, second appraisal; with deadlines on the working calendar and rounds that lock.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/calendar.hpp"
#include "cchc/criteria.hpp"
#include "cchc/scoring.hpp"

namespace cchc {

enum class AppraisalRound : std::uint8_t { self, appraisal, explanation, second_appraisal };
inline constexpr std::size_t appraisal_rounds = 4;
std::string_view to_string(AppraisalRound round) noexcept;

// When a round ends.
struct RoundState {
    std::optional<Date> due;  // the last day; none: no deadline
    bool locked = false;      // takes no more entries
};

// What a unit says of a leaf between the two appraisals.
struct UnitExplanation {
    std::string criterion;
    std::string author, reason;
    std::vector<std::string> evidence;
    Moment at;
};

// The sheet of one unit (format cchc.appraisal/1, see capi/doc/criteria.md). What is refused is named with its JSON pointer
// and is not in `scores`; the rest stands.
struct Appraisal {
    std::string unit, set, version;
    std::array<RoundState, appraisal_rounds> rounds;
    ScoreSheet scores;
    std::vector<UnitExplanation> explanations;
    std::vector<CheckFinding> refused;  // code: unknown_criterion, points_range, step, duplicate, late, locked, reason,
                                        // evidence, not_self_scored, no_date, order
    // The rest of the file is good, so it is read; throws json_syntax, json_schema with a pointer (unknown key, wrong type,
    // a set or version that is not this one), outside_coverage for a deadline beyond the calendar.
    //
    // Rules: one entry of a leaf in a round. A round that is locked, or whose due day is over, refuses. A deadline in
    // working days counts from the due day of the round before. Leaves of a survey and of the leader's assessment take no
    // self-score. A self-score where evidence is required names evidence, or a reason that says how the points were reached.
    // An appraised score that is not the self-score (or, without one, not what is computed: `computed`, from score() before)
    // needs a reason; a second appraisal that changes the first needs one too, and so does every explanation. The
    // explanation round gives no points.
    static Appraisal from_json(std::string_view text, std::string_view source, const CriteriaSet& criteria,
                               const Calendar& calendar, const Scorecard* computed = nullptr);
};

// The sheet of a unit for its facts: an appraisal is compared with what the rules compute. Throws as Appraisal::from_json()
// and score(), and incompatible where the sheet is of another unit than the facts.
Appraisal read_appraisal(const CriteriaSet& criteria, const Facts& facts, std::string_view sheet_json,
                         std::string_view source, const Calendar& calendar);

// What of a sheet is refused, as problems of a scorecard, each with its JSON pointer.
std::vector<std::string> refusals(const Appraisal& sheet);

}  // namespace cchc
