// The fields of one record as a row of the columns.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/columns.hpp"
#include "dossier/csv_codes.hpp"
#include "dossier/csv_header.hpp"

namespace cchc::csv {

// What is wrong with a row: the first problem, its field, and what was expected there.
struct RowFault {
    Problem problem = Problem::none;
    std::size_t field = 0;  // 1-based; 0: the record as a whole
    std::string_view column;
    std::string expected;
};

class RowReader {
public:
    RowReader(const Header& header, const Mapping& mapping, bool zero_limit_allowed);

    // Reads a record of the right number of fields. `id` is set when it could be read. False with a fault: the row keeps
    // what could be read, so that it is counted under its agency.
    bool read(std::span<const std::string_view> fields, Dossiers& out, columns::Row& row, std::string_view& id);
    const RowFault& fault() const noexcept { return fault_; }  // of the last row read
    std::size_t field_count() const noexcept { return field_count_; }

private:
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);
    struct EventField {
        std::size_t field;
        Event event;
    };

    void read_events(std::span<const std::string_view> fields, columns::Row& row);
    void read_texts(std::span<const std::string_view> fields, Dossiers& out, columns::Row& row);
    void read_codes(std::span<const std::string_view> fields, columns::Row& row);
    void read_flags(std::span<const std::string_view> fields, columns::Row& row);
    void read_limit(std::span<const std::string_view> fields, columns::Row& row);
    std::string_view read_id(std::span<const std::string_view> fields);
    std::uint32_t read_text(CodedColumn& column, Column name, std::string_view text);
    void check_limit(columns::Row& row);
    void check_dates(columns::Row& row);
    // Notes what is wrong; of several faults the one in the first field stays. `field` is 1-based, or 0.
    void fault(Problem problem, Column column, std::string_view expected);
    void fault_at(std::size_t field, Problem problem, Column column, std::string_view expected);
    std::size_t field_of(Column column) const noexcept { return field_of_[static_cast<std::size_t>(column)]; }
    std::string_view text_of(std::span<const std::string_view> fields, Column column) const noexcept;

    std::size_t field_count_;
    std::array<std::size_t, column_count> field_of_{};  // by column, 0-based, or `absent`
    std::vector<EventField> events_;
    std::vector<Header::Flag> flags_;
    const Mapping& mapping_;
    std::int32_t hours_per_day_;
    bool zero_limit_allowed_;
    CodeTable<Channel> channels_;
    CodeTable<Status> statuses_;
    CodeTable<Unit> units_;
    CodeTable<ServiceLevel> levels_;
    // State of the row that is being read.
    bool has_unit_ = false;
    RowFault fault_;
};

}  // namespace cchc::csv
