// The rule of the lunar calendar over the astronomy: what the table of src/calendar/lunar_years.cpp must say.
#pragma once

#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "calendar/lunar_years.hpp"
#include "cchc/lunar.hpp"
#include "unit/calendar/astronomy.hpp"

namespace lunar_rule {

struct Event {
    std::int32_t day = 0;  // days since 1970-01-01 at UTC+7
    double seconds = 0;    // from the nearest midnight: before it negative
    int longitude = -1;    // of a major term, in degrees
};

inline Event event(double local_days, int longitude = -1) {
    return {static_cast<std::int32_t>(std::floor(local_days)), (local_days - std::round(local_days)) * 86400, longitude};
}

inline std::int32_t day_number(int year, unsigned month, unsigned day) {
    return cchc::to_days(cchc::Date{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{day}});
}

// The formulae are good to some 20 seconds. Of one new moon they cannot tell the day: they have 23:59:58 of 7 July 1967. The
// numerical ephemeris DE421 of JPL, with the delta T observed that year (37.9 s), has 00:00:04 of 8 July; so has PyEphem.
inline Event decided(Event moon) {
    if (moon.day == day_number(1967, 7, 7) && std::abs(moon.seconds) < 20) moon.day += 1;
    return moon;
}

inline std::vector<Event> new_moons() {
    std::vector<Event> out;
    for (int k = -1251; k < 2520; ++k) out.push_back(decided(event(astronomy::local_days(astronomy::new_moon(k)))));
    return out;
}

inline std::vector<Event> major_terms() {
    std::vector<Event> out;
    double guess = 2414645;  // the winter solstice of 1898
    for (int i = 0; i < 12 * 305; ++i, guess += 30.44) {
        const int longitude = (270 + 30 * i) % 360;
        guess = astronomy::sun_reaches(longitude, guess);
        out.push_back(event(astronomy::local_days(guess), longitude));
    }
    return out;
}

struct Month {
    std::int32_t first = 0;
    int number = 0;
    bool leap = false;
    bool close = false;  // it would begin on another day, or have another number, if its events were moved over midnight
};

// Whether a major term lies in [from, to), and whether it is the winter solstice.
struct Held {
    bool any = false, solstice = false;
    bool close = false;  // the term would lie in another month if it were moved over midnight
};
inline constexpr double close_seconds = 150;
inline std::vector<Held> terms_of(const std::vector<Event>& moons, const std::vector<Event>& terms) {
    std::vector<Held> out(moons.size());
    std::size_t at = 0;
    for (const Event& term : terms) {
        while (at + 1 < moons.size() && moons[at + 1].day <= term.day) ++at;
        if (term.day < moons[at].day) continue;  // before the first new moon
        out[at].any = true;
        out[at].solstice = out[at].solstice || term.longitude == 270;
        if (std::abs(term.seconds) < close_seconds) {
            const bool first_day = term.seconds > 0 && term.day == moons[at].day;
            const bool last_day = term.seconds < 0 && at + 1 < moons.size() && term.day + 1 == moons[at + 1].day;
            out[at].close = out[at].close || first_day || last_day;
        }
    }
    return out;
}

// The months, counted down the list: month 11 holds the solstice; the first month without a major term is a leap month where
// the next month 11 is thirteen months away.
inline std::vector<Month> months() {
    const std::vector<Event> moons = new_moons();
    const std::vector<Held> held = terms_of(moons, major_terms());
    std::vector<Month> out;
    int number = 0;             // of the month before; 0: no month 11 seen yet
    bool leap_to_come = false;  // before the next month 11
    for (std::size_t i = 0; i + 14 < moons.size(); ++i) {
        if (held[i].solstice) {
            std::size_t next = i + 1;
            while (!held[next].solstice) ++next;
            leap_to_come = next - i == 13;
            number = 10;
        }
        if (number == 0) continue;
        const bool leap = leap_to_come && !held[i].any;
        if (leap) leap_to_come = false;
        if (!leap) number = number % 12 + 1;
        out.push_back({moons[i].day, number, leap, std::abs(moons[i].seconds) < close_seconds || held[i].close});
    }
    return out;
}

// The table, one row for each lunar year.
inline std::vector<cchc::lunar::Year> table() {
    std::vector<cchc::lunar::Year> out;
    const std::vector<Month> all = months();
    const auto is_tet = [](const Month& m) { return m.number == 1 && !m.leap; };
    for (std::size_t begin = 0; begin + 14 < all.size(); ++begin) {
        if (!is_tet(all[begin])) continue;
        const int year = static_cast<int>(std::chrono::year_month_day{cchc::from_days(all[begin].first)}.year());
        if (year < cchc::first_lunar_year || year > cchc::last_lunar_year) continue;
        std::uint32_t bits = static_cast<std::uint32_t>(all[begin].first - day_number(year, 1, 1)) << 17U;
        std::size_t i = begin;
        for (; i == begin || !is_tet(all[i]); ++i) {
            if (all[i + 1].first - all[i].first == 30) bits |= 1U << (i - begin);
            if (all[i].leap) bits |= static_cast<std::uint32_t>(all[i].number) << 13U;
            if (all[i].close) bits |= 1U << 23U;
        }
        if (all[i].close) bits |= 1U << 23U;  // the next Tết ends the year
        out.push_back({bits});
    }
    return out;
}

}  // namespace lunar_rule
