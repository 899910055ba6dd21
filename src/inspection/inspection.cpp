// What a round takes in: each file by itself, so that one that cannot be read stops no other.
#include "cchc/inspection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cchc/error.hpp"
#include "inspection/problem.hpp"
#include "json/value.hpp"

namespace cchc {
namespace {

InspectionProblem unreadable(const Error& error, std::string_view source) {
    const std::string& pointer = error.where().pointer;
    const std::string place =
        error.where().line >= 0 && pointer.empty()
            ? fmt::format(" ({}:{})", error.where().line, std::max<std::int64_t>(error.where().column, 1))
            : std::string();
    return inspection::problem("unreadable", true, {}, {}, source, pointer,
                               {fmt::format("không đọc được: {}{}", error.message(), place),
                                fmt::format("cannot be read: {}{}", error.message(), place)});
}

InspectionProblem about(std::string_view code, std::string_view unit, std::string_view source, LocalText message) {
    return inspection::problem(code, true, unit, {}, source, {}, std::move(message));
}

using Refusal = std::optional<InspectionProblem>;

// Reads one file: what is refused, or cannot be read, is a problem, and the round goes on.
template <class Read>
bool take(std::vector<InspectionProblem>& problems, std::string_view source, Read&& read) {
    try {
        Refusal refusal = read();
        if (!refusal) return true;
        problems.push_back(std::move(*refusal));
    } catch (const Error& error) {
        problems.push_back(unreadable(error, source));
    }
    return false;
}

template <class Part>
const Part* of_unit(const std::vector<Part>& parts, std::string_view unit) {
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& p) { return p.unit == unit; });
    return found == parts.end() ? nullptr : &*found;
}

InspectionProblem unknown_unit(std::string_view unit, std::string_view source) {
    return about("unknown_unit", unit, source,
                 {fmt::format("đơn vị \"{}\" không có trong kế hoạch", unit),
                  fmt::format("the unit \"{}\" is not in the plan", unit)});
}

InspectionProblem second(std::string_view unit, std::string_view source, const LocalText& what, std::string_view first) {
    return about(fmt::format("second_{}", what.en), unit, source,
                 {fmt::format("{} thứ hai của đơn vị; bản trong \"{}\" được tính", what.vi, first),
                  fmt::format("a second {} of the unit; the one in \"{}\" counts", what.en, first)});
}

// Says why a report is not one of this round; none: it is.
Refusal foreign(const InspectionPlan& plan, const SelfReport& r) {
    if (plan.subject(r.unit) == nullptr) return unknown_unit(r.unit, r.source);
    if (r.sent && plan.document.date && *r.sent < *plan.document.date)
        return about("before_plan", r.unit, r.source,
                     {fmt::format("báo cáo gửi ngày {}, trước ngày ban hành kế hoạch {}; không được tính",
                                  to_text(*r.sent, Lang::vi), to_text(*plan.document.date, Lang::vi)),
                      fmt::format("the report was sent on {}, before the plan of {}; it does not count", to_string(*r.sent),
                                  to_string(*plan.document.date))});
    if (r.from != plan.from || r.to != plan.to)
        return about(
            "outside_period", r.unit, r.source,
            {fmt::format("báo cáo của kỳ từ {} đến trước {}, kế hoạch kiểm tra kỳ từ {} đến trước {}; không được tính",
                         to_text(r.from, Lang::vi), to_text(r.to, Lang::vi), to_text(plan.from, Lang::vi),
                         to_text(plan.to, Lang::vi)),
             fmt::format("the report is about {} to {}, the plan about {} to {}; it does not count", to_string(r.from),
                         to_string(r.to), to_string(plan.from), to_string(plan.to))});
    return std::nullopt;
}

}  // namespace

Inspection::Inspection(InspectionPlan plan, Outline outline, Calendar calendar, std::optional<CriteriaSet> criteria,
                       OutcomePolicy policy, RuleSet rules)
    : plan_(std::move(plan)),
      outline_(std::move(outline)),
      calendar_(std::move(calendar)),
      criteria_(std::move(criteria)),
      policy_(std::move(policy)),
      rules_(std::move(rules)) {
    if (plan_.from < calendar_.from() || plan_.to > calendar_.to())
        throw Error(
            ErrorCode::outside_coverage,
            fmt::format("the plan inspects {} to {}; the calendar \"{}\" covers {} to {}", to_string(plan_.from),
                        to_string(plan_.to), calendar_.id(), to_string(calendar_.from()), to_string(calendar_.to())));
}

bool Inspection::add_self_report(std::string_view text, std::string_view source) {
    return take(problems_, source, [&]() -> Refusal {
        SelfReport report = SelfReport::from_json(text, source, outline_);
        if (const PlanSubject* subject = plan_.subject(report.unit))
            report = SelfReport::from_json(text, source, outline_, subject->kind);
        if (auto refusal = foreign(plan_, report)) {
            refused_.insert(report.unit);
            return refusal;
        }
        if (const SelfReport* first = of_unit(reports_, report.unit))
            return second(report.unit, source, {"báo cáo", "report"}, first->source);
        reports_.push_back(std::move(report));
        return std::nullopt;
    });
}

bool Inspection::add_visit(std::string_view text, std::string_view source) {
    return take(problems_, source, [&]() -> Refusal {
        Visit visit = Visit::from_json(text, source, plan_);
        if (plan_.subject(visit.unit) == nullptr) return unknown_unit(visit.unit, source);
        if (const Visit* first = of_unit(visits_, visit.unit))
            return second(visit.unit, source, {"cuộc kiểm tra", "visit"}, first->source);
        visits_.push_back(std::move(visit));
        return std::nullopt;
    });
}

bool Inspection::add_findings(std::string_view text, std::string_view source) {
    return take(problems_, source, [&]() -> Refusal {
        findings_.add(Findings::from_json(text, source, calendar_));
        return std::nullopt;
    });
}

bool Inspection::add_facts(std::string_view text, std::string_view source) {
    return take(problems_, source, [&]() -> Refusal {
        Facts facts = Facts::from_json(text, source);
        if (plan_.subject(facts.unit) == nullptr) return unknown_unit(facts.unit, source);
        facts_.push_back(std::move(facts));
        return std::nullopt;
    });
}

bool Inspection::add_scores(std::string_view text, std::string_view source) {
    return take(problems_, source, [&]() -> Refusal {
        // Read as a whole in result(): what a sheet may say depends on what the facts give.
        const json::Value value = json::parse(text, source);
        const std::string unit(json::Object(json::Node(value, source)).at("unit").string());
        if (plan_.subject(unit) == nullptr) return unknown_unit(unit, source);
        if (!criteria_)
            return about("no_criteria", unit, source,
                         {"kế hoạch không có bộ tiêu chí nên phiếu chấm điểm không được dùng",
                          "the plan names no criteria set, so the score sheet is not used"});
        if (const Sheet* first = of_unit(sheets_, unit))
            return second(unit, source, {"phiếu chấm điểm", "sheet"}, first->source);
        sheets_.push_back({unit, std::string(text), std::string(source)});
        return std::nullopt;
    });
}

void Inspection::add_problem(InspectionProblem problem) { problems_.push_back(std::move(problem)); }

void Inspection::set_statistics(StatisticsResult statistics) {
    const Grouping agency{Dimension::agency};
    const bool found = std::any_of(statistics.groups.begin(), statistics.groups.end(),
                                   [&](const GroupResult& g) { return g.grouping == agency; });
    if (!found) throw Error(ErrorCode::argument_range, "expected statistics grouped by agency");
    statistics_ = std::move(statistics);
}

}  // namespace cchc
