// What each command was asked, as texts from the command line; the commands read and check them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tool {

// The options that every command has.
struct Common {
    std::string lang = "vi";
    std::string format;  // table, json or csv; empty: the default of the command
    std::string out;     // empty: standard output
    bool force = false;
};

struct DueOptions {
    Common common;
    std::string received;
    std::string limit;
    std::string unit;
    std::string calendar = "vn";
    std::string rule;
    bool explain = false;
    std::string csv;
    std::string delimiter = ",";
};

// Files of dossiers, and how they are read.
struct Reading {
    std::vector<std::string> files;
    std::string mapping;
    std::string input;   // csv or json; empty: by the name of each file
    std::string pauses;  // a file of pauses and extensions; empty: none
    std::string delimiter;
    std::size_t block_size = 64 * 1024;
    std::size_t issues = 20;
    bool strict = false;
};

struct StatsOptions {
    Common common;
    Reading reading;
    std::string from;
    std::string to;
    std::string period;
    std::string windows = "nd-09-2019";
    std::string as_of;
    std::vector<std::string> by;
    std::string policy;
    std::string calendar;
    std::vector<std::string> rules;
    std::string agencies;
    std::string hierarchy;
    std::string form;
    std::string save;
    std::vector<std::string> load;
    std::string facts_dir;  // empty: none
    bool timing = false;
    int due_soon = 3;
};

struct ExplainOptions {
    Common common;
    Reading reading;
    std::string id;
    std::string as_of;
    std::vector<std::string> policies;
    std::string calendar;
    std::vector<std::string> rules;
};

struct ReconcileOptions {
    Common common;
    Reading reading;
    std::string from;
    std::string to;
    std::string period;
    std::string windows = "nd-09-2019";
    std::string as_of;
    std::vector<std::string> policies;
    std::string calendar;
    std::vector<std::string> rules;
};

struct CheckFormOptions {
    Common common;
    std::vector<std::string> files;
    std::string variant;
    std::string delimiter;
};

struct QualityOptions {
    Common common;
    Reading reading;
    std::string from;
    std::string to;
    std::string period;
    std::string windows = "nd-09-2019";
    std::string as_of;
    std::string today;
    std::string policy;
    std::string calendar;
    std::vector<std::string> rules;
    std::string agencies;
    bool list = false;
};

struct EvalOptions {
    Common common;
    std::string expression;
    std::string test;
    std::string value;
    std::string facts;
};

struct CalendarOptions {
    Common common;
    int year = 0;
    std::string calendar = "vn";
    std::string as_known_on;
    std::vector<std::string> diff;  // none, or two calendars
    bool project = false;
    bool list = false;
};

struct LunarOptions {
    Common common;
    int from = 0;
    int to = 0;
};

struct CheckOptions {
    Common common;
    std::vector<std::string> files;  // or built-in ids of criteria sets
    std::string dictionary;
    bool list = false;
};

struct ScoreOptions {
    Common common;
    std::string criteria;
    std::vector<std::string> facts;
    std::string scores;  // file of the scores of people
    bool trace = false;
};

struct WhatIfOptions {
    Common common;
    std::string criteria;
    std::vector<std::string> facts;
    std::string scores;  // file of the scores of people
    std::string band;
    std::string reach = "maximum";
    std::vector<std::string> costs;  // LEAF=COST
    std::vector<std::string> fixed;
};

struct RankOptions {
    Common common;
    std::string criteria;
    std::vector<std::string> facts;
    std::vector<std::string> outside;
    bool by_kind = false;
    std::uint64_t draws = 0;  // of the sensitivity; 0: none
    std::string points = "0.1", weights = "0";
    std::uint64_t seed = 1;
};

struct InspectOptions {
    std::string folder, out;
    std::string lang = "vi";
    std::string as_of;
    std::string page_template;   // empty: the one that is built in
    std::string index_template;  // of the list of documents; empty: the one that is built in
    std::vector<std::string> formats = {"html", "xlsx", "md", "json"};
    std::optional<std::uint64_t> draws;  // of the sensitivity; 0: none; not given: as the library does
    std::uint64_t word_limit = 60;       // seconds that a program may take for a Word file
    bool force = false;
};

// The commands. Each returns its exit code; what is wrong with the call or the input as a whole is thrown.
int run_whatif(const WhatIfOptions& options);
int run_due(const DueOptions& options);
int run_due_csv(const DueOptions& options);
int run_stats(const StatsOptions& options);
int run_reconcile(const ReconcileOptions& options);
int run_explain(const ExplainOptions& options);
int run_check_form(const CheckFormOptions& options);
int run_quality(const QualityOptions& options);
int run_eval(const EvalOptions& options);
int run_calendar(const CalendarOptions& options);
int run_lunar(const LunarOptions& options);
int run_check(const CheckOptions& options);
int run_score(const ScoreOptions& options);
int run_rank(const RankOptions& options);
int run_inspect(const InspectOptions& options);

}  // namespace tool
