// How the tool says what is wrong: exit codes, messages, and the two errors of its own beside cchc::Error.
#pragma once

#include <stdexcept>
#include <string_view>

namespace tool {

enum ExitCode : int {
    exit_done = 0,
    exit_bad_data = 1,  // the data is bad; what and where is on standard error
    exit_bad_call = 2,  // the call is wrong: options, files that cannot be opened or written
    exit_internal = 3,  // the tool itself failed, e.g. out of memory
};

// The call is wrong.
struct CallError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// The data is bad. The message begins with the place: "file:line:byte: …".
struct DataError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// A line on standard error, without control characters. Where nobody listens there, nothing happens.
void say(std::string_view line) noexcept;

}  // namespace tool
