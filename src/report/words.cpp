// The words of an administrative document.
#include "report/words.hpp"

#include <fmt/format.h>

#include <array>

namespace cchc::report {
namespace {

constexpr std::array<std::string_view, 12> english_months = {"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};

std::string date_in_words(Date date, Lang lang) {
    const std::chrono::year_month_day d{date};
    const auto day = static_cast<unsigned>(d.day());
    const auto month = static_cast<unsigned>(d.month());
    const int year = static_cast<int>(d.year());
    if (lang == Lang::en) return fmt::format("{} {} {}", day, english_months[month - 1], year);
    // Zeros only where another digit could be put before: days below 10, months 1 and 2.
    return fmt::format("ngày {:02} tháng {}{} năm {}", day, month < 3 ? "0" : "", month, year);
}

}  // namespace

std::string_view national_name() noexcept { return "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"; }
std::string_view national_motto() noexcept { return "Độc lập - Tự do - Hạnh phúc"; }

std::string place_and_date(const Head& head, Lang lang) {
    std::string out = head.place;
    if (!out.empty()) out += ", ";
    if (head.date) return out.append(date_in_words(*head.date, lang));
    return out.append(lang == Lang::vi ? "ngày … tháng … năm …" : "date: …");
}

std::string number_line(const Head& head, Lang lang) {
    std::string out = lang == Lang::vi ? "Số: " : "No. ";
    return out.append(head.number.empty() ? "     /…" : head.number);
}

std::string synthetic_note(Lang lang) {
    return lang == Lang::vi
               ? "DỮ LIỆU MẪU: mọi số liệu trong văn bản này là bịa để minh họa, không phải số liệu thật của cơ quan nào."
               : "SAMPLE DATA: every figure in this document is invented for illustration; none is a real figure of any "
                 "agency.";
}

std::string layout_note(Lang lang) {
    return lang == Lang::vi
               ? "Thể thức trình bày theo Nghị định 30/2020/NĐ-CP, lấy từ dữ liệu của bản mẫu, chưa được đối chiếu với "
                 "Nghị định; cơ quan ban hành phải kiểm tra lại thể thức trước khi ký."
               : "The layout follows Decree 30/2020/NĐ-CP as data of a template and was not verified against the Decree; "
                 "the issuing agency must check it before signing.";
}

std::string_view recipients_word(Lang lang) noexcept { return lang == Lang::vi ? "Nơi nhận:" : "Recipients:"; }
std::string_view sign_here(Lang lang) noexcept {
    return lang == Lang::vi ? "(Ký, ghi rõ họ và tên)" : "(Signature and full name)";
}
std::string_view chart_word(Lang lang) noexcept { return lang == Lang::vi ? "Biểu đồ" : "Chart"; }

}  // namespace cchc::report
