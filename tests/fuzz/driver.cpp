// main() for compilers without libFuzzer: runs files, and the files of folders, through their target.
//   cchc_fuzz_corpus SEEDS            each folder SEEDS/NAME through the target NAME; every target needs one
//   cchc_fuzz_corpus NAME FILE...     the files through one target
#include <filesystem>
#include <fstream>
#include <iterator>

#include "fuzz.hpp"
#include "targets.hpp"

namespace {

namespace fs = std::filesystem;

std::string content(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// As it is, without its end, and with a byte changed: a seed is good input, and foreign bytes are not.
void run_spoilt(const cchc_fuzz::Named& target, const std::string& input) {
    cchc_fuzz::run(target, input);
    cchc_fuzz::run(target, std::string_view(input).substr(0, input.size() / 2));
    std::string changed = input;
    if (!changed.empty()) changed[changed.size() / 3] ^= 0x55;
    cchc_fuzz::run(target, changed);
}

int run_folder(const fs::path& folder) {
    int missing = 0;
    for (const cchc_fuzz::Named* target : cchc_fuzz::targets()) {
        int files = 0;
        if (fs::is_directory(folder / target->name))
            for (const auto& entry : fs::directory_iterator(folder / target->name)) {
                run_spoilt(*target, content(entry.path()));
                ++files;
            }
        if (files == 0) {
            std::fprintf(stderr, "the target %s has no seed\n", target->name);
            ++missing;
        }
        std::printf("%s: %d seeds\n", target->name, files);
    }
    return missing == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 2 && fs::is_directory(argv[1])) return run_folder(argv[1]);
    const cchc_fuzz::Named* target = argc > 2 ? cchc_fuzz::target_named(argv[1]) : nullptr;
    if (target == nullptr) {
        std::fputs("usage: cchc_fuzz_corpus SEEDS | cchc_fuzz_corpus TARGET FILE...\n", stderr);
        return 2;
    }
    for (int i = 2; i < argc; ++i) cchc_fuzz::run(*target, content(argv[i]));
    std::printf("%s: %d inputs\n", target->name, argc - 2);
    return 0;
}
