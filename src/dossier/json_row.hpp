// The members of one JSON record as a row of the columns: its values become the fields of a record of CSV, and are judged as
// such. Arrays of pauses and of the status history become clock events and the fields that are missing.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dossier/csv_row.hpp"
#include "dossier/json_history.hpp"

namespace cchc::json {
class Record;
}

namespace cchc::jsonl {

// What is wrong with a row: the first problem and the value (its number in the record) where it is.
struct Fault {
    Problem problem = Problem::none;
    std::size_t item = 0;
    std::string_view column;
    std::string expected;
};

class JsonRow {
public:
    explicit JsonRow(const ReadOptions& options);
    JsonRow(const JsonRow&) = delete;
    JsonRow& operator=(const JsonRow&) = delete;

    // Reads an object. `id` and clock() are set when they could be read. False with a fault: the row keeps what could be
    // read.
    bool read(const json::Record& record, Dossiers& out, columns::Row& row, std::string_view& id);
    const Fault& fault() const noexcept { return fault_; }
    std::span<const ClockEvent> clock() const noexcept { return clock_; }
    // Names of members that are not used, and canonical columns that no record had.
    const std::vector<std::string>& ignored() const noexcept { return ignored_; }
    std::vector<std::string> missing() const;

private:
    // Which slot a member is for: a column, a flag, or an array.
    struct Use {
        std::size_t slot = 0;
        std::size_t rank = 0;
        bool told = false;  // among the ignored names
    };
    struct Slot {
        std::size_t item = 0;  // 0: nothing
        std::size_t rank = 0;
    };
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Uses = std::unordered_map<std::string, Use, Hash, std::equal_to<>>;

    Use find_use(std::string_view name) const;
    Use use_of(std::string_view name);
    void ignore(std::string_view name);
    void collect(const json::Record& record);
    void load_fields(const json::Record& record);
    void read_pauses(const json::Record& record);
    void read_pause(const json::Record& record, std::size_t item);
    void read_history(const json::Record& record);
    void keep_pauses_of_history();
    bool has_kind(ClockKind kind) const;
    void fault(Problem problem, std::size_t item, std::string_view column, std::string_view expected);

    static constexpr std::size_t max_names = 1000;

    const ReadOptions& options_;
    const Mapping::Names& names_;
    std::vector<std::string> flags_;  // folded names of flags; slot column_count and on
    csv::Header header_;
    csv::RowReader rows_;
    History history_;
    Uses uses_;
    std::vector<std::string> ignored_;
    std::array<bool, column_count> seen_{};
    // Of the record that is being read.
    std::vector<Slot> slots_;
    std::vector<std::string_view> fields_;
    std::vector<std::size_t> items_;  // where each field came from
    std::vector<ClockEvent> clock_;
    Fault fault_;
};

}  // namespace cchc::jsonl
