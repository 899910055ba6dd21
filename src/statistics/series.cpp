#include "cchc/series.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "json/writer.hpp"
#include "statistics/form_parts.hpp"

namespace cchc {
namespace {

using stats::pick;

void write_check(json::Writer& w, const IdentityCheck& check) {
    w.object().member("row", check.row).member("holds", check.holds);
    w.member("opening", check.left).member("closing", check.right).end();
}

}  // namespace

bool SeriesChain::holds() const noexcept {
    return std::all_of(checks.begin(), checks.end(), [](const IdentityCheck& c) { return c.holds; });
}

bool SeriesResult::chains_hold() const noexcept {
    return std::all_of(chains.begin(), chains.end(), [](const SeriesChain& c) { return c.holds(); });
}

PeriodSeries::PeriodSeries(Query query, std::vector<Period> periods) : periods_(std::move(periods)) {
    if (periods_.empty() || periods_.size() > most_periods)
        throw Error(ErrorCode::argument_range,
                    fmt::format("a series has 1 to {} periods, not {}", most_periods, periods_.size()));
    if (query.as_of)
        throw Error(ErrorCode::argument_range,
                    "each period of a series is judged as of its end; the query must have no as-of date");
    for (const Period& period : periods_) {
        query.from = period.from;
        query.to = period.to;
        statistics_.emplace_back(query);
    }
}

const Query& PeriodSeries::query(std::size_t period) const {
    if (period >= statistics_.size()) throw Error(ErrorCode::argument_range, "the series has no such period");
    return statistics_[period].query();
}

void PeriodSeries::add(const Dossiers& dossiers, std::span<Problem> row_problem) {
    for (std::size_t p = 0; p + 1 < statistics_.size(); ++p) statistics_[p].add(dossiers);
    // Last, because the problems may take the place of those that the other periods have still to read.
    statistics_.back().add(dossiers, row_problem);
}

void PeriodSeries::merge(const PeriodSeries& other) {
    if (periods_ != other.periods_) throw Error(ErrorCode::incompatible, "the two series have different periods");
    std::vector<Statistics> merged = statistics_;
    for (std::size_t i = 0; i < merged.size(); ++i) merged[i].merge(other.statistics_[i]);
    statistics_ = std::move(merged);
}

SeriesResult PeriodSeries::result() const {
    SeriesResult out;
    for (std::size_t i = 0; i < periods_.size(); ++i) out.periods.push_back({periods_[i], statistics_[i].result()});
    for (std::size_t i = 0; i + 1 < periods_.size(); ++i) {
        SeriesChain chain{i, periods_[i].to == periods_[i + 1].from, {}};
        if (chain.adjacent) chain.checks = check_chain(out.periods[i].result, out.periods[i + 1].result);
        out.chains.push_back(std::move(chain));
    }
    return out;
}

Table series_chain(const SeriesResult& result, Lang lang) {
    Table table;
    table.heading = {pick(lang, "Số tồn chuyển từ kỳ này sang kỳ sau (cột 6 = cột 11 của kỳ trước)",
                          "What each period hands on to the next (column 6 = column 11 of the previous period)")};
    table.captions = {{pick(lang, "Kỳ trước", "Period"), pick(lang, "Kỳ sau", "Next"), pick(lang, "Dòng", "Row"),
                       pick(lang, "Tồn cuối kỳ trước (11)", "Open at its end (11)"),
                       pick(lang, "Kỳ trước chuyển sang (6)", "Carried over (6)"), pick(lang, "Chênh lệch", "Difference")}};
    table.numeric = {false, false, false, true, true, true};
    for (const SeriesChain& chain : result.chains) {
        const std::string& before = result.periods[chain.previous].period.name;
        const std::string& now = result.periods[chain.previous + 1].period.name;
        if (!chain.adjacent)
            table.rows.push_back({before, now, pick(lang, "(không liền nhau)", "(not adjacent)"), "", "", ""});
        for (const IdentityCheck& check : chain.checks) {
            // The first entry is the verdict on all rows; where it is bad the rows follow.
            if (check.row.empty() && !check.holds) continue;
            const bool total = check.row.empty() || check.row == "total";
            table.rows.push_back(
                {before, now, total ? pick(lang, "Tổng số", "Total") : check.row, std::to_string(check.right),
                 std::to_string(check.left),
                 fmt::format("{}", static_cast<std::int64_t>(check.left) - static_cast<std::int64_t>(check.right))});
        }
    }
    table.notes = {result.chains_hold() ? pick(lang, "E: mọi kỳ liền nhau đều khớp, ở tổng số và ở từng dòng",
                                               "E: all adjacent periods agree, in total and in every row")
                                        : pick(lang, "E: có kỳ không khớp", "E: some periods do not agree")};
    return table;
}

std::string chain_to_json(const std::vector<IdentityCheck>& checks) {
    json::Writer w;
    const bool holds = std::all_of(checks.begin(), checks.end(), [](const IdentityCheck& c) { return c.holds; });
    w.object().member("format", "cchc.chain/1").member("holds", holds).key("rows").array();
    for (const IdentityCheck& check : checks) write_check(w, check);
    return w.end().end().take();
}

std::string to_json(const SeriesResult& result) {
    json::Writer w;
    w.object().member("format", "cchc.series/1").key("periods").array();
    for (const PeriodResult& p : result.periods) {
        w.object()
            .member("name", p.period.name)
            .key("title")
            .object()
            .member("vi", p.period.title.vi)
            .member("en", p.period.title.en)
            .end();
        w.member("from", to_string(p.period.from)).member("to", to_string(p.period.to));
        w.key("statistics").document(to_json(p.result)).end();
    }
    w.end().member("chains_hold", result.chains_hold()).key("chains").array();
    for (const SeriesChain& chain : result.chains) {
        w.object().member("previous", result.periods[chain.previous].period.name);
        w.member("current", result.periods[chain.previous + 1].period.name);
        w.member("adjacent", chain.adjacent).member("holds", chain.holds()).key("rows").array();
        // The verdict on all rows, and the rows that break it.
        for (const IdentityCheck& check : chain.checks) write_check(w, check);
        w.end().end();
    }
    return w.end().end().take();
}

}  // namespace cchc
