// Reading files and standard input ("-").
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace tool {

class Input {
public:
    // Throws CallError when the file cannot be opened.
    explicit Input(const std::string& path);

    const std::string& name() const noexcept { return name_; }            // for messages; "stdin" for "-"
    std::optional<std::uint64_t> size() const noexcept { return size_; }  // of a regular file

    // Fills the block as far as there is input; 0 is the end. Throws CallError when reading fails.
    std::size_t read(std::span<char> block);

private:
    struct Close {
        void operator()(std::FILE* file) const noexcept {
            if (file != stdin) std::fclose(file);
        }
    };
    std::string name_;
    std::unique_ptr<std::FILE, Close> file_;
    std::optional<std::uint64_t> size_;
};

// A whole, small file (calendars, policies, saved statistics). Throws CallError as Input, and beyond 256 MiB.
std::string read_whole(const std::string& path);

}  // namespace tool
