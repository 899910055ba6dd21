// Which flags a dossier has.
#include <algorithm>
#include <limits>

#include "statistics/dossier_code.hpp"
#include "statistics/quality.hpp"

namespace cchc {
namespace quality {

// The columns of a block.
struct Inspector::Block {
    const Dossiers& dossiers;
    std::size_t start;
    judge::Due current;
    judge::Due original;
    const std::int32_t* received;
    const std::int32_t* original_due;  // on record
    const std::int32_t* due;           // on record
    const std::int32_t* completed;
    const std::int32_t* returned;
    const std::int32_t* apology;
};

namespace {

constexpr std::int32_t days_to_return = 3;  // working days in which a dossier is sent back for a supplement

std::uint32_t set(Flag flag, bool when) noexcept { return when ? bit(flag) : 0; }

// Whether what a row does not have may only be what could not be read.
bool may_be_unread(Problem problem) noexcept {
    switch (problem) {
        case Problem::wrong_field_count:
        case Problem::line_too_long:
        case Problem::open_quote:
        case Problem::bad_quote:
        case Problem::invalid_utf8:
        case Problem::bad_date: return true;
        default: return false;
    }
}

bool is_never_received(Status s) noexcept { return s == Status::registered || s == Status::not_accepted; }
bool is_finished(Status s) noexcept { return s == Status::finished || s == Status::result_returned; }
bool is_ended_otherwise(Status s) noexcept {
    return s == Status::withdrawn || s == Status::returned || s == Status::refused || s == Status::stopped;
}

judge::Window whole_time(std::int32_t as_of) noexcept { return {std::numeric_limits<std::int32_t>::min(), as_of, as_of}; }

OutcomePolicy with_due(OutcomePolicy policy, OutcomePolicy::DueVersion version) {
    policy.due_version = version;
    return policy;
}

// The sooner of two days, where either may be missing.
std::int32_t sooner(std::int32_t a, std::int32_t b) noexcept {
    if (a == no_day) return b;
    return b == no_day ? a : std::min(a, b);
}

bool is_after(std::int32_t day, std::int32_t other) noexcept { return day != no_day && other != no_day && day > other; }

}  // namespace

std::int32_t future_begins(Date as_of, std::optional<Date> today) noexcept {
    return today ? to_days(*today + std::chrono::days{1}) : to_days(as_of);
}

Inspector::Inspector(const OutcomePolicy& policy, const Calendar& calendar, const RuleSet& rules, std::int32_t as_of,
                     std::int32_t future)
    : current_(with_due(policy, OutcomePolicy::DueVersion::current)),
      original_(with_due(policy, OutcomePolicy::DueVersion::original)),
      by_original_(policy.due_version == OutcomePolicy::DueVersion::original),
      calendar_(calendar),
      as_of_(as_of),
      future_(future),
      current_due_(current_, calendar, rules, as_of),
      original_due_(original_, calendar, rules, as_of) {}

judge::Due Inspector::operator()(const Dossiers& d, judge::Rows rows, std::uint32_t* out) {
    const Block block{d,
                      rows.start,
                      current_due_(d, rows),
                      original_due_(d, rows),
                      judge::days(d, Event::received, rows.start),
                      judge::days(d, Event::original_due, rows.start),
                      judge::days(d, Event::due, rows.start),
                      judge::days(d, Event::completed, rows.start),
                      judge::days(d, Event::returned, rows.start),
                      judge::days(d, Event::apology, rows.start)};
    judge::keys(d, block.current, current_, whole_time(as_of_), rows, current_keys_.data());
    judge::keys(d, block.original, original_, whole_time(as_of_), rows, original_keys_.data());
    for (std::size_t i = 0; i < rows.count; ++i) out[i] = flags_of(block, i);
    return by_original_ ? block.original : block.current;
}

std::uint32_t Inspector::flags_of(const Block& b, std::size_t i) {
    const std::size_t row = b.start + i;
    const Status status = b.dossiers.status[row];
    const std::int32_t received = b.received[i], completed = b.completed[i], returned = b.returned[i];
    const auto in_future = [this](std::int32_t day) { return day != no_day && day >= future_; };
    std::uint32_t found = set(Flag::received_in_future, in_future(received)) |
                          set(Flag::ended_in_future, in_future(completed) || in_future(returned));
    if (received != no_day && received >= as_of_) return found;
    history_.load(b.dossiers, row, as_of_);
    const ServiceLevel level = b.dossiers.service_level[row];
    const bool low = level == ServiceLevel::level_1 || level == ServiceLevel::level_2;
    found |= set(Flag::online_below_level_3, low && b.dossiers.channel[row] == Channel::online);
    const std::int32_t end = sooner(completed, returned);
    found |= set(Flag::ended_before_received, is_after(received, end));
    if (!may_be_unread(b.dossiers.problem[row])) {
        const bool excused = is_never_received(status) || status == Status::supplement || history_.waits_for_supplement();
        found |= set(Flag::missing_received, received == no_day && !excused);
        found |= set(Flag::finished_without_end, is_finished(status) && end == no_day);
        found |= set(Flag::undated_state, is_ended_otherwise(status) && end == no_day);
    }
    return found | procedure(b, i) | due_dates(b, i);
}

std::uint32_t Inspector::procedure(const Block& b, std::size_t i) const {
    const auto in_code = date_in_code(b.dossiers.id[b.start + i]);
    const bool other_date = in_code && b.received[i] != no_day && to_days(*in_code) != b.received[i];
    return set(Flag::second_extension, history_.extensions() > 1) | set(Flag::late_apology, is_late_apology(b, i)) |
           set(Flag::late_supplement_request, is_late_request(b, i)) |
           set(Flag::second_supplement, history_.requests() > 1) | set(Flag::late_refusal, is_late_refusal(b, i)) |
           set(Flag::code_date_differs, other_date);
}

std::uint32_t Inspector::due_dates(const Block& b, std::size_t i) const {
    return set(Flag::due_edited, history_.is_edited()) | set(Flag::outcome_changed_by_due, outcome_changed(b, i));
}

std::int32_t Inspector::original_due(const Block& b, std::size_t i) const {
    if (b.original_due[i] != no_day) return b.original_due[i];
    if (history_.first() != no_day) return history_.first();
    // The one on record was set by the extension, or by something after the as-of date.
    const bool recorded = b.due[i] != no_day && current_.due_source != OutcomePolicy::DueSource::computed;
    if (recorded && (history_.extensions() > 0 || !history_.stood_is_known())) return no_day;
    return b.original.first_day[i] != no_day ? b.original.first_day[i] : b.original.day[i];
}

bool Inspector::is_late_apology(const Block& b, std::size_t i) const {
    if (!before(b.apology[i])) return false;
    std::int32_t due = history_.replaced_by_extension();
    if (due == no_day && history_.extensions() == 0 && history_.paused())
        due = history_.stood_is_known() ? b.current.day[i] : no_day;
    else if (due == no_day)
        due = original_due(b, i);
    return due != no_day && b.apology[i] > due - 1;
}

bool Inspector::is_late_request(const Block& b, std::size_t i) const {
    const std::int32_t asked = history_.first_request(), received = b.received[i];
    if (asked == no_day || received == no_day) return false;
    std::int32_t last = no_day;
    calendar_.add_working_days(std::span(&received, 1), std::span(&days_to_return, 1), std::span(&last, 1));
    return is_after(asked, last);
}

bool Inspector::is_late_refusal(const Block& b, std::size_t i) const {
    using CompletedBy = OutcomePolicy::CompletedBy;
    if (b.dossiers.status[b.start + i] != Status::refused) return false;
    const std::int32_t end = current_.completed_by == CompletedBy::completed  ? b.completed[i]
                             : current_.completed_by == CompletedBy::returned ? b.returned[i]
                                                                              : sooner(b.completed[i], b.returned[i]);
    const std::int32_t original = b.original.first_day[i] != no_day ? b.original.first_day[i] : b.original.day[i];
    return before(end) && is_after(end, by_original_ ? original : b.current.day[i]);
}

bool Inspector::outcome_changed(const Block& b, std::size_t i) const {
    if (b.current.problem[i] != Problem::none || b.original.problem[i] != Problem::none) return false;
    // Where the due date of the one or the other is computed, only an extension makes them differ; that the first
    // appointment was not what the rule gives is another matter.
    const bool recorded = b.due[i] != no_day && current_.due_source != OutcomePolicy::DueSource::computed;
    if (!history_.stood_is_known() || !(recorded || history_.extensions() > 0)) return false;
    const auto outcome = [](std::uint16_t key, const OutcomePolicy& policy) {
        return judge::outcome_of(judge::place(judge::unpack(key), policy));
    };
    return outcome(current_keys_[i], current_) != outcome(original_keys_[i], original_);
}

}  // namespace quality

void flags(const Dossiers& dossiers, const OutcomePolicy& policy, const Calendar& calendar, const RuleSet& rules, Date as_of,
           std::span<std::uint32_t> out, std::optional<Date> today) {
    if (out.size() != dossiers.size())
        throw Error(ErrorCode::argument_range, "the flags have another length than the dossiers");
    quality::Inspector inspect(policy, calendar, rules, to_days(as_of), quality::future_begins(as_of, today));
    for (std::size_t start = 0; start < out.size(); start += judge::block_rows)
        inspect(dossiers, {start, std::min(judge::block_rows, out.size() - start)}, out.data() + start);
}

}  // namespace cchc
