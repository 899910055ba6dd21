// A round as of a date: its parts in order, then the problems of each unit counted.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/vietnamese.hpp"
#include "cchc/error.hpp"
#include "inspection/assembly.hpp"

namespace cchc {
namespace {

void consolidate_round(const Inspection& round, InspectionResult& out) {
    std::vector<ReportingUnit> units;
    for (const UnitResult& unit : out.units)
        units.push_back({unit.unit, unit.kind, unit.report ? &out.self_reports[*unit.report] : nullptr});
    out.consolidation = consolidate(round.outline(), units);
}

void gather_problems(const std::vector<InspectionProblem>& of_files, InspectionResult& out) {
    std::vector<InspectionProblem> all = of_files;
    const auto add = [&all](const std::vector<InspectionProblem>& more) { all.insert(all.end(), more.begin(), more.end()); };
    for (const SelfReport& report : out.self_reports) add(report.problems);
    for (const Visit& visit : out.visits) add(visit.problems);
    add(out.findings.problems);
    add(out.problems);
    out.problems = std::move(all);
    std::map<std::string_view, UnitResult*> units;
    for (UnitResult& unit : out.units) units.emplace(unit.unit, &unit);
    for (const InspectionProblem& p : out.problems)
        if (const auto unit = units.find(p.unit); unit != units.end())
            ++(p.error ? unit->second->errors : unit->second->warnings);
}

}  // namespace

std::uint64_t InspectionResult::errors() const noexcept {
    return static_cast<std::uint64_t>(
        std::count_if(problems.begin(), problems.end(), [](const InspectionProblem& p) { return p.error; }));
}

const UnitResult* InspectionResult::unit(std::string_view name) const noexcept {
    const auto found =
        std::find_if(units.begin(), units.end(), [&](const UnitResult& u) { return text::same_name(u.unit, name); });
    return found == units.end() ? nullptr : &*found;
}

InspectionResult Inspection::result(std::optional<Date> as_of) const {
    InspectionResult out;
    out.as_of = as_of.value_or(plan_.to);
    if (out.as_of < calendar_.from() || out.as_of > calendar_.to())
        throw Error(ErrorCode::outside_coverage,
                    fmt::format("the as-of day {} is none that the calendar \"{}\" covers: {} to {}", to_string(out.as_of),
                                calendar_.id(), to_string(calendar_.from()), to_string(calendar_.to())),
                    {"as_of", -1, -1, -1, {}});
    if (const Date plan = plan_.document.date.value_or(plan_.from); out.as_of < plan)
        throw Error(ErrorCode::argument_range,
                    fmt::format("the as-of day {} is before the plan of {}: nothing of its inspection can have happened",
                                to_string(out.as_of), to_string(plan)));
    std::vector<inspection::Sheet> sheets;
    for (const Sheet& sheet : sheets_) sheets.push_back({sheet.unit, sheet.text, sheet.source});
    const inspection::Inputs in{*this, facts_, sheets, refused_, unread_reports_};
    out.self_reports = reports_;
    out.visits = visits_;
    out.findings = findings_;
    out.findings.link();
    inspection::keep_before_as_of(out);
    inspection::keep_first_of_unit(out);
    inspection::check_due_days(in, out);
    inspection::check_findings(in, out);
    inspection::check_visits(in, out);
    for (const Visit& visit : out.visits) inspection::judge_samples(visit, policy_, rules_, in, out);
    out.remedies = remedy_rows(out.findings, out.as_of, calendar_);
    out.remedy_counts = count_remedies(out.findings, out.remedies, Date::min(), out.as_of);
    for (std::size_t i = 0; i < plan_.tasks.size(); ++i)
        out.tasks.push_back(
            inspection::lateness_of(plan_.tasks[i].due, plan_.tasks[i].done, fmt::format("/tasks/{}/due", i), in, out));
    inspection::add_units(in, out);
    inspection::check_agencies(in, out);
    inspection::compare_figures(in, out);
    consolidate_round(*this, out);
    inspection::add_facts(in, out);
    inspection::add_scores(in, out);
    gather_problems(problems_, out);
    return out;
}

}  // namespace cchc
