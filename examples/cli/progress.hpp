// How far a long file is read, on standard error, if that is a terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace tool {

class Progress {
public:
    Progress(const std::string& name, std::optional<std::uint64_t> total_bytes);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress();  // wipes the line

    void advance(std::uint64_t bytes);

private:
    std::string name_;
    std::uint64_t total_ = 0;
    std::uint64_t done_ = 0;
    bool shown_ = false;
    std::chrono::steady_clock::time_point next_;
};

}  // namespace tool
