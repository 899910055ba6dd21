// A round as JSON (format cchc.inspection-result/1).
#include "cchc/inspection.hpp"
#include "inspection/json_parts.hpp"
#include "json/writer.hpp"

namespace cchc {
namespace {

void lateness_member(json::Writer& w, const Lateness& l) {
    w.object().member("state", to_string(l.state));
    if (l.working_days > 0) w.member("working_days", l.working_days);
    w.end();
}

void problem_list(json::Writer& w, std::span<const InspectionProblem> problems) {
    w.key("problems").array();
    for (const InspectionProblem& p : problems) {
        w.object().member("code", p.code).member("severity", p.error ? "error" : "warning");
        inspection::write_text(w, "unit", p.unit);
        inspection::write_text(w, "figure", p.figure);
        inspection::write_text(w, "source", p.source);
        inspection::write_text(w, "pointer", p.pointer);
        inspection::write(w, "message", p.message);
        w.end();
    }
    w.end();
}

void count_member(json::Writer& w, const RemedyCount& c) {
    w.object();
    inspection::write_text(w, "unit", c.unit);
    inspection::write_text(w, "origin", c.origin);
    w.member("raised", c.raised).member("handled", c.handled).member("late", c.late).member("open", c.open);
    w.member("overdue", c.overdue).end();
}

void checks(json::Writer& w, const UnitResult& unit) {
    w.key("checks").object().member("met", unit.met).member("partly", unit.partly).member("not_met", unit.not_met);
    w.member("not_applicable", unit.not_applicable).member("not_judged", unit.not_judged).end();
    w.key("sampled").object().member("dossiers", unit.sampled).member("differing", unit.differing).end();
}

void unit_member(json::Writer& w, const Inspection& round, const InspectionResult& result, const UnitResult& unit) {
    w.object().member("unit", unit.unit);
    inspection::write_text(w, "kind", unit.kind);
    w.key("self_report");
    lateness_member(w, unit.self_report);
    w.key("reports").object();
    for (std::size_t i = 0; i < unit.reports_due.size(); ++i) {
        w.key(round.plan().reports[i].id);
        lateness_member(w, unit.reports_due[i]);
    }
    w.end();
    w.member("errors", unit.errors).member("warnings", unit.warnings);
    if (unit.visit) {
        w.member("visit", to_string(result.visits[*unit.visit].date));
        checks(w, unit);
    }
    w.key("remedies");
    count_member(w, unit.remedies);
    if (unit.dossiers) {
        const DossierFigure& d = *unit.dossiers;
        w.key("dossiers").object().member("received", d.received).member("early", d.early).member("on_time", d.on_time);
        w.member("overdue", d.overdue).end();
    }
    if (unit.score && round.criteria()) w.key("score").document(unit.score->to_json(*round.criteria()));
    w.end();
}

void remedy_list(json::Writer& w, const InspectionResult& result) {
    w.key("remedies").array();
    for (const RemedyRow& row : result.remedies) {
        const Finding& finding = result.findings.findings[row.finding];
        w.object().member("finding", finding.id).member("unit", finding.unit).member("kind", to_string(finding.kind));
        w.member("state", to_string(row.state));
        inspection::write(w, "due", row.due);
        inspection::write(w, "done", row.done);
        if (row.working_days_late > 0) w.member("working_days_late", row.working_days_late);
        w.end();
    }
    w.end();
    w.key("remedy_counts").array();
    for (const RemedyCount& count : result.remedy_counts) count_member(w, count);
    w.end();
}

void task_list(json::Writer& w, const Inspection& round, const InspectionResult& result) {
    w.key("tasks").array();
    for (std::size_t i = 0; i < result.tasks.size(); ++i) {
        w.object().member("id", round.plan().tasks[i].id).key("due");
        lateness_member(w, result.tasks[i]);
        w.end();
    }
    w.end();
}

// A visit as it was handed in, and what the library makes of the dossiers that were looked at.
void visit_list(json::Writer& w, const InspectionResult& result) {
    w.key("visits").array();
    for (std::size_t i = 0; i < result.visits.size(); ++i) {
        const Visit& visit = result.visits[i];
        w.object().key("visit").document(visit.to_json());
        w.key("outcomes").array();
        for (std::size_t k = 0; k < visit.sampled.size(); ++k) {
            const SampledOutcome& outcome = result.sampled[i][k];
            if (outcome.why == LocalText{}) continue;  // the calendar does not have its days: a problem says so
            w.object().member("dossier", visit.sampled[k].dossier.id).member("computed", to_string(outcome.computed));
            w.member("differs", outcome.differs);
            inspection::write(w, "why", outcome.why);
            w.end();
        }
        w.end().end();
    }
    w.end();
}

std::vector<Scorecard> cards_of(const InspectionResult& result) {
    std::vector<Scorecard> cards;
    for (const UnitResult& unit : result.units)
        if (unit.score) cards.push_back(*unit.score);
    return cards;
}

}  // namespace

std::string to_json(std::span<const InspectionProblem> problems) {
    json::Writer w;
    w.object().member("format", "cchc.inspection-problems/1");
    problem_list(w, problems);
    w.end();
    return w.take();
}

std::string to_json(const Inspection& round, const InspectionResult& result) {
    json::Writer w;
    w.object().member("format", "cchc.inspection-result/1").member("plan", round.plan().id);
    w.member("plan_version", round.plan().version).member("synthetic", round.plan().synthetic);
    w.member("as_of", to_string(result.as_of)).member("calendar", round.calendar().id());
    w.member("calendar_version", round.calendar().version()).member("policy", round.policy().id);
    w.key("units").array();
    for (const UnitResult& unit : result.units) unit_member(w, round, result, unit);
    w.end();
    task_list(w, round, result);
    w.key("self_reports").array();
    for (const SelfReport& report : result.self_reports) w.document(report.to_json(round.outline()));
    w.end();
    visit_list(w, result);
    w.key("findings").document(result.findings.to_json());
    remedy_list(w, result);
    w.key("outline").document(result.consolidation.to_json(round.outline()));
    if (round.criteria() && !result.ranking.empty())
        w.key("ranking").document(ranking_to_json(*round.criteria(), cards_of(result), result.ranking));
    w.key("facts").array();
    for (const Facts& facts : result.facts) w.document(facts.to_json());
    w.end();
    problem_list(w, result.problems);
    w.end();
    return w.take();
}

}  // namespace cchc
