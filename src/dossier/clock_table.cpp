// The file of pauses and extensions, and its reader.
#include "cchc/clock_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "dossier/csv_header.hpp"
#include "dossier/csv_splitter.hpp"
#include "dossier/pause_row.hpp"

namespace cchc {

struct ClockTable::Table {
    ClockReport report;
    Dictionary ids;                         // dossier d has code d + 1
    std::vector<std::uint64_t> rows;        // of each dossier, good and bad
    std::vector<ClockEvent> events;         // one dossier after the other
    std::vector<std::uint64_t> ends;        // one past the last event of each
    std::map<std::size_t, RowIssue> first;  // the first bad row of a dossier that has one
};

const ClockReport& ClockTable::report() const noexcept { return table_->report; }
std::size_t ClockTable::dossiers() const noexcept { return table_->rows.size(); }

std::size_t ClockTable::find(std::string_view id) const noexcept {
    const auto code = table_->ids.find(id);
    return code && *code != 0 ? *code - 1 : none;
}

std::string_view ClockTable::id(std::size_t dossier) const noexcept {
    return table_->ids[static_cast<std::uint32_t>(dossier + 1)];
}

std::span<const ClockEvent> ClockTable::events(std::size_t dossier) const noexcept {
    const std::uint64_t from = dossier == 0 ? 0 : table_->ends[dossier - 1];
    return std::span(table_->events).subspan(from, table_->ends[dossier] - from);
}

const RowIssue* ClockTable::issue(std::size_t dossier) const noexcept {
    const auto found = table_->first.find(dossier);
    return found == table_->first.end() ? nullptr : &found->second;
}

ClockTable::Unmatched ClockTable::unmatched(const std::vector<bool>& seen, std::size_t max_ids) const {
    Unmatched result;
    for (std::size_t d = 0; d < dossiers(); ++d) {
        if (d < seen.size() && seen[d]) continue;
        result.rows += table_->rows[d];
        if (result.ids.size() < max_ids) result.ids.emplace_back(id(d));
    }
    return result;
}

struct ClockReader::State {
    explicit State(ReadOptions o)
        : options(std::move(o)),
          table(std::make_shared<ClockTable::Table>()),
          splitter(handler(), options.max_record_bytes) {
        if (!options.mapping) options.mapping = std::make_shared<const Mapping>(Mapping::builtin());
        table->report.source = options.source;
    }

    csv::Splitter::Handler handler() {
        return {[this](std::string_view text, std::uint64_t line, const csv::Record& r) { take_record(text, line, r); },
                [](std::string_view, std::uint64_t) { return csv::Splitter::Taken{}; },
                [this](std::string_view text, std::uint64_t line, Problem p) { take_broken(text, line, p); },
                [this](std::string_view first) { return delimiter = csv::header_delimiter(first, options); }};
    }

    void take_record(std::string_view text, std::uint64_t line, const csv::Record& record) {
        const auto fields = record.fields();
        if (fields.size() == 1 && text::trim(fields[0]).empty()) return;
        if (!header) {
            header = csv::read_pause_header(fields, *options.mapping, options.source);
            table->report.ignored = header->ignored;
            return;
        }
        ++table->report.rows;
        if (record.problem != Problem::none)
            return refuse(text, line, record.problem, record.problem_field, "a separator after the closing quote", record);
        if (fields.size() != header->fields)
            return refuse(text, line, Problem::wrong_field_count, 0,
                          fmt::format("{} fields as in the header", header->fields), record);
        take_fields(text, line, record);
    }

    void take_fields(std::string_view text, std::uint64_t line, const csv::Record& record) {
        PauseTexts texts{};
        for (std::size_t c = 0; c < pause_column_count; ++c)
            if (header->field[c] != csv::no_field) texts[c] = text::trim(record.fields()[header->field[c]]);
        const std::size_t id_field = field_of(PauseColumn::id);
        const std::string_view id = texts[static_cast<std::size_t>(PauseColumn::id)];
        if (id.empty()) return refuse(text, line, Problem::missing_id, id_field, "a dossier id", record);
        if (!text::is_utf8(id)) return refuse(text, line, Problem::invalid_utf8, id_field, "UTF-8 text", record);
        const std::size_t dossier = table->ids.add(id) - 1;
        if (dossier == table->rows.size()) table->rows.push_back(0);
        ++table->rows[dossier];
        ClockEvent event;
        if (const auto fault = read_pause(texts, *options.mapping, event))
            return refuse(text, line, Problem::bad_pause, field_of(fault->column), fault->expected, record, dossier);
        events.emplace_back(dossier, event);
    }

    // The 1-based field of a column, or 0.
    std::size_t field_of(PauseColumn column) const noexcept {
        return header->field[static_cast<std::size_t>(column)] + 1;  // no_field + 1 is 0
    }

    void refuse(std::string_view text, std::uint64_t line, Problem problem, std::size_t field, std::string_view expected,
                const csv::Record& record, std::size_t dossier = ClockTable::none) {
        const auto fields = record.fields();
        const bool known = field > 0 && field <= fields.size();
        const std::string found = known ? fmt::format("\"{}\"", text::excerpt(text::trim(fields[field - 1])))
                                        : fmt::format("{} fields", fields.size());
        const csv::Position at = csv::field_position(text, delimiter, line, std::max<std::size_t>(field, 1));
        const auto column = std::find(header->field.begin(), header->field.end(), field - 1);
        const auto c = static_cast<std::size_t>(column - header->field.begin());
        add_issue({at.line,
                   field,
                   at.byte,
                   problem,
                   std::string(known && c < pause_column_count ? pause_column_names[c] : ""),
                   std::string(dossier == ClockTable::none ? "" : table->ids[static_cast<std::uint32_t>(dossier + 1)]),
                   fmt::format("{}: expected {}; found {}", to_string(problem), expected, found),
                   {}},
                  dossier);
    }

    void take_broken(std::string_view text, std::uint64_t line, Problem problem) {
        if (!header) fail("the header line has a quote that never closes, or is too long");
        ++table->report.rows;
        const bool open = problem == Problem::open_quote;
        add_issue({line,
                   0,
                   open ? csv::open_quote_byte(text, delimiter) : 1,
                   problem,
                   {},
                   {},
                   open ? "a quote opens here and never closes; reading goes on with the next line"
                        : fmt::format("the record is longer than {} bytes; reading goes on with the next line",
                                      options.max_record_bytes),
                   {}},
                  ClockTable::none);
    }

    void add_issue(RowIssue issue, std::size_t dossier) {
        ClockReport& report = table->report;
        ++report.bad_rows;
        if (options.stop_at_first_issue)
            throw Error(
                ErrorCode::csv, issue.message,
                {options.source, static_cast<std::int64_t>(issue.line), static_cast<std::int64_t>(issue.byte), -1, {}});
        if (dossier != ClockTable::none) table->first.try_emplace(dossier, issue);
        if (report.issues.size() < options.max_issues) report.issues.push_back(std::move(issue));
    }

    [[noreturn]] void fail(const std::string& message) const {
        throw Error(ErrorCode::csv, message, {options.source, 1, 1, -1, {}});
    }

    ClockTable finish() {
        splitter.finish();
        if (!header) fail("the file is empty: expected a header line");
        std::stable_sort(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [dossier, event] : events) {
            table->ends.resize(dossier, table->events.size());
            table->events.push_back(event);
            table->ends.resize(dossier + 1);
            table->ends[dossier] = table->events.size();
        }
        table->ends.resize(table->rows.size(), table->events.size());
        events = {};
        return ClockTable(std::move(table));
    }

    ReadOptions options;
    std::shared_ptr<ClockTable::Table> table;
    csv::Splitter splitter;
    std::optional<csv::PauseHeader> header;
    char delimiter = 0;
    std::vector<std::pair<std::size_t, ClockEvent>> events;  // with their dossiers, in order of the file
};

ClockReader::ClockReader(ReadOptions options) : state_(std::make_unique<State>(std::move(options))) {}
ClockReader::~ClockReader() = default;
ClockReader::ClockReader(ClockReader&&) noexcept = default;
ClockReader& ClockReader::operator=(ClockReader&&) noexcept = default;
void ClockReader::feed(std::string_view block) { state_->splitter.feed(block); }
ClockTable ClockReader::finish() { return state_->finish(); }

ClockTable ClockTable::from_csv(std::string_view text, ReadOptions options) {
    ClockReader reader(std::move(options));
    reader.feed(text);
    return reader.finish();
}

}  // namespace cchc
