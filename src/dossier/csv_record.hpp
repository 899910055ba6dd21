// One CSV record (RFC 4180) at a time: where its fields are, and where it ends.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/dossier.hpp"

namespace cchc::csv {

// The fields of one record. Views point into the input, or into `unquoted` for fields with doubled quotes.
struct Record {
    std::span<const std::string_view> fields() const noexcept { return {storage.data(), count}; }
    void add(std::string_view field) {
        if (count == storage.size()) storage.resize(2 * storage.size() + 16);
        storage[count++] = field;
    }

    std::vector<std::string_view> storage;  // kept from record to record; the first `count` are this one's fields
    std::size_t count = 0;
    std::string unquoted;
    const char* next = nullptr;       // where the next record begins
    std::size_t line_breaks = 0;      // line breaks consumed, those inside quotes included
    Problem problem = Problem::none;  // bad_quote: `problem_field` has text after its closing quote
    std::size_t problem_field = 0;
};

enum class Scan : std::uint8_t {
    complete,    // a record with its line break, or the last one at the end of the file
    incomplete,  // the text ends inside the record
    open_quote,  // the text ends inside a quoted field
};

// Scans the record at the start of `text`. `last`: nothing follows `text`, so its end also ends the record.
Scan scan(std::string_view text, char delimiter, bool last, Record& out);

}  // namespace cchc::csv
