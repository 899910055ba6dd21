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
    if (day[i] == no_day) return std::nullopt;
    return Moment{from_days(day[i]), second[i]};
}

void EventColumn::push_back(const std::optional<Moment>& moment) {
    day.push_back(moment ? to_days(moment->date) : no_day);
    second.push_back(moment ? moment->second : -1);
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

namespace {

// The last rows of a column.
template <class T, class Get>
void overwrite(std::vector<T>& column, std::span<const Row> rows, Get get) {
    T* out = column.data() + (column.size() - rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) out[i] = get(rows[i]);
}

template <class T, class Get>
void extend(std::vector<T>& column, std::span<const Row> rows, Get get) {
    column.resize(column.size() + rows.size());
    overwrite(column, rows, get);
}

}  // namespace

void append(Dossiers& out, std::span<const Row> rows, const Present& present) {
    const std::size_t total = out.problem.size() + rows.size();
    for (std::size_t e = 0; e < event_count; ++e) {
        if (!present.event[e]) {
            out.events[e].day.resize(total, no_day);
            out.events[e].second.resize(total, -1);
            continue;
        }
        extend(out.events[e].day, rows, [e](const Row& r) { return r.day[e]; });
        extend(out.events[e].second, rows, [e](const Row& r) { return r.second[e]; });
    }
    extend(out.agency.codes, rows, [](const Row& r) { return r.agency; });
    extend(out.field.codes, rows, [](const Row& r) { return r.field; });
    extend(out.procedure.codes, rows, [](const Row& r) { return r.procedure; });
    out.cause.codes.resize(total, 0);
    if (present.cause) overwrite(out.cause.codes, rows, [](const Row& r) { return r.cause; });
    extend(out.channel, rows, [](const Row& r) { return r.channel; });
    out.status.resize(total, Status::unknown);
    if (present.status) overwrite(out.status, rows, [](const Row& r) { return r.status; });
    extend(out.limit_milli, rows, [](const Row& r) { return r.limit_milli; });
    extend(out.limit_unit, rows, [](const Row& r) { return r.unit; });
    extend(out.problem, rows, [](const Row& r) { return r.problem; });
}

std::int32_t limit_in_milli(const Decimal& amount) noexcept {
    const auto milli = amount.scaled(3);
    if (!milli || *milli < 0 || *milli > max_limit_milli) return -1;
    return static_cast<std::int32_t>(*milli);
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
    columns::Present all;
    all.event.fill(true);
    all.cause = all.status = true;
    columns::append(*this, {&row, 1}, all);
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
