// How much working time is left, and its words.
#include <fmt/format.h>

#include "cchc/deadline.hpp"

namespace cchc {
namespace {

// Takes a day of that length from the seconds, if they have one.
std::int64_t take_day(std::int64_t seconds, std::int64_t length, std::int64_t& count) noexcept {
    if (length == 0 || seconds < length) return seconds;
    ++count;
    return seconds - length;
}

}  // namespace

WorkingTime time_left(const Calendar& calendar, Instant now, Instant due) {
    WorkingTime left;
    left.overdue = due < now;
    const Instant from = left.overdue ? due : now, to = left.overdue ? now : due;
    const Date first = date_of(from), last = date_of(to);
    if (first == last) {
        left.seconds = take_day(calendar.working_seconds(from, to), calendar.working_seconds(first), left.days);
        return left;
    }
    left.days = calendar.count_working_days(first + std::chrono::days{1}, last);
    const std::int64_t first_length = calendar.working_seconds(first), last_length = calendar.working_seconds(last);
    // A date that lies wholly between is a day as it is, be it long or short; then two parts can be a day together.
    left.seconds = take_day(calendar.working_seconds(from, at(first, seconds_per_day)), first_length, left.days) +
                   take_day(calendar.working_seconds(at(last), to), last_length, left.days);
    // A last date that is a rest day has no length: then the first one's.
    left.seconds = take_day(left.seconds, last_length > 0 ? last_length : first_length, left.days);
    return left;
}

std::string to_text(const WorkingTime& time, Lang lang) {
    const bool vi = lang == Lang::vi;
    std::string parts;
    const auto part = [&](std::int64_t n, std::string_view vi_name, std::string_view en_name) {
        if (n != 0) parts += fmt::format("{}{} {}", parts.empty() ? "" : " ", n, vi ? vi_name : en_name);
    };
    part(time.days, "ngày", time.days == 1 ? "day" : "days");
    part(time.seconds / 3600, "giờ", "h");
    part(time.seconds / 60 % 60, "phút", "min");
    if (parts.empty()) parts = vi ? "0 phút" : "0 min";
    if (vi) return fmt::format("{} {}", time.overdue ? "Quá" : "Còn", parts);
    return fmt::format("{} {}", parts, time.overdue ? "overdue" : "left");
}

}  // namespace cchc
