// The target of the program is named by --target=NAME, which libFuzzer leaves alone. One program holds all of them: the
// library is by far the largest part of it.
#include "targets.hpp"

#include <memory>

#include "fuzz.hpp"

namespace cchc_fuzz {
namespace {

const Named* chosen = nullptr;

}  // namespace

Named*& first_target() {
    static Named* first = nullptr;
    return first;
}

std::vector<const Named*> targets() {
    std::vector<const Named*> result;
    for (const Named* target = first_target(); target != nullptr; target = target->next) result.push_back(target);
    std::sort(result.begin(), result.end(),
              [](const Named* a, const Named* b) { return std::string_view(a->name) < b->name; });
    return result;
}

const Named* target_named(std::string_view name) {
    for (const Named* target : targets())
        if (target->name == name) return target;
    return nullptr;
}

void run(const Named& target, std::string_view input) {
    // A copy of its own size: a read beyond the end is a read beyond an allocation. That of nothing is not NULL either.
    const std::unique_ptr<char[]> copy(new char[input.size()]);
    std::copy(input.begin(), input.end(), copy.get());
    target.run({copy.get(), input.size()});
}

}  // namespace cchc_fuzz

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
    constexpr std::string_view flag = "--target=";
    for (int i = 1; i < *argc; ++i) {
        const std::string_view argument = (*argv)[i];
        if (argument.starts_with(flag)) cchc_fuzz::chosen = cchc_fuzz::target_named(argument.substr(flag.size()));
    }
    if (cchc_fuzz::chosen != nullptr) return 0;
    std::fputs("give --target=NAME of:", stderr);
    for (const cchc_fuzz::Named* target : cchc_fuzz::targets()) std::fprintf(stderr, " %s", target->name);
    std::fputs("\n", stderr);
    std::exit(2);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    cchc_fuzz::run(*cchc_fuzz::chosen, {reinterpret_cast<const char*>(data), size});
    return 0;
}
