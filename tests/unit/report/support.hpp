// One document with every kind of block, and with texts that want to be markup.
#pragma once

#include <string>
#include <utility>

#include "cchc/report.hpp"

namespace cchc::report::test {

inline constexpr std::string_view hostile =
    "<script>alert(1)</script> | *đậm* _nghiêng_ `mã` [x](http://e.vn) &amp; # ~~a~~\n"
    "1. không phải danh sách\n"
    "- cũng không\n"
    "    không phải mã\n"
    "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE2\x80\xAE"
    "abc\xE2\x80\xAC \\| \\";

inline std::string pick(Lang lang, std::string_view vi, std::string_view en) {
    return std::string(lang == Lang::vi ? vi : en);
}

// Units, dossiers and rates on time; the total is the sums, and the ratio of the sums.
inline report::Table dossiers(Lang lang) {
    report::Table t;
    t.id = "dossiers";
    t.caption = pick(lang, "Bảng 1. Kết quả giải quyết hồ sơ", "Table 1. Results of handling dossiers");
    t.columns = {{pick(lang, "Đơn vị", "Unit"), false, {}},
                 {pick(lang, "Đã giải quyết", "Resolved"), true, {ColumnTotal::Kind::sum, 0, 0}},
                 {pick(lang, "Đúng hạn", "On time"), true, {ColumnTotal::Kind::sum, 0, 0}},
                 {pick(lang, "Tỷ lệ đúng hạn", "Rate on time"), true, {ColumnTotal::Kind::ratio, 2, 1}},
                 {pick(lang, "Điểm", "Points"), true, {}},
                 {pick(lang, "Ngày nhận báo cáo", "Report received"), true, {}}};
    t.rows = {
        {text_cell("UBND xã Thanh"), count_cell(1200, lang), count_cell(1150, lang), percent_cell(Number(11500, 120), lang),
         number_cell(Number(1, 3), lang), date_cell(make_date(2020, 8, 28), lang)},
        {text_cell("=1+1 | <b>xã</b>\n*Tân Lập*"), count_cell(3, lang), count_cell(1, lang),
         percent_cell(Number(100, 3), lang), number_cell(Number(12345678, 10), lang), date_cell(std::nullopt, lang)},
        {text_cell(""),
         count_cell(0, lang),
         count_cell(0, lang),
         percent_cell(std::nullopt, lang),
         number_cell(std::nullopt, lang),
         {}},
        {text_cell(pick(lang, "Tổng số", "Total")),
         count_cell(1203, lang),
         count_cell(1151, lang),
         percent_cell(Number(115100, 1203), lang),
         {},
         {}}};
    t.has_total = true;
    t.notes = {pick(lang, "Tỷ lệ của tổng là tỷ số của các tổng.", "The rate of the total is the ratio of the sums.")};
    return t;
}

inline Chart on_time(Lang lang) {
    Chart c;
    c.id = "on-time";
    c.kind = Chart::Kind::line;
    c.title = pick(lang, "Tỷ lệ đúng hạn theo tháng", "Rate on time by month");
    c.alternative = pick(lang, "Tháng 1: 95,5%; tháng 2: không có hồ sơ; tháng 3: 100%.",
                         "January: 95.5%; February: no dossiers; March: 100%.");
    c.unit = "%";
    c.categories = {"2020-01", "2020-02", "2020-03"};
    c.series = {{pick(lang, "Đúng hạn", "On time"), {95.5, std::nullopt, 100.0}}};
    return c;
}

inline Document example(Lang lang) {
    Document d;
    d.kind = "minutes";
    d.name = "example";
    d.lang = lang;
    d.head = {"UBND HUYỆN HƯỚNG HÓA", "ĐOÀN KIỂM TRA", "12/BB-ĐKT", "Hướng Hóa", make_date(2020, 10, 5)};
    d.title = pick(lang, "BIÊN BẢN", "MINUTES");
    d.subject = pick(lang, "Kiểm tra công tác cải cách hành chính tại UBND xã Thanh",
                     "Inspection of reform at the commune of Thanh");
    d.blocks.emplace_back(
        Paragraph{pick(lang, "Căn cứ Kế hoạch số 274/KH-UBND ngày 17/6/2020;", "Under plan 274/KH-UBND of 17 June 2020;"),
                  Paragraph::Style::basis});
    d.blocks.emplace_back(Heading{1, "results", pick(lang, "I. KẾT QUẢ # *kiểm tra*", "I. RESULTS # *of inspection*")});
    d.blocks.emplace_back(Heading{2, "dossiers-h", pick(lang, "1. Hồ sơ", "1. Dossiers")});
    d.blocks.emplace_back(Paragraph{std::string(hostile), Paragraph::Style::normal});
    d.blocks.emplace_back(dossiers(lang));
    d.blocks.emplace_back(on_time(lang));
    d.blocks.emplace_back(Heading{3, "lists", pick(lang, "a) Ý kiến", "a) Opinions")});
    d.blocks.emplace_back(List{{"- [ ] =1+1", std::string(hostile)}, false});
    d.blocks.emplace_back(List{{pick(lang, "danh sách khác", "another list")}, false});
    d.blocks.emplace_back(List{{"+84", "@sum(a)", "2) x"}, true});
    d.blocks.emplace_back(Paragraph{pick(lang, "Số liệu tính đến ngày kiểm tra.", "Figures up to the day of inspection."),
                                    Paragraph::Style::note});
    d.blocks.emplace_back(
        Paragraph{pick(lang, "Một đơn vị chưa gửi báo cáo.", "One unit has sent no report."), Paragraph::Style::warning});
    d.addressees = {pick(lang, "Như trên;", "As above;"), pick(lang, "Lưu: VT, NV.", "Archive: VT, NV.")};
    d.signatures = {{pick(lang, "ĐẠI DIỆN ĐƠN VỊ ĐƯỢC KIỂM TRA", "FOR THE UNIT"), pick(lang, "CHỦ TỊCH", "CHAIRPERSON")},
                    {pick(lang, "TM. ĐOÀN KIỂM TRA", "FOR THE TEAM"), pick(lang, "TRƯỞNG ĐOÀN", "HEAD OF THE TEAM")}};
    d.synthetic = true;
    return d;
}

}  // namespace cchc::report::test
