#include "problems.hpp"

#include <cstdio>
#include <exception>

#include "utf8.hpp"

namespace tool {

void say(std::string_view line) noexcept {
    try {
        const std::string text = printable(line) + '\n';
        static_cast<void>(std::fputs(text.c_str(), stderr));
    } catch (const std::exception&) {
        static_cast<void>(std::fputs("out of memory\n", stderr));
    }
}

}  // namespace tool
