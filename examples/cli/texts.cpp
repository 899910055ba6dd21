#include "texts.hpp"

#include <chrono>

namespace tool {
namespace {

constexpr Texts vietnamese{
    .weekdays = {"thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"},
    .calendar_heading = "Ngày nghỉ và ngày làm bù năm {}",
    .calendar_version = "Lịch: {}, phiên bản {}",
    .date = "Ngày",
    .weekday = "Thứ",
    .kind = "Loại",
    .name = "Tên",
    .instead_of = "Đổi cho ngày",
    .evidence = "Độ tin cậy",
    .source = "Nguồn",
    .evidences = {"không nêu", "đã đọc văn bản", "nguồn thứ cấp", "suy ra", "dự kiến"},
    .working_days_heading = "Số ngày làm việc năm {}",
    .month = "Tháng",
    .working_days = "Ngày làm việc",
    .whole_year = "Cả năm",
    .partly_covered = "Lịch chỉ có từ {} đến {}.",
    .projected = "DỰ KIẾN từ {}: chưa có quyết định về ngày nghỉ.",
    .not_final = "dự kiến, một số ngày chưa có quyết định",
    .grids_heading = "Lịch làm việc năm {}",
    .week_caption = "T2 T3 T4 T5 T6 T7 CN ",
    .marks = "* ngày nghỉ   + làm bù   ? chưa quyết định   . ngoài phạm vi lịch",
    .not_decided = "chưa quyết định",
    .none = "không có",
    .either_or = "hoặc",
    .hours = "Giờ làm việc",
    .year = "Năm",
    .hung_kings = "Giỗ Tổ Hùng Vương",
};

constexpr Texts english{
    .weekdays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
    .calendar_heading = "Days off and worked rest days of {}",
    .calendar_version = "Calendar: {}, version {}",
    .date = "Date",
    .weekday = "Weekday",
    .kind = "Kind",
    .name = "Name",
    .instead_of = "Instead of",
    .evidence = "Evidence",
    .source = "Source",
    .evidences = {"not stated", "decision read", "secondary source", "derived", "projected"},
    .working_days_heading = "Working days of {}",
    .month = "Month",
    .working_days = "Working days",
    .whole_year = "Year",
    .partly_covered = "The calendar covers {} to {} only.",
    .projected = "PROJECTED from {} on: the days off are not decided yet.",
    .not_final = "projected, some days are not decided",
    .grids_heading = "Working calendar {}",
    .week_caption = "Mo Tu We Th Fr Sa Su ",
    .marks = "* day off   + worked rest day   ? not decided   . not covered",
    .not_decided = "not decided",
    .none = "none",
    .either_or = "or",
    .hours = "Hours",
    .year = "Year",
    .hung_kings = "Hùng Kings' day",
};

}  // namespace

const Texts& texts(cchc::Lang lang) noexcept { return lang == cchc::Lang::vi ? vietnamese : english; }

std::string_view weekday_text(cchc::Date date, cchc::Lang lang) noexcept {
    return texts(lang).weekdays[std::chrono::weekday(date).iso_encoding() - 1];
}

std::string_view evidence_text(cchc::Evidence evidence, cchc::Lang lang) noexcept {
    return texts(lang).evidences[static_cast<std::size_t>(evidence)];
}

}  // namespace tool
