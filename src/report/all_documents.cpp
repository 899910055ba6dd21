// All documents of a round.
#include <algorithm>

#include "report/round.hpp"
#include "report/score_parts.hpp"
#include "report/statistics_parts.hpp"

namespace cchc::report::docs {
namespace {

// What a document built without a round takes from it.
Document dressed(Document document, const Round& round) {
    document.synthetic = round.plan().synthetic;
    Builder b = round.builder(document.kind, document.name, document.head.date);
    document.addressees = b.document().addressees;
    round.sign(b);
    document.signatures = b.document().signatures;
    return document;
}

void add_whole_round(std::vector<Document>& out, const Round& round, const SensitivityResult* draws) {
    const InspectionResult& result = round.result;
    const Head head = round.head(result.as_of);
    out.push_back(summary_document(round, draws));
    const auto& criteria = round.inspection.criteria();
    if (criteria && !result.ranking.empty())
        out.push_back(dressed(ranking_document(*criteria, round.cards(), result.ranking, draws, head, round.lang), round));
    const bool behind = std::any_of(result.units.begin(), result.units.end(), [](const UnitResult& unit) {
        return is_behind(unit.self_report) || std::any_of(unit.reports_due.begin(), unit.reports_due.end(), is_behind);
    });
    if (behind) out.push_back(late_document(round));
    if (!result.remedies.empty()) out.push_back(remedies_document(round));
    if (!round.inspection.statistics()) return;
    const StatisticsResult statistics = in_order_of_plan(*round.inspection.statistics(), round.plan());
    if (const auto agency = grouping_by(statistics, Dimension::agency))
        out.push_back(dressed(form_ii06a(statistics, *agency, head, round.lang), round));
}

const Facts* facts_of(const Round& round, std::size_t unit) {
    const auto& all = round.result.facts;
    return unit < all.size() && all[unit].unit == round.result.units[unit].unit ? &all[unit] : nullptr;
}

void add_unit_documents(std::vector<Document>& out, const Round& round, std::size_t index) {
    const UnitResult& unit = round.result.units[index];
    for (std::size_t v = 0; v < round.result.visits.size(); ++v)
        if (round.result.visits[v].unit == unit.unit) out.push_back(minutes_document(round, v));
    if (unit.visit || round.conclusion_of(unit.unit) != nullptr) out.push_back(conclusion_document(round, index));
    const auto& criteria = round.inspection.criteria();
    if (!criteria || !unit.score) return;
    const std::string name = pick(round.lang, "phieu-diem-", "scorecard-") + round.unit_names[index];
    const SelfReport* report = round.report_of(unit);
    const TraceSource from{facts_of(round, index), report != nullptr ? report->source : std::string(),
                           &round.inspection.outline()};
    out.push_back(
        dressed(scorecard_document(*criteria, *unit.score, from, round.head(round.result.as_of), name, round.lang), round));
}

}  // namespace
}  // namespace cchc::report::docs

namespace cchc::report {

std::vector<Document> all_documents(const Inspection& inspection, const InspectionResult& result, Lang lang,
                                    const SensitivityResult* draws) {
    const docs::Round round(inspection, result, lang);
    const std::optional<SensitivityResult> own = draws == nullptr ? docs::ranking_draws(round) : std::nullopt;
    std::vector<Document> out;
    docs::add_whole_round(out, round, own ? &*own : draws);
    for (std::size_t i = 0; i < result.units.size(); ++i) docs::add_unit_documents(out, round, i);
    return out;
}

}  // namespace cchc::report
