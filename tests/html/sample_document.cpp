#include "sample.hpp"

namespace sample {

const char* const hostile =
    "</title></style><script>document.title='broken'</script><img src=x onerror=alert(1)> \"'&{{title}}{{{svg}}}\x01\xFF "
    "]]>";

namespace {

using namespace cchc::report;
using Style = Paragraph::Style;

Cell shown(Cell::Kind kind, std::string text) { return {kind, std::move(text), std::nullopt, std::nullopt}; }
Cell words(std::string text) { return shown(Cell::Kind::text, std::move(text)); }
Cell digits(std::string text) { return shown(Cell::Kind::number, std::move(text)); }

Document letter(std::string kind, std::string title, std::string subject) {
    Document out;
    out.name = kind;
    out.kind = std::move(kind);
    out.head = {"UBND huyện Hướng Hóa", "Đoàn kiểm tra công tác cải cách hành chính", "12/BB-ĐKT", "Hướng Hóa",
                cchc::Date{std::chrono::year(2020) / 10 / 5}};
    out.title = std::move(title);
    out.subject = std::move(subject);
    out.addressees = {"UBND huyện (báo cáo)", "Phòng Nội vụ", "Lưu: VT, ĐKT"};
    out.signatures = {{"TM. Đoàn kiểm tra", "Trưởng đoàn"}};
    out.synthetic = true;
    return out;
}

Table checklist() {
    Table table{"checklist", "Kết quả kiểm tra theo nội dung", {}, {}, false, {"Nguồn: hồ sơ kiểm tra tại đơn vị."}};
    table.columns = {{"STT", true, {}}, {"Nội dung kiểm tra", false, {}}, {"Kết quả", false, {}}, {"Ghi chú", false, {}}};
    table.rows = {
        {digits("1"), words("Việc thực hiện cơ chế một cửa, một cửa liên thông"), words("Đạt một phần"),
         words("Thiếu sổ theo dõi")},
        {digits("2"), words("Công khai thủ tục hành chính tại Bộ phận Tiếp nhận và Trả kết quả"), words("Đạt"), {}},
        {digits("3"), words("Ban hành kế hoạch cải cách hành chính năm 2020"), words("Đạt"),
         words("05/KH-UBND, 20/01/2020")}};
    return table;
}

// As wide as form II.06a and wider.
Table wide(std::size_t columns) {
    Table table{"wide-" + std::to_string(columns), "Bảng có " + std::to_string(columns) + " cột", {}, {}, true, {}};
    for (std::size_t c = 0; c < columns; ++c) {
        table.columns.push_back(
            {c == 0 ? "Đơn vị" : "Tiếp nhận trực tiếp, dịch vụ bưu chính (" + std::to_string(c) + ")", c > 0, {}});
    }
    for (const char* unit : {"UBND xã Thanh", "UBND thị trấn Khe Sanh", "Tổng số"}) {
        std::vector<Cell> row{words(unit)};
        while (row.size() < columns) row.push_back(digits("12.345"));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table dangerous_table() {
    Table table{"x\" onload=\"alert(1)",
                hostile,
                {{hostile, false, {}}, {"Số", true, {}}, {"Ghi chú", false, {}}},
                {},
                false,
                {hostile}};
    table.rows = {{words(hostile), digits("=1+1"), words(hostile)},
                  {words(std::string(300, 'x')), digits(std::string(300, '9')), {}}};
    return table;
}

void add_section(Document& to, int level, std::string id, std::string text) {
    to.blocks.emplace_back(Heading{level, std::move(id), std::move(text)});
}

}  // namespace

Document minutes() {
    Document out = letter("minutes", "Biên bản", "Kiểm tra công tác cải cách hành chính năm 2020 tại UBND xã Thanh");
    out.signatures.insert(out.signatures.begin(), {"Đại diện đơn vị được kiểm tra", "Chủ tịch UBND xã"});
    out.blocks.emplace_back(
        Paragraph{"Căn cứ Kế hoạch số 274/KH-UBND ngày 17 tháng 6 năm 2020 của UBND huyện Hướng Hóa;", Style::basis});
    out.blocks.emplace_back(
        Paragraph{"Hôm nay, hồi 08 giờ 00 ngày 15 tháng 9 năm 2020, tại trụ sở UBND xã Thanh, Đoàn kiểm tra công tác "
                  "cải cách hành chính của UBND huyện đã làm việc với UBND xã Thanh về các nội dung sau đây.",
                  Style::normal});
    add_section(out, 1, "present", "I. Thành phần");
    out.blocks.emplace_back(List{{"Lãnh đạo Phòng Nội vụ, Trưởng đoàn"}, true});
    add_section(out, 1, "results", "II. Kết quả kiểm tra");
    out.blocks.emplace_back(checklist());
    return out;
}

Document everything() {
    Document out = letter("everything", "Báo cáo", "Kết quả kiểm tra công tác cải cách hành chính năm 2020");
    add_section(out, 1, "same", "I. Đối tượng kiểm tra");
    out.blocks.emplace_back(Paragraph{hostile, Style::normal});
    add_section(out, 2, "same", hostile);
    out.blocks.emplace_back(Paragraph{"Ghi chú: số liệu tính đến ngày kiểm tra.", Style::note});
    add_section(out, 3, "", "Mục cấp ba");
    out.blocks.emplace_back(Paragraph{"Chưa có báo cáo của 01 đơn vị.", Style::warning});
    add_section(out, 4, "x\"><script>", "Mục cấp bốn");
    out.blocks.emplace_back(List{{hostile, std::string(300, 'y'), "Mô hình hay"}, false});
    out.blocks.emplace_back(List{});
    out.blocks.emplace_back(checklist());
    out.blocks.emplace_back(Table{"empty", "Bảng không có hàng", {{"Đơn vị", false, {}}, {"Số", true, {}}}, {}, false, {}});
    for (const std::size_t columns : {9U, 14U, 30U}) out.blocks.emplace_back(wide(columns));
    out.blocks.emplace_back(dangerous_table());
    for (int i = 2; i <= 6; ++i) add_section(out, 1, "part-" + std::to_string(i), "Phần " + std::to_string(i));
    for (Block& block : charts()) out.blocks.push_back(std::move(block));
    out.addressees.emplace_back(hostile);
    out.signatures.push_back({"KT. Chủ tịch", "Phó Chủ tịch"});
    return out;
}

Document bare() {
    Document out;
    out.name = "bare";
    out.lang = cchc::Lang::en;
    out.title = "Notice";
    return out;
}

Document many_rows() {
    Document out = letter("many-rows", "Thông báo", "Bảng qua nhiều trang");
    Table table{"rows", "Danh sách đơn vị", {{"Đơn vị", false, {}}, {"Số hồ sơ", true, {}}}, {}, false, {}};
    for (int i = 1; i <= 120; ++i)
        table.rows.push_back({words("Đơn vị số " + std::to_string(i)), digits(std::to_string(i * 7))});
    out.blocks.emplace_back(std::move(table));
    return out;
}

}  // namespace sample
