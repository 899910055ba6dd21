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
    std::string pointer{};    // in the file of the conclusion
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

    // Reads item by item: what is wrong in a finding, a conclusion, a fix of it or a remedy is listed in `problems`, and
    // only that item is left out; a fix whose working days lead beyond the calendar, too. Throws json_syntax; json_schema
    // with a pointer where the text is no object, has no or another format, or one of the three is no list.
    static Findings from_json(std::string_view text, std::string_view source, const Calendar& calendar);
    // Adds another file, with its problems.
    void add(const Findings& other);
    // Once after the last file: two findings of one id, a fix or remedy of a finding that is in no file or is a good model,
    // a fix by the conclusion of another unit, a conclusion or a remedy before its finding, a fix due before its finding
    // or its conclusion, are problems and do not count.
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
// In the order of the findings; remedies after `as_of` (exclusive) do not count, nor do fixes and remedies that link() calls
// wrong. The latest conclusion that names a finding sets its due day; a finding without one is open until it is fixed, then
// fixed in time. Throws outside_coverage where the calendar does not have a due day or `as_of`.
std::vector<RemedyRow> remedy_rows(const Findings& findings, Date as_of, const Calendar& calendar);

// "Raised / handled" (số vấn đề đặt ra / đã xử lý), for one unit and one origin ("" is all).
struct RemedyCount {
    std::string unit, origin;
    // handled = in time + late; raised = handled + open + overdue
    std::uint64_t raised = 0, handled = 0, late = 0, open = 0, overdue = 0;
    void add(RemedyState state) noexcept;  // one finding; what nobody has to fix is not counted
};
// By unit and origin, then by unit, by origin, and in total, in order of name; only rows raised in [from, to).
// `rows` are what remedy_rows() gave for these findings.
std::vector<RemedyCount> count_remedies(const Findings& findings, std::span<const RemedyRow> rows, Date from, Date to);

}  // namespace cchc
