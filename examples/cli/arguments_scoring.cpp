// The commands of criteria sets and scoring.
#include "arguments_parts.hpp"

namespace tool {
namespace {

void add_check(CLI::App& parent, CheckOptions& o) {
    CLI::App& app = *parent.add_subcommand("check", "Everything that is wrong with a criteria set, at once");
    app.add_option("files", o.files,
                   "Criteria sets: files, - for standard input, or built-in ids. A frame that a set\n"
                   "extends is built in, or ID.json beside it. Of calendars, rules, policies and facts the first\n"
                   "mistake is named")
        ->option_text("FILE|SET ...");
    app.add_option("--facts-dictionary", o.dictionary,
                   "The facts that rules may read: a criteria set that declares them, or a file of facts")
        ->type_name("FILE|SET");
    app.add_flag("--list", o.list, "Instead: the built-in criteria sets");
    add_common(app, o.common);
    app.footer(
        "Exit code 1 if there are errors; warnings and notes alone are 0. Examples:\n"
        "  cchc check criteria.json\n"
        "  cchc check vn.nd-307-2025.xa --lang en\n"
        "  cchc check criteria.json --facts-dictionary facts.json --format json\n"
        "  cchc check --list");
}

void add_criteria(CLI::App& app, std::string& criteria, std::vector<std::string>& facts) {
    const std::string group = "What is asked";
    app.add_option("--criteria", criteria, "Criteria set: a built-in id (cchc check --list) or a file")
        ->type_name("SET|FILE")
        ->group(group);
    app.add_option("--facts", facts,
                   "Facts: files, or folders of *.json; - is standard input. What several files\nsay of one unit is merged")
        ->type_name("FILE|DIR")
        ->group(group);
}

void add_scores(CLI::App& app, std::string& scores) {
    app.add_option("--scores", scores, "The scores of people for the unit (cchc.appraisal/1): self, appraisal, explanation")
        ->type_name("FILE")
        ->group("What is asked");
}

void add_score(CLI::App& parent, ScoreOptions& o) {
    CLI::App& app = *parent.add_subcommand("score", "What the facts of a unit are worth, and why");
    add_criteria(app, o.criteria, o.facts);
    add_scores(app, o.scores);
    app.add_flag("--trace", o.trace, "Also how each point came about: facts, values, rows, article")->group("Output");
    add_common(app, o.common);
    app.footer(
        "Exit code 1 if a fact is refused or the points are not complete; what is missing is said. Examples:\n"
        "  cchc score --criteria vn.qd-766-2022.progress --facts facts/phong-tu-phap.json --trace\n"
        "  cchc score --criteria ours.json --facts dossiers.json --facts self-report.json --format json");
}

void add_draws(CLI::App& app, RankOptions& o) {
    const std::string group = "How firm the ranking is";
    auto* draws = app.add_option("--draws", o.draws, "Instead of the ranking: ranks under so many random changes")
                      ->type_name("NUMBER")
                      ->group(group);
    app.add_option("--points", o.points, "Each leaf's points move within this share of its range")
        ->type_name("SHARE")
        ->capture_default_str()
        ->needs(draws)
        ->group(group);
    app.add_option("--weights", o.weights, "Each field's weight moves within this share")
        ->type_name("SHARE")
        ->capture_default_str()
        ->needs(draws)
        ->group(group);
    app.add_option("--seed", o.seed, "The same seed gives the same result anywhere")
        ->type_name("NUMBER")
        ->capture_default_str()
        ->needs(draws)
        ->group(group);
}

void add_rank(CLI::App& parent, RankOptions& o) {
    CLI::App& app = *parent.add_subcommand("rank", "Units scored together, in order of place");
    add_criteria(app, o.criteria, o.facts);
    app.add_option("--outside", o.outside, "A unit that is scored but not ranked. May be repeated")
        ->type_name("UNIT")
        ->allow_extra_args(false)
        ->group("What is asked");
    app.add_flag("--by-kind", o.by_kind, "A ranking of its own for each kind of unit")->group("What is asked");
    add_draws(app, o);
    add_common(app, o.common);
    app.footer(
        "Exit code 1 if a fact is refused or the points of a unit are not complete. Examples:\n"
        "  cchc rank --criteria vn.qd-766-2022.progress --facts facts\n"
        "  cchc rank --criteria ours.json --facts dossiers self-reports --outside \"UBND xã Thanh\" --format csv");
}

void add_whatif(CLI::App& parent, WhatIfOptions& o) {
    CLI::App& app =
        *parent.add_subcommand("whatif", "What would change the score of a unit, and what reaches the next band");
    add_criteria(app, o.criteria, o.facts);
    add_scores(app, o.scores);
    const std::string group = "The band to reach";
    app.add_option("--band", o.band, "Its id (default: the next better one)")->type_name("ID")->group(group);
    app.add_option("--reach", o.reach, "How far a leaf can be raised: to its maximum, or to its next row")
        ->check(one_of({"maximum", "next_row"}))
        ->type_name("maximum|next_row")
        ->capture_default_str()
        ->group(group);
    app.add_option("--cost", o.costs, "What raising a leaf costs (default 1). May be repeated")
        ->type_name("LEAF=NUMBER")
        ->allow_extra_args(false)
        ->group(group);
    app.add_option("--fixed", o.fixed, "A leaf that cannot be raised. May be repeated")
        ->type_name("LEAF")
        ->allow_extra_args(false)
        ->group(group);
    add_common(app, o.common);
    app.footer(
        "Exit code 1 if no set of leaves reaches the band. Examples:\n"
        "  cchc whatif --criteria vn.nd-307-2025.xa --facts commune.json\n"
        "  cchc whatif --criteria ours.json --facts unit.json --band tot --cost 3.1=5 --fixed 2.4 --format json");
}

}  // namespace

void add_scoring(CLI::App& parent, ScoringCommands& commands) {
    add_check(parent, commands.check);
    add_score(parent, commands.score);
    add_rank(parent, commands.rank);
    add_whatif(parent, commands.whatif);
}

std::optional<int> run_scoring(const CLI::App& parent, const ScoringCommands& commands) {
    if (parent.got_subcommand("check")) return run_check(commands.check);
    if (parent.got_subcommand("score")) return run_score(commands.score);
    if (parent.got_subcommand("rank")) return run_rank(commands.rank);
    if (parent.got_subcommand("whatif")) return run_whatif(commands.whatif);
    return std::nullopt;
}

}  // namespace tool
