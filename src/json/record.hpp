// One JSON record at a time, flat: its values stand one after the other and their texts in one buffer, both kept from record
// to record, so that reading many records allocates nothing for each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "json/value.hpp"

namespace cchc::json {

// The values of a record in the order of the text; number 0 is the record itself. The values inside value i are
// first_of(i), then next_of() of each, up to end_of(i).
class Record {
public:
    struct Item {
        Value::Kind kind = Value::Kind::null;
        bool flag = false;        // of a boolean
        std::uint32_t index = 0;  // its number among its siblings
        std::uint32_t end = 0;    // one past the last value inside it
        std::uint32_t key = 0;    // where its name and its text stand in the buffer
        std::uint32_t key_size = 0;
        std::uint32_t text = 0;
        std::uint32_t text_size = 0;
    };

    const Item& operator[](std::size_t i) const noexcept { return items[i]; }
    std::string_view key(std::size_t i) const noexcept { return piece(items[i].key, items[i].key_size); }
    // A string without its escapes, or a number as it is spelled; valid until the next record.
    std::string_view text(std::size_t i) const noexcept { return piece(items[i].text, items[i].text_size); }
    static std::size_t first_of(std::size_t i) noexcept { return i + 1; }
    std::size_t next_of(std::size_t i) const noexcept { return items[i].end; }
    std::size_t end_of(std::size_t i) const noexcept { return items[i].end; }

    // The JSON pointer of a value, and the numbers of its members or elements on the way to it.
    std::string pointer(std::size_t i) const;
    std::vector<std::size_t> path(std::size_t i) const;

    std::vector<Item> items;
    std::string texts;

private:
    std::string_view piece(std::size_t at, std::size_t size) const noexcept {
        return std::string_view(texts).substr(at, size);
    }
};

// Where a value of a well-formed record begins in its text.
std::size_t offset_of(std::string_view text, std::span<const std::size_t> path) noexcept;

// Reads records with one parser. Not movable.
class RecordParser {
public:
    enum class Fault : std::uint8_t { none, invalid_utf8, syntax, too_deep, duplicate_key };

    explicit RecordParser(std::size_t levels);  // that values may be nested in
    RecordParser(const RecordParser&) = delete;
    RecordParser& operator=(const RecordParser&) = delete;
    ~RecordParser();

    // Reads one JSON value, with nothing but blanks around it, of less than 4 GiB. What is wrong is told by the functions
    // below.
    Fault parse(std::string_view text);
    const Record& record() const noexcept;
    std::size_t fault_offset() const noexcept { return fault_offset_; }  // in the text
    const std::string& fault_message() const noexcept { return fault_message_; }
    const std::string& fault_pointer() const noexcept { return fault_pointer_; }  // of a key that stands twice

private:
    struct State;
    Fault fail(Fault fault, std::size_t offset, std::string message);
    std::unique_ptr<State> state_;
    std::size_t levels_;
    std::size_t fault_offset_ = 0;
    std::string fault_message_;
    std::string fault_pointer_;
};

}  // namespace cchc::json
