// Where results go: standard output, or a file that is never overwritten unless asked.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "options.hpp"

namespace tool {

// A file appears under its name only when it is complete (commit), so that a failed run leaves nothing behind and an
// input can be replaced by its own output.
class Output {
public:
    // Standard output for an empty path. Throws CallError when the file exists and `force` is false, or cannot be made.
    Output(std::string path, bool force);
    explicit Output(const Common& common) : Output(common.out, common.force) {}
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output();

    void write(std::string_view text);
    void commit();  // the last call; throws CallError when something could not be written

private:
    [[noreturn]] void fail() const;

    std::string path_;
    std::string part_;  // the unfinished file; empty when writing goes straight to `path_` or to standard output
    std::FILE* file_;
};

}  // namespace tool
