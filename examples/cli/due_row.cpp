#include "due_row.hpp"

#include <fmt/format.h>

#include <array>

#include "named.hpp"

namespace tool {
namespace {

// Loads what a case names, once; a name or a file that is refused is the fault of that field.
template <class Value>
const Value& load(std::map<std::string, Value>& known, const std::string& name, CaseField field,
                  Value (*find)(const std::string&)) {
    const auto place = known.find(name);
    if (place != known.end()) return place->second;
    try {
        return known.emplace(name, find(name)).first->second;
    } catch (const CallError& error) {
        throw CaseError(field, error.what());
    } catch (const cchc::Error& error) {
        throw CaseError(field, error.what(), exit_bad_data);
    }
}

// Whether the due date depends on the hour of receipt, so that a bare date does not say enough.
bool needs_hour(const cchc::CountingRule& rule) {
    const bool hours = rule.unit == cchc::Unit::working_hour || rule.unit == cchc::Unit::clock_hour;
    return hours || rule.cut_off || rule.outside_sessions == cchc::OutsideSessions::next_session ||
           rule.due_instant == cchc::DueInstant::keep_time;
}

cchc::Instant parse_received(const std::string& text, const cchc::CountingRule& rule) {
    const auto moment = cchc::parse_moment(text);
    if (!moment) {
        throw CaseError(CaseField::received,
                        fmt::format("\"{}\" is no moment; write it as 2020-06-17T09:10 or 17/06/2020 09:10", text));
    }
    if (moment->second < 0 && needs_hour(rule)) {
        throw CaseError(CaseField::received, fmt::format("\"{}\" has no hour, and the rule {} needs it", text, rule.id));
    }
    return cchc::at(moment->date, moment->second < 0 ? 0 : moment->second);
}

cchc::Decimal parse_amount(const std::string& text) {
    const auto amount = cchc::Decimal::parse(text);
    if (!amount) throw CaseError(CaseField::limit, fmt::format("\"{}\" is no number such as 15 or 0.5", text));
    return *amount;
}

}  // namespace

std::string_view to_string(CaseField field) noexcept {
    constexpr std::array<std::string_view, case_field_count> names{"received", "limit", "unit", "calendar", "rule"};
    return names[static_cast<std::size_t>(field)];
}

cchc::Unit parse_case_unit(const std::string& text) {
    if (const auto unit = cchc::parse_unit(text)) return *unit;
    if (const auto unit = cchc::Mapping::builtin().unit(text)) return *unit;
    throw CaseError(CaseField::unit,
                    fmt::format("\"{}\" is no unit; one of working_day, calendar_day, working_hour, clock_hour, "
                                "week, month, year",
                                text));
}

DueCase CaseReader::read(const CaseTexts& texts) {
    const cchc::Calendar& calendar =
        texts.calendar.empty() ? calendar_ : load(calendars_, texts.calendar, CaseField::calendar, &find_calendar);
    const cchc::CountingRule* named = texts.rule.empty() ? nullptr : &load(rules_, texts.rule, CaseField::rule, &find_rule);
    std::optional<cchc::Unit> unit = unit_;
    if (!texts.unit.empty()) {
        unit = parse_case_unit(texts.unit);
    } else if (named != nullptr) {
        unit = named->unit;
    }
    if (!unit) throw CaseError(CaseField::unit, "there is no unit");
    const cchc::CountingRule& rule = named != nullptr ? *named : rules_by_unit_[*unit];
    return {calendar, rule, parse_received(texts.received, rule), {parse_amount(texts.limit), *unit}};
}

cchc::Due judge(const DueCase& c) {
    try {
        return cchc::due(c.calendar, c.rule, c.received, c.limit);
    } catch (const cchc::Error& error) {
        const bool by_limit = error.code() == cchc::ErrorCode::limit_refused;
        throw CaseError(by_limit ? CaseField::limit : CaseField::received, error.what(), exit_bad_data);
    }
}

std::string due_text(const cchc::Due& due) {
    const auto second = static_cast<std::int32_t>((due.at - cchc::at(due.date)).count());
    return cchc::to_string(cchc::Moment{due.date, second});
}

}  // namespace tool
