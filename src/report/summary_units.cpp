// I of the summary: the units, their reports, the duties of the plan, their dossiers.
#include <algorithm>
#include <map>
#include <set>

#include "report/round.hpp"
#include "report/statistics_parts.hpp"

namespace cchc::report::docs {
namespace {

struct DueCounts {
    std::uint64_t in_time = 0, late = 0, missing = 0, waiting = 0, unknown = 0;
    void add(DueState state) {
        switch (state) {
            case DueState::in_time: ++in_time; break;
            case DueState::late: ++late; break;
            case DueState::missing: ++missing; break;
            case DueState::waiting: ++waiting; break;
            case DueState::no_due:
            case DueState::unknown: ++unknown; break;
        }
    }
    std::uint64_t owed() const { return in_time + late + missing; }
};

std::vector<Cell> due_row(const std::string& name, const DueCounts& c, Lang lang) {
    return {words(name),
            count_cell(c.in_time, lang),
            count_cell(c.late, lang),
            count_cell(c.missing, lang),
            count_cell(c.waiting, lang),
            count_cell(c.unknown, lang),
            percent(c.in_time, c.owed(), lang)};
}

Table report_table(const Round& round) {
    const Lang lang = round.lang;
    Table t;
    t.id = "tinh-hinh-bao-cao";
    t.caption = pick(lang, "Số đơn vị gửi báo cáo trong hạn, muộn và chưa gửi", "Reports in time, late and missing");
    t.columns = {text_column(pick(lang, "Báo cáo", "Report")),
                 number_column(pick(lang, "Trong hạn", "In time")),
                 number_column(pick(lang, "Muộn", "Late")),
                 number_column(pick(lang, "Chưa gửi", "Missing")),
                 number_column(pick(lang, "Chưa đến hạn", "Not yet due")),
                 number_column(pick(lang, "Chưa xác định", "Not known")),
                 number_column(pick(lang, "Tỷ lệ trong hạn", "In time, %"))};
    DueCounts self;
    for (const UnitResult& unit : round.result.units) self.add(unit.self_report.state);
    t.rows.push_back(due_row(pick(lang, "Báo cáo tự kiểm tra", "Self-report"), self, lang));
    for (std::size_t i = 0; i < round.plan().reports.size(); ++i) {
        DueCounts counts;
        for (const UnitResult& unit : round.result.units)
            if (i < unit.reports_due.size()) counts.add(unit.reports_due[i].state);
        const ReportDue& due = round.plan().reports[i];
        t.rows.push_back(due_row(due.title.in(lang).empty() ? due.id : due.title.in(lang), counts, lang));
    }
    return t;
}

Table unit_table(const Round& round) {
    const Lang lang = round.lang;
    Table t;
    t.id = "don-vi";
    t.caption = pick(lang, "Tình hình từng đơn vị", "Each unit");
    t.columns = {text_column(pick(lang, "Đơn vị", "Unit")),
                 text_column(pick(lang, "Ngày kiểm tra", "Visited")),
                 text_column(pick(lang, "Báo cáo tự kiểm tra", "Self-report")),
                 sum_column(pick(lang, "Đạt", "Met")),
                 sum_column(pick(lang, "Đạt một phần", "Partly met")),
                 sum_column(pick(lang, "Chưa đạt", "Not met")),
                 sum_column(pick(lang, "Hồ sơ kiểm tra", "Dossiers looked at")),
                 sum_column(pick(lang, "Khác kết quả ghi nhận", "Differing")),
                 sum_column(pick(lang, "Lỗi dữ liệu", "Errors of data")),
                 sum_column(pick(lang, "Lưu ý", "Warnings"))};
    for (const UnitResult& unit : round.result.units) {
        std::optional<Date> visited;
        if (unit.visit && *unit.visit < round.result.visits.size()) visited = round.result.visits[*unit.visit].date;
        // Where no visit is recorded, nothing was counted: no 0 stands there.
        const auto seen = [&](std::uint64_t count) { return visited ? count_cell(count, lang) : Cell{}; };
        t.rows.push_back({words(unit.unit), visited ? date_cell(visited, lang) : Cell{},
                          words(lateness_words(unit.self_report, Duty::report, lang)), seen(unit.met), seen(unit.partly),
                          seen(unit.not_met), seen(unit.sampled), seen(unit.differing), count_cell(unit.errors, lang),
                          count_cell(unit.warnings, lang)});
    }
    add_total(t, lang);
    return t;
}

void add_visited(Builder& b, const Round& round) {
    const Lang lang = b.lang();
    std::vector<std::string> visited, to_visit;
    const auto& subjects = round.plan().subjects;  // the units are in their order
    for (std::size_t i = 0; i < round.result.units.size(); ++i) {
        const UnitResult& unit = round.result.units[i];
        if (unit.visit) {
            visited.push_back(unit.unit);
        } else if (i < subjects.size() && subjects[i].visited) {
            to_visit.push_back(unit.unit);
        }
    }
    const std::size_t units = round.result.units.size();
    const std::size_t own = units - visited.size() - to_visit.size();
    const auto number = [lang](std::size_t n) { return counted(lang, n, "đơn vị", "unit", "units"); };
    std::vector<std::string> parts;
    if (!visited.empty())
        parts.push_back(say(lang, "có lượt kiểm tra trực tiếp tại {}", "{} visited", number(visited.size())));
    if (!to_visit.empty())
        parts.push_back(say(lang, "chưa ghi lượt kiểm tra tại {}", "no visit recorded to {}", number(to_visit.size())));
    if (own > 0) parts.push_back(say(lang, "{} chỉ tự kiểm tra", "{} with self-inspection only", number(own)));
    if (!parts.empty()) b.paragraph(say(lang, "Kế hoạch có {}: {}.", "The plan has {}: {}.", number(units), joined(parts)));
    if (!to_visit.empty())
        b.paragraph(say(lang, "Chưa ghi lượt kiểm tra: {}.", "No visit recorded: {}.", joined(to_visit, ", ")));
}

void add_behind(Builder& b, const Round& round) {
    const Lang lang = b.lang();
    std::vector<std::string> late, missing;
    for (const UnitResult& unit : round.result.units) {
        if (unit.self_report.state == DueState::late)
            late.push_back(say(lang, "{} ({})", "{} ({})", unit.unit,
                               counted(lang, static_cast<std::uint64_t>(std::max(unit.self_report.working_days, 0)),
                                       "ngày làm việc", "working day", "working days")));
        if (unit.self_report.state == DueState::missing) missing.push_back(unit.unit);
    }
    if (!late.empty())
        b.paragraph(say(lang, "Gửi báo cáo tự kiểm tra muộn: {}.", "Self-report late: {}.", joined(late, ", ")));
    if (!missing.empty())
        b.paragraph(say(lang, "Chưa gửi báo cáo tự kiểm tra: {}.", "Self-report missing: {}.", joined(missing, ", ")));
}

Table task_table(const Round& round) {
    const Lang lang = round.lang;
    Table t;
    t.id = "nhiem-vu";
    t.caption = pick(lang, "Nhiệm vụ của kế hoạch", "Duties of the plan");
    t.columns = {text_column(pick(lang, "Nhiệm vụ", "Duty")), text_column(pick(lang, "Chủ trì", "Owners")),
                 text_column(pick(lang, "Hạn", "Due")), text_column(pick(lang, "Hoàn thành", "Done")),
                 text_column(pick(lang, "Tình trạng", "State"))};
    for (std::size_t i = 0; i < std::min(round.plan().tasks.size(), round.result.tasks.size()); ++i) {
        const PlanTask& task = round.plan().tasks[i];
        t.rows.push_back({words(task.text.in(lang)), words(joined(task.owners)),
                          task.due ? date_cell(task.due, lang) : Cell{}, task.done ? date_cell(task.done, lang) : Cell{},
                          words(lateness_words(round.result.tasks[i], Duty::task, lang))});
    }
    return t;
}

// The rows of the plan's units, in its order; agencies that are no units of it are no rows of the round.
GroupResult rows_of_plan(const GroupResult& group, const Round& round) {
    if (round.plan().subjects.empty()) return group;
    std::map<std::string_view, const GroupRow*> by_name;
    for (const GroupRow& row : group.rows) by_name.emplace(row.key.front(), &row);
    GroupResult out;
    out.grouping = group.grouping;
    for (const PlanSubject& subject : round.plan().subjects)
        if (const auto row = by_name.find(subject.unit); row != by_name.end()) out.rows.push_back(*row->second);
    return out;
}

void add_outside(Builder& b, const GroupResult& group, const Round& round) {
    constexpr std::size_t most = 10;
    const Lang lang = b.lang();
    std::uint64_t dossiers = 0, agencies = 0;
    std::vector<std::string> named;
    std::set<std::string_view> planned;
    for (const PlanSubject& subject : round.plan().subjects) planned.insert(subject.unit);
    for (const GroupRow& row : group.rows) {
        const std::string& name = row.key.front();
        const std::uint64_t count = row.counts.received_total();
        if (planned.empty() || count == 0 || planned.contains(name)) continue;
        dossiers += count;
        if (++agencies > most) continue;
        named.push_back(say(lang, "{} ({} hồ sơ)", "{} ({} dossiers)",
                            name.empty() ? pick(lang, "không ghi đơn vị", "no agency") : name, count));
    }
    if (agencies > most) named.push_back("…");
    if (agencies == 0) return;
    b.paragraph(
        say(lang,
            "Dữ liệu hồ sơ có {} hồ sơ không thuộc đơn vị nào của kế hoạch: {}. Bảng theo đơn vị không có những hồ sơ "
            "này; các bảng theo tháng, theo số ngày quá hạn và biểu II.06a có.",
            "{} dossiers are of no unit of the plan: {}. They are not in the table by unit; they are in those by month "
            "and by days overdue, and in form II.06a.",
            dossiers, joined(named)),
        Paragraph::Style::warning);
}

}  // namespace

void add_units(Builder& b, const Round& round) {
    const Lang lang = b.lang();
    b.heading(2, pick(lang, "1. Tình hình từng đơn vị", "1. Each unit"));
    add_visited(b, round);
    b.table(unit_table(round), pick(lang, "Kế hoạch chưa có danh sách đơn vị.", "The plan lists no units."));
    b.heading(2, pick(lang, "2. Báo cáo tự kiểm tra và báo cáo định kỳ", "2. Self-reports and periodic reports"));
    b.table(report_table(round));
    add_behind(b, round);
    b.heading(2, pick(lang, "3. Nhiệm vụ của kế hoạch", "3. Duties of the plan"));
    b.table(task_table(round), pick(lang, "Kế hoạch không nêu nhiệm vụ nào.", "The plan names no duties."));
}

void add_statistics(Builder& b, const Round& round) {
    const Lang lang = b.lang();
    b.heading(2, pick(lang, "4. Giải quyết hồ sơ thủ tục hành chính", "4. Dossiers"));
    const auto& statistics = round.inspection.statistics();
    if (!statistics) {
        b.paragraph(pick(lang, "Đợt kiểm tra không có số liệu hồ sơ.", "The round has no figures of dossiers."));
        return;
    }
    if (const auto agency = grouping_by(*statistics, Dimension::agency)) {
        add_outcomes(b, rows_of_plan(statistics->groups[*agency], round));
        add_outside(b, statistics->groups[*agency], round);
    }
    add_months(b, *statistics);
    add_lateness(b, *statistics);
}

}  // namespace cchc::report::docs
