// Findings of inspections, the conclusions (kết luận) that ask for their remedy, and what became of them, over years.
// Thread safety: values; const calls may run beside each other. add() and link() change their object: one thread at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/plan.hpp"
#include "cchc/self_report.hpp"

namespace cchc {

enum class FindingKind : std::uint8_t { shortcoming, difficulty, good_model };  // tồn tại, khó khăn, mô hình hay
std::string_view to_string(FindingKind kind) noexcept;
std::string to_text(FindingKind kind, Lang lang);

struct Finding {
    std::string id;  // unique over all files: "2019-03"
    std::string unit;
    FindingKind kind = FindingKind::shortcoming;
    std::string item;       // of the checklist; may be empty
    std::string criterion;  // of the criteria set; may be empty
    std::string text;       // in the language of the file
    std::vector<std::string> evidence;
    std::string responsible;  // a post or body, never a person's name
    std::string origin;       // where it was raised: "inspection-2019", "self-inspection", "audit"
    Date raised{};
    std::string source, pointer;
};

// A finding that a conclusion asks to be fixed.
struct RequiredFix {
    std::string finding;
    std::optional<Date> due;  // the last day in time; "working_days" of the file count from the day of the conclusion
};

struct Conclusion {
    std::string unit;
    LegalDocument document;  // number and date
    std::string summary;
    std::vector<RequiredFix> fixes;
    std::vector<std::string> praise;
    std::string source, pointer;
};

struct Remedy {
    std::string finding;
    std::string measure;
    std::vector<std::string> evidence;
    Date done{};
    std::string source, pointer;
};

// Findings, conclusions and remedies of any number of years (format cchc.findings/1).
struct Findings {
    std::vector<Finding> findings;
    std::vector<Conclusion> conclusions;
    std::vector<Remedy> remedies;
    std::vector<InspectionProblem> problems;

    // Throws json_syntax, json_schema with a pointer; outside_coverage where working days lead beyond the calendar.
    static Findings from_json(std::string_view text, std::string_view source, const Calendar& calendar);
    // Adds another file. Two findings of one id, a fix or remedy of a finding that is in no file, a remedy before its
    // finding and a fix of a good model are problems; call link() once after the last file.
    void add(const Findings& other);
    void link();
    std::string to_json() const;
};

enum class RemedyState : std::uint8_t { not_required, open, fixed_in_time, fixed_late, overdue };
std::string_view to_string(RemedyState state) noexcept;
std::string to_text(RemedyState state, Lang lang);

// What became of one finding that somebody has to fix (shortcomings and difficulties).
struct RemedyRow {
    std::size_t finding = 0;  // index into Findings::findings
    std::optional<Date> due, done;
    RemedyState state = RemedyState::not_required;
    std::int32_t working_days_late = 0;
};
// In the order of the findings; remedies after `as_of` (exclusive) do not count. The latest conclusion that names a finding
// sets its due day; a finding without one is open until it is fixed, then fixed in time.
// Throws outside_coverage where the calendar does not have a due day or `as_of`.
std::vector<RemedyRow> remedy_rows(const Findings& findings, Date as_of, const Calendar& calendar);

// "Raised / handled" (số vấn đề đặt ra / đã xử lý), for one unit and one origin ("" is all).
struct RemedyCount {
    std::string unit, origin;
    std::uint64_t raised = 0, handled = 0, late = 0, open = 0,
                  overdue = 0;  // handled = in time + late; raised = handled + open
                                // + overdue
};
// By unit and origin, then by unit, by origin, and in total, in order of name; only rows raised in [from, to).
// `rows` are what remedy_rows() gave for these findings.
std::vector<RemedyCount> count_remedies(const Findings& findings, std::span<const RemedyRow> rows, Date from, Date to);

}  // namespace cchc
