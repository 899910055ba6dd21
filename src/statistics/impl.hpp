// The inside of Statistics, shared by the files that fill, serialise and read it.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "statistics/cells.hpp"
#include "statistics/names.hpp"

namespace cchc {

namespace stats {

// Values of text dimensions, by the statistics' own codes; other dimensions carry numbers (see label()).
inline constexpr std::size_t text_dimensions = 3;  // agency, field, procedure

constexpr bool is_text(Dimension d) noexcept { return static_cast<std::size_t>(d) < text_dimensions; }

// The key of a date dimension: 0 for no date, else 1 + months, quarters or years since year 0.
std::uint32_t period_id(Dimension dimension, std::int32_t day) noexcept;
// The text of a non-text key: "online", "2020-03", "2020-Q1", "2020"; "" for none. And back.
std::string label(Dimension dimension, std::uint32_t id);
std::optional<std::uint32_t> parse_label(Dimension dimension, std::string_view text);

// Period ids of all days that a calendar covers, so that a row costs one load.
class PeriodTable {
public:
    PeriodTable(Dimension dimension, const Calendar& calendar);
    std::uint32_t operator()(std::int32_t day) const noexcept {
        const auto at = static_cast<std::uint32_t>(day) - first_;
        return at < ids_.size() ? ids_[at] : period_id(dimension_, day);
    }

private:
    Dimension dimension_;
    std::uint32_t first_;
    std::vector<std::uint32_t> ids_;
};

}  // namespace stats

struct Statistics::Impl {
    explicit Impl(Query q);

    void add(const Dossiers& dossiers);
    void merge(const Impl& other);
    // The cell of a key given as texts; throws bytes_corrupt for a text that is no value of its dimension.
    std::uint32_t cell(std::size_t grouping, const std::vector<std::string>& key);
    std::vector<std::string> key_texts(std::size_t grouping, std::uint32_t cell) const;
    void count_rows(std::uint64_t rows);

    Query query;
    std::string query_text;  // canonical; statistics merge only with the same
    judge::Table<std::uint8_t> table;
    judge::Window window;
    std::vector<stats::PeriodTable> periods;  // month, quarter, year
    std::array<Dictionary, stats::text_dimensions> names;
    std::vector<stats::Cells> groupings;  // [0] is the total, then those of the query
    std::uint64_t rows = 0;

private:
    class Batch;
};

}  // namespace cchc
