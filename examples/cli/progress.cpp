#include "progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "utf8.hpp"

namespace tool {
namespace {

constexpr std::uint64_t large_file = 8ULL * 1024 * 1024;
constexpr auto interval = std::chrono::milliseconds(100);

}  // namespace

Progress::Progress(const std::string& name, std::optional<std::uint64_t> total_bytes)
    : name_(printable(name)), next_(std::chrono::steady_clock::now() + interval) {
    if (total_bytes.value_or(0) >= large_file && isatty(STDERR_FILENO) != 0) total_ = *total_bytes;
}

Progress::~Progress() {
    if (shown_) static_cast<void>(std::fputs("\r\033[K", stderr));
}

void Progress::advance(std::uint64_t bytes) {
    done_ += bytes;
    if (total_ == 0) return;
    const auto now = std::chrono::steady_clock::now();
    if (now < next_) return;
    next_ = now + interval;
    shown_ = true;
    const std::uint64_t percent = std::min<std::uint64_t>(100, done_ * 100 / total_);
    const std::string line = fmt::format("\r\033[K{}: {} %", name_, percent);
    static_cast<void>(std::fputs(line.c_str(), stderr));
}

}  // namespace tool
