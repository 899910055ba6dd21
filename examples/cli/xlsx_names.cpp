#include "xlsx_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <string_view>

#include "utf8.hpp"

namespace tool {
namespace {

using cchc::Lang;
using cchc::report::Table;

constexpr std::size_t longest_name = 31;

struct TableName {
    std::string_view id, vi, en;
};
// The tables of the documents that the library writes; others are named by their caption.
constexpr TableName table_names[] = {
    {"bao-cao-dinh-ky", "Báo cáo định kỳ chậm", "Periodic reports behind"},
    {"bao-cao-tu-kiem-tra", "Báo cáo tự kiểm tra chậm", "Self-reports behind"},
    {"cach-tinh", "Cách tính điểm", "How points came about"},
    {"can-doi", "Đẳng thức của biểu", "Identities of the form"},
    {"che-do-bao-cao", "Chế độ báo cáo", "Reports due"},
    {"chua-dat", "Nội dung chưa đạt", "Checks not met"},
    {"diem", "Điểm từng tiêu chí", "Points by criterion"},
    {"diem-binh-quan", "Điểm bình quân", "Mean points"},
    {"diem-linh-vuc", "Điểm theo lĩnh vực", "Points by field"},
    {"diem-thuong-phat", "Điểm thưởng, điểm trừ", "Bonus and penalty points"},
    {"don-vi", "Tình hình từng đơn vị", "State of each unit"},
    {"du-lieu-can-xem-lai", "Dữ liệu cần xem lại", "Data to look at again"},
    {"khac-phuc", "Phải khắc phục", "To be fixed"},
    {"ket-qua-ho-so", "Kết quả hồ sơ", "Results of dossiers"},
    {"kien-nghi", "Kiến nghị, đề xuất", "Proposals"},
    {"mau-ii-06a", "Mẫu II.06a", "Form II.06a"},
    {"nhiem-vu", "Nhiệm vụ của kế hoạch", "Tasks of the plan"},
    {"phat-hien-difficulty", "Khó khăn, vướng mắc", "Difficulties"},
    {"phat-hien-good-model", "Mô hình hay", "Good models"},
    {"phat-hien-shortcoming", "Tồn tại, hạn chế", "Shortcomings"},
    {"so-ngay-qua-han", "Số ngày quá hạn", "Days overdue"},
    {"thap-nhat", "Mười tỷ lệ thấp nhất", "Ten lowest rates"},
    {"theo-don-vi", "Khắc phục theo đơn vị", "Remedies by unit"},
    {"theo-nam", "Khắc phục theo năm", "Remedies by year"},
    {"theo-thang", "Kết quả theo tháng", "Results by month"},
    {"tinh-hinh-bao-cao", "Tình hình báo cáo", "State of reports"},
    {"tung-van-de", "Từng vấn đề", "Each finding"},
    {"ty-le", "Tỷ lệ giải quyết", "Rates"},
    {"ty-le-tung-dong", "Tỷ lệ từng đơn vị", "Rates by unit"},
    {"xep-hang", "Xếp hạng", "Ranking"},
};
// Of documents about single units, where an id alone says too little: that of another kind is the same.
struct UnitTableName {
    std::string_view kind, id, vi, en;
};
constexpr UnitTableName unit_table_names[] = {
    {"minutes", "noi-dung", "Nội dung kiểm tra", "Checks judged"},
    {"minutes", "ho-so", "Hồ sơ kiểm tra thực tế", "Sampled dossiers"},
    {"conclusion", "noi-dung", "Nội dung theo kết quả", "Checks by result"},
    {"conclusion", "ho-so", "Hồ sơ từng đơn vị", "Dossiers of each unit"},
};

// As Excel counts: letters beyond the first plane of Unicode are two.
std::size_t units_of(std::string_view text) {
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        units += byte >= 0xF0U ? 2 : (byte & 0xC0U) != 0x80U ? 1 : 0;
    }
    return units;
}

std::string cut(std::string text, std::size_t most) {
    while (units_of(text) > most) {
        while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();
        if (!text.empty()) text.pop_back();
    }
    return text;
}

// The words of the text that fit.
std::string cut_at_a_word(const std::string& text) {
    std::size_t end = 0;
    for (std::size_t next = 0; next != std::string::npos && end < text.size();) {
        next = text.find(' ', end + 1);
        const std::size_t longer = std::min(next, text.size());
        if (units_of(text.substr(0, longer)) > longest_name) break;
        end = longer;
    }
    return end == 0 ? text : text.substr(0, end);
}

std::string folded(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

}  // namespace

std::string sheet_name(const Table& table, Lang lang) {
    const bool vi = lang == Lang::vi;
    for (const UnitTableName& name : unit_table_names)
        if (table.id == std::string(name.kind) + "-" + std::string(name.id)) return std::string(vi ? name.vi : name.en);
    std::string_view id = table.id;
    for (const std::string_view kind : {"minutes-", "conclusion-", "scorecard-"})
        if (id.starts_with(kind)) id.remove_prefix(kind.size());
    for (const TableName& name : table_names)
        if (id == name.id) return std::string(vi ? name.vi : name.en);
    // A part of the outline: "Mục I.1.a: Xây dựng …", and what single units say in it.
    const std::string head = table.caption.substr(0, table.caption.find(':'));
    if (id.starts_with("muc-")) return cut_at_a_word(head);
    if (id.starts_with("chi-tiet-")) return cut_at_a_word(head + (vi ? " từng đơn vị" : " by unit"));
    return cut_at_a_word(table.caption.empty() ? table.id : table.caption);
}

std::string SheetNames::make(const std::string& wanted) {
    std::string name;
    for (const char c : printable(wanted)) name += std::strchr("[]:*?/\\'\n\t", c) != nullptr ? '-' : c;
    if (name.empty()) name = "-";
    if (folded(name) == "history") name += '-';  // the one name that Excel keeps for itself
    std::string unique = cut(name, longest_name);
    for (int i = 2; !used_.insert(folded(unique)).second; ++i) {
        const std::string ending = fmt::format(" ({})", i);
        unique = cut(name, longest_name - ending.size()) + ending;
    }
    return unique;
}

}  // namespace tool
