#include "dossier/csv_row.hpp"

#include <fmt/format.h>

#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace cchc::csv {
namespace {

constexpr std::string_view date_expected =
    "a date such as 17/06/2020 09:10 or 2020-06-17T09:10 (day before month)";

}  // namespace

RowReader::RowReader(Header header, const Mapping& mapping, bool zero_limit_allowed)
    : header_(std::move(header)), mapping_(mapping), zero_limit_allowed_(zero_limit_allowed) {}

std::size_t RowReader::field_of(Column column) const noexcept {
    for (std::size_t i = 0; i < header_.column.size(); ++i)
        if (header_.column[i] == static_cast<std::size_t>(column)) return i + 1;
    return 0;
}

void RowReader::fault(Problem problem, std::size_t field, Column column, std::string_view expected) {
    if (fault_.problem != Problem::none) return;
    fault_ = {problem, field, column_names[static_cast<std::size_t>(column)], std::string(expected)};
}

RowFault RowReader::read(const std::vector<std::string_view>& fields, Dossiers& out, columns::Row& row,
                         std::string_view& id) {
    out_ = &out;
    row_ = &row;
    id_ = {};
    has_unit_ = false;
    fault_ = {};
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (header_.column[i] != unmapped) read_field(static_cast<Column>(header_.column[i]), i + 1, text::trim(fields[i]));
    check(row);
    row.problem = fault_.problem;
    id = id_;
    return std::move(fault_);
}

void RowReader::read_field(Column column, std::size_t field, std::string_view text) {
    switch (column) {
        case Column::id:
            if (text::is_utf8(text)) {
                id_ = text;
            } else {
                fault(Problem::invalid_utf8, field, column, "UTF-8 text");
            }
            return;
        case Column::agency: return read_text(out_->agency, column, field, text, row_->agency);
        case Column::field: return read_text(out_->field, column, field, text, row_->field);
        case Column::procedure: return read_text(out_->procedure, column, field, text, row_->procedure);
        case Column::cause: return read_text(out_->cause, column, field, text, row_->cause);
        case Column::limit: return read_limit(field, text);
        case Column::channel:
            if (text.empty()) return;
            if (const auto c = channels_(text, [&](std::string_view t) { return mapping_.channel(t); })) {
                row_->channel = *c;
            } else {
                fault(Problem::unknown_channel, field, column, "a channel such as 1, 2, 3 or online, in_person, post");
            }
            return;
        case Column::status:
            if (text.empty()) return;
            if (const auto s = statuses_(text, [&](std::string_view t) { return mapping_.status(t); })) {
                row_->status = *s;
            } else {
                fault(Problem::unknown_status, field, column, "a status such as 1 to 10, or a name that the mapping lists");
            }
            return;
        case Column::unit:
            if (text.empty()) return;
            if (const auto u = units_(text, [&](std::string_view t) { return mapping_.unit(t); })) {
                row_->unit = *u;
                has_unit_ = true;
            } else {
                fault(Problem::bad_unit, field, column, "a unit such as working_day, calendar_day, working_hour");
            }
            return;
        case Column::received: return read_moment(Event::received, column, field, text);
        case Column::original_due: return read_moment(Event::original_due, column, field, text);
        case Column::due: return read_moment(Event::due, column, field, text);
        case Column::completed: return read_moment(Event::completed, column, field, text);
        case Column::returned: return read_moment(Event::returned, column, field, text);
        case Column::supplement_requested: return read_moment(Event::supplement_requested, column, field, text);
        case Column::supplement_received: return read_moment(Event::supplement_received, column, field, text);
        case Column::apology: return read_moment(Event::apology, column, field, text);
    }
}

void RowReader::read_moment(Event event, Column column, std::size_t field, std::string_view text) {
    if (text.empty()) return;
    const auto moment = is_null_moment(text) ? std::nullopt : parse_moment(text);
    if (moment) {
        row_->day[static_cast<std::size_t>(event)] = to_days(moment->date);
        row_->second[static_cast<std::size_t>(event)] = moment->second;
    } else if (!is_null_moment(text)) {
        fault(Problem::bad_date, field, column, date_expected);
    }
}

void RowReader::read_limit(std::size_t field, std::string_view text) {
    if (text.empty()) return;
    const auto amount = Decimal::parse(text);
    row_->limit_milli = amount ? columns::limit_in_milli(*amount) : -1;
    if (row_->limit_milli < 0)
        fault(Problem::bad_limit, field, Column::limit, "a time limit from 0 to 100000 with at most three decimals");
}

void RowReader::read_text(CodedColumn& column, Column name, std::size_t field, std::string_view text, std::uint32_t& code) {
    if (text.empty()) return;
    // A text is checked when it is seen first; after that it is one look-up.
    if (const auto known = column.names.find(text)) {
        code = *known;
    } else if (text::is_utf8(text)) {
        code = column.names.add(text);
    } else {
        fault(Problem::invalid_utf8, field, name, "UTF-8 text");
    }
}

// What no single field shows.
void RowReader::check(columns::Row& row) {
    columns::drop_midnight(row);
    if (id_.empty()) fault(Problem::missing_id, field_of(Column::id), Column::id, "a dossier id");
    const bool has_due = row.day[static_cast<std::size_t>(Event::due)] != no_day;
    if (row.limit_milli >= 0 && !has_unit_) {
        if (!has_due) fault(Problem::bad_unit, field_of(Column::unit), Column::unit, "the unit of the limit");
        row.limit_milli = -1;
    }
    if (row.limit_milli == 0 && !has_due && !zero_limit_allowed_)
        fault(Problem::bad_limit, field_of(Column::limit), Column::limit, "a limit above 0, or a due date");
    switch (columns::contradiction(row)) {
        case Problem::missing_received:
            return fault(Problem::missing_received, field_of(Column::received), Column::received, "the date of receipt");
        case Problem::due_before_received:
            return fault(Problem::due_before_received, field_of(Column::due), Column::due, "a due date not before the receipt");
        case Problem::completed_before_received:
            return fault(Problem::completed_before_received, field_of(Column::completed), Column::completed,
                         "an end not before the receipt");
        default: return;
    }
}

}  // namespace cchc::csv
