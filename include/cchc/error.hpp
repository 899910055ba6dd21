// Errors of the C++ API. A call that cannot be carried out throws cchc::Error and leaves nothing half done;
// a row of a batch that cannot be judged gets a RowStatus instead, so that one bad dossier never stops a file.
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>

namespace cchc {

// What went wrong, by number. The numbers are those of the C ABI (cchc.h) and are never reused.
enum class ErrorCode : std::int32_t {
    argument_range = 102,     // a value outside the range that the declaration states
    argument_utf8 = 106,      // text that is not valid UTF-8
    json_syntax = 200,        // not JSON, or nested too deep, or too large
    json_schema = 201,        // JSON of the wrong shape: unknown key, wrong type, missing key, duplicate key, bad value
    csv = 202,                // a CSV file that cannot be read as a whole: no header, no usable column, UTF-16 …
    bytes_corrupt = 203,      // serialised statistics that are truncated, altered, or of another version
    outside_coverage = 300,   // a date outside the calendar's coverage
    limit_refused = 301,      // a time limit that the counting rule does not allow
    unknown_name = 302,       // no built-in calendar, rule or policy of that name
    incompatible = 303,       // statistics of two different queries cannot be merged
    time_syntax = 304,        // text that is no date, time or decimal in an accepted format
    expression_syntax = 305,  // text that is no expression or unary test
};

// The place of an error. Fields that do not apply are empty or -1.
struct Where {
    std::string source;             // name of the file or input, as the caller gave it
    std::int64_t line = -1;         // 1-based line
    std::int64_t column = -1;       // 1-based column, counted in bytes
    std::int64_t byte_offset = -1;  // 0-based offset into the input
    std::string pointer;            // JSON pointer (RFC 6901); "" is the whole document
};

// An error with its code, a message for people, and its place. what() is "source:line:column: message",
// or "source#/json/pointer: message"; it is UTF-8 English text and is never meant to be parsed.
class Error : public std::exception {
public:
    Error(ErrorCode code, std::string message, Where where = {});

    ErrorCode code() const noexcept { return code_; }
    const std::string& message() const noexcept { return message_; }
    const Where& where() const noexcept { return where_; }
    const char* what() const noexcept override { return what_.c_str(); }

private:
    ErrorCode code_;
    std::string message_;
    Where where_;
    std::string what_;
};

// The outcome of one row of a batch call. 0 is good. The numbers are those of CCHC_ROW_… in cchc.h.
enum class RowStatus : std::uint8_t {
    ok = 0,
    missing = 1,           // an input of this row is the "no value" sentinel
    outside_coverage = 2,  // the row needs a date that the calendar does not cover
    limit_refused = 3,     // the time limit is negative, too large, or not allowed by the rule
    argument_range = 4,    // an enumeration or number outside its range
};

// The name of a row status, e.g. "outside_coverage". Static text.
std::string_view to_string(RowStatus status) noexcept;

}  // namespace cchc
