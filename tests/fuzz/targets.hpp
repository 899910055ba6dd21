// The targets that are linked into the program, and the two functions by which libFuzzer calls them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace cchc_fuzz {

struct Named;
std::vector<const Named*> targets();
const Named* target_named(std::string_view name);
void run(const Named& target, std::string_view input);

}  // namespace cchc_fuzz

extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
