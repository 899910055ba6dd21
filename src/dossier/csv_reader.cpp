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
#include "dossier/intake.hpp"

namespace cchc {

struct CsvReader::State {
    State(ReadOptions o, Sink s)
        : intake(std::move(o), std::move(s), ErrorCode::csv), splitter(handler(), options.max_record_bytes) {}

    csv::Splitter::Handler handler() {
        return {[this](std::string_view text, std::uint64_t line, const csv::Record& r) { take_record(text, line, r); },
                [this](std::string_view text, std::uint64_t line) { return take_plain(text, line); },
                [this](std::string_view text, std::uint64_t line, Problem p) { take_broken(text, line, p); },
                [this](std::string_view first) { return choose_delimiter(first); }};
    }

    char choose_delimiter(std::string_view first_line) {
        delimiter = csv::header_delimiter(first_line, options);
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
        intake.watch_id(id, line);
        intake.finish_row(row, id);
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
        if (batch.size() >= options.batch_rows) intake.hand_over();
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
        intake.duplicates.note(blocks->id_hashes(), line, [&](std::size_t i) { return batch.id[start + i]; });
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
        blocks.emplace(header, *options.mapping, options.duplicate_window == 0 ? nullptr : &intake.duplicates);
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
        intake.add_issue({line, 0, byte, problem, {}, {}, message, {}});
        intake.watch_id({}, line);
        intake.finish_row(row, {});
    }

    void note(std::string_view text, std::uint64_t line, std::string_view id, const csv::Record& record) {
        const bool field_known = fault.field > 0 && fault.field <= record.fields().size();
        const std::string found = field_known
                                      ? fmt::format("\"{}\"", text::excerpt(text::trim(record.fields()[fault.field - 1])))
                                      : fmt::format("{} fields", record.fields().size());
        const csv::Position at = csv::field_position(text, delimiter, line, std::max<std::size_t>(fault.field, 1));
        intake.add_issue({at.line,
                          fault.field,
                          at.byte,
                          fault.problem,
                          std::string(fault.column),
                          std::string(id),
                          fmt::format("{}: expected {}; found {}", to_string(fault.problem), fault.expected, found),
                          {}});
    }

    [[noreturn]] void fail(const std::string& message) const {
        throw Error(ErrorCode::csv, message, {options.source, 1, 1, -1, {}});
    }

    ReadReport finish() {
        splitter.finish();
        if (!rows) fail("the file is empty: expected a header line");
        return intake.finish();
    }

    Intake intake;
    const ReadOptions& options = intake.options;
    Dossiers& batch = intake.batch;
    ReadReport& report = intake.report;
    csv::Splitter splitter;
    // Set by the header.
    std::optional<csv::RowReader> rows;
    std::optional<csv::BlockReader> blocks;
    std::optional<csv::Index> index;
    std::size_t plain_rows = csv::BlockReader::max_rows;  // how many records are looked at ahead
    csv::Record again;
    csv::RowFault fault;  // of the last row that has one
    char delimiter = 0;
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
