// A small CSV file as a whole: forms and lists that people keep, not dossiers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cchc::csv {

struct TableRecord {
    std::int64_t line = 1;            // on which it begins
    std::vector<std::string> fields;  // trimmed

    std::size_t filled() const;  // fields that are not empty
};

// All records that are not blank. The delimiter 0 is found. Throws csv, with line and column: no UTF-8, a quote that never
// closes, text after one that did.
std::vector<TableRecord> read_table(std::string_view text, char delimiter, const std::string& source);

}  // namespace cchc::csv
