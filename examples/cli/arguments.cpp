#include "arguments.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cchc/version.hpp>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "options.hpp"
#include "problems.hpp"

namespace tool {
namespace {

// The version comes from the header of the installed library that the tool was built with.
std::string version() { return fmt::format("cchc {}.{}.{}", CCHC_VERSION_MAJOR, CCHC_VERSION_MINOR, CCHC_VERSION_PATCH); }

// The type name shows the choices already; CLI11 would show them twice.
CLI::Validator one_of(std::vector<std::string> choices) { return CLI::IsMember(std::move(choices)).description(""); }

// Lines of help are broken by hand, because CLI11 does not wrap them.
void add_common(CLI::App& app, Common& common) {
    const std::string group = "Output";
    app.add_option("--lang", common.lang, "Language of tables and texts; errors are always English")
        ->check(one_of({"vi", "en"}))
        ->type_name("vi|en")
        ->capture_default_str()
        ->group(group);
    app.add_option("--format", common.format, "Default: a table, for due --csv csv")
        ->check(one_of({"table", "json", "csv"}))
        ->type_name("table|json|csv")
        ->group(group);
    app.add_option("-o,--out", common.out, "Write to this file instead of standard output")->type_name("FILE")->group(group);
    app.add_flag("--force", common.force, "Overwrite files that exist")->group(group);
}

void add_calendar_option(CLI::App& app, std::string& calendar) {
    app.add_option("--calendar", calendar, "Working calendar: a built-in name or a file")
        ->type_name("NAME|FILE")
        ->capture_default_str();
}

void add_due_list(CLI::App& app, DueOptions& o) {
    const std::string group = "A list of cases";
    auto* csv = app.add_option("--csv", o.csv,
                               "Columns received, limit, unit, and optionally calendar and rule.\n"
                               "Every row comes back with due, and with error where it is refused.\n"
                               "- is standard input")
                    ->type_name("FILE")
                    ->group(group);
    app.add_option("--delimiter", o.delimiter, "Of the list: , or ; or tab")
        ->type_name("CHAR")
        ->capture_default_str()
        ->needs(csv)
        ->group(group);
}

// The commands' footers show what to type first.
void add_due(CLI::App& parent, DueOptions& o) {
    CLI::App& app = *parent.add_subcommand("due", "When a dossier is due, and why");
    app.add_option("--received", o.received, "Moment of receipt: 2020-06-17T09:10, \"17/06/2020 09:10\" …")
        ->type_name("MOMENT");
    app.add_option("--limit", o.limit, "Time limit, with up to three decimals")->type_name("NUMBER");
    app.add_option("--unit", o.unit,
                   "working_day, calendar_day, working_hour, clock_hour, week, month or year\n"
                   "(default: that of --rule, else working_day)")
        ->type_name("UNIT");
    app.add_option("--rule", o.rule, "Counting rule: a built-in name or a file\n(default: the plain rule of the unit)")
        ->type_name("NAME|FILE");
    add_calendar_option(app, o.calendar);
    app.add_flag("--explain", o.explain, "With json or csv: the explanation, too (a table always has it)");
    add_due_list(app, o);
    add_common(app, o.common);
    app.footer(
        "Examples:\n"
        "  cchc due --received 2020-06-17T09:10 --limit 15 --unit working_day\n"
        "  cchc due --received 2020-06-17T16:00 --limit 0 --rule same-day-15h --lang en\n"
        "  cchc due --csv cases.csv --out cases-due.csv");
}

// What stats and reconcile both ask for.
template <class Options>
void add_period(CLI::App& app, Options& o) {
    const std::string group = "What is asked";
    app.add_option("--from", o.from, "First day of the period")->type_name("DATE")->group(group);
    app.add_option("--to", o.to, "Its end: the first day that no longer belongs to it")->type_name("DATE")->group(group);
    app.add_option("--as-of", o.as_of, "Judge dossiers as they stood when this day began (default: --to)")
        ->type_name("DATE")
        ->group(group);
}

template <class Options>
void add_rules(CLI::App& app, Options& o) {
    const std::string group = "What is asked";
    app.add_option("--calendar", o.calendar, "Working calendar: a built-in name or a file (default: vn)")
        ->type_name("NAME|FILE")
        ->group(group);
    app.add_option("--rule", o.rules, "Counting rule for its unit: a built-in name or a file. May be repeated")
        ->type_name("NAME|FILE")
        ->allow_extra_args(false)
        ->group(group);
}

void add_stats_period(CLI::App& app, StatsOptions& o) {
    const std::string group = "What is asked";
    add_period(app, o);
    app.add_option("--by", o.by,
                   "Group by agency, field, procedure, channel, month, quarter, year, or by several\n"
                   "with commas between (agency,field). May be repeated: one table each")
        ->type_name("DIMENSIONS")
        ->allow_extra_args(false)
        ->group(group);
    app.add_option("--agencies", o.agencies, "Agencies, one a line, that get a row even without dossiers")
        ->type_name("FILE")
        ->group(group);
}

void add_stats_rules(CLI::App& app, StatsOptions& o) {
    const std::string group = "What is asked";
    app.add_option("--policy", o.policy, "Outcome policy: a built-in name or a file (default: form-ii06a)")
        ->type_name("NAME|FILE")
        ->group(group);
    add_rules(app, o);
}

void add_reading(CLI::App& app, Reading& o) {
    const std::string group = "Reading";
    app.add_option("--mapping", o.mapping,
                   "Names of columns, states and channels: dvcqg, opencps, td or a file\n"
                   "(default: names that many systems share)")
        ->type_name("NAME|FILE")
        ->group(group);
    app.add_option("--input", o.input, "What the files are (default: json for *.json, *.ndjson, *.jsonl; else csv)")
        ->check(one_of({"csv", "json"}))
        ->type_name("csv|json")
        ->group(group);
    app.add_option("--pauses", o.pauses,
                   "Pauses and extensions of the dossiers, as CSV: id, kind, from, to, due_before, due_after")
        ->type_name("FILE")
        ->group(group);
    app.add_option("--delimiter", o.delimiter, ", or ; or tab (default: found from the header)")
        ->type_name("CHAR")
        ->group(group);
    app.add_flag("--strict", o.strict, "Stop at the first bad row")->group(group);
    app.add_option("--issues", o.issues, "Messages about bad rows shown for each file; all rows are counted")
        ->type_name("NUMBER")
        ->capture_default_str()
        ->group(group);
    app.add_option("--block-size", o.block_size, "Bytes read at a time; the result does not depend on it")
        ->check(CLI::Range(std::size_t{1}, std::size_t{1} << 30U).description(""))
        ->type_name("BYTES")
        ->capture_default_str()
        ->group(group);
}

void add_stats_saving(CLI::App& app, StatsOptions& o) {
    const std::string group = "Reading";
    app.add_option("--save", o.save, "Also save the statistics, for --load")->type_name("FILE")->group(group);
    app.add_option("--load", o.load,
                   "Begin with saved statistics, merged; they bring along the period and all else\nthat was asked")
        ->type_name("FILE")
        ->group(group);
}

void add_stats(CLI::App& parent, StatsOptions& o) {
    CLI::App& app = *parent.add_subcommand("stats", "Report forms from dossiers");
    app.add_option("files", o.reading.files, "Files of dossiers, CSV or JSON; - is standard input")->option_text("FILE ...");
    add_stats_period(app, o);
    add_stats_rules(app, o);
    add_reading(app, o.reading);
    add_stats_saving(app, o);
    app.add_option(
           "--form", o.form,
           "The table: form II.06a, or the outline of plan 274/KH-UBND\n(default: as the policy shows early dossiers)")
        ->check(one_of({"ii06a", "outline"}))
        ->type_name("ii06a|outline")
        ->group("Output");
    add_common(app, o.common);
    app.footer(
        "Examples:\n"
        "  cchc stats dossiers.csv --from 2020-01-01 --to 2020-10-01 --by agency\n"
        "  cchc stats dossiers.csv --from 2020-01-01 --to 2020-10-01 --by agency,field --format csv\n"
        "  cchc stats may.csv --from 2020-05-01 --to 2020-06-01 --save may.stats\n"
        "  cchc stats --load a.stats b.stats --format json");
}

void add_reconcile(CLI::App& parent, ReconcileOptions& o) {
    CLI::App& app =
        *parent.add_subcommand("reconcile", "The same dossiers under several policies, and why the figures differ");
    const std::string group = "What is asked";
    app.add_option("files", o.reading.files, "Files of dossiers, CSV or JSON; - is standard input")->option_text("FILE ...");
    add_period(app, o);
    app.add_option("--policies", o.policies,
                   "Outcome policies, built-in names or files, with commas between;\n"
                   "the others are compared with the first")
        ->type_name("NAME|FILE,...")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->group(group);
    add_rules(app, o);
    add_reading(app, o.reading);
    add_common(app, o.common);
    app.footer(
        "Examples:\n"
        "  cchc reconcile dossiers.csv --from 2020-01-01 --to 2020-10-01 --policies form-ii06a,opencps,td,qd-766\n"
        "  cchc reconcile dossiers.csv --from 2020-01-01 --to 2020-10-01 --policies td,ours.json --format json");
}

void add_calendar(CLI::App& parent, CalendarOptions& o) {
    CLI::App& app = *parent.add_subcommand("calendar", "A year's days off and worked rest days, and its working days");
    app.add_option("year", o.year, "The year")->required()->option_text("YEAR");
    add_calendar_option(app, o.calendar);
    add_common(app, o.common);
    app.footer(
        "Examples:\n"
        "  cchc calendar 2020\n"
        "  cchc calendar 2026 --format csv --out 2026.csv");
}

}  // namespace

int parse_and_run(int argc, char** argv) {
    DueOptions due;
    StatsOptions stats;
    ReconcileOptions reconcile;
    CalendarOptions calendar;
    CLI::App app("Due dates, report forms and the working calendar of Vietnamese one-stop offices", "cchc");
    app.set_version_flag("--version", version());
    app.require_subcommand(1);
    app.footer(
        "Exit codes: 0 done, 1 the data is bad, 2 the call is wrong, 3 the tool itself failed.\n"
        "cchc COMMAND --help shows options and examples.");
    add_due(app, due);
    add_stats(app, stats);
    add_reconcile(app, reconcile);
    add_calendar(app, calendar);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_done : exit_bad_call;
    }
    if (app.got_subcommand("stats")) return run_stats(stats);
    if (app.got_subcommand("reconcile")) return run_reconcile(reconcile);
    if (app.got_subcommand("calendar")) return run_calendar(calendar);
    return due.csv.empty() ? run_due(due) : run_due_csv(due);
}

}  // namespace tool
