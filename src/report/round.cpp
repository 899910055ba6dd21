#include "report/round.hpp"

#include <algorithm>

#include "report/score_parts.hpp"

namespace cchc::report::docs {

Round::Round(const Inspection& inspection_, const InspectionResult& result_, Lang lang_)
    : inspection(inspection_), result(result_), lang(lang_) {
    TakenNames taken;
    std::map<std::string, std::string, std::less<>> known;
    for (const UnitResult& unit : result.units) {
        unit_names.push_back(unique_name(taken, slug(unit.unit)));
        known.emplace(unit.unit, unit_names.back());
    }
    TakenNames visited;
    for (const Visit& visit : result.visits) {
        const auto found = known.find(visit.unit);
        visit_names.push_back(unique_name(visited, found != known.end() ? found->second : slug(visit.unit)));
    }
    for (const Finding& f : result.findings.findings) {
        findings_.emplace(f.id, &f);
        unit_findings_[f.unit].push_back(&f);
    }
    for (const InspectionProblem& p : result.problems) problems_[p.unit].push_back(&p);
    for (const Conclusion& c : result.findings.conclusions) {
        if (c.document.date && *c.document.date < plan().from) continue;
        const Conclusion*& last = conclusions_[c.unit];
        if (last == nullptr || c.document.date >= last->document.date) last = &c;
    }
}

namespace {

template <class Part>
const std::vector<const Part*>& those_of(const std::map<std::string_view, std::vector<const Part*>>& by_unit,
                                         std::string_view unit) {
    static const std::vector<const Part*> none;
    const auto found = by_unit.find(unit);
    return found == by_unit.end() ? none : found->second;
}

}  // namespace

Head Round::head(std::optional<Date> date) const {
    const Letterhead& l = plan().letterhead;
    Head head;
    head.parent = l.parent;
    head.issuer = !l.issuer.empty() ? l.issuer : plan().document.issuer;
    head.place = l.place;
    head.date = date;
    return head;
}

Builder Round::builder(std::string_view kind, std::string name, std::optional<Date> date) const {
    Builder b(kind, std::move(name), lang, head(date));
    b.document().synthetic = plan().synthetic;
    b.document().addressees = plan().letterhead.addressees;
    if (b.document().addressees.empty()) b.document().addressees.push_back(pick(lang, "Lưu: VT", "File"));
    return b;
}

int Round::year() const {
    if (plan().year != 0) return plan().year;
    return static_cast<int>(std::chrono::year_month_day{plan().from}.year());
}

std::string Round::period() const {
    const Date end = std::min(plan().to, result.as_of);
    if (end <= plan().from) return say(lang, "từ ngày {}", "from {}", day_words(plan().from, lang));
    return say(lang, "từ ngày {} đến hết ngày {}", "from {} through {}", day_words(plan().from, lang),
               day_words(end - std::chrono::days{1}, lang));
}

void Round::sign(Builder& b) const {
    const Letterhead& l = plan().letterhead;
    b.signature(!l.authority.empty() ? l.authority : pick(lang, "TM. ĐOÀN KIỂM TRA", "FOR THE INSPECTION TEAM"),
                !l.post.empty() ? l.post : pick(lang, "TRƯỞNG ĐOÀN", "HEAD OF THE TEAM"));
}

void Round::address_to(Builder& b, const std::string& unit) const {
    std::vector<std::string>& to = b.document().addressees;
    if (std::find(to.begin(), to.end(), unit) == to.end()) to.insert(to.begin(), unit);
}

void Round::basis(Builder& b) const {
    const auto add = [&](const LegalDocument& d) {
        b.paragraph(say(lang, "Căn cứ {};", "On the basis of {};", document_words(d, lang)), Paragraph::Style::basis);
    };
    for (const LegalDocument& d : plan().basis) add(d);
    if (plan().document != LegalDocument{}) add(plan().document);
}

const SelfReport* Round::report_of(const UnitResult& unit) const {
    return unit.report && *unit.report < result.self_reports.size() ? &result.self_reports[*unit.report] : nullptr;
}

const Finding* Round::finding(std::string_view id) const {
    const auto found = findings_.find(id);
    return found == findings_.end() ? nullptr : found->second;
}

const std::vector<const Finding*>& Round::findings_of(std::string_view unit) const { return those_of(unit_findings_, unit); }

const std::vector<const InspectionProblem*>& Round::problems_of(std::string_view unit) const {
    return those_of(problems_, unit);
}

const Conclusion* Round::conclusion_of(std::string_view unit) const {
    const auto found = conclusions_.find(unit);
    return found == conclusions_.end() ? nullptr : found->second;
}

bool Round::of_this_round(const Finding& f) const noexcept { return f.raised >= plan().from; }

std::string Round::item_title(std::string_view id) const {
    const ChecklistItem* item = plan().item(id);
    return item != nullptr && !item->title.in(lang).empty() ? item->title.in(lang) : std::string(id);
}

std::string Round::criterion_of(const Finding& f) const {
    if (!f.criterion.empty()) return f.criterion;
    const ChecklistItem* item = plan().item(f.item);
    return item != nullptr ? item->criterion : std::string();
}

std::string Round::criterion_title(const std::string& id) const {
    const auto& set = inspection.criteria();
    const int index = set && !id.empty() ? set->find(id) : -1;
    return index < 0 ? id : criterion_words(set->criteria()[static_cast<std::size_t>(index)], lang);
}

std::vector<Scorecard> Round::cards() const {
    std::vector<Scorecard> out;
    for (const UnitResult& unit : result.units) {
        if (unit.score) {
            out.push_back(*unit.score);
        } else {
            out.emplace_back().unit = unit.unit;
        }
    }
    return out;
}

bool is_behind(const Lateness& l) noexcept { return l.state == DueState::late || l.state == DueState::missing; }

Date last_day(const Round& round) noexcept { return round.result.as_of - std::chrono::days{1}; }

Table due_table(const Round& round, const UnitResult& unit) {
    const Lang lang = round.lang;
    Table t;
    t.id = "che-do-bao-cao";
    t.caption = say(lang, "Chế độ báo cáo của {}", "Reports of {}", unit.unit);
    t.columns = {text_column(pick(lang, "Báo cáo", "Report")), text_column(pick(lang, "Hạn gửi", "Due")),
                 text_column(pick(lang, "Ngày gửi", "Sent")), text_column(pick(lang, "Tình trạng", "State")),
                 number_column(pick(lang, "Số ngày làm việc chậm", "Working days late"))};
    const auto days = [lang](const Lateness& l) {
        return is_behind(l) ? count_cell(static_cast<std::uint64_t>(std::max(l.working_days, 0)), lang) : Cell{};
    };
    const auto cell = [lang](std::optional<Date> date) { return date ? date_cell(date, lang) : Cell{}; };
    const SelfReport* report = round.report_of(unit);
    t.rows.push_back({text_cell(pick(lang, "Báo cáo tự kiểm tra", "Self-report")), cell(round.plan().self_report_due),
                      cell(report != nullptr ? report->sent : std::nullopt),
                      text_cell(state_words(unit.self_report.state, Duty::report, lang)), days(unit.self_report)});
    for (std::size_t i = 0; i < std::min(round.plan().reports.size(), unit.reports_due.size()); ++i) {
        const ReportDue& due = round.plan().reports[i];
        std::optional<Date> sent;
        if (report != nullptr)
            if (const auto found = report->reports_sent.find(due.id); found != report->reports_sent.end())
                if (found->second < round.result.as_of) sent = found->second;
        t.rows.push_back({words(due.title.in(lang)), cell(due.due), cell(sent),
                          text_cell(state_words(unit.reports_due[i].state, Duty::report, lang)), days(unit.reports_due[i])});
    }
    return t;
}

std::optional<SensitivityResult> ranking_draws(const Round& round) {
    const auto& criteria = round.inspection.criteria();
    if (!criteria || round.result.ranking.empty()) return std::nullopt;
    const std::vector<Scorecard> cards = round.cards();
    if (cards.empty()) return std::nullopt;
    // Enough for 12 units to settle; less for many, so that a large round does not spend its time here.
    const std::uint64_t draws = std::clamp<std::uint64_t>(50'000 / cards.size(), 50, 1000);
    try {
        Sensitivity sensitivity(*criteria, cards);
        sensitivity.run(0, draws);
        return sensitivity.result();
    } catch (const Error&) {
        return std::nullopt;  // a ranking that reads facts, a unit without a score: it stands without intervals
    }
}

}  // namespace cchc::report::docs
