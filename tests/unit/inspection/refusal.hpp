// A golden file with one thing changed, and where the reader refuses it.
#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#include "cchc/error.hpp"

namespace inspection_test {

inline std::string golden(const std::string& name) {
    std::ifstream file(CCHC_SOURCE_DIR "/tests/golden/inspection/" + name, std::ios::binary);
    if (!file) throw std::runtime_error("no golden file " + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The text with the first `from` replaced. It must be there: a change that changes nothing would test nothing.
inline std::string changed(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("nothing to change: " + std::string(from));
    return text.replace(at, from.size(), to);
}

// "201 /pointer" of the error that reading throws; "" where it throws none.
template <class T>
std::string refusal(const std::string& text) {
    try {
        T::from_json(text, "test.json");
        return {};
    } catch (const cchc::Error& error) {
        if (error.where().source != "test.json") return "source " + error.where().source;
        return std::to_string(static_cast<int>(error.code())) + " " + error.where().pointer;
    }
}

struct Refusal {
    std::string_view from, to, pointer;
};

}  // namespace inspection_test
