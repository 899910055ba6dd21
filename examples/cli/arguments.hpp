// The command line: which commands and options there are, with their help.
#pragma once

namespace tool {

// Reads the command line and runs the command. Prints help, version, or what is wrong with the call.
int parse_and_run(int argc, char** argv);

}  // namespace tool
