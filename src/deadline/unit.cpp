#include "cchc/deadline.hpp"
#include "deadline/names.hpp"
#include "json/value.hpp"

namespace cchc {

std::string_view to_string(Unit unit) noexcept { return json::name_of(unit, unit_names); }

std::optional<Unit> parse_unit(std::string_view text) noexcept {
    for (const auto& [name, unit] : unit_names)
        if (name == text) return unit;
    return std::nullopt;
}

std::string to_text(Unit unit, Lang lang) {
    const bool vi = lang == Lang::vi;
    switch (unit) {
        case Unit::working_day: return vi ? "ngày làm việc" : "working days";
        case Unit::calendar_day: return vi ? "ngày" : "calendar days";
        case Unit::working_hour: return vi ? "giờ làm việc" : "working hours";
        case Unit::clock_hour: return vi ? "giờ" : "hours";
        case Unit::week: return vi ? "tuần" : "weeks";
        case Unit::month: return vi ? "tháng" : "months";
        case Unit::year: return vi ? "năm" : "years";
    }
    return {};
}

}  // namespace cchc
