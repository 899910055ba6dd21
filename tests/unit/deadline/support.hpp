// Due dates in one line of text each, so that a test reads like a worked example.
#pragma once

#include <string>
#include <string_view>

#include "cchc/deadline.hpp"
#include "unit/calendar/support.hpp"

namespace cchc {

inline const Calendar& vn() {
    static const Calendar calendar = Calendar::builtin("vn");
    return calendar;
}

inline TimeLimit limit_of(const CountingRule& rule, std::string_view amount) {
    return {Decimal::parse(amount).value(), rule.unit};
}

// "2020-07-08T17:00"; the end of a date is T24:00 of that date.
inline std::string text_of(const Due& due) {
    return to_string(Moment{due.date, static_cast<std::int32_t>((due.at - at(due.date)).count())});
}

inline std::string due_on(const Calendar& calendar, const CountingRule& rule, std::string_view received,
                          std::string_view amount) {
    return text_of(due(calendar, rule, instant(received), limit_of(rule, amount)));
}

// Under a preset, on the built-in calendar.
inline std::string due_of(std::string_view preset, std::string_view received, std::string_view amount) {
    return due_on(vn(), CountingRule::builtin(preset), received, amount);
}

}  // namespace cchc
