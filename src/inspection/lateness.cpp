#include "cchc/plan.hpp"

namespace cchc {
namespace inspection {

namespace {

struct DueStateWord {
    std::string_view name, vi, en;
};

// In the order of DueState.
constexpr DueStateWord due_state_words[] = {
    {"no_due", "Không định hạn", "no due date"}, {"waiting", "Chưa đến hạn", "not due yet"},
    {"in_time", "Đúng hạn", "in time"},          {"late", "Quá hạn", "late"},
    {"missing", "Quá hạn, chưa có", "missing"},  {"unknown", "Chưa xác định", "not known"},
};

const DueStateWord* due_state_word(DueState state) noexcept {
    const auto i = static_cast<std::size_t>(state);
    return i < std::size(due_state_words) ? &due_state_words[i] : nullptr;
}

// Working days after the due day, up to and with `last`.
std::int32_t working_days_after(Date due, Date last, const Calendar& calendar) {
    const std::chrono::days one{1};
    return static_cast<std::int32_t>(calendar.count_working_days(due + one, last + one));
}

}  // namespace

}  // namespace inspection

std::string_view to_string(DueState state) noexcept {
    const auto* word = inspection::due_state_word(state);
    return word == nullptr ? std::string_view{} : word->name;
}

std::string to_text(DueState state, Lang lang) {
    const auto* word = inspection::due_state_word(state);
    return word == nullptr ? std::string() : std::string(lang == Lang::vi ? word->vi : word->en);
}

Lateness lateness(std::optional<Date> due, std::optional<Date> done, Date as_of, const Calendar& calendar) {
    if (!due) return {};
    const Date last = calendar.add_working_days(*due, 0);
    // What came on the as-of date or later has not come yet, seen on that date.
    if (done && *done < as_of) {
        if (*done <= last) return {DueState::in_time, 0};
        return {DueState::late, inspection::working_days_after(last, *done, calendar)};
    }
    if (last >= as_of) return {DueState::waiting, 0};
    return {DueState::missing, inspection::working_days_after(last, as_of - std::chrono::days{1}, calendar)};
}

}  // namespace cchc
