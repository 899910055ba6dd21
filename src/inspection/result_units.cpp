// What was due from each unit, what came, and what the team saw there.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "inspection/asked.hpp"
#include "inspection/assembly.hpp"

namespace cchc::inspection {
namespace {

template <class Part>
std::map<std::string_view, std::size_t> first_by_unit(const std::vector<Part>& parts) {
    std::map<std::string_view, std::size_t> out;
    for (std::size_t i = 0; i < parts.size(); ++i) out.emplace(parts[i].unit, i);
    return out;
}

// What a unit is looked up in: a round may have a thousand units and ten times as many findings.
struct ByUnit {
    std::map<std::string_view, std::size_t> reports, visits;
    std::map<std::string_view, const RemedyCount*> remedies;
    std::map<std::string_view, const GroupRow*> dossiers;
    std::set<std::pair<std::string_view, std::string_view>> faults;  // unit and check of each finding of this round to fix

    ByUnit(const Inputs& in, const InspectionResult& out)
        : reports(first_by_unit(out.self_reports)), visits(first_by_unit(out.visits)) {
        for (const RemedyCount& count : out.remedy_counts)
            if (count.origin.empty()) remedies.emplace(count.unit, &count);
        for (const Finding& f : out.findings.findings)
            if (f.kind != FindingKind::good_model && f.raised >= in.round.plan().from) faults.emplace(f.unit, f.item);
        if (!in.round.statistics()) return;
        for (const GroupResult& group : in.round.statistics()->groups)
            if (group.grouping == Grouping{Dimension::agency})
                for (const GroupRow& row : group.rows) dossiers.emplace(row.key.front(), &row);
    }
};

std::optional<std::size_t> index_in(const std::map<std::string_view, std::size_t>& by_unit, std::string_view unit) {
    const auto found = by_unit.find(unit);
    return found != by_unit.end() ? std::optional(found->second) : std::nullopt;
}

void add_report(const Inputs& in, const PlanSubject& subject, UnitResult& unit, InspectionResult& out) {
    const InspectionPlan& plan = in.round.plan();
    const SelfReport* report = unit.report ? &out.self_reports[*unit.report] : nullptr;
    unit.self_report = lateness_of(plan.self_report_due, report ? report->sent : std::nullopt, "/self_report_due", in, out);
    if (report && !report->sent) {
        unit.self_report = {DueState::unknown, 0};
        out.problems.push_back(problem("no_date", true, subject.unit, {}, report->source, "/sent",
                                       {"báo cáo không có ngày gửi nên không xác định được đúng hạn hay trễ hạn",
                                        "the report has no day of sending, so nobody can say whether it is in time"}));
    }
    // It may be the one that came and does not count, or that nobody can read.
    const bool came = in.refused.contains(subject.unit) || in.unread > 0;
    if (!report && came && unit.self_report.state == DueState::missing) unit.self_report = {DueState::unknown, 0};
    for (std::size_t i = 0; i < plan.reports.size(); ++i) {
        const ReportDue& due = plan.reports[i];
        // The days of periodic reports are known from the self-report only.
        if (!report) {
            unit.reports_due.push_back({due.due < out.as_of ? DueState::unknown : DueState::waiting, 0});
            continue;
        }
        std::optional<Date> sent;
        if (const auto found = report->reports_sent.find(due.id); found != report->reports_sent.end()) sent = found->second;
        unit.reports_due.push_back(lateness_of(due.due, sent, fmt::format("/reports/{}/due", i), in, out));
        if (sent && *sent < due.from)
            out.problems.push_back(problem(
                "outside_period", true, subject.unit, due.id, report->source, fmt::format("/reports_sent/{}", due.id),
                {fmt::format("báo cáo gửi ngày {}, trước khi kỳ báo cáo bắt đầu ({})", to_text(*sent, Lang::vi),
                             to_text(due.from, Lang::vi)),
                 fmt::format("sent on {}, before its period begins ({})", to_string(*sent), to_string(due.from))}));
    }
    if (!report) return;
    for (const auto& [id, sent] : report->reports_sent)
        if (std::none_of(plan.reports.begin(), plan.reports.end(), [&id = id](const ReportDue& d) { return d.id == id; }))
            out.problems.push_back(problem("unknown_report", true, subject.unit, id, report->source,
                                           fmt::format("/reports_sent/{}", id),
                                           {fmt::format("kế hoạch không có báo cáo định kỳ \"{}\"", id),
                                            fmt::format("the plan asks for no report \"{}\"", id)}));
}

void count_item(CheckResult result, UnitResult& unit) {
    switch (result) {
        case CheckResult::met: ++unit.met; break;
        case CheckResult::partly: ++unit.partly; break;
        case CheckResult::not_met: ++unit.not_met; break;
        case CheckResult::not_applicable: ++unit.not_applicable; break;
        case CheckResult::not_judged: ++unit.not_judged; break;
    }
}

// Every check that is not met has a finding of this round.
void need_finding(const ByUnit& by_unit, const Visit& visit, const CheckedItem& item, InspectionResult& out) {
    if (by_unit.faults.contains({visit.unit, item.item})) return;
    out.problems.push_back(problem("missing_finding", true, visit.unit, item.item, visit.source, item.pointer,
                                   {"nội dung chưa đạt nhưng chưa có tồn tại, hạn chế nào được ghi nhận",
                                    "the check is not met, and no finding says what is wrong"}));
}

void add_visit_of(const Inputs& in, const PlanSubject& subject, const ByUnit& by_unit, UnitResult& unit,
                  InspectionResult& out) {
    if (!unit.visit) return;
    const Visit& visit = out.visits[*unit.visit];
    for (const ChecklistItem& item : in.round.plan().checklist) {
        if (!asked_of_kind(item.of, subject.kind)) continue;
        const auto found =
            std::find_if(visit.items.begin(), visit.items.end(), [&](const auto& i) { return i.item == item.id; });
        count_item(found == visit.items.end() ? CheckResult::not_judged : found->result, unit);
        if (found != visit.items.end() && found->result == CheckResult::not_met) need_finding(by_unit, visit, *found, out);
    }
    const std::vector<SampledOutcome>& outcomes = out.sampled[*unit.visit];
    unit.sampled = outcomes.size();
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        if (!outcomes[i].differs) continue;
        ++unit.differing;
        const SampledDossier& sampled = visit.sampled[i];
        out.problems.push_back(
            problem("outcome_differs", false, visit.unit, sampled.dossier.id, visit.source, sampled.pointer,
                    {fmt::format("sổ ghi \"{}\", tính lại là \"{}\": {}", to_text(*sampled.recorded, Lang::vi),
                                 to_text(outcomes[i].computed, Lang::vi), outcomes[i].why.vi),
                     fmt::format("recorded as \"{}\", computed as \"{}\": {}", to_text(*sampled.recorded, Lang::en),
                                 to_text(outcomes[i].computed, Lang::en), outcomes[i].why.en)}));
    }
}

RemedyCount remedies_of(const ByUnit& by_unit, const std::string& unit) {
    if (const auto found = by_unit.remedies.find(unit); found != by_unit.remedies.end()) return *found->second;
    RemedyCount none;
    none.unit = unit;
    return none;
}

std::optional<DossierFigure> dossiers_of(const ByUnit& by_unit, std::string_view unit) {
    const auto found = by_unit.dossiers.find(unit);
    if (found == by_unit.dossiers.end()) return std::nullopt;
    const auto& counts = found->second->counts;
    return DossierFigure{counts.received_total(), counts.early.count, counts.on_time.count, counts.overdue.count};
}

}  // namespace

void add_units(const Inputs& in, InspectionResult& out) {
    const ByUnit by_unit(in, out);
    for (const PlanSubject& subject : in.round.plan().subjects) {
        UnitResult unit;
        unit.unit = subject.unit;
        unit.kind = subject.kind;
        unit.report = index_in(by_unit.reports, subject.unit);
        unit.visit = index_in(by_unit.visits, subject.unit);
        unit.remedies = remedies_of(by_unit, subject.unit);
        unit.dossiers = dossiers_of(by_unit, subject.unit);
        add_report(in, subject, unit, out);
        add_visit_of(in, subject, by_unit, unit, out);
        out.units.push_back(std::move(unit));
    }
    const bool unknown = std::any_of(out.units.begin(), out.units.end(), [](const UnitResult& u) { return !u.report; });
    if (in.unread > 0 && unknown)
        out.problems.push_back(problem(
            "unknown_sender", false, {}, {}, {}, {},
            {fmt::format(
                 "có {} tệp báo cáo tự kiểm tra không đọc được và không rõ của đơn vị nào, nên không đơn vị nào bị coi "
                 "là chưa gửi báo cáo",
                 in.unread),
             fmt::format("self-reports that cannot be read and name no unit: {}; so no unit is called missing",
                         in.unread)}));
}

}  // namespace cchc::inspection
