#include "report/statistics_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>

namespace cchc::report::docs {

std::optional<std::size_t> grouping_by(const StatisticsResult& statistics, Dimension dimension) {
    for (std::size_t i = 0; i < statistics.groups.size(); ++i)
        if (statistics.groups[i].grouping == Grouping{dimension}) return i;
    return std::nullopt;
}

StatisticsResult in_order_of_plan(StatisticsResult statistics, const InspectionPlan& plan) {
    const auto agency = grouping_by(statistics, Dimension::agency);
    if (!agency) return statistics;
    std::map<std::string, std::size_t, std::less<>> places;
    for (const PlanSubject& subject : plan.subjects) places.emplace(subject.unit, places.size());
    const auto place = [&](const GroupRow& row) {
        const auto at = row.key.empty() ? places.end() : places.find(row.key.front());
        return at == places.end() ? places.size() : at->second;
    };
    auto& rows = statistics.groups[*agency].rows;
    std::stable_sort(rows.begin(), rows.end(), [&](const GroupRow& x, const GroupRow& y) { return place(x) < place(y); });
    return statistics;
}

namespace {

std::string row_name(const GroupRow& row, Lang lang) {
    return row.key.empty() || row.key.front().empty() ? pick(lang, "(không ghi)", "(not given)") : row.key.front();
}

// "2019-12" as people write a month.
std::string month_name(const GroupRow& row, Lang lang) {
    constexpr std::size_t year = 4;
    const std::string name = row_name(row, lang);
    const bool month = lang == Lang::vi && name.size() == 7 && name[year] == '-';
    return month ? fmt::format("{}/{}", name.substr(year + 1), name.substr(0, year)) : name;
}

using OutcomeCounts = std::array<std::uint64_t, 5>;

OutcomeCounts outcomes_of(const Counts& c) {
    return {c.early.count, c.on_time.count, c.overdue.count, c.within.count, c.open_overdue.count};
}

std::array<std::string, 5> outcome_names(Lang lang) {
    return {pick(lang, "Giải quyết trước hạn", "Resolved early"), pick(lang, "Giải quyết đúng hạn", "Resolved on time"),
            pick(lang, "Giải quyết quá hạn", "Resolved overdue"),
            pick(lang, "Đang giải quyết trong hạn", "In process, within"),
            pick(lang, "Đang giải quyết quá hạn", "In process, overdue")};
}

std::uint64_t all_overdue(const Counts& c) { return c.overdue.count + c.open_overdue.count; }

constexpr std::size_t most_bars = 40;  // a picture of more is not read

// The rows of the picture, in their order: all, or those with most dossiers overdue.
std::vector<const GroupRow*> rows_of_picture(const GroupResult& group) {
    std::vector<const GroupRow*> rows;
    for (const GroupRow& row : group.rows) rows.push_back(&row);
    if (rows.size() <= most_bars) return rows;
    std::stable_sort(rows.begin(), rows.end(),
                     [](const GroupRow* x, const GroupRow* y) { return all_overdue(x->counts) > all_overdue(y->counts); });
    rows.resize(most_bars);
    std::sort(rows.begin(), rows.end());  // they stand in one vector
    return rows;
}

std::string outcome_alternative(const std::vector<const GroupRow*>& rows, const GroupResult& group, Lang lang) {
    OutcomeCounts all{};
    for (const GroupRow& row : group.rows) {
        const OutcomeCounts counts = outcomes_of(row.counts);
        for (std::size_t i = 0; i < all.size(); ++i) all[i] += counts[i];
    }
    std::string out = say(lang, "Toàn bộ: trước hạn {}, đúng hạn {}, quá hạn {}; đang giải quyết trong hạn {}, quá hạn {}.",
                          "In all: {} early, {} on time, {} overdue; in process {} within limit, {} overdue.", all[0],
                          all[1], all[2], all[3], all[4]);
    std::vector<const GroupRow*> worst = rows;
    std::stable_sort(worst.begin(), worst.end(),
                     [](const GroupRow* x, const GroupRow* y) { return all_overdue(x->counts) > all_overdue(y->counts); });
    std::vector<std::string> named;
    for (const GroupRow* row : worst)
        if (named.size() < 5 && all_overdue(row->counts) > 0)
            named.push_back(say(lang, "{} ({} trên {} hồ sơ)", "{} ({} of {} dossiers)", row_name(*row, lang),
                                all_overdue(row->counts), row->counts.received_total()));
    if (!named.empty()) out += say(lang, " Nhiều hồ sơ quá hạn nhất: {}.", " Most overdue: {}.", joined(named));
    return out;
}

Chart outcome_chart(const GroupResult& group, Lang lang) {
    const std::vector<const GroupRow*> rows = rows_of_picture(group);
    Chart chart;
    chart.id = "bieu-do-ket-qua";
    chart.kind = Chart::Kind::stacked_bars;
    chart.title = rows.size() == group.rows.size()
                      ? pick(lang, "Kết quả giải quyết hồ sơ theo đơn vị", "Outcomes of dossiers by unit")
                      : say(lang, "Kết quả giải quyết hồ sơ: {} đơn vị có nhiều hồ sơ quá hạn nhất",
                            "Outcomes of dossiers: the {} units with most of them overdue", rows.size());
    chart.unit = pick(lang, "hồ sơ", "dossiers");
    for (const std::string& name : outcome_names(lang)) chart.series.push_back({name, {}});
    for (const GroupRow* row : rows) {
        chart.categories.push_back(row_name(*row, lang));
        const OutcomeCounts counts = outcomes_of(row->counts);
        for (std::size_t i = 0; i < counts.size(); ++i) chart.series[i].values.emplace_back(static_cast<double>(counts[i]));
    }
    chart.alternative = outcome_alternative(rows, group, lang);
    return chart;
}

}  // namespace

void add_outcomes(Builder& b, const GroupResult& group) {
    const Lang lang = b.lang();
    Table t;
    t.id = "ket-qua-ho-so";
    t.caption = pick(lang, "Kết quả giải quyết hồ sơ theo đơn vị", "Outcomes of dossiers by unit");
    t.columns = {text_column(pick(lang, "Đơn vị", "Unit"))};
    for (const std::string& name : outcome_names(lang)) t.columns.push_back(sum_column(name));
    t.columns.push_back(sum_column(pick(lang, "Trước và đúng hạn", "Early and on time")));
    t.columns.push_back(sum_column(pick(lang, "Đã giải quyết", "Resolved")));
    t.columns.push_back(ratio_column(pick(lang, "Tỷ lệ trước và đúng hạn", "Early and on time, %"), 6, 7));
    for (const GroupRow& row : group.rows) {
        std::vector<Cell> cells = {words(row_name(row, lang))};
        for (const std::uint64_t count : outcomes_of(row.counts)) cells.push_back(count_cell(count, lang));
        const std::uint64_t in_time = row.counts.early.count + row.counts.on_time.count;
        cells.push_back(count_cell(in_time, lang));
        cells.push_back(count_cell(row.counts.resolved_total(), lang));
        cells.push_back(percent(in_time, row.counts.resolved_total(), lang));
        t.rows.push_back(std::move(cells));
    }
    add_total(t, lang);
    b.table(std::move(t), pick(lang, "Không có số liệu hồ sơ.", "There are no figures of dossiers."));
    b.chart(outcome_chart(group, lang));
}

void add_months(Builder& b, const StatisticsResult& statistics) {
    const auto index = grouping_by(statistics, Dimension::month);
    if (!index) return;
    const Lang lang = b.lang();
    Table t;
    t.id = "theo-thang";
    t.caption = pick(lang, "Tỷ lệ giải quyết trước và đúng hạn theo tháng tiếp nhận",
                     "Resolved early or on time, by month of receipt");
    t.columns = {text_column(pick(lang, "Tháng tiếp nhận", "Month of receipt")),
                 sum_column(pick(lang, "Trước và đúng hạn", "Early and on time")),
                 sum_column(pick(lang, "Đã giải quyết", "Resolved")), ratio_column(pick(lang, "Tỷ lệ", "Share, %"), 1, 2)};
    Chart chart;
    chart.id = "bieu-do-thang";
    chart.kind = Chart::Kind::line;
    chart.title = t.caption;
    chart.unit = "%";
    chart.series = {{pick(lang, "Tỷ lệ trước và đúng hạn", "Early and on time"), {}}};
    std::vector<std::string> told;
    for (const GroupRow& row : statistics.groups[*index].rows) {
        const std::uint64_t in_time = row.counts.early.count + row.counts.on_time.count;
        const auto rate = share(as_number(in_time), as_number(row.counts.resolved_total()));
        t.rows.push_back({words(month_name(row, lang)), count_cell(in_time, lang),
                          count_cell(row.counts.resolved_total(), lang), percent_cell(rate, lang)});
        chart.categories.push_back(month_name(row, lang));
        std::optional<double> value;
        if (rate) value.emplace(as_double(*rate));
        chart.series[0].values.push_back(value);
        told.push_back(fmt::format("{}: {}", month_name(row, lang), percent_words(rate, lang)));
    }
    chart.alternative = chart.title + ": " + joined(told);
    add_total(t, lang);
    b.table(std::move(t), pick(lang, "Không có hồ sơ trong kỳ.", "There are no dossiers in the period."));
    b.chart(std::move(chart));
}

namespace {

struct DayRange {
    std::int32_t first, last;
};
constexpr std::array<DayRange, 9> day_ranges = {
    {{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}, {6, 10}, {11, 20}, {21, 30}, {31, std::numeric_limits<std::int32_t>::max()}}};

std::string range_name(const DayRange& range) {
    if (range.first == 1) return "≤ 1";
    if (range.first == range.last) return fmt::format("{}", range.first);
    return range.last > 1000 ? fmt::format("> {}", range.first - 1) : fmt::format("{}–{}", range.first, range.last);
}

// A dossier that is late by hours, on the due date itself, is late by less than a day: it stands with those of one day.
std::uint64_t within_range(const DayHistogram& histogram, const DayRange& range) {
    std::uint64_t count = 0;
    for (const auto& [days, dossiers] : histogram.counts()) {
        const std::int32_t day = std::max<std::int32_t>(days, 1);
        if (day >= range.first && day <= range.last) count += dossiers;
    }
    return count;
}

}  // namespace

void add_lateness(Builder& b, const StatisticsResult& statistics) {
    if (!statistics.query.timing) return;
    const Lang lang = b.lang();
    Table t;
    t.id = "so-ngay-qua-han";
    t.caption = pick(lang, "Hồ sơ quá hạn theo số ngày làm việc quá hạn", "Overdue dossiers by working days");
    const std::string resolved = pick(lang, "Đã giải quyết quá hạn", "Resolved overdue"),
                      open = pick(lang, "Đang giải quyết quá hạn", "In process, overdue");
    t.columns = {text_column(pick(lang, "Số ngày làm việc", "Working days")), sum_column(resolved), sum_column(open)};
    Chart chart;
    chart.id = "bieu-do-qua-han";
    chart.kind = Chart::Kind::histogram;
    chart.title = t.caption;
    chart.unit = pick(lang, "hồ sơ", "dossiers");
    chart.series = {{resolved, {}}, {open, {}}};
    std::vector<std::string> told;
    for (const DayRange& range : day_ranges) {
        const std::uint64_t late = within_range(statistics.timing.late, range),
                            waiting = within_range(statistics.timing.open_late, range);
        t.rows.push_back({text_cell(range_name(range)), count_cell(late, lang), count_cell(waiting, lang)});
        chart.categories.push_back(range_name(range));
        chart.series[0].values.emplace_back(static_cast<double>(late));
        chart.series[1].values.emplace_back(static_cast<double>(waiting));
        told.push_back(say(lang, "{} ngày: {}", "{} days: {}", range_name(range), late + waiting));
    }
    chart.alternative = chart.title + ": " + joined(told);
    add_total(t, lang);
    b.table(std::move(t));
    b.chart(std::move(chart));
}

}  // namespace cchc::report::docs
