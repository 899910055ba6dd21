#include "dossier/intake.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "cchc/clock_table.hpp"
#include "dossier/text_key.hpp"

namespace cchc {
namespace {

// A dictionary beyond this is replaced after a batch: free texts must not make memory grow with the file.
constexpr std::uint32_t max_dictionary = 1u << 20;

ReadOptions checked(ReadOptions o) {
    if (o.delimiter != 0 && o.delimiter != ',' && o.delimiter != ';' && o.delimiter != '\t')
        throw Error(ErrorCode::argument_range, "the delimiter is a comma, a semicolon or a tab");
    if (o.batch_rows == 0 || o.max_record_bytes == 0)
        throw Error(ErrorCode::argument_range, "batch_rows and max_record_bytes are at least 1");
    if (!o.mapping) o.mapping = std::make_shared<const Mapping>(Mapping::builtin());
    return o;
}

std::int64_t place(std::uint64_t number) noexcept { return number == 0 ? -1 : static_cast<std::int64_t>(number); }

}  // namespace

Intake::Intake(ReadOptions o, CsvReader::Sink sink, ErrorCode strict)
    : options(checked(std::move(o))),
      duplicates(options.duplicate_window, [this](csv::DuplicateWindow::Duplicate&& d) { take_duplicate(std::move(d)); }),
      sink_(std::move(sink)),
      strict_(strict) {
    report.source = options.source;
    if (options.clock) report.clock_seen.assign(options.clock->dossiers(), false);
}

void Intake::take_duplicate(csv::DuplicateWindow::Duplicate&& d) {
    ++report.duplicate_count;
    if (report.duplicates.size() < options.max_issues) report.duplicates.push_back({d.line, d.first_row, std::move(d.id)});
}

void Intake::add_issue(RowIssue issue) {
    ++report.bad_rows;
    ++report.by_problem[static_cast<std::size_t>(issue.problem)];
    if (options.stop_at_first_issue)
        throw Error(strict_, issue.message, {options.source, place(issue.line), place(issue.byte), -1, issue.pointer});
    if (report.issues.size() < options.max_issues) report.issues.push_back(std::move(issue));
}

void Intake::watch_id(std::string_view id, std::uint64_t line) {
    if (options.duplicate_window == 0) return;
    const std::uint64_t hash = id.empty() ? 0 : key_of(id).hash;
    duplicates.note({&hash, 1}, line, [id](std::size_t) { return id; });
}

void Intake::finish_row(const columns::Row& row, std::string_view id, std::span<const ClockEvent> clock) {
    batch.id.push_back(id);
    columns::append(batch, row);
    if (!clock.empty()) batch.add_clock(batch.size() - 1, clock);
    if (batch.size() >= options.batch_rows) hand_over();
}

void Intake::hand_over() {
    if (batch.size() == 0) return;
    if (options.clock) add_clock();
    sink_(batch);
    batch.clear_rows();
    for (CodedColumn* column : {&batch.agency, &batch.field, &batch.procedure, &batch.cause})
        if (column->names.size() > max_dictionary) column->names = Dictionary();
}

// The events of the table join those that the rows have already. The whole column is made anew, in one pass.
void Intake::add_clock() {
    const ClockTable& table = *options.clock;
    joined_.events.clear();
    joined_.ends.clear();
    for (std::size_t row = 0; row < batch.size(); ++row) {
        const auto own = batch.clock[row];
        joined_.events.insert(joined_.events.end(), own.begin(), own.end());
        const std::string_view id = batch.id[row];
        if (const std::size_t d = id.empty() ? ClockTable::none : table.find(id); d != ClockTable::none)
            add_clock_of(row, d);
        joined_.ends.push_back(joined_.events.size());
    }
    if (joined_.events.empty()) joined_.ends.clear();
    std::swap(batch.clock, joined_);
}

void Intake::add_clock_of(std::size_t row, std::size_t dossier) {
    const ClockTable& table = *options.clock;
    report.clock_seen[dossier] = true;
    const auto added = table.events(dossier);
    joined_.events.insert(joined_.events.end(), added.begin(), added.end());
    const auto first = static_cast<std::ptrdiff_t>(joined_.ends.empty() ? 0 : joined_.ends.back());
    std::stable_sort(joined_.events.begin() + first, joined_.events.end(), columns::is_sooner);
    const RowIssue* const bad = table.issue(dossier);
    if (bad == nullptr || batch.problem[row] != Problem::none) return;
    batch.problem[row] = Problem::bad_pause;
    const std::string where = fmt::format("{}:{}:{}", table.report().source, bad->line, bad->byte);
    add_issue({0,
               0,
               0,
               Problem::bad_pause,
               "pauses",
               std::string(batch.id[row]),
               fmt::format("bad_pause: a pause of this dossier cannot be read, {}: {}", where, bad->message),
               {}});
}

ReadReport Intake::finish() {
    hand_over();
    duplicates.resolve();
    report.duplicates_complete = options.duplicate_window != 0 && duplicates.complete();
    if (options.clock) report.clock_unmatched = options.clock->unmatched(report.clock_seen, 0).rows;
    return std::move(report);
}

}  // namespace cchc
