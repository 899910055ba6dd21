#include "output.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "problems.hpp"

namespace tool {

namespace fs = std::filesystem;

Output::Output(std::string path, bool force) : path_(std::move(path)), file_(stdout) {
    if (path_.empty()) return;
    std::error_code ignored;
    const fs::file_status status = fs::status(path_, ignored);
    if (fs::exists(status) && !fs::is_directory(status) && !fs::is_regular_file(status)) {
        file_ = std::fopen(path_.c_str(), "wb");  // a pipe or a device: there is nothing to overwrite
    } else {
        if (fs::exists(status) && !force) {
            throw CallError(fmt::format("\"{}\" exists; --force overwrites it", path_));
        }
        part_ = fmt::format("{}.part-{}", path_, getpid());
        file_ = std::fopen(part_.c_str(), "wbx");
    }
    if (file_ == nullptr) {
        part_.clear();
        fail();
    }
}

Output::~Output() {
    if (file_ != nullptr && file_ != stdout) static_cast<void>(std::fclose(file_));
    if (!part_.empty()) static_cast<void>(std::remove(part_.c_str()));
}

void Output::write(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) fail();
}

void Output::commit() {
    if (std::fflush(file_) != 0) fail();
    if (file_ == stdout) return;
    if (std::fclose(std::exchange(file_, nullptr)) != 0) fail();
    if (part_.empty()) return;
    if (std::rename(part_.c_str(), path_.c_str()) != 0) fail();
    part_.clear();
}

void Output::fail() const {
    const std::string reason = std::generic_category().message(errno);
    throw CallError(fmt::format("cannot write \"{}\": {}", path_.empty() ? "standard output" : path_, reason));
}

}  // namespace tool
