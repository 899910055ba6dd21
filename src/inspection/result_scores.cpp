// The facts of each unit, and what they are worth under the plan's criteria set.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cchc/appraisal.hpp"
#include "inspection/assembly.hpp"
#include "inspection/score_texts.hpp"

namespace cchc::inspection {
namespace {

void merge_into(Facts& facts, const Facts& more, std::string_view unit, InspectionResult& out) {
    try {
        facts.merge(more);
    } catch (const Error& error) {
        out.problems.push_back(problem("incompatible_facts", true, unit, {}, more.source, {},
                                       {fmt::format("không gộp được dữ kiện: {}", error.message()),
                                        fmt::format("the facts cannot be merged: {}", error.message())}));
    }
}

Decimal whole(std::uint64_t count) { return Decimal(static_cast<std::int64_t>(count)); }

// What the team saw and what became of findings: `checks.*`, `remedies.*`.
Facts own_facts(const UnitResult& unit, const InspectionPlan& plan) {
    Facts facts;
    facts.unit = unit.unit;
    facts.from = plan.from;
    facts.to = plan.to;
    facts.source = "inspection";
    if (unit.visit) {
        facts.values["checks.met"] = whole(unit.met);
        facts.values["checks.partly"] = whole(unit.partly);
        facts.values["checks.not_met"] = whole(unit.not_met);
        facts.values["checks.sampled"] = whole(unit.sampled);
        facts.values["checks.sampled_differing"] = whole(unit.differing);
    }
    facts.values["remedies.raised"] = whole(unit.remedies.raised);
    facts.values["remedies.handled"] = whole(unit.remedies.handled);
    facts.values["remedies.late"] = whole(unit.remedies.late);
    facts.values["remedies.overdue"] = whole(unit.remedies.overdue);
    return facts;
}

void report_conflicts(const Facts& facts, InspectionResult& out) {
    for (const FactConflict& conflict : facts.conflicts) {
        std::string sources;
        for (const auto& [source, value] : conflict.values) sources += (sources.empty() ? "" : ", ") + source;
        out.problems.push_back(problem("fact_conflict", true, facts.unit, conflict.name, {}, {},
                                       {fmt::format("dữ kiện {} có giá trị khác nhau trong {}", conflict.name, sources),
                                        fmt::format("the fact {} has different values in {}", conflict.name, sources)}));
    }
}

ScoreSheet sheet_of(const Inputs& in, const Facts& facts, InspectionResult& out) {
    const auto found =
        std::find_if(in.sheets.begin(), in.sheets.end(), [&](const Sheet& s) { return s.unit == facts.unit; });
    if (found == in.sheets.end()) return {};
    try {
        Appraisal appraisal = read_appraisal(*in.round.criteria(), facts, found->text, found->source, in.round.calendar());
        for (const CheckFinding& refused : appraisal.refused)
            out.problems.push_back(problem(fmt::format("sheet_{}", refused.code), true, facts.unit, {}, found->source,
                                           refused.pointer, {refusal_in_vietnamese(refused), refused.message}));
        return std::move(appraisal.scores);
    } catch (const Error& error) {
        out.problems.push_back(problem("unreadable", true, facts.unit, {}, found->source, error.where().pointer,
                                       {fmt::format("phiếu chấm điểm không đọc được: {}", error.message()),
                                        fmt::format("the score sheet cannot be read: {}", error.message())}));
        return {};
    }
}

// What is wrong with a scorecard; that sources differ is said by report_conflicts(), with the sources.
void report_card(const CriteriaSet& criteria, const Scorecard& card, const Facts& facts, InspectionResult& out) {
    const auto is_conflict = [&](const std::string& text) {
        return std::any_of(facts.conflicts.begin(), facts.conflicts.end(), [&](const FactConflict& conflict) {
            return text == fmt::format("fact \"{}\": the sources differ", conflict.name);
        });
    };
    for (const std::string& text : card.problems)
        if (!is_conflict(text))
            out.problems.push_back(problem("score", true, card.unit, {}, criteria.id(), {},
                                           {score_problem_in_vietnamese(criteria, text).value_or(text), text}));
}

}  // namespace

void add_facts(const Inputs& in, InspectionResult& out) {
    const InspectionPlan& plan = in.round.plan();
    std::multimap<std::string_view, const Facts*> further;
    for (const Facts& more : in.facts) further.emplace(more.unit, &more);
    for (const UnitResult& unit : out.units) {
        Facts facts = own_facts(unit, plan);
        const bool kinds = in.round.criteria() && !in.round.criteria()->units().empty();
        if (kinds) facts.kind = unit.kind;
        if (unit.report) {
            Facts outline = cchc::facts(out.self_reports[*unit.report], in.round.outline(), unit.kind);
            outline.kind = facts.kind;
            merge_into(facts, outline, unit.unit, out);
        }
        if (unit.dossiers) {
            Facts dossiers = cchc::facts(*in.round.statistics(), unit.unit);
            dossiers.source = "statistics";
            merge_into(facts, dossiers, unit.unit, out);
        }
        const auto [first, last] = further.equal_range(unit.unit);
        for (auto more = first; more != last; ++more) merge_into(facts, *more->second, unit.unit, out);
        report_conflicts(facts, out);
        out.facts.push_back(std::move(facts));
    }
}

void add_scores(const Inputs& in, InspectionResult& out) {
    const auto& criteria = in.round.criteria();
    if (!criteria || out.units.empty()) return;
    std::vector<ScoreSheet> sheets;
    for (const Facts& facts : out.facts) sheets.push_back(sheet_of(in, facts, out));
    try {
        const std::vector<Scorecard> cards = score_together(*criteria, out.facts, sheets);
        out.ranking = rank(*criteria, cards);
        for (std::size_t i = 0; i < cards.size(); ++i) {
            report_card(*criteria, cards[i], out.facts[i], out);
            out.units[i].score = cards[i];
        }
    } catch (const Error& error) {
        out.problems.push_back(problem("not_scored", true, {}, {}, criteria->id(), {},
                                       {fmt::format("không chấm điểm được: {}", error.message()),
                                        fmt::format("cannot be scored: {}", error.message())}));
    }
}

}  // namespace cchc::inspection
