// Working time minute by minute over two years: the plainest definition, against which the calendar's tables are held.
#pragma once

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "unit/calendar/support.hpp"

namespace cchc {

// A calendar and, said a second time in another way, the office hours of each of its dates.
struct Layout {
    std::string name;
    CalendarData data;
    std::function<std::vector<Session>(std::chrono::year_month_day, unsigned weekday)> hours;  // weekday 1 is Monday
};

// Minutes are counted from the start of the coverage, as are seconds.
class MinuteOracle {
public:
    explicit MinuteOracle(const Layout& layout) : from_(layout.data.from) {
        worked_.push_back(0);
        for (Date d = layout.data.from; d < layout.data.to; d += std::chrono::days{1}) {
            const auto sessions = layout.hours(std::chrono::year_month_day{d}, std::chrono::weekday{d}.iso_encoding());
            for (std::int32_t m = 0; m < 1440; ++m) {
                const bool open = std::any_of(sessions.begin(), sessions.end(),
                                              [m](const Session& s) { return m >= s.from_minute && m < s.to_minute; });
                if (open != was_open_) edges_.push_back(minutes());
                was_open_ = open;
                worked_.push_back(worked_.back() + (open ? 60 : 0));
            }
        }
    }

    std::int64_t minutes() const { return static_cast<std::int64_t>(worked_.size()) - 1; }
    std::int64_t seconds() const { return 60 * minutes(); }
    std::int64_t total() const { return worked_.back(); }
    // The minutes at which the office opens or closes.
    const std::vector<std::int64_t>& edges() const { return edges_; }

    // Working seconds before a second of the two years.
    std::int64_t worked(std::int64_t second) const {
        const auto m = static_cast<std::size_t>(second / 60);
        if (second % 60 == 0) return worked_[m];
        return worked_[m] + (worked_[m + 1] > worked_[m] ? second % 60 : 0);
    }

    // First and last second with so many working seconds before it.
    std::int64_t earliest(std::int64_t target) const {
        const auto it = std::lower_bound(worked_.begin(), worked_.end(), target);
        return 60 * (it - worked_.begin()) - (*it - target);
    }
    std::int64_t latest(std::int64_t target) const {
        const auto it = std::upper_bound(worked_.begin(), worked_.end(), target) - 1;
        return 60 * (it - worked_.begin()) + (target - *it);
    }

    Instant instant(std::int64_t second) const { return at(from_) + std::chrono::seconds{second}; }

private:
    Date from_;
    std::vector<std::int64_t> worked_;  // working seconds before each minute
    std::vector<std::int64_t> edges_;
    bool was_open_ = false;
};

}  // namespace cchc
