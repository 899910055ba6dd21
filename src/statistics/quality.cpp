// Counting flags by agency.
#include "cchc/quality.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "statistics/cells.hpp"
#include "statistics/code_rows.hpp"
#include "statistics/quality.hpp"

namespace cchc {
namespace {

// A count with the smallest ids.
struct FlagCell {
    std::uint64_t count = 0;
    stats::SmallestIds examples;

    void add(std::string_view id) {
        ++count;
        if (!id.empty()) stats::keep_smallest(examples, id);
    }
    void add(const FlagCell& other) {
        count += other.count;
        // A copy: the two may be the same.
        for (const std::string& id : stats::SmallestIds(other.examples)) stats::keep_smallest(examples, id);
    }
    QualityCount result() const { return {count, {examples.begin(), examples.end()}}; }
};

struct AgencyCells {
    std::uint64_t dossiers = 0;
    std::uint64_t flagged = 0;
    std::array<FlagCell, flag_count> flags;
    std::array<FlagCell, problem_count> problems;

    void add(std::uint32_t found, Problem problem, std::string_view id) {
        ++dossiers;
        flagged += static_cast<std::uint64_t>(found != 0);
        for (std::size_t f = 0; f < flag_count; ++f)
            if ((found >> f & 1U) != 0) flags[f].add(id);
        if (problem != Problem::none) problems[static_cast<std::size_t>(problem)].add(id);
    }
    void add(const AgencyCells& other) {
        dossiers += other.dossiers;
        flagged += other.flagged;
        for (std::size_t f = 0; f < flag_count; ++f) flags[f].add(other.flags[f]);
        for (std::size_t p = 0; p < problem_count; ++p) problems[p].add(other.problems[p]);
    }
    QualityRow result(std::string agency) const {
        QualityRow row;
        row.agency = std::move(agency);
        row.dossiers = dossiers;
        row.flagged = flagged;
        for (std::size_t f = 0; f < flag_count; ++f) row.flags[f] = flags[f].result();
        for (std::size_t p = 0; p < problem_count; ++p) row.problems[p] = problems[p].result();
        return row;
    }
};

}  // namespace

struct QualityReport::Impl {
    Impl(Query q, std::optional<Date> asked_today)
        : query(std::move(q)), today(asked_today.value_or(query.effective_as_of() - std::chrono::days{1})) {
        stats::check(query);
        if (!query.groupings.empty())
            throw Error(ErrorCode::argument_range, "a quality report counts by agency: its query has no groupings");
        query.as_of = query.effective_as_of();
        query_text = query.to_json();
    }

    void add(const Dossiers& d, std::span<std::uint32_t> row_flags, std::span<Problem> row_problem);

    Query query;
    Date today;
    std::string query_text;  // canonical; reports merge only with the same
    std::map<std::string, AgencyCells, std::less<>> agencies;
    std::uint64_t rows = 0;
};

void QualityReport::Impl::add(const Dossiers& d, std::span<std::uint32_t> row_flags, std::span<Problem> row_problem) {
    stats::require_length(row_flags, d.size());
    stats::require_length(row_problem, d.size());
    const judge::Window window = stats::window_of(query);
    quality::Inspector inspect(query.policy, query.calendar, query.rules, window.as_of,
                               quality::future_begins(query.effective_as_of(), today));
    std::vector<AgencyCells*> cells(d.agency.names.size());  // by code
    std::array<std::uint32_t, judge::block_rows> found;
    std::array<std::uint16_t, judge::block_rows> keys;
    for (std::size_t start = 0; start < d.size(); start += judge::block_rows) {
        const judge::Rows block{start, std::min(judge::block_rows, d.size() - start)};
        const judge::Due due = inspect(d, block, found.data());
        judge::keys(d, due, query.policy, window, block, keys.data());
        for (std::size_t i = 0; i < block.count; ++i) {
            const judge::Place place = judge::place(judge::unpack(keys[i]), query.policy);
            const bool of_period = place != judge::Place::outside && place != judge::Place::not_received;
            const bool of_none = due.problem[i] != Problem::none || (found[i] & bit(Flag::received_in_future)) != 0;
            const bool counts = of_period || of_none;
            if (!row_flags.empty()) row_flags[start + i] = counts ? found[i] : 0;
            if (!row_problem.empty()) row_problem[start + i] = due.problem[i];
            if (!counts) continue;
            AgencyCells*& cell = cells[d.agency.codes[start + i]];
            if (cell == nullptr) cell = &agencies[std::string(d.agency[start + i])];
            cell->add(found[i], due.problem[i], d.id[start + i]);
        }
    }
    rows += d.size();
}

QualityReport::QualityReport(Query query, std::optional<Date> today)
    : impl_(std::make_unique<Impl>(std::move(query), today)) {}
QualityReport::QualityReport(const QualityReport& other) : impl_(std::make_unique<Impl>(*other.impl_)) {}
QualityReport& QualityReport::operator=(const QualityReport& other) {
    if (this != &other) impl_ = std::make_unique<Impl>(*other.impl_);
    return *this;
}
QualityReport::QualityReport(QualityReport&&) noexcept = default;
QualityReport& QualityReport::operator=(QualityReport&&) noexcept = default;
QualityReport::~QualityReport() = default;

const Query& QualityReport::query() const noexcept { return impl_->query; }
Date QualityReport::today() const noexcept { return impl_->today; }

void QualityReport::add(const Dossiers& dossiers, std::span<std::uint32_t> row_flags, std::span<Problem> row_problem) {
    impl_->add(dossiers, row_flags, row_problem);
}

void QualityReport::merge(const QualityReport& other) {
    if (impl_->query_text != other.impl_->query_text || impl_->today != other.impl_->today)
        throw Error(ErrorCode::incompatible,
                    "quality reports of different queries cannot be merged (period, agencies, policy, calendar, rules and "
                    "today must agree)");
    for (const auto& [agency, cells] : other.impl_->agencies) impl_->agencies[agency].add(cells);
    impl_->rows += other.impl_->rows;
}

QualityResult QualityReport::result() const {
    QualityResult out{impl_->query, impl_->today, impl_->rows, {}, {}};
    std::map<std::string, AgencyCells, std::less<>> agencies = impl_->agencies;
    for (const std::string& agency : impl_->query.agencies) agencies[agency];
    AgencyCells total;
    for (const auto& [agency, cells] : agencies) {
        total.add(cells);
        out.agencies.push_back(cells.result(agency));
    }
    out.total = total.result({});
    return out;
}

}  // namespace cchc
