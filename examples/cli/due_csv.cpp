// cchc due --csv: a list of cases; every row comes back with its due date, or with the reason why it has none.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cchc/cchc.hpp>
#include <optional>
#include <vector>

#include "csv.hpp"
#include "due_row.hpp"
#include "input.hpp"
#include "named.hpp"
#include "options.hpp"
#include "output.hpp"
#include "problems.hpp"
#include "row_writer.hpp"
#include "utf8.hpp"

namespace tool {
namespace {

constexpr std::size_t errors_shown = 20;

// Where the columns of a case stand in the file.
struct Header {
    std::vector<std::string> captions;
    std::array<std::optional<std::size_t>, case_field_count> place;

    std::string cell(const std::vector<CsvField>& row, CaseField field) const {
        const auto& at = place[static_cast<std::size_t>(field)];
        return at ? row[*at].text : std::string();
    }
};

Header read_header(CsvRecords& records, const std::string& name) {
    std::vector<CsvField> fields;
    if (!records.next(fields)) throw DataError(fmt::format("{}:1:1: the file is empty", name));
    Header header;
    for (const CsvField& field : fields) {
        const auto fail = [&](std::string_view why) {
            throw DataError(fmt::format("{}:{}:{}: column \"{}\" {}", name, field.line, field.byte, field.text, why));
        };
        if (!is_utf8(field.text)) fail("is not valid UTF-8");
        if (std::find(header.captions.begin(), header.captions.end(), field.text) != header.captions.end())
            fail("stands twice");
        if (field.text == "due" || field.text == "error") fail("is already there, but this command adds it");
        for (std::size_t i = 0; i < case_field_count; ++i) {
            if (field.text == to_string(static_cast<CaseField>(i))) header.place[i] = header.captions.size();
        }
        header.captions.push_back(field.text);
    }
    for (const CaseField needed : {CaseField::received, CaseField::limit, CaseField::unit}) {
        if (header.place[static_cast<std::size_t>(needed)]) continue;
        throw DataError(fmt::format("{}:1:1: no column {}; the header has: {}", name, to_string(needed),
                                    fmt::join(header.captions, " | ")));
    }
    return header;
}

// A row's fault: what, and the field that shows it.
struct Fault {
    std::size_t field = 0;
    std::string message;
};

std::optional<Fault> malformed(const Header& header, const std::vector<CsvField>& row) {
    const auto broken = std::find_if(row.begin(), row.end(), [](const CsvField& f) { return !is_utf8(f.text); });
    if (broken != row.end()) return Fault{static_cast<std::size_t>(broken - row.begin()), "not valid UTF-8"};
    if (row.size() == header.captions.size()) return std::nullopt;
    // The first field too many, or the last one before those that are missing.
    return Fault{row.size() > header.captions.size() ? header.captions.size() : row.size() - 1,
                 fmt::format("{} fields, but the header has {}", row.size(), header.captions.size())};
}

std::optional<Fault> judge_row(CaseReader& reader, const Header& header, const std::vector<CsvField>& row,
                               std::string& due) {
    if (auto fault = malformed(header, row)) return fault;
    try {
        due = due_text(judge(reader.read({header.cell(row, CaseField::received), header.cell(row, CaseField::limit),
                                          header.cell(row, CaseField::unit), header.cell(row, CaseField::calendar),
                                          header.cell(row, CaseField::rule)})));
        return std::nullopt;
    } catch (const CaseError& error) {
        const auto place = header.place[static_cast<std::size_t>(error.field)];
        return Fault{place.value_or(0), fmt::format("{}: {}", to_string(error.field), error.what())};
    }
}

CaseReader make_reader(const DueOptions& o) {
    CaseReader reader(find_calendar(o.calendar));
    if (!o.rule.empty()) reader.set_default(find_rule(o.rule));
    try {
        if (!o.unit.empty()) reader.set_default(parse_case_unit(o.unit));
    } catch (const CaseError& error) {
        throw CallError(fmt::format("--unit: {}", error.what()));
    }
    return reader;
}

struct Tally {
    std::size_t rows = 0;
    std::size_t refused = 0;
    bool broken_off = false;  // the file is no CSV from some place on
};

void report(const std::string& name, const CsvField& field, const std::string& message, Tally& tally) {
    if (++tally.refused > errors_shown) return;
    say(fmt::format("{}:{}:{}: {}", name, field.line, field.byte, message));
}

void judge_rows(CsvRecords& records, const std::string& name, const Header& header, CaseReader& reader, RowWriter& writer,
                Tally& tally) {
    std::vector<CsvField> row;
    std::vector<std::string> cells;
    while (records.next(row)) {
        ++tally.rows;
        std::string due;
        const std::optional<Fault> fault = judge_row(reader, header, row, due);
        if (fault) report(name, row[fault->field], fault->message, tally);
        cells.clear();
        for (const CsvField& field : row) cells.push_back(field.text);
        cells.resize(header.captions.size());
        cells.push_back(due);
        cells.push_back(fault ? fault->message : std::string());
        writer.row(cells);
    }
}

}  // namespace

int run_due_csv(const DueOptions& options) {
    if (!options.received.empty() || !options.limit.empty()) throw CallError("due: --csv replaces --received and --limit");
    CaseReader reader = make_reader(options);
    Input input(options.csv);
    const char delimiter = parse_delimiter(options.delimiter);
    CsvRecords records(input, delimiter);
    Header header = read_header(records, input.name());
    Output output(options.common);
    std::vector<std::string> captions = header.captions;
    captions.insert(captions.end(), {"due", "error"});
    const auto writer = make_row_writer(options.common.format, delimiter, output);
    writer->header(captions);
    Tally tally;
    try {
        judge_rows(records, input.name(), header, reader, *writer, tally);
    } catch (const DataError& error) {
        say(fmt::format("{}; the rows from here on were not read", error.what()));
        tally.broken_off = true;
    }
    writer->end();
    output.commit();
    if (tally.refused > 0) {
        say(fmt::format("{}: {} of {} rows have no due date; the column error says why", input.name(), tally.refused,
                        tally.rows));
    }
    return tally.refused > 0 || tally.broken_off ? exit_bad_data : exit_done;
}

}  // namespace tool
