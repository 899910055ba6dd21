#include "dossier/csv_row.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "dossier/dictionary.hpp"

namespace cchc::csv {
namespace {

constexpr std::string_view date_expected = "a date such as 17/06/2020 09:10 or 2020-06-17T09:10 (day before month)";
constexpr std::string_view limit_expected = "a time limit from 0 to 100000 with at most three decimals";

}  // namespace

RowReader::RowReader(const Header& header, const Mapping& mapping, bool zero_limit_allowed)
    : field_count_(header.column.size()),
      flags_(header.flags),
      mapping_(mapping),
      hours_per_day_(mapping.tables().hours_per_day),
      zero_limit_allowed_(zero_limit_allowed) {
    field_of_.fill(absent);
    for (std::size_t i = 0; i < header.column.size(); ++i) {
        if (header.column[i] == unmapped) continue;
        field_of_[header.column[i]] = i;
        if (const std::size_t e = event_of(static_cast<Column>(header.column[i])); e != event_count)
            events_.push_back({i, static_cast<Event>(e)});
    }
}

inline std::string_view RowReader::text_of(std::span<const std::string_view> fields, Column column) const noexcept {
    const std::size_t field = field_of(column);
    return field == absent ? std::string_view() : text::trim(fields[field]);
}

void RowReader::fault(Problem problem, Column column, std::string_view expected) {
    fault_at(field_of(column) == absent ? 0 : field_of(column) + 1, problem, column, expected);
}

void RowReader::fault_at(std::size_t field, Problem problem, Column column, std::string_view expected) {
    if (fault_.problem != Problem::none && fault_.field <= field) return;
    fault_ = {problem, field, column_names[static_cast<std::size_t>(column)], std::string(expected)};
}

bool RowReader::read(std::span<const std::string_view> fields, Dossiers& out, columns::Row& row, std::string_view& id) {
    fault_.problem = Problem::none;
    read_events(fields, row);
    read_texts(fields, out, row);
    read_codes(fields, row);
    read_flags(fields, row);
    read_limit(fields, row);
    id = read_id(fields);
    check_limit(row);
    // What the dates say against each other counts only where they could be read.
    if (fault_.problem == Problem::none) check_dates(row);
    row.problem = fault_.problem;
    return fault_.problem == Problem::none;
}

void RowReader::read_events(std::span<const std::string_view> fields, columns::Row& row) {
    for (const EventField& e : events_) {
        const std::string_view text = text::trim(fields[e.field]);
        if (text.empty()) continue;
        const auto at = static_cast<std::size_t>(e.event);
        if (is_null_moment(text)) continue;
        if (const auto moment = parse_moment(text)) {
            row.day[at] = to_days(moment->date);
            row.second[at] = moment->second;
        } else {
            for (std::size_t c = 0; c < column_count; ++c)
                if (field_of_[c] == e.field) fault(Problem::bad_date, static_cast<Column>(c), date_expected);
        }
    }
    columns::drop_midnight(row);
}

void RowReader::read_texts(std::span<const std::string_view> fields, Dossiers& out, columns::Row& row) {
    row.agency = read_text(out.agency, Column::agency, text_of(fields, Column::agency));
    row.field = read_text(out.field, Column::field, text_of(fields, Column::field));
    row.procedure = read_text(out.procedure, Column::procedure, text_of(fields, Column::procedure));
    row.cause = read_text(out.cause, Column::cause, text_of(fields, Column::cause));
}

std::uint32_t RowReader::read_text(CodedColumn& column, Column name, std::string_view text) {
    if (text.empty()) return 0;
    // A text is checked when it is seen first; after that it is one look-up.
    Dictionary::Table& table = column.names.table();
    const TextKey key = key_of(text);
    if (const auto& slot = table.probe(text, key); slot.code_after != 0) return slot.code_after - 1;
    if (text::is_utf8(text)) return table.add(text, key);
    fault(Problem::invalid_utf8, name, "UTF-8 text");
    return 0;
}

void RowReader::read_codes(std::span<const std::string_view> fields, columns::Row& row) {
    has_unit_ = false;
    if (const std::string_view text = text_of(fields, Column::channel); !text.empty()) {
        if (!channels_(
                text, head_of(text), [this](std::string_view t) { return mapping_.channel(t); }, row.channel))
            fault(Problem::unknown_channel, Column::channel, "a channel such as 1, 2, 3 or in_person, online, post");
    }
    if (const std::string_view text = text_of(fields, Column::status); !text.empty()) {
        if (!statuses_(
                text, head_of(text), [this](std::string_view t) { return mapping_.status(t); }, row.status))
            fault(Problem::unknown_status, Column::status, "a status such as 1 to 10, or a name that the mapping lists");
    }
    if (const std::string_view text = text_of(fields, Column::service_level); !text.empty()) {
        if (!levels_(
                text, head_of(text), [this](std::string_view t) { return mapping_.service_level(t); }, row.service_level))
            fault(Problem::unknown_service_level, Column::service_level, "a service level such as 2, 3, 4, partial, full");
    }
    if (const std::string_view text = text_of(fields, Column::unit); !text.empty()) {
        has_unit_ = units_(
            text, head_of(text), [this](std::string_view t) { return mapping_.unit(t); }, row.unit);
        if (!has_unit_) fault(Problem::bad_unit, Column::unit, "a unit such as working_day, calendar_day, working_hour");
    }
}

void RowReader::read_flags(std::span<const std::string_view> fields, columns::Row& row) {
    for (const Header::Flag& flag : flags_) {
        const std::optional<bool> said = yes_or_no(text::trim(fields[flag.field]));
        if (!said)
            fault_at(flag.field + 1, Problem::unknown_channel, Column::channel, "yes or no, such as 1, 0, true, false");
        if (said.value_or(false)) row.channel = flag.channel;
    }
}

void RowReader::read_limit(std::span<const std::string_view> fields, columns::Row& row) {
    const std::string_view text = text_of(fields, Column::limit);
    if (text.empty()) return;
    row.limit_milli = columns::parse_limit(text);
    if (hours_per_day_ != 0 && has_unit_)
        row.limit_milli = columns::limit_in_days(row.limit_milli, row.unit, hours_per_day_);
    if (row.limit_milli < 0) fault(Problem::bad_limit, Column::limit, limit_expected);
}

std::string_view RowReader::read_id(std::span<const std::string_view> fields) {
    const std::string_view id = text_of(fields, Column::id);
    if (id.empty()) fault(Problem::missing_id, Column::id, "a dossier id");
    if (text::is_utf8(id)) return id;
    fault(Problem::invalid_utf8, Column::id, "UTF-8 text");
    return {};
}

// A limit without a unit, or of 0, matters only where the due date must be computed from it.
void RowReader::check_limit(columns::Row& row) {
    if (row.limit_milli < 0) return;
    const bool has_due = row.day[static_cast<std::size_t>(Event::due)] != no_day;
    if (!has_unit_) {
        if (!has_due) fault(Problem::bad_unit, Column::unit, "the unit of the limit");
        row.limit_milli = -1;
    } else if (row.limit_milli == 0 && !has_due && !zero_limit_allowed_) {
        fault(Problem::bad_limit, Column::limit, "a limit above 0, or a due date");
    }
}

void RowReader::check_dates(columns::Row& row) {
    const auto before_receipt = [&row](Event e) {
        const std::int32_t day = row.day[static_cast<std::size_t>(e)];
        return day != no_day && day < row.day[static_cast<std::size_t>(Event::received)];
    };
    switch (columns::contradiction(row)) {
        case Problem::missing_received: return fault(Problem::missing_received, Column::received, "the date of receipt");
        case Problem::due_before_received:
            return fault(Problem::due_before_received, before_receipt(Event::due) ? Column::due : Column::original_due,
                         "a due date not before the receipt");
        case Problem::completed_before_received:
            return fault(Problem::completed_before_received,
                         before_receipt(Event::completed) ? Column::completed : Column::returned,
                         "an end not before the receipt");
        default: return;
    }
}

}  // namespace cchc::csv
