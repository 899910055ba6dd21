#include <fmt/format.h>

#include <algorithm>

#include "cchc/statistics.hpp"
#include "statistics/quotient.hpp"

namespace cchc {

std::string stats::quotient(std::uint64_t dividend, std::uint64_t divisor, int places) {
    places = std::clamp(places, 0, 6);
    std::uint64_t scale = 1;
    for (int i = 0; i < places; ++i) scale *= 10;
    const std::uint64_t value = (dividend * scale * 2 + divisor) / (divisor * 2);
    if (places == 0) return std::to_string(value);
    return fmt::format("{}.{:0{}}", value / scale, value % scale, places);
}

std::optional<std::string> Rate::percent(int places) const {
    if (denominator == 0) return std::nullopt;
    return stats::quotient(numerator * 100, denominator, places);  // at most 4·10⁹ · 100 · 10⁶ · 2
}

std::vector<Rate> rates(const Counts& c) {
    const std::uint64_t in_time = c.early.count + c.on_time.count;
    const std::uint64_t late = c.overdue.count + c.open_overdue.count;
    const std::uint64_t received = c.received_total();
    return {
        {"R1", "Đúng hạn, trước hạn trên số đã giải quyết", "Early and on time, of those resolved",
         "(8 + 9) / 7; bảng thông tin của hệ thống một cửa điện tử", "(8 + 9) / 7; dashboards of one-stop systems", in_time,
         c.resolved_total()},
        {"R2", "Đúng hạn và trong hạn trên số đã và đang giải quyết",
         "On time or within limit, of those resolved or in process",
         "(8 + 9 + 12) / (7 + 11); bản công thức được lưu hành của Quyết định 766/QĐ-TTg",
         "(8 + 9 + 12) / (7 + 11); circulated note of formulas for 766/QĐ-TTg", in_time + c.within.count,
         c.resolved_total() + c.in_process_total()},
        {"R3", "Không quá hạn trên tổng số tiếp nhận", "Not overdue, of all received",
         "1 - (10 + 13) / 3; cách tính của tỉnh Gia Lai", "1 - (10 + 13) / 3; Gia Lai", received - std::min(received, late),
         received},
        {"R4", "Giải quyết đúng hạn trên tổng số tiếp nhận", "Resolved on time, of all received",
         "(8 + 9) / 3; điểm c khoản 2 Điều 30 Nghị định 61/2018/NĐ-CP", "(8 + 9) / 3; Decree 61/2018/NĐ-CP, Article 30.2c",
         in_time, received},
    };
}

}  // namespace cchc
