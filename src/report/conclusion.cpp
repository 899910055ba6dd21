// The conclusion on one unit (kết luận kiểm tra).
#include <fmt/format.h>

#include <algorithm>

#include "report/round.hpp"
#include "report/score_parts.hpp"

namespace cchc::report::docs {
namespace {

const Visit* visit_of(const Round& round, const UnitResult& unit) {
    return unit.visit && *unit.visit < round.result.visits.size() ? &round.result.visits[*unit.visit] : nullptr;
}

// Only what is recorded: a visit, or the way that the plan has for the unit.
std::string seen_words(const Round& round, const UnitResult& unit, const Visit* visit) {
    const Lang lang = round.lang;
    if (visit != nullptr)
        return say(lang, "Đoàn kiểm tra đã kiểm tra trực tiếp tại đơn vị ngày {}.", "The team visited the unit on {}.",
                   day_words(visit->date, lang));
    const PlanSubject* subject = round.plan().subject(unit.unit);
    if (subject != nullptr && !subject->visited)
        return pick(lang, "Theo kế hoạch, đơn vị tự kiểm tra.", "By the plan, the unit inspects itself.");
    return pick(lang, "Dữ liệu không ghi lần kiểm tra trực tiếp nào tại đơn vị.", "No visit to the unit is recorded.");
}

void open_conclusion(Builder& b, const Round& round, const UnitResult& unit, const Conclusion* conclusion) {
    const Lang lang = b.lang();
    round.basis(b);
    const Visit* visit = visit_of(round, unit);
    if (visit != nullptr)
        b.paragraph(say(lang, "Căn cứ Biên bản kiểm tra ngày {} tại {};", "On the basis of the minutes of {} at {};",
                        day_words(visit->date, lang), unit.unit),
                    Paragraph::Style::basis);
    const std::string subject = say(lang, "công tác cải cách hành chính năm {} ({}) của {}",
                                    "administrative reform {} ({}) at {}", round.year(), round.period(), unit.unit);
    b.paragraph(
        visit != nullptr
            ? say(lang, "Sau khi kiểm tra {}, kết luận như sau:", "After the inspection of {}, the conclusion is:", subject)
            : say(lang, "Về {}, kết luận như sau:", "On {}, the conclusion is:", subject));
    b.heading(1, pick(lang, "I. KHÁI QUÁT", "I. IN GENERAL"));
    b.paragraph(seen_words(round, unit, visit));
    if (conclusion != nullptr) b.paragraph(own_words(conclusion->summary, lang));
    if (conclusion == nullptr)
        b.paragraph(pick(lang, "Dữ liệu chưa có kết luận về đơn vị; phần nhận định, yêu cầu và biểu dương để trống.",
                         "The data have no conclusion on the unit; judgement, demands and praise are left blank."),
                    Paragraph::Style::warning);
    if (conclusion == nullptr) b.paragraph(say(lang, "Nhận định chung: {}", "Judgement: {}", blank()));
}

void add_check_counts(Builder& b, const Round& round, const UnitResult& unit) {
    const Lang lang = b.lang();
    Table t;
    t.id = "noi-dung";
    t.caption = pick(lang, "Số nội dung kiểm tra theo kết quả", "Checks by result");
    t.columns = {text_column(pick(lang, "Kết quả", "Result")), sum_column(pick(lang, "Số nội dung", "Checks"))};
    const auto add = [&](CheckResult result, std::uint64_t count) {
        t.rows.push_back({text_cell(result == CheckResult::not_judged
                                        ? pick(lang, "Chưa đánh giá hoặc không ghi", "Not judged or not recorded")
                                        : capital(to_text(result, lang))),
                          count_cell(count, lang)});
    };
    add(CheckResult::met, unit.met);
    add(CheckResult::partly, unit.partly);
    add(CheckResult::not_met, unit.not_met);
    add(CheckResult::not_applicable, unit.not_applicable);
    add(CheckResult::not_judged, unit.not_judged);
    add_total(t, lang);
    b.table(std::move(t));
    const Visit* visit = visit_of(round, unit);
    if (visit == nullptr) return;
    std::vector<std::string> weak;
    for (const CheckedItem& c : visit->items)
        if (c.result == CheckResult::not_met || c.result == CheckResult::partly)
            weak.push_back(fmt::format("{} – {}{}{}", round.item_title(c.item), to_text(c.result, lang),
                                       c.note.empty() ? "" : ": ", own_words(c.note, lang)));
    if (!weak.empty()) b.paragraph(pick(lang, "Nội dung chưa đạt hoặc đạt một phần:", "Checks not met, or partly met:"));
    b.list(std::move(weak));
}

void add_dossiers(Builder& b, const Round& round, const UnitResult& unit) {
    const Lang lang = b.lang();
    if (unit.dossiers) {
        const DossierFigure& d = *unit.dossiers;
        Table t;
        t.id = "ho-so";
        t.caption = say(lang, "Kết quả giải quyết hồ sơ {}", "Results of handling dossiers {}", round.period());
        t.columns = {number_column(pick(lang, "Tiếp nhận", "Received")),
                     number_column(pick(lang, "Đã giải quyết", "Resolved")),
                     number_column(pick(lang, "Trước hạn", "Early")),
                     number_column(pick(lang, "Đúng hạn", "On time")),
                     number_column(pick(lang, "Quá hạn", "Overdue")),
                     number_column(pick(lang, "Tỷ lệ trước và đúng hạn", "Early and on time, %"))};
        t.rows.push_back({count_cell(d.received, lang), count_cell(d.resolved(), lang), count_cell(d.early, lang),
                          count_cell(d.on_time, lang), count_cell(d.overdue, lang),
                          percent(d.early + d.on_time, d.resolved(), lang)});
        b.table(std::move(t));
    } else {
        b.paragraph(pick(lang, "Dữ liệu không có số liệu hồ sơ của đơn vị trong kỳ.",
                         "The data have no figures of the unit's dossiers."));
    }
    if (unit.sampled > 0)
        b.paragraph(say(lang, "Kiểm tra thực tế {}; {} có kết quả ghi nhận khác kết quả tính lại.",
                        "Looked at: {}; of {} the outcome on record differs from the one computed.",
                        counted(lang, unit.sampled, "hồ sơ", "dossier", "dossiers"),
                        counted(lang, unit.differing, "hồ sơ", "dossier", "dossiers")));
}

void add_results(Builder& b, const Round& round, const UnitResult& unit) {
    const Lang lang = b.lang();
    b.heading(1, pick(lang, "II. KẾT QUẢ KIỂM TRA", "II. RESULTS"));
    b.heading(2, pick(lang, "1. Chế độ báo cáo", "1. Reports"));
    b.table(due_table(round, unit));
    b.heading(2, pick(lang, "2. Nội dung kiểm tra", "2. Checks"));
    add_check_counts(b, round, unit);
    b.heading(2, pick(lang, "3. Giải quyết hồ sơ thủ tục hành chính", "3. Dossiers"));
    add_dossiers(b, round, unit);
    const auto& criteria = round.inspection.criteria();
    if (!criteria || !unit.score) return;
    b.heading(2, pick(lang, "4. Điểm số", "4. Score"));
    b.paragraph(say(lang, "Theo {}: {}; xếp loại: {}.", "By {}: {}; band: {}.", set_words(*criteria, lang),
                    score_words(*unit.score, lang), band_words(*criteria, *unit.score, lang)));
    add_fields(b, *criteria, *unit.score);
}

Table finding_table_of(const Round& round, const UnitResult& unit, FindingKind kind) {
    const Lang lang = round.lang;
    Table t;
    t.id = "phat-hien-" + slug(kind_title(kind, lang));
    t.caption = kind_title(kind, lang);
    t.columns = {text_column(pick(lang, "Mã", "Finding")), text_column(pick(lang, "Nội dung", "What")),
                 text_column(pick(lang, "Nội dung kiểm tra", "Check")), text_column(pick(lang, "Tiêu chí", "Criterion")),
                 text_column(pick(lang, "Nguồn", "Origin"))};
    for (const Finding* f : round.findings_of(unit.unit))
        if (f->kind == kind && round.of_this_round(*f))
            t.rows.push_back({words(f->id), words(own_words(f->text, lang)), words(round.item_title(f->item)),
                              words(round.criterion_title(round.criterion_of(*f))), words(origin_words(f->origin, lang))});
    return t;
}

void add_findings_of(Builder& b, const Round& round, const UnitResult& unit) {
    const Lang lang = b.lang();
    b.heading(1, pick(lang, "III. TỒN TẠI, KHÓ KHĂN VÀ MÔ HÌNH HAY", "III. SHORTCOMINGS, DIFFICULTIES, GOOD MODELS"));
    for (const FindingKind kind : {FindingKind::shortcoming, FindingKind::difficulty, FindingKind::good_model}) {
        b.heading(2, kind_title(kind, lang));
        b.table(finding_table_of(round, unit, kind), pick(lang, "Không ghi nhận.", "None is recorded."));
    }
}

void add_fixes(Builder& b, const Round& round, const UnitResult& unit, const Conclusion* conclusion) {
    const Lang lang = b.lang();
    b.heading(1, pick(lang, "IV. YÊU CẦU KHẮC PHỤC", "IV. WHAT HAS TO BE FIXED"));
    Table t;
    t.id = "khac-phuc";
    t.caption = say(lang, "Nội dung {} phải khắc phục và thời hạn", "What {} has to fix, and until when", unit.unit);
    t.columns = {text_column(pick(lang, "Mã", "Finding")), text_column(pick(lang, "Nội dung", "What")),
                 text_column(pick(lang, "Trách nhiệm", "Responsible")), text_column(pick(lang, "Hạn hoàn thành", "Due"))};
    std::vector<std::string> praise;
    if (conclusion != nullptr) {
        for (const RequiredFix& fix : conclusion->fixes) {
            const Finding* f = round.finding(fix.finding);
            t.rows.push_back({words(fix.finding), words(f != nullptr ? own_words(f->text, lang) : std::string()),
                              words(f != nullptr ? f->responsible : std::string()),
                              fix.due ? date_cell(fix.due, lang) : Cell{}});
        }
        for (const std::string& one : conclusion->praise) praise.push_back(own_words(one, lang));
    }
    b.table(std::move(t), conclusion == nullptr ? blank()
                                                : pick(lang, "Kết luận không nêu nội dung phải khắc phục.",
                                                       "The conclusion names nothing to fix."));
    if (unit.remedies.raised > 0) b.paragraph(remedy_words(unit.remedies, lang));
    b.heading(1, pick(lang, "V. BIỂU DƯƠNG", "V. PRAISE"));
    b.list(std::move(praise),
           conclusion == nullptr ? blank() : pick(lang, "Kết luận không nêu.", "The conclusion gives none."));
}

// The places in files are the summary's business.
void add_problems_of(Builder& b, const Round& round, const UnitResult& unit) {
    std::vector<std::string> problems;
    for (const InspectionProblem& p : round.result.problems)
        if (p.unit == unit.unit) problems.push_back(problem_words(round, p));
    if (problems.empty()) return;
    b.heading(1, pick(b.lang(), "VI. SỐ LIỆU CẦN XEM LẠI", "VI. FIGURES TO BE LOOKED AT AGAIN"));
    b.list(std::move(problems));
}

}  // namespace

Builder begin_conclusion(const Round& round, std::size_t index) {
    const Lang lang = round.lang;
    const UnitResult& unit = round.result.units[index];
    const Conclusion* conclusion = round.conclusion_of(unit.unit);
    Builder b = round.builder("conclusion", pick(lang, "ket-luan-", "conclusion-") + round.unit_names[index],
                              conclusion != nullptr ? conclusion->document.date : std::nullopt);
    if (conclusion != nullptr) b.document().head.number = conclusion->document.number;
    b.document().unit = unit.unit;
    b.title(pick(lang, "KẾT LUẬN", "CONCLUSION"),
            say(lang, "Kiểm tra công tác cải cách hành chính năm {} tại {}", "Inspection of administrative reform {} at {}",
                round.year(), unit.unit));
    round.address_to(b, unit.unit);
    return b;
}

Document conclusion_document(const Round& round, std::size_t index) {
    const UnitResult& unit = round.result.units[index];
    const Conclusion* conclusion = round.conclusion_of(unit.unit);
    Builder b = begin_conclusion(round, index);
    open_conclusion(b, round, unit, conclusion);
    add_results(b, round, unit);
    add_findings_of(b, round, unit);
    add_fixes(b, round, unit, conclusion);
    add_problems_of(b, round, unit);
    round.sign(b);
    return b.take();
}

}  // namespace cchc::report::docs

namespace cchc::report {

Document conclusion(const Inspection& inspection, const InspectionResult& result, std::string_view unit, Lang lang) {
    const auto found = std::find_if(result.units.begin(), result.units.end(),
                                    [&](const UnitResult& candidate) { return candidate.unit == unit; });
    if (found == result.units.end()) throw Error(ErrorCode::argument_range, fmt::format("no unit \"{}\" in the plan", unit));
    return docs::conclusion_document(docs::Round(inspection, result, lang),
                                     static_cast<std::size_t>(found - result.units.begin()));
}

}  // namespace cchc::report
