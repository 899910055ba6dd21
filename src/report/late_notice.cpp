// The units whose reports are late or missing (thông báo).
#include <algorithm>

#include "report/round.hpp"

namespace cchc::report::docs {
namespace {

std::vector<Column> late_columns(Lang lang) {
    return {text_column(pick(lang, "Đơn vị", "Unit")),
            text_column(pick(lang, "Báo cáo", "Report")),
            text_column(pick(lang, "Hạn gửi", "Due")),
            text_column(pick(lang, "Ngày gửi", "Sent")),
            text_column(pick(lang, "Tình trạng", "State")),
            number_column(pick(lang, "Số ngày làm việc chậm", "Working days late"))};
}

// The rows of due_table() that are behind; the first one is the self-report.
void append_behind(const Round& round, const UnitResult& unit, Table& self, Table& periodic) {
    const bool self_behind = is_behind(unit.self_report);
    const bool any = std::any_of(unit.reports_due.begin(), unit.reports_due.end(), is_behind);
    if (!self_behind && !any) return;
    Table all = due_table(round, unit);
    for (std::size_t i = 0; i < all.rows.size(); ++i) {
        if (!is_behind(i == 0 ? unit.self_report : unit.reports_due[i - 1])) continue;
        std::vector<Cell> row = {words(unit.unit)};
        for (Cell& cell : all.rows[i]) row.push_back(std::move(cell));
        (i == 0 ? self : periodic).rows.push_back(std::move(row));
    }
}

}  // namespace

Builder begin_late(const Round& round) {
    const Lang lang = round.lang;
    Builder b = round.builder("late-notice", pick(lang, "thong-bao-don-vi-cham", "late-notice"), round.result.as_of);
    b.title(pick(lang, "THÔNG BÁO", "NOTICE"),
            say(lang, "Các đơn vị chậm, chưa gửi báo cáo cải cách hành chính năm {}, tính đến hết ngày {}",
                "Units whose reports on administrative reform {} are late or missing, through {}", round.year(),
                day_words(last_day(round), lang)));
    return b;
}

Document late_document(const Round& round) {
    const Lang lang = round.lang;
    Builder b = begin_late(round);
    Table self, periodic;
    self.id = "bao-cao-tu-kiem-tra";
    self.caption = pick(lang, "Đơn vị chậm hoặc chưa gửi báo cáo tự kiểm tra", "Self-reports late or missing");
    periodic.id = "bao-cao-dinh-ky";
    periodic.caption = pick(lang, "Đơn vị chậm hoặc chưa gửi báo cáo định kỳ", "Periodic reports late or missing");
    self.columns = periodic.columns = late_columns(lang);
    for (const UnitResult& unit : round.result.units) append_behind(round, unit, self, periodic);
    const bool nobody = self.rows.empty() && periodic.rows.empty();
    round.basis(b);
    b.paragraph(say(lang, "Qua theo dõi, có {} lượt báo cáo tự kiểm tra và {} lượt báo cáo định kỳ chậm hoặc chưa gửi:",
                    "{} self-reports and {} periodic reports are late or missing:", self.rows.size(), periodic.rows.size()));
    b.heading(1, pick(lang, "I. BÁO CÁO TỰ KIỂM TRA", "I. SELF-REPORTS"));
    b.table(std::move(self), pick(lang, "Không có đơn vị nào chậm hoặc chưa gửi.", "No unit is late."));
    b.heading(1, pick(lang, "II. BÁO CÁO ĐỊNH KỲ", "II. PERIODIC REPORTS"));
    b.table(std::move(periodic), pick(lang, "Không có đơn vị nào chậm hoặc chưa gửi.", "No unit is late."));
    if (!nobody)
        b.paragraph(
            pick(lang,
                 "Đề nghị thủ trưởng các đơn vị nêu trên gửi ngay báo cáo còn thiếu, làm rõ nguyên nhân và chấn chỉnh "
                 "chế độ báo cáo.",
                 "The heads of these units are asked to send what is missing at once, to say why it is late, and to "
                 "keep the dates from now on."));
    round.sign(b);
    return b.take();
}

}  // namespace cchc::report::docs

namespace cchc::report {

Document late_notice(const Inspection& inspection, const InspectionResult& result, Lang lang) {
    return docs::late_document(docs::Round(inspection, result, lang));
}

}  // namespace cchc::report
