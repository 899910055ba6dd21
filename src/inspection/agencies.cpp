// The agencies of the dossier statistics, which are the units of the plan, and the question that the statistics answer.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/vietnamese.hpp"
#include "inspection/asked.hpp"
#include "inspection/assembly.hpp"
#include "inspection/unit_names.hpp"
#include "statistics/counts.hpp"

namespace cchc::inspection {
namespace {

using NamesByKey = std::map<std::string, std::string_view, std::less<>>;

NamesByKey names_by_key(const InspectionPlan& plan) {
    NamesByKey out;
    for (const PlanSubject& subject : plan.subjects) out.emplace(text::name_key(subject.unit), subject.unit);
    return out;
}

// Rows that have become one are added up.
void sort_and_merge(std::vector<GroupRow>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const GroupRow& a, const GroupRow& b) { return a.key < b.key; });
    std::vector<GroupRow> merged;
    for (GroupRow& row : rows) {
        if (merged.empty() || merged.back().key != row.key) {
            merged.push_back(std::move(row));
            continue;
        }
        merged.back().counts = stats::over_units(merged.back().counts, row.counts);
        merged.back().timing.merge(row.timing);
    }
    rows = std::move(merged);
}

const GroupResult* by_agency(const StatisticsResult& statistics) {
    const auto found = std::find_if(statistics.groups.begin(), statistics.groups.end(),
                                    [](const GroupResult& g) { return g.grouping == Grouping{Dimension::agency}; });
    return found == statistics.groups.end() ? nullptr : &*found;
}

void say_unknown(const InspectionPlan& plan, const GroupRow& row, InspectionResult& out) {
    const std::string& name = row.key.front();
    const std::uint64_t dossiers = row.counts.received_total();
    if (name.empty()) {
        out.problems.push_back(problem("unknown_agency", false, {}, {}, {}, {},
                                       {fmt::format("{} hồ sơ không ghi đơn vị giải quyết", dossiers),
                                        fmt::format("dossiers that name no agency: {}", dossiers)}));
        return;
    }
    const LocalText hint = did_you_mean(plan, name);
    out.problems.push_back(
        problem("unknown_agency", false, name, {}, {}, {},
                {fmt::format("dữ liệu hồ sơ có {} hồ sơ của \"{}\", không có trong danh sách đơn vị của kế hoạch{}",
                             dossiers, name, hint.vi),
                 fmt::format("the dossiers have {} of \"{}\", which is no unit of the plan{}", dossiers, name, hint.en)}));
}

void check_query(const InspectionPlan& plan, const Query& query, InspectionResult& out) {
    if (query.from != plan.from || query.to != plan.to)
        out.problems.push_back(
            problem("other_period", false, {}, {}, {}, {},
                    {fmt::format("dữ liệu hồ sơ của kỳ từ {} đến trước {}, kế hoạch kiểm tra kỳ từ {} đến trước {}",
                                 to_text(query.from, Lang::vi), to_text(query.to, Lang::vi), to_text(plan.from, Lang::vi),
                                 to_text(plan.to, Lang::vi)),
                     fmt::format("the figures of dossiers are of {} to {}, the plan inspects {} to {}",
                                 to_string(query.from), to_string(query.to), to_string(plan.from), to_string(plan.to))}));
    const Date as_of = query.effective_as_of();
    if (as_of != out.as_of)
        out.problems.push_back(
            problem("other_as_of", false, {}, {}, {}, {},
                    {fmt::format("dữ liệu hồ sơ tính đến trước ngày {}, đợt kiểm tra tính đến trước ngày {}",
                                 to_text(as_of, Lang::vi), to_text(out.as_of, Lang::vi)),
                     fmt::format("the figures of dossiers are as of {}, the round is as of {}", to_string(as_of),
                                 to_string(out.as_of))}));
}

// Id of the first figure of dossiers that this kind of unit is asked; empty: none.
std::string dossier_figure(const Outline& outline, std::string_view kind) {
    for (const Figure& figure : outline.figures)
        if (figure.type == FigureType::dossiers && asked_of_kind(figure.of, kind)) return figure.id;
    return {};
}

}  // namespace

void use_plan_names(StatisticsResult& statistics, const InspectionPlan& plan) {
    const NamesByKey names = names_by_key(plan);
    for (GroupResult& group : statistics.groups) {
        const auto dimension = std::find(group.grouping.begin(), group.grouping.end(), Dimension::agency);
        if (dimension == group.grouping.end()) continue;
        const auto at = static_cast<std::size_t>(dimension - group.grouping.begin());
        for (GroupRow& row : group.rows)
            if (const auto name = names.find(text::name_key(row.key[at])); name != names.end()) row.key[at] = name->second;
        sort_and_merge(group.rows);
    }
}

void check_agencies(const Inputs& in, InspectionResult& out) {
    const auto& statistics = in.round.statistics();
    const GroupResult* group = statistics ? by_agency(*statistics) : nullptr;
    if (group == nullptr) return;
    const InspectionPlan& plan = in.round.plan();
    check_query(plan, statistics->query, out);
    const NamesByKey names = names_by_key(plan);
    for (const GroupRow& row : group->rows)
        if (!names.empty() && row.counts.received_total() > 0 && !names.contains(text::name_key(row.key.front())))
            say_unknown(plan, row, out);
    for (const UnitResult& unit : out.units) {
        const std::string figure = dossier_figure(in.round.outline(), unit.kind);
        if (figure.empty() || (unit.dossiers && unit.dossiers->received > 0)) continue;
        out.problems.push_back(
            problem("no_dossiers", false, unit.unit, figure, {}, {},
                    {"dữ liệu hồ sơ không có hồ sơ nào của đơn vị, mà đề cương yêu cầu báo cáo số liệu hồ sơ",
                     "the dossiers have none of this unit, and the outline asks it for their figures"}));
    }
}

}  // namespace cchc::inspection
