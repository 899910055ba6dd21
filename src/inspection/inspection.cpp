// What a round takes in: each file by itself, so that one that cannot be read stops no other.
#include "cchc/inspection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cchc/error.hpp"
#include "inspection/assembly.hpp"
#include "inspection/problem.hpp"
#include "inspection/report_reader.hpp"
#include "inspection/unit_names.hpp"
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

InspectionProblem unknown_unit(const InspectionPlan& plan, std::string_view unit, std::string_view source) {
    return about("unknown_unit", unit, source, inspection::unknown_unit_words(plan, unit));
}

// Says why a report is not one of this round; none: it is.
Refusal foreign(const InspectionPlan& plan, const SelfReport& r) {
    if (plan.subject(r.unit) == nullptr) return unknown_unit(plan, r.unit, r.source);
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

// Says why a visit is not one of this round; none: it is.
Refusal foreign(const InspectionPlan& plan, const Visit& v) {
    if (plan.subject(v.unit) == nullptr) return unknown_unit(plan, v.unit, v.source);
    const Date first = std::max(plan.from, plan.document.date.value_or(plan.from));
    if (v.date >= first) return std::nullopt;
    InspectionProblem p = about("before_plan", v.unit, v.source,
                                {fmt::format("kiểm tra ngày {}, trước ngày {} mà kế hoạch bắt đầu; không được tính",
                                             to_text(v.date, Lang::vi), to_text(first, Lang::vi)),
                                 fmt::format("the visit was on {}, before {}, when the plan begins; it does not count",
                                             to_string(v.date), to_string(first))});
    p.pointer = "/date";
    return p;
}

// The unit that a self-report is of, as far as its content, the unit that it nearly names or the name of its file tells.
std::string sender_of(const InspectionPlan& plan, std::string_view unit, std::string_view source) {
    if (const PlanSubject* subject = plan.subject(unit)) return subject->unit;
    if (const auto near = inspection::near_units(plan, unit); near.size() == 1) return near.front();
    const PlanSubject* subject = inspection::unit_of_file(plan, source);
    return subject != nullptr ? subject->unit : std::string();
}

// What a document that is no good report calls its unit.
std::string_view unit_in(const json::Value& document) {
    for (const json::Member& member : document.members)
        if (member.name == "unit" && member.value.kind == json::Value::Kind::string) return member.value.text;
    return {};
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
        throw Error(ErrorCode::outside_coverage,
                    fmt::format("the plan inspects {} to {}; the calendar \"{}\" covers {} to {}", to_string(plan_.from),
                                to_string(plan_.to), calendar_.id(), to_string(calendar_.from()), to_string(calendar_.to())),
                    {"plan", -1, -1, -1, "/period"});
}

bool Inspection::add_self_report(std::string_view text, std::string_view source) {
    std::string unit;
    try {
        const json::Value document = json::parse(text, source);
        unit = unit_in(document);
        SelfReport report = inspection::read_self_report(document, source, outline_, &plan_, {});
        auto refusal = foreign(plan_, report);
        if (!refusal) {
            const bool first = of_unit(reports_, report.unit) == nullptr;
            reports_.push_back(std::move(report));
            return first;
        }
        if (std::string sender = sender_of(plan_, unit, source); !sender.empty()) refused_.insert(std::move(sender));
        problems_.push_back(std::move(*refusal));
    } catch (const Error& error) {
        InspectionProblem problem = unreadable(error, source);
        problem.unit = sender_of(plan_, unit, source);
        add_unread_report(std::move(problem));
    }
    return false;
}

void Inspection::add_unread_report(InspectionProblem problem) {
    if (problem.unit.empty()) problem.unit = sender_of(plan_, {}, problem.source);
    if (problem.unit.empty()) {
        ++unread_reports_;
    } else {
        refused_.insert(problem.unit);
    }
    problems_.push_back(std::move(problem));
}

bool Inspection::add_visit(std::string_view text, std::string_view source) {
    bool first = true;
    const bool read = take(problems_, source, [&]() -> Refusal {
        Visit visit = Visit::from_json(text, source, plan_);
        if (auto refusal = foreign(plan_, visit)) return refusal;
        first = of_unit(visits_, visit.unit) == nullptr;
        visits_.push_back(std::move(visit));
        return std::nullopt;
    });
    return read && first;
}

bool Inspection::add_findings(std::string_view text, std::string_view source) {
    return take(problems_, source, [&]() -> Refusal {
        Findings read = Findings::from_json(text, source, calendar_);
        for (Finding& finding : read.findings) finding.unit = inspection::plan_name(plan_, finding.unit);
        for (Conclusion& conclusion : read.conclusions) conclusion.unit = inspection::plan_name(plan_, conclusion.unit);
        for (InspectionProblem& problem : read.problems) problem.unit = inspection::plan_name(plan_, problem.unit);
        findings_.add(read);
        return std::nullopt;
    });
}

bool Inspection::add_facts(std::string_view text, std::string_view source) {
    return take(problems_, source, [&]() -> Refusal {
        Facts facts = Facts::from_json(text, source);
        const PlanSubject* subject = plan_.subject(facts.unit);
        if (subject == nullptr) return unknown_unit(plan_, facts.unit, source);
        facts.unit = subject->unit;
        facts_.push_back(std::move(facts));
        return std::nullopt;
    });
}

bool Inspection::add_scores(std::string_view text, std::string_view source) {
    return take(problems_, source, [&]() -> Refusal {
        // Read as a whole in result(): what a sheet may say depends on what the facts give.
        const json::Value value = json::parse(text, source);
        const std::string unit = inspection::plan_name(plan_, json::Object(json::Node(value, source)).at("unit").string());
        if (plan_.subject(unit) == nullptr) return unknown_unit(plan_, unit, source);
        if (!criteria_)
            return about("no_criteria", unit, source,
                         {"kế hoạch không có bộ tiêu chí nên phiếu chấm điểm không được dùng",
                          "the plan names no criteria set, so the score sheet is not used"});
        if (const Sheet* first = of_unit(sheets_, unit))
            return about("second_sheet", unit, source,
                         {fmt::format("phiếu chấm điểm thứ hai của đơn vị; bản trong \"{}\" được tính", first->source),
                          fmt::format("a second sheet of the unit; the one in \"{}\" counts", first->source)});
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
    if (statistics.query.policy.id != policy_.id)
        throw Error(ErrorCode::argument_range,
                    fmt::format("expected statistics under the policy \"{}\" of the round; these are under \"{}\"",
                                policy_.id, statistics.query.policy.id));
    inspection::use_plan_names(statistics, plan_);
    statistics_ = std::move(statistics);
}

}  // namespace cchc
