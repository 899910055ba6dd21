// Pauses and extensions of dossiers from a file of their own, read before the dossiers.
//
// Columns, by their names in the mapping: id (of the dossier), kind, from, to, due_before, due_after. Only id and from must
// be there; a row without a kind is a supplement (yêu cầu bổ sung hồ sơ), the only kind that the national portal's list
// DanhSachHoSoBoSung has. The table keeps the whole file in memory, however large the file of dossiers is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cchc/dossier.hpp"

namespace cchc {

// What was read of it. A bad row is told here with its place, and its dossier gets Problem::bad_pause where it appears.
struct ClockReport {
    std::string source;
    std::uint64_t rows = 0;  // records after the header, good and bad
    std::uint64_t bad_rows = 0;
    std::vector<RowIssue> issues;      // the first max_issues
    std::vector<std::string> ignored;  // header captions that are no column of ours
};

// The table, by the id of the dossier. It never changes and may be used by several readers and threads at once.
class ClockTable {
public:
    // A whole text. Of the options it takes source, delimiter, mapping, max_record_bytes, max_issues and
    // stop_at_first_issue. Throws as CsvReader.
    static ClockTable from_csv(std::string_view text, ReadOptions options = {});

    const ClockReport& report() const noexcept;
    std::size_t dossiers() const noexcept;  // how many it knows something about, numbered from 0 in order of the file

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t find(std::string_view id) const noexcept;  // the number of a dossier, or `none`
    std::string_view id(std::size_t dossier) const noexcept;
    std::span<const ClockEvent> events(std::size_t dossier) const noexcept;  // in order of the file
    const RowIssue* issue(std::size_t dossier) const noexcept;               // the first bad row of a dossier, or null

    // The rows of the dossiers that are false in `seen` (ReadReport::clock_seen, of several files joined by "or"), and the
    // ids of the first max_ids of these dossiers.
    struct Unmatched {
        std::uint64_t rows = 0;
        std::vector<std::string> ids;
    };
    Unmatched unmatched(const std::vector<bool>& seen, std::size_t max_ids = 100) const;

    struct Table;  // of the library
    explicit ClockTable(std::shared_ptr<const Table> table) : table_(std::move(table)) {}

private:
    std::shared_ptr<const Table> table_;
};

// Reads the file in blocks of any size.
class ClockReader {
public:
    explicit ClockReader(ReadOptions options = {});
    ~ClockReader();
    ClockReader(ClockReader&&) noexcept;
    ClockReader& operator=(ClockReader&&) noexcept;

    void feed(std::string_view block);  // throws as CsvReader::feed()
    ClockTable finish();                // throws as CsvReader::finish()

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace cchc
