// CSV as RFC 4180 has it, strictly: for the case list of `cchc due --csv`, whose columns are kept as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "input.hpp"

namespace tool {

struct CsvField {
    std::string text;
    std::uint64_t line = 1;  // where the field begins, 1-based; `byte` counts within the line
    std::uint64_t byte = 1;
};

// Reads records one by one. A byte order mark is skipped, CRLF and LF end a record, blank lines are no records.
class CsvRecords {
public:
    CsvRecords(Input& input, char delimiter);

    // False at the end. Throws DataError with the place for a quote never closed, text after a closing quote, a quote
    // inside an unquoted field, a carriage return alone, and a record beyond 1 MiB.
    bool next(std::vector<CsvField>& record);

private:
    static constexpr int end_of_input = -1;

    int peek();
    int take();
    void read_field(CsvField& field);
    void read_quoted(CsvField& field);
    bool at_end_of_record();
    [[noreturn]] void fail(std::uint64_t line, std::uint64_t byte, std::string_view message) const;
    void append(CsvField& field, int c);

    Input& input_;
    char delimiter_;
    std::string block_;
    std::size_t position_ = 0;
    std::size_t length_ = 0;
    std::uint64_t line_ = 1;
    std::uint64_t byte_ = 1;
    std::size_t record_bytes_ = 0;
};

// A field as it must be written: quoted where it holds a delimiter, a quote or a line break.
std::string csv_quoted(std::string_view text, char delimiter);

// "," ";" or "tab". Throws CallError for anything else.
char parse_delimiter(std::string_view text);

}  // namespace tool
