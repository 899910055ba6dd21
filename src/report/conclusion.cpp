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

void open_conclusion(Builder& b, const Round& round, const UnitResult& unit, const Conclusion* conclusion) {
    const Lang lang = b.lang();
    round.basis(b);
    const Visit* visit = visit_of(round, unit);
    if (visit != nullptr)
        b.paragraph(say(lang, "Căn cứ Biên bản kiểm tra ngày {} tại {};", "On the basis of the minutes of {} at {};",
                        day_words(visit->date, lang), unit.unit),
                    Paragraph::Style::basis);
    b.paragraph(say(lang, "Sau khi kiểm tra công tác cải cách hành chính năm {} ({}) đối với {}, kết luận như sau:",
                    "After the inspection of administrative reform {} ({}) at {}, the conclusion is:", round.year(),
                    round.period(), unit.unit));
    b.heading(1, pick(lang, "I. KHÁI QUÁT", "I. IN GENERAL"));
    b.paragraph(visit != nullptr ? say(lang, "Đoàn kiểm tra đã làm việc trực tiếp tại đơn vị ngày {}.",
                                       "The team visited the unit on {}.", day_words(visit->date, lang))
                                 : pick(lang, "Đơn vị tự kiểm tra; Đoàn không kiểm tra trực tiếp.",
                                        "The unit inspected itself; the team did not visit it."));
    if (conclusion != nullptr) b.paragraph(conclusion->summary);
}

void add_check_counts(Builder& b, const Round& round, const UnitResult& unit) {
    const Lang lang = b.lang();
    Table t;
    t.id = "noi-dung";
    t.caption = pick(lang, "Số nội dung kiểm tra theo kết quả", "Checks by result");
    t.columns = {text_column(pick(lang, "Kết quả", "Result")), sum_column(pick(lang, "Số nội dung", "Checks"))};
    const auto add = [&](CheckResult result, std::uint64_t count) {
        t.rows.push_back({text_cell(to_text(result, lang)), count_cell(count)});
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
                                       c.note.empty() ? "" : ": ", c.note));
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
        t.rows.push_back({count_cell(d.received), count_cell(d.resolved()), count_cell(d.early), count_cell(d.on_time),
                          count_cell(d.overdue), percent(d.early + d.on_time, d.resolved(), lang)});
        b.table(std::move(t));
    } else {
        b.paragraph(pick(lang, "Không có số liệu hồ sơ của đơn vị trong kỳ.", "There are no figures of its dossiers."));
    }
    if (unit.sampled > 0)
        b.paragraph(say(lang, "Kiểm tra thực tế {} hồ sơ, {} hồ sơ có kết quả ghi nhận khác kết quả tính lại.",
                        "{} dossiers were looked at; of {} the outcome on record differs from the one computed.",
                        unit.sampled, unit.differing));
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
    b.paragraph(say(lang, "{}: {}; xếp loại: {}.", "{}: {}; band: {}.", set_words(*criteria, lang),
                    score_words(*unit.score, lang), band_words(*criteria, *unit.score, lang)));
    add_fields(b, *criteria, *unit.score);
}

void add_findings_of(Builder& b, const Round& round, const UnitResult& unit) {
    const Lang lang = b.lang();
    b.heading(1, pick(lang, "III. TỒN TẠI, KHÓ KHĂN VÀ MÔ HÌNH HAY", "III. SHORTCOMINGS, DIFFICULTIES, GOOD MODELS"));
    for (const FindingKind kind : {FindingKind::shortcoming, FindingKind::difficulty, FindingKind::good_model}) {
        std::vector<std::string> items;
        for (const Finding& f : round.result.findings.findings)
            if (f.unit == unit.unit && f.kind == kind && round.of_this_round(f))
                items.push_back(fmt::format("{} ({})", f.text, f.id));
        b.heading(2, kind_title(kind, lang));
        b.list(std::move(items), pick(lang, "Không có.", "None."));
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
    if (conclusion != nullptr) {
        for (const RequiredFix& fix : conclusion->fixes) {
            const Finding* f = round.finding(fix.finding);
            t.rows.push_back({words(fix.finding), words(f != nullptr ? f->text : std::string()),
                              words(f != nullptr ? f->responsible : std::string()),
                              fix.due ? date_cell(fix.due, lang) : Cell{}});
        }
    }
    b.table(std::move(t), pick(lang, "Không có nội dung phải khắc phục.", "There is nothing to fix."));
    if (unit.remedies.raised > 0)
        b.paragraph(say(lang, "Qua các năm, đơn vị có {} vấn đề được đặt ra, đã xử lý {}, đang xử lý {}, quá hạn {}.",
                        "Over the years {} problems were raised with the unit: {} handled, {} open, {} overdue.",
                        unit.remedies.raised, unit.remedies.handled, unit.remedies.open, unit.remedies.overdue));
    b.heading(1, pick(lang, "V. BIỂU DƯƠNG", "V. PRAISE"));
    b.list(conclusion != nullptr ? conclusion->praise : std::vector<std::string>{}, pick(lang, "Không có.", "None."));
}

}  // namespace

Document conclusion_document(const Round& round, std::size_t index) {
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
    open_conclusion(b, round, unit, conclusion);
    add_results(b, round, unit);
    add_findings_of(b, round, unit);
    add_fixes(b, round, unit, conclusion);
    Table problems = problem_table(round, unit.unit);
    if (!problems.rows.empty()) {
        b.heading(1, pick(lang, "VI. DỮ LIỆU CẦN XEM LẠI", "VI. DATA TO BE LOOKED AT AGAIN"));
        b.table(std::move(problems));
    }
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
