#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "statistics/impl.hpp"

namespace cchc {
namespace {

constexpr std::uint64_t max_rows = 4'000'000'000;  // so that no 32-bit counter can overflow
constexpr std::uint32_t unset = std::numeric_limits<std::uint32_t>::max();

void check(const Query& q) {
    const auto fail = [](const std::string& message) { throw Error(ErrorCode::argument_range, message); };
    if (q.from >= q.to)
        fail(fmt::format("the period {} to {} is empty: `to` is exclusive and must be after `from`", to_string(q.from),
                         to_string(q.to)));
    if (q.effective_as_of() <= q.from) fail("as_of must be after `from`: events before as_of 00:00 count");
    if (q.groupings.size() > max_groupings) fail(fmt::format("at most {} groupings", max_groupings));
    for (const Grouping& g : q.groupings)
        for (std::size_t i = 0; i < g.size(); ++i)
            if (std::find(g.begin(), g.begin() + static_cast<std::ptrdiff_t>(i), g[i]) !=
                g.begin() + static_cast<std::ptrdiff_t>(i))
                fail(fmt::format("a grouping names {} twice", to_string(g[i])));
    const Calendar& c = q.calendar;
    if (q.from < c.from() || q.to > c.to() || q.effective_as_of() > c.to())
        throw Error(
            ErrorCode::outside_coverage,
            fmt::format("the period {} to {}, as of {}, leaves the calendar {} {}, which covers {} to {} (exclusive)",
                        to_string(q.from), to_string(q.to), to_string(q.effective_as_of()), c.id(), c.version(),
                        to_string(c.from()), to_string(c.to())));
}

}  // namespace

Statistics::Impl::Impl(Query q) : query(std::move(q)) {
    check(query);
    query.as_of = query.effective_as_of();
    query_text = query.to_json();
    table = stats::make_table(query.policy);
    window.from = to_days(query.from);
    window.as_of = to_days(*query.as_of);
    window.cut = std::min(to_days(query.to), window.as_of);
    for (const Dimension d : {Dimension::month, Dimension::quarter, Dimension::year})
        periods.emplace_back(d, query.calendar);
    groupings.emplace_back(0);
    for (const Grouping& g : query.groupings) groupings.emplace_back(g.size());
}

void Statistics::Impl::count_rows(std::uint64_t more) {
    if (more > max_rows - rows) throw Error(ErrorCode::argument_range, "statistics hold at most 4,000,000,000 dossiers");
    rows += more;
}

// The work on one set of columns, block by block.
class Statistics::Impl::Batch {
public:
    Batch(Impl& impl, const Dossiers& dossiers) : impl_(impl), dossiers_(dossiers) {
        due_ = judge::due_columns(dossiers, impl.query.policy, impl.query.calendar, impl.query.rules, scratch_);
        for (const Grouping& g : impl.query.groupings)
            for (const Dimension d : g) needed_[static_cast<std::size_t>(d)] = true;
        for (std::size_t t = 0; t < stats::text_dimensions; ++t)
            if (needed_[t]) adopt_names(t);
    }

    void run() {
        for (start_ = 0; start_ < dossiers_.size(); start_ += judge::block_rows) {
            rows_ = std::min(judge::block_rows, dossiers_.size() - start_);
            judge_rows();
            count_block();
            load_ids();
            for (std::size_t g = 0; g < impl_.groupings.size(); ++g) count(g);
        }
    }

private:
    const CodedColumn& column(std::size_t text_dimension) const {
        return text_dimension == 0 ? dossiers_.agency : text_dimension == 1 ? dossiers_.field : dossiers_.procedure;
    }

    // The columns' codes become the statistics' own. A dictionary that is larger than its column is not adopted whole: it
    // may have come a long way with a reader.
    void adopt_names(std::size_t t) {
        const CodedColumn& texts = column(t);
        std::vector<std::uint32_t>& known = codes_[t];
        known.assign(texts.names.size(), unset);
        if (known.size() <= dossiers_.size()) {
            for (std::uint32_t c = 0; c < known.size(); ++c) known[c] = impl_.names[t].add(texts.names[c]);
            return;
        }
        for (const std::uint32_t c : texts.codes)
            if (known[c] == unset) known[c] = impl_.names[t].add(texts.names[c]);
    }

    void judge_rows() {
        std::array<std::uint16_t, judge::block_rows> keys;
        judge::keys(dossiers_, due_, impl_.query.policy, impl_.window, start_, std::span(keys).first(rows_));
        // Local names for all that the loops touch: a store of a byte might change any member, as far as the compiler knows.
        const std::size_t n = rows_;
        const std::uint8_t* const table = impl_.table.data();
        std::uint8_t* const code = row_code_.data();
        for (std::size_t i = 0; i < n; ++i) code[i] = table[keys[i]];
        const Problem* const problem = due_.problem.data() + start_;
        unsigned any = 0;
        for (std::size_t i = 0; i < n; ++i) any |= static_cast<unsigned>(problem[i]);
        if (any != 0)
            for (std::size_t i = 0; i < n; ++i)
                if (problem[i] != Problem::none) code[i] = problem_code_[static_cast<std::size_t>(problem[i])];
        std::uint8_t last = 0;
        for (std::size_t i = 0; i < n; ++i) last = std::max(last, code[i]);
        has_examples_ = last >= stats::codes.first_named;
    }

    // How often each code occurs in the block. Four counters for each code, so that runs of one code do not wait for each
    // other.
    void count_block() {
        std::array<std::array<std::uint32_t, stats::stride>, 4> part{};
        const std::uint8_t* const code = row_code_.data();
        const std::size_t n = rows_;
        std::size_t i = 0;
        for (; i + 4 <= n; i += 4) {
            ++part[0][code[i]];
            ++part[1][code[i + 1]];
            ++part[2][code[i + 2]];
            ++part[3][code[i + 3]];
        }
        for (; i < n; ++i) ++part[0][code[i]];
        for (std::size_t c = 0; c < stats::stride; ++c) block_[c] = part[0][c] + part[1][c] + part[2][c] + part[3][c];
    }

    void load_ids() {
        for (std::size_t d = 0; d < dimension_count; ++d) {
            if (!needed_[d]) continue;
            const auto dimension = static_cast<Dimension>(d);
            std::uint32_t* out = ids_[d].data();
            if (stats::is_text(dimension)) {
                const std::uint32_t* code = column(d).codes.data() + start_;
                const std::uint32_t* own = codes_[d].data();
                for (std::size_t i = 0, n = rows_; i < n; ++i) out[i] = own[code[i]];
            } else if (dimension == Dimension::channel) {
                for (std::size_t i = 0; i < rows_; ++i) out[i] = static_cast<std::uint32_t>(dossiers_.channel[start_ + i]);
            } else {
                stats::PeriodCodes& periods = impl_.period_codes(dimension);
                const std::int32_t* received = dossiers_.event(Event::received).day.data() + start_;
                for (std::size_t i = 0, n = rows_; i < n; ++i) out[i] = periods.of_day(received[i]);
            }
        }
    }

    void count(std::size_t g) {
        stats::Cells& cells = impl_.groupings[g];
        const Grouping* grouping = g == 0 ? nullptr : &impl_.query.groupings[g - 1];
        const std::size_t dimensions = grouping == nullptr ? 0 : grouping->size();
        std::span<const std::uint32_t> cell = std::span<const std::uint32_t>(zeros_).first(rows_);
        if (dimensions == 1) {
            cells.fit(impl_.values(grouping->front()));
            cell = ids(grouping->front());
        } else if (dimensions > 1) {
            std::array<std::span<const std::uint32_t>, dimension_count> values;
            for (std::size_t d = 0; d < dimensions; ++d) values[d] = ids((*grouping)[d]);
            cells.find(std::span(values).first(dimensions), std::span(cell_).first(rows_));
            cell = std::span<const std::uint32_t>(cell_).first(rows_);
        }
        // A block that lies in one cell, as all do in a file of one agency or in order of date, is added as a whole.
        if (cell.front() == cell.back() && std::equal(cell.begin() + 1, cell.end(), cell.begin())) {
            const auto counters = cells.counters(cell.front());
            for (std::size_t c = 0; c < stats::stride; ++c) counters[c] += block_[c];
        } else {
            cells.count(cell, std::span<const std::uint8_t>(row_code_).first(rows_));
        }
        if (has_examples_) name_examples(cells, cell);
    }

    void name_examples(stats::Cells& cells, std::span<const std::uint32_t> cell) {
        for (std::size_t i = 0; i < rows_; ++i)
            if (const int kind = stats::example_kind(row_code_[i]); kind >= 0)
                stats::add_example(cells.examples, cell[i], static_cast<std::uint8_t>(kind), dossiers_.id[start_ + i]);
    }

    std::span<const std::uint32_t> ids(Dimension d) const {
        return std::span<const std::uint32_t>(ids_[static_cast<std::size_t>(d)]).first(rows_);
    }

    static std::array<std::uint8_t, problem_count> problem_codes() {
        std::array<std::uint8_t, problem_count> codes{};
        for (std::size_t p = 1; p < problem_count; ++p) codes[p] = stats::code_of(static_cast<Problem>(p));
        return codes;
    }
    Impl& impl_;
    const Dossiers& dossiers_;
    judge::DueScratch scratch_;
    judge::DueColumns due_;
    std::array<bool, dimension_count> needed_{};
    std::array<std::vector<std::uint32_t>, stats::text_dimensions> codes_;
    const std::array<std::uint8_t, problem_count> problem_code_ = problem_codes();
    std::size_t start_ = 0;
    std::size_t rows_ = 0;
    bool has_examples_ = false;
    std::array<std::uint8_t, judge::block_rows> row_code_{};
    std::array<std::uint32_t, stats::stride> block_{};
    std::array<std::uint32_t, judge::block_rows> cell_{};
    std::array<std::uint32_t, judge::block_rows> zeros_{};
    std::array<std::array<std::uint32_t, judge::block_rows>, dimension_count> ids_{};
};

void Statistics::Impl::add(const Dossiers& dossiers) {
    count_rows(dossiers.size());
    Batch(*this, dossiers).run();
}

void Statistics::Impl::merge(const Impl& other) {
    if (query_text != other.query_text)
        throw Error(
            ErrorCode::incompatible,
            "statistics of different queries cannot be merged (period, groupings, policy, calendar and rules must agree)");
    count_rows(other.rows);
    for (std::size_t g = 0; g < groupings.size(); ++g) {
        const stats::Cells& from = other.groupings[g];
        std::vector<std::uint32_t> mine(from.size());
        for (std::uint32_t c = 0; c < from.size(); ++c) {
            if (from.is_empty(c)) continue;
            mine[c] = cell(g, other.key_texts(g, c));
            const auto source = from.counters(c);
            const auto target = groupings[g].counters(mine[c]);
            for (std::size_t k = 0; k < stats::stride; ++k) target[k] += source[k];
        }
        for (const auto& [place, ids] : from.examples)
            for (const std::string& id : ids) stats::add_example(groupings[g].examples, mine[place.first], place.second, id);
    }
}

std::uint32_t Statistics::Impl::cell(std::size_t grouping, const std::vector<std::string>& key) {
    std::array<std::uint32_t, dimension_count> ids{};
    for (std::size_t i = 0; i < key.size(); ++i) {
        const Dimension d = query.groupings[grouping - 1][i];
        if (stats::is_text(d)) {
            ids[i] = names[static_cast<std::size_t>(d)].add(key[i]);
            continue;
        }
        const auto value = d == Dimension::channel ? stats::parse_channel(key[i]) : stats::parse_period(d, key[i]);
        if (!value)
            throw Error(ErrorCode::bytes_corrupt, fmt::format("serialised statistics hold a bad value of {}", to_string(d)));
        ids[i] = d == Dimension::channel ? *value : period_codes(d).of_period(*value);
    }
    return groupings[grouping].find_one(std::span(ids).first(key.size()));
}

std::vector<std::string> Statistics::Impl::key_texts(std::size_t grouping, std::uint32_t cell) const {
    std::vector<std::string> out;
    if (grouping == 0) return out;
    const std::vector<std::uint32_t> ids = groupings[grouping].key(cell);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const Dimension d = query.groupings[grouping - 1][i];
        if (stats::is_text(d)) {
            out.emplace_back(names[static_cast<std::size_t>(d)][ids[i]]);
        } else if (d == Dimension::channel) {
            out.push_back(stats::channel_label(ids[i]));
        } else {
            out.push_back(stats::period_label(d, period_codes(d).period(ids[i])));
        }
    }
    return out;
}

std::size_t Statistics::Impl::values(Dimension d) const noexcept {
    if (stats::is_text(d)) return names[static_cast<std::size_t>(d)].size();
    return d == Dimension::channel ? 4 : period_codes(d).size();
}

Statistics::Statistics(Query query) : impl_(std::make_unique<Impl>(std::move(query))) {}
Statistics::Statistics(const Statistics& other) : impl_(std::make_unique<Impl>(*other.impl_)) {}
Statistics& Statistics::operator=(const Statistics& other) {
    if (this != &other) impl_ = std::make_unique<Impl>(*other.impl_);
    return *this;
}
Statistics::Statistics(Statistics&&) noexcept = default;
Statistics& Statistics::operator=(Statistics&&) noexcept = default;
Statistics::~Statistics() = default;

const Query& Statistics::query() const noexcept { return impl_->query; }
void Statistics::add(const Dossiers& dossiers) { impl_->add(dossiers); }
void Statistics::merge(const Statistics& other) {
    if (&other == this) return merge(Statistics(other));
    impl_->merge(*other.impl_);
}
std::uint64_t Statistics::dossiers() const noexcept { return impl_->rows; }

}  // namespace cchc
