// The status history of a dossier: what its dated states say about its end and its pauses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "dossier/mapping_names.hpp"

namespace cchc::json {
class Record;
}

namespace cchc::jsonl {

class History {
public:
    // A text of the record that stands for a column, and the number of its value; item 0: there is none.
    struct Text {
        std::string_view text;
        std::size_t item = 0;
    };
    // What is wrong with an entry.
    struct Fault {
        Problem problem = Problem::none;
        std::size_t item = 0;
        std::string_view column;
        std::string_view expected;
    };

    explicit History(const Mapping& mapping) : mapping_(mapping) {}

    // Reads the array `item` of a record. With a fault nothing else is set.
    Fault read(const json::Record& record, std::size_t item);

    const Text& completed() const noexcept { return completed_; }
    const Text& returned() const noexcept { return returned_; }
    const Text& status() const noexcept { return status_; }  // the last one
    const std::vector<ClockEvent>& pauses() const noexcept { return pauses_; }

private:
    struct Entry {
        Moment at;
        Status status = Status::unknown;
        Text at_text;
        Text status_text;
    };
    Fault read_entry(const json::Record& record, std::size_t item);
    void take(const Entry& entry);
    void take_pause(const Entry& entry);

    const Mapping& mapping_;
    std::vector<Entry> entries_;
    Text completed_, returned_, status_;
    std::vector<ClockEvent> pauses_;
    Status last_ = Status::unknown;
};

// The text of a value as a field of CSV would have it: numbers as they are spelled, true and false as words; empty for what
// is null, "" or "null". Nothing for an object or an array.
std::optional<std::string_view> text_of(const json::Record& record, std::size_t item);

// The best member of an object for a list of folded names, and its number; 0: none.
std::size_t find_member(const json::Record& record, std::size_t object, const std::vector<std::string>& names);

}  // namespace cchc::jsonl
