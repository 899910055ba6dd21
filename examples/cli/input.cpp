#include "input.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

#include "problems.hpp"

namespace tool {
namespace {

[[noreturn]] void cannot(const char* what, const std::string& name, int error) {
    throw CallError(fmt::format("cannot {} \"{}\": {}", what, name, std::generic_category().message(error)));
}

std::optional<std::uint64_t> regular_size(const std::string& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
    const std::uint64_t size = std::filesystem::file_size(path, error);
    if (error) return std::nullopt;
    return size;
}

}  // namespace

Input::Input(const std::string& path) : name_(path) {
    if (path == "-") {
        name_ = "stdin";
        file_.reset(stdin);
        return;
    }
    file_.reset(std::fopen(path.c_str(), "rb"));
    if (file_ == nullptr) cannot("open", path, errno);
    static_cast<void>(std::setvbuf(file_.get(), nullptr, _IONBF, 0));  // the callers read large blocks themselves
    size_ = regular_size(path);
}

std::size_t Input::read(std::span<char> block) {
    const std::size_t length = std::fread(block.data(), 1, block.size(), file_.get());
    if (length == 0 && std::ferror(file_.get()) != 0) cannot("read", name_, errno);
    return length;
}

std::string read_whole(const std::string& path) {
    constexpr std::size_t most = 256U * 1024U * 1024U;
    Input input(path);
    std::string text;
    std::string block(64U * 1024U, '\0');
    while (const std::size_t length = input.read(block)) {
        text.append(block, 0, length);
        if (text.size() > most) throw CallError(fmt::format("\"{}\" is larger than 256 MiB", input.name()));
    }
    return text;
}

}  // namespace tool
