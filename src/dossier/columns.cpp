#include "dossier/columns.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace cchc {

std::string_view TextColumn::operator[](std::size_t i) const noexcept {
    const std::size_t from = i == 0 ? 0 : ends[i - 1];
    return std::string_view(bytes).substr(from, ends[i] - from);
}

void TextColumn::push_back(std::string_view text) {
    bytes += text;
    ends.push_back(bytes.size());
}

std::optional<Moment> EventColumn::operator[](std::size_t i) const noexcept {
    if (day.empty() || day[i] == no_day) return std::nullopt;
    return Moment{from_days(day[i]), second[i]};
}

namespace columns {

Problem contradiction(const Row& row) noexcept {
    const auto at = [&](Event e) { return row.day[static_cast<std::size_t>(e)]; };
    const bool never_received = row.status == Status::registered || row.status == Status::not_accepted;
    const std::int32_t received = at(Event::received);
    if (received == no_day) return never_received ? Problem::none : Problem::missing_received;
    for (const Event e : {Event::due, Event::original_due})
        if (at(e) != no_day && at(e) < received) return Problem::due_before_received;
    for (const Event e : {Event::completed, Event::returned})
        if (at(e) != no_day && at(e) < received) return Problem::completed_before_received;
    return Problem::none;
}

void append(Dossiers& out, const Row& row) {
    const std::size_t before = out.size();
    for (std::size_t e = 0; e < event_count; ++e) {
        EventColumn& column = out.events[e];
        if (row.day[e] == no_day && column.day.empty()) continue;
        column.day.resize(before, no_day);
        column.second.resize(before, -1);
        column.day.push_back(row.day[e]);
        column.second.push_back(row.second[e]);
    }
    out.agency.codes.push_back(row.agency);
    out.field.codes.push_back(row.field);
    out.procedure.codes.push_back(row.procedure);
    out.cause.codes.push_back(row.cause);
    out.channel.push_back(row.channel);
    out.status.push_back(row.status);
    out.limit_milli.push_back(row.limit_milli);
    out.limit_unit.push_back(row.unit);
    out.problem.push_back(row.problem);
}

void store(Dossiers& out, std::size_t i, const Row& row) noexcept {
    for (std::size_t e = 0; e < event_count; ++e) {
        if (out.events[e].day.empty()) continue;
        out.events[e].day[i] = row.day[e];
        out.events[e].second[i] = row.second[e];
    }
    out.agency.codes[i] = row.agency;
    out.field.codes[i] = row.field;
    out.procedure.codes[i] = row.procedure;
    out.cause.codes[i] = row.cause;
    out.channel[i] = row.channel;
    out.status[i] = row.status;
    out.limit_milli[i] = row.limit_milli;
    out.limit_unit[i] = row.unit;
    out.problem[i] = row.problem;
}

std::int32_t limit_in_milli(const Decimal& amount) noexcept {
    const auto milli = amount.scaled(3);
    if (!milli || *milli < 0 || *milli > max_limit_milli) return -1;
    return static_cast<std::int32_t>(*milli);
}

std::int32_t parse_limit(std::string_view text) {
    const auto amount = Decimal::parse(text);
    return amount ? limit_in_milli(*amount) : -1;
}

}  // namespace columns

Problem Dossiers::push_back(const Dossier& dossier) {
    columns::Row row;
    row.status = dossier.status;
    row.channel = dossier.channel;
    row.problem = dossier.problem;
    for (std::size_t e = 0; e < event_count; ++e) {
        if (!dossier.events[e]) continue;
        row.day[e] = to_days(dossier.events[e]->date);
        row.second[e] = dossier.events[e]->second;
    }
    columns::drop_midnight(row);
    if (dossier.limit) {
        row.unit = dossier.limit->unit;
        row.limit_milli = columns::limit_in_milli(dossier.limit->amount);
        if (row.limit_milli < 0 && row.problem == Problem::none) row.problem = Problem::bad_limit;
    }
    const auto texts = {&dossier.id, &dossier.agency, &dossier.field, &dossier.procedure, &dossier.cause};
    const bool utf8 = std::all_of(texts.begin(), texts.end(), [](const std::string* t) { return text::is_utf8(*t); });
    if (!utf8 && row.problem == Problem::none) row.problem = Problem::invalid_utf8;
    // Invalid text never reaches a dictionary: it would come out again in JSON.
    const auto code = [utf8](CodedColumn& column, const std::string& t) {
        return column.names.add(utf8 ? std::string_view(t) : "");
    };
    row.agency = code(agency, dossier.agency);
    row.field = code(field, dossier.field);
    row.procedure = code(procedure, dossier.procedure);
    row.cause = code(cause, dossier.cause);
    if (row.problem == Problem::none && dossier.id.empty()) row.problem = Problem::missing_id;
    if (row.problem == Problem::none) row.problem = columns::contradiction(row);
    id.push_back(utf8 ? std::string_view(dossier.id) : "");
    columns::append(*this, row);
    return row.problem;
}

Dossier Dossiers::operator[](std::size_t i) const {
    Dossier d;
    d.id = id[i];
    d.agency = agency[i];
    d.field = field[i];
    d.procedure = procedure[i];
    d.cause = cause[i];
    d.channel = channel[i];
    d.status = status[i];
    d.problem = problem[i];
    for (std::size_t e = 0; e < event_count; ++e) d.events[e] = events[e][i];
    if (limit_milli[i] >= 0) d.limit = TimeLimit{Decimal(limit_milli[i], 3), limit_unit[i]};
    return d;
}

void Dossiers::clear_rows() {
    id.bytes.clear();
    id.ends.clear();
    for (CodedColumn* column : {&agency, &field, &procedure, &cause}) column->codes.clear();
    for (EventColumn& event : events) {
        event.day.clear();
        event.second.clear();
    }
    channel.clear();
    status.clear();
    limit_milli.clear();
    limit_unit.clear();
    problem.clear();
}

}  // namespace cchc
