#include "calendar/names.hpp"

#include "json/value.hpp"

namespace cchc {

std::string_view to_string(DayKind kind) noexcept {
    switch (kind) {
        case DayKind::working: return "working";
        case DayKind::worked: return "worked";
        case DayKind::weekly_rest: return "weekly_rest";
        case DayKind::holiday: return "holiday";
        case DayKind::compensatory: return "compensatory";
        case DayKind::national_day: return "national_day";
        case DayKind::swap: return "swap";
        case DayKind::closure: return "closure";
    }
    return "unknown";
}

std::string to_text(DayKind kind, Lang lang) {
    const bool vi = lang == Lang::vi;
    switch (kind) {
        case DayKind::working: return vi ? "ngày làm việc" : "working day";
        case DayKind::worked: return vi ? "làm bù" : "worked instead of another day";
        case DayKind::weekly_rest: return vi ? "nghỉ hằng tuần" : "weekly rest day";
        case DayKind::holiday: return vi ? "nghỉ lễ" : "public holiday";
        case DayKind::compensatory: return vi ? "nghỉ bù" : "day in lieu";
        case DayKind::national_day: return vi ? "nghỉ lễ Quốc khánh" : "second National Day";
        case DayKind::swap: return vi ? "nghỉ hoán đổi" : "day off by swap";
        case DayKind::closure: return vi ? "cơ quan đóng cửa" : "office closed";
    }
    return {};
}

std::string_view to_string(Evidence evidence) noexcept { return json::name_of(evidence, evidence_names); }

}  // namespace cchc
