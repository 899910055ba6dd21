#include <fmt/format.h>

#include <algorithm>

#include "statistics/code_rows.hpp"
#include "statistics/impl.hpp"

namespace cchc {
void stats::check(const Query& q) {
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

Statistics::Impl::Impl(Query q) : query(std::move(q)) {
    stats::check(query);
    query.as_of = query.effective_as_of();
    query_text = query.to_json();
    table = stats::make_table(query.policy);
    window = stats::window_of(query);
    for (const Dimension d : {Dimension::month, Dimension::quarter, Dimension::year})
        periods.emplace_back(d, query.calendar);
    groupings.emplace_back(0);
    for (const Grouping& g : query.groupings) groupings.emplace_back(g.size());
    if (query.timing) timings.resize(groupings.size());
}

void Statistics::Impl::count_rows(std::uint64_t more) {
    if (more > stats::max_rows - rows)
        throw Error(ErrorCode::argument_range, "statistics hold at most 4,000,000,000 dossiers");
    rows += more;
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
        if (query.timing) timings[g].merge(other.timings[g], mine);
    }
}

std::uint32_t Statistics::Impl::cell(std::size_t grouping, const std::vector<std::string>& key) {
    std::array<std::uint32_t, dimension_count> ids{};
    for (std::size_t i = 0; i < key.size(); ++i) {
        const Dimension d = query.groupings[grouping - 1][i];
        if (stats::is_text(d)) {
            ids[i] = names[stats::text_index(d)].add(key[i]);
            continue;
        }
        const auto value = stats::is_code(d) ? stats::parse_code(d, key[i]) : stats::parse_period(d, key[i]);
        if (!value)
            throw Error(ErrorCode::bytes_corrupt, fmt::format("serialised statistics hold a bad value of {}", to_string(d)));
        ids[i] = stats::is_code(d) ? *value : period_codes(d).of_period(*value);
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
            out.emplace_back(names[stats::text_index(d)][ids[i]]);
        } else if (stats::is_code(d)) {
            out.push_back(stats::code_label(d, ids[i]));
        } else {
            out.push_back(stats::period_label(d, period_codes(d).period(ids[i])));
        }
    }
    return out;
}

std::size_t Statistics::Impl::values(Dimension d) const noexcept {
    if (stats::is_text(d)) return names[stats::text_index(d)].size();
    return stats::is_code(d) ? stats::code_values(d) : period_codes(d).size();
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
void Statistics::add(const Dossiers& dossiers, std::span<Problem> row_problem) { impl_->add(dossiers, row_problem); }
void Statistics::merge(const Statistics& other) {
    if (&other == this) return merge(Statistics(other));
    impl_->merge(*other.impl_);
}
std::uint64_t Statistics::dossiers() const noexcept { return impl_->rows; }

}  // namespace cchc
