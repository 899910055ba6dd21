// The rows of an index as rows of the columns, column by column: what nearly all rows look like, and nothing else. A row
// with anything that is not everyday, right or wrong, is marked and read again by RowReader, which alone decides what a
// fault is.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "dossier/csv_codes.hpp"
#include "dossier/csv_header.hpp"
#include "dossier/csv_index.hpp"
#include "dossier/dictionary.hpp"
#include "dossier/duplicates.hpp"

namespace cchc::csv {

class BlockReader {
public:
    static constexpr std::size_t max_rows = 128;  // of one index: its places and its text fit the first cache

    // `watch` will be asked for the ids, and may be null.
    BlockReader(const Header& header, const Mapping& mapping, const DuplicateWindow* watch);

    // Appends all rows of the index, with their ids. The rows that odd() marks have only their id.
    void read(const Index& index, Dossiers& out);
    std::span<const std::uint8_t> odd() const noexcept { return std::span(odd_).first(rows_); }
    // The hashes of the ids (TextKey); 0: no id.
    std::span<const std::uint64_t> id_hashes() const noexcept { return std::span(id_hash_).first(rows_); }

private:
    struct Field {
        std::size_t at;
        Column column;
    };

    void make_room(Dossiers& out);
    void load_texts(const Index& index, std::size_t field);
    void read_field(const Field& field, Dossiers& out);
    void read_ids(TextColumn& out);
    void read_event(Event event, EventColumn& out);
    void read_texts(CodedColumn& out);
    template <class E, class Find>
    void read_codes(CodeTable<E>& known, Find find, std::vector<E>& out);
    void read_limits(std::vector<std::int32_t>& out);
    void count_limits_in_days(Dossiers& out);
    void check_flags(const Index& index);
    void check_limits(Dossiers& out);
    void check_dates(const Dossiers& out);

    std::vector<Field> fields_;
    std::vector<Header::Flag> flags_;
    const Mapping& mapping_;
    std::int32_t hours_per_day_;
    const DuplicateWindow* watch_;
    CodeTable<Channel> channels_;
    CodeTable<Status> statuses_;
    CodeTable<Unit> units_;
    CodeTable<ServiceLevel> levels_;
    // Of the block that is being read.
    std::size_t start_ = 0;  // its first row in the columns
    std::size_t rows_ = 0;
    std::array<std::string_view, max_rows> text_{};  // of the field that is being read
    std::array<std::uint64_t, max_rows> id_hash_{};
    std::array<std::uint8_t, max_rows> odd_{};
    std::array<std::uint8_t, max_rows> has_unit_{};
};

}  // namespace cchc::csv
