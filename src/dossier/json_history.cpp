#include "dossier/json_history.hpp"

#include <algorithm>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "json/record.hpp"

namespace cchc::jsonl {
namespace {

using json::Record;
using Kind = json::Value::Kind;

// States in which a dossier is under way, so that an end before them was none.
bool goes_on(Status s) noexcept {
    return s == Status::registered || s == Status::received || s == Status::processing || s == Status::supplement ||
           s == Status::financial_duty;
}

bool stops_clock(Status s) noexcept { return s == Status::supplement || s == Status::financial_duty; }

}  // namespace

std::optional<std::string_view> text_of(const Record& record, std::size_t item) {
    switch (record[item].kind) {
        case Kind::null: return std::string_view();
        case Kind::boolean: return record[item].flag ? "true" : "false";
        case Kind::number:
        case Kind::string: break;
        case Kind::array:
        case Kind::object: return std::nullopt;
    }
    const std::string_view text = text::trim(record.text(item));
    return text == "null" || text == "NULL" ? std::string_view() : text;
}

std::size_t find_member(const Record& record, std::size_t object, const std::vector<std::string>& names) {
    std::size_t best = 0, best_rank = static_cast<std::size_t>(-1);
    for (std::size_t i = Record::first_of(object); i < record.end_of(object); i = record.next_of(i)) {
        const auto rank = Mapping::Names::rank_in(names, text::fold(record.key(i)));
        const auto text = rank ? text_of(record, i) : std::string_view();
        if (!rank || *rank >= best_rank || (text && text->empty())) continue;
        best = i;
        best_rank = *rank;
    }
    return best;
}

History::Fault History::read(const Record& record, std::size_t array) {
    entries_.clear();
    completed_ = returned_ = status_ = {};
    pauses_.clear();
    last_ = Status::unknown;
    for (std::size_t i = Record::first_of(array); i < record.end_of(array); i = record.next_of(i))
        if (const Fault fault = read_entry(record, i); fault.problem != Problem::none) return fault;
    std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        return std::pair(a.at.date, a.at.second) < std::pair(b.at.date, b.at.second);
    });
    for (const Entry& entry : entries_) take(entry);
    return {};
}

History::Fault History::read_entry(const Record& record, std::size_t item) {
    constexpr std::string_view name = "history";
    if (record[item].kind != Kind::object)
        return {Problem::bad_json, item, name, "an object with a status and the time from which it holds"};
    const auto& columns = mapping_.tables().history_columns;
    const std::size_t at = find_member(record, item, columns[static_cast<std::size_t>(HistoryColumn::at)]);
    const std::size_t status = find_member(record, item, columns[static_cast<std::size_t>(HistoryColumn::status)]);
    if (at == 0 || status == 0) return {};
    const auto at_text = text_of(record, at), status_text = text_of(record, status);
    if (at_text && is_null_moment(*at_text)) return {};
    const auto moment = at_text ? parse_moment(*at_text) : std::nullopt;
    if (!moment)
        return {Problem::bad_date, at, name, "a date such as 17/06/2020 09:10 or 2020-06-17T09:10 (day before month)"};
    const auto known = status_text ? mapping_.status(*status_text) : std::nullopt;
    if (!known) return {Problem::unknown_status, status, name, "a status such as 1 to 10, or a name that the mapping lists"};
    entries_.push_back({*moment, *known, {*at_text, at}, {*status_text, status}});
    return {};
}

// The next entry in time. A status that is recorded again begins nothing anew.
void History::take(const Entry& entry) {
    if (entry.status == last_ || entry.status == Status::unknown) return;
    take_pause(entry);
    status_ = entry.status_text;
    last_ = entry.status;
    if (goes_on(entry.status)) {
        completed_ = returned_ = {};
    } else if (entry.status == Status::result_returned) {
        if (returned_.item == 0) returned_ = entry.at_text;
    } else if (completed_.item == 0) {
        completed_ = entry.at_text;
    }
}

void History::take_pause(const Entry& entry) {
    if (stops_clock(last_)) pauses_.back().to = entry.at;
    if (!stops_clock(entry.status)) return;
    ClockEvent pause;
    pause.kind = entry.status == Status::supplement ? ClockKind::supplement : ClockKind::financial_duty;
    pause.from = entry.at;
    pauses_.push_back(pause);
}

}  // namespace cchc::jsonl
