// Golden files: what a presentation must look like, byte for byte, in tests/golden. To write them anew after a change that
// is wanted, run the tests with CCHC_REFRESH_GOLDEN=1 in the environment, and read the difference before committing it.
#pragma once

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "test.hpp"

namespace cchc::test {

// The text of a golden file; refreshed with `now` where that is asked for.
inline std::string golden_text(const std::string& name, const std::string& now) {
    const std::string path = std::string(CCHC_SOURCE_DIR) + "/tests/golden/" + name;
    if (std::getenv("CCHC_REFRESH_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << now;
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace cchc::test
