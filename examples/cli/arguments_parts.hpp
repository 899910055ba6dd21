// What the files of the command line share.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "options.hpp"

namespace tool {

CLI::Validator one_of(std::vector<std::string> choices);
void add_common(CLI::App& app, Common& common);

void add_eval(CLI::App& parent, EvalOptions& o);

}  // namespace tool
