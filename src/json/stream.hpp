// From blocks of any size to whole JSON records: one a line, the elements of an array, or those of the array under "data" of
// an envelope. The record that a block cuts waits here for the rest of it; nothing else is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "cchc/error.hpp"

namespace cchc::json {

// A byte of the input: its line, and its number within the line, both 1-based.
struct Place {
    std::uint64_t line = 1;
    std::uint64_t byte = 1;
    // The place after the text, if the text begins here.
    Place after(std::string_view text) const noexcept;
};

class RecordSplitter {
public:
    // What the splitter finds, in order of the file.
    struct Handler {
        // A record, without blanks around it. It may be anything, but for lines it is one line of text.
        std::function<void(std::string_view text, Place place)> record;
        // A record of more than max_record_bytes; reading goes on behind it.
        std::function<void(Place place)> too_long;
    };
    RecordSplitter(Handler handler, std::size_t max_record_bytes, std::string source)
        : handler_(std::move(handler)), max_(max_record_bytes), source_(std::move(source)) {}

    // Both throw ErrorCode::json_syntax where what stands around the records is no JSON. finish(): also for an empty input,
    // and for an array that does not end.
    void feed(std::string_view block);
    void finish();
    // Whether the records are lines, so that one that is no JSON says nothing about the next.
    bool lines() const noexcept { return state_ == State::lines; }
    [[noreturn]] void fail(const std::string& message, Place place) const;

private:
    enum class State : std::uint8_t {
        start,      // blanks and a byte order mark
        object,     // inside the first object: an envelope, or the first of the lines
        lines,      // one record a line
        first,      // behind the bracket of an array
        next,       // behind a comma of it
        separator,  // behind an element of it
        element,    // inside an element
        tail,       // behind the array: the rest of the envelope, or blanks
    };
    // How far the first object was looked at, a byte at a time.
    struct Peek {
        enum class Expect : std::uint8_t { key, colon, value, end };
        Expect expect = Expect::key;
        bool in_string = false;
        bool escaped = false;
        bool breaks_line = false;
        std::size_t depth = 0;
        std::size_t key = 0;  // where the last key begins, and one past its end
        std::size_t key_end = 0;
    };
    enum class Seen : std::uint8_t { nothing, envelope, lines };

    bool start(std::string_view& block);
    void consume(std::string_view block);
    std::size_t consume_object(std::string_view block);
    std::size_t consume_lines(std::string_view block);
    std::size_t consume_array(std::string_view block);
    std::size_t consume_element(std::string_view block);
    std::size_t consume_tail(std::string_view block);
    Seen peek(char c, std::size_t at);
    Seen peek_string(char c, std::size_t at);
    Seen peek_bracket(char c);
    void take_line(std::string_view line);
    bool ends_element(char c) noexcept;
    void end_element(std::string_view text);
    void check_envelope(std::string_view tail) const;
    void advance(char c) noexcept;

    Handler handler_;
    std::size_t max_;
    std::string source_;
    State state_ = State::start;
    bool marked_ = false;    // the byte order mark was looked for
    Place place_;            // of the next byte
    std::string pending_;    // what was read of the record that a block cut
    bool skipping_ = false;  // the record is too long, and its rest is dropped
    Place record_place_;
    Peek peek_;
    std::string prefix_;  // of an envelope, up to the bracket of its array
    Place prefix_place_;
    std::string tail_;
    Place tail_place_;
    // Inside an element.
    std::size_t depth_ = 0;
    bool in_string_ = false;
    bool escaped_ = false;
    bool scalar_ = false;
};

}  // namespace cchc::json
