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
    const auto number_of = [lang](const Table& t, std::string_view vi, std::string_view one, std::string_view many) {
        return counted(lang, t.rows.size(), vi, one, many);
    };
    b.paragraph(say(lang, "Báo cáo gửi muộn hoặc chưa gửi, theo dữ liệu đã nhận: {}, {}.",
                    "Reports that are late or missing, by the data at hand: {}, {}.",
                    number_of(self, "lượt báo cáo tự kiểm tra", "self-report", "self-reports"),
                    number_of(periodic, "lượt báo cáo định kỳ", "periodic report", "periodic reports")));
    b.heading(1, pick(lang, "I. BÁO CÁO TỰ KIỂM TRA", "I. SELF-REPORTS"));
    b.table(std::move(self), pick(lang, "Không ghi nhận đơn vị nào chậm hoặc chưa gửi.", "No unit is recorded as late."));
    b.heading(1, pick(lang, "II. BÁO CÁO ĐỊNH KỲ", "II. PERIODIC REPORTS"));
    b.table(std::move(periodic),
            pick(lang, "Không ghi nhận đơn vị nào chậm hoặc chưa gửi.", "No unit is recorded as late."));
    // What the units have to do is for whoever signs to say.
    if (!nobody) b.paragraph(say(lang, "Yêu cầu đối với các đơn vị nêu trên: {}", "The units are asked to: {}", blank()));
    round.sign(b);
    return b.take();
}

}  // namespace cchc::report::docs

namespace cchc::report {

Document late_notice(const Inspection& inspection, const InspectionResult& result, Lang lang) {
    return docs::late_document(docs::Round(inspection, result, lang));
}

}  // namespace cchc::report
