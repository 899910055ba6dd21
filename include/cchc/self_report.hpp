// Self-reports (báo cáo tự kiểm tra): the figures of one unit by the ids of the outline, checked all at once.
// Thread safety: values; const calls may run beside each other.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cchc/decimal.hpp"
#include "cchc/facts.hpp"
#include "cchc/outline.hpp"
#include "cchc/plan.hpp"

namespace cchc {

// Something that is wrong in what was handed in. Nothing is dropped for it: the rest stands, and the problem is listed.
struct InspectionProblem {
    std::string code;     // "unknown_figure", "wrong_type", "part_above_whole", "negative", "missing_figure", "not_asked",
                          // "outside_period", "before_plan", "unknown_unit", "second_report", "unknown_item",
                          // "unknown_finding", "missing_finding", "outcome_differs", "figure_differs", "unreadable", …
    bool error = true;    // else a warning: worth a question, no mistake by itself
    std::string unit;     // may be empty
    std::string figure;   // id of the outline, the checklist or a finding; may be empty
    std::string source;   // file
    std::string pointer;  // JSON pointer in it; may be empty
    LocalText message;    // what was expected and what was found
};

// What a unit counts of its dossiers; early, on time and overdue lie beside each other here, however the outline shows them.
struct DossierFigure {
    std::uint64_t received = 0, early = 0, on_time = 0, overdue = 0;
    std::uint64_t resolved() const noexcept { return early + on_time + overdue; }
    friend bool operator==(const DossierFigure&, const DossierFigure&) = default;
};

struct IndexValue {
    std::string name;
    int year = 0;
    std::optional<Decimal> value;
    std::optional<int> rank;
};

// One answer. Which members count depends on the figure's type.
struct FigureValue {
    FigureType type = FigureType::text;
    std::string text;  // text; choice: the id of the kind
    bool yes = false;  // yes_no
    Decimal number;    // count, rate, money; pair: the part; breakdown: the total
    Decimal whole;     // pair
    std::optional<Date> date;
    std::vector<LegalDocument> documents;                          // documents; yes_no: the proof
    std::vector<std::pair<std::string, std::uint64_t>> breakdown;  // by id of the kind, in the outline's order
    DossierFigure dossiers;
    std::vector<IndexValue> indices;
    std::vector<std::string> evidence;  // references to files of the unit
    std::string note;
    std::string pointer;  // where it stands in the report
};

// A self-report (format cchc.self-report/1).
struct SelfReport {
    std::string unit;
    Date from{}, to{};                                               // the period, half open
    std::optional<Date> sent;                                        // when it was sent
    std::string author;                                              // a post, never a person's name
    std::string source;                                              // the file
    std::map<std::string, FigureValue, std::less<>> figures;         // by id; only those that are right
    std::map<std::string, std::string, std::less<>> not_applicable;  // id and reason
    std::map<std::string, Date, std::less<>> reports_sent;           // periodic reports by ReportDue::id
    std::vector<std::string> proposals;                              // kiến nghị, đề xuất
    std::vector<InspectionProblem> problems;                         // of its figures, in order of the text

    // Reads a report against its outline: all that is wrong with figures is listed in one run and the figures that are right
    // are kept; missing required figures of a unit of this kind (PlanSubject::kind; empty: all are asked) are listed last.
    // Throws json_syntax, or json_schema where there is no unit, no format, no period or no object of figures.
    static SelfReport from_json(std::string_view text, std::string_view source, const Outline& outline,
                                std::string_view kind = {});
    std::string to_json(const Outline& outline) const;
};

// What the figures are as facts (`outline.*`): a count, a rate, an answer, both parts of a pair; a list is its length. The
// notes "not applicable" of figures are not facts: a criterion is not applicable by the plan's authority only. Figures that
// the outline does not have are left out.
Facts facts(const SelfReport& report, const Outline& outline, std::string_view kind = {});

}  // namespace cchc
