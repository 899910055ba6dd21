// Counting dossiers, block by block: each row becomes a code of one byte, and each grouping counts that code in the row's
// cell.
#include <algorithm>
#include <limits>

#include "dossier/dictionary.hpp"
#include "statistics/code_rows.hpp"
#include "statistics/impl.hpp"

namespace cchc {
namespace {

constexpr std::uint32_t unset = std::numeric_limits<std::uint32_t>::max();

}  // namespace

const std::uint32_t* stats::Adopted::codes(const CodedColumn& column, Dictionary& own) {
    const std::uint64_t serial = column.names.table().serial;
    if (serial != dictionary_) {
        own_.clear();
        all_known_ = true;
    }
    dictionary_ = 0;  // until all is done: memory may run out
    // A dictionary that has grown by more than the column has rows is not taken whole: it may have come a long way.
    const auto known = static_cast<std::uint32_t>(own_.size());
    const std::uint32_t all = column.names.size();
    all_known_ = all_known_ && all - known <= column.codes.size() + 1;
    own_.resize(all, unset);
    if (all_known_) {
        for (std::uint32_t c = known; c < all; ++c) own_[c] = own.add(column.names[c]);
    } else {
        for (const std::uint32_t c : column.codes)
            if (own_[c] == unset) own_[c] = own.add(column.names[c]);
    }
    dictionary_ = serial;
    return own_.data();
}

// The work on one set of columns.
class Statistics::Impl::Batch {
public:
    Batch(Impl& impl, const Dossiers& dossiers, std::span<Problem> row_problem)
        : impl_(impl),
          dossiers_(dossiers),
          row_problem_(row_problem),
          due_(impl.query.policy, impl.query.calendar, impl.query.rules, impl.window.as_of) {
        for (std::size_t t = 0; t < stats::text_dimensions; ++t)
            if (is_needed(t)) own_[t] = impl_.adopted[t].codes(column(t), impl_.names[t]);
    }

    void run() {
        for (std::size_t start = 0; start < dossiers_.size(); start += judge::block_rows) {
            rows_ = {start, std::min(judge::block_rows, dossiers_.size() - start)};
            has_ids_.fill(false);
            judge_rows();
            stats::count_codes(codes(), block_);
            for (std::size_t g = 0; g < impl_.groupings.size(); ++g) count(g);
            if (impl_.query.timing) time_rows();
            // At the end: it may be the very column that was read.
            if (!row_problem_.empty())
                std::copy_n(judged_.problem, rows_.count, row_problem_.begin() + static_cast<std::ptrdiff_t>(rows_.start));
        }
    }

private:
    bool is_needed(std::size_t text_dimension) const {
        const auto& all = impl_.query.groupings;
        const auto is_it = [text_dimension](Dimension d) { return stats::text_index(d) == text_dimension; };
        return std::any_of(all.begin(), all.end(),
                           [&](const Grouping& g) { return std::any_of(g.begin(), g.end(), is_it); });
    }
    const CodedColumn& column(std::size_t text_dimension) const {
        const std::array<const CodedColumn*, stats::text_dimensions> columns = {&dossiers_.agency, &dossiers_.field,
                                                                                &dossiers_.procedure, &dossiers_.cause};
        return *columns[text_dimension];
    }
    std::span<std::uint8_t> codes() { return std::span(row_code_).first(rows_.count); }

    void judge_rows() {
        judged_ = due_(dossiers_, rows_);
        has_examples_ = stats::code_rows(dossiers_, judged_, impl_.query.policy, impl_.table, impl_.window, rows_,
                                         row_code_.data()) >= stats::codes.first_named;
    }

    // The values of a dimension in this block.
    std::span<const std::uint32_t> ids(Dimension dimension) {
        const auto d = static_cast<std::size_t>(dimension);
        const std::span<std::uint32_t> out = std::span(ids_[d]).first(rows_.count);
        if (has_ids_[d]) return out;
        has_ids_[d] = true;
        if (stats::is_text(dimension)) {
            const std::size_t t = stats::text_index(dimension);
            const std::uint32_t* const own = own_[t];
            std::transform(text_codes(t).begin(), text_codes(t).end(), out.begin(),
                           [own](std::uint32_t c) { return own[c]; });
        } else if (dimension == Dimension::channel) {
            load_codes(dossiers_.channel, out);
        } else if (dimension == Dimension::service_level) {
            load_codes(dossiers_.service_level, out);
        } else {
            load_periods(impl_.period_codes(dimension), out);
        }
        return out;
    }

    std::span<const std::uint32_t> text_codes(std::size_t d) const {
        return std::span(column(d).codes).subspan(rows_.start, rows_.count);
    }

    template <class Code>
    void load_codes(const std::vector<Code>& column, std::span<std::uint32_t> out) const {
        const Code* code = column.data() + rows_.start;
        std::transform(code, code + rows_.count, out.begin(), [](Code c) { return static_cast<std::uint32_t>(c); });
    }

    void load_periods(stats::PeriodCodes& of_dimension, std::span<std::uint32_t> out) const {
        const std::int32_t* received = judge::days(dossiers_, Event::received, rows_.start);
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = of_dimension.of_day(received[i]);
    }

    // Whether all rows of the block have one value of a dimension, as in a file of one agency or in order of date.
    bool is_one_value(Dimension d) const {
        if (stats::is_text(d)) {
            const auto code = text_codes(stats::text_index(d));
            return code.front() == code.back() && std::equal(code.begin() + 1, code.end(), code.begin());
        }
        if (stats::is_code(d)) return false;
        const std::int32_t* received = judge::days(dossiers_, Event::received, rows_.start);
        std::int32_t first = received[0], last = received[0];
        for (std::size_t i = 0; i < rows_.count; ++i) {
            first = std::min(first, received[i]);
            last = std::max(last, received[i]);
        }
        return stats::period_of(d, first) == stats::period_of(d, last);
    }

    void count(std::size_t g) {
        stats::Cells& cells = impl_.groupings[g];
        if (g == 0) return count_whole(cells, 0);
        const Grouping& grouping = impl_.query.groupings[g - 1];
        if (grouping.empty()) return count_whole(cells, 0);
        if (grouping.size() > 1) return count_combined(cells, grouping);
        const Dimension d = grouping.front();
        if (is_one_value(d)) return count_single(cells, d);
        if (stats::is_text(d) && !has_examples_) {
            const std::size_t t = stats::text_index(d);
            cells.fit(impl_.values(d));
            return cells.count(own_[t], text_codes(t), codes());
        }
        count_rows(cells, d, ids(d));
    }

    // The block lies in one cell, and is added as a whole.
    void count_whole(stats::Cells& cells, std::uint32_t cell) {
        const auto counters = cells.counters(cell);
        for (std::size_t c = 0; c < stats::stride; ++c) counters[c] += block_[c];
        if (!has_examples_) return;
        for (std::size_t i = 0; i < rows_.count; ++i) name_example(cells, cell, i);
    }

    void count_single(stats::Cells& cells, Dimension d) {
        std::uint32_t cell = 0;
        if (stats::is_text(d)) {
            const std::size_t t = stats::text_index(d);
            cell = own_[t][text_codes(t).front()];
        } else {
            cell = impl_.period_codes(d).of_day(judge::days(dossiers_, Event::received, rows_.start)[0]);
        }
        cells.fit(impl_.values(d));
        count_whole(cells, cell);
    }

    void count_rows(stats::Cells& cells, Dimension d, std::span<const std::uint32_t> cell) {
        cells.fit(impl_.values(d));
        count_rows(cells, cell);
    }

    void count_rows(stats::Cells& cells, std::span<const std::uint32_t> cell) {
        cells.count(cell, codes());
        if (!has_examples_) return;
        for (std::size_t i = 0; i < rows_.count; ++i) name_example(cells, cell[i], i);
    }

    void count_combined(stats::Cells& cells, const Grouping& grouping) {
        find_combined(cells, grouping);
        count_rows(cells, std::span(cell_).first(rows_.count));
    }

    void find_combined(stats::Cells& cells, const Grouping& grouping) {
        std::array<std::span<const std::uint32_t>, dimension_count> values;
        for (std::size_t d = 0; d < grouping.size(); ++d) values[d] = ids(grouping[d]);
        cells.find(std::span(values).first(grouping.size()), std::span(cell_).first(rows_.count));
    }

    void time_rows() {
        stats::time_rows(dossiers_, judged_, impl_.query, impl_.window, rows_, codes(), timed_);
        for (std::size_t g = 0; g < impl_.groupings.size(); ++g)
            impl_.timings[g].add(timed_,
                                 [&, cells = cells_of(g)](std::size_t row) { return cells.empty() ? 0 : cells[row]; });
    }

    // The cell of each row in a grouping; empty: all rows are in cell 0.
    std::span<const std::uint32_t> cells_of(std::size_t g) {
        if (g == 0 || impl_.query.groupings[g - 1].empty()) return {};
        const Grouping& grouping = impl_.query.groupings[g - 1];
        if (grouping.size() == 1) return ids(grouping.front());
        find_combined(impl_.groupings[g], grouping);
        return std::span(cell_).first(rows_.count);
    }

    void name_example(stats::Cells& cells, std::uint32_t cell, std::size_t i) {
        if (const int kind = stats::example_kind(row_code_[i]); kind >= 0)
            stats::add_example(cells.examples, cell, static_cast<std::uint8_t>(kind), dossiers_.id[rows_.start + i]);
    }

    Impl& impl_;
    const Dossiers& dossiers_;
    std::span<Problem> row_problem_;
    judge::DueComputer due_;
    std::array<const std::uint32_t*, stats::text_dimensions> own_{};  // by dictionary code
    judge::Rows rows_{};
    judge::Due judged_{};
    std::vector<stats::TimedRow> timed_;
    bool has_examples_ = false;
    stats::Histogram block_{};
    std::array<bool, dimension_count> has_ids_{};
    // Filled where they are used; at first they hold nothing.
    std::array<std::uint8_t, judge::block_rows> row_code_;
    std::array<std::uint32_t, judge::block_rows> cell_;
    std::array<std::array<std::uint32_t, judge::block_rows>, dimension_count> ids_;
};

void Statistics::Impl::add(const Dossiers& dossiers, std::span<Problem> row_problem) {
    stats::require_length(row_problem, dossiers.size());
    count_rows(dossiers.size());
    Batch(*this, dossiers, row_problem).run();
}

}  // namespace cchc
