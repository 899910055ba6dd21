// The steps of counting a time limit, shared by due() and explain().
#pragma once

#include "cchc/deadline.hpp"

namespace cchc::counting {

// A limit that the rule accepts, split as its unit wants it.
struct Amount {
    std::int64_t whole = 0;    // days, weeks, months or years
    bool half = false;         // and half a working day
    std::int64_t seconds = 0;  // of hours
};

// nullptr when the rule accepts the limit (in thousandths), else why not, as a static text.
const char* refusal(const CountingRule& rule, std::int64_t limit_milli) noexcept;
// The limit in thousandths; throws limit_refused with the reason, also when its unit is not the rule's.
std::int64_t accepted_milli(const CountingRule& rule, const TimeLimit& limit);
Amount amount(const CountingRule& rule, std::int64_t limit_milli) noexcept;

// The moment from which counting goes: the receipt, or the opening that the cut-off or closed hours move it to.
Instant counted_from(const Calendar& calendar, const CountingRule& rule, Instant received);

// The last day before any roll, and whether it is a rest day that the rule rolls off.
Date last_day(const Calendar& calendar, const CountingRule& rule, Instant from, const Amount& amount);
bool rolls(const Calendar& calendar, const CountingRule& rule, Date last);

Due due(const Calendar& calendar, const CountingRule& rule, Instant from, const Amount& amount);

}  // namespace cchc::counting
