// From blocks of any size to whole records: the record that a block cuts waits here for the rest of it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "dossier/csv_record.hpp"

namespace cchc::csv {

class Splitter {
public:
    // So many records were taken at once, each a line.
    struct Taken {
        std::size_t bytes = 0;
        std::size_t records = 0;
    };
    // What the splitter finds, in order of the file. `line` is the 1-based line on which the record begins, `text` the
    // input from its first byte on.
    struct Handler {
        std::function<void(std::string_view text, std::uint64_t line, const Record& record)> record;
        // Asked before a record is scanned: takes the records at the start of `text` that need no scanning, or none.
        std::function<Taken(std::string_view text, std::uint64_t line)> plain;
        // A record that is too long (Problem::line_too_long) or whose quote never closes (open_quote). Reading goes on with
        // the line after `line`.
        std::function<void(std::string_view text, std::uint64_t line, Problem problem)> broken;
        // The first line that is not blank, before it is split: gives the delimiter; 0 for a blank line. May throw.
        std::function<char(std::string_view first_line)> delimiter;
    };
    Splitter(Handler handler, std::size_t max_record_bytes) : handler_(std::move(handler)), max_(max_record_bytes) {}

    void feed(std::string_view block);
    void finish();

private:
    bool start(std::string_view& block);
    bool skip_line(std::string_view& block);
    void extend_pending(std::string_view& block);
    std::size_t consume(std::string_view text, bool last);
    std::size_t give_up(std::string_view text, Problem problem, bool last);

    Handler handler_;
    std::size_t max_;
    std::string pending_;
    bool started_ = false;
    bool skipping_ = false;  // dropping the rest of a line that is too long
    char delimiter_ = 0;
    std::uint64_t line_ = 1;
    Record record_;
};

// The line and the byte within it (both 1-based) at which a field of the record at the start of `text` begins; the record
// itself begins on `line`. `field` is 1-based.
struct Position {
    std::uint64_t line = 0;
    std::uint64_t byte = 0;
};
Position field_position(std::string_view text, char delimiter, std::uint64_t line, std::size_t field) noexcept;

// The byte (1-based) of a line at which the quote opens that is still open at its end.
std::size_t open_quote_byte(std::string_view line, char delimiter) noexcept;

}  // namespace cchc::csv
