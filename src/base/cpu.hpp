// What the processor can do, asked at run time.
#pragma once

namespace cchc {

// AVX2, and the instructions for bits that came with it.
inline bool has_avx2() noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
    return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0 &&
           __builtin_cpu_supports("popcnt") != 0;
#else
    return false;
#endif
}

}  // namespace cchc
