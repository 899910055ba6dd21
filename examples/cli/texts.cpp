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
    .evidences = {"không nêu", "đã đọc văn bản", "nguồn thứ cấp", "suy ra"},
    .working_days_heading = "Số ngày làm việc năm {}",
    .month = "Tháng",
    .working_days = "Ngày làm việc",
    .whole_year = "Cả năm",
    .partly_covered = "Lịch chỉ có từ {} đến {}.",
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
    .evidences = {"not stated", "decision read", "secondary source", "derived"},
    .working_days_heading = "Working days of {}",
    .month = "Month",
    .working_days = "Working days",
    .whole_year = "Year",
    .partly_covered = "The calendar covers {} to {} only.",
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
