// The CSV reader: records become rows of the columns, and every row that cannot be read is counted and kept with its place.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "dossier/csv_block.hpp"
#include "dossier/csv_row.hpp"
#include "dossier/csv_splitter.hpp"
#include "dossier/duplicates.hpp"

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

}  // namespace

struct CsvReader::State {
    State(ReadOptions o, Sink s)
        : options(checked(std::move(o))),
          sink(std::move(s)),
          duplicates(options.duplicate_window,
                     [this](csv::DuplicateWindow::Duplicate&& d) { take_duplicate(std::move(d)); }),
          splitter(handler(), options.max_record_bytes) {
        report.source = options.source;
    }

    csv::Splitter::Handler handler() {
        return {[this](std::string_view text, std::uint64_t line, const csv::Record& r) { take_record(text, line, r); },
                [this](std::string_view text, std::uint64_t line) { return take_plain(text, line); },
                [this](std::string_view text, std::uint64_t line, Problem p) { take_broken(text, line, p); },
                [this](std::string_view first) { return choose_delimiter(first); }};
    }

    char choose_delimiter(std::string_view first_line) {
        if (text::trim(first_line).empty()) return 0;
        if (first_line.starts_with("\xFF\xFE") || first_line.starts_with("\xFE\xFF") ||
            first_line.find('\0') != std::string_view::npos)
            fail("the file is UTF-16 or binary; save it as \"CSV UTF-8\"");
        if (first_line.size() > options.max_record_bytes) fail("the header line is too long");
        delimiter = options.delimiter != 0 ? options.delimiter : csv::find_delimiter(first_line);
        return delimiter;
    }

    void take_record(std::string_view text, std::uint64_t line, const csv::Record& record) {
        const bool blank = record.fields().size() == 1 && text::trim(record.fields()[0]).empty();
        if (blank) return;
        if (!rows) {
            take_header(record);
            return;
        }
        ++report.rows;
        columns::Row row;
        std::string_view id;
        if (!judge(record, row, id)) note(text, line, id, record);
        watch_id(id, line);
        finish_row(row, id);
    }

    // The plain records at the start of the text, all at once.
    csv::Splitter::Taken take_plain(std::string_view text, std::uint64_t line) {
        if (!rows) return {};
        const std::size_t most = std::min(plain_rows, options.batch_rows - batch.size());
        const std::size_t found = index->find(text, delimiter, most, options.max_record_bytes);
        // Where few records are plain, little is looked at ahead of them.
        plain_rows = std::clamp<std::size_t>(2 * found, 2, csv::BlockReader::max_rows);
        if (found == 0) return {};
        const std::size_t start = batch.size();
        blocks->read(*index, batch);
        for (std::size_t i = 0; i < found; ++i)
            if (blocks->odd()[i] != 0) read_again(i, start + i, line + i);
        if (options.duplicate_window != 0) watch_ids(start, line);
        report.rows += found;
        if (batch.size() >= options.batch_rows) hand_over();
        return {index->bytes(), found};
    }

    // A record of the index that is not everyday, as a row of the columns, where it stands already but for its values.
    void read_again(std::size_t record, std::size_t row, std::uint64_t line) {
        // The text of the record is scanned as if it stood alone.
        const std::string_view text = index->record(record);
        csv::scan(text, delimiter, true, again);
        columns::Row values;
        std::string_view id;
        if (!judge(again, values, id)) note(text, line, id, again);
        columns::store(batch, row, values);
    }

    void watch_ids(std::size_t start, std::uint64_t line) {
        duplicates.note(blocks->id_hashes(), line, [&](std::size_t i) { return batch.id[start + i]; });
    }

    void watch_id(std::string_view id, std::uint64_t line) {
        if (options.duplicate_window == 0) return;
        const std::uint64_t hash = id.empty() ? 0 : key_of(id).hash;
        duplicates.note({&hash, 1}, line, [id](std::size_t) { return id; });
    }

    void take_duplicate(csv::DuplicateWindow::Duplicate&& d) {
        ++report.duplicate_count;
        if (report.duplicates.size() < options.max_issues)
            report.duplicates.push_back({d.line, d.first_row, std::move(d.id)});
    }

    // False when the row has a fault, which is then in `fault`.
    bool judge(const csv::Record& record, columns::Row& row, std::string_view& id) {
        if (record.problem == Problem::none && record.count == rows->field_count()) {
            if (rows->read(record.fields(), batch, row, id)) return true;
            fault = rows->fault();
            return false;
        }
        if (record.problem != Problem::none) {
            fault = {record.problem, record.problem_field, {}, "a separator after the closing quote"};
        } else {
            fault = {Problem::wrong_field_count, 0, {}, fmt::format("{} fields as in the header", rows->field_count())};
        }
        row.problem = fault.problem;
        return false;
    }

    void take_header(const csv::Record& record) {
        csv::Header header = csv::read_header(record.fields(), *options.mapping, options.source);
        report.ignored = header.ignored;
        report.missing = header.missing;
        rows.emplace(header, *options.mapping, options.zero_limit_allowed);
        blocks.emplace(header, *options.mapping, options.duplicate_window == 0 ? nullptr : &duplicates);
        index.emplace(header.column.size());
    }

    void take_broken(std::string_view text, std::uint64_t line, Problem problem) {
        if (!rows) fail("the header line has a quote that never closes, or is too long");
        ++report.rows;
        columns::Row row;
        row.problem = problem;
        const std::size_t byte = problem == Problem::open_quote ? csv::open_quote_byte(text, delimiter) : 1;
        const std::string message =
            problem == Problem::open_quote
                ? "a quote opens here and never closes; reading goes on with the next line"
                : fmt::format("the record is longer than {} bytes; reading goes on with the next line",
                              options.max_record_bytes);
        add_issue({line, 0, byte, problem, {}, {}, message});
        watch_id({}, line);
        finish_row(row, {});
    }

    void note(std::string_view text, std::uint64_t line, std::string_view id, const csv::Record& record) {
        const bool field_known = fault.field > 0 && fault.field <= record.fields().size();
        const std::string found = field_known
                                      ? fmt::format("\"{}\"", text::excerpt(text::trim(record.fields()[fault.field - 1])))
                                      : fmt::format("{} fields", record.fields().size());
        const csv::Position at = csv::field_position(text, delimiter, line, std::max<std::size_t>(fault.field, 1));
        add_issue({at.line, fault.field, at.byte, fault.problem, std::string(fault.column), std::string(id),
                   fmt::format("{}: expected {}; found {}", to_string(fault.problem), fault.expected, found)});
    }

    void add_issue(RowIssue issue) {
        ++report.bad_rows;
        ++report.by_problem[static_cast<std::size_t>(issue.problem)];
        if (options.stop_at_first_issue)
            throw Error(
                ErrorCode::csv, issue.message,
                {options.source, static_cast<std::int64_t>(issue.line), static_cast<std::int64_t>(issue.byte), -1, {}});
        if (report.issues.size() < options.max_issues) report.issues.push_back(std::move(issue));
    }

    void finish_row(const columns::Row& row, std::string_view id) {
        batch.id.push_back(id);
        columns::append(batch, row);
        if (batch.size() >= options.batch_rows) hand_over();
    }

    void hand_over() {
        if (batch.size() == 0) return;
        sink(batch);
        batch.clear_rows();
        for (CodedColumn* column : {&batch.agency, &batch.field, &batch.procedure, &batch.cause})
            if (column->names.size() > max_dictionary) column->names = Dictionary();
    }

    [[noreturn]] void fail(const std::string& message) const {
        throw Error(ErrorCode::csv, message, {options.source, 1, 1, -1, {}});
    }

    ReadReport finish() {
        splitter.finish();
        if (!rows) fail("the file is empty: expected a header line");
        hand_over();
        duplicates.resolve();
        report.duplicates_complete = options.duplicate_window != 0 && duplicates.complete();
        return std::move(report);
    }

    ReadOptions options;
    Sink sink;
    csv::DuplicateWindow duplicates;
    csv::Splitter splitter;
    // Set by the header.
    std::optional<csv::RowReader> rows;
    std::optional<csv::BlockReader> blocks;
    std::optional<csv::Index> index;
    std::size_t plain_rows = csv::BlockReader::max_rows;  // how many records are looked at ahead
    csv::Record again;
    csv::RowFault fault;  // of the last row that has one
    char delimiter = 0;
    Dossiers batch;
    ReadReport report;
};

CsvReader::CsvReader(ReadOptions options, Sink sink)
    : state_(std::make_unique<State>(std::move(options), std::move(sink))) {}
CsvReader::~CsvReader() = default;
CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader& CsvReader::operator=(CsvReader&&) noexcept = default;

void CsvReader::feed(std::string_view block) {
    state_->report.bytes += block.size();
    state_->splitter.feed(block);
}

ReadReport CsvReader::finish() { return state_->finish(); }

ReadResult read_csv(std::string_view text, ReadOptions options) {
    ReadResult result;
    // One batch holds everything, so that it can be taken out whole.
    options.batch_rows = static_cast<std::size_t>(-1);
    CsvReader reader(std::move(options), [&result](Dossiers& all) { std::swap(result.dossiers, all); });
    reader.feed(text);
    result.report = reader.finish();
    return result;
}

}  // namespace cchc
