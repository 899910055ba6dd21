// The flags in words, and where each comes from.
#include "cchc/quality.hpp"

namespace cchc {
namespace {

struct FlagWords {
    std::string_view name, vi, en, source;
};

constexpr std::string_view td =
    "Báo cáo hồ sơ lỗi của một hệ thống một cửa cấp tỉnh viết bằng .NET (TD), mã nguồn công khai, đọc và mô tả";

constexpr std::array<FlagWords, flag_count> flag_words = {{
    {"second_extension", "gia hạn quá một lần", "extended more than once", "Nghị định 61/2018/NĐ-CP Điều 19 khoản 9"},
    {"late_apology", "xin lỗi muộn hơn 1 ngày trước khi hết hạn", "apology later than 1 day before the due date",
     "Nghị định 61/2018/NĐ-CP Điều 19 khoản 9"},
    {"late_supplement_request", "yêu cầu bổ sung sau 3 ngày làm việc",
     "supplement requested later than 3 working days after receipt", "Nghị định 61/2018/NĐ-CP Điều 19 khoản 4"},
    {"second_supplement", "yêu cầu bổ sung quá một lần", "supplement requested more than once",
     "Nghị định 61/2018/NĐ-CP Điều 15 khoản 3, Điều 17 khoản 2 (hướng dẫn, thông báo một lần)"},
    {"late_refusal", "từ chối sau khi hết hạn", "refused after the due date", "Nghị định 61/2018/NĐ-CP Điều 19 khoản 8"},
    {"code_date_differs", "ngày trong mã hồ sơ khác ngày tiếp nhận", "date in the code is not the date of receipt",
     "Thông tư 01/2018/TT-VPCP Điều 19"},
    {"due_edited", "ngày hẹn bị sửa không có gia hạn", "due date edited without an extension",
     "Nghị định 61/2018/NĐ-CP Điều 19 khoản 9; Thông tư 01/2018/TT-VPCP Điều 13 chỉ số 1"},
    {"outcome_changed_by_due", "kết quả khác đi do gia hạn hoặc sửa ngày hẹn",
     "outcome changed by an extension or an edited due date", "Thông tư 01/2018/TT-VPCP Điều 13 chỉ số 1"},
    {"online_below_level_3", "nộp trực tuyến dù dịch vụ mức độ 1, 2", "filed online, service of level 1 or 2", td},
    {"missing_received", "thiếu ngày tiếp nhận", "no date of receipt", td},
    {"finished_without_end", "đã xong nhưng thiếu ngày kết thúc", "finished without a date of its end", td},
    {"received_in_future", "ngày tiếp nhận ở tương lai", "received in the future", td},
    {"ended_in_future", "ngày kết thúc ở tương lai", "ended in the future", td},
    {"ended_before_received", "kết thúc trước ngày tiếp nhận", "ended before it was received", td},
    {"undated_state", "rút, trả lại, từ chối hoặc dừng mà không có ngày",
     "withdrawn, sent back, refused or stopped, no date",
     "Trạng thái không có ngày thì không tính được vào kỳ nào (lựa chọn của thư viện)"},
}};

const FlagWords* words_of(Flag flag) noexcept {
    const auto f = static_cast<std::size_t>(flag);
    return f < flag_words.size() ? &flag_words[f] : nullptr;
}

}  // namespace

std::string_view to_string(Flag flag) noexcept {
    const FlagWords* w = words_of(flag);
    return w != nullptr ? w->name : "?";
}

std::string to_text(Flag flag, Lang lang) {
    const FlagWords* w = words_of(flag);
    return w != nullptr ? std::string(lang == Lang::vi ? w->vi : w->en) : "?";
}

std::string_view source_of(Flag flag) noexcept {
    const FlagWords* w = words_of(flag);
    return w != nullptr ? w->source : std::string_view();
}

}  // namespace cchc
