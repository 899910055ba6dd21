// The inside of Statistics, shared by the files that fill, serialise and read it.
#pragma once

#include <array>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "statistics/cells.hpp"
#include "statistics/names.hpp"
#include "statistics/timing.hpp"

namespace cchc {

namespace stats {

// Values of text dimensions, by the statistics' own codes; other dimensions carry numbers (see label()).
inline constexpr std::size_t text_dimensions = 4;  // agency, field, procedure, cause

// Which of the text dimensions it is, or text_dimensions.
constexpr std::size_t text_index(Dimension d) noexcept {
    if (d == Dimension::cause) return 3;
    return d <= Dimension::procedure ? static_cast<std::size_t>(d) : text_dimensions;
}
constexpr bool is_text(Dimension d) noexcept { return text_index(d) < text_dimensions; }
// Dimensions whose values are numbers of the library's own.
constexpr bool is_code(Dimension d) noexcept { return d == Dimension::channel || d == Dimension::service_level; }

// The period of a day: 0 for no date, else 1 + months, quarters or years since year 0.
std::uint32_t period_of(Dimension dimension, std::int32_t day) noexcept;
// The text of a code or period: "online", "level_3", "2020-03", "2020-Q1", "2020"; "" for none. And back.
std::string code_label(Dimension dimension, std::uint32_t code);
std::optional<std::uint32_t> parse_code(Dimension dimension, std::string_view text);
constexpr std::size_t code_values(Dimension d) noexcept { return d == Dimension::channel ? 4 : service_level_count; }
std::string period_label(Dimension dimension, std::uint32_t period);
std::optional<std::uint32_t> parse_period(Dimension dimension, std::string_view text);

// Dense codes for the periods of a dimension, as a dictionary has for texts; code 0 is "no date". The days that a calendar
// covers have theirs in a table, so that a row costs one load.
class PeriodCodes {
public:
    PeriodCodes(Dimension dimension, const Calendar& calendar);
    std::uint32_t of_day(std::int32_t day) {
        const auto at = static_cast<std::uint32_t>(day) - first_;
        return at < by_day_.size() ? by_day_[at] : of_period(period_of(dimension_, day));
    }
    std::uint32_t of_period(std::uint32_t period);
    // The days from first_day() on, whose codes are known.
    std::int32_t first_day() const noexcept { return static_cast<std::int32_t>(first_); }
    std::span<const std::uint32_t> by_day() const noexcept { return by_day_; }
    std::uint32_t period(std::uint32_t code) const noexcept { return periods_[code]; }
    std::size_t size() const noexcept { return periods_.size(); }

private:
    Dimension dimension_;
    std::uint32_t first_;
    std::vector<std::uint32_t> by_day_;
    std::vector<std::uint32_t> periods_;                      // by code
    std::unordered_map<std::uint32_t, std::uint32_t> codes_;  // by period
};

// The codes of a dictionary as the statistics' own, kept from one set of columns to the next: a reader's batches share
// theirs.
class Adopted {
public:
    // The own code of each code in the column; valid until the next call.
    const std::uint32_t* codes(const CodedColumn& column, Dictionary& own);

private:
    std::uint64_t dictionary_ = 0;  // whose codes these are
    std::vector<std::uint32_t> own_;
    bool all_known_ = true;
};

}  // namespace stats

struct Statistics::Impl {
    explicit Impl(Query q);

    void add(const Dossiers& dossiers, std::span<Problem> row_problem);
    void merge(const Impl& other);
    // The cell of a key given as texts; throws bytes_corrupt for a text that is no value of its dimension.
    std::uint32_t cell(std::size_t grouping, const std::vector<std::string>& key);
    std::vector<std::string> key_texts(std::size_t grouping, std::uint32_t cell) const;
    void count_rows(std::uint64_t more);
    // How many values the dimension has so far.
    std::size_t values(Dimension dimension) const noexcept;
    stats::PeriodCodes& period_codes(Dimension d) {
        return periods[static_cast<std::size_t>(d) - static_cast<std::size_t>(Dimension::month)];
    }
    const stats::PeriodCodes& period_codes(Dimension d) const {
        return periods[static_cast<std::size_t>(d) - static_cast<std::size_t>(Dimension::month)];
    }

    Query query;
    std::string query_text;  // canonical; statistics merge only with the same
    judge::Table<std::uint8_t> table;
    judge::Window window;
    std::vector<stats::PeriodCodes> periods;  // month, quarter, year
    std::array<Dictionary, stats::text_dimensions> names;
    std::array<stats::Adopted, stats::text_dimensions> adopted;
    std::vector<stats::Cells> groupings;  // [0] is the total, then those of the query
    std::vector<stats::Timings> timings;  // by grouping; empty unless the query asks for them
    std::uint64_t rows = 0;

private:
    class Batch;
};

}  // namespace cchc
