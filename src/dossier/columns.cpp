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

std::span<const ClockEvent> ClockColumn::operator[](std::size_t i) const noexcept {
    if (i >= ends.size()) return {};
    const std::uint64_t from = i == 0 ? 0 : ends[i - 1];
    return std::span(events).subspan(from, ends[i] - from);
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

bool is_sooner(const ClockEvent& a, const ClockEvent& b) noexcept {
    return std::pair(a.from.date, a.from.second) < std::pair(b.from.date, b.from.second);
}

bool is_reversed(const ClockEvent& e) noexcept {
    if (!e.to || e.kind == ClockKind::extension) return false;
    if (e.to->date != e.from.date) return e.to->date < e.from.date;
    return e.to->second >= 0 && e.to->second < e.from.second;
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
    out.service_level.push_back(row.service_level);
    if (!out.clock.empty()) out.clock.ends.resize(before + 1, out.clock.events.size());
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
    out.service_level[i] = row.service_level;
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
    row.service_level = dossier.service_level;
    id.push_back(utf8 ? std::string_view(dossier.id) : "");
    columns::append(*this, row);
    return dossier.clock.empty() ? row.problem : add_clock(size() - 1, dossier.clock);
}

Problem Dossiers::add_clock(std::size_t i, std::span<const ClockEvent> added) {
    if (i >= size()) throw Error(ErrorCode::argument_range, "there is no such dossier");
    if (added.empty()) return problem[i];
    // Dossiers before the first one with events have none.
    const std::uint64_t known = clock.ends.empty() ? 0 : clock.ends.back();
    clock.ends.resize(size(), known);
    const auto at = [this](std::uint64_t e) { return clock.events.begin() + static_cast<std::ptrdiff_t>(e); };
    clock.events.insert(at(clock.ends[i]), added.begin(), added.end());
    for (std::size_t k = i; k < clock.ends.size(); ++k) clock.ends[k] += added.size();
    std::stable_sort(at(i == 0 ? 0 : clock.ends[i - 1]), at(clock.ends[i]), columns::is_sooner);
    if (problem[i] == Problem::none && std::any_of(added.begin(), added.end(), columns::is_reversed))
        problem[i] = Problem::bad_pause;
    return problem[i];
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
    d.service_level = service_level[i];
    const auto events_of_clock = clock[i];
    d.clock.assign(events_of_clock.begin(), events_of_clock.end());
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
    service_level.clear();
    clock.events.clear();
    clock.ends.clear();
    problem.clear();
}

}  // namespace cchc
