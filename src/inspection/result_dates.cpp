// What a round knows on its as-of date, and days that the calendar does not have: named, so that the rest goes on.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "cchc/error.hpp"
#include "inspection/assembly.hpp"
#include "inspection/unit_names.hpp"

namespace cchc::inspection {
namespace {

LocalText later_words(Date day, Date as_of) {
    return {fmt::format("ngày {} không trước ngày tính số liệu {}; chưa được tính", to_text(day, Lang::vi),
                        to_text(as_of, Lang::vi)),
            fmt::format("{} is not before the as-of date {}; it does not count yet", to_string(day), to_string(as_of))};
}

// Takes out what is dated on the as-of date or later, and says so.
template <class Part, class Day, class Name>
void drop_later(std::vector<Part>& parts, const Day& day, const Name& name, InspectionResult& out) {
    std::vector<Part> kept;
    for (Part& part : parts) {
        const std::optional<Date> at = day(part);
        if (!at || *at < out.as_of) {
            kept.push_back(std::move(part));
            continue;
        }
        InspectionProblem p = name(part);
        p.code = "after_as_of";
        p.error = false;
        p.message = later_words(*at, out.as_of);
        out.problems.push_back(std::move(p));
    }
    parts = std::move(kept);
}

InspectionProblem place(std::string_view unit, std::string_view figure, std::string_view source, std::string_view pointer) {
    return problem({}, false, unit, figure, source, pointer, {});
}

// A unit counts once. `what` also ends the code.
template <class Part>
void keep_first(std::vector<Part>& parts, const LocalText& what, InspectionResult& out) {
    std::map<std::string, std::string, std::less<>> first;  // the file of each unit
    std::vector<Part> kept;
    for (Part& part : parts) {
        const auto [at, is_first] = first.emplace(part.unit, part.source);
        if (is_first) {
            kept.push_back(std::move(part));
            continue;
        }
        out.problems.push_back(
            problem(fmt::format("second_{}", what.en), true, part.unit, {}, part.source, {},
                    {fmt::format("{} thứ hai của đơn vị; bản trong \"{}\" được tính", what.vi, at->second),
                     fmt::format("a second {} of the unit; the one in \"{}\" counts", what.en, at->second)}));
    }
    parts = std::move(kept);
}

InspectionProblem uncovered(const Error& error, std::string_view unit, std::string_view figure, std::string_view source,
                            std::string_view pointer) {
    return problem("outside_coverage", true, unit, figure, source, pointer,
                   {fmt::format("lịch làm việc không có ngày cần tính: {}", error.message()), error.message()});
}

}  // namespace

void keep_before_as_of(InspectionResult& out) {
    drop_later(
        out.self_reports, [](const SelfReport& r) { return r.sent; },
        [](const SelfReport& r) { return place(r.unit, {}, r.source, "/sent"); }, out);
    drop_later(
        out.visits, [](const Visit& v) { return std::optional(v.date); },
        [](const Visit& v) { return place(v.unit, {}, v.source, "/date"); }, out);
    drop_later(
        out.findings.findings, [](const Finding& f) { return std::optional(f.raised); },
        [](const Finding& f) { return place(f.unit, f.id, f.source, f.pointer); }, out);
    drop_later(
        out.findings.conclusions, [](const Conclusion& c) { return c.document.date; },
        [](const Conclusion& c) { return place(c.unit, {}, c.source, c.pointer); }, out);
    drop_later(
        out.findings.remedies, [](const Remedy& r) { return std::optional(r.done); },
        [](const Remedy& r) { return place({}, r.finding, r.source, r.pointer); }, out);
}

void keep_first_of_unit(InspectionResult& out) {
    keep_first(out.self_reports, {"báo cáo", "report"}, out);
    keep_first(out.visits, {"cuộc kiểm tra", "visit"}, out);
}

Lateness lateness_of(std::optional<Date> due, std::optional<Date> done, std::string_view pointer, const Inputs& in,
                     InspectionResult& out) {
    try {
        return lateness(due, done, out.as_of, in.round.calendar());
    } catch (const Error& error) {
        const auto same = [&](const InspectionProblem& p) { return p.code == "outside_coverage" && p.pointer == pointer; };
        if (std::none_of(out.problems.begin(), out.problems.end(), same))
            out.problems.push_back(uncovered(error, {}, {}, "plan.json", pointer));
        return {DueState::unknown, 0};
    }
}

void judge_samples(const Visit& visit, const OutcomePolicy& policy, const RuleSet& rules, const Inputs& in,
                   InspectionResult& out) {
    try {
        out.sampled.push_back(judge(visit, policy, in.round.calendar(), rules));
    } catch (const Error& error) {
        out.sampled.emplace_back(visit.sampled.size());
        out.problems.push_back(uncovered(error, visit.unit, {}, visit.source, "/date"));
    }
}

void check_due_days(const Inputs& in, InspectionResult& out) {
    for (Conclusion& conclusion : out.findings.conclusions)
        for (RequiredFix& fix : conclusion.fixes) {
            try {
                lateness(fix.due, std::nullopt, out.as_of, in.round.calendar());
            } catch (const Error& error) {
                out.problems.push_back(uncovered(error, conclusion.unit, fix.finding, conclusion.source, fix.pointer));
                fix.due.reset();
            }
        }
}

namespace {

// A file of findings may go back many years; a finding of a generation ago is more likely a slip of the pen.
void check_age(const InspectionPlan& plan, const Finding& f, InspectionResult& out) {
    constexpr int most_years = 20;
    const std::chrono::year_month_day from{plan.from};
    if (f.raised >= Date{from - std::chrono::years{most_years}}) return;
    out.problems.push_back(problem("raised_long_ago", false, f.unit, f.id, f.source, f.pointer,
                                   {fmt::format("ngày nêu {} cách kỳ kiểm tra (từ {}) hơn {} năm",
                                                to_text(f.raised, Lang::vi), to_text(plan.from, Lang::vi), most_years),
                                    fmt::format("raised on {}, more than {} years before the inspected period (from {})",
                                                to_string(f.raised), most_years, to_string(plan.from))}));
}

}  // namespace

// Findings of earlier years may be of units and checks that this plan does not have.
void check_findings(const Inputs& in, InspectionResult& out) {
    const InspectionPlan& plan = in.round.plan();
    std::set<std::string_view> units;
    for (const PlanSubject& subject : plan.subjects) units.insert(subject.unit);
    for (const Finding& f : out.findings.findings) {
        check_age(plan, f, out);
        if (f.raised < plan.from) continue;
        if (!units.contains(f.unit))
            out.problems.push_back(
                problem("unknown_unit", true, f.unit, f.id, f.source, f.pointer, unknown_unit_words(plan, f.unit)));
        if (!f.item.empty() && plan.item(f.item) == nullptr)
            out.problems.push_back(problem("unknown_item", true, f.unit, f.id, f.source, f.pointer,
                                           {fmt::format("kế hoạch không có nội dung kiểm tra \"{}\"", f.item),
                                            fmt::format("the plan has no check \"{}\"", f.item)}));
        if (!f.criterion.empty() && in.round.criteria() && in.round.criteria()->find(f.criterion) < 0)
            out.problems.push_back(problem("unknown_criterion", true, f.unit, f.id, f.source, f.pointer,
                                           {fmt::format("bộ tiêu chí không có tiêu chí \"{}\"", f.criterion),
                                            fmt::format("the criteria set has no criterion \"{}\"", f.criterion)}));
    }
}

}  // namespace cchc::inspection
