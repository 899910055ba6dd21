// One row on its way into the columns, and the checks that every way in shares.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "cchc/dossier.hpp"

namespace cchc::columns {

struct Row {
    std::array<std::int32_t, event_count> day;
    std::array<std::int32_t, event_count> second;
    std::uint32_t agency = 0;
    std::uint32_t field = 0;
    std::uint32_t procedure = 0;
    std::uint32_t cause = 0;
    std::int32_t limit_milli = -1;
    Unit unit = Unit::working_day;
    Channel channel = Channel::unknown;
    Status status = Status::unknown;
    ServiceLevel service_level = ServiceLevel::unknown;
    Problem problem = Problem::none;

    Row() {
        day.fill(no_day);
        second.fill(-1);
    }
};

// A due date at exactly 00:00 is a date without a time: databases write dates so, and no office closes at midnight.
inline void drop_midnight(Row& row) noexcept {
    for (const Event e : {Event::due, Event::original_due})
        if (auto& second = row.second[static_cast<std::size_t>(e)]; second == 0) second = -1;
}

// What the row's own dates say against each other, by date: no receipt, due or ended before it.
Problem contradiction(const Row& row) noexcept;

// Whether a clock event began before another, and whether one ends before it begins.
bool is_sooner(const ClockEvent& a, const ClockEvent& b) noexcept;
bool is_reversed(const ClockEvent& event) noexcept;

// Appends a row to all columns but the ids.
void append(Dossiers& out, const Row& row);

// Puts a row in the place of row i, but for its id. The columns of its events have their room.
void store(Dossiers& out, std::size_t i, const Row& row) noexcept;

// The limit in thousandths, -1 when it is negative, too large, or has more than three decimals.
std::int32_t limit_in_milli(const Decimal& amount) noexcept;
std::int32_t parse_limit(std::string_view text);

// A limit of whole days that was recorded in hours, so many a day, in thousandths of a day; limits in other units as they
// are. -1 where that has more than three decimals.
constexpr std::int32_t limit_in_days(std::int32_t milli, Unit unit, std::int32_t hours_per_day) noexcept {
    if (milli < 0 || (unit != Unit::working_day && unit != Unit::calendar_day)) return milli;
    return milli % hours_per_day == 0 ? milli / hours_per_day : -1;
}

}  // namespace cchc::columns
