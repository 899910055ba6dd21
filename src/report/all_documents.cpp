// All documents of a round: which ones there are is known before any is built, so that one of them can be had alone.
#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "report/round.hpp"
#include "report/score_parts.hpp"
#include "report/statistics_parts.hpp"

namespace cchc::report::docs {
namespace {

// The draws of the ranking: the caller's, else made when the first document asks for them.
class Draws {
public:
    explicit Draws(const Round& round, const SensitivityResult* given = nullptr) : round_(round), given_(given) {}

    const SensitivityResult* get() {
        if (given_ != nullptr) return given_;
        if (!made_) {
            result_ = ranking_draws(round_);
            made_ = true;
        }
        return result_ ? &*result_ : nullptr;
    }

private:
    const Round& round_;
    const SensitivityResult* given_;
    std::optional<SensitivityResult> result_;
    bool made_ = false;
};

// A document that there is to write. What it needs outlives it: round and draws.
struct Planned {
    DocumentName name;
    std::function<Document()> write;
};
using Plans = std::vector<Planned>;

void plan(Plans& out, Builder begun, std::function<Document()> write) {
    Document d = begun.take();
    out.push_back({{std::move(d.name), std::move(d.kind), std::move(d.title), std::move(d.subject)}, std::move(write)});
}

// What a document built without a round takes from it.
Document dressed(Document document, const Round& round) {
    document.synthetic = round.plan().synthetic;
    Builder b = round.builder(document.kind, document.name, document.head.date);
    document.addressees = b.document().addressees;
    round.sign(b);
    document.signatures = b.document().signatures;
    return document;
}

bool somebody_behind(const Round& round) {
    return std::any_of(round.result.units.begin(), round.result.units.end(), [](const UnitResult& unit) {
        return is_behind(unit.self_report) || std::any_of(unit.reports_due.begin(), unit.reports_due.end(), is_behind);
    });
}

void plan_ranking(Plans& out, const Round& round, Draws& draws) {
    const auto& criteria = round.inspection.criteria();
    if (!criteria || round.result.ranking.empty()) return;
    const Head head = round.head(round.result.as_of);
    plan(out, begin_ranking(round.result.units.size(), head, round.lang), [&round, &draws, &set = *criteria, head] {
        return dressed(ranking_document(set, round.cards(), round.result.ranking, draws.get(), head, round.lang), round);
    });
}

void plan_form(Plans& out, const Round& round) {
    const auto& statistics = round.inspection.statistics();
    const auto agency = statistics ? grouping_by(*statistics, Dimension::agency) : std::nullopt;
    if (!agency) return;
    const Head head = round.head(round.result.as_of);
    plan(out, begin_form(statistics->query, head, round.lang), [&round, &counted = *statistics, by = *agency, head] {
        return dressed(form_document(in_order_of_plan(counted, round.plan()), by, head, round.lang), round);
    });
}

void plan_whole_round(Plans& out, const Round& round, Draws& draws) {
    plan(out, begin_summary(round), [&round, &draws] { return summary_document(round, draws.get()); });
    plan_ranking(out, round, draws);
    if (somebody_behind(round)) plan(out, begin_late(round), [&round] { return late_document(round); });
    if (!round.result.remedies.empty()) plan(out, begin_remedies(round), [&round] { return remedies_document(round); });
    plan_form(out, round);
}

const Facts* facts_of(const Round& round, std::size_t unit) {
    const auto& all = round.result.facts;
    return unit < all.size() && all[unit].unit == round.result.units[unit].unit ? &all[unit] : nullptr;
}

TraceSource trace_of(const Round& round, std::size_t unit) {
    const SelfReport* report = round.report_of(round.result.units[unit]);
    return {facts_of(round, unit), report != nullptr ? report->source : std::string(), &round.inspection.outline()};
}

void plan_scorecard(Plans& out, const Round& round, std::size_t index) {
    const auto& criteria = round.inspection.criteria();
    const UnitResult& unit = round.result.units[index];
    if (!criteria || !unit.score) return;
    const Head head = round.head(round.result.as_of);
    const std::string name = pick(round.lang, "phieu-diem-", "scorecard-") + round.unit_names[index];
    plan(out, begin_scorecard(unit.score->unit, head, name, round.lang),
         [&round, &set = *criteria, &card = *unit.score, index, head, name] {
             return dressed(scorecard_document(set, card, trace_of(round, index), head, name, round.lang), round);
         });
}

void plan_unit(Plans& out, const Round& round, std::size_t index) {
    const UnitResult& unit = round.result.units[index];
    if (unit.visit)
        plan(out, begin_minutes(round, *unit.visit), [&round, v = *unit.visit] { return minutes_document(round, v); });
    if (unit.visit || round.conclusion_of(unit.unit) != nullptr)
        plan(out, begin_conclusion(round, index), [&round, index] { return conclusion_document(round, index); });
    plan_scorecard(out, round, index);
}

// In the order in which people read them.
Plans planned(const Round& round, Draws& draws) {
    Plans out;
    plan_whole_round(out, round, draws);
    for (std::size_t i = 0; i < round.result.units.size(); ++i) plan_unit(out, round, i);
    return out;
}

}  // namespace
}  // namespace cchc::report::docs

namespace cchc::report {

std::vector<Document> all_documents(const Inspection& inspection, const InspectionResult& result, Lang lang,
                                    const SensitivityResult* draws) {
    const docs::Round round(inspection, result, lang);
    docs::Draws all_draws(round, draws);
    std::vector<Document> out;
    for (const docs::Planned& one : docs::planned(round, all_draws)) out.push_back(one.write());
    return out;
}

std::vector<DocumentName> document_names(const Inspection& inspection, const InspectionResult& result, Lang lang) {
    const docs::Round round(inspection, result, lang);
    docs::Draws draws(round);
    std::vector<DocumentName> out;
    for (docs::Planned& one : docs::planned(round, draws)) out.push_back(std::move(one.name));
    return out;
}

Document document(const Inspection& inspection, const InspectionResult& result, std::string_view name, Lang lang) {
    const docs::Round round(inspection, result, lang);
    docs::Draws draws(round);
    for (const docs::Planned& one : docs::planned(round, draws))
        if (one.name.name == name) return one.write();
    throw Error(ErrorCode::unknown_name, fmt::format("no document \"{}\" in this round", name));
}

}  // namespace cchc::report
