// cchc stats: report forms from dossiers.
#include <cchc/cchc.hpp>
#include <optional>
#include <string>
#include <vector>

#include "facts_files.hpp"
#include "input.hpp"
#include "named.hpp"
#include "options.hpp"
#include "output.hpp"
#include "periods.hpp"
#include "problems.hpp"
#include "stats_input.hpp"
#include "stats_query.hpp"
#include "table.hpp"

namespace tool {
namespace {

bool asks(const StatsOptions& o) {
    return !o.from.empty() || !o.to.empty() || !o.period.empty() || !o.as_of.empty() || !o.by.empty() || !o.policy.empty() ||
           !o.calendar.empty() || !o.rules.empty() || !o.agencies.empty() || o.timing;
}

cchc::Statistics load(const std::string& path) {
    try {
        return cchc::Statistics::from_bytes(read_whole(path));
    } catch (const cchc::Error& error) {
        throw DataError(path + ": " + error.what());
    }
}

cchc::Statistics load_all(const std::vector<std::string>& paths) {
    cchc::Statistics statistics = load(paths.front());
    for (std::size_t i = 1; i < paths.size(); ++i) {
        const cchc::Statistics other = load(paths[i]);
        try {
            statistics.merge(other);
        } catch (const cchc::Error& error) {
            throw DataError(paths[i] + ": " + error.what());
        }
    }
    return statistics;
}

cchc::Statistics begin(const StatsOptions& options) {
    if (options.load.empty()) {
        if (options.reading.files.empty()) throw CallError("stats: give a file of dossiers, or - for standard input");
        return cchc::Statistics(make_query(options));
    }
    if (asks(options))
        throw CallError("stats: saved statistics bring their period, groups, policy, calendar and rules with them");
    return load_all(options.load);
}

std::string tables(cchc::StatisticsResult result, const StatsOptions& options, const cchc::LocalText& title) {
    // Every table ends with the total; a grouping by nothing would only say it twice.
    if (result.groups.size() == 1 && result.groups.front().grouping.empty()) result.groups.clear();
    const cchc::Lang lang = parse_lang(options.common);
    const bool inside = result.query.policy.early_shown == cchc::OutcomePolicy::EarlyShown::inside_on_time;
    const bool outline = options.form.empty() ? inside : options.form == "outline";
    std::string text;
    for (std::size_t i = 0; i < result.query.groupings.size(); ++i) {
        if (i > 0) text += '\n';
        cchc::Table table = outline ? cchc::form_outline(result, i, lang) : cchc::form_ii06a(result, i, lang);
        name_period(table, title, lang);
        text += render(table);
        if (!result.query.timing) continue;
        text += '\n';
        text += render(cchc::timing_table(result, i, lang, options.due_soon));
    }
    return text;
}

// The consolidated form, below the tables that --by asked for.
std::string consolidated(const cchc::StatisticsResult& result, const cchc::Hierarchy& hierarchy,
                         const StatsOptions& options) {
    const cchc::ConsolidatedResult all = cchc::consolidate(result, hierarchy);
    if (options.common.format == "json") return cchc::to_json(all);
    const cchc::Lang lang = parse_lang(options.common);
    const cchc::LocalText title = period_title(options);
    cchc::Table level = cchc::form_by_level(all, lang), unit = cchc::form_by_unit(all, lang);
    name_period(level, title, lang);
    name_period(unit, title, lang);
    const std::string before = options.by.empty() ? "" : tables(result, options, title) + '\n';
    return before + render(level) + '\n' + render(unit);
}

std::string present(const cchc::StatisticsResult& result, const StatsOptions& options) {
    if (options.common.format == "json") return cchc::to_json(result);
    if (options.common.format == "csv") return cchc::to_csv(result, 0);
    return tables(result, options, period_title(options));
}

std::string present(const cchc::SeriesResult& result, const StatsOptions& options) {
    if (options.common.format == "json") return cchc::to_json(result);
    std::string text;
    for (const cchc::PeriodResult& p : result.periods) text += tables(p.result, options, p.period.title) + '\n';
    return text + render(cchc::series_chain(result, parse_lang(options.common)));
}

std::optional<cchc::Hierarchy> read_hierarchy(const StatsOptions& options) {
    if (options.hierarchy.empty()) return std::nullopt;
    if (options.common.format == "csv") throw CallError("stats: the consolidated form is a table or json");
    return cchc::Hierarchy::from_text(read_whole(options.hierarchy), options.hierarchy);
}

// One table for each period, and what each hands on to the next.
int run_series(const StatsOptions& options) {
    if (!options.hierarchy.empty()) throw CallError("stats: --hierarchy consolidates one period");
    if (!options.facts_dir.empty()) throw CallError("stats: --facts-dir takes one period");
    if (!options.load.empty() || !options.save.empty()) throw CallError("stats: saved statistics are of one period");
    if (options.reading.files.empty()) throw CallError("stats: give a file of dossiers, or - for standard input");
    if (options.common.format == "csv") throw CallError("stats: --format csv writes one table, so give one period");
    if (!options.from.empty() || !options.to.empty() || !options.as_of.empty())
        throw CallError("stats: each period begins, ends and is judged by its name; give no --from, --to and --as-of");
    cchc::PeriodSeries series(make_query(options), parse_periods(options.period, options.windows));
    Output output(options.common);
    const bool good = add_files(options.reading, series.query(0).rules, series);
    output.write(present(series.result(), options));
    output.commit();
    return good ? exit_done : exit_bad_data;
}

}  // namespace

int run_stats(const StatsOptions& options) {
    if (options.timing && (options.common.format == "csv" || !options.hierarchy.empty()))
        throw CallError("stats: --timing is for tables and json without --hierarchy");
    if (is_series(options)) return run_series(options);
    const auto hierarchy = read_hierarchy(options);
    cchc::Statistics statistics = begin(options);
    if (options.common.format == "csv" && statistics.query().groupings.size() > 1) {
        throw CallError("stats: --format csv writes one table, so give --by once");
    }
    // Both outputs are opened before the long work, because that is when a user wants to hear that they exist.
    Output output(options.common);
    std::optional<Output> saved;
    if (!options.save.empty()) saved.emplace(options.save, options.common.force);
    const bool good = add_files(options.reading, statistics.query().rules, statistics);
    const cchc::StatisticsResult result = statistics.result();
    if (!options.facts_dir.empty()) write_facts(result, options.facts_dir, options.common.force);
    output.write(hierarchy ? consolidated(result, *hierarchy, options) : present(result, options));
    if (saved) {
        saved->write(statistics.to_bytes());
        saved->commit();
    }
    output.commit();
    return good ? exit_done : exit_bad_data;
}

}  // namespace tool
