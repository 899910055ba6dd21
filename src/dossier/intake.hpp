// What every reader does with its rows: batches for the sink, the report, ids that stand twice, and the pauses of a file of
// their own.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "dossier/columns.hpp"
#include "dossier/duplicates.hpp"

namespace cchc {

class Intake {
public:
    // Throws argument_range for options outside their range. `strict` is the code thrown at the first bad row, if asked.
    Intake(ReadOptions options, CsvReader::Sink sink, ErrorCode strict);
    Intake(const Intake&) = delete;
    Intake& operator=(const Intake&) = delete;

    // Counts a bad row; throws where the first one ends the file.
    void add_issue(RowIssue issue);
    void watch_id(std::string_view id, std::uint64_t line);
    // Appends a row with its id and its clock events, and hands over a full batch.
    void finish_row(const columns::Row& row, std::string_view id, std::span<const ClockEvent> clock = {});
    void hand_over();
    ReadReport finish();

    ReadOptions options;
    Dossiers batch;
    ReadReport report;
    csv::DuplicateWindow duplicates;

private:
    void take_duplicate(csv::DuplicateWindow::Duplicate&& duplicate);
    void add_clock();
    void add_clock_of(std::size_t row, std::size_t dossier);

    CsvReader::Sink sink_;
    ErrorCode strict_;
    ClockColumn joined_;
};

}  // namespace cchc
