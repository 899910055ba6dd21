// What a unit reports beside what the dossiers and the records of findings say.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>

#include "inspection/assembly.hpp"

namespace cchc::inspection {
namespace {

std::string words(const DossierFigure& d, Lang lang) {
    return lang == Lang::vi
               ? fmt::format("tiếp nhận {}, trước hạn {}, đúng hạn {}, quá hạn {}", d.received, d.early, d.on_time,
                             d.overdue)
               : fmt::format("received {}, early {}, on time {}, overdue {}", d.received, d.early, d.on_time, d.overdue);
}

void compare_dossiers(const SelfReport& report, const Figure& figure, const FigureValue& value, const DossierFigure& counted,
                      Date as_of, InspectionResult& out) {
    if (value.dossiers == counted) return;
    out.problems.push_back(
        problem("figure_differs", false, report.unit, figure.id, report.source, value.pointer,
                {fmt::format("báo cáo: {}; dữ liệu hồ sơ tính đến trước ngày {}: {}", words(value.dossiers, Lang::vi),
                             to_text(as_of, Lang::vi), words(counted, Lang::vi)),
                 fmt::format("reported: {}; the dossiers before {} say: {}", words(value.dossiers, Lang::en),
                             to_string(as_of), words(counted, Lang::en))}));
}

void compare_remedies(const SelfReport& report, const Figure& figure, const FigureValue& value, const RemedyCount& recorded,
                      InspectionResult& out) {
    const Number handled(static_cast<std::int64_t>(recorded.handled)), raised(static_cast<std::int64_t>(recorded.raised));
    if (Number(value.number) == handled && Number(value.whole) == raised) return;
    out.problems.push_back(
        problem("figure_differs", false, report.unit, figure.id, report.source, value.pointer,
                {fmt::format("báo cáo {}/{}; theo dõi kết luận có {}/{}", value.number.to_string(), value.whole.to_string(),
                             recorded.handled, recorded.raised),
                 fmt::format("reported {} of {}; the records of findings say {} of {}", value.number.to_string(),
                             value.whole.to_string(), recorded.handled, recorded.raised)}));
}

// A wrong answer is not replaced: the unit has to mend it.
bool answered_wrongly(const SelfReport& report, const Figure& figure) {
    return std::any_of(report.problems.begin(), report.problems.end(), [&](const InspectionProblem& p) {
        return p.figure == figure.id && p.error && p.code != "missing_figure";
    });
}

// A figure that the unit leaves out and the records know is taken from them.
void fill(SelfReport& report, const Figure& figure, const RemedyCount& recorded) {
    FigureValue value;
    value.type = FigureType::pair;
    value.number = Decimal(static_cast<std::int64_t>(recorded.handled));
    value.whole = Decimal(static_cast<std::int64_t>(recorded.raised));
    value.note = "findings";
    report.figures.emplace(figure.id, std::move(value));
    std::erase_if(report.problems,
                  [&](const InspectionProblem& p) { return p.code == "missing_figure" && p.figure == figure.id; });
}

// "" is the row of all origins.
bool is_meant(const Figure& figure, std::string_view origin) {
    const auto& origins = figure.remedies_origins;
    return origins.empty() ? origin.empty() : std::find(origins.begin(), origins.end(), origin) != origins.end();
}

// "Handled of raised" of each unit as the records have it; counted once for each day from which a figure asks for it.
class RecordedRemedies {
public:
    explicit RecordedRemedies(const InspectionResult& out) : out_(out) {}

    // None where the figure does not ask for it, or nothing is recorded of anybody.
    std::optional<RemedyCount> of(std::string_view unit, const Figure& figure) {
        if (!figure.remedies_since || out_.findings.findings.empty()) return std::nullopt;
        const auto [since, added] = by_day_.try_emplace(*figure.remedies_since);
        if (added)
            for (RemedyCount& count : count_remedies(out_.findings, out_.remedies, since->first, out_.as_of))
                since->second[count.unit].push_back(count);
        RemedyCount sum;
        const auto found = since->second.find(unit);
        if (found == since->second.end()) return sum;
        for (const RemedyCount& count : found->second) {
            if (!is_meant(figure, count.origin)) continue;
            sum.raised += count.raised;
            sum.handled += count.handled;
        }
        return sum;
    }

private:
    const InspectionResult& out_;
    std::map<Date, std::map<std::string, std::vector<RemedyCount>, std::less<>>> by_day_;
};

}  // namespace

void compare_figures(const Inputs& in, InspectionResult& out) {
    RecordedRemedies records(out);
    for (UnitResult& unit : out.units) {
        if (!unit.report) continue;
        SelfReport& report = out.self_reports[*unit.report];
        for (const Figure& figure : in.round.outline().figures) {
            const auto value = report.figures.find(figure.id);
            if (figure.type == FigureType::dossiers && unit.dossiers && value != report.figures.end())
                compare_dossiers(report, figure, value->second, *unit.dossiers,
                                 in.round.statistics()->query.effective_as_of(), out);
            const auto recorded = records.of(unit.unit, figure);
            if (!recorded) continue;
            if (value != report.figures.end()) {
                compare_remedies(report, figure, value->second, *recorded, out);
            } else if (recorded->raised > 0 && !report.not_applicable.contains(figure.id) &&
                       !answered_wrongly(report, figure)) {
                fill(report, figure, *recorded);
            }
        }
    }
}

}  // namespace cchc::inspection
