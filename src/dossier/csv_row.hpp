// The fields of one record as a row of the columns.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/columns.hpp"
#include "dossier/csv_header.hpp"
#include "dossier/dictionary.hpp"

namespace cchc::csv {

// Codes that repeat are looked up by text once and then found by hash.
template <class E>
class CodeCache {
public:
    template <class Find>
    std::optional<E> operator()(std::string_view text, Find find) {
        const std::uint64_t hash = hash_text(text);
        if (hash == last_hash_ && text == last_text_) return last_;
        for (const Entry& entry : entries_)
            if (entry.hash == hash && entry.text == text) return entry.value;
        const std::optional<E> value = find(text);
        // Unknown codes are not kept: a file may have as many of them as rows.
        if (value && entries_.size() < max_entries) entries_.push_back({hash, std::string(text), value});
        last_hash_ = hash;
        last_text_ = text;
        last_ = value;
        return value;
    }

private:
    static constexpr std::size_t max_entries = 64;
    struct Entry {
        std::uint64_t hash;
        std::string text;
        std::optional<E> value;
    };
    std::vector<Entry> entries_;
    std::uint64_t last_hash_ = 0;
    std::string last_text_;
    std::optional<E> last_;
};

// What is wrong with a row: the first problem, its field, and what was expected there.
struct RowFault {
    Problem problem = Problem::none;
    std::size_t field = 0;  // 1-based; 0: the record as a whole
    std::string_view column;
    std::string expected;
};

class RowReader {
public:
    RowReader(Header header, const Mapping& mapping, bool zero_limit_allowed);

    // Reads a record of the right number of fields. `id` is set when it could be read. With a fault, the row keeps what
    // could be read, so that it is counted under its agency.
    RowFault read(const std::vector<std::string_view>& fields, Dossiers& out, columns::Row& row, std::string_view& id);
    std::size_t field_count() const noexcept { return header_.column.size(); }

private:
    void read_field(Column column, std::size_t field, std::string_view text);
    void read_moment(Event event, Column column, std::size_t field, std::string_view text);
    void read_limit(std::size_t field, std::string_view text);
    void read_text(CodedColumn& column, Column name, std::size_t field, std::string_view text, std::uint32_t& code);
    void check(columns::Row& row);
    void fault(Problem problem, std::size_t field, Column column, std::string_view expected);
    std::size_t field_of(Column column) const noexcept;

    Header header_;
    const Mapping& mapping_;
    bool zero_limit_allowed_;
    CodeCache<Channel> channels_;
    CodeCache<Status> statuses_;
    CodeCache<Unit> units_;
    // State of the row that is being read.
    Dossiers* out_ = nullptr;
    columns::Row* row_ = nullptr;
    std::string_view id_;
    bool has_unit_ = false;
    RowFault fault_;
};

}  // namespace cchc::csv
