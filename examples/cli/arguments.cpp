#include "arguments.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cchc/version.hpp>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "arguments_parts.hpp"
#include "options.hpp"
#include "problems.hpp"

namespace tool {
namespace {

// The version comes from the header of the installed library that the tool was built with.
std::string version() { return fmt::format("cchc {}.{}.{}", CCHC_VERSION_MAJOR, CCHC_VERSION_MINOR, CCHC_VERSION_PATCH); }

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

// What stats, reconcile and quality ask for.
template <class Options>
void add_period(CLI::App& app, Options& o) {
    const std::string group = "What is asked";
    app.add_option("--from", o.from, "First day of the period")->type_name("DATE")->group(group);
    app.add_option("--to", o.to, "Its end: the first day that no longer belongs to it")->type_name("DATE")->group(group);
    app.add_option("--period", o.period,
                   "The period by its name instead: 2020-03, 2020-Q1, 2020-H1, 2020-9M or 2020;\n"
                   "stats also takes several in one pass: 2020-Q1..2020-Q4")
        ->type_name("PERIOD")
        ->group(group);
    app.add_option("--windows", o.windows,
                   "What a named period is: closed on the 14th (Decree 09/2019 art. 12), or of the calendar")
        ->check(one_of({"nd-09-2019", "calendar"}))
        ->type_name("nd-09-2019|calendar")
        ->capture_default_str()
        ->group(group);
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

void add_agencies(CLI::App& app, std::string& agencies) {
    app.add_option("--agencies", agencies, "Agencies, one a line, that get a row even without dossiers")
        ->type_name("FILE")
        ->group("What is asked");
}

void add_stats_period(CLI::App& app, StatsOptions& o) {
    const std::string group = "What is asked";
    add_period(app, o);
    app.add_option("--by", o.by,
                   "Group by agency, field, procedure, channel, month, quarter, year, cause,\n"
                   "service_level, or by several with commas between (agency,field).\n"
                   "May be repeated: one table each")
        ->type_name("DIMENSIONS")
        ->allow_extra_args(false)
        ->group(group);
    auto* timing = app.add_flag("--timing", o.timing, "Also how early, how late and how soon due, in working days");
    timing->group(group);
    app.add_option("--due-soon", o.due_soon, "With --timing: what counts as due soon, in working days")
        ->needs(timing)
        ->check(CLI::Range(0, 1000).description(""))
        ->type_name("DAYS")
        ->capture_default_str()
        ->group(group);
    add_agencies(app, o.agencies);
}

void add_hierarchy(CLI::App& app, StatsOptions& o) {
    app.add_option("--hierarchy", o.hierarchy,
                   "Units above units (JSON, or CSV with unit,parent,level): the consolidated form by level\n"
                   "of government and by unit with all below it")
        ->type_name("FILE")
        ->group("What is asked");
}

template <class Options>
void add_policy_and_rules(CLI::App& app, Options& o) {
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
    app.add_option("--facts-dir", o.facts_dir,
                   "Also write the facts of each agency to a file in this folder, for score and rank")
        ->type_name("DIR")
        ->group("Output");
    app.add_option("--load", o.load,
                   "Begin with saved statistics, merged; they bring along the period and all else\nthat was asked")
        ->type_name("FILE")
        ->group(group);
}

void add_stats(CLI::App& parent, StatsOptions& o) {
    CLI::App& app = *parent.add_subcommand("stats", "Report forms from dossiers");
    app.add_option("files", o.reading.files, "Files of dossiers, CSV or JSON; - is standard input")->option_text("FILE ...");
    add_stats_period(app, o);
    add_hierarchy(app, o);
    add_policy_and_rules(app, o);
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
        "  cchc stats dossiers.csv --period 2020-Q1 --windows nd-09-2019 --by agency\n"
        "  cchc stats dossiers.csv --period 2020-Q1..2020-Q3 --by agency\n"
        "  cchc stats may.csv --from 2020-05-01 --to 2020-06-01 --save may.stats\n"
        "  cchc stats dossiers.csv --from 2020-01-01 --to 2020-10-01 --policy qd-766 --facts-dir facts\n"
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

void add_explain(CLI::App& parent, ExplainOptions& o) {
    CLI::App& app =
        *parent.add_subcommand("explain", "One dossier: its events, its due date, and what each policy makes of it");
    const std::string group = "What is asked";
    app.add_option("files", o.reading.files, "CSV or JSON files of dossiers; - is standard input")->option_text("FILE ...");
    app.add_option("--id", o.id, "The dossier's number")->type_name("ID")->group(group);
    app.add_option("--as-of", o.as_of, "As it stood when this day began")->type_name("DATE")->group(group);
    app.add_option("--policies", o.policies,
                   "Outcome policies, built-in names or files, with commas between\n(default: all that are built in)")
        ->type_name("NAME|FILE,...")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->group(group);
    add_rules(app, o);
    add_reading(app, o.reading);
    add_common(app, o.common);
    app.footer(
        "Examples:\n"
        "  cchc explain dossiers.csv --id 000.02.99.H50-191202-0001 --as-of 2020-10-01\n"
        "  cchc explain dossiers.csv --id 000.02.99.H50-191202-0001 --as-of 2020-10-01 --policies decree-61,td --format "
        "json");
}

void add_check_form(CLI::App& parent, CheckFormOptions& o) {
    CLI::App& app = *parent.add_subcommand("check-form", "Which identities a published form II.06a, or a variant, breaks");
    app.add_option("files", o.files,
                   "The form as CSV or JSON; - is standard input. Of two forms the second follows the\n"
                   "first: what was open at its end must be carried over")
        ->option_text("FILE [NEXT]");
    app.add_option("--variant", o.variant,
                   "The kind of form: a built-in name (ii06a, ii06a-supplementary, ii06a-apology,\n"
                   "old-portal, qd-766, hau-giang, opencps) or a file (default: found from the header)")
        ->type_name("NAME|FILE");
    app.add_option("--delimiter", o.delimiter, "Of CSV: , or ; or tab (default: found)")->type_name("CHAR");
    add_common(app, o.common);
    app.footer(
        "Exit code 1 if an identity is broken or a cell is no count. Examples:\n"
        "  cchc check-form quarter-1.csv\n"
        "  cchc check-form quarter-1.csv quarter-2.csv --variant qd-766 --format json");
}

void add_quality(CLI::App& parent, QualityOptions& o) {
    CLI::App& app = *parent.add_subcommand("quality", "What is wrong with dossiers: flags, in total and by agency");
    const std::string group = "What is asked";
    app.add_option("files", o.reading.files, "CSV or JSON files of dossiers; - is standard input")->option_text("FILE ...");
    add_period(app, o);
    app.add_option("--today", o.today,
                   "The last day on which something can have happened; later dates are flagged\n"
                   "(default: the day before --as-of)")
        ->type_name("DATE")
        ->group(group);
    add_agencies(app, o.agencies);
    add_policy_and_rules(app, o);
    add_reading(app, o.reading);
    app.add_flag("--list", o.list, "Instead: one row for each dossier with a flag or a problem (default format: csv)")
        ->group("Output");
    add_common(app, o.common);
    app.footer(
        "Examples:\n"
        "  cchc quality dossiers.csv --from 2020-01-01 --to 2020-10-01 --today 2020-10-20\n"
        "  cchc quality dossiers.csv --from 2020-01-01 --to 2020-10-01 --list --out flagged.csv");
}

void add_calendar(CLI::App& parent, CalendarOptions& o) {
    CLI::App& app = *parent.add_subcommand("calendar", "A year month by month, its days off and its working days");
    app.add_option("year", o.year, "The year")->option_text("YEAR");
    add_calendar_option(app, o.calendar);
    app.add_flag("--list", o.list, "The days off as a table with evidence and source (csv and json always have them)");
    app.add_flag("--project", o.project, "Past the coverage: the holidays that the law lets expect, marked as projected");
    app.add_option("--as-known-on", o.as_known_on, "The calendar without what was published later")->type_name("DATE");
    app.add_option("--diff", o.diff, "The days of the year on which two calendars differ, and how")
        ->type_name("NAME|FILE")
        ->expected(2);
    add_common(app, o.common);
    app.footer(
        "Examples:\n"
        "  cchc calendar 2020\n"
        "  cchc calendar 2028 --project --lang en\n"
        "  cchc calendar 2026 --diff vn unit.json\n"
        "  cchc calendar 2026 --format csv --out 2026.csv\n"
        "  cchc calendar lunar 1990 2030 --format csv");
}

void add_lunar(CLI::App& parent, LunarOptions& o) {
    CLI::App& app =
        *parent.get_subcommand("calendar")->add_subcommand("lunar", "Tet and the Hung Kings' day of lunar years");
    app.add_option("from", o.from, "The first year, 1900 or later")->required()->option_text("FROM");
    app.add_option("to", o.to, "The last year, to 2199")->required()->option_text("TO");
    add_common(app, o.common);
    app.footer(
        "Examples:\n"
        "  cchc calendar lunar 2026 2030\n"
        "  cchc calendar lunar 1990 2030 --format csv");
}

}  // namespace

int parse_and_run(int argc, char** argv) {
    DueOptions due;
    StatsOptions stats;
    ReconcileOptions reconcile;
    ExplainOptions explain;
    CheckFormOptions check_form;
    QualityOptions quality;
    EvalOptions eval;
    CalendarOptions calendar;
    LunarOptions lunar;
    ScoringCommands scoring;
    InspectOptions inspect;
    CLI::App app("Due dates, report forms, scores and inspections of Vietnamese one-stop offices", "cchc");
    app.set_version_flag("--version", version());
    app.require_subcommand(1);
    app.footer(
        "Exit codes: 0 done, 1 the data is bad, 2 the call is wrong, 3 the tool itself failed.\n"
        "cchc COMMAND --help shows options and examples.");
    add_due(app, due);
    add_stats(app, stats);
    add_reconcile(app, reconcile);
    add_explain(app, explain);
    add_check_form(app, check_form);
    add_quality(app, quality);
    add_eval(app, eval);
    add_calendar(app, calendar);
    add_lunar(app, lunar);
    add_scoring(app, scoring);
    add_inspect(app, inspect);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? exit_done : exit_bad_call;
    }
    if (const auto code = run_scoring(app, scoring)) return *code;
    if (app.got_subcommand("inspect")) return run_inspect(inspect);
    if (app.got_subcommand("stats")) return run_stats(stats);
    if (app.got_subcommand("reconcile")) return run_reconcile(reconcile);
    if (app.got_subcommand("explain")) return run_explain(explain);
    if (app.got_subcommand("check-form")) return run_check_form(check_form);
    if (app.got_subcommand("quality")) return run_quality(quality);
    if (app.got_subcommand("eval")) return run_eval(eval);
    if (app.got_subcommand("calendar")) {
        return app.get_subcommand("calendar")->got_subcommand("lunar") ? run_lunar(lunar) : run_calendar(calendar);
    }
    return due.csv.empty() ? run_due(due) : run_due_csv(due);
}

}  // namespace tool
