// I of the summary: the plan's own frame.
#include <fmt/format.h>
#include <map>

#include <algorithm>

#include "report/round.hpp"

namespace cchc::report::docs {
namespace {

void add_aims(Builder& b, const InspectionPlan& plan) {
    const Lang lang = b.lang();
    const auto list = [&](std::string_view vi, std::string_view en, const std::vector<LocalText>& texts) {
        if (texts.empty()) return;
        b.heading(3, pick(lang, vi, en));
        std::vector<std::string> items;
        for (const LocalText& text : texts) items.push_back(text.in(lang));
        b.list(std::move(items));
    };
    b.heading(2, pick(lang, "1. Mục đích, yêu cầu", "1. Purposes and requirements"));
    list("a) Mục đích", "a) Purposes", plan.purposes);
    list("b) Yêu cầu", "b) Requirements", plan.requirements);
    if (plan.purposes.empty() && plan.requirements.empty())
        b.paragraph(pick(lang, "Dữ liệu kế hoạch không ghi.", "The data of the plan have none."));
}

void add_forms(Builder& b, const InspectionPlan& plan) {
    const Lang lang = b.lang();
    std::vector<std::string> forms;
    for (const InspectionForm& form : plan.forms) {
        const std::string& title = form.title.in(lang);
        const std::string& text = form.text.in(lang);
        forms.push_back(title.empty() || text.empty() ? title + text : fmt::format("{}: {}", title, text));
    }
    b.heading(2, pick(lang, "2. Hình thức kiểm tra", "2. Forms of inspection"));
    b.list(std::move(forms), pick(lang, "Dữ liệu kế hoạch không ghi.", "The data of the plan have none."));
}

std::string window_words(const PlannedWindow& window, Lang lang) {
    const std::string days = say(lang, "từ ngày {} đến hết ngày {}", "from {} through {}", day_words(window.from, lang),
                                 day_words(window.to - std::chrono::days{1}, lang));
    const std::string& text = window.text.in(lang);
    return text.empty() ? days : fmt::format("{} ({})", text, days);
}

// The days of the visits that are recorded.
std::string visited_words(const Round& round) {
    const Lang lang = round.lang;
    const auto& visits = round.result.visits;
    if (visits.empty()) return pick(lang, "chưa ghi lượt kiểm tra nào", "no visit is recorded");
    const auto [first, last] =
        std::minmax_element(visits.begin(), visits.end(), [](const Visit& x, const Visit& y) { return x.date < y.date; });
    return say(lang, "{}, từ ngày {} đến ngày {}", "{}, from {} to {}",
               counted(lang, visits.size(), "lượt kiểm tra", "visit", "visits"), day_words(first->date, lang),
               day_words(last->date, lang));
}

void add_days(Builder& b, const Round& round) {
    const Lang lang = b.lang();
    const InspectionPlan& plan = round.plan();
    b.heading(2, pick(lang, "3. Thời gian", "3. Days"));
    const std::string planned =
        plan.visits_planned ? window_words(*plan.visits_planned, lang) : pick(lang, "không ghi", "none given");
    b.list({say(lang, "Kỳ được kiểm tra: từ ngày {} đến hết ngày {}", "Inspected period: from {} through {}",
                day_words(plan.from, lang), day_words(plan.to - std::chrono::days{1}, lang)),
            say(lang, "Dự kiến kiểm tra trực tiếp: {}", "Visits as planned: {}", planned),
            say(lang, "Kiểm tra trực tiếp thực tế: {}", "Visits as recorded: {}", visited_words(round)),
            plan.self_report_due
                ? say(lang, "Hạn gửi báo cáo tự kiểm tra: {}", "Self-reports due: {}", day_words(plan.self_report_due, lang))
                : std::string()});
}

Table subject_table(const Round& round) {
    const Lang lang = round.lang;
    Table t;
    t.id = "doi-tuong";
    t.caption = pick(lang, "Đối tượng kiểm tra theo kế hoạch", "The units of the plan");
    t.columns = {number_column(pick(lang, "STT", "No.")),
                 text_column(pick(lang, "Đơn vị", "Unit")),
                 text_column(pick(lang, "Cấp", "Level")),
                 text_column(pick(lang, "Hình thức", "Form")),
                 text_column(pick(lang, "Ngày theo thông báo", "Day of the notice")),
                 text_column(pick(lang, "Ngày kiểm tra", "Visited"))};
    // Looked up once for all: a plan may have very many units.
    std::map<std::string_view, Date> visited;
    for (const UnitResult& unit : round.result.units)
        if (unit.visit && *unit.visit < round.result.visits.size())
            visited.emplace(unit.unit, round.result.visits[*unit.visit].date);
    for (const PlanSubject& subject : round.plan().subjects) {
        const auto seen = visited.find(subject.unit);
        t.rows.push_back({count_cell(t.rows.size() + 1, lang), words(subject.unit),
                          subject.level ? words(capital(to_text(*subject.level, lang))) : Cell{},
                          text_cell(subject.visited ? pick(lang, "Kiểm tra trực tiếp", "Visit")
                                                    : pick(lang, "Chỉ tự kiểm tra", "Self-inspection only")),
                          subject.visit ? date_cell(subject.visit, lang) : Cell{},
                          seen != visited.end() ? date_cell(seen->second, lang) : Cell{}});
    }
    return t;
}

void add_subjects(Builder& b, const Round& round) {
    const Lang lang = b.lang();
    const InspectionPlan& plan = round.plan();
    b.heading(2, pick(lang, "4. Đối tượng kiểm tra", "4. The units"));
    if (plan.subjects_planned != 0)
        b.paragraph(
            say(lang, "Văn bản kế hoạch nêu {}; danh sách có {}.", "The text of the plan speaks of {}; the list has {}.",
                counted(lang, plan.subjects_planned, "đơn vị", "unit", "units"),
                counted(lang, plan.subjects.size(), "đơn vị", "unit", "units")),
            plan.subjects_planned == plan.subjects.size() ? Paragraph::Style::normal : Paragraph::Style::warning);
    b.table(subject_table(round), pick(lang, "Kế hoạch chưa có danh sách đơn vị.", "The plan lists no units."));
}

void add_team(Builder& b, const Round& round) {
    const Lang lang = b.lang();
    Table t;
    t.id = "doan-kiem-tra";
    t.caption = pick(lang, "Thành phần Đoàn kiểm tra theo kế hoạch", "The team of the plan");
    t.columns = {text_column(pick(lang, "Cơ quan", "Body")), text_column(pick(lang, "Thành phần", "Post")),
                 text_column(pick(lang, "Vai trò", "Role")), text_column(pick(lang, "Nội dung phụ trách", "Contents"))};
    for (const TeamMember& member : round.plan().team) {
        std::vector<std::string> contents;
        for (const std::string& id : member.contents) contents.push_back(round.item_title(id));
        t.rows.push_back({words(member.body), words(member.post.in(lang)), words(capital(to_text(member.role, lang))),
                          text_cell(contents.empty() ? pick(lang, "Không phân công riêng", "Not assigned separately")
                                                     : joined(contents))});
    }
    b.heading(2, pick(lang, "5. Đoàn kiểm tra", "5. The team"));
    b.table(std::move(t), pick(lang, "Dữ liệu kế hoạch không ghi.", "The data of the plan have none."));
}

}  // namespace

void add_plan(Builder& b, const Round& round) {
    add_aims(b, round.plan());
    add_forms(b, round.plan());
    add_days(b, round);
    add_subjects(b, round);
    add_team(b, round);
}

}  // namespace cchc::report::docs
