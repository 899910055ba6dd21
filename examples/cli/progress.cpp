#include "progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "utf8.hpp"

namespace tool {
namespace {

constexpr std::uint64_t large_file = 8ULL * 1024 * 1024;
constexpr auto interval = std::chrono::milliseconds(100);

}  // namespace

Progress::Progress(std::string name, std::optional<std::uint64_t> total_bytes)
    : name_(printable(name)), next_(std::chrono::steady_clock::now() + interval) {
    if (total_bytes.value_or(0) >= large_file && isatty(STDERR_FILENO) != 0) total_ = *total_bytes;
}

Progress::~Progress() {
    if (shown_) std::fputs("\r\033[K", stderr);
}

void Progress::advance(std::uint64_t bytes) {
    done_ += bytes;
    if (total_ == 0) return;
    const auto now = std::chrono::steady_clock::now();
    if (now < next_) return;
    next_ = now + interval;
    shown_ = true;
    const std::uint64_t percent = std::min<std::uint64_t>(100, done_ * 100 / total_);
    std::fprintf(stderr, "\r\033[K%s: %d %%", name_.c_str(), static_cast<int>(percent));
    std::fflush(stderr);
}

}  // namespace tool
