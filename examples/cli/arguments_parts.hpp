// The parts of the command line that stand in files of their own.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "options.hpp"

namespace tool {

// The type name shows the choices already; CLI11 would show them twice.
CLI::Validator one_of(std::vector<std::string> choices);

// Language, format and file of the result.
void add_common(CLI::App& app, Common& common);

void add_eval(CLI::App& parent, EvalOptions& o);
void add_inspect(CLI::App& parent, InspectOptions& o);

// check, score, rank, whatif.
struct ScoringCommands {
    CheckOptions check;
    ScoreOptions score;
    RankOptions rank;
    WhatIfOptions whatif;
};
void add_scoring(CLI::App& parent, ScoringCommands& commands);
// Runs the one that was called; nothing where it was another command.
std::optional<int> run_scoring(const CLI::App& parent, const ScoringCommands& commands);

}  // namespace tool
